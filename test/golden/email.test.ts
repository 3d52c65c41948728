import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';
import { cases, locales, tenants } from './cases.js';
import { toGolden } from './to-golden.js';

const folder = new URL('email/', import.meta.url);

/** What no reviewer could see, but for line ends. */
const invisible = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

/** HTML whose invisible characters can be seen: it means the same. */
const toVisible = (html: string): string =>
  html.replace(invisible, (char) => `&#x${(char.codePointAt(0) ?? 0).toString(16)};`);

/** 90 KB of HTML tell a reviewer nothing; the text of these mails is compared all the same. */
const isLong = (name: string): boolean => name.startsWith('over-long');

const filesOf = (name: string, locale: string): string[] =>
  (isLong(name) ? ['json'] : ['json', 'html']).map((extension) => `${name}.${locale}.${extension}`);

describe.each(locales)('mails in %s', (locale) => {
  const { email } = createFormatters(tenants[locale]);

  it.each(cases)('are as they were: $name', async ({ name, input, options }) => {
    const { payload, ...rest } = email.format(input(locale), options);
    const { html, text, ...headers } = payload;
    const [json, page] = filesOf(name, locale).map((file) => new URL(file, folder).pathname);
    await expect(toGolden({ ...rest, headers, text: text.split('\n') })).toMatchFileSnapshot(json ?? '');
    if (page !== undefined) await expect(toVisible(html)).toMatchFileSnapshot(page);
  });
});

it('keeps no golden mail that nothing is compared with', () => {
  const expected = locales.flatMap((locale) => cases.flatMap(({ name }) => filesOf(name, locale)));
  expect(readdirSync(folder).sort()).toEqual(expected.sort());
});
