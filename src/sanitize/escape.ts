/** What has to be escaped where. One table a context, applied once, at the leaf. */
import type { CostTable } from '../kernel/measure.js';

/** The characters that are live in one context, with what is written instead. */
export type EscapeTable = {
  /** Finds whether there is anything to do. */
  readonly live: RegExp;
  /** Finds every live character. */
  readonly every: RegExp;
  readonly escapes: Readonly<Record<string, string>>;
  /** Escaped lengths, for cutting a raw text to the room that its escaped form has. */
  readonly cost: CostTable;
};

/**
 * Slack mrkdwn and top-level `text`: these three and no others, HTML-encoding more would show as typed.
 * `* _ ~` and backtick have no escape. https://docs.slack.dev/messaging/formatting-message-text/#escaping
 */
export const mrkdwnEscapes: EscapeTable = /* @__PURE__ */ escapeTable({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
});

/** HTML text and quoted attributes. https://html.spec.whatwg.org/multipage/syntax.html#attributes-2 */
export const htmlEscapes: EscapeTable = /* @__PURE__ */ escapeTable({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Numeric, as HTML 4 does not know &apos;.
  "'": '&#39;',
  // Quotes an attribute in old Internet Explorer and Outlook.
  '`': '&#96;',
});

/** XML 1.0 text and quoted attributes. https://www.w3.org/TR/xml/#syntax */
export const xmlEscapes: EscapeTable = /* @__PURE__ */ escapeTable({
  '&': '&amp;',
  '<': '&lt;',
  // `]]>` must not occur in text (section 2.4).
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // A literal CR is read as LF (section 2.11).
  '\r': '&#13;',
});

/**
 * CommonMark text in the middle of a line or at its start: all ASCII punctuation that begins or ends a construct,
 * with the table and strikethrough characters of GFM. https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export const markdownEscapes: EscapeTable = /* @__PURE__ */ escapeTable({
  '\\': '\\\\',
  // Code spans and fences (6.1, 4.5).
  '`': '\\`',
  '~': '\\~',
  // Emphasis, list items, thematic breaks (6.2, 5.2, 4.1).
  '*': '\\*',
  _: '\\_',
  '-': '\\-',
  '+': '\\+',
  // Ordered list markers (5.2).
  '.': '\\.',
  ')': '\\)',
  // Links and images (6.3, 6.4).
  '[': '\\[',
  ']': '\\]',
  '(': '\\(',
  '!': '\\!',
  // Headings and setext underlines (4.2, 4.3).
  '#': '\\#',
  '=': '\\=',
  // Raw HTML and autolinks, block quotes, entities (6.5, 6.6, 5.1, 2.5).
  '<': '\\<',
  '>': '\\>',
  '&': '\\&',
  // GFM tables. https://github.github.com/gfm/#tables-extension-
  '|': '\\|',
});

/** Builds a table from pairs of a single ASCII character and its replacement. */
export function escapeTable(escapes: Readonly<Record<string, string>>): EscapeTable {
  const chars = Object.keys(escapes);
  const set = `[${chars.map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}]`;
  const cost = Object.fromEntries(chars.map((char) => [char, escapes[char]?.length ?? 1]));
  return Object.freeze({ live: new RegExp(set), every: new RegExp(set, 'g'), escapes, cost });
}

/** Escapes a raw text for one context. */
export function escapeWith(table: EscapeTable, text: string): string {
  if (!table.live.test(text)) return text;
  return text.replace(table.every, (char) => table.escapes[char] ?? char);
}
