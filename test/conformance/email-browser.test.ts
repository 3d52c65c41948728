/** Mails in Chromium: which way they run, whether they fit on a phone, and whether everybody can read them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { document as build, link, paragraph, strong, text } from '../../src/document/build.js';
import type { Inline } from '../../src/document/nodes.js';
import { type Browser, hasChromium, openChromium } from '../support/chromium.js';
import { isRequired } from '../support/email-consumers.js';
import { allMails, type Mail, type MailLocale, mailFormatter } from '../support/email-mails.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Wider than any phone, so that a picture that does not shrink is seen. */
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="400"><rect width="1200" height="400"/></svg>';

/** Says of a shown mail how its parts run; evaluated in the page. */
function reading() {
  const style = (element: Element | null) => {
    if (element === null) return 'missing';
    const { direction, textAlign } = getComputedStyle(element);
    // Chromium names what comes of the attribute `align` so.
    return `${direction} ${textAlign.replace('-webkit-', '')}`;
  };
  const all = (selector: string) => [...new Set(Array.from(document.querySelectorAll(selector), style))];
  const shown = (element: Element) => element.getBoundingClientRect();
  const rows = Array.from(document.querySelectorAll('tr')).filter((row) => row.querySelector(':scope > th[scope=row]'));
  return {
    page: style(document.body.querySelector(':scope > table')),
    card: style(document.querySelector('table.cf-card')),
    headline: style(document.querySelector('h1')),
    paragraphs: all('p'),
    labels: all('th[scope=row]'),
    /** Whether each name stands left of its value. */
    labelsAreLeft: [
      ...new Set(
        rows.map((row) => {
          const [label, value] = Array.from(row.children, shown);
          return label !== undefined && value !== undefined && label.left < value.left;
        }),
      ),
    ],
    /** Left edges of the buttons on the first line of each row of buttons, in the order of the source. */
    buttons: Array.from(
      document.querySelectorAll('table[dir]:not(:has(table[dir])):has(td:is(.cf-main, .cf-alt))'),
      (row) =>
        Array.from(row.querySelectorAll('td:is(.cf-main, .cf-alt)'), shown)
          .filter(({ top }, _, [first]) => first !== undefined && Math.abs(top - first.top) < 2)
          .map(({ left }) => left),
    ).filter(({ length }) => length > 0),
    code: all('pre'),
    overflow: document.documentElement.scrollWidth - innerWidth,
  };
}

/** Lists the given pieces of an element's text from left to right, as they are drawn; evaluated in the page. */
function drawnOrder({ selector, pieces }: { selector: string; pieces: readonly string[] }) {
  const root = document.querySelector(selector) ?? document.body;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: { piece: string; left: number }[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (const piece of pieces) {
      const at = (node.nodeValue ?? '').indexOf(piece);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + piece.length);
      found.push({ piece, left: range.getBoundingClientRect().left });
    }
  }
  return found.sort((a, b) => a.left - b.left).map(({ piece }) => piece);
}

