/** How values come into the output, one encoder a context. The template compiler puts one around every expression. */
import { isolateLine } from '../i18n/isolate-line.js';
import { escapeWith, htmlEscapes } from '../sanitize/escape.js';
import { wrongValue } from './arguments.js';
import type { HelperOptions } from './options.js';

/** Prints text and numbers. Anything else would print as `[object Object]`, or as code of its own making. */
function print(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  throw wrongValue(value, '{{...}}', 'a string or a finite number');
}

/** Encodes for HTML text and quoted attributes, which need the same characters escaped. */
export function html(value: unknown): string {
  return escapeWith(htmlEscapes, print(value));
}

/** Encodes a text that has a line of its own in HTML, isolated where it runs the other way than the page. */
export function line(value: unknown, { data }: HelperOptions): string {
  return escapeWith(htmlEscapes, isolateLine(print(value), data.dir ?? data.localizer.dir));
}

/** Prints as it is, in templates that are not HTML. */
export function plain(value: unknown): string {
  return print(value);
}

/** Inserts finished HTML; the type of the context asks for `Html`. */
export function raw(value: unknown): string {
  if (typeof value !== 'string') throw wrongValue(value, '{{{...}}}', 'finished HTML');
  return value;
}

/** Encodes the name of an attached part after `cid:`, percent-encoded but for its `@`: RFC 2392. */
export function cid(value: unknown): string {
  const encoded = encodeURIComponent(print(value).toWellFormed()).replaceAll('%40', '@');
  return escapeWith(htmlEscapes, encoded);
}
