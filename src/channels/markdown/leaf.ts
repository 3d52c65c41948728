/**
 * Text that stays text: the only file of the channel that touches the characters of a value.
 *
 * What begins a construct wherever it stands is escaped by a backslash. What does so at the start of a line only is escaped
 * there. GFM's extended autolinks and what GitHub makes of names, numbers and emoji are looked for in finished text, where a
 * backslash does not count any more, so a zero-width space parts them.
 */
import { escapeTable, escapeWith } from '../../sanitize/escape.js';

export type Profile = 'gfm' | 'commonmark';

/** https://spec.commonmark.org/0.31.2/#backslash-escapes */
const commonmark = /* @__PURE__ */ escapeTable({
  '\\': '\\\\',
  // Code spans and fences (6.1, 4.5).
  '`': '\\`',
  // Emphasis, list items and thematic breaks (6.2, 5.2, 4.1).
  '*': '\\*',
  _: '\\_',
  // Links and images (6.3, 6.4); GFM's footnotes, task lists and alerts begin with them too.
  '[': '\\[',
  ']': '\\]',
  // Raw HTML and autolinks, block quotes, entities (6.6, 6.5, 5.1, 2.5).
  '<': '\\<',
  '>': '\\>',
  '&': '\\&',
  // Headings, and what closes them (4.2).
  '#': '\\#',
  // Fences (4.5), and GFM's strikethrough: https://github.github.com/gfm/#strikethrough-extension-
  '~': '\\~',
});

/** What stands for more in GFM. */
const gfm = /* @__PURE__ */ escapeTable({
  ...commonmark.escapes,
  // https://github.github.com/gfm/#tables-extension-
  '|': '\\|',
  // https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions
  $: '\\$',
});

/** List items (5.2), thematic breaks (4.1), setext underlines (4.3), delimiter rows of tables, which can begin with a colon. */
const atLineStart = /^([-+=:])/;
const orderedAtLineStart = /^(\d{1,9})([.)])/;

const apart = '&#8203;';

/** https://github.github.com/gfm/#autolinks-extension- (GitHub and its library know more schemes than the specification) */
const bareUrl = /\b(https?|ftp|mailto|xmpp):(?=\S)/gi;
const bareWww = /\bwww(?=\\?\.)/gi;
/** Mentions, and addresses: both need something behind the sign. */
const at = /@(?=[\w-])/g;
/** Issues and pull requests, by number: https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls */
const reference = /(\\#)(?=\d)|\b(GH-)(?=\d)/gi;
const shortcode = /:(?=[a-z+][\w+-]*:|-1:)/gi;

/** Parts what GitHub would make a link, a mention or an emoji of. */
const partLive = (escaped: string): string =>
  escaped
    .replace(bareUrl, `$1:${apart}`)
    .replace(bareWww, (www) => `${www}${apart}`)
    .replace(at, `@${apart}`)
    .replace(reference, (found) => found + apart)
    .replace(shortcode, `:${apart}`);

/** Spaces at the ends of a line mean nothing, or a break, unless they are written as entities (2.5). */
const entity = (char: string): string => `&#${char.codePointAt(0) ?? 32};`;
const endSpace = /^[ \t]|[ \t]$/g;

/** Writes one line of text. `isStart`: nothing stands before it on its line; `isEnd`: nor behind it. */
export function escapeLine(text: string, profile: Profile, isStart: boolean, isEnd: boolean): string {
  const live = escapeWith(profile === 'gfm' ? gfm : commonmark, text);
  const parted = profile === 'gfm' ? partLive(live) : live;
  const started = isStart ? parted.replace(atLineStart, '\\$1').replace(orderedAtLineStart, '$1\\$2') : parted;
  return started.replace(endSpace, (space, index: number) =>
    (index === 0 && isStart) || (index > 0 && isEnd) || (started.length === 1 && (isStart || isEnd))
      ? entity(space)
      : space,
  );
}

/** Writes the last or first character of a word so that it reads as punctuation, and what stands beside it as a delimiter. */
export const encodeChar = (char: string): string => entity(char);

/** Neither white space nor punctuation, by the definitions of CommonMark 0.31 (2.1): beside a delimiter, it can switch it off. */
export const isWordChar = (char: string): boolean => char !== '' && !/[\t\n\f\r\p{Zs}\p{P}\p{S}]/u.test(char);

/** The longest run of backticks (or of any other character) in a text. */
export function longestRun(text: string, char: '`'): number {
  let longest = 0;
  for (const [run] of text.matchAll(new RegExp(`${char}+`, 'g'))) longest = Math.max(longest, run.length);
  return longest;
}

/** Writes a code span (6.1). `inCell`: GFM reads the pipes of a table before its code. */
export function codeSpan(value: string, inCell: boolean): string {
  const line = value.replaceAll('\n', ' ');
  const fence = '`'.repeat(longestRun(line, '`') + 1);
  // One space at both ends is taken away, unless there is nothing else.
  const pad = /^[ `]|[ `]$/.test(line) && /[^ ]/.test(line) ? ' ' : '';
  const content = inCell ? line.replaceAll('|', '\\|') : line;
  return `${fence}${pad}${content}${pad}${fence}`;
}

/** Writes the address of a link (6.3). It has passed `safeUrl`, which leaves no space, angle bracket or backslash in it. */
export function destination(url: string): string {
  const written = url.replaceAll('&', '&amp;').replaceAll('|', '%7C');
  return /[()]/.test(written) ? `<${written}>` : written;
}
