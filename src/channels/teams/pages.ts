/** Places pieces on cards: one if they fit, else the most important first, and a note of what is left out. */
import type { MessageId } from '../../generated/messages.js';
import { LimitExceededError } from '../../kernel/errors.js';
import { fitText } from '../../kernel/fit.js';
import { sizeOf } from './chunk.js';
import { type Held, type Piece, report, type Size, type TeamsContext } from './context.js';
import { maxNoteUnits } from './limits.js';

export type Pages = { readonly pages: readonly (readonly Piece[])[]; readonly note: string | undefined };

const notes = {
  blocks: 'overflow.blocks',
  characters: 'overflow.characters',
  facts: 'overflow.facts',
  items: 'overflow.items',
  rows: 'overflow.rows',
  actions: 'overflow.actions',
  images: 'overflow.images',
} as const satisfies Record<Held, MessageId>;

/** Room for the note, its element included; no unit takes more than three bytes. */
const noteReserve = { units: maxNoteUnits + 150, bytes: 3 * maxNoteUnits + 150 } as const;

/** Fills pages in order of importance; each page then reads in the order of the document. */
function fill(pieces: readonly Piece[], room: Size, maxPages: number): { pages: Piece[][]; left: Piece[] } {
  const order = pieces.map((piece, index) => ({ piece, index }));
  order.sort((a, b) => a.piece.rank - b.piece.rank || a.index - b.index);
  const pages: (typeof order)[] = [];
  let units = 0;
  let bytes = 0;
  let placed = 0;
  for (const entry of order) {
    const { piece } = entry;
    const page = pages[pages.length - 1];
    // Everything after the first piece that does not fit moves on: a larger budget never drops what a smaller one shows.
    if (page === undefined || units + piece.units > room.units || bytes + piece.bytes > room.bytes) {
      if (pages.length === maxPages) break;
      pages.push([entry]);
      units = piece.units;
      bytes = piece.bytes;
    } else {
      page.push(entry);
      units += piece.units;
      bytes += piece.bytes;
    }
    placed += 1;
  }
  return {
    pages: pages.map((page) => page.sort((a, b) => a.index - b.index).map(({ piece }) => piece)),
    left: order.slice(placed).map(({ piece }) => piece),
  };
}

/** Says in the reader's language what is left out. */
function noteOf({ omitted, localizer }: TeamsContext, left: readonly Piece[]): string | undefined {
  if (omitted.size === 0 && left.length === 0) return undefined;
  const counts = new Map(omitted);
  for (const { held, count } of left) counts.set(held, (counts.get(held) ?? 0) + count);
  const parts = [...counts].map(([held, count]) => localizer.t(notes[held], { count }));
  return fitText(`… ${parts.join(' · ')}`, maxNoteUnits).text;
}

type Tally = { readonly path: string; readonly held: Held; total: number; gone: number };

/** Says the same to the caller, a path at a time. */
function reportLeft({ render }: TeamsContext, pieces: readonly Piece[], left: readonly Piece[]): void {
  const isLeft = new Set(left);
  const tallies = new Map<string, Tally>();
  for (const piece of pieces) {
    const { path, held, count } = piece;
    const key = `${held} ${path}`;
    const tally = tallies.get(key) ?? { path, held, total: 0, gone: 0 };
    tally.total += count;
    if (isLeft.has(piece)) tally.gone += count;
    tallies.set(key, tally);
  }
  for (const { path, held, total, gone } of tallies.values()) {
    if (gone === 0) continue;
    render.diagnostics.push({
      code: gone === total ? 'dropped' : 'truncated',
      severity: 'warning',
      path,
      message: `${gone} of ${total} ${held} are not shown`,
      limit: total - gone,
      actual: total,
      unit: held === 'characters' ? 'utf16' : 'item',
    });
  }
}

function sumOf(pieces: readonly Piece[], from: Size): Size {
  const sum = { units: from.units, bytes: from.bytes };
  for (const { units, bytes } of pieces) {
    sum.units += units;
    sum.bytes += bytes;
  }
  return sum;
}

const isWithin = (size: Size, budget: Size): boolean => size.units <= budget.units && size.bytes <= budget.bytes;

/** Pieces with what they take exactly: an array's brackets are the comma after it, and one to spare. */
const exactly = (pieces: readonly Piece[]): Piece[] => pieces.map((piece) => ({ ...piece, ...sizeOf(piece.elements) }));

/**
 * Places all pieces by the overflow policy. `frame` bounds what stands around them; `exactFrame` measures it, which is only
 * needed where it gets close. @throws LimitExceededError where the policy is `error`
 */
export function paginate(context: TeamsContext, frame: Size, exactFrame: () => Size): Pages {
  const { budget, options, render } = context;
  const note = noteOf(context, []);
  const noteSize = note === undefined ? { units: 0, bytes: 0 } : noteReserve;
  const bound = sumOf(context.pieces, { units: frame.units + noteSize.units, bytes: frame.bytes + noteSize.bytes });
  if (isWithin(bound, budget)) return { pages: [context.pieces], note };

  const pieces = exactly(context.pieces);
  const around = exactFrame();
  const size = sumOf(pieces, { units: around.units + noteSize.units, bytes: around.bytes + noteSize.bytes });
  if (isWithin(size, budget)) return { pages: [pieces], note };
  // Either limit can be the one that is hit; both speak of the whole message, so there is no path.
  const exceeded =
    size.bytes > budget.bytes
      ? ({ limit: budget.bytes, actual: size.bytes, unit: 'byte' } as const)
      : ({ limit: budget.units, actual: size.units, unit: 'utf16' } as const);
  if (render.overflow === 'error') throw new LimitExceededError({ path: '', ...exceeded });
  const room = {
    units: budget.units - around.units - noteReserve.units,
    bytes: budget.bytes - around.bytes - noteReserve.bytes,
  };
  const { maxFollowUps = 5 } = options;
  const { pages, left } = fill(pieces, room, render.overflow === 'split' ? 1 + maxFollowUps : 1);
  if (pages.length > 1) {
    report(context, 'split', '', `Content moved to ${pages.length - 1} follow-up cards`, exceeded);
  }
  reportLeft(context, pieces, left);
  return { pages, note: noteOf(context, left) };
}
