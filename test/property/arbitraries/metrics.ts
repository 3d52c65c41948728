/** Names, values and batches made to collide and to break out. */
import fc from 'fast-check';
import type { Metric, MetricBatch } from '../../../src/metric/model.js';

const separators = [
  ',', '=', ':', '|', '"', "'", '\\', '{', '}', '#', '/', '+', '$', ' ', '\t', '\n', '\r', '\0', '\u2028', '\ud800', '%', '%0A', '%5C', '_', '.', 'a', 'é', '🎵',
  'tenant', 'U__', '__name__', '__proto__', 'le',
]; // biome-ignore format: one list

const hostileText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...separators), { maxLength: 5 })
  .map((parts) => parts.join(''));

const hostileName = fc.oneof(
  fc.constantFrom(
    'a',
    'a.b',
    'a_b',
    'a-b',
    'a_count',
    'a_total',
    'U__a_2e_b',
    'tenant',
    'exported_tenant',
    'le',
    '__name__',
    'time',
    '_x',
    '#a',
  ),
  hostileText.filter((text) => text !== ''),
);

export const attributes: fc.Arbitrary<Record<string, string>> = fc
  .array(fc.tuple(hostileName, hostileText), { maxLength: 4 })
  .map((entries) => Object.fromEntries(entries));

const number = fc.oneof(fc.double(), fc.integer(), fc.bigInt({ min: -(2n ** 65n), max: 2n ** 65n }));
const count = fc.oneof(fc.nat(), fc.bigInt({ min: 0n, max: 2n ** 64n }), fc.double());

const pointsOf: Readonly<Record<Metric['kind'], fc.Arbitrary<object>>> = {
  counter: fc.record({ attributes, value: number }),
  gauge: fc.record({ attributes, value: number, timestamp: fc.integer({ min: -1e12, max: 2e12 }) }),
  histogram: fc.record({
    attributes,
    count,
    sum: fc.double(),
    buckets: fc.array(fc.record({ le: fc.double(), count }), { maxLength: 3 }),
  }),
  summary: fc.record({
    attributes,
    count,
    sum: fc.double(),
    quantiles: fc.array(fc.record({ quantile: fc.double(), value: fc.double() }), { maxLength: 3 }),
  }),
  info: fc.record({ attributes }),
  stateset: fc.record({ attributes, states: fc.dictionary(hostileText, fc.boolean(), { maxKeys: 3 }) }),
};

const metric: fc.Arbitrary<Metric> = fc.constantFrom(...(Object.keys(pointsOf) as Metric['kind'][])).chain((kind) =>
  fc.record(
    {
      kind: fc.constant(kind),
      name: hostileName,
      unit: fc.constantFrom('s', 'By', '1', 'seconds', '{x}', '\n'),
      help: hostileText,
      points: fc.array(pointsOf[kind], { maxLength: 6 }),
    },
    { requiredKeys: ['kind', 'name', 'points'] },
  ),
) as fc.Arbitrary<Metric>;

export const batch: fc.Arbitrary<MetricBatch> = fc.record(
  { resource: attributes, metrics: fc.array(metric, { maxLength: 5 }) },
  { requiredKeys: ['metrics'] },
);
