import { describe, expect, it } from 'vitest';
import { createFormatters, type ElasticsearchPayload, isFormatError } from '../../src/index.js';
import { counter, gauge, histogram, info, metricBatch, stateset, summary } from '../../src/metric/build.js';
import type { Attributes, Metric } from '../../src/metric/model.js';
import type { ElasticsearchTenantOptions } from '../../src/tenant/elasticsearch-options.js';

const now = Date.UTC(2026, 10, 20, 10);

const create = (options: ElasticsearchTenantOptions = {}, tenantId = 'x') =>
  createFormatters({ tenantId, clock: () => now, channels: { elasticsearch: { tenantField: false, ...options } } })
    .elasticsearch;

type Doc = { '@timestamp': string; labels?: Record<string, string>; metrics: Record<string, unknown> } & Record<
  string,
  unknown
>;

const documentsOf = ({ operations }: ElasticsearchPayload): Doc[] =>
  operations.filter((_operation, index) => index % 2 === 1) as Doc[];

const write = (metrics: readonly Metric[], options?: ElasticsearchTenantOptions, resource?: Attributes) => {
  const { payload, diagnostics } = create(options).format(metricBatch(metrics, resource));
  return { documents: documentsOf(payload), diagnostics, payload };
};

const one = (value: number | bigint, attributes?: Attributes): Metric =>
  gauge('g', [{ value, ...(attributes !== undefined && { attributes }) }]);

describe('actions', () => {
  it.each([
    ['index', { target: 'index', index: 'ledger' }, 'index', 'ledger', true],
    ['index of its own name', { target: 'index' }, 'index', 'metrics_generic_default', true],
    ['data stream', { dataset: 'ledger' }, 'create', 'metrics-ledger-default', true],
    ['time series', { target: 'tsds', namespace: 'eu' }, 'create', 'metrics-generic-eu', false],
  ] as const)('send documents to an %s', (_name, options, action, index, hasId) => {
    const [operation] = write([one(1)], options).payload.operations;
    expect(Object.keys(operation ?? {})).toEqual([action]);
    expect(operation?.[action]).toEqual(
      hasId ? { _index: index, _id: expect.stringMatching(/^[0-9a-f]{32}$/) } : { _index: index },
    );
  });

  const idOf = (metric: Metric, tenantId = 'x', options: ElasticsearchTenantOptions = {}): unknown => {
    const [operation] = create(options, tenantId).format(metricBatch([metric])).payload.operations;
    return (operation?.create as { _id: string } | undefined)?._id;
  };

  it('have ids of what a document is about, and not of what it says', () => {
    const id = idOf(one(1, { a: '1', b: '2' }));
    expect(idOf(one(2, { b: '2', a: '1' }))).toBe(id);
    for (const other of [
      one(1, { a: '2', b: '1' }),
      one(1, { a: '1' }),
      gauge('h', [{ value: 1, attributes: { a: '1', b: '2' } }]),
    ]) {
      expect(idOf(other)).not.toBe(id);
    }
    expect(idOf(gauge('g', [{ value: 1, attributes: { a: '1', b: '2' }, timestamp: now + 1 }]))).not.toBe(id);
    expect(idOf(one(1, { a: '1', b: '2' }), 'y')).not.toBe(id);
  });

  it.each([
    [
      { a: '1"2', b: '3' },
      { a: '1', b: '2"3' },
    ],
    [
      { a: '1","b":"2', b: '3' },
      { a: '1', b: '2","b":"3' },
    ],
    [
      { a: '1', b: '23' },
      { a: '12', b: '3' },
    ],
  ])('have other ids for %j and %j', (first, second) => {
    expect(idOf(one(1, first))).not.toBe(idOf(one(1, second)));
  });

  it.each([
    ['maison_carthage', 'metrics-generic-maison_carthage'],
    ['Maison-Carthage', /^metrics-generic-maison_carthage\.[0-9a-f]{32}$/],
    ['../*?', /^metrics-generic-_____\.[0-9a-f]{32}$/],
    ['é'.repeat(200), /^metrics-generic-_{60}\.[0-9a-f]{32}$/],
  ])('name a data stream for the tenant %s', (tenantId, name) => {
    const { template } = create({ perTenant: true }, tenantId).indexTemplate(metricBatch([]));
    expect(template.name).toEqual(typeof name === 'string' ? name : expect.stringMatching(name));
  });
});

