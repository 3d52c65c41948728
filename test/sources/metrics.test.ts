import { existsSync, readFileSync } from 'node:fs';
import { Counter, Gauge, Histogram, Registry, Summary } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { fromOtlp } from '../../src/sources/otlp.js';
import { fromPromClient } from '../../src/sources/prom-client.js';
import { fromPrometheus } from '../../src/sources/prometheus.js';
import { fromRecords } from '../../src/sources/records.js';
import { platform } from '../fixtures/metrics/platform.js';

const { prometheus } = createFormatters({ tenantId: 'x', channels: { prometheus: { tenantLabel: false } } });

const real = new URL('../../../shared/data/real-inputs/otlp-metrics.json', import.meta.url);

describe('OTLP', () => {
  it.runIf(existsSync(real))('of a real export is read', () => {
    const diagnostics: Diagnostic[] = [];
    const [batch] = fromOtlp(JSON.parse(readFileSync(real, 'utf8')), diagnostics);
    expect(batch?.resource).toEqual({ 'service.name': 'my.service' });
    expect(batch?.metrics.map(({ name, kind }) => [name, kind])).toEqual([
      ['my.counter', 'gauge'],
      ['my.gauge', 'gauge'],
      ['my.histogram', 'histogram'],
      ['my.exponential.histogram', 'histogram'],
    ]);
    expect(batch?.metrics[3]?.points).toMatchObject([
      { count: 3, native: { schema: 0, zeroCount: 1, positive: { spans: [{ offset: 3, length: 1 }], counts: [2] } } },
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['fallback', 'fallback', 'dropped', 'fallback', 'dropped']);
    expect(batch && prometheus.tryFormat(batch, { strict: true }).ok).toBe(true);
  });

  it('keeps 64-bit integers, and tells sums that fall from counters', () => {
    const sum = (isMonotonic: boolean) => ({
      name: 'n',
      sum: {
        isMonotonic,
        aggregationTemporality: 2,
        dataPoints: [{ asInt: '9007199254740993', timeUnixNano: '1795168800123456789' }],
      },
    });
    const [batch] = fromOtlp({ resourceMetrics: [{ scopeMetrics: [{ metrics: [sum(true), sum(false)] }] }] });
    expect(batch?.metrics).toEqual([
      { kind: 'counter', name: 'n', points: [{ value: 9_007_199_254_740_993n, timestamp: 1_795_168_800_123 }] },
      { kind: 'gauge', name: 'n', points: [{ value: 9_007_199_254_740_993n, timestamp: 1_795_168_800_123 }] },
    ]);
  });

  it('joins buckets finer than any schema', () => {
    const point = { count: '6', scale: 9, zeroCount: '0', positive: { offset: 2, bucketCounts: ['1', '2', '3'] } };
    const metric = { name: 'h', exponentialHistogram: { aggregationTemporality: 2, dataPoints: [point] } };
    const [batch] = fromOtlp({ resourceMetrics: [{ scopeMetrics: [{ metrics: [metric] }] }] });
    expect(batch?.metrics[0]?.points).toMatchObject([
      { native: { schema: 8, positive: { spans: [{ offset: 2, length: 2 }], counts: [3, 3] } } },
    ]);
  });

  it.each([[null], [{}], [{ resourceMetrics: [{ scopeMetrics: [{ metrics: [{ name: 7 }] }] }] }]])(
    'refuses %j',
    (input) => {
      expect(() => fromOtlp(input)).toThrow('sources/otlp');
    },
  );
});

describe('an exposition', () => {
  // Labels of a resource are no longer told from others, and sorted with them.
  const { metrics } = platform;

  it.each(['text', 'openmetrics'] as const)('in %s comes back as it was written', (format) => {
    const body = String(prometheus.format({ metrics }, { format }).payload.body);
    expect(prometheus.format(fromPrometheus(body), { format }).payload.body).toBe(body);
  });

  it('with names in quotes comes back as it was written', () => {
    const options = { format: 'text-1.0', escaping: 'allow-utf-8' } as const;
    const body = String(prometheus.format({ metrics }, options).payload.body);
    expect(prometheus.format(fromPrometheus(body), options).payload.body).toBe(body);
  });

  it.each(['a{ 1', 'a{b="c} 1', 'a one', 'a{b=c} 1', '1a 2'])('that is none is refused: %s', (line) => {
    expect(() => fromPrometheus(`ok 1\n${line}\n`)).toThrow('2: expected a sample');
  });
});

it('reads what prom-client holds', async () => {
  const registers = [new Registry()];
  new Counter({ name: 'c_total', help: 'C', labelNames: ['a'], registers }).inc({ a: 'x' }, 3);
  new Gauge({ name: 'g', help: 'G', registers }).set(2);
  new Histogram({ name: 'h', help: 'H', buckets: [1, 2], labelNames: ['b'], registers }).observe({ b: 'y' }, 1.5);
  new Summary({ name: 's', help: 'S', percentiles: [0.5], registers }).observe(4);
  const batch = fromPromClient(await registers[0]?.getMetricsAsJSON());
  expect(batch.metrics.map(({ points }) => points)).toMatchObject([
    [{ attributes: { a: 'x' }, value: 3 }],
    [{ value: 2 }],
    [
      {
        attributes: { b: 'y' },
        count: 1,
        sum: 1.5,
        buckets: [
          { le: 1, count: 0 },
          { le: 2, count: 1 },
          { le: Number.POSITIVE_INFINITY, count: 1 },
        ],
      },
    ],
    [{ count: 1, sum: 4, quantiles: [{ quantile: 0.5, value: 4 }] }],
  ]);
  expect(prometheus.tryFormat(batch, { strict: true }).ok).toBe(true);
});

it('reads records, and tells what was no number', () => {
  const diagnostics: Diagnostic[] = [];
  const rows = [
    { country: 'FR', streams: 3n, at: '2026-11-20T00:00:00Z' },
    { country: 'TN', streams: 'many', at: 'never' },
  ];
  const columns = { metrics: { streams: { kind: 'counter' } }, attributes: ['country'], timestamp: 'at' } as const;
  expect(fromRecords(rows, columns, diagnostics)).toEqual({
    metrics: [
      {
        kind: 'counter',
        name: 'streams',
        points: [{ attributes: { country: 'FR' }, timestamp: Date.UTC(2026, 10, 20), value: 3n }],
      },
    ],
  });
  expect(diagnostics.map(({ path }) => path)).toEqual(['1.at', '1.streams']);
});
