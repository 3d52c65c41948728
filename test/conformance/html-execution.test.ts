/** A browser says whether sanitized HTML is safe: nothing that comes out may run there, whatever it looks like. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFormatError } from '../../src/kernel/errors.js';
import { loadSanitizer, type Sanitizer, safeHtmlText } from '../../src/sanitize/sanitizer.js';
import { attacks } from '../fixtures/html/attacks.js';
import { type HtmlSample, hasSamples, htmlSamples } from '../fixtures/html/samples.js';

const executablePath = '/usr/bin/chromium';
const isRequired = process.env['REQUIRE_CONSUMERS'] === '1';
const isReady = existsSync(executablePath) && hasSamples;

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const sinks = ['document', 'innerHTML'] as const;
type Sink = (typeof sinks)[number];

let profile: string;
let browser: BrowserContext;
let page: Page;
/** What ran since it was last emptied. */
const executions: string[] = [];

/** Reports every way in which the samples say that they ran. Runs in each frame before anything else. */
function installHooks(): void {
  const report = (what: string): void => (globalThis as unknown as { ran(what: string): void }).ran(what);
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'canary'] as const)
    Object.defineProperty(globalThis, name, { value: () => report(name), configurable: true, writable: true });
}

/** Does to every element what a reader might do, and what browsers do by themselves. */
function stir(): void {
  const names =
    'click dblclick mousedown mouseup mousemove mouseover mouseout mouseenter mouseleave wheel contextmenu auxclick pointerdown pointerup ' +
    'pointermove pointerover pointerout pointerenter pointerleave touchstart touchmove touchend focus blur focusin focusout keydown keypress ' +
    'keyup input change submit reset invalid select copy cut paste beforecopy beforecut beforepaste drag dragstart dragend dragenter dragover ' +
    'dragleave drop load error toggle beforetoggle scroll scrollend resize animationstart animationend animationiteration transitionend ' +
    'transitionrun play canplay loadstart start finish bounce message hashchange popstate pageshow';
  const targets: EventTarget[] = [window, document, ...Array.from(document.querySelectorAll('*'))];
  for (const target of targets) {
    for (const name of names.split(' ')) target.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }));
    if (target instanceof HTMLElement) target.click();
  }
}

/** Opens an empty page. A link that was clicked in the one before may still be on its way, and wins once. */
async function openSink(): Promise<void> {
  for (let attempt = 1; attempt <= 5; attempt++) {
    try {
      await page.goto('http://sink.test/blank');
      return;
    } catch (error) {
      if (attempt === 5) throw error;
      await page.waitForTimeout(50 * attempt);
    }
  }
}

/** Shows HTML in a sink, stirs it, and tells how many times something ran. */
async function executionsOf(html: string, sink: Sink): Promise<number> {
  await openSink();
  executions.length = 0;
  const written = page.evaluate(
    ([markup, where]) => {
      if (where === 'innerHTML') {
        document.body.innerHTML = markup;
        return;
      }
      document.open();
      document.write(markup);
      document.close();
    },
    [html, sink] as const,
  );
  await written.catch(() => undefined);
  // A sample may navigate away or close its frame while it is stirred.
  for (const frame of page.frames()) await frame.evaluate(stir).catch(() => undefined);
  await page.waitForTimeout(sink === 'document' ? 60 : 40);
  return executions.length;
}

/** Returns the sanitized sample, `undefined` when it is refused as too deep. */
function cleaned(sanitizer: Sanitizer, html: string): string | undefined {
  try {
    return safeHtmlText(sanitizer.sanitize(html));
  } catch (error) {
    if (isFormatError(error, 'ERR_SANITIZE') && error.reason === 'too-deep') return undefined;
    throw error;
  }
}

describe.skipIf(!isReady && !isRequired)('sanitized HTML in Chromium', () => {
  const samples: HtmlSample[] = [
    ...htmlSamples(),
    ...attacks.map(([id, html]) => ({ id, html, executes: { document: false, innerHTML: false } })),
  ];

  beforeAll(async () => {
    if (!isReady) throw new Error(`expected ${executablePath} and ../shared/data/injection-samples.json`);
    profile = mkdtempSync(join(tmpdir(), 'html-execution-'));
    browser = await chromium.launchPersistentContext(profile, { executablePath, args, chromiumSandbox: false });
    // Nothing leaves this machine: every request is answered here, images with what makes `onerror` fire.
    await browser.route('**/*', (route) =>
      route.request().resourceType() === 'document'
        ? route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html><title>sink</title><body></body>' })
        : route.abort(),
    );
    await browser.exposeFunction('ran', (what: string) => {
      executions.push(what);
    });
    await browser.addInitScript(installHooks);
    page = await browser.newPage();
    page.on('dialog', (dialog) => {
      executions.push(dialog.type());
      dialog.dismiss().catch(() => undefined);
    });
  });

  afterAll(async () => {
    await browser?.close();
    if (profile !== undefined) rmSync(profile, { recursive: true, force: true });
  });

  it.each(sinks)(
    'runs most samples as they are, in the sink %s, so that silence means something',
    async (sink) => {
      const live = samples.filter(({ executes }) => executes[sink]);
      let ran = 0;
      for (const { html } of live) if ((await executionsOf(html, sink)) > 0) ran += 1;
      expect(live.length).toBeGreaterThan(20);
      expect(ran / live.length).toBeGreaterThan(0.8);
    },
    120_000,
  );

  it.each(['block', 'allow'] as const)(
    'runs none of them once they are sanitized, with images %s',
    async (images) => {
      const sanitizer = await loadSanitizer({ images });
      const ran: string[] = [];
      let shown = 0;
      for (const { id, html } of samples) {
        const safe = cleaned(sanitizer, html);
        if (safe === undefined || safe === '') continue;
        shown += 1;
        for (const sink of sinks) if ((await executionsOf(safe, sink)) > 0) ran.push(`${id} in ${sink}`);
      }
      expect(ran).toEqual([]);
      expect(shown).toBeGreaterThan(40);
    },
    180_000,
  );
});