describe('fields', () => {
  it('are labels, but for what ECS has a field for', () => {
    const { documents } = write(
      [one(1, { 'http.method': 'GET', 'host.name': 'a' })],
      {},
      {
        'service.name': 'ledger',
        'service.instance.id': '7',
        'host.name': 'b',
      },
    );
    expect(documents).toEqual([
      {
        '@timestamp': '2026-11-20T10:00:00.000Z',
        ecs: { version: '9.4.0' },
        metricset: { name: 'g' },
        labels: { http_method: 'GET' },
        host: { name: 'a' },
        service: { name: 'ledger', node: { name: '7' } },
        metrics: { g: 1 },
      },
    ]);
  });

  it.each([
    ['labels.tenant', { tenant: 'x', exported_tenant: 'y' }, undefined],
    ['organization.id', { tenant: 'y' }, { id: 'x' }],
  ])('hold the tenant in %s, whatever a label says', (tenantField, labels, organization) => {
    const { documents } = write([one(1, { tenant: 'y' })], { tenantField });
    expect(documents[0]?.labels).toEqual(labels);
    expect(documents[0]?.organization).toEqual(organization);
  });

  it.each([
    ['__proto__', 'U______proto____'],
    ['a b', 'a_b'],
    ['', 'U__'],
    ['x'.repeat(300), expect.stringMatching(/^U__h_[0-9a-f]{32}$/)],
  ])('name the label %j in a way that readers accept', (name, written) => {
    const attributes = Object.fromEntries([[name, 'v']]);
    const { documents, diagnostics } = write([one(1, attributes)]);
    const [key] = Object.keys(documents[0]?.labels ?? {});
    expect(key).toEqual(written);
    expect(diagnostics).toMatchObject([{ code: 'normalized' }]);
  });

  it('keep labels apart that would have one name', () => {
    const { documents, diagnostics } = write([one(1, { 'a.b': '1', a_b: '2', 'a b': '3' })]);
    expect(documents[0]?.labels).toEqual({ U__a_2e_b: '1', a_b: '2', U__a_20_b: '3' });
    expect(diagnostics.map(({ code }) => code)).toEqual(['collision', 'collision']);
  });

  it.each([
    ['a.b', 'a.b', 'a_b'],
    ['a..b', 'a__b', 'a__b'],
    ['.a', '_a', '_a'],
    ['a.__proto__', 'a___proto__', 'a___proto__'],
    [Array(30).fill('a').join('.'), Array(30).fill('a').join('_'), Array(30).fill('a').join('_')],
  ])('name the metric %s', (name, dots, underscores) => {
    const metric = gauge(name, [{ value: 1 }]);
    expect(Object.keys(write([metric]).documents[0]?.metrics ?? {})).toEqual([dots]);
    expect(Object.keys(write([metric], { profile: 'opensearch' }).documents[0]?.metrics ?? {})).toEqual([underscores]);
  });

  it('do not clash where dots open objects', () => {
    const metrics = [gauge('a', [{ value: 1 }]), gauge('a.b', [{ value: 2 }])];
    expect(write(metrics).documents).toHaveLength(2);
    const { documents, diagnostics } = write(metrics, { profile: 'opensearch', names: 'dots' });
    expect(documents).toHaveLength(1);
    expect(diagnostics).toMatchObject([{ code: 'dropped', path: 'metrics.1.name' }]);
  });

  it('are as many as an index can have, and no more', () => {
    const metrics = Array.from({ length: 60 }, (_value, index) =>
      gauge(`m${index}`, [{ value: 1, attributes: { l: '1' } }]),
    );
    const { documents, diagnostics } = write(metrics, { maxFields: 50 });
    expect(documents).toHaveLength(0);
    expect(diagnostics.filter(({ path }) => path.endsWith('.attributes'))).not.toEqual([]);
    expect(diagnostics.find(({ path }) => path === 'metrics.59')).toMatchObject({
      code: 'dropped',
      limit: 50,
      unit: 'item',
    });
    const error = create({ maxFields: 50 }).tryFormat(metricBatch(metrics), { strict: true });
    expect(error).toMatchObject({ ok: false, error: { code: 'ERR_INPUT_INVALID' } });
    try {
      create({ maxFields: 50 }).indexTemplate(metricBatch(metrics));
      expect.unreachable();
    } catch (thrown) {
      expect(isFormatError(thrown, 'ERR_LIMIT_EXCEEDED')).toBe(true);
    }
  });
});

