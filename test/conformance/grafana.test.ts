/** Dashboards and rules against Grafana's schemas and types, and every PromQL expression against promtool. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GrafanaInput, GrafanaPayload } from '../../src/formatters/grafana.js';
import { createFormatters } from '../../src/index.js';
import type { TenantConfig } from '../../src/tenant/config.js';
import { hostileBatch, hostileValues } from '../fixtures/metrics/hostile.js';
import { platform } from '../fixtures/metrics/platform.js';
import { complaintsAbout } from '../support/compile.js';
import { queriesOf, textOf } from '../support/grafana-dashboards.js';
import { haveConsumers, runTool } from '../support/metric-consumers.js';

const schemas = new URL('../../../shared/data/schemas/', import.meta.url);
const fileOf = (name: string): URL => new URL(`grafana-${name}.jsonschema.json`, schemas);
const hasSchemas = existsSync(fileOf('dashboard'));
const isRequired = process.env['REQUIRE_CONSUMERS'] !== undefined;

const input: GrafanaInput = {
  ...platform,
  title: 'Streaming',
  description: 'All of it',
  tags: ['edge'],
  alerts: [
    { metric: 'streams', below: 0.5, severity: 'critical', description: '{{ $x }}' },
    { metric: 'start.latency', above: 0.5, by: ['region'] },
    { metric: 'decode', above: 0.5 },
    { metric: 'royalties.queue', above: 60 },
  ],
};
const spec: GrafanaInput = {
  panels: [
    { metric: 'a', panel: 'gauge', thresholds: [{ value: 1, severity: 'error' }] },
    { metric: 'b', kind: 'counter', panel: 'bargauge', by: ['x'] },
    { metric: 'c', panel: 'stat', width: 24 },
  ],
};
const inputs: readonly GrafanaInput[] = [input, spec, { metrics: [] }, hostileBatch()];

const format = (config: Partial<TenantConfig>, given: GrafanaInput): GrafanaPayload =>
  createFormatters({ tenantId: 'label_42', ...config }).grafana.format(given).payload;

const sources = ['prometheus', 'influxdb', 'elasticsearch'] as const;
const payloads = sources.flatMap((source) =>
  inputs.map((given) => format({ channels: { grafana: { source } } }, given)),
);

describe.skipIf(!hasSchemas && !isRequired)("Grafana's schemas (need ../shared/data)", () => {
  const validators = new Map<string, ValidateFunction>();

  beforeAll(() => {
    const compile = (name: string, definition: string): ValidateFunction => {
      const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
      ajv.addSchema(JSON.parse(readFileSync(fileOf(name), 'utf8')) as object, name);
      return ajv.compile({ $ref: `${name}#/definitions/${definition}` });
    };
    validators.set('classic', compile('dashboard', 'Dashboard'));
    validators.set('v2', compile('dashboardv2', 'Dashboard'));
    validators.set('rule', compile('alerting', 'Rule'));
  });

  const complaints = (name: string, value: unknown): unknown[] => {
    const validate = validators.get(name);
    expect(validate).toBeDefined();
    return validate?.(value) === true ? [] : (validate?.errors ?? []);
  };

  it('accept both forms of dashboards', () => {
    for (const { dashboard, resource } of payloads) {
      expect(complaints('classic', dashboard)).toEqual([]);
      expect(complaints('v2', resource.spec)).toEqual([]);
    }
  });

  it('accept alert rules', () => {
    const rules = payloads.flatMap(({ alertRules }) => alertRules);
    expect(rules.length).toBe(12);
    for (const rule of rules) expect(complaints('rule', rule)).toEqual([]);
  });

  it('refuse what is none', () => {
    const [payload] = payloads;
    expect(complaints('classic', { ...payload?.dashboard, refresh: 5 })).not.toEqual([]);
    expect(complaints('v2', { ...payload?.resource.spec, cursorSync: 'crosshair' })).not.toEqual([]);
    expect(complaints('rule', { ...payload?.alertRules[0], title: '' })).not.toEqual([]);
  });
});

it("are what the types of Grafana's packages say, and these would notice if they were not", {
  timeout: 120_000,
}, () => {
  expect(complaintsAbout('test/conformance/drop-in/grafana.ts')).toEqual([]);
});

describe.runIf(haveConsumers('promtool'))('promtool', () => {
  const folder = mkdtempSync(join(tmpdir(), 'grafana-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** As Grafana fills them in. */
  const filledIn = (expr: string): string => expr.replaceAll('$__rate_interval', '4m0s').replaceAll(/\$\w+/g, '(a|b)');

  const check = (expressions: readonly string[]): { status: number | null; output: string } => {
    const file = join(folder, 'rules.json');
    const rules = expressions.map((expr, index) => ({ record: `checked:${index}`, expr }));
    writeFileSync(file, JSON.stringify({ groups: [{ name: 'checked', rules }] }));
    return runTool('promtool', ['check', 'rules', file]);
  };

  const expressionsOf = (payload: GrafanaPayload): string[] => [
    ...queriesOf(payload).map(filledIn),
    ...payload.alertRules.map(({ data }) => textOf(data[0]?.model ?? {})),
  ];

  it.each([
    {},
    { escaping: 'dots' },
    { escaping: 'values' },
    { nativeHistograms: true },
    { tenantLabel: false, resourceLabels: false },
  ] as const)('accepts every expression with %j', (grafana) => {
    const expressions = inputs.flatMap((given) => expressionsOf(format({ channels: { grafana } }, given)));
    expect(expressions.length).toBeGreaterThan(20);
    const { status, output } = check(expressions);
    expect([status, status === 0 ? '' : output]).toEqual([0, '']);
  });

  it('accepts 400 hostile tenants and 400 hostile names', () => {
    const hostile = hostileValues(400).filter((text) => text.trim() !== '');
    const tenants = hostile.map((tenantId) => format({ tenantId }, spec));
    const names = hostile.map((name) => format({}, { panels: [{ metric: name, kind: 'counter', by: [name] }] }));
    const { status, output } = check([...tenants, ...names].flatMap(expressionsOf));
    expect([status, status === 0 ? '' : output.slice(0, 500)]).toEqual([0, '']);
  });

  it('refuses what is no expression', () => {
    expect(check(['rate(a[$__rate_interval])']).status).not.toBe(0);
  });
});
