import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';
import { cases, locales, tenants } from './cases.js';
import { toGolden } from './to-golden.js';

const folder = new URL('pagerduty/', import.meta.url);
const fileOf = (name: string, locale: string): string => `${name}.${locale}.json`;

describe.each(locales)('PagerDuty events in %s', (locale) => {
  const { pagerduty } = createFormatters(tenants[locale]);

  it.each(cases)('are as they were: $name', async ({ name, input, options }) => {
    const golden = toGolden(pagerduty.format(input(locale), options));
    await expect(golden).toMatchFileSnapshot(new URL(fileOf(name, locale), folder).pathname);
  });
});

it('keeps no golden file that nothing is compared with', () => {
  const expected = locales.flatMap((locale) => cases.map(({ name }) => fileOf(name, locale)));
  expect(readdirSync(folder).sort()).toEqual(expected.sort());
});
