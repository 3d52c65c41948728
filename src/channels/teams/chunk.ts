/** Lays rich text out in pieces of a size that cards can be filled with. */
import { splitText } from '../../kernel/fit.js';
import { measure } from '../../kernel/measure.js';
import { push, type Size, type TeamsContext } from './context.js';
import { jsonCost } from './leaf.js';
import type { CardElement, RichTextBlock, TextRun } from './payload.js';
import { type Run, richText, toll } from './run.js';

/** Size of a value as JSON. */
export function sizeOf(value: unknown): Size {
  const json = JSON.stringify(value);
  return { units: json.length, bytes: measure(json, 'byte') };
}

/** Room for the objects around a text: block, run, container and their members. */
const frameBytes = 300;

/** The smallest part that a text is cut into, however long the URL beside it. */
const minTextBytes = 200;

function splitRun(run: TextRun, maxBytes: number): TextRun[] {
  const empty = sizeOf({ ...run, text: '' }).bytes;
  const room = Math.max(minTextBytes, maxBytes - empty);
  return splitText(run.text, room, { unit: 'byte', cost: jsonCost }).map((text) => ({ ...run, text }));
}

/** Cuts runs into groups of at most `maxBytes`; joined they are the original. */
function chunkRuns(runs: readonly TextRun[], maxBytes: number): TextRun[][] {
  const chunks: TextRun[][] = [];
  let chunk: TextRun[] = [];
  let bytes = 0;
  for (const part of runs.flatMap((run) => splitRun(run, maxBytes))) {
    const cost = sizeOf(part).bytes + 1;
    if (bytes + cost > maxBytes && chunk.length > 0) {
      chunks.push(chunk);
      chunk = [];
      bytes = 0;
    }
    chunk.push(part);
    bytes += cost;
  }
  if (chunk.length > 0) chunks.push(chunk);
  return chunks;
}

const charsOf = (runs: readonly TextRun[]): number => runs.reduce((sum, { text }) => sum + text.length, 0);

/** Sets the size of what is being written to what it takes exactly. */
export function recount(context: TeamsContext, elements: readonly CardElement[]): void {
  const { units, bytes } = sizeOf(elements);
  context.units = units;
  context.bytes = bytes;
}

export type Wrap = (block: RichTextBlock) => CardElement;

const asIs: Wrap = (block) => block;

/** Pushes one block of rich text, or several where it is long. What matters most starts short, so that it starts in time. */
export function pushRich(context: TeamsContext, run: Run, spacing?: RichTextBlock['spacing'], wrap = asIs): void {
  const block = richText(run, spacing);
  pushBlockOf(context, block, wrap);
}

const headBytes = 1000;

/** The same for a block that is finished and counted. */
export function pushBlockOf(context: TeamsContext, block: RichTextBlock, wrap: Wrap = asIs, continued = false): void {
  if (block.inlines.length === 0) {
    context.units = 0;
    context.bytes = 0;
    return;
  }
  if (wrap !== asIs) {
    context.units += wrapToll;
    context.bytes += wrapToll;
  }
  if (context.bytes <= context.maxPieceBytes) {
    push(context, [wrap(block)], 'characters', charsOf(block.inlines), continued);
    return;
  }
  const room = context.maxPieceBytes - frameBytes;
  const [first = [], ...rest] =
    context.rank === 0 ? startShort(block.inlines, Math.min(headBytes, room), room) : chunkRuns(block.inlines, room);
  for (const [index, inlines] of [first, ...rest].entries()) {
    const element = wrap({ ...block, inlines });
    recount(context, [element]);
    push(context, [element], 'characters', charsOf(inlines), continued || index > 0);
  }
}

const wrapToll = toll({ type: 'Container', style: 'emphasis', items: [] });

function startShort(runs: readonly TextRun[], head: number, room: number): TextRun[][] {
  const [first = [], ...rest] = chunkRuns(runs, head);
  return [first, ...chunkRuns(rest.flat(), room)];
}

/** One entry of a list: its block and what it takes. */
export type Entry = { readonly block: RichTextBlock; readonly units: number; readonly bytes: number };

/** Starts counting an entry, and gives it with its size. */
export function entryOf(context: TeamsContext, write: () => RichTextBlock): Entry {
  const { units, bytes } = context;
  context.units = 0;
  context.bytes = 0;
  const block = write();
  const entry = { block, units: context.units, bytes: context.bytes };
  context.units = units;
  context.bytes = bytes;
  return entry;
}

/** Pushes entries in as few pieces as possible; one that is longer by itself gets pieces of its own. */
export function pushEntries(
  context: TeamsContext,
  entries: readonly Entry[],
  held: 'items' | 'rows' | 'facts',
  title: RichTextBlock | undefined,
): void {
  let elements: RichTextBlock[] = title === undefined ? [] : [title];
  let count = 0;
  let continued = false;
  const flush = (): void => {
    if (elements.length === 0) return;
    if (count === 0) pushBlockOf(context, elements[0] as RichTextBlock, asIs, continued);
    else push(context, elements, held, count, continued);
    elements = [];
    count = 0;
    continued = true;
  };
  for (const { block, units, bytes } of entries) {
    if (context.bytes + bytes > context.maxPieceBytes) flush();
    if (bytes > context.maxPieceBytes) {
      context.units = units;
      context.bytes = bytes;
      pushBlockOf(context, block, asIs, continued);
      continued = true;
      continue;
    }
    context.units += units;
    context.bytes += bytes;
    elements.push(block);
    count += 1;
  }
  flush();
}