describe('values', () => {
  it.each([
    [1.5, {}, 1.5],
    [1e21, {}, 1e21],
    [-0, {}, 0],
    [312n, {}, 312],
    [9_007_199_254_740_993n, {}, '9007199254740993'],
    [-(2n ** 63n), {}, '-9223372036854775808'],
    [2n ** 64n - 1n, { unsigned: true }, '18446744073709551615'],
  ] as const)('are exact: %s', (value, options, written) => {
    expect(write([one(value)], options).documents[0]?.metrics.g).toBe(written);
  });

  it.each([
    [Number.NaN, {}],
    [Number.POSITIVE_INFINITY, {}],
    [2n ** 63n, {}],
    [-1n, { unsigned: true }],
    [2n ** 64n, { unsigned: true }],
  ] as const)('that no field holds are left out and named: %s', (value, options) => {
    const metric = gauge('g', [
      { value: 1n, timestamp: 1 },
      { value, timestamp: 2 },
    ]);
    const { documents, diagnostics } = write([metric], options);
    expect(documents).toHaveLength(1);
    expect(diagnostics).toMatchObject([{ code: 'dropped', severity: 'warning', path: 'metrics.0.points.1.value' }]);
    const strict = create(options).tryFormat(metricBatch([metric]), { strict: true });
    expect(strict).toMatchObject({
      ok: false,
      error: { code: 'ERR_INPUT_INVALID', issues: [{ path: 'metrics.0.points.1.value' }] },
    });
  });

  it.each([
    ['a negative counter', counter('c', [{ value: -1 }]), 'metrics.0.points.0.value'],
    ['a second point of one series and time', gauge('g', [{ value: 1 }, { value: 2 }]), 'metrics.0.points.1'],
    ['a time before the calendar', gauge('g', [{ value: 1, timestamp: -8.64e15 }]), 'metrics.0.points.0.timestamp'],
    ['a value longer than a term', one(1, { a: 'é'.repeat(20_000) }), 'metrics.0.points.0.attributes'],
    ['a state set without states', stateset('s', [{ states: {} }]), 'metrics.0.points.0.states'],
    ['a state without a name', stateset('s', [{ states: { '': true } }]), 'metrics.0.points.0.states'],
    ['buckets out of order', histogram('h', [{ count: 1, buckets: [{ le: 1, count: 2 }] }]), 'metrics.0.points.0'],
    ['a name longer than a term', gauge('n'.repeat(40_000), [{ value: 1 }]), 'metrics.0.name'],
  ])('leave out %s', (_name, metric, path) => {
    const { diagnostics } = write([metric]);
    expect(diagnostics.filter(({ code }) => code === 'dropped')).toMatchObject([{ path, severity: 'warning' }]);
  });

  it('need a time', () => {
    const { elasticsearch } = createFormatters({ tenantId: 'x' });
    const { payload, diagnostics } = elasticsearch.format(metricBatch([one(1)]));
    expect(payload).toEqual({ operations: [], ndjson: '' });
    expect(diagnostics).toMatchObject([{ code: 'dropped', path: 'metrics.0.points.0.timestamp' }]);
    expect(elasticsearch.format(metricBatch([one(1)]), { now: 5 }).payload.ndjson).toContain(
      '"1970-01-01T00:00:00.005Z"',
    );
  });

  it('write a histogram as one, and in OpenSearch as buckets', () => {
    const metric = histogram('h', [
      {
        count: 10,
        sum: 4,
        createdAt: 0,
        buckets: [
          { le: 1, count: 4 },
          { le: 5, count: 9 },
        ],
      },
    ]);
    const { documents } = write([metric]);
    expect(documents).toMatchObject([
      {
        event: { start: '1970-01-01T00:00:00.000Z' },
        metrics: { h: { values: [0.5, 3, 5], counts: [4, 5, 1] }, h_sum: 4, h_count: 10 },
      },
    ]);
    const parts = write([metric], { profile: 'opensearch' }).documents;
    expect(parts.map(({ labels, metrics }) => [labels?.le, metrics])).toEqual([
      [undefined, { h_sum: 4, h_count: 10 }],
      ['1.0', { h_bucket: 4 }],
      ['5.0', { h_bucket: 9 }],
      ['+Inf', { h_bucket: 10 }],
    ]);
  });

  it('write quantiles, states and facts as documents of their own', () => {
    const { documents } = write([
      summary('s', [
        {
          count: 2,
          sum: 3,
          quantiles: [
            { quantile: 0.99, value: 2 },
            { quantile: 0.5, value: 1 },
          ],
        },
      ]),
      stateset('t', [{ states: { on: true, off: false }, attributes: { state: 'mine' } }]),
      info('i', [{ attributes: { version: '1' } }]),
    ]);
    expect(documents.map(({ labels, metrics }) => [labels ?? {}, metrics])).toEqual([
      [{}, { s_sum: 3, s_count: 2 }],
      [{ quantile: '0.5' }, { s: 1 }],
      [{ quantile: '0.99' }, { s: 2 }],
      [{ state: 'on', exported_state: 'mine' }, { t: 1 }],
      [{ state: 'off', exported_state: 'mine' }, { t: 0 }],
      [{ version: '1' }, { i: 1 }],
    ]);
  });

  it('gives a histogram another name where its parts would meet another metric', () => {
    const { documents, diagnostics } = write([
      gauge('h_sum', [{ value: 1 }]),
      histogram('h', [{ count: 0, sum: 0, buckets: [{ le: 1, count: 0 }] }]),
    ]);
    expect(documents.map(({ metrics }) => Object.keys(metrics))).toEqual([
      ['h_sum'],
      ['U__h', 'U__h_sum', 'U__h_count'],
    ]);
    expect(diagnostics[0]).toMatchObject({ code: 'collision', path: 'metrics.1.name' });
  });

  it('warns of times that a new time series refuses', () => {
    const metric = gauge('g', [
      { value: 1, timestamp: now - 3 * 3_600_000 },
      { value: 1, timestamp: now + 3_600_000 },
    ]);
    expect(write([metric], { target: 'tsds' }).diagnostics).toMatchObject([
      { code: 'advice', path: 'metrics.0.points.0.timestamp' },
    ]);
    expect(write([metric]).diagnostics).toEqual([]);
  });
});