describe.skipIf(!hasChromium && !isRequired)('mails in Chromium', () => {
  let browser: Browser;
  let page: Page;
  let mails: Mail[];

  const of = (locale: string): Mail[] => mails.filter((mail) => mail.locale === locale);

  /** Shows a mail as clients do: pictures of the mail itself have an address there. */
  async function show({ payload }: Mail, width: number): Promise<void> {
    await page.setViewportSize({ width, height: 800 });
    await page.setContent(payload.html.replaceAll('src="cid:', 'src="https://mail.test/'), { waitUntil: 'load' });
  }

  beforeAll(async () => {
    mails = await allMails();
    browser = await openChromium((route) =>
      route.request().resourceType() === 'image'
        ? route.fulfill({ contentType: 'image/svg+xml', body: picture })
        : route.abort(),
    );
    page = await browser.context.newPage();
  });

  afterAll(() => browser?.close());

  it.each([
    ['en', 320, 'ltr', 'left'],
    ['en', 600, 'ltr', 'left'],
    ['fr-FR', 600, 'ltr', 'left'],
    ['ar', 320, 'rtl', 'right'],
    ['ar', 600, 'rtl', 'right'],
  ])('run as their language does: %s at %i pixels from %s, aligned %s', async (locale, width, direction, side) => {
    const expected = `${direction} ${side}`;
    /** `start` follows the direction; so does the side itself. */
    const startSide = expect.toBeOneOf([expected, `${direction} start`]);
    const buttons: number[] = [];
    let labels = 0;
    for (const mail of of(locale)) {
      await show(mail, width);
      const found = await page.evaluate(reading);
      expect([mail.name, found.page, found.card]).toEqual([mail.name, expected, expected]);
      expect([mail.name, found.headline]).toEqual([mail.name, startSide]);
      for (const paragraph of found.paragraphs) expect([mail.name, paragraph]).toEqual([mail.name, startSide]);
      for (const label of found.labels) expect([mail.name, label]).toEqual([mail.name, startSide]);
      for (const isLeft of found.labelsAreLeft) expect([mail.name, isLeft]).toEqual([mail.name, direction === 'ltr']);
      const inOrder = found.buttons.map((row) => row.toSorted((a, b) => (direction === 'ltr' ? a - b : b - a)));
      expect([mail.name, found.buttons]).toEqual([mail.name, inOrder]);
      // Code is written from left to right in every language.
      for (const code of found.code) expect([mail.name, code]).toEqual([mail.name, 'ltr left']);
      buttons.push(...found.buttons.map((row) => row.length));
      labels += found.labels.length;
    }
    expect(labels).toBeGreaterThan(0);
    if (width === 600) expect(Math.max(...buttons)).toBeGreaterThan(1);
  });

  it.each<[string, MailLocale, readonly Inline[], readonly string[]]>([
    [
      'links of a line in Arabic',
      'ar',
      [
        text('راجع '),
        link('https://a.example/', text('Prometheus')),
        text(' · '),
        link('https://b.example/', text('Alerts')),
      ],
      ['Alerts', 'Prometheus', 'راجع'],
    ],
    [
      'a host with its path in Arabic',
      'ar',
      [text('خطأ في '), strong(text('/var/log')), text(' الآن')],
      ['الآن', '/', 'var', 'خطأ'],
    ],
    [
      'the end of an English sentence in Arabic',
      'ar',
      [text('Streams '), strong(text('fell')), text('.')],
      ['Streams', 'fell', '.'],
    ],
    [
      'an Arabic name before a number in English',
      'en',
      [text('in '), strong(text('قائمة')), text(' 7 '), strong(text('رمضان')), text(' end')],
      ['in', 'قائمة', '7', 'رمضان', 'end'],
    ],
    ['a source and a time in Arabic', 'ar', [text('x')], ['2026', 'نوفمبر', '20', 'gateway']],
  ])('draw in the order in which it is read: %s', async (_, locale, inlines, expected) => {
    const page_ = build({
      locale,
      dir: locale === 'ar' ? 'rtl' : 'ltr',
      title: 'x',
      meta: { source: 'edge (gateway)', occurredAt: Date.UTC(2026, 10, 20, 10) },
      children: [paragraph(...inlines)],
    });
    const payload = mailFormatter(locale).format(page_).payload;
    await show({ name: 'line', locale, payload }, 600);
    // The paragraph, or what stands below the headline.
    const selector = inlines.length > 1 ? 'p[style*="line-height:25px"]' : 'h1 + p';
    expect(await page.evaluate(drawnOrder, { selector, pieces: expected })).toEqual(expected);
  });

  it.each(['en', 'fr-FR', 'ar'])('fit the width of a phone, in %s', async (locale) => {
    const overflows: string[] = [];
    for (const mail of of(locale)) {
      await show(mail, 320);
      const { overflow } = await page.evaluate(reading);
      if (overflow > 0) overflows.push(`${mail.name}: ${overflow} px`);
    }
    expect(overflows).toEqual([]);
  });

  it.each([
    ['light', 'en'],
    ['light', 'ar'],
    ['dark', 'en'],
    ['dark', 'ar'],
  ] as const)('have no serious barrier that axe knows, in the %s, in %s', async (colorScheme, locale) => {
    await page.emulateMedia({ colorScheme });
    const barriers: string[] = [];
    for (const mail of of(locale)) {
      await show(mail, 600);
      barriers.push(...(await axe(page)).map((barrier) => `${mail.name}: ${barrier}`));
    }
    await page.emulateMedia({ colorScheme: 'light' });
    expect(barriers).toEqual([]);
  });

  it('are looked at by an axe that sees barriers', async () => {
    await page.setContent(
      '<html lang="en"><title>x</title><body><img src="x.png"><p style="color:#eee">pale</p></body>',
    );
    const barriers = await axe(page);
    expect(barriers.map((barrier) => barrier.split(' ')[0])).toEqual(['color-contrast', 'image-alt']);
  });
});

/** Lists the violations of serious or critical impact, with the element and what axe says of it. */
async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    return axe.run({ resultTypes: ['violations'] });
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id} ${html.slice(0, 160)} ${any[0]?.message ?? ''}`))
    .sort();
}
