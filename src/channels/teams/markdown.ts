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

/** Tells that a character of ASCII begins nothing where it is. */
export function isHarmlessAt(text: string, index: number, code: number): boolean {
  const where = harmless[code];
  if (where === anyPlace || (where === notFirst && index > 0)) return true;
  return where === inWords && isWord(text.charCodeAt(index - 1)) && isWord(text.charCodeAt(index + 1));
}

/** Tells that a text is the same in Markdown and without. */
function isHarmless(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first === 0x20) return false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // Markdown is made of ASCII.
    if (code < 0x80 && !isHarmlessAt(text, index, code)) return false;
  }
  return !(first >= 0x30 && first <= 0x39 && isNumbered(text));
}

/** Tells whether a text begins as a list item with a number does. */
export function isNumbered(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x30 || code > 0x39) return (code === 0x2e || code === 0x29) && numbered.test(text);
  }
  return false;
}

/** A list item with a number (CommonMark 5.2). */
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
