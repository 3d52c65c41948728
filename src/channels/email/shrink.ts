/** Decides what stays when a mail is over its budget: the most important first, and a report of what does not. */
import type { Block } from '../../document/nodes.js';
import type { MessageId } from '../../generated/messages.js';
import type { EmailContext } from './context.js';
import { type Cut, cutBlock, type Held, leastBytes, type Measure } from './cut.js';

/** A part of the input that the mail does not show. */
export type Left = Omit<Cut, 'block'> & { readonly path: string };

export type Shrunk = { readonly blocks: Block[]; readonly left: Left[] };

const ranks = { high: 0, low: 2 } as const;

const rankOf = ({ importance }: Block): number => (importance === undefined ? 1 : ranks[importance]);

/**
 * Keeps blocks by importance, then in the order of the document. The first that does not fit is cut, everything after it
 * leaves: a larger budget never drops what a smaller one shows.
 */
export function shrink(blocks: readonly Block[], maxBytes: number, measure: Measure): Shrunk {
  const order = blocks.map((block, index) => ({ block, index }));
  order.sort((a, b) => rankOf(a.block) - rankOf(b.block) || a.index - b.index);
  const kept: { block: Block; index: number }[] = [];
  const left: Left[] = [];
  let room = maxBytes;
  let isFull = false;
  for (const { block, index } of order) {
    const bytes = isFull || leastBytes(block) > room ? Number.POSITIVE_INFINITY : measure(block);
    if (bytes <= room) {
      kept.push({ block, index });
      room -= bytes;
      continue;
    }
    const { path = '' } = block;
    const { block: partial, held, shown, total } = cutBlock(block, { bytes: isFull ? 0 : room, measure });
    if (partial !== undefined) kept.push({ block: partial, index });
    left.push({ path, held, shown: partial === undefined ? 0 : shown, total });
    isFull = true;
  }
  kept.sort((a, b) => a.index - b.index);
  return { blocks: kept.map(({ block }) => block), left };
}

const notes = {
  blocks: 'overflow.blocks',
  characters: 'overflow.characters',
  facts: 'overflow.facts',
  items: 'overflow.items',
  rows: 'overflow.rows',
  actions: 'overflow.actions',
  images: 'overflow.images',
} as const satisfies Record<Held, MessageId>;

/** Says in the reader's language what is nowhere in the mail. */
export function leftNotes({ localizer: { t } }: EmailContext, left: readonly Left[]): string[] {
  const counts = new Map<Held, number>();
  for (const { held, shown, total } of left) counts.set(held, (counts.get(held) ?? 0) + total - shown);
  return [...counts].map(([held, count]) => `… ${t(notes[held], { count })}`);
}

/** Says the same to the caller, a path at a time. `isKept`: it is in the attached file. */
export function reportLeft({ render: { diagnostics } }: EmailContext, left: readonly Left[], isKept: boolean): void {
  for (const { path, held, shown, total } of left) {
    const place = isKept ? 'are in the attached file only' : 'are not shown';
    diagnostics.push({
      code: isKept ? 'split' : shown === 0 ? 'dropped' : 'truncated',
      severity: isKept ? 'info' : 'warning',
      path,
      message: `${total - shown} of ${total} ${held} ${place}`,
      limit: shown,
      actual: total,
      unit: held === 'characters' ? 'utf16' : 'item',
    });
  }
}
