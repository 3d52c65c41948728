/** Pages in Chromium and under a checker of HTML: valid, readable by everybody, and within their own policy. */
import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directionOf } from '../../src/i18n/locale.js';
import { createFormatter } from '../contract/formatter-of.js';
import { chartKindsPage } from '../fixtures/alerts/chart-kinds.js';
import { cases, chartCases, type GoldenCase, locales, tenants } from '../golden/cases.js';
import { axe } from '../support/axe.js';
import { type Browser, hasChromium, openChromium } from '../support/chromium.js';
import { isRequired } from '../support/email-consumers.js';
import { pageRules } from '../support/page-rules.js';

type Payload = { html: string; headers: Record<string, string> };

const kinds: GoldenCase = { name: 'chart kinds', input: (locale) => chartKindsPage(locale, directionOf(locale)) };

const pages = locales.flatMap((locale) =>
  [...cases, ...chartCases, kinds].map(({ name, input, options }) => {
    const { payload } = createFormatter('html', tenants[locale]).format(input(locale) as never, options);
    return { name: `${name} ${locale}`, locale, payload: payload as Payload };
  }),
);

const validator = new HtmlValidate(pageRules);

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
    { timeout: 180_000 },
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
