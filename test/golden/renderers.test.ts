import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFormatter } from '../contract/formatter-of.js';
import { cases as alertCases, chartCases, type GoldenCase, locales, tenants } from './cases.js';
import { toGolden } from './to-golden.js';

const cases = [...alertCases, ...chartCases];
const folder = new URL('renderers/', import.meta.url);

/** What no reviewer could see, but for line ends. */
const invisible = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;
const toVisible = (text: string): string =>
  text.replace(invisible, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);

const limits = { html: { maxBytes: 12_000 }, markdown: { maxChars: 3000 }, text: { maxChars: 3000, links: 'footnotes' } };
const extensions = { html: 'html', markdown: 'md', text: 'txt' } as const;
const ids = ['html', 'markdown', 'text'] as const;

/** Long ones are shown on pages of a size, all others whole. */
const optionsOf = (id: keyof typeof limits, { name, options }: GoldenCase): object =>
  name.startsWith('over-long') ? { ...options, ...limits[id] } : { ...options, ...(id === 'html' && { page: false }) };

const fileOf = (id: keyof typeof extensions, name: string, locale: string): string =>
  `${name}.${locale}.${extensions[id]}`;

const separator = '\n-------- next payload --------\n';

describe.each(locales)('renderings in %s', (locale) => {
  it.each(ids.flatMap((id) => cases.map((one) => [id, one.name, one] as const)))('are as they were: %s, %s', async (id, name, one) => {
    const { payload, followUps, diagnostics } = createFormatter(id, tenants[locale]).format(
      one.input(locale) as never,
      optionsOf(id, one),
    );
    const texts = [payload, ...followUps].map((each) => (each as Record<string, string>)[id] ?? '');
    const golden = [...texts, toGolden({ diagnostics })].join(separator);
    await expect(toVisible(golden)).toMatchFileSnapshot(new URL(fileOf(id, name, locale), folder).pathname);
  });
});

it('keeps no golden file that nothing is compared with', () => {
  const expected = locales.flatMap((locale) => ids.flatMap((id) => cases.map(({ name }) => fileOf(id, name, locale))));
  expect(readdirSync(folder).sort()).toEqual(expected.sort());
});
