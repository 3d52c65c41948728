import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';
import { hostileBatch } from '../fixtures/metrics/hostile.js';
import { platform } from '../fixtures/metrics/platform.js';
import { toGolden } from './to-golden.js';

const { prometheus } = createFormatters({ tenantId: 'maison_carthage' });

const cases = [
  ['text', platform, {}],
  ['text-utf-8', platform, { format: 'text-1.0', escaping: 'allow-utf-8' }],
  ['openmetrics', platform, { format: 'openmetrics', timestamps: true }],
  ['openmetrics-values', platform, { format: 'openmetrics', escaping: 'values' }],
  ['openmetrics-2.0', platform, { format: 'openmetrics-2.0', escaping: 'dots' }],
  ['hostile', hostileBatch(20), {}],
] as const;

it.each(cases)('Prometheus is written as it was: %s', async (name, batch, options) => {
  const { payload, diagnostics } = prometheus.format(batch, options);
  const lines = String(payload.body).split('\n');
  const golden = toGolden({ contentType: payload.contentType, lines, diagnostics });
  await expect(golden).toMatchFileSnapshot(new URL(`prometheus/${name}.json`, import.meta.url).pathname);
});

it('keeps no golden file that nothing is compared with', () => {
  expect(readdirSync(new URL('prometheus/', import.meta.url)).sort()).toEqual(cases.map(([name]) => `${name}.json`).sort());
});
