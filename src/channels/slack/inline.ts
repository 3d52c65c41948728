/** Inlines -> rich text elements. `text` elements are never parsed for markup, so data cannot become any. */
import { handleInline, type Inline, type InlineHandlers, type NumberInline } from '../../document/nodes.js';
import { safeUrl } from '../../sanitize/url.js';
import type { SlackMention } from '../../tenant/slack-options.js';
import { printDate, report, type SlackContext } from './context.js';
import { cleaned, countChars, isolated, leaf, oneLine, own } from './leaf.js';
import { slackLimits } from './limits.js';
import type { RichElement, RichStyle } from './payload.js';
import { appendElement, appendText, createRun, elementsOf, type Run } from './run.js';

/** Where elements go, and the style around them. Kept apart from the context, because inlines nest. */
type Line = {
  readonly context: SlackContext;
  readonly out: Run;
  readonly style: RichStyle | undefined;
  /** Only text can stand here, as in table cells. */
  readonly isFlat: boolean;
};

/** Tokens of Slack's date element, which each reader's device fills in its own zone. */
const dateFormats = { date: '{date}', time: '{time}', datetime: '{date} {time}', relative: '{ago}' } as const;

/** Slack's elements for the mentions that a tenant configures. */
function mentionElement(mention: SlackMention): RichElement {
  if ('userId' in mention) return { type: 'user', user_id: mention.userId };
  if ('userGroupId' in mention) return { type: 'usergroup', usergroup_id: mention.userGroupId };
  if ('channelId' in mention) return { type: 'channel', channel_id: mention.channelId };
  return { type: 'broadcast', range: mention.broadcast };
}

/** Characters that a mention may take on screen; its real name is Slack's to know. */
const mentionChars = 30;

/** Appends a mention of somebody the tenant knows; an unknown name stays text. */
export function appendMention(context: SlackContext, out: Run, ref: string): void {
  const { mentions = {} } = context.options;
  const mention = Object.hasOwn(mentions, ref) ? mentions[ref] : undefined;
  if (mention === undefined) {
    report(context, 'fallback', context.path, 'A mention is not in the tenant configuration and stays text');
    appendText(out, isolated(context, ref));
    return;
  }
  context.chars += mentionChars;
  appendElement(out, mentionElement(mention));
}

/** A URL that Slack takes: allowed scheme, within the limit. Never cut: a cut URL is another address. */
export function slackUrl(context: SlackContext, url: string, maxChars: number): string | undefined {
  const safe = safeUrl(url);
  if (safe === undefined) {
    report(context, 'dropped', context.path, 'A URL that is not safe to follow was left out');
    return undefined;
  }
  const chars = countChars(safe);
  if (chars <= maxChars) return safe;
  const numbers = { limit: maxChars, actual: chars, unit: 'utf16' } as const;
  report(context, 'dropped', context.path, 'A URL over the limit was left out', numbers);
  return undefined;
}

/** Prints a number. Its unit may come from anywhere, and `Intl` prints any. */
export function printNumber(context: SlackContext, node: NumberInline): string {
  const { unit } = node;
  const clean = unit === undefined ? undefined : oneLine(cleaned(context, unit));
  return context.localizer.number(node.value, clean === undefined || clean === unit ? node : { ...node, unit: clean });
}

function nest(line: Line, children: readonly Inline[], style: RichStyle): void {
  const inner: Line = { ...line, style: { ...line.style, ...style } };
  for (const child of children) handleInline(handlers, child, inner);
}

const handlers: InlineHandlers<Line, void> = {
  text: (node, { context, out, style }) => appendText(out, leaf(context, node.value), style),
  strong: (node, line) => nest(line, node.children, { bold: true }),
  emphasis: (node, line) => nest(line, node.children, { italic: true }),
  deletion: (node, line) => {
    if (line.isFlat) appendText(line.out, own(line.context, '~~'));
    nest(line, node.children, { strike: true });
    // Without its marks, text that no longer holds would read as text that does.
    if (line.isFlat) appendText(line.out, own(line.context, '~~'));
  },
  code: (node, { context, out, style }) =>
    appendText(out, isolated(context, node.value, 'ltr'), { ...style, code: true }),
  link: (node, line) => {
    const { context, out, style } = line;
    const url = slackUrl(context, node.url, slackLimits.buttonUrl.max);
    if (url === undefined) {
      for (const child of node.children) handleInline(handlers, child, line);
      return;
    }
    const text = oneLine(flatText(context, node.children));
    const hasLabel = /\S/.test(text);
    context.chars += countChars(url) * (hasLabel ? 1 : 2);
    if (line.isFlat) appendText(out, hasLabel ? `${text} ${own(context, `(${url})`)}` : url);
    else {
      const link: RichElement = { type: 'link', url, text: hasLabel ? text : url };
      if (style !== undefined) link.style = { ...style };
      appendElement(out, link);
    }
  },
  number: (node, { context, out, style }) => {
    appendText(out, own(context, printNumber(context, node)), style);
  },
  money: (node, { context, out, style }) => {
    appendText(out, own(context, context.localizer.money(node.amount, node.currency, node.maxFractionDigits)), style);
  },
  duration: (node, { context, out, style }) => {
    appendText(out, own(context, context.localizer.duration(node.durationMs)), style);
  },
  date: (node, { context, out, style, isFlat }) => {
    const fallback = own(context, printDate(context, node));
    const { style: form = 'datetime' } = node;
    // A device in another zone would show the day before or after.
    if (isFlat || form === 'day' || context.options.dates === 'text') appendText(out, fallback, style);
    else {
      const format = dateFormats[form];
      appendElement(out, { type: 'date', timestamp: Math.floor(node.value / 1000), format, fallback });
    }
  },
  mention: (node, { context, out, isFlat }) => {
    if (isFlat) appendText(out, isolated(context, node.ref));
    else appendMention(context, out, node.ref);
  },
};

/** Inlines as clean text, for places where only text can stand. */
export function flatText(context: SlackContext, inlines: readonly Inline[]): string {
  const out = createRun();
  const line: Line = { context, out, style: undefined, isFlat: true };
  for (const inline of inlines) handleInline(handlers, inline, line);
  return elementsOf(out)
    .map((element) => (element.type === 'text' ? element.text : ''))
    .join('');
}

/** Appends one inline. */
export function appendInline(context: SlackContext, out: Run, inline: Inline): void {
  handleInline(handlers, inline, { context, out, style: undefined, isFlat: false });
}

/** Appends inlines to the elements of a section, a list item or a quote. */
export function appendInlines(context: SlackContext, out: Run, inlines: readonly Inline[], style?: RichStyle): void {
  const line: Line = { context, out, style, isFlat: false };
  for (const inline of inlines) handleInline(handlers, inline, line);
}
