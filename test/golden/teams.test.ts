import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';
import { cases as common, chartCases, locales, tenants } from './cases.js';
import { toGolden } from './to-golden.js';

const cases = [...common, ...chartCases];
const folder = new URL('teams/', import.meta.url);
const fileOf = (name: string, locale: string): string => `${name}.${locale}.json`;

/** Whom the tenant of all golden files may ping, by Teams' own ids. */
const settled = {
  mentions: {
    'on-call': { id: 'ada@example.com', name: 'Ada Lovelace' },
    analytics: { id: '29:1a2b3c4d5e', name: 'Analytics' },
  },
  notify: { critical: ['on-call'] },
};

describe.each(locales)('Teams messages in %s', (locale) => {
  const tenant = tenants[locale];
  const { teams } = createFormatters({ ...tenant, channels: { ...tenant.channels, teams: settled } });

  it.each(cases)('are as they were: $name', async ({ name, input, options }) => {
    const golden = toGolden(teams.format(input(locale), options));
    await expect(golden).toMatchFileSnapshot(new URL(fileOf(name, locale), folder).pathname);
  });

  it('are as they were for a bot', async () => {
    const complex = cases.find(({ name }) => name === 'complex');
    const golden = toGolden(teams.format(complex?.input(locale) as never, { envelope: 'botActivity' }));
    await expect(golden).toMatchFileSnapshot(new URL(fileOf('bot', locale), folder).pathname);
  });
});

it('keeps no golden file that nothing is compared with', () => {
  const expected = locales.flatMap((locale) => [...cases.map(({ name }) => name), 'bot'].map((name) => fileOf(name, locale)));
  expect(readdirSync(folder).sort()).toEqual(expected.sort());
});
