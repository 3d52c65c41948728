/** Divides a document into pages of a size, by the overflow policy. What is not on them is reported. */
import { inputBounds } from '../document/depth.js';
import type { Block } from '../document/nodes.js';
import type { Unit } from '../kernel/diagnostics.js';
import { LimitExceededError } from '../kernel/errors.js';
import type { RenderContext } from '../tenant/render-context.js';
import { halveBlock } from './halve.js';
import { report } from './report.js';

/** A size that no page may exceed. `measure` prints a page of these blocks, frame and notes included. */
export type PageLimit = {
  readonly max: number;
  readonly unit: Exclude<Unit, 'item'>;
  readonly measure: (blocks: readonly Block[]) => number;
};

const ranks = { high: 0, low: 2 } as const;
const rankOf = ({ importance }: Block): number => (importance === undefined ? 1 : ranks[importance]);

/** Most pages of one document: what is behind them is left out, as nobody reads on. */
const maxPages = 50;

type Fits = (blocks: readonly Block[]) => boolean;

const note = (text: string): Block => ({ type: 'paragraph', children: [{ type: 'text', value: text }] });

/** The largest first part of a block that fits behind a page, and what of the block comes after it. */
function firstPart(block: Block, page: readonly Block[], fits: Fits): { part: Block | undefined; rest: Block[] } {
  const rest: Block[] = [];
  let part = block;
  while (!fits([...page, part])) {
    const halves = halveBlock(part);
    if (halves === undefined) return { part: undefined, rest: [part, ...rest] };
    part = halves[0];
    rest.unshift(halves[1]);
  }
  return { part, rest };
}

/** How many of the first blocks fit together. */
function countFitting(blocks: readonly Block[], fits: Fits): number {
  let low = 0;
  for (let high = blocks.length; low < high; ) {
    const middle = (low + high + 1) >> 1;
    if (fits(blocks.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What of a list of blocks stands on a page. A block that is no larger than a page is not cut. */
function fill(blocks: readonly Block[], fits: Fits): { page: readonly Block[]; rest: readonly Block[] } {
  const count = countFitting(blocks, fits);
  const page = blocks.slice(0, count);
  const [next, ...after] = blocks.slice(count);
  if (next === undefined || (count > 0 && fits([next]))) return { page, rest: blocks.slice(count) };
  const { part, rest } = firstPart(next, page, fits);
  return part === undefined
    ? { page, rest: blocks.slice(count) }
    : { page: [...page, part], rest: [...rest, ...after] };
}

function leaveOut(
  render: RenderContext,
  code: 'dropped' | 'truncated',
  blocks: readonly Block[],
  limit: PageLimit,
): void {
  const { max, unit, measure } = limit;
  for (const path of new Set(blocks.map((block) => block.path ?? ''))) {
    const actual = measure(blocks.filter((block) => (block.path ?? '') === path));
    report(render, code, path, 'Content over the limit was left out', { limit: max, actual, unit });
  }
}

/** The blocks of each page. */
export type Pages = { readonly first: readonly Block[]; readonly further: readonly (readonly Block[])[] };

/**
 * Divides blocks into pages. `split`: all of them, in order, on as many pages as it takes; `truncate`: one page of the
 * most important ones.
 *
 * @throws LimitExceededError where the policy is `error`, or where a page has no room beside its frame
 */
export function divide(blocks: readonly Block[], limit: PageLimit, render: RenderContext): Pages {
  const { max, unit, measure } = limit;
  const actual = measure(blocks);
  if (actual <= max) return { first: blocks, further: [] };
  const { t } = render.localizer;
  const isSplit = render.overflow === 'split';
  // Both are as long as they can become, so that what stands beside them fits with any.
  const longest = isSplit
    ? [
        note(t('overflow.part', { index: maxPages, total: maxPages })),
        note(t('overflow.blocks', { count: inputBounds.maxNodes })),
      ]
    : [note(t('overflow.blocks', { count: blocks.length }))];
  const least = measure(longest);
  if (render.overflow === 'error' || least > max) {
    throw new LimitExceededError({ path: '', limit: max, actual: least > max ? least : actual, unit });
  }
  const fits: Fits = (part) => measure([...longest, ...part]) <= max;
  const [first = [], ...further] = isSplit
    ? split(blocks, limit, fits, render)
    : [truncate(blocks, limit, fits, render)];
  return { first, further };
}

function split(blocks: readonly Block[], limit: PageLimit, fits: Fits, render: RenderContext): (readonly Block[])[] {
  const { t } = render.localizer;
  const pages: (readonly Block[])[] = [];
  const left: Block[] = [];
  let rest: readonly Block[] = blocks;
  while (rest.length > 0 && pages.length < maxPages) {
    const filled = fill(rest, fits);
    if (filled.page.length === 0) {
      // Nothing of it fits even on a page of its own.
      left.push(...rest.slice(0, 1));
      rest = rest.slice(1);
    } else {
      pages.push(filled.page);
      rest = filled.rest;
    }
  }
  left.push(...rest);
  leaveOut(render, 'dropped', left, limit);
  if (pages.length === 0) pages.push([]);
  const total = pages.length;
  if (total > 1) {
    const { max, unit, measure } = limit;
    report(render, 'split', '', 'The document goes on in further payloads', {
      limit: max,
      actual: measure(blocks),
      unit,
    });
  }
  const missing = left.length === 0 ? [] : [note(t('overflow.blocks', { count: left.length }))];
  return pages.map((page, index) => [
    ...(index === 0 ? [] : [note(t('overflow.part', { index: index + 1, total }))]),
    ...page,
    ...(index === total - 1 ? missing : []),
  ]);
}

/** The most important blocks that fit, in the order of the document, and a note of how many do not. */
function truncate(blocks: readonly Block[], limit: PageLimit, fits: Fits, render: RenderContext): Block[] {
  const places = new Map(blocks.map((block, index) => [block, index]));
  const inOrder = (chosen: readonly Block[]): Block[] =>
    chosen.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  const ranked = blocks.toSorted((a, b) => rankOf(a) - rankOf(b));
  const count = countFitting(ranked, (part) => fits(inOrder(part)));
  const kept = ranked.slice(0, count);
  const [next, ...behind] = ranked.slice(count);
  if (next !== undefined) {
    const { part } = firstPart(next, kept, fits);
    if (part !== undefined) {
      places.set(part, places.get(next) ?? 0);
      kept.push(part);
      leaveOut(render, 'truncated', [next], limit);
    } else behind.unshift(next);
  }
  leaveOut(render, 'dropped', behind, limit);
  return [...inOrder(kept), note(render.localizer.t('overflow.blocks', { count: blocks.length - count }))];
}
