/** The pages of the five reports in Chromium, in French and in Arabic: valid, readable by everybody, in the right direction. */
import { readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';
import { createFormatter } from '../contract/formatter-of.js';
import { axe } from '../support/axe.js';
import { type Browser, hasChromium, openChromium } from '../support/chromium.js';
import { isRequired } from '../support/email-consumers.js';
import { pageRules } from '../support/page-rules.js';

type Payload = { html: string; headers: Record<string, string> };

/** The formatters by the names of their example inputs. */
const reports = {
  'spotify-artist': 'spotifyArtist',
  'playlist-analytics': 'playlistAnalytics',
  'revenue-report': 'revenueReport',
  'user-engagement': 'userEngagement',
  'ml-model-performance': 'mlModelPerformance',
} as const;

const readers = [
  { locale: 'fr-FR', timeZone: 'Europe/Paris', currency: 'EUR', dir: 'ltr' },
  { locale: 'ar', timeZone: 'Africa/Casablanca', currency: 'MAD', dir: 'rtl' },
] as const;

const inputOf = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../examples/inputs/${name}.json`, import.meta.url), 'utf8'));

const pages = readers.flatMap(({ dir, ...reader }) =>
  Object.entries(reports).map(([name, id]) => {
    const tenant = { tenantId: 'label_42', clock: () => Date.UTC(2026, 10, 30, 9), ...reader };
    const { payload: report } = createFormatters(tenant)[id].format(inputOf(name) as never);
    const { payload } = createFormatter('html', tenant).format(report as never);
    return { name: `${name} ${reader.locale}`, dir, locale: reader.locale, payload: payload as Payload };
  }),
);

const validator = new HtmlValidate(pageRules);

describe('pages of reports', () => {
  it.each(pages)('are valid HTML: $name', ({ payload }) => {
    const { results } = validator.validateStringSync(payload.html);
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
      [],
    );
  });
});

describe.skipIf(!hasChromium && !isRequired)('pages of reports in Chromium', () => {
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
      return route.abort();
    });
    page = await browser.context.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    await page.setViewportSize({ width: 360, height: 800 });
  });

  afterAll(() => browser?.close());

  it.each(pages)(
    'have no barrier that axe knows, fit a phone and load nothing: $name',
    async ({ dir, locale, payload }) => {
      current = payload;
      asked.length = 0;
      complaints.length = 0;
      await page.goto(address, { waitUntil: 'load' });
      const look = await page.evaluate(() => {
        for (const details of Array.from(document.querySelectorAll('details'))) details.open = true;
        const { lang, dir } = document.documentElement;
        return {
          lang,
          dir,
          direction: getComputedStyle(document.querySelector('article') ?? document.body).direction,
          hasPictures: document.querySelectorAll('figure svg[role=img]').length > 0,
          overflow: Math.max(0, document.documentElement.scrollWidth - innerWidth),
        };
      });
      expect(look).toEqual({ lang: locale, dir, direction: dir, hasPictures: true, overflow: 0 });
      expect(await axe(page)).toEqual([]);
      expect(asked).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );
});
