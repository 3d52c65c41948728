/** Lines -> bodies within the segments that a tenant pays for. */
import { stripIsolates } from '../../i18n/bidi.js';
import { type CostTable, fitText, splitText } from '../../kernel/fit.js';
import { countLines, countSeptets, extensionAlphabet } from './gsm7.js';
import { concatenationOctets, septetRoom, unitRoom } from './limits.js';
import { type Line, ranks } from './line.js';
import type { Lines } from './lines.js';
import { type SmsSegmentation, segmentCounted, segmentSms } from './segments.js';

/** What a body may cost. */
export type Budget = { readonly maxSegments: number; readonly referenceBits: 8 | 16 };

/** A body and what of the lines is not in it. */
export type Composed = {
  readonly body: string;
  readonly segmentation: SmsSegmentation;
  /** In reading order; the text is what of the line is missing. */
  readonly left: readonly Left[];
};

export type Left = { readonly text: string; readonly path: string; readonly isCut: boolean };

/** Ends a text that goes on elsewhere: the ellipsis is not in GSM-7. */
const marker = '...';

/** Less of a text than this tells nothing. */
const minTextUnits = 24;

/** A title keeps this much beside a link; a link that leaves less goes. */
const minHeadUnits = 40;

/** Addresses are never cut: another address would be opened. */
const addresses = /https?:\/\/\S+/g;

const extensionCost: CostTable = Object.fromEntries([...extensionAlphabet].map((char) => [char, 2]));

/** How texts of one message are measured: septets, or UTF-16 units. */
type Measure = { readonly cost: CostTable | undefined; readonly of: (text: string) => number };

const septetMeasure: Measure = { cost: extensionCost, of: countSeptets };
const unitMeasure: Measure = { cost: undefined, of: (text) => text.length };

/** How all of these texts are measured once they are in one message. */
const measureFor = (texts: readonly string[]): Measure => (countLines(texts) >= 0 ? septetMeasure : unitMeasure);

/** Units that so many segments hold. What is not split at their borders may take a few of them. */
function capacity(measure: Measure, { maxSegments, referenceBits }: Budget): number {
  const room = measure === septetMeasure ? septetRoom : unitRoom;
  return maxSegments === 1 ? room(0) : maxSegments * room(concatenationOctets[referenceBits]);
}

/** Cuts a text at the last word that fits, outside of addresses. */
function cutText(text: string, max: number, { cost, of }: Measure): string {
  const options = { marker: '', atoms: addresses, ...(cost !== undefined && { cost }) };
  const kept = fitText(text, max, options).text;
  const space = kept.lastIndexOf(' ');
  return space < kept.length * 0.75 ? kept : fitText(text, of(kept.slice(0, space)), options).text;
}

const isShort = (line: Line): boolean => !line.isFlexible;

/** Chooses lines by rank until the room is used up. */
function choose(
  { title, first: whole, head, lines }: Lines,
  room: number,
  measure: Measure,
): { shown: string[]; left: Left[] } {
  const lineCost = (text: string): number => measure.of(text) + 1;
  const kept = new Map<Line, string>();
  let free = room;
  const headNeeds = Math.min(measure.of(whole), minHeadUnits);
  const byRank = [...lines].sort((one, other) => one.rank - other.rank);
  // What the tenant has to say, and the way to all the rest, come before the end of a long title.
  for (const line of byRank) {
    if (line.rank > ranks.link || lineCost(line.text) > free - (line.rank === ranks.optOut ? 0 : headNeeds)) continue;
    kept.set(line, line.text);
    free -= lineCost(line.text);
  }
  let first = whole;
  if (measure.of(whole) > free) {
    // Isolates around a title that GSM-7 lacks: two units.
    const frame = measure.of(head('')) + 2 + marker.length;
    first = head(`${cutText(title, Math.max(1, free - frame), measure)}${marker}`);
  }
  free -= measure.of(first);
  for (const line of byRank) {
    if (line.rank <= ranks.link) continue;
    if (lineCost(line.text) <= free) kept.set(line, line.text);
    else if (isShort(line) || free < minTextUnits) continue;
    else {
      const beginning = cutText(stripIsolates(line.text), free - 1 - marker.length, measure);
      if (beginning === '') continue;
      kept.set(line, beginning + marker);
    }
    free -= lineCost(kept.get(line) ?? '');
  }
  const left: Left[] = first === whole ? [] : [{ text: title, path: 'title', isCut: true }];
  for (const line of lines) {
    const text = kept.get(line);
    if (text === line.text) continue;
    if (text === undefined) left.push({ text: line.text, path: line.path, isCut: false });
    else {
      const missing = stripIsolates(line.text).slice(text.length - marker.length);
      left.push({ text: missing.trimStart(), path: line.path, isCut: true });
    }
  }
  return { shown: [first, ...lines.flatMap((line) => kept.get(line) ?? [])], left };
}

