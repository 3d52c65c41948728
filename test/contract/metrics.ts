/** Inputs of the metrics formatters for the contract: as JSON, valid and invalid. */
import { platform } from '../fixtures/metrics/platform.js';

export const batches: readonly unknown[] = [
  { metrics: [] },
  { metrics: [{ kind: 'gauge', name: 'queue_depth', points: [{ value: 312, timestamp: 1_795_168_800_000 }] }] },
  platform,
];

export const secret = 'jeanne@example.com';

const point = (member: object): object => ({
  metrics: [{ kind: 'counter', name: 'streams', points: [{ value: 1 }, { value: 2, ...member }] }],
});

export const invalidBatches: readonly (readonly [name: string, input: unknown, paths: readonly string[]])[] = [
  ['nothing', undefined, ['']],
  ['a text', secret, ['']],
  ['a batch without metrics', {}, ['metrics']],
  ['metrics that are no list', { metrics: secret }, ['metrics']],
  ['an unknown member', { metrics: [], resources: secret }, ['resources']],
  ['an unknown kind', { metrics: [{ kind: secret, name: 'a', points: [] }] }, ['metrics.0.kind']],
  ['a metric without a name', { metrics: [{ kind: 'gauge', name: '', points: [] }] }, ['metrics.0.name']],
  ['a value that is a text', point({ value: secret }), ['metrics.0.points.1.value']],
  ['an attribute that is no text', point({ attributes: { user: [secret] } }), ['metrics.0.points.1.attributes.user']],
  ['a time that is a text', point({ timestamp: secret }), ['metrics.0.points.1.timestamp']],
  ['a misspelt member', point({ atributes: { a: secret } }), ['metrics.0.points.1.atributes']],
  [
    'a bucket without a count, and a quantile',
    { metrics: [{ kind: 'histogram', name: 'a', points: [{ count: 1, buckets: [{ le: 1 }], quantiles: [] }] }] },
    ['metrics.0.points.0.buckets.0.count', 'metrics.0.points.0.quantiles'],
  ],
  [
    'a schema of no native histogram',
    {
      metrics: [
        { kind: 'histogram', name: 'a', points: [{ count: 1, native: { schema: 9, zeroThreshold: 0, zeroCount: 0 } }] },
      ],
    },
    ['metrics.0.points.0.native.schema'],
  ],
];
