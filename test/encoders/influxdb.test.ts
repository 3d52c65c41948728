import { describe, expect, it } from 'vitest';
import { createFormatters, isFormatError } from '../../src/index.js';
import { counter, gauge, histogram, metricBatch } from '../../src/metric/build.js';
import type { Metric } from '../../src/metric/model.js';
import type { InfluxDBTenantOptions } from '../../src/tenant/influxdb-options.js';

const create = (options: InfluxDBTenantOptions = {}) =>
  createFormatters({ tenantId: 'x', channels: { influxdb: { tenantTag: false, ...options } } }).influxdb;

const linesOf = (metrics: readonly Metric[], options?: InfluxDBTenantOptions): string[] =>
  create(options).format(metricBatch(metrics)).payload.lines;

const tagged = (attributes: Record<string, string>): Metric => gauge('g', [{ attributes, value: 1 }]);

describe('line protocol', () => {
  it.each([
    ['a, b=c', 'g,t=a\\,\\ b\\=c value=1'],
    ['a\\,b', 'g,t=a\\\\,b value=1'],
    ['a\\', 'g,t=a%5C value=1'],
    ['a%5C', 'g,t=a%255C value=1'],
    ['a\nb\rc', 'g,t=a%0Ab%0Dc value=1'],
    ['100%', 'g,t=100% value=1'],
    ['', 'g value=1'],
  ])('escapes the tag value %j', (value, line) => {
    expect(linesOf([tagged({ t: value })])).toEqual([line]);
  });

  it('sorts tags', () => {
    expect(linesOf([tagged({ z: '1', a: '2', m: '3' })])).toEqual(['g,a=2,m=3,z=1 value=1']);
  });

  it.each([
    ['#note', '%23note value=1'],
    ['a b,c', 'a\\ b\\,c value=1'],
    ['_own', 'exported_own value=1'],
  ])('names the measurement %s', (name, line) => {
    expect(linesOf([gauge(name, [{ value: 1 }])])).toEqual([line]);
  });

  it.each(['time', 'value', '_field'])('keeps the tag %s from being lost', (key) => {
    expect(linesOf([tagged({ [key]: '1' })])).toEqual([`g,exported_${key.replace(/^_/, '')}=1 value=1`]);
  });

  it('keeps integers exact, and floats where others are', () => {
    expect(linesOf([gauge('g', [{ value: 9_007_199_254_740_993n }])])).toEqual(['g value=9007199254740993i']);
    expect(linesOf([gauge('g', [{ value: 2n ** 64n - 1n }])], { unsigned: true })).toEqual([
      'g value=18446744073709551615u',
    ]);
    const mixed = gauge('g', [
      { value: 1n, timestamp: 1 },
      { value: 1.5, timestamp: 2 },
      { value: 2n ** 60n + 1n, timestamp: 3 },
    ]);
    const { payload, diagnostics } = create().format(metricBatch([mixed]));
    expect(payload.lines).toEqual(['g value=1 1', 'g value=1.5 2']);
    expect(diagnostics).toMatchObject([{ code: 'dropped', path: 'metrics.0.points.2.value' }]);
  });

  it.each([
    ['ns', '1795168800123000000'],
    ['us', '1795168800123000'],
    ['ms', '1795168800123'],
    ['s', '1795168800'],
  ] as const)('writes times in %s', (precision, time) => {
    const { payload } = create({ precision }).format(
      metricBatch([gauge('g', [{ value: 1, timestamp: 1_795_168_800_123 }])]),
    );
    expect(payload.lines).toEqual([`g value=1 ${time}`]);
    expect(payload.precision).toBe(precision);
  });

  it('names the unit of times as each server spells it', () => {
    const query = (profile: 'v1' | 'v2' | 'v3') =>
      create({ profile, precision: 'us' }).format({ metrics: [] }).payload.query;
    expect([query('v1'), query('v2'), query('v3')]).toEqual([
      { precision: 'u' },
      { precision: 'us' },
      { precision: 'microsecond' },
    ]);
  });

  it('gives points without a time the present, where it is known', () => {
    expect(create().format(metricBatch([tagged({})]), { now: 5 }).payload.lines).toEqual(['g value=1 5']);
  });

  it.each<[string, Metric]>([
    ['NaN', gauge('g', [{ value: Number.NaN }])],
    ['infinity', gauge('g', [{ value: Number.POSITIVE_INFINITY }])],
    ['more than 64 bits', gauge('g', [{ value: 2n ** 63n }])],
    ['a negative counter', counter('g', [{ value: -1 }])],
    ['a time beyond 2262', gauge('g', [{ value: 1, timestamp: 1e13 }])],
    ['a series key of 70 kB', tagged({ long: 'é'.repeat(35_000) })],
  ])('leaves %s out, and refuses it in strict mode', (_what, metric) => {
    const batch = metricBatch([metric, gauge('other', [{ value: 7 }])]);
    expect(create().format(batch).payload.lines).toEqual(['other value=7']);
    const result = create().tryFormat(batch, { strict: true });
    expect(!result.ok && isFormatError(result.error, 'ERR_INPUT_INVALID')).toBe(true);
  });

  it('writes a histogram as a count, a sum and a line for each bucket', () => {
    const metric = histogram('h', [{ attributes: { le: 'x' }, count: 3, sum: 2.5, buckets: [{ le: 0.5, count: 1 }] }]);
    expect(linesOf([metric])).toEqual([
      'h,exported_le=x count=3i,sum=2.5',
      'h,exported_le=x,le=0.5 bucket=1i',
      'h,exported_le=x,le=+Inf bucket=3i',
    ]);
  });
});

describe('a large batch', () => {
  const batch = metricBatch([
    gauge(
      'g',
      Array.from({ length: 25 }, (_value, at) => ({ value: at, timestamp: at })),
    ),
  ]);

  it('is split, and nothing is lost', () => {
    const { payload, followUps, diagnostics } = create({ maxLines: 10 }).format(batch);
    expect([payload, ...followUps].map(({ lines }) => lines.length)).toEqual([10, 10, 5]);
    expect(diagnostics).toMatchObject([{ code: 'split', limit: 10, actual: 25 }]);
  });

  it('is split by bytes', () => {
    const points = Array.from({ length: 8 }, (_value, at) => ({
      attributes: { n: `${at}`, long: 'é'.repeat(15_000) },
      value: at,
    }));
    const { payload, followUps } = create({ maxBytes: 100_000 }).format(metricBatch([gauge('g', points)]));
    const parts = [payload, ...followUps].map(({ lines }) => lines);
    expect(parts.map((lines) => lines.length)).toEqual([3, 3, 2]);
    for (const lines of parts) expect(Buffer.byteLength(lines.join('\n'))).toBeLessThanOrEqual(100_000);
  });

  it('is cut or refused where that is asked for', () => {
    const cut = create({ maxLines: 10 }).format(batch, { overflow: 'truncate' });
    expect([cut.payload.lines.length, cut.followUps.length]).toEqual([10, 0]);
    expect(cut.diagnostics).toMatchObject([{ code: 'dropped', actual: 25 }]);
    expect(create({ maxLines: 10 }).tryFormat(batch, { overflow: 'error' })).toMatchObject({
      error: { code: 'ERR_LIMIT_EXCEEDED', limit: 10 },
    });
  });
});
