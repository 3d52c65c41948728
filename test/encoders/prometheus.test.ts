import protobuf from 'protobufjs';
import { describe, expect, it } from 'vitest';
import { negotiate } from '../../src/formatters/prometheus.js';
import { createFormatters, isFormatError } from '../../src/index.js';
import { counter, gauge, histogram, metricBatch, stateset, summary } from '../../src/metric/build.js';
import type { Metric } from '../../src/metric/model.js';
import { platform } from '../fixtures/metrics/platform.js';

const { prometheus } = createFormatters({ tenantId: 'label_42', channels: { prometheus: { tenantLabel: false } } });

const linesOf = (metrics: readonly Metric[], options: Parameters<typeof prometheus.format>[1] = {}): string[] =>
  String(prometheus.format(metricBatch(metrics), options).payload.body)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

const codesOf = (metrics: readonly Metric[]): string[] =>
  prometheus.format(metricBatch(metrics)).diagnostics.map(({ code, path }) => `${code} ${path}`);

describe('samples', () => {
  it.each([
    ['NaN', Number.NaN],
    ['+Inf', Number.POSITIVE_INFINITY],
    ['-Inf', Number.NEGATIVE_INFINITY],
    ['-0', -0],
    ['1e+21', 1e21],
    ['18446744073709551615', 2n ** 64n - 1n],
  ])('print %s', (printed, value) => {
    expect(linesOf([gauge('g', [{ value }])])).toEqual([`g ${printed}`]);
  });

  it('escape values, and nothing else', () => {
    expect(linesOf([gauge('g', [{ attributes: { a: 'x"y\\z\n\r\u2028' }, value: 1 }])])).toEqual([
      'g{a="x\\"y\\\\z\\n\r\u2028"} 1',
    ]);
  });

  it('keep apart what a peer puts together', () => {
    const points = [
      { attributes: { path: '/a,tenant:x', tenant: 'y' }, value: 1 },
      { attributes: { path: '/a', tenant: 'x,tenant:y' }, value: 10 },
    ];
    expect(linesOf([counter('c', points)])).toHaveLength(2);
  });

  it.each([
    [0.5, '0.5'],
    [1, '1.0'],
    [0, '0.0'],
    [1e-5, '1e-05'],
    [100_000, '100000.0'],
    [1e6, '1e+06'],
    [1.25e23, '1.25e+23'],
  ])('write the bound %d as servers do', (le, printed) => {
    expect(linesOf([histogram('h', [{ count: 1, buckets: [{ le, count: 1 }] }])])[0]).toBe(
      `h_bucket{le="${printed}"} 1`,
    );
  });
});

describe('what cannot be written', () => {
  it.each<[string, Metric, string]>([
    ['a counter that is negative', counter('c', [{ value: -1 }]), 'metrics.0.points.0.value'],
    ['a counter that is no number', counter('c', [{ value: Number.NaN }]), 'metrics.0.points.0.value'],
    [
      'buckets that shrink',
      histogram('h', [
        {
          count: 3,
          buckets: [
            { le: 1, count: 2 },
            { le: 2, count: 1 },
          ],
        },
      ]),
      'metrics.0.points.0',
    ],
    [
      'a bucket with more than all',
      histogram('h', [{ count: 3, buckets: [{ le: 1, count: 4 }] }]),
      'metrics.0.points.0',
    ],
    [
      'two buckets with one bound',
      histogram('h', [
        {
          count: 3,
          buckets: [
            { le: 1, count: 1 },
            { le: 1, count: 2 },
          ],
        },
      ]),
      'metrics.0.points.0',
    ],
    ['a half count', histogram('h', [{ count: 1.5 }]), 'metrics.0.points.0'],
    [
      'spans without room',
      histogram('h', [
        { count: 1, native: { schema: 0, zeroThreshold: 0, zeroCount: 0, positive: { spans: [], counts: [1] } } },
      ]),
      'metrics.0.points.0',
    ],
    [
      'a quantile above 1',
      summary('s', [{ count: 1, sum: 1, quantiles: [{ quantile: 1.5, value: 1 }] }]),
      'metrics.0.points.0',
    ],
    ['no state', stateset('s', [{ states: {} }]), 'metrics.0.points.0.states'],
    ['the same series again', gauge('g', [{ value: 1 }, { value: 2 }]), 'metrics.0.points.1'],
  ])('%s is left out, and in strict mode refused', (_what, metric, path) => {
    const batch = metricBatch([metric, gauge('other', [{ value: 7 }])]);
    const { payload, diagnostics } = prometheus.format(batch);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'dropped', severity: 'warning', path }));
    expect(payload.body).toContain('other 7\n');
    const result = prometheus.tryFormat(batch, { strict: true });
    expect(!result.ok && isFormatError(result.error, 'ERR_INPUT_INVALID') && result.error.issues[0]?.path).toBe(path);
  });
});

