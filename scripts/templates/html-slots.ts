/** What an expression may print at a place of an HTML template, and through which encoder. */
import { describeContext, type HtmlState } from './html-state.js';
import type { Atom } from './shape.js';

export type Slot = {
  /** The internal helper that encodes what is printed. */
  readonly encoder: 'html' | 'plain' | 'cid';
  /** What a plain variable may hold here; absent: a helper is needed. */
  readonly variable?: readonly Atom[];
  /** The helpers that may print here; absent: all. */
  readonly helpers?: readonly string[];
  /** Nothing may follow in this attribute. */
  readonly seals?: true;
};

const text: Slot = { encoder: 'html', variable: ['string'] };
const url: Slot = { encoder: 'html', helpers: ['url'], seals: true };
const color: Slot = { encoder: 'html', helpers: ['color', 'statusColor'] };
const style: Slot = { encoder: 'html', helpers: ['color', 'statusColor', 'px'] };
const size: Slot = { encoder: 'html', variable: ['number', 'string'], helpers: [] };
/** After `cid:`, which names an attached part: RFC 2392. */
const contentId: Slot = { encoder: 'cid', variable: ['string'], helpers: [], seals: true };

/** Everything else takes no expression: what it does with a value (runs it, splits it, follows it) is not known here. */
const slots = new Map<string, Slot>([
  ...['href', 'src', 'background', 'action', 'formaction', 'cite', 'poster', 'longdesc', 'data', 'xlink:href'].map(
    (name): [string, Slot] => [name, url],
  ),
  ...['bgcolor', 'color'].map((name): [string, Slot] => [name, color]),
  ...['width', 'height', 'colspan', 'rowspan'].map((name): [string, Slot] => [name, size]),
  ...['title', 'alt', 'lang', 'dir', 'class', 'abbr', 'datetime', 'label', 'summary', 'value', 'placeholder'].map(
    (name): [string, Slot] => [name, text],
  ),
  ['style', style],
]);

const openEnded = /^(?:aria|data)-[a-z-]+$/;

/** The place where text templates print. */
export const plainText: Slot = { encoder: 'plain', variable: ['string'] };

/** Returns what may be printed at a place of an HTML template, or why nothing may. */
export function slotAt(state: HtmlState): Slot | string {
  if (state.mode === 'text' || state.mode === 'escapableText') return text;
  if (state.mode !== 'value') {
    return `an expression ${describeContext(state)}, expected one in element content or in a quoted attribute value`;
  }
  const { attribute, buffer, sealed } = state;
  if (attribute.startsWith('on')) {
    return `an expression in the event handler \`${attribute}\`, expected none: its value is a script`;
  }
  const slot = slots.get(attribute) ?? (openEnded.test(attribute) ? text : undefined);
  if (slot === undefined) {
    return `an expression in attribute \`${attribute}\`, expected one of the attributes that may hold values (scripts/templates/html-slots.ts)`;
  }
  if (slot !== url) return slot;
  if (sealed || (buffer !== '' && buffer !== 'cid:')) {
    return `an expression within the URL in attribute \`${attribute}\`, expected \`{{url x}}\` as the whole value, or a name after \`cid:\``;
  }
  return buffer === '' ? url : contentId;
}
