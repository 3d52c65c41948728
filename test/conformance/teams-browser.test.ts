/** Cards as Microsoft's SDK draws them in Chromium: which way they run, what is live, and whether everybody can read them. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TeamsCard } from '../../src/formatters/teams.js';
import { cardsOf, nodesOf, textsOf, urlsOf } from '../fixtures/teams/cards.js';
import { hostConfig, isRequired } from '../fixtures/teams/consumers.js';
import { allPosted, type NamedPosted } from '../fixtures/teams/messages.js';
import { type Browser, hasChromium, openChromium } from '../support/chromium.js';

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="200"><rect width="600" height="200"/></svg>';

/** The SDK and a parser of Markdown, as a page loads them. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import * as cards from 'adaptivecards/dist/adaptivecards.js';
        import { micromark } from 'micromark';
        cards.AdaptiveCard.onProcessMarkdown = (text, result) => {
          result.outputHtml = micromark(text);
          result.didProcess = true;
        };
        globalThis.draw = (card, hostConfig, into) => {
          const shown = new cards.AdaptiveCard();
          shown.hostConfig = new cards.HostConfig(hostConfig);
          shown.parse(card);
          into.replaceChildren(shown.render());
        };`,
      resolveDir: new URL('../../', import.meta.url).pathname,
    },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
  });
  return outputFiles[0]?.text ?? '';
}

/** Says of a drawn card how it runs and what it holds; evaluated in the page. */
function reading() {
  const card = document.querySelector('.ac-adaptiveCard');
  const first = document.querySelector('.ac-richTextBlock');
  const direction = (element: Element | null) => (element === null ? 'missing' : getComputedStyle(element).direction);
  const facts = Array.from(document.querySelectorAll('.ac-factset tr'), (row) => {
    const [title, value] = Array.from(row.children, (cell) => cell.getBoundingClientRect());
    return title !== undefined && value !== undefined && title.left < value.left;
  });
  return {
    card: direction(card),
    text: direction(first),
    titlesAreLeft: [...new Set(facts)],
    links: Array.from(document.querySelectorAll('a'), (link) => link.getAttribute('href')),
    buttons: document.querySelectorAll('button.ac-pushButton').length,
    overflow: document.documentElement.scrollWidth - innerWidth,
  };
}

const isChart = (type: unknown): boolean => String(type).startsWith('Chart.');
/** Text that is the same in Markdown, and not wrapped by the page. */
const isPlain = (text: string): boolean => /^[\p{L}\p{N},.-]+$/u.test(text);

/** Where the pictures go that people look at; nothing is written without it. */
const pictures = process.env['TEAMS_PICTURES'];

describe.skipIf(!hasChromium && !isRequired)('cards in Chromium (needs /usr/bin/chromium)', () => {
  let browser: Browser;
  let page: Page;
  let script: string;
  const posted: readonly NamedPosted[] = allPosted();

  async function show(card: TeamsCard, width = 700): Promise<void> {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(
      ({ shown, config }) => {
        document.documentElement.lang = shown.lang;
        const { draw } = globalThis as unknown as { draw(card: unknown, config: unknown, into: Element): void };
        draw(shown, config, document.querySelector('main') as Element);
      },
      { shown: card, config: hostConfig },
    );
  }

  beforeAll(async () => {
    script = await bundle();
    browser = await openChromium((route) =>
      route.request().resourceType() === 'image'
        ? route.fulfill({ contentType: 'image/svg+xml', body: picture })
        : route.abort(),
    );
    page = await browser.context.newPage();
    await page.setContent('<html lang="en"><title>Card</title><body><main></main></body></html>');
    await page.evaluate(script);
    await page.evaluate(axeSource);
    if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
  });

  afterAll(() => browser?.close());

  it.each(['en', 'fr-FR', 'ar'])('run as their language does, and hold what they should, in %s', async (locale) => {
    const rtl = locale === 'ar';
    let facts = 0;
    for (const { name, ...each } of posted.filter((one) => one.locale === locale)) {
      for (const [index, card] of cardsOf(each).entries()) {
        await show(card);
        const found = await page.evaluate(reading);
        const expected = card.rtl ? 'rtl' : 'ltr';
        expect([name, card.rtl]).toEqual([name, rtl]);
        expect([name, found.card, found.text]).toEqual([name, expected, expected]);
        for (const isLeft of found.titlesAreLeft) expect([name, isLeft]).toEqual([name, !rtl]);
        facts += found.titlesAreLeft.length;
        // Charts are drawn by Teams alone: here their numbers are what is seen.
        const numbers = nodesOf(card).flatMap(({ type, fallback }) => (isChart(type) ? textsOf(fallback) : []));
        const seen = (await page.locator('main').textContent()) ?? '';
        for (const text of numbers.filter(isPlain)) expect([name, seen.includes(text)]).toEqual([name, true]);
        // Nothing becomes a link but what is one.
        const allowed = new Set(urlsOf(card).map((url) => url));
        const markdown = textsOf(card.body).flatMap((text) =>
          [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, url]) => url),
        );
        for (const link of found.links)
          expect([name, allowed.has(link ?? '') || markdown.includes(link ?? '')]).toEqual([name, true]);
        expect([name, found.overflow]).toEqual([name, 0]);
        // Those behind "More actions" are drawn when they are asked for.
        expect([name, found.buttons]).toEqual([name, card.actions?.length ?? 0]);
        if (pictures !== undefined && index === 0) {
          await page.locator('main').screenshot({ path: `${pictures}/${name.replaceAll(/\W+/g, '-')}.${locale}.png` });
        }
      }
    }
    expect(facts).toBeGreaterThan(0);
  });

  it.each(['en', 'ar'])('have no barrier that axe knows, in %s', async (locale) => {
    const barriers: string[] = [];
    for (const { name, ...each } of posted.filter((one) => one.locale === locale)) {
      for (const card of cardsOf(each)) {
        await show(card);
        barriers.push(...(await axe(page)).map((barrier) => `${name}: ${barrier}`));
      }
    }
    expect([...new Set(barriers)]).toEqual([]);
  });

  it('are looked at by an axe that sees barriers', async () => {
    await page.evaluate(() => {
      (document.querySelector('main') as Element).innerHTML = '<img src="x.png"><p style="color:#eee">pale</p>';
    });
    expect((await axe(page)).map((barrier) => barrier.split(' ')[0])).toEqual(['color-contrast', 'image-alt']);
  });
});

/** Lists the violations, with the element and what axe says of it. */
async function axe(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(async () => {
    const { axe: runner } = globalThis as unknown as {
      axe: { run(at: string, options: RunOptions): Promise<AxeResults> };
    };
    // A card is a part of a page, whose headings and landmarks are Teams' own.
    return runner.run('main', { resultTypes: ['violations'], rules: { region: { enabled: false } } });
  });
  return violations
    .flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id} ${html.slice(0, 200)} ${any[0]?.message ?? ''}`))
    .sort();
}
