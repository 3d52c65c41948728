/** The only place where texts and lists are cut. */
import type { Unit } from './diagnostics.js';
import { codePointFloor, createGraphemeFloor, type GraphemeFloor } from './graphemes.js';
import { type CostTable, codePointIn, costOf, createRuler, measureFrom, type Ruler } from './measure.js';

export type { CostTable } from './measure.js';

/** A limit of a channel. */
export type Limit = {
  readonly max: number;
  readonly unit: Unit;
  /** The vendor's page that states it. */
  readonly source: string;
  /** The day that page was read, `2025-01-31`. */
  readonly asOf: string;
};

/** A text within its limit. */
export type Fit = {
  readonly text: string;
  /** How many units of the original are not in `text`, counted as the limit counts them; 0 if it is whole. */
  readonly cut: number;
};

/** How a text is measured and where it may be cut. */
export type FitOptions = {
  /** @default 'utf16' */
  readonly unit?: Unit;
  /** Ends a text that was cut; left out where the limit has no room for it. @default '…' */
  readonly marker?: string;
  /** What characters cost that are escaped after the cut. */
  readonly cost?: CostTable;
  /**
   * Things that are never cut inside (entities, links, mentions), for a text that is markup already. The expression
   * must be global, and linear on hostile text: it runs over all of the text before the cut.
   */
  readonly atoms?: RegExp;
};

/** Finds the last position at or before `index` that is not inside an atom. */
type AtomFloor = (index: number) => number;

/** Bidi isolates (UAX #9) that are open at a position of the text. */
type Isolates = {
  /** The initiators that are closed at a cut and opened again behind it, outermost first. */
  readonly open: string[];
  /** All that are open, those too deep to be carried over a cut included. */
  depth: number;
  /** How many are carried over a cut at most: the overhead of a hostile pile of them must leave room for text. */
  readonly maxOpen: number;
};

/** One reading of a text up to a limit. */
type Scan = {
  readonly ruler: Ruler;
  readonly isolates: Isolates;
  /** Units spent before the first character. */
  readonly spent: number;
  /** Units for a text that has to be cut, closing isolates included; `max` for one that is whole. */
  readonly room: number;
  readonly max: number;
};

const popIsolateCode = 0x2069;
const popIsolate = '\u2069';
const isolateCodes = /[\u2066-\u2069]/;
/** What a space carries if it follows: cutting between them would cut a cluster (UAX #29, GB9 and GB9a). */
const joinsSpace = /^(?:[\p{M}\p{Grapheme_Extend}\p{Emoji_Modifier}\u0e33\u0eb3]|\u200d)/u;

/**
 * Cuts a text to a limit, at the last grapheme boundary outside of atoms that leaves room for the marker.
 *
 * An isolate that is open at the cut is closed with U+2069, before the marker and within the limit.
 */
export function fitText(text: string, max: number, options?: FitOptions): Fit {
  if (options === undefined ? text.length <= max : fitsSurely(text, max, options)) return { text, cut: 0 };

  const ruler = createRuler(options?.unit ?? 'utf16', options?.cost);
  if (!(max > 0)) return { text: '', cut: measureFrom(text, 0, ruler) };

  const marker = options?.marker ?? '…';
  const markerCost = measureFrom(marker, 0, ruler);
  const hasMarker = markerCost <= max;
  const isolates: Isolates = { open: [], depth: 0, maxOpen: Number.POSITIVE_INFINITY };
  const end = scan(text, 0, { ruler, isolates, spent: 0, room: hasMarker ? max - markerCost : max, max });
  if (end === text.length) return { text, cut: 0 };

  const at = settle(text, end, 0, createAtomFloor(text, options?.atoms), createGraphemeFloor());
  advance(isolates, text, 0, at);
  const kept = text.slice(0, at) + popIsolate.repeat(isolates.open.length);
  return { text: hasMarker ? kept + marker : kept, cut: measureFrom(text, at, ruler) };
}

/**
 * Splits a text into parts within a limit. Prefers to cut after a line break, then after a space, if there is one in
 * the last quarter of a part. An atom or a cluster that is larger than a whole part is cut all the same.
 *
 * Joining the parts gives back the text, but for isolates that are open at a cut: the part ends with one more U+2069 for
 * each of them, and the next part begins with their initiators again.
 *
 * @throws RangeError when the text is over the limit and the limit is below the cost of a single code point
 */
export function splitText(text: string, max: number, options?: FitOptions): string[] {
  if (options === undefined ? text.length <= max : fitsSurely(text, max, options)) return [text];

  const ruler = createRuler(options?.unit ?? 'utf16', options?.cost);
  const isolateCost = costOf(popIsolateCode, ruler);
  // Opening and closing takes half of a part at most, and leaves room for the dearest code point.
  const maxOpen = Math.max(0, Math.floor(Math.min(max / 2, max - ruler.dearest) / (2 * isolateCost)));
  const isolates: Isolates = { open: [], depth: 0, maxOpen };
  const atomFloor = createAtomFloor(text, options?.atoms);
  const graphemeFloor = createGraphemeFloor();
  const parts: string[] = [];
  for (let from = 0; ; ) {
    const spent = isolates.open.length * isolateCost;
    const end = scan(text, from, { ruler, isolates, spent, room: max, max });
    const opening = isolates.open.join('');
    if (end === text.length) {
      parts.push(opening + text.slice(from));
      return parts;
    }
    if (!(max >= ruler.dearest)) {
      throw new RangeError(`Cannot split a text into parts of \`${max}\`, expected at least ${ruler.dearest}`);
    }
    const at = splitPoint(text, from, end, atomFloor, graphemeFloor);
    advance(isolates, text, from, at);
    parts.push(opening + text.slice(from, at) + popIsolate.repeat(isolates.open.length));
    from = at;
  }
}

