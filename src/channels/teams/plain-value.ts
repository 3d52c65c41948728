/** Facts whose texts need nothing done, as nearly all do: written and counted in one pass, with the result of the long way. */
import type { TeamsContext } from './context.js';
import { isHarmlessAt, isNumbered } from './markdown.js';

/**
 * Counts what a text takes in JSON that is the same in Markdown and without, in the pass that tells so. Returns its highest
 * UTF-16 unit beyond ASCII, 0 where there is none; -1 for any other text, and counts nothing of it.
 */
function countHarmless(context: TeamsContext, text: string): number {
  const first = text.charCodeAt(0);
  if (first === 0x20) return -1;
  let units = text.length;
  let more = 0;
  let highest = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80) {
      if (!isHarmlessAt(text, index, code)) return -1;
      if (code === 0x22) units += 1;
      continue;
    }
    if (code > highest) highest = code;
    if (code < 0x800) more += 1;
    // A pair of surrogates is four bytes.
    else more += (code & 0xf800) === 0xd800 ? 1 : 2;
  }
  if (first >= 0x30 && first <= 0x39 && isNumbered(text)) return -1;
  context.units += units;
  context.bytes += units + more;
  return highest;
}

/** A letter, as nearly all texts begin with one: something is seen of them, and they begin nothing. */
const isLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0xc0 && code < 0x250) ||
  (code >= 0x621 && code <= 0x64a);

/** Below U+0900 nothing but controls is ever removed. */
const mayClean = /[\x80-\x9f]/;

/**
 * Counts a text of Arabic letters and blanks, as the package's own words are in a card in Arabic: no direction to isolate and
 * nothing to escape. Tells whether it is one.
 */
function countArabic(context: TeamsContext, text: string): boolean {
  let blanks = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x20) blanks += 1;
    else if (code < 0x621 || code > 0x64a) return false;
  }
  context.units += text.length;
  context.bytes += 2 * text.length - blanks;
  return true;
}

/**
 * Writes and counts a value that needs nothing done but to be isolated, as nearly all do; `undefined` for any other, which
 * `markdownOrMark` writes.
 */
export function plainValue(context: TeamsContext, raw: string): string | undefined {
  const first = raw.charCodeAt(0);
  if (!isLetter(first)) return undefined;
  if (first >= 0x621 && !context.ltr && countArabic(context, raw)) return raw;
  const { units, bytes } = context;
  const highest = countHarmless(context, raw);
  if (highest < 0) return undefined;
  if (highest === 0 && context.ltr) return raw;
  if (highest >= 0x900 || (highest > 0 && mayClean.test(raw))) {
    context.units = units;
    context.bytes = bytes;
    return undefined;
  }
  const text = context.localizer.isolate(raw);
  // What it adds is an isolate and its end: three bytes each.
  context.units += text.length - raw.length;
  context.bytes += 3 * (text.length - raw.length);
  return text;
}

/** Writes and counts a printed figure and the words beside it; `undefined` where either needs something done. */
export function plainPair(context: TeamsContext, figure: string, words: string): string | undefined {
  const first = words.charCodeAt(0);
  if (words !== '' && !isLetter(first) && !(first > 0x2000)) return undefined;
  const text = words === '' ? figure : `${figure} (${words})`;
  return countHarmless(context, text) < 0 ? undefined : text;
}
