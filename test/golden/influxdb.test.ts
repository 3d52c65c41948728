import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';
import { hostileBatch } from '../fixtures/metrics/hostile.js';
import { platform } from '../fixtures/metrics/platform.js';
import { toGolden } from './to-golden.js';

const cases = [
  ['v1', platform, { profile: 'v1', precision: 'ns' }],
  ['v2', platform, { profile: 'v2' }],
  ['v3', platform, { profile: 'v3', precision: 's' }],
  ['hostile', hostileBatch(20), {}],
] as const;

it.each(cases)('InfluxDB is written as it was: %s', async (name, batch, options) => {
  const { influxdb } = createFormatters({ tenantId: 'maison_carthage', channels: { influxdb: options } });
  const golden = toGolden(influxdb.format(batch));
  await expect(golden).toMatchFileSnapshot(new URL(`influxdb/${name}.json`, import.meta.url).pathname);
});

it('keeps no golden file that nothing is compared with', () => {
  expect(readdirSync(new URL('influxdb/', import.meta.url)).sort()).toEqual(cases.map(([name]) => `${name}.json`).sort());
});
