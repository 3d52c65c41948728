import { expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';

it.each([
  ['profile', { profile: 'opensearch', target: 'tsds' }, 'target'],
  ['an index of a data stream', { index: 'a' }, 'index'],
  ['an index that is a data stream', { target: 'index', index: 'metrics-a-b' }, 'index'],
  ['a namespace for all and for each', { perTenant: true, namespace: 'a' }, 'perTenant'],
  ['a label that metrics need', { tenantField: 'labels.le' }, 'tenantField'],
  ['a field anywhere', { tenantField: '@timestamp' }, 'tenantField'],
  ['a dash in a dataset', { dataset: 'a-b' }, 'dataset'],
  ['upper case', { namespace: 'EU' }, 'namespace'],
  ['too long a part', { dataset: 'a'.repeat(101) }, 'dataset'],
  ['forbidden characters', { target: 'index', index: 'a*b' }, 'index'],
  ['a leading underscore', { target: 'index', index: '_a' }, 'index'],
  ['too small a request', { maxBytes: 1000 }, 'maxBytes'],
  ['too large a request', { maxBytes: 100_000_001 }, 'maxBytes'],
])('refuses %s', (_name, elasticsearch, path) => {
  const create = (): unknown =>
    createFormatters({ tenantId: 'x', channels: { elasticsearch: elasticsearch as object } }).elasticsearch;
  expect(create).toThrow(
    expect.objectContaining({
      issues: expect.arrayContaining([expect.objectContaining({ path: `channels.elasticsearch.${path}` })]),
    }),
  );
});
