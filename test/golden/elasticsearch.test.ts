import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';
import { hostileBatch } from '../fixtures/metrics/hostile.js';
import { platform } from '../fixtures/metrics/platform.js';
import { toGolden } from './to-golden.js';

const cases = [
  ['index', platform, { target: 'index', index: 'ledger-metrics', tenantField: 'organization.id' }],
  ['data-stream', platform, { dataset: 'ledger', perTenant: true }],
  ['tsds', platform, { target: 'tsds', dataset: 'ledger', namespace: 'eu' }],
  ['opensearch', platform, { profile: 'opensearch' }],
  ['hostile', hostileBatch(20), { target: 'tsds' }],
] as const;

it.each(cases)('Elasticsearch is written as it was: %s', async (name, batch, options) => {
  const { elasticsearch } = createFormatters({
    tenantId: 'maison_carthage',
    clock: () => Date.UTC(2026, 10, 20, 10),
    channels: { elasticsearch: options },
  });
  const { payload, followUps, diagnostics } = elasticsearch.format(batch);
  expect(followUps).toEqual([]);
  const { template } = elasticsearch.indexTemplate(batch);
  const golden = toGolden({ operations: payload.operations, diagnostics, template });
  await expect(golden).toMatchFileSnapshot(new URL(`elasticsearch/${name}.json`, import.meta.url).pathname);
});

it('keeps no golden file that nothing is compared with', () => {
  const expected = cases.map(([name]) => `${name}.json`).sort();
  expect(readdirSync(new URL('elasticsearch/', import.meta.url)).sort()).toEqual(expected);
});
