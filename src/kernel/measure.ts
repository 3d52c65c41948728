/** Length of a text in the units in which channels state their limits. */
import type { Unit } from './diagnostics.js';

/**
 * Characters that grow when the text is escaped later, with their escaped length: Slack `{ '&': 5, '<': 4, '>': 4 }`.
 * Keys are single code points; escapes are ASCII, so one length holds in every unit.
 */
export type CostTable = Readonly<Record<string, number>>;

/** A unit and a cost table, prepared for reading a text code point by code point. */
export type Ruler = {
  readonly unit: Unit;
  /** Every code unit costs 1: no need to read the text. */
  readonly isLength: boolean;
  /** Cost of each ASCII character, by its code. */
  readonly ascii: Uint16Array;
  /** Cost of other characters that grow, by code point. */
  readonly wide: ReadonlyMap<number, number> | undefined;
  /** Cost of the dearest code point: no text can be split into parts smaller than this. */
  readonly dearest: number;
};

const dearestIn: Readonly<Record<string, number>> = { utf16: 2, codepoint: 1, byte: 4 };

const refuseUnit = (unit: Unit): never => {
  throw new TypeError(`Cannot measure a text in \`${unit}\`, expected utf16, codepoint or byte`);
};

/** Counts the units of a text. A lone surrogate counts as the U+FFFD it becomes in UTF-8: 3 bytes. */
export function measure(text: string, unit: Unit): number {
  if (unit === 'utf16') return text.length;
  if (unit === 'codepoint') return countCodePoints(text);
  if (unit === 'byte') return countBytes(text);
  return refuseUnit(unit);
}

/** Prepares a unit and a cost table for {@link costOf}. */
export function createRuler(unit: Unit, cost?: CostTable): Ruler {
  let dearest = dearestIn[unit] ?? refuseUnit(unit);
  const ascii = new Uint16Array(128).fill(1);
  let wide: Map<number, number> | undefined;
  for (const char in cost) {
    const code = char.codePointAt(0) ?? 0;
    const units = cost[char] ?? 1;
    if (units > dearest) dearest = units;
    if (code < 128) ascii[code] = units;
    else wide = (wide ?? new Map<number, number>()).set(code, units);
  }
  return { unit, isLength: unit === 'utf16' && cost === undefined, ascii, wide, dearest };
}

/** Returns the code point at a position. Several times faster than `codePointAt` on text that is mostly ASCII. */
export function codePointIn(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return (code & 0xfc00) === 0xd800 ? (text.codePointAt(index) ?? code) : code;
}

/** Returns what one code point costs. */
export function costOf(code: number, ruler: Ruler): number {
  if (code < 0x80) return ruler.ascii[code] ?? 1;
  const escaped = ruler.wide?.get(code);
  if (escaped !== undefined) return escaped;
  if (ruler.unit === 'codepoint') return 1;
  if (ruler.unit === 'utf16') return code > 0xffff ? 2 : 1;
  if (code < 0x800) return 2;
  return code > 0xffff ? 4 : 3;
}

/** Counts the units of `text.slice(from)`, escapes included. */
export function measureFrom(text: string, from: number, ruler: Ruler): number {
  if (ruler.isLength) return text.length - from;
  let total = 0;
  for (let index = from; index < text.length; ) {
    const code = codePointIn(text, index);
    total += costOf(code, ruler);
    index += code > 0xffff ? 2 : 1;
  }
  return total;
}

function countCodePoints(text: string): number {
  let count = text.length;
  for (let index = 1; index < text.length; index++) {
    const isLow = (text.charCodeAt(index) & 0xfc00) === 0xdc00;
    if (isLow && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800) count--;
  }
  return count;
}

function countBytes(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80) continue;
    // A surrogate pair is 2 units and 4 bytes, a lone surrogate 1 unit and 3 bytes.
    if (code < 0x800) bytes += 1;
    else bytes += 2;
    if ((code & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00) index++;
  }
  return bytes;
}
