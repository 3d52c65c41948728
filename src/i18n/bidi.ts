/**
 * Isolation of values inside text of another direction, only where direction can matter: invisible characters in pure
 * left-to-right output break copying, searching and SMS segments. Rules after UAX #9.
 */
import type { Direction } from '../document/nodes.js';

const lri = '\u2066';
const fsi = '\u2068';
const pdi = '\u2069';

// Blocks of bidi class R and AL (UAX #9 table 4), and the marks U+200F, U+061C (inside the first range).
const rtl = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const rtlOrControl =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const onlyRtlWords =
  /^(?:(?=[\p{L}\p{M}])[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]|[ \u00a0])+$/u;
const overrides = /[\u202a-\u202e]/g;
const isolates = /[\u2066-\u2069]/g;

const beyondLatin = /[\u0590-\uffff]/;

/** Below this length a loop is several times faster than the call into the regular expression engine. */
const shortChars = 32;

/** Tells whether all of a text is drawn left to right for certain: nothing below U+0590 is drawn or turns text otherwise. */
function isPlainLtr(text: string): boolean {
  if (text.length > shortChars) return !beyondLatin.test(text);
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) >= 0x590) return false;
  return true;
}

/** Tells whether a text holds right-to-left characters or marks. */
export function hasRtl(text: string): boolean {
  return rtl.test(text);
}

/** Removes isolate characters, for channels and comparisons that want none. */
export function stripIsolates(text: string): string {
  return text.replace(isolates, '');
}

/**
 * Whether every isolate ends inside the text and none ends before it began. `whole`: one pair spans the text;
 * `overridden`: there are embeddings or overrides, which go first.
 */
function pairing(text: string): 'none' | 'balanced' | 'whole' | 'broken' | 'overridden' {
  let depth = 0;
  let found = false;
  let closedAt = -1;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x202a || code > 0x2069) continue;
    if (code <= 0x202e) return 'overridden';
    if (code < 0x2066) continue;
    found = true;
    depth += code === 0x2069 ? -1 : 1;
    if (depth < 0) return 'broken';
    if (depth === 0 && closedAt < 0) closedAt = index;
  }
  if (depth > 0) return 'broken';
  if (!found) return 'none';
  const first = text.charCodeAt(0);
  return first >= 0x2066 && first <= 0x2068 && closedAt === text.length - 1 ? 'whole' : 'balanced';
}

/**
 * Wraps a value in isolates when its direction could disturb the text around it, or the text around could disturb it.
 * `ltr` is for values that are always drawn left to right: addresses, paths, ids, numbers. Embeddings and overrides are
 * dropped, and so are isolates that do not pair, since either would break out.
 */
export function isolate(value: string, dir: Direction, kind: 'text' | 'ltr' = 'text'): string {
  if (value === '') return value;
  if (isPlainLtr(value)) {
    if (dir === 'ltr') return value;
    // A text of blanks disturbs nothing, and only the expression below tells.
    const first = value.charCodeAt(0);
    if (first !== 0x20 && first !== 0xa0) return `${kind === 'ltr' ? lri : fsi}${value}${pdi}`;
  } else if (dir === 'ltr' && !rtlOrControl.test(value)) return value;
  if (dir === 'rtl' && onlyRtlWords.test(value)) return value;
  let embedded = value;
  let pairs = pairing(value);
  if (pairs === 'overridden') {
    embedded = value.replace(overrides, '');
    pairs = pairing(embedded);
  }
  if (pairs === 'whole') return embedded;
  // What is broken was not looked at to its end.
  const clean = pairs === 'broken' ? stripIsolates(embedded.replace(overrides, '')) : embedded;
  if (clean === '' || (dir === 'ltr' && !rtlOrControl.test(clean))) return clean;
  return `${kind === 'ltr' ? lri : fsi}${clean}${pdi}`;
}
