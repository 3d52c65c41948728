/** Document -> Teams message. */
import type { Document, Paragraph, Severity, Status } from '../../document/nodes.js';
import { lookOf } from '../../document/severity.js';
import { fitText } from '../../kernel/fit.js';
import { cleanLine } from '../../sanitize/text.js';
import type { RenderContext } from '../../tenant/render-context.js';
import type { TeamsTenantOptions } from '../../tenant/teams-options.js';
import { actionsOf } from './actions.js';
import { pushBlocks } from './blocks.js';
import { sizeOf } from './chunk.js';
import { createTeamsContext, type Piece, report, type Size, type TeamsContext, type TeamsEnvelope } from './context.js';
import { wrap } from './envelope.js';
import { fallbackTextOf, type Heading, headingOf, notificationText } from './heading.js';
import { inert, jsonSize, orMark } from './leaf.js';
import { maxFooterUnits, maxTitleUnits } from './limits.js';
import { mentionsOf } from './mentions.js';
import { paginate } from './pages.js';
import type { CardAction, CardElement, Container, TeamsCard, TeamsPayload } from './payload.js';
import { large, oneText } from './run.js';

/** The ground of the title: the state of what no longer fires, else its severity. */
const grounds: Record<Severity, NonNullable<Container['style']>> = {
  critical: 'attention',
  error: 'attention',
  warning: 'warning',
  info: 'accent',
};
const endedGrounds: Record<Exclude<Status, 'firing'>, NonNullable<Container['style']>> = {
  acknowledged: 'accent',
  resolved: 'good',
};

function groundOf({ severity, status = 'firing' }: Document): NonNullable<Container['style']> {
  if (status !== 'firing') return endedGrounds[status];
  return severity === undefined ? 'emphasis' : grounds[severity];
}

const opening = (path: string, value: string): Paragraph => ({
  type: 'paragraph',
  path,
  importance: 'high',
  children: [{ type: 'text', value }],
});

/** How much longer than the title its line may be and still say nothing else: the words for severity and state. */
const maxStateUnits = 64;

/** The headline. What of it has to be cut, and a summary that says something else, open the body. */
function headline(context: TeamsContext, { title, severity, status }: Document, { line, more }: Heading): string {
  const { emoji } = lookOf(severity, status);
  const text = emoji === '' ? orMark(line) : `${emoji} ${orMark(line)}`;
  const isWhole = text.length <= maxTitleUnits;
  if (!isWhole) pushBlocks(context, [opening('title', line.length - title.length > maxStateUnits ? line : title)]);
  if (more !== undefined) pushBlocks(context, [opening('meta.summary', more)]);
  return isWhole ? text : fitText(text, maxTitleUnits).text;
}

const smallPrint = { size: 'Small', isSubtle: true } as const;

/** The title of a card; of several, each says which it is. */
function titleOf(context: TeamsContext, document: Document, text: string, index: number, total: number): Container {
  const { localizer } = context;
  const block = oneText(context, text, large);
  if (total > 1) {
    const part = ` (${localizer.number(index + 1)}/${localizer.number(total)})`;
    block.inlines.push({ type: 'TextRun', text: part, ...large });
  }
  const style = groundOf(document);
  return { type: 'Container', style, bleed: true, items: [block] };
}

function footerText(context: TeamsContext): string | undefined {
  const { brand } = context.render.tenant.config;
  if (brand === undefined) return undefined;
  const { name, footer } = brand;
  const parts = [name, footer].filter((part) => part !== undefined).map(cleanLine);
  if (parts.length === 0) return undefined;
  const line = orMark(parts.join(' · '));
  const { text, cut } = fitText(line, maxFooterUnits);
  if (cut > 0) {
    const numbers = { limit: maxFooterUnits, actual: line.length, unit: 'utf16' } as const;
    report(context, 'truncated', 'brand', 'The footer was cut', numbers);
  }
  return text;
}

/** The language alone: `lang` is an ISO 639 code, and Microsoft's SDK refuses anything that follows it. */
function languageOf(locale: string): string {
  const end = locale.indexOf('-');
  return end < 0 ? locale : locale.slice(0, end);
}

