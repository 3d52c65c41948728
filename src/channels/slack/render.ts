/** Document -> Slack message. */
import type { Document, Paragraph } from '../../document/nodes.js';
import { lookOf } from '../../document/severity.js';
import { fitText } from '../../kernel/fit.js';
import { shortDigest, stableId } from '../../kernel/hash.js';
import { cleanLine } from '../../sanitize/text.js';
import type { RenderContext } from '../../tenant/render-context.js';
import { pushBlocks } from './blocks.js';
import { createSlackContext, report, type SlackContext } from './context.js';
import { fallbackText, type Heading, headingOf } from './heading.js';
import { appendMention } from './inline.js';
import { countChars, escapedCost, orMark, own } from './leaf.js';
import { aggregate, maxFooterChars, slackLimits } from './limits.js';
import { blocksOf, paginate, roomOf, smallPrint } from './pages.js';
import type { ContextBlock, HeaderBlock, PlainText, SlackBlock, SlackMetadata, SlackPayload } from './payload.js';
import { appendText, createRun, elementsOf, isEmpty } from './run.js';

/** Options of one Slack call. */
export type SlackCallOptions = {
  /** `ts` of the message to reply to. Without it, post follow-ups with the `ts` of the first message. */
  threadTs?: string;
  /** Shows a reply in the channel too; needs `threadTs`. */
  replyBroadcast?: boolean;
};

const plainText = (text: string): PlainText => ({ type: 'plain_text', text, emoji: false });

/** Names a message for its block ids: another state of the same alert is another message, as `chat.update` wants. */
function messageIdOf({ meta, title, status = 'firing' }: Document): string {
  return `${meta.fingerprint === undefined ? shortDigest(32, title) : stableId(meta.fingerprint, 200)}.${status}`;
}

const opening = (path: string, value: string): Paragraph => ({
  type: 'paragraph',
  path,
  importance: 'high',
  children: [{ type: 'text', value }],
});

/** How much longer than the title its line may be and still say nothing else: the words for severity and state. */
const maxStateChars = 64;

/** The headline. What of it has to be cut, and a summary that says something else, open the body. */
function headline(context: SlackContext, { title }: Document, { line, more }: Heading, emoji: string): HeaderBlock {
  const text = emoji === '' ? orMark(line) : `${emoji} ${orMark(line)}`;
  const { max } = slackLimits.headerText;
  const isWhole = countChars(text) <= max;
  if (!isWhole) pushBlocks(context, [opening('title', line.length - title.length > maxStateChars ? line : title)]);
  if (more !== undefined) pushBlocks(context, [opening('meta.summary', more)]);
  return { type: 'header', text: plainText(isWhole ? text : fitText(text, max, { cost: escapedCost }).text) };
}

/** Pings whom the tenant wants pinged, and only while the alert fires. */
function notifyBlock(context: SlackContext, { severity, status }: Document): SlackBlock | undefined {
  if (severity === undefined || (status ?? 'firing') !== 'firing') return undefined;
  const refs = context.options.notify?.[severity] ?? [];
  if (refs.length === 0) return undefined;
  const out = createRun();
  for (const ref of refs) {
    if (!isEmpty(out)) appendText(out, own(context, ' '));
    appendMention(context, out, ref);
  }
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: elementsOf(out) }] };
}

function footerBlock(context: SlackContext): ContextBlock | undefined {
  const { name, footer } = context.render.tenant.config.brand ?? {};
  const parts = [name, footer].filter((part) => part !== undefined).map(cleanLine);
  if (parts.length === 0) return undefined;
  const line = orMark(parts.join(' · '));
  const { text, cut } = fitText(line, maxFooterChars, { cost: escapedCost });
  if (cut > 0) {
    const numbers = { limit: maxFooterChars, actual: countChars(line), unit: 'utf16' } as const;
    report(context, 'truncated', 'brand', 'The footer was cut', numbers);
  }
  return { type: 'context', elements: [plainText(text)] };
}

function metadataOf({ render }: SlackContext, { meta, severity, status }: Document): SlackMetadata | undefined {
  if (meta.fingerprint === undefined) return undefined;
  const event_payload: SlackMetadata['event_payload'] = {
    fingerprint: stableId(meta.fingerprint, 200),
    tenant_id: render.tenant.config.tenantId,
  };
  if (severity !== undefined) event_payload.severity = severity;
  if (status !== undefined) event_payload.status = status;
  if (render.correlationId !== undefined) event_payload.correlation_id = render.correlationId;
  return { event_type: 'alert', event_payload };
}

const partBlock = ({ localizer }: SlackContext, index: number, total: number): ContextBlock => ({
  type: 'context',
  elements: [smallPrint(localizer.t('overflow.part', { index, total }))],
});

const blockChars = (block: SlackBlock | undefined): number => {
  if (block === undefined) return 0;
  if (block.type === 'header') return countChars(block.text.text) + aggregate.blockToll;
  if (block.type === 'context') return countChars(block.elements[0]?.text ?? '') + aggregate.blockToll;
  return aggregate.blockToll;
};

const present = <T>(values: readonly (T | undefined)[]): T[] => values.filter((value) => value !== undefined);

/** Renders a document as one message and, where it does not fit, thread replies to it. */
export function renderSlack(
  document: Document,
  render: RenderContext,
  { threadTs, replyBroadcast }: SlackCallOptions,
): { payload: SlackPayload; followUps: SlackPayload[]; size: number } {
  const context = createSlackContext(render, document, messageIdOf(document));
  const { emoji, color } = lookOf(document.severity, document.status);

  const heading = headingOf(context, document);
  const header = headline(context, document, heading, emoji);
  context.chars = 0;
  const notify = notifyBlock(context, document);
  const notifyCost = context.chars + blockChars(notify);
  const footer = footerBlock(context);
  const frame = {
    cost: blockChars(header) + notifyCost + blockChars(footer),
    blocks: present([header, notify, footer]).length,
  };
  context.maxPieceChars = roomOf(frame, context.options.maxMessageChars ?? aggregate.maxMessageChars);
  pushBlocks(context, document.children);
  const { pages, note } = paginate(context, frame);

  const text = fallbackText(context, document, heading);
  const metadata = metadataOf(context, document);
  const hasBar = document.severity !== undefined;
  const toPayload = (index: number): SlackPayload => {
    const isLast = index === pages.length - 1;
    const top = index === 0 ? present<SlackBlock>([header, notify]) : [partBlock(context, index + 1, pages.length)];
    const body = blocksOf(context, pages[index] ?? [], index > 0);
    if (isLast && note !== undefined) body.push(note);
    if (isLast && footer !== undefined) body.push(footer);
    const payload: SlackPayload = {
      text,
      blocks: hasBar ? top : [...top, ...body],
      unfurl_links: false,
      unfurl_media: false,
    };
    if (hasBar && body.length > 0) payload.attachments = [{ color, blocks: body }];
    if (index === 0 && metadata !== undefined) payload.metadata = metadata;
    if (threadTs === undefined) return payload;
    const thread = { thread_ts: threadTs };
    return Object.assign(
      payload,
      replyBroadcast === undefined ? thread : { ...thread, reply_broadcast: replyBroadcast },
    );
  };
  const [payload, ...followUps] = (pages.length === 0 ? [0] : pages.map((_page, index) => index)).map(toPayload);
  const size = pages.reduce((sum, page) => page.reduce((inner, piece) => inner + piece.cost, sum), frame.cost);
  return { payload: payload as SlackPayload, followUps, size };
}
