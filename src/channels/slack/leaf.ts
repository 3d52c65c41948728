/** Where raw text becomes Slack text. Nothing else in this channel touches the characters of a value. */
import { type CostTable, fitText, type Limit } from '../../kernel/fit.js';
import { cleanSentence } from '../../sanitize/sentence.js';
import { report, type SlackContext } from './context.js';
import type { PlainText } from './payload.js';

/** What `&`, `<` and `>` become on the wire: Slack counts them escaped, in every kind of text. */
export const escapedCost: CostTable = { '&': 5, '<': 4, '>': 4 };

/** Printable ASCII without `& < >`, and line breaks: nothing to clean, isolate or count twice. */
const special = /[^\n\x20-\x25\x27-\x3b\x3d\x3f-\x7e]/;

/** Below this length a loop is several times faster than the call into the regular expression engine. */
const shortChars = 24;

/** Tells whether a text has a character that needs a closer look. */
function isSpecial(text: string): boolean {
  if (text.length > shortChars) return special.test(text);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code > 0x7e || code === 0x26 || code === 0x3c || code === 0x3e) return true;
  }
  return false;
}

/** Stands for a value that is empty: Slack refuses empty text objects. */
const emptyMark = '–';

const markup = /[&<>]/;

/** Counts the characters of clean text as Slack does. */
export function countChars(text: string): number {
  if (text.length > shortChars && !markup.test(text)) return text.length;
  let count = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x26) count += 4;
    else if (code === 0x3c || code === 0x3e) count += 3;
  }
  return count;
}

/** Removes what must never be shown and says so; the count goes to the block being written. */
export function leaf(context: SlackContext, raw: string): string {
  if (!isSpecial(raw)) {
    context.chars += raw.length;
    return raw;
  }
  const text = clean(context, raw);
  context.chars += countChars(text);
  return text;
}

/** Puts a clean text on one line: a break in data would begin a line that reads like one of the message's own. */
export const oneLine = (text: string): string => (text.includes('\n') ? text.replaceAll('\n', ' ') : text);

/** The same for a value inside a line of other text: it can neither reorder its neighbours nor end their line. */
export function isolated(context: SlackContext, raw: string, kind: 'text' | 'ltr' = 'text'): string {
  if (context.ltr && !isSpecial(raw)) {
    context.chars += raw.length;
    return oneLine(raw);
  }
  const text = context.localizer.isolate(oneLine(clean(context, raw)), kind);
  context.chars += countChars(text);
  return text;
}

/** Text of this package or of `Intl`: clean already. */
export function own(context: SlackContext, text: string): string {
  context.chars += countChars(text);
  return text;
}

/** Clean text inside a line of other text: as {@link isolated} for raw text. */
export function embedded(context: SlackContext, text: string): string {
  return own(context, context.localizer.isolate(text));
}

function clean(context: SlackContext, raw: string): string {
  const text = cleanSentence(raw);
  if (text !== raw) report(context, 'sanitized', context.path, 'Control or direction characters were removed');
  return text;
}

/** Removes what must never be shown, for a text that is counted later. */
export function cleaned(context: SlackContext, raw: string): string {
  return isSpecial(raw) ? clean(context, raw) : raw;
}

/** Puts a mark where there is nothing to show. */
export function orMark(text: string): string {
  const first = text.charCodeAt(0);
  // The first character nearly always settles it; beyond ASCII there are further blanks, and joiners.
  return (first > 0x20 && first < 0x7f) || /[^\s\p{Cf}]/u.test(text) ? text : emptyMark;
}

/** Counts a text without anything special: none of its characters grows. */
function counted(context: SlackContext, text: string): string {
  context.chars += text.length;
  return text;
}

/** Removes what must never be shown, and puts a mark where nothing is left. */
export function leafOrMark(context: SlackContext, raw: string): string {
  if (isSpecial(raw)) return own(context, orMark(clean(context, raw)));
  return counted(context, orMark(raw));
}

/** The same for a value inside a line of other text. */
export function isolatedOrMark(context: SlackContext, raw: string): string {
  if (context.ltr && !isSpecial(raw)) return counted(context, orMark(oneLine(raw)));
  return embedded(context, orMark(oneLine(clean(context, raw))));
}

/** A plain text object within a limit; what is cut is reported. */
export function plain(context: SlackContext, raw: string, limit: Pick<Limit, 'max'>): PlainText {
  const text = orMark(cleaned(context, raw));
  const chars = countChars(text);
  if (chars <= limit.max) {
    context.chars += chars;
    return { type: 'plain_text', text, emoji: false };
  }
  const fitted = fitText(text, limit.max, { cost: escapedCost }).text;
  const numbers = { limit: limit.max, actual: chars, unit: 'utf16' } as const;
  report(context, 'truncated', context.path, 'A label was cut', numbers);
  context.chars += countChars(fitted);
  return { type: 'plain_text', text: fitted, emoji: false };
}