type CardFrame = Pick<TeamsCard, 'lang' | 'rtl' | 'fallbackText'>;

/** A card without actions has no member for them: two literals, and no spread. */
function cardOf(
  { lang, rtl, fallbackText }: CardFrame,
  body: CardElement[],
  actions: CardAction[],
  msteams: TeamsCard['msteams'],
): TeamsCard {
  const type = 'AdaptiveCard';
  const $schema = 'http://adaptivecards.io/schemas/adaptive-card.json';
  const version = '1.5';
  return actions.length === 0
    ? { type, $schema, version, lang, rtl, fallbackText, body, msteams }
    : { type, $schema, version, lang, rtl, fallbackText, body, actions, msteams };
}

/** The title with "(2/3)", which no document has more than five digits of. */
const partUnits = 20 + 75;

/** Renders a document as one message and, where it does not fit, further ones to post after it. */
export function renderTeams(
  document: Document,
  render: RenderContext,
  options: TeamsTenantOptions,
  envelope: TeamsEnvelope,
): { payload: TeamsPayload; followUps: TeamsPayload[]; size: number } {
  const context = createTeamsContext(render, options, envelope, document);
  const heading = headingOf(context, document);
  const title = headline(context, document, heading);
  pushBlocks(context, document.children);

  context.units = 0;
  context.bytes = 0;
  const actions = actionsOf(context);
  context.path = 'title';
  const mentions = mentionsOf(context, document);
  const notification = notificationText(context, document, heading);
  const fallbackText = inert(fallbackTextOf(notification, document));
  const summary = envelope === 'botActivity' ? inert(notification) : '';
  const footer = footerText(context);

  /** Makes one message; the first has the buttons and the mentions. */
  const toPayload = (body: readonly CardElement[], index: number, total: number, note: string | undefined) => {
    const elements: CardElement[] = [titleOf(context, document, title, index, total)];
    if (index === 0 && mentions !== undefined) elements.push(mentions.line);
    for (const element of body) elements.push(element);
    if (note !== undefined) elements.push(oneText(context, note, smallPrint));
    if (index === total - 1 && footer !== undefined) elements.push(oneText(context, footer, smallPrint));
    const msteams: TeamsCard['msteams'] = { width: 'full' };
    if (index === 0 && mentions !== undefined) msteams.entities = mentions.entities;
    const frame = { lang: languageOf(document.locale), rtl: document.dir === 'rtl', fallbackText };
    return wrap(envelope, cardOf(frame, elements, index === 0 ? actions : [], msteams), summary);
  };

  const frame = frameOf(context, [title, fallbackText, summary, footer ?? '']);
  const { pages, note } = paginate(context, frame, () => {
    const { units, bytes } = sizeOf(toPayload([], 0, 1, undefined));
    // The footer is on the last card, the buttons on the first; each is given room for both.
    return { units: units + partUnits, bytes: bytes + partUnits };
  });
  const total = Math.max(1, pages.length);
  const bodies = pages.length === 0 ? [[]] : pages.map(elementsOf);
  const [payload, ...followUps] = bodies.map((body, index) =>
    toPayload(body, index, total, index === total - 1 ? note : undefined),
  );
  let size = frame.bytes;
  for (const { bytes } of context.pieces) size += bytes;
  return { payload: payload as TeamsPayload, followUps, size };
}

/** Not `flatMap`, which takes as long as all the texts of a card. */
function elementsOf(page: readonly Piece[]): CardElement[] {
  const all: CardElement[] = [];
  for (const { elements } of page) for (const element of elements) all.push(element);
  return all;
}

/** What the frame has beside its texts: an upper bound, for the longest envelope, locale and style. */
const frameToll = 1000;

/** Bounds what stands around the body; buttons and mentions are counted in the context already. */
function frameOf({ units, bytes }: TeamsContext, texts: readonly string[]): Size {
  const frame = { units: units + frameToll, bytes: bytes + frameToll };
  for (const text of texts) {
    const size = jsonSize(inert(text));
    frame.units += size.units;
    frame.bytes += size.bytes;
  }
  return frame;
}
