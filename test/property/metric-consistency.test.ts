/** One batch, four stores: what the formatters write, the dashboards ask for, by the same names and with the same units. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';
import { counter, gauge, histogram, info, metricBatch, stateset, summary } from '../../src/metric/build.js';
import type { Metric, MetricBatch, MetricKind } from '../../src/metric/model.js';
import { platform } from '../fixtures/metrics/platform.js';
import { panelsOf } from '../support/grafana-dashboards.js';
import { tries } from '../support/runs.js';

type Source = 'prometheus' | 'influxdb' | 'elasticsearch';

const formattersFor = (source: Source) => createFormatters({ tenantId: 'label_42', channels: { grafana: { source } } });

const names = [
  'a',
  'a.b',
  'a_b',
  'a-b',
  'latency',
  'http.server.duration',
  'tenant',
  'le',
  'state',
  'é',
  'U__a_2e_b',
  'time',
  'value',
  '2xx',
];
const units = [undefined, 's', 'By', 'ms', '1', '{request}'];

/** Batches whose points can all be written, so that every metric and attribute is in every output. */
const pointOf: Readonly<Record<MetricKind, (attributes: Record<string, string>) => object>> = {
  counter: (attributes) => ({ attributes, value: 1 }),
  gauge: (attributes) => ({ attributes, value: 1 }),
  histogram: (attributes) => ({ attributes, count: 2, sum: 1, buckets: [{ le: 1, count: 1 }] }),
  summary: (attributes) => ({ attributes, count: 2, sum: 1, quantiles: [{ quantile: 0.5, value: 1 }] }),
  info: (attributes) => ({ attributes }),
  stateset: (attributes) => ({ attributes, states: { up: true } }),
};
const kinds = Object.keys(pointOf) as MetricKind[];

const attributes = fc
  .uniqueArray(fc.constantFrom(...names), { maxLength: 3 })
  .map((keys) => Object.fromEntries(keys.map((key) => [key, 'x'])));

const metric = fc
  .record({
    name: fc.constantFrom(...names),
    kind: fc.constantFrom(...kinds),
    unit: fc.constantFrom(...units),
    attributes,
  })
  .map(({ name, kind, unit, attributes: own }) => {
    const hasUnit = unit !== undefined && kind !== 'info' && kind !== 'stateset';
    return { kind, name, ...(hasUnit && { unit }), points: [pointOf[kind](own)] } as unknown as Metric;
  });

const batch: fc.Arbitrary<MetricBatch> = fc
  .record({ resource: attributes, metrics: fc.uniqueArray(metric, { maxLength: 5, selector: ({ name }) => name }) })
  .map(({ resource, metrics }) => ({ resource, metrics }));