describe('names', () => {
  it('of two that would be one, one is written losslessly, in any order', () => {
    const both = [gauge('a.b', [{ value: 1 }]), gauge('a_b', [{ value: 2 }])];
    expect(linesOf(both)).toEqual(['U__a_2e_b 1', 'a_b 2']);
    expect(linesOf(both.reverse())).toEqual(['a_b 2', 'U__a_2e_b 1']);
  });

  it('that meet through suffixes are told apart', () => {
    expect(linesOf([gauge('a_count', [{ value: 1 }]), summary('a', [{ count: 1, sum: 1, quantiles: [] }])])).toEqual([
      'a_count 1',
      'U__a_count 1',
      'U__a_sum 1',
    ]);
  });

  it('of one kind are one family, of two kinds never', () => {
    expect(linesOf([gauge('a', [{ attributes: { x: '1' }, value: 1 }]), gauge('a', [{ value: 2 }])])).toEqual([
      'a{x="1"} 1',
      'a 2',
    ]);
    expect(codesOf([gauge('a', [{ value: 1 }]), stateset('a', [{ states: { on: true } }])])).toContain(
      'collision metrics.1.name',
    );
  });

  it.each([
    ['underscores', 'a_b_'],
    ['dots', 'a_dot_b_'],
    ['values', 'U__a_2e_b_e9_'],
  ] as const)('follow the scheme %s', (escaping, name) => {
    expect(linesOf([gauge('a.bé', [{ value: 1 }])], { escaping })).toEqual([`${name} 1`]);
  });

  it('beyond ASCII stand in quotes', () => {
    expect(
      linesOf([gauge('a.bé', [{ attributes: { 'c.d': '1' }, value: 1 }, { value: 2 }])], { escaping: 'allow-utf-8' }),
    ).toEqual(['{"a.bé","c.d"="1"} 1', '{"a.bé"} 2']);
  });

  it('get their unit and the end of their kind', () => {
    expect(
      linesOf([counter('io', [{ value: 1 }], { unit: 'By' }), gauge('latency_ms', [{ value: 2 }], { unit: 'ms' })]),
    ).toEqual(['io_bytes_total 1', 'latency_ms 2']);
  });

  it('come with advice', () => {
    expect(codesOf([gauge('latency', [{ attributes: { userId: '7' }, value: 1 }], { unit: 'ms' })])).toEqual([
      'advice metrics.0.name',
      'advice metrics.0.points.0.attributes.userId',
      'normalized metrics.0.name',
    ]);
  });
});

describe('negotiation', () => {
  const scraper =
    'application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited;q=0.6,' +
    'application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,text/plain;version=0.0.4;q=0.2,*/*;q=0.1';
  it.each([
    [scraper, 'protobuf', 'underscores'],
    [scraper.replace(/^[^,]*,/, ''), 'openmetrics', 'allow-utf-8'],
    ['text/plain;version=1.0.0;escaping=values', 'text-1.0', 'values'],
    ['application/openmetrics-text; version=2.0.0', 'text', 'underscores'],
    ['application/json, text/plain;version=0.0.4;q=0', 'text', 'underscores'],
    ['*/*', 'text', 'underscores'],
    [undefined, 'text', 'underscores'],
    ['text/plain;version=1.0.0;escaping=none', 'text-1.0', 'underscores'],
  ])('of %s', (accept, format, escaping) => {
    expect(negotiate(accept)).toEqual({ format, escaping });
  });
});

describe('OpenMetrics', () => {
  it('of nothing is the end alone', () => {
    expect(prometheus.format({ metrics: [] }, { format: 'openmetrics' }).payload.body).toBe('# EOF\n');
  });

  it.each([
    ['over 128 characters', { attributes: { trace: 'x'.repeat(124) }, value: 0.5 }],
    ['outside of its bucket', { value: 1.5 }],
  ])('has no exemplar %s', (_what, exemplar) => {
    const { payload, diagnostics } = prometheus.format(
      metricBatch([histogram('h', [{ count: 1, buckets: [{ le: 1, count: 1, exemplar }] }])]),
      { format: 'openmetrics' },
    );
    expect(payload.body).not.toContain(' # ');
    expect(diagnostics).toMatchObject([{ code: 'dropped', path: 'metrics.0.points.0.buckets.0.exemplar' }]);
  });
});

describe('protobuf', () => {
  const schema = `syntax = "proto3"; package p;
message L { string name = 1; string value = 2; }
message S { sint32 offset = 1; uint32 length = 2; }
message B { uint64 cumulative_count = 1; double upper_bound = 2; }
message H { uint64 sample_count = 1; double sample_sum = 2; repeated B bucket = 3; sint32 schema = 5; double zero_threshold = 6;
  uint64 zero_count = 7; repeated S positive_span = 12; repeated sint64 positive_delta = 13; }
message V { double value = 1; }
message M { repeated L label = 1; V gauge = 2; V counter = 3; H histogram = 7; int64 timestamp_ms = 6; }
message F { string name = 1; string help = 2; int32 type = 3; repeated M metric = 4; string unit = 5; }`;

  it('is read by another library', () => {
    const { root } = protobuf.parse(schema, { keepCase: true });
    const type = root.lookupType('p.F');
    const reader = protobuf.Reader.create(
      prometheus.format(platform, { format: 'protobuf' }).payload.body as Uint8Array,
    );
    const families: Record<string, unknown>[] = [];
    while (reader.pos < reader.len) families.push(type.toObject(type.decodeDelimited(reader), { longs: Number }));
    expect(families.map(({ name }) => name)).toEqual([
      'streams_total', 'royalties_queue_seconds', 'start_latency_seconds', 'download_size', 'decode', 'build_info', 'ingest',
    ]); // biome-ignore format: one list
    expect(families[3]).toMatchObject({
      type: 4,
      metric: [
        {
          histogram: {
            sample_count: 12,
            schema: 1,
            zero_count: 2,
            positive_span: [
              { offset: -1, length: 2 },
              { offset: 3, length: 1 },
            ],
            positive_delta: [3, 1, -1],
          },
        },
      ],
    });
  });
});