describe('requests', () => {
  const many = metricBatch([
    gauge(
      'g',
      Array.from({ length: 4000 }, (_value, index) => ({ value: index, attributes: { track: `é${index}` } })),
    ),
  ]);
  const options: ElasticsearchTenantOptions = { maxBytes: 200_000 };

  it('hold so many bytes at most, and nothing is lost between them', () => {
    const { payload, followUps, diagnostics } = create(options).format(many);
    const bodies = [payload, ...followUps];
    expect(bodies.length).toBeGreaterThan(2);
    for (const { ndjson } of bodies) expect(Buffer.byteLength(ndjson)).toBeLessThanOrEqual(200_000);
    expect(bodies.flatMap(documentsOf).map(({ metrics }) => metrics.g)).toEqual(
      Array.from({ length: 4000 }, (_value, index) => index),
    );
    expect(diagnostics).toMatchObject([{ code: 'split', limit: 200_000, unit: 'byte' }]);
    const { chunks, contentType } = create(options).formatChunks(many);
    expect([...chunks]).toEqual(bodies.map(({ ndjson }) => ndjson));
    expect(contentType).toBe('application/x-ndjson');
  });

  it('are cut or refused on demand', () => {
    const cut = create(options).format(many, { overflow: 'truncate' });
    expect(cut.followUps).toEqual([]);
    expect(cut.diagnostics).toMatchObject([{ code: 'dropped', severity: 'warning' }]);
    expect(create(options).tryFormat(many, { overflow: 'error' })).toMatchObject({
      ok: false,
      error: { code: 'ERR_LIMIT_EXCEEDED', limit: 200_000, unit: 'byte' },
    });
  });

  it('leave out a document that is larger than a request', () => {
    const attributes = Object.fromEntries(
      Array.from({ length: 10 }, (_value, index) => [`l${index}`, 'x'.repeat(30_000)]),
    );
    const { documents, diagnostics } = write([one(1, attributes)], options);
    expect(documents).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'dropped', limit: 200_000, unit: 'byte' }]);
  });

  it('throw in pieces in strict mode', () => {
    const { chunks } = create().formatChunks(metricBatch([one(Number.NaN)]), { strict: true });
    expect(() => [...chunks]).toThrow(/metrics\.0\.points\.0\.value/);
  });
});
