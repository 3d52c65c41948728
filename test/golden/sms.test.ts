import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';
import { cases, locales, tenants } from './cases.js';
import { toGolden } from './to-golden.js';

const folder = new URL('sms/', import.meta.url);
const fileOf = (name: string, locale: string): string => `${name}.${locale}.json`;

describe.each(locales)('short messages in %s', (locale) => {
  const { channels, ...tenant } = tenants[locale];
  const { sms } = createFormatters({ ...tenant, channels: { sms: { from: '+33644000001', optOut: { '+33': true } } } });

  it.each(cases)('are as they were: $name', async ({ name, input, options }) => {
    const { payload, followUps, diagnostics } = sms.format(input(locale), { ...options, to: '+33612345678' });
    // The body once more, as it is read: line by line.
    const toRead = [payload, ...followUps].map(({ body }) => body.split('\n'));
    const golden = toGolden({ toRead, payload, followUps, diagnostics });
    await expect(golden).toMatchFileSnapshot(new URL(fileOf(name, locale), folder).pathname);
  });
});

it('keeps no golden file that nothing is compared with', () => {
  const expected = locales.flatMap((locale) => cases.map(({ name }) => fileOf(name, locale)));
  expect(readdirSync(folder).sort()).toEqual(expected.sort());
});
