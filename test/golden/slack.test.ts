import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';
import { cases as common, chartCases, locales, tenants } from './cases.js';
import { toGolden } from './to-golden.js';

const cases = [...common, ...chartCases];
const folder = new URL('slack/', import.meta.url);
const fileOf = (name: string, locale: string): string => `${name}.${locale}.json`;

describe.each(locales)('Slack messages in %s', (locale) => {
  const { slack } = createFormatters(tenants[locale]);

  it.each(cases)('are as they were: $name', async ({ name, input, options }) => {
    const golden = toGolden(slack.format(input(locale), options));
    await expect(golden).toMatchFileSnapshot(new URL(fileOf(name, locale), folder).pathname);
  });

  it('are as they were where Slack draws', async () => {
    const tenant = tenants[locale];
    const drawn = { ...tenant.channels?.slack, charts: 'native', tables: 'data' } as const;
    const native = createFormatters({ ...tenant, channels: { slack: drawn } }).slack;
    const golden = toGolden(native.format(chartCases[0]?.input(locale) as never));
    await expect(golden).toMatchFileSnapshot(new URL(fileOf('charts-native', locale), folder).pathname);
  });
});

it('keeps no golden file that nothing is compared with', () => {
  const expected = locales.flatMap((locale) => [...cases.map(({ name }) => name), 'charts-native'].map((name) => fileOf(name, locale)));
  expect(readdirSync(folder).sort()).toEqual(expected.sort());
});