const unitsBeyond = ({ segments }: SmsSegmentation, max: number): number => {
  let units = 0;
  for (let index = max; index < segments.length; index++) units += segments[index]?.units ?? 0;
  return units;
};

/** All that a message says, a line each. */
export function textsOf({ first, lines }: Lines): string[] {
  const texts = [first];
  for (const { text } of lines) texts.push(text);
  return texts;
}

/** Writes the first body: all lines if they fit, else what matters most of them. */
export function compose(lines: Lines, septets: number, budget: Budget): Composed {
  const texts = textsOf(lines);
  const body = texts.join('\n');
  const measure = septets >= 0 ? septetMeasure : unitMeasure;
  const room = capacity(measure, budget);
  // What is over the budget for certain is not split first: it may be a megabyte.
  if ((septets >= 0 ? septets : body.length) <= room) {
    const segmentation = segmentCounted(body, septets, budget.referenceBits);
    if (segmentation.segments.length <= budget.maxSegments) return { body, segmentation, left: [] };
  }
  for (let free = room; ; ) {
    const { shown, left } = choose(lines, free, measure);
    const shorter = shown.join('\n');
    const result = segmentSms(shorter, budget);
    const excess = unitsBeyond(result, budget.maxSegments);
    if (excess === 0) return { body: shorter, segmentation: result, left };
    // Clusters that are kept whole left a border of a segment empty.
    free -= excess;
  }
}

/** Bodies for what did not fit, and how many characters are in none of them. */
export type Continued = { readonly bodies: readonly string[]; readonly lost: number; readonly droppedUrls: number };

/** Splits a text into at most `maxBodies` more messages. `mark` tells a reader which of how many a message is. */
export function continueText(
  text: string,
  budget: Budget & { readonly maxBodies: number },
  mark: (index: number, total: number) => string,
): Continued {
  const measure = measureFor([mark(2, 2), text]);
  // A mark of two digits each is the longest: there are at most ten messages.
  const markUnits = measure.of(mark(10, 10)) + 1;
  const { cost } = measure;
  for (let room = capacity(measure, budget) - markUnits; ; ) {
    let droppedUrls = 0;
    const clean = text.replace(addresses, (url) => {
      if (measure.of(url) <= room) return url;
      droppedUrls += 1;
      return marker;
    });
    const options = { atoms: addresses, ...(cost !== undefined && { cost }) };
    // More than this cannot be shown, and splitting a megabyte takes long.
    const bounded = fitText(clean, room * (budget.maxBodies + 1), { marker: '', ...options }).text;
    const parts = splitText(bounded, room, options);
    const shown = parts.slice(0, budget.maxBodies);
    let lost = clean.length - shown.reduce((sum, part) => sum + part.length, 0);
    if (lost > 0) {
      const last = shown.pop() ?? '';
      const short = cutText(last, room - marker.length, measure);
      lost += last.length - short.length;
      shown.push(short + marker);
    }
    const total = shown.length + 1;
    const bodies = shown.map((part, index) => `${mark(index + 2, total)} ${part.trim()}`);
    const excess = Math.max(0, ...bodies.map((body) => unitsBeyond(segmentSms(body, budget), budget.maxSegments)));
    if (excess === 0) return { bodies, lost, droppedUrls };
    room -= excess;
  }
}
