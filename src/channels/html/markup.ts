/** Elements and text: the only file of the channel that writes markup. Everything in it is escaped here, once. */

import { escapeWith, htmlEscapes } from '../../sanitize/escape.js';
import { type SafeHtml, safeHtmlText } from '../../sanitize/safe-html.js';

declare const brand: unique symbol;

/** Markup that this file has written, or the sanitizer. */
export type Html = string & { readonly [brand]: true };

export const nothing = '' as Html;

/** Writes a text. */
export const text = (value: string): Html => escapeWith(htmlEscapes, value) as Html;

/** Writes markup one after the other. */
export const join = (parts: readonly Html[]): Html => parts.join('') as Html;

/** `true`: an attribute without a value; `undefined`: none. */
export type Attributes = Readonly<Record<string, string | true | undefined>>;

function attributesOf(attributes: Attributes): string {
  let written = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    written += value === true ? ` ${name}` : ` ${name}="${escapeWith(htmlEscapes, value)}"`;
  }
  return written;
}

/** Writes an element; names come from this channel, never from data. */
export const element = (name: string, attributes: Attributes, ...children: readonly Html[]): Html =>
  `<${name}${attributesOf(attributes)}>${children.join('')}</${name}>` as Html;

/** Writes an element that has no content and no end tag: https://html.spec.whatwg.org/multipage/syntax.html#void-elements */
export const empty = (name: 'br' | 'hr' | 'img' | 'meta', attributes: Attributes = {}): Html =>
  `<${name}${attributesOf(attributes)}>` as Html;

/** Writes a style sheet, which is never made of data but for one checked colour. */
export const styleElement = (css: string): Html => `<style>${css}</style>` as Html;

/** Puts a picture into a page: `chartSvg` writes nothing but own literals, numbers, and texts that it has escaped. */
export const picture = (svg: string): Html => svg as Html;

/** Puts the document type before a page. */
export const pageOf = (html: Html): Html => `<!DOCTYPE html>\n${html}\n` as Html;

/** The payload of a `custom` block for the target `html`. */
export type HtmlFragment = { readonly html: SafeHtml };

/** Returns the markup of a sanitized fragment. */
export const sanitized = ({ html }: HtmlFragment): Html => safeHtmlText(html) as unknown as Html;
