/** What stands around the blocks of a mail: band, headline, first words in the list of mails, footer, and the page's head. */

import type { Block, Document } from '../../document/nodes.js';
import { inlineText } from '../../document/plain-text.js';
import { lookOf } from '../../document/severity.js';
import { severityWords, statusWords } from '../../document/words.js';
import { type LayoutContext, layoutTemplate } from '../../generated/templates/email/layout.js';
import type { Html } from '../../generated/templates/template.js';
import { fitText, type Limit } from '../../kernel/fit.js';
import { cleanLine } from '../../sanitize/text.js';
import { safeUrl } from '../../sanitize/url.js';
import { createRender } from '../../template/runtime.js';
import { cleanOneLine, type EmailContext, orMark, report } from './context.js';
import { unsubscribeOf } from './headers.js';
import { emailLimits } from './limits.js';
import { viewActionScript } from './markup.js';
import type { EmailCallOptions } from './options.js';
import { bandOf } from './tokens.js';

const printLayout = /* @__PURE__ */ createRender(layoutTemplate);

/** Everything that the layout and the plain-text part show around the blocks. */
export type Frame = {
  /** How bad it is and how it stands; empty where the document does not say. */
  readonly band: readonly string[];
  readonly emoji: string;
  readonly brand: string;
  readonly title: string;
  readonly byline: string | undefined;
  readonly footer: readonly string[];
  readonly unsubscribe: { readonly href: string; readonly label: string } | undefined;
};

const cut = (raw: string, { max }: Limit): string => fitText(cleanLine(raw), max).text;

/** The headline; when it has to be cut, the whole title opens the body. */
export function headline(context: EmailContext, title: string): { text: string; body: Block[] } {
  context.path = 'title';
  const line = orMark(cleanOneLine(context, title));
  const { text, cut: missing } = fitText(line, emailLimits.headline.max);
  if (missing === 0) return { text, body: [] };
  const whole: Block = {
    type: 'paragraph',
    path: 'title',
    importance: 'high',
    children: [{ type: 'text', value: line }],
  };
  return { text, body: [whole] };
}

function bandWords({ localizer: { t } }: EmailContext, { severity, status }: Document): string[] {
  const words: string[] = [];
  if (severity !== undefined) words.push(t(severityWords[severity]));
  if (status !== undefined) words.push(t(statusWords[status]));
  // What is over is no longer first of all critical.
  return status === undefined || status === 'firing' ? words : words.reverse();
}

function bylineOf(context: EmailContext, { source, occurredAt }: Document['meta']): string | undefined {
  if (source === undefined || occurredAt === undefined) return undefined;
  context.showsTime = true;
  const time = context.print.date({ type: 'date', value: occurredAt });
  return context.localizer.t('email.byline', { source: orMark(cut(source, emailLimits.preheader)), time });
}

/** Makes the frame of a document whose blocks are prepared. */
export function frameOf(context: EmailContext, document: Document, title: string, options: EmailCallOptions): Frame {
  const { config } = context.render.tenant;
  const { t, timeZone } = context.localizer;
  const byline = bylineOf(context, document.meta);
  const footer = config.brand?.footer === undefined ? [] : [cut(config.brand.footer, emailLimits.footer)];
  if (context.showsTime) footer.push(t('email.timeZone', { timeZone }));
  const href = unsubscribeOf(context, options.unsubscribeUrl);
  return {
    band: bandWords(context, document),
    emoji: lookOf(document.severity, document.status).emoji,
    brand: cut(config.brand?.name ?? config.tenantId, emailLimits.brand),
    title,
    byline,
    footer,
    unsubscribe: href === undefined ? undefined : { href, label: t('email.unsubscribe') },
  };
}

/** What the list of mails shows beside the subject: who says it and when, and how the text begins. */
function preheaderOf(context: EmailContext, byline: string | undefined, blocks: readonly Block[]): string {
  const { max } = emailLimits.preheader;
  const first = blocks.find(({ type, path }) => type === 'paragraph' && path !== 'title');
  const text =
    first?.type === 'paragraph' ? cleanLine(inlineText(first.children.slice(0, 8), context.print).slice(0, 400)) : '';
  if (byline === undefined) return fitText(text, max).text;
  if (text === '') return byline;
  const excerpt = fitText(text, Math.max(20, max - byline.length)).text;
  return context.localizer.t('email.preheader', { byline, excerpt });
}

/** A URL for the frame: on the web, and short enough to leave room for the body. */
function frameUrl(url: string | undefined): string | undefined {
  const safe = url === undefined ? undefined : safeUrl(url, { schemes: ['https', 'http'] });
  return safe !== undefined && safe.length <= emailLimits.frameUrl.max ? safe : undefined;
}

/** The page to look at first, as the document names it, or else where its first button leads. */
function viewActionOf({ meta }: Document, title: string, blocks: readonly Block[]): Html | undefined {
  const actions = blocks.find((block) => block.type === 'actions');
  const first = actions?.type === 'actions' ? actions.items[0] : undefined;
  const named = frameUrl(meta.url);
  const url = named ?? frameUrl(first?.url);
  if (url === undefined) return undefined;
  const name = named === undefined ? (first?.label ?? title) : title;
  return viewActionScript({ url, name: fitText(name, emailLimits.actionName.max).text, description: title });
}

function logoOf(context: EmailContext): { logo?: string } {
  const url = context.render.tenant.config.brand?.logoUrl;
  const logo = frameUrl(url);
  if (logo !== undefined) return { logo };
  if (url !== undefined)
    report(context, 'dropped', 'brand.logoUrl', 'The URL of the logo is over the limit, the name is shown');
  return {};
}

function pixelOf(context: EmailContext, { tracking }: EmailCallOptions): { pixel?: string } {
  const pixel = tracking === undefined ? undefined : safeUrl(tracking.pixelUrl, { schemes: ['https'] });
  if (pixel === undefined) return {};
  report(
    context,
    'tracking',
    'tracking',
    'Openings are counted with a remote image, with the stated consent of the recipient',
  );
  return { pixel };
}

export type Page = {
  readonly document: Document;
  readonly subject: string;
  readonly frame: Frame;
  readonly options: EmailCallOptions;
  /** The blocks before any of them had to leave. */
  readonly blocks: readonly Block[];
};

/** Prepares everything but the body; what it returns prints the page around one. */
export function layoutOf(
  context: EmailContext,
  { document, subject, frame, options, blocks }: Page,
): (body: Html) => Html {
  const { severity, status, locale: lang } = document;
  const { dir, rtl, template } = context;
  const [word, state = ''] = frame.band;
  const { color: bar } = lookOf(severity, status);
  const jsonLd = viewActionOf(document, frame.title, blocks);
  const layout: Omit<LayoutContext, 'body'> = {
    lang,
    dir,
    rtl,
    subject,
    preheader: preheaderOf(context, frame.byline, blocks),
    look: { bar: severity === undefined && status === undefined ? context.accent : bar },
    brand: frame.brand,
    title: frame.title,
    footer: frame.footer,
    ...logoOf(context),
    ...(word !== undefined && {
      band: { ...bandOf(severity, status), bar, dir, rtl, emoji: frame.emoji, word, state },
    }),
    ...(frame.byline !== undefined && { byline: frame.byline }),
    ...(frame.unsubscribe !== undefined && { unsubscribe: frame.unsubscribe }),
    ...pixelOf(context, options),
    ...(jsonLd !== undefined && { jsonLd }),
  };
  return (body) => printLayout({ ...layout, body }, template);
}
