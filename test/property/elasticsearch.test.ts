import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormatters, type ElasticsearchIndexTemplate } from '../../src/index.js';
import { gauge, metricBatch } from '../../src/metric/build.js';
import type { ElasticsearchTenantOptions } from '../../src/tenant/elasticsearch-options.js';
import { tries } from '../support/runs.js';
import { attributes, batch } from './arbitraries/metrics.js';

const tenantId = 'label,42 "=\\';
const now = Date.UTC(2026, 10, 20, 10);

const create = (options: ElasticsearchTenantOptions) =>
  createFormatters({ tenantId, clock: () => now, channels: { elasticsearch: options } }).elasticsearch;

const targets = [
  ['an index', create({ target: 'index', tenantField: 'organization.id' })],
  ['a data stream', create({ target: 'data-stream' })],
  ['a time series', create({ target: 'tsds' })],
  ['OpenSearch', create({ profile: 'opensearch', names: 'dots' })],
] as const;

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every leaf of a document by its whole path, as a server flattens it. Arrays and histograms are leaves. */
function leavesOf(document: Json, prefix = ''): [string, unknown][] {
  return Object.entries(document).flatMap(([key, value]): [string, unknown][] => {
    const path = prefix + key;
    return isObject(value) && !('counts' in value) ? leavesOf(value, `${path}.`) : [[path, value]];
  });
}

/** Every mapped field by its whole path. */
function mappedFields(properties: Json, prefix = ''): [string, Json][] {
  return Object.entries(properties).flatMap(([key, property]): [string, Json][] => {
    const { type, properties: inner } = property as Json;
    const path = prefix + key;
    return type === 'object' ? mappedFields(inner as Json, `${path}.`) : [[path, property as Json]];
  });
}

const keysOf = (value: unknown): string[] =>
  isObject(value) ? Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]) : [];

function fits(value: unknown, { type }: Json): boolean {
  if (type === 'keyword') return typeof value === 'string' && value !== '' && Buffer.byteLength(value) <= 32_766;
  if (type === 'date') return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
  if (type === 'double') return typeof value === 'number';
  if (type === 'long' || type === 'unsigned_long') return /^-?\d+$/.test(String(value));
  const { values, counts } = value as { values: number[]; counts: number[] };
  return (
    type === 'histogram' &&
    values.length === counts.length &&
    values.every((each, index) => index === 0 || (values[index - 1] ?? 0) < each) &&
    counts.every((count) => Number.isSafeInteger(count) && count > 0)
  );
}

function checkDocument(document: Json, template: ElasticsearchIndexTemplate): void {
  const fields = new Map(mappedFields(template.template.mappings.properties));
  for (const [path, value] of leavesOf(document)) {
    const field = fields.get(path);
    expect(field, `${path} is not mapped`).toBeDefined();
    expect(fits(value, field ?? {}), `${path}: ${JSON.stringify(value)}`).toBe(true);
  }
  for (const key of keysOf(document)) expect(key).not.toMatch(/^$|^__proto__$|^\.|\.$|\.\./);
}

describe.each(targets)('any batch as documents for %s', (name, elasticsearch) => {
  it('is a body that a server takes line by line', () => {
    fc.assert(
      fc.property(batch, (input) => {
        const { payload, followUps } = elasticsearch.format(input);
        expect(followUps).toEqual([]);
        const { operations, ndjson } = payload;
        const lines = ndjson === '' ? [] : ndjson.split('\n');
        if (ndjson !== '') expect(lines.pop()).toBe('');
        expect(lines.map((line) => JSON.parse(line))).toEqual(operations);
        expect(operations.length % 2).toBe(0);
        const { template } = elasticsearch.indexTemplate(input);
        const subjects = new Set<string>();
        for (let at = 0; at < operations.length; at += 2) {
          const [action, target] = Object.entries(operations[at] ?? {})[0] as [string, Json];
          expect(action).toBe(name === 'an index' ? 'index' : 'create');
          expect(target._index).toBe(template.name);
          expect('_id' in target).toBe(name !== 'a time series');
          const document = operations[at + 1] as Json;
          checkDocument(document, template);
          const { tenant } = (document.labels ?? {}) as Json;
          const said = name === 'an index' ? (document.organization as Json).id : tenant;
          expect(said).toBe(tenantId);
          const subject = JSON.stringify({
            ...document,
            metrics: 0,
            event: 0,
            fields: Object.keys(document.metrics as Json),
          });
          expect(subjects.has(subject), `twice: ${subject}`).toBe(false);
          subjects.add(subject);
          if ('_id' in target) subjects.add(String(target._id));
        }
        if (name !== 'a time series') expect(subjects.size).toBe(operations.length);
      }),
      tries(400),
    );
  });

  it('maps no field as an object as well, and no more than an index has room for', () => {
    fc.assert(
      fc.property(batch, (input) => {
        const { mappings, settings } = elasticsearch.indexTemplate(input).template.template;
        const paths = mappedFields(mappings.properties).map(([path]) => path);
        expect(new Set(paths).size).toBe(paths.length);
        expect(paths.length).toBeLessThanOrEqual(settings.index.mapping.total_fields.limit);
        const { metrics } = mappings.properties;
        if (metrics?.type === 'object' && metrics.subobjects === false) return;
        for (const path of paths) for (const other of paths) expect(other.startsWith(`${path}.`)).toBe(false);
      }),
      tries(200),
    );
  });

  it('never makes one series of two', () => {
    fc.assert(
      fc.property(attributes, attributes, (one, other) => {
        const shown = (each: Record<string, string>): string =>
          JSON.stringify(
            Object.entries(each)
              .filter(([, value]) => value !== '')
              .map((entry) => entry.map((text) => text.toWellFormed()))
              .sort(),
          );
        fc.pre(shown(one) !== shown(other));
        const points = [one, other].map((each, value) => ({ attributes: each, value }));
        const { payload, diagnostics } = elasticsearch.format(metricBatch([gauge('g', points)]));
        const labels = payload.operations
          .filter((_operation, index) => index % 2 === 1)
          .map((each) => JSON.stringify(each.labels));
        expect(new Set(labels).size, JSON.stringify(diagnostics)).toBe(2);
      }),
      tries(300),
    );
  });
});
