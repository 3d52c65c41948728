/** Document -> page, or a part of one. */

import type { Block, Document } from '../../document/nodes.js';
import { lookOf } from '../../document/severity.js';
import { severityWords, statusWords } from '../../document/words.js';
import { base64Digest } from '../../kernel/hash.js';
import { measure } from '../../kernel/measure.js';
import { isSafeHtml } from '../../sanitize/safe-html.js';
import { cleanLine } from '../../sanitize/text.js';
import type { RenderContext } from '../../tenant/render-context.js';
import { divide } from '../../transform/pages.js';
import { prepareDocument, type Target } from '../../transform/prepare.js';
import { report } from '../../transform/report.js';
import { blocks } from './blocks.js';
import { createHtmlContext, type HtmlContext } from './context.js';
import { isolated } from './inline.js';
import { element, empty, type Html, type HtmlFragment, nothing, pageOf, styleElement, text } from './markup.js';
import { isLegible, styleOf, type Tone } from './style.js';

/** A page, or a fragment for a page of the caller's. */
export type HtmlPayload = {
  html: string;
  /** The style sheet: in the page already, beside a fragment for the caller to put somewhere. */
  css: string;
  /** What to send the page with; nothing but what the document shows can be loaded or run. */
  headers: { 'Content-Type': string; 'Content-Security-Policy': string };
};

/** Options of one call. */
export type HtmlCallOptions = {
  /** `false` leaves out everything around the `article`: head, style sheet, ground. @default true */
  page?: boolean;
  /** UTF-8 bytes of `html`. @default no limit */
  maxBytes?: number;
};

const target: Target = {
  id: 'html',
  accepts: (payload) =>
    typeof payload === 'object' && payload !== null && isSafeHtml((payload as Partial<HtmlFragment>).html),
};

function bandOf({ render: { localizer } }: HtmlContext, { severity, status }: Document): Html {
  const words: string[] = [];
  if (severity !== undefined) words.push(localizer.t(severityWords[severity]));
  if (status !== undefined) words.push(localizer.t(statusWords[status]));
  const isOver = status !== undefined && status !== 'firing';
  const tone: Tone | undefined = isOver ? status : severity;
  if (words.length === 0) return nothing;
  const { emoji } = lookOf(severity, status);
  return element(
    'p',
    { class: tone === undefined ? 'cf-band' : `cf-band cf-${tone}` },
    emoji === '' ? nothing : element('span', { 'aria-hidden': 'true' }, text(`${emoji} `)),
    // What is over is no longer first of all critical.
    text((isOver ? words.reverse() : words).join(' · ')),
  );
}

function footOf(context: HtmlContext): Html {
  const { name, footer } = context.render.tenant.config.brand ?? {};
  const lines = [name, footer].filter((line) => line !== undefined).map((line) => isolated(context, cleanLine(line)));
  if (lines.length === 0) return nothing;
  return element('footer', { class: 'cf-foot' }, ...lines.map((line) => element('div', {}, line)));
}

/** The hosts of the pictures, which are all that a page loads. */
function imageOrigins(nodes: readonly Block[], found: Set<string> = new Set()): Set<string> {
  for (const node of nodes) {
    if (node.type === 'media' && node.kind === 'image') found.add(new URL(node.url).origin);
    else if (node.type === 'section' || node.type === 'quote') imageOrigins(node.children, found);
    else if (node.type === 'list') for (const item of node.items) imageOrigins(item, found);
  }
  return found;
}

/** https://www.w3.org/TR/CSP3/: nothing but the one style sheet, by its hash, and the pictures of the document. */
function policyOf(css: string, nodes: readonly Block[]): string {
  const origins = [...imageOrigins(nodes)].sort();
  const images = origins.length === 0 ? '' : ` img-src ${origins.join(' ')};`;
  return `default-src 'none'; style-src 'sha256-${base64Digest(css)}';${images} base-uri 'none'; form-action 'none'`;
}

/** Renders a document as a page, and as further ones where it is over the limit. @throws LimitExceededError */
export function renderHtmlPages(
  source: Document,
  render: RenderContext,
  { page = true, maxBytes }: HtmlCallOptions,
): { payload: HtmlPayload; followUps: HtmlPayload[] } {
  const document = prepareDocument(source, render, target);
  const { locale: lang, dir, title } = document;
  const { color } = render.tenant.config.brand ?? {};
  if (color !== undefined && !isLegible(color)) {
    report(render, 'fallback', 'brand.color', 'The brand colour is too pale for text, another one is used');
  }
  const css = styleOf(color);
  const write = (nodes: readonly Block[]): Html => {
    const context = createHtmlContext(render, dir, title);
    const head = element('header', {}, bandOf(context, document), element('h1', {}, isolated(context, title)));
    const body = blocks(context, nodes);
    const article = element('article', { class: 'cf', lang, dir }, head, body, footOf(context));
    if (!page) return article;
    return pageOf(
      element(
        'html',
        { lang, dir },
        element(
          'head',
          {},
          empty('meta', { charset: 'utf-8' }),
          empty('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          element('title', {}, text(title)),
          styleElement(css),
        ),
        element('body', {}, element('main', {}, article)),
      ),
    );
  };
  const toPayload = (nodes: readonly Block[]): HtmlPayload => ({
    html: write(nodes),
    css,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policyOf(css, nodes) },
  });
  if (maxBytes === undefined) return { payload: toPayload(document.children), followUps: [] };
  const limit = {
    max: maxBytes,
    unit: 'byte',
    measure: (nodes: readonly Block[]) => measure(write(nodes), 'byte'),
  } as const;
  const { first, further } = divide(document.children, limit, render);
  return { payload: toPayload(first), followUps: further.map(toPayload) };
}