/** Sample lines of an exposition: the name, and the names of its labels. */
const samplesOf = (text: string): Map<string, Set<string>> => {
  const samples = new Map<string, Set<string>>();
  for (const line of text.split('\n')) {
    const [, name, labels = ''] = /^([^#{ ]+)(?:\{(.*)\})? /.exec(line) ?? [];
    if (name === undefined) continue;
    const known = samples.get(name) ?? new Set();
    for (const [, label] of labels.matchAll(/([A-Za-z_]\w*)="/g)) known.add(label ?? '');
    samples.set(name, known);
  }
  return samples;
};

const unescapeLine = (text: string): string => text.replace(/\\([,= ])/g, '$1');

/** Lines of line protocol: the measurement, and the keys of its tags. */
const linesOf = (lines: readonly string[]): Map<string, Set<string>> => {
  const found = new Map<string, Set<string>>();
  for (const line of lines) {
    const [head = ''] = line.split(/(?<!\\) /);
    const [name = '', ...tags] = head.split(/(?<!\\),/);
    const keys = found.get(unescapeLine(name)) ?? new Set();
    for (const tag of tags) keys.add(unescapeLine(tag.split(/(?<!\\)=/)[0] ?? ''));
    found.set(unescapeLine(name), keys);
  }
  return found;
};

const pathsOf = (value: unknown, prefix = ''): string[] => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [prefix];
  return Object.entries(value).flatMap(([key, member]) => pathsOf(member, prefix === '' ? key : `${prefix}.${key}`));
};

const targetsOf = (source: Source, given: MetricBatch): Record<string, unknown>[] => {
  const { payload, diagnostics } = formattersFor(source).grafana.format(given);
  expect(diagnostics.filter(({ code }) => code === 'dropped')).toEqual([]);
  return panelsOf(payload).flatMap(({ targets }) => targets);
};

/** Every selector of an expression, with its labels and what it is grouped by. */
const selectorsOf = (expr: string): { name: string; labels: string[] }[] => {
  const grouped = [...expr.matchAll(/ by \(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(', '));
  return [...expr.matchAll(/([A-Za-z_:][\w:]*)\{([^}]*)\}/g)].map(([, name = '', matchers = '']) => ({
    name,
    labels: [...matchers.matchAll(/(?:^|,)(\w+)(?:=~?|!=)/g)].map(([, label = '']) => label).concat(grouped),
  }));
};

describe('what dashboards ask for is what is written', () => {
  it('in Prometheus', () => {
    const { prometheus } = formattersFor('prometheus');
    fc.assert(
      fc.property(batch, (given) => {
        const samples = samplesOf(prometheus.format(given).payload.body as string);
        for (const { expr } of targetsOf('prometheus', given)) {
          const selectors = selectorsOf(String(expr));
          expect(selectors.length).toBeGreaterThan(0);
          for (const { name, labels } of selectors) {
            expect([...samples.keys()], String(expr)).toContain(name);
            for (const label of labels) {
              // A point's own attribute stands before one of the resource, in all series or in some.
              expect([...(samples.get(name) ?? [])], String(expr)).toContain(label);
            }
          }
        }
      }),
      tries(300),
    );
  });

  it('in InfluxDB', () => {
    const { influxdb } = formattersFor('influxdb');
    fc.assert(
      fc.property(batch, (given) => {
        const lines = linesOf(influxdb.format(given).payload.lines);
        for (const { query } of targetsOf('influxdb', given)) {
          const [, name = ''] = /FROM "((?:[^"\\]|\\.)*)"/.exec(String(query)) ?? [];
          expect([...lines.keys()], String(query)).toContain(name);
          const conditions = [...String(query).matchAll(/"([^"]*)" =~? ['/]/g)].map(([, tag]) => tag ?? '');
          const grouped = [...String(query).matchAll(/time\(\$__interval\)((?:, "[^"]*")+)/g)].flatMap(
            ([, list = '']) => [...list.matchAll(/"([^"]*)"/g)].map(([, tag]) => tag ?? ''),
          );
          expect(conditions).toContain('tenant');
          for (const tag of [...conditions, ...grouped])
            expect([...(lines.get(name) ?? [])], String(query)).toContain(tag);
        }
      }),
      tries(300),
    );
  });

  it('in Elasticsearch', () => {
    const { elasticsearch } = formattersFor('elasticsearch');
    fc.assert(
      fc.property(batch, (given) => {
        const { payload, diagnostics } = elasticsearch.format(given, { now: 0 });
        // What has no place beside another field is left out there, and said to be.
        if (diagnostics.some(({ code }) => code === 'dropped')) return;
        const written = new Set(
          payload.operations.filter((_operation, index) => index % 2 === 1).flatMap((document) => pathsOf(document)),
        );
        for (const { query, metrics, bucketAggs } of targetsOf('elasticsearch', given)) {
          const fields = [metrics, bucketAggs].flatMap((list) =>
            (list as { field?: string }[]).flatMap(({ field }) => field ?? []),
          );
          const terms = [...String(query).matchAll(/(?:^| AND )(?!_exists_)((?:[^:\\]|\\.)+):/g)].map(([, term = '']) =>
            term.replaceAll('\\', ''),
          );
          expect(terms).toContain('labels.tenant');
          for (const field of [...fields.filter((each) => !/^\d+$/.test(each)), ...terms]) {
            // The buckets of a histogram are one field with members of its own.
            const isWritten = written.has(field) || [...written].some((path) => path.startsWith(`${field}.`));
            expect(isWritten, `${field} of ${[...written].join(' ')}`).toBe(true);
          }
        }
      }),
      tries(300),
    );
  });
});

describe('units', () => {
  const word = /_(seconds|bytes|ratio)(?![a-z])/;
  const shown: Readonly<Record<string, string>> = { seconds: 's', bytes: 'bytes', ratio: 'percentunit' };

  it('of names, metadata and panels are the same', () => {
    const given = metricBatch([
      gauge('age', [{ value: 1 }], { unit: 's' }),
      gauge('heap', [{ value: 1 }], { unit: 'By' }),
      gauge('load', [{ value: 1 }], { unit: '1' }),
      summary('pause', [{ count: 1, sum: 1, quantiles: [] }], { unit: 's' }),
      histogram('size', [{ count: 1, sum: 1, buckets: [] }], { unit: 'By' }),
    ]);
    const { prometheus, grafana } = formattersFor('prometheus');
    const body = prometheus.format(given, { format: 'openmetrics' }).payload.body as string;
    const declared = [...body.matchAll(/^# UNIT (\S+) (\S+)$/gm)].map(([, name = '', unit = '']) => [name, unit]);
    expect(declared.length).toBe(5);
    for (const [name, unit] of declared) expect(name).toMatch(new RegExp(`_${unit}$`));
    for (const { targets, fieldConfig } of panelsOf(grafana.format(given).payload)) {
      const [, unit = ''] = word.exec(String(targets[0]?.expr)) ?? [];
      expect(fieldConfig.defaults.unit).toBe(shown[unit]);
    }
  });
});

it('each kind of metric is in every output', () => {
  const { prometheus, influxdb, elasticsearch, grafana } = formattersFor('prometheus');
  expect(new Set(platform.metrics.map(({ kind }) => kind))).toEqual(new Set(kinds));
  const more = metricBatch([counter('c', [{ value: 1 }]), info('i', [{}]), stateset('s', [{ states: { on: true } }])]);
  for (const given of [platform, more]) {
    const texts = [
      prometheus.format(given).payload.body as string,
      influxdb.format(given).payload.lines.join('\n'),
      elasticsearch.format(given, { now: 0 }).payload.ndjson,
      JSON.stringify(grafana.format(given).payload.dashboard),
    ];
    for (const text of texts) {
      for (const { name } of given.metrics)
        expect(text.includes(name) || text.includes(name.replaceAll('.', '_'))).toBe(true);
    }
  }
});
