/**
 * Text for the two places that Teams parses for Markdown: facts and the notification text. A backslash stands only before
 * characters that would begin something where they are, so that nearly all values are written as they are.
 */
import type { TeamsContext } from './context.js';
import { isolated, isPlain, leaf, oneLine, orMark } from './leaf.js';

const anyPlace = 1;
const notFirst = 2;
const inWords = 3;

/** Where each ASCII character begins nothing: anywhere, behind the start of a line, inside of a word; 0 for nowhere. */
const harmless: Readonly<Uint8Array> = /* @__PURE__ */ Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (char === '_') return inWords;
  if (/[\w %',/:;?@^$"(]/.test(char)) return anyPlace;
  return /[-+.)=]/.test(char) ? notFirst : 0;
});

/** Letters and digits, where a word is made of nothing else for certain. */
const isWord = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** Tells that a text is the same in Markdown and without. */
function isHarmless(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first === 0x20) return false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // Markdown is made of ASCII.
    const where = code < 128 ? harmless[code] : anyPlace;
    if (where === anyPlace || (where === notFirst && index > 0)) continue;
    if (where === inWords && isWord(text.charCodeAt(index - 1)) && isWord(text.charCodeAt(index + 1))) continue;
    return false;
  }
  return !(first >= 0x30 && first <= 0x39 && isNumbered(text));
}

/** Tells whether a text begins as a list item with a number does (CommonMark 5.2), or nearly so. */
function isNumbered(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x30 || code > 0x39) return (code === 0x2e || code === 0x29) && numbered.test(text);
  }
  return false;
}

/**
 * Counts a text that is the same in Markdown and without, in the pass that tells so: what it takes in JSON. Returns its
 * highest UTF-16 unit; -1 for any other text, and counts nothing of it.
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
      const where = harmless[code];
      if (code === 0x22) units += 1;
      if (where === anyPlace || (where === notFirst && index > 0)) continue;
      if (where === inWords && isWord(text.charCodeAt(index - 1)) && isWord(text.charCodeAt(index + 1))) continue;
      return -1;
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
 * {@link markdownOrMark} writes.
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

const numbered = /^\d{1,9}[.)](?:\s|$)/;
/** Bullets, headings, quotes, and underlines of headings (5.2, 4.2, 5.1, 4.3). */
const opening = /^[-+#>=]/;
/** Escapes, emphasis, code, links, fences, tables (2.4, 6.2, 6.1, 6.3, 4.5); GFM strikethrough. */
const anywhere = /[\\*`[\]~|]/g;
/** Emphasis by underscores needs a word's edge (6.2). */
const edges = /(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g;
/** Tags, autolinks, mentions of Teams; entities (6.6, 6.5, 2.5). */
const tags = /<(?=[A-Za-z/!?])|&(?=#?[A-Za-z0-9]+;)/g;

/** Escapes one line of clean text. */
export function escapeMarkdown(text: string): string {
  if (isHarmless(text)) return text;
  const line = text.trimStart();
  const escaped = line.replace(anywhere, '\\$&').replace(edges, '\\$&').replace(tags, '\\$&').replace(opening, '\\$&');
  return numbered.test(escaped) ? escaped.replace(/[.)]/, '\\$&') : escaped;
}

/** A value inside a line of Markdown. */
export function markdownValue(context: TeamsContext, raw: string, kind?: 'text' | 'ltr'): string {
  if (context.ltr && isPlain(raw)) return escapeMarkdown(raw);
  return escapeMarkdown(isolated(context, raw, kind));
}

/** The same, with a mark where nothing is left. */
export function markdownOrMark(context: TeamsContext, raw: string): string {
  if (context.ltr && isPlain(raw)) return escapeMarkdown(orMark(raw));
  return escapeMarkdown(context.localizer.isolate(orMark(oneLine(leaf(context, raw)))));
}

/** Ends a link's destination in Markdown, or could be read as more of it. */
const delimiters = /[()[\]*_~\\]/g;

/** Writes a safe URL so that Markdown cannot misread it. */
export const markdownUrl = (url: string): string =>
  url.replace(delimiters, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
