/** Isolation of a text that has a line of its own: nothing stands beside it, so it needs none unless it runs the other way. */
import type { Direction } from '../document/nodes.js';
import { hasRtl, isolate } from './bidi.js';

/** Letters, and the marks that stand for one. */
const strong = /[\p{L}\u200e\u200f\u061c]/u;
/** Not only punctuation and spaces, which look alike either way. */
const drawn = /[\p{L}\p{N}]/u;
/** Letters at the start, letters or digits at the end, or one number: what is all left to right looks so on any page. */
const isClosed = /^(?:\p{L}(?:.*[\p{L}\p{N}])?|\d+(?:[.,:]\d+)*)$/su;

/** Returns the direction of the first strong character (UAX #9, P2 and P3); left to right where there is none. */
export function textDirection(text: string): Direction {
  const first = strong.exec(text)?.[0];
  return first !== undefined && hasRtl(first) ? 'rtl' : 'ltr';
}

/**
 * Isolates a text on a line of its own, where it would be drawn in another order without. Names and ids stay as they are, so
 * that people can copy them.
 */
export function isolateLine(text: string, page: Direction): string {
  if (page === 'ltr') {
    const isolated = isolate(text, page);
    return isolated === text || textDirection(text) === page ? text : isolated;
  }
  if (!drawn.test(text) || textDirection(text) === page) return text;
  return isClosed.test(text) && !hasRtl(text) ? text : isolate(text, page);
}