/** Keeps the first items of a list. */
export function fitItems<T>(items: readonly T[], max: number): { readonly items: readonly T[]; readonly cut: number } {
  if (items.length <= max) return { items, cut: 0 };
  const kept = items.slice(0, max > 0 ? Math.floor(max) : 0);
  return { items: kept, cut: items.length - kept.length };
}

/** Tells from the length alone that a text fits, without reading it. */
function fitsSurely(text: string, max: number, options: FitOptions): boolean {
  let dearest = options.unit === 'byte' ? 3 : 1;
  for (const char in options.cost) dearest = Math.max(dearest, options.cost[char] ?? 1);
  return options.unit !== 'item' && text.length * dearest <= max;
}

/** Returns the length of the text if all of it fits, else the last code point boundary up to which it fits. */
function scan(text: string, from: number, { ruler, isolates, spent, room, max }: Scan): number {
  if (ruler.isLength && isolates.depth === 0) {
    if (from + max >= text.length) return text.length;
    const end = codePointFloor(text, from + Math.floor(room));
    if (!isolateCodes.test(text.slice(from, end))) return end;
  }
  const isolateCost = costOf(popIsolateCode, ruler);
  let { depth } = isolates;
  let closing = isolates.open.length * isolateCost;
  let total = spent;
  let best = from;
  for (let index = from; index < text.length; ) {
    const code = codePointIn(text, index);
    total += costOf(code, ruler);
    // `>` alone would let a limit of NaN pass.
    if (!(total <= max)) return best;
    index += code > 0xffff ? 2 : 1;
    if (code >= 0x2066 && code <= popIsolateCode) {
      depth = nextDepth(depth, code);
      closing = Math.min(depth, isolates.maxOpen) * isolateCost;
    }
    // The sum never decreases on the way: what closes an isolate costs as much as it saves.
    if (total + closing <= room) best = index;
  }
  return text.length;
}

function nextDepth(depth: number, code: number): number {
  return code === popIsolateCode ? Math.max(0, depth - 1) : depth + 1;
}

/** Brings the open isolates from one position of the text to a later one. */
function advance(isolates: Isolates, text: string, from: number, to: number): void {
  const passed = text.slice(from, to);
  if (!isolateCodes.test(passed)) return;
  for (const char of passed) {
    if (!isolateCodes.test(char)) continue;
    const depth = nextDepth(isolates.depth, char.charCodeAt(0));
    if (depth > isolates.depth && depth <= isolates.maxOpen) isolates.open.push(char);
    if (depth < isolates.open.length) isolates.open.pop();
    isolates.depth = depth;
  }
}

/** Moves a cut back until it is a grapheme boundary and outside of atoms. */
function settle(text: string, index: number, floor: number, atomFloor: AtomFloor, graphemeFloor: GraphemeFloor) {
  for (let at = index; ; ) {
    const next = graphemeFloor(text, atomFloor(at), floor);
    if (next === at) return at;
    at = next;
  }
}

/** Chooses where a part ends, after `from` and up to `end`. */
function splitPoint(text: string, from: number, end: number, atomFloor: AtomFloor, graphemeFloor: GraphemeFloor) {
  const hard = settle(text, end, from, atomFloor, graphemeFloor);
  if (hard > from) {
    const quarter = end - ((end - from) >> 2) - 1;
    return (
      breakBefore(text, '\n', quarter, hard, atomFloor) ?? breakBefore(text, ' ', quarter, hard, atomFloor) ?? hard
    );
  }
  const whole = graphemeFloor(text, end, from);
  return whole > from ? whole : end;
}

/** Finds the last place between two positions that follows a line break or a space and may be cut. */
function breakBefore(text: string, char: string, from: number, to: number, atomFloor: AtomFloor): number | undefined {
  for (let end = to; end > from; ) {
    const index = text.slice(from, end).lastIndexOf(char);
    if (index === -1) return undefined;
    const at = from + index + 1;
    const floor = atomFloor(at);
    if (floor === at && !(char === ' ' && joinsSpace.test(text.slice(at, at + 2)))) return at;
    end = Math.min(floor, at - 1);
  }
  return undefined;
}

/** Reads atoms as far as they are asked for, once, so that many cuts in one text stay linear. */
function createAtomFloor(text: string, atoms: RegExp | undefined): AtomFloor {
  if (atoms === undefined) return (index) => index;
  const matches = text.matchAll(atoms);
  const starts: number[] = [];
  const ends: number[] = [];
  let readUpTo = -1;
  return (index) => {
    while (readUpTo < index) {
      const next = matches.next();
      readUpTo = next.done === true ? Number.POSITIVE_INFINITY : next.value.index;
      if (next.done === true) break;
      starts.push(next.value.index);
      ends.push(next.value.index + next.value[0].length);
    }
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return (ends[low - 1] ?? 0) > index ? (starts[low - 1] ?? index) : index;
  };
}
