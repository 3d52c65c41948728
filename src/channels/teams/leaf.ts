/** Where raw text becomes Teams text. Nothing else in this channel touches the characters of a value. */
import type { NumberInline } from '../../document/nodes.js';
import { type CostTable, fitText } from '../../kernel/fit.js';
import { cleanSentence } from '../../sanitize/sentence.js';
import { report, type Size, type TeamsContext } from './context.js';

/** What characters become in JSON. All other controls are removed before. */
export const jsonCost: CostTable = { '"': 2, '\\': 2, '\n': 2, '\t': 2 };

/** Printable ASCII and line breaks: nothing to clean or to isolate. */
const special = /[^\n\x20-\x7e]/;
const unplain = /[^\x20-\x7e]/;
/** ASCII that JSON writes as it is and no expression begins with. */
const costly = /[^\x20\x21\x23-\x5b\x5d-\x7a\x7c-\x7e]/;

/** Below this length a loop is several times faster than the call into the regular expression engine. */
const shortChars = 24;

/** Tells whether a text has a character that needs a closer look. */
function isSpecial(text: string): boolean {
  if (text.length > shortChars) return special.test(text);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code > 0x7e) return true;
  }
  return false;
}

/** Tells whether a text is one line of printable ASCII: nothing to clean, to isolate or to put on a line. */
export function isPlain(text: string): boolean {
  if (text.length > shortChars) return !unplain.test(text);
  return !isSpecial(text);
}

function isCostly(text: string): boolean {
  if (text.length > shortChars) return text.charCodeAt(0) > 0x7e || costly.test(text);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code > 0x7e || code === 0x22 || code === 0x5c || code === 0x7b) return true;
  }
  return false;
}

/**
 * Begin an expression: `{{DATE(…)}}` is expanded by the SDK in every text, `${…}` by the templating of Adaptive Cards.
 * https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features
 */
const expression = /[{$](?=\{)/g;

/** Zero width space: nothing is seen of it, and no expression begins any more. */
const breaker = '\u200b';

/** Keeps a text from being an expression. Idempotent. */
export function inert(text: string): string {
  return text.includes('{') ? text.replace(expression, `$&${breaker}`) : text;
}

/**
 * Adds the size of a well-formed text inside of a JSON string, in one pass: units with escapes, and UTF-8 bytes. Tells
 * whether it has a brace.
 */
function addText(size: Size, text: string): boolean {
  let units = text.length;
  let more = 0;
  let hasBrace = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80) {
      if (code === 0x22 || code === 0x5c || code === 0x0a || code === 0x09) units += 1;
      else if (code === 0x7b) hasBrace = true;
    } else if (code < 0x800) more += 1;
    // A pair of surrogates is four bytes.
    else more += (code & 0xf800) === 0xd800 ? 1 : 2;
  }
  size.units += units;
  size.bytes += units + more;
  return hasBrace;
}

/** Size of a well-formed text inside of a JSON string. */
export function jsonSize(text: string): Size {
  if (!isCostly(text)) return { units: text.length, bytes: text.length };
  const size = { units: 0, bytes: 0 };
  addText(size, text);
  return size;
}

/** Makes a text inert and says so. */
function settleInert(context: TeamsContext, text: string): string {
  const safe = inert(text);
  if (safe !== text) {
    report(context, 'sanitized', context.path, 'What reads like an expression of a card was made inert');
  }
  return safe;
}

/** The last step of every text: makes it inert and counts it. */
export function settle(context: TeamsContext, text: string): string {
  if (!isCostly(text)) {
    context.units += text.length;
    context.bytes += text.length;
    return text;
  }
  const { units, bytes } = context;
  if (!addText(context, text)) return text;
  const safe = settleInert(context, text);
  if (safe !== text) {
    context.units = units;
    context.bytes = bytes;
    addText(context, safe);
  }
  return safe;
}

/** Removes what must never be shown and says so. */
export function leaf(context: TeamsContext, raw: string): string {
  if (!isSpecial(raw)) return raw;
  const text = cleanSentence(raw);
  if (text !== raw) report(context, 'sanitized', context.path, 'Control or direction characters were removed');
  return text;
}

/** No text is searched that is shorter than a call into the regular expression engine is worth. */
function hasBreak(text: string): boolean {
  if (text.length > shortChars) return text.includes('\n') || text.includes('\t');
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x0a || code === 0x09) return true;
  }
  return false;
}

const breaks = /[\n\t]/;
const gaps = /[ \n\t]+/g;

/** Puts a clean text on one line: a break in data would begin a line that reads like one of the message's own. */
export const oneLine = (text: string): string =>
  hasBreak(text) ? text.replace(gaps, (gap) => (breaks.test(gap) ? ' ' : gap)).trim() : text;

/** As {@link leaf} for a value inside a line of other text: it can neither reorder its neighbours nor end their line. */
export function isolated(context: TeamsContext, raw: string, kind: 'text' | 'ltr' = 'text'): string {
  if (context.ltr && isPlain(raw)) return raw;
  return context.localizer.isolate(oneLine(leaf(context, raw)), kind);
}

/**
 * As {@link leaf} for running text, a line at a time: a card has one direction, and a line of the other one would have its
 * punctuation on the wrong side.
 */
export function prose(context: TeamsContext, raw: string): string {
  if (context.ltr && !isSpecial(raw)) return raw;
  const text = leaf(context, raw);
  const { isolate } = context.localizer;
  return text.includes('\n')
    ? text
        .split('\n')
        .map((line) => isolate(line))
        .join('\n')
    : isolate(text);
}

/** Stands for a value that is empty. */
const emptyMark = '–';

/** Puts a mark where there is nothing to show. */
export function orMark(text: string): string {
  const first = text.charCodeAt(0);
  // The first character nearly always settles it: ASCII, or an Arabic letter. Elsewhere there are further blanks, and joiners.
  if ((first > 0x20 && first < 0x7f) || (first >= 0x621 && first <= 0x64a)) return text;
  return /[^\s\p{Cf}]/u.test(text) ? text : emptyMark;
}

/** A value inside a line of other text, with a mark where nothing is left. */
export function isolatedOrMark(context: TeamsContext, raw: string): string {
  if (context.ltr && isPlain(raw)) return orMark(raw);
  return context.localizer.isolate(orMark(oneLine(leaf(context, raw))));
}

/** A label within a limit of UTF-16 units; what is cut is reported. */
export function label(context: TeamsContext, raw: string, maxUnits: number): string {
  const text = orMark(oneLine(leaf(context, raw)));
  if (text.length <= maxUnits) return text;
  const numbers = { limit: maxUnits, actual: text.length, unit: 'utf16' } as const;
  report(context, 'truncated', context.path, 'A label was cut', numbers);
  return fitText(text, maxUnits).text;
}

/** Prints a number. Its unit may come from anywhere, and `Intl` prints any. */
export function printNumber(context: TeamsContext, node: NumberInline): string {
  const { unit } = node;
  const clean = unit === undefined ? undefined : oneLine(leaf(context, unit));
  return context.localizer.number(node.value, clean === undefined || clean === unit ? node : { ...node, unit: clean });
}
