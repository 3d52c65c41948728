/** Places pieces on messages: one if they fit, else the most important first, and a note of what is left out. */
import type { MessageId } from '../../generated/messages.js';
import { LimitExceededError } from '../../kernel/errors.js';
import { fitText } from '../../kernel/fit.js';
import type { Held, Piece, SlackContext, Titled } from './context.js';
import { report } from './context.js';
import { escapedCost, orMark } from './leaf.js';
import { aggregate, maxNoteChars, maxNoteTitleChars, minPieceChars, slackLimits } from './limits.js';
import type { ContextBlock, PlainText, SlackBlock } from './payload.js';

/** The frame of a message (header, footer, mentions): what is taken before the first piece. */
export type Frame = { readonly cost: number; readonly blocks: number };

export type Pages = { readonly pages: readonly (readonly Piece[])[]; readonly note: ContextBlock | undefined };

/** Kept free for the note of what is left out (a line a kind), and for "Part 2 of 3" in place of the headline. */
const noteChars = maxNoteChars * 8 + aggregate.blockToll;
const noteBlocks = 2;

/** Room for the characters of one block that has a page for itself. */
export const roomOf = (frame: Frame, maxMessageChars: number): number =>
  Math.max(minPieceChars, maxMessageChars - frame.cost - noteChars - aggregate.blockToll);

const notes = {
  blocks: 'overflow.blocks',
  characters: 'overflow.characters',
  facts: 'overflow.facts',
  items: 'overflow.items',
  rows: 'overflow.rows',
  actions: 'overflow.actions',
  images: 'overflow.images',
} as const satisfies Record<Held, MessageId>;

/** Fills pages in order of importance; each page then reads in the order of the document. */
function fill(pieces: readonly Piece[], room: Frame, maxPages: number): { pages: Piece[][]; left: Piece[] } {
  const order = pieces.map((piece, index) => ({ piece, index }));
  order.sort((a, b) => a.piece.rank - b.piece.rank || a.index - b.index);
  const pages: (typeof order)[] = [];
  let cost = 0;
  let blocks = 0;
  let tables = 0;
  let placed = 0;
  for (const entry of order) {
    const page = pages[pages.length - 1];
    const { block, continues } = entry.piece;
    // The note of what it continues is reserved everywhere, needed or not: budgets stay monotone.
    const pieceBlocks = continues === undefined ? 1 : 2;
    const pieceCost = entry.piece.cost + (continues === undefined ? 0 : maxNoteChars + aggregate.blockToll);
    const isTable = block.type === 'table' ? 1 : 0;
    // Everything after the first piece that does not fit moves on: a larger budget never drops what a smaller one shows.
    const isFull = blocks + pieceBlocks > room.blocks || cost + pieceCost > room.cost || tables + isTable > 1;
    if (page === undefined || isFull) {
      if (pages.length === maxPages) break;
      pages.push([entry]);
      cost = pieceCost;
      blocks = pieceBlocks;
      tables = isTable;
    } else {
      page.push(entry);
      cost += pieceCost;
      blocks += pieceBlocks;
      tables += isTable;
    }
    placed += 1;
  }
  return {
    pages: pages.map((page) => page.sort((a, b) => a.index - b.index).map(({ piece }) => piece)),
    left: order.slice(placed).map(({ piece }) => piece),
  };
}

/** Small print, short whatever a tenant's own wording says. */
export function smallPrint(text: string): PlainText {
  return { type: 'plain_text', text: fitText(orMark(text), maxNoteChars, { cost: escapedCost }).text, emoji: false };
}

/** The blocks of a page. In a follow-up, what goes on with something titled says with what. */
export function blocksOf({ localizer }: SlackContext, pieces: readonly Piece[], isFollowUp: boolean): SlackBlock[] {
  if (!isFollowUp) return pieces.map(({ block }) => block);
  let last: Titled | undefined;
  return pieces.flatMap(({ block, continues }) => {
    const isNew = continues !== undefined && continues !== last;
    last = continues;
    if (!isNew) return [block];
    const title = fitText(continues.title, maxNoteTitleChars, { cost: escapedCost }).text;
    return [{ type: 'context', elements: [smallPrint(localizer.t('overflow.continued', { title }))] }, block];
  });
}

/** Says in the reader's language what is left out. */
function noteOf({ omitted, localizer }: SlackContext, left: readonly Piece[]): ContextBlock | undefined {
  if (omitted.size === 0 && left.length === 0) return undefined;
  const counts = new Map(omitted);
  for (const { held, count } of left) counts.set(held, (counts.get(held) ?? 0) + count);
  const elements = [...counts].map(([held, count]) => smallPrint(`… ${localizer.t(notes[held], { count })}`));
  return { type: 'context', elements };
}

type Tally = { readonly path: string; readonly held: Held; total: number; gone: number };

/** Says the same to the caller, a path at a time. */
function reportLeft({ render }: SlackContext, pieces: readonly Piece[], left: readonly Piece[]): void {
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

/** Places all pieces by the overflow policy. @throws LimitExceededError where the policy is `error` */
export function paginate(context: SlackContext, frame: Frame): Pages {
  const { pieces, options, render } = context;
  const { maxMessageChars = aggregate.maxMessageChars, maxFollowUps = 5 } = options;
  const cost = pieces.reduce((sum, piece) => sum + piece.cost, frame.cost);
  const note = noteOf(context, []);
  const isRoomy =
    cost + (note === undefined ? 0 : noteChars) <= maxMessageChars &&
    pieces.length + frame.blocks + (note === undefined ? 0 : 1) <= slackLimits.messageBlocks.max;
  if (isRoomy) return { pages: [pieces], note };
  // Either limit can be the one that is hit; both speak of the whole message, so there is no path.
  const exceeded =
    cost > maxMessageChars
      ? ({ limit: maxMessageChars, actual: cost, unit: 'utf16' } as const)
      : ({ limit: slackLimits.messageBlocks.max, actual: pieces.length + frame.blocks, unit: 'item' } as const);
  if (render.overflow === 'error') throw new LimitExceededError({ path: '', ...exceeded });
  const room = {
    cost: roomOf(frame, maxMessageChars) + aggregate.blockToll,
    blocks: slackLimits.messageBlocks.max - frame.blocks - noteBlocks,
  };
  const { pages, left } = fill(pieces, room, render.overflow === 'split' ? 1 + maxFollowUps : 1);
  if (pages.length > 1) {
    const message = `Content moved to ${pages.length - 1} follow-up messages`;
    report(context, 'split', '', message, exceeded);
  }
  reportLeft(context, pieces, left);
  return { pages, note: noteOf(context, left) };
}
