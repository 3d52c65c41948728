/** Pages in Chromium and under a checker of HTML: valid, readable by everybody, and within their own policy. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFormatter } from '../contract/formatter-of.js';
import { cases, locales, tenants } from '../golden/cases.js';
import { type Browser, hasChromium, openChromium } from '../support/chromium.js';
import { isRequired } from '../support/email-consumers.js';

type Payload = { html: string; headers: Record<string, string> };

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const pages = locales.flatMap((locale) =>
  cases.map(({ name, input, options }) => {
    const { payload } = createFormatter('html', tenants[locale]).format(input(locale) as never, options);
    return { name: `${name} ${locale}`, locale, payload: payload as Payload };
  }),
);

/** The recommended rules, but for those of a taste in writing source. */
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  elements: ['html5'],
  rules: {
    // Titles are as long as what people write.
    'long-title': 'off',
    // A line of code may end with a space.
    'no-trailing-whitespace': 'off',
    // Numbers in texts are for reading; none is written to be called.
    'tel-non-breaking': 'off',
  },
});

describe('pages', () => {
  it.each(pages)('are valid HTML: $name', ({ payload }) => {
    const { results } = validator.validateStringSync(payload.html);
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
      [],
    );
  });
});

describe.skipIf(!hasChromium && !isRequired)('pages in Chromium', () => {
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];
  const complaints: string[] = [];
  const address = 'https://page.test/';
  let current: Payload | undefined;

  beforeAll(async () => {
    browser = await openChromium((route) => {
      if (route.request().url() === address && current !== undefined) {
        return route.fulfill({ body: current.html, headers: current.headers });
      }
      asked.push(route.request().url());
      return route.fulfill({
        contentType: 'image/svg+xml',
        body: '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="400"><rect width="1200" height="400"/></svg>',
      });
    });
    page = await browser.context.newPage();
    page.on('console', (message) => complaints.push(message.text()));
  });

  afterAll(() => browser?.close());

  it.each(['light', 'dark'] as const)(
    'have no barrier that axe knows, fit a phone and obey their policy, %s',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 360, height: 800 });
      const barriers: string[] = [];
      for (const { name, locale, payload } of pages) {
        current = payload;
        asked.length = 0;
        complaints.length = 0;
        await page.goto(address, { waitUntil: 'load' });
        expect([name, ...complaints]).toEqual([name]);
        for (const url of asked) expect(payload.html).toContain(new URL(url).origin);
        const look = await page.evaluate(() => {
          const article = document.querySelector('article');
          const { direction, backgroundColor } = getComputedStyle(article ?? document.body);
          return { direction, backgroundColor, overflow: document.documentElement.scrollWidth - innerWidth };
        });
        expect([name, look.direction, look.overflow <= 0]).toEqual([name, locale === 'ar' ? 'rtl' : 'ltr', true]);
        // The style sheet is the one that the policy names by its hash.
        expect(look.backgroundColor).toBe(colorScheme === 'light' ? 'rgb(253, 253, 254)' : 'rgb(29, 32, 38)');
        barriers.push(...(await axe(page)).map((barrier) => `${name}: ${barrier}`));
      }
      expect(barriers).toEqual([]);
    },
  );

  it('are looked at by an axe that sees barriers', async () => {
    await page.setContent('<html lang="en"><title>x</title><body><main><h1>x</h1><img src="x.png"></main></body>');
    expect((await axe(page)).map((barrier) => barrier.split(' ')[0])).toEqual(['image-alt']);
  });
});

/** Lists the violations of any impact, with the element. */
async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    return axe.run({ resultTypes: ['violations'] });
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`)).sort();
}
