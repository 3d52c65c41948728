/** Lays rich text out in blocks of a size that pages can be filled with. */
import { splitText } from '../../kernel/fit.js';
import { type Held, push, type SlackContext, type Titled } from './context.js';
import { countChars, escapedCost } from './leaf.js';
import { maxBlockChars, maxHeadChars, minLabelChars } from './limits.js';
import type { RichElement, RichPart, RichSection, RichText } from './payload.js';

const costOf = (element: RichElement): number => {
  if (element.type === 'text') return countChars(element.text);
  if (element.type === 'link') return countChars(element.text) + countChars(element.url);
  if (element.type === 'date') return countChars(element.fallback);
  return 30;
};

/** Counts the characters of a run of elements. */
export const charsOf = (elements: readonly RichElement[]): number =>
  elements.reduce((sum, element) => sum + costOf(element), 0);

/**
 * Cuts a run of elements into runs of at most `maxBlockChars`, the first of `maxFirstChars`; joined they are the original.
 * A link is never cut in its URL, and may take a longer run of its own.
 */
export function chunkElements(
  elements: readonly RichElement[],
  maxFirstChars: number = maxBlockChars,
): RichElement[][] {
  const chunks: RichElement[][] = [];
  let chunk: RichElement[] = [];
  let chars = 0;
  let maxChars = maxFirstChars;
  const flush = (): void => {
    if (chunk.length === 0) return;
    chunks.push(chunk);
    chunk = [];
    chars = 0;
    maxChars = maxBlockChars;
  };
  for (const element of elements) {
    for (const part of splitElement(element, maxChars === maxBlockChars ? maxBlockChars : maxChars - chars)) {
      const cost = costOf(part);
      if (chars + cost > maxChars) flush();
      chunk.push(part);
      chars += cost;
    }
  }
  flush();
  return chunks;
}

/** Too little room to begin a text in. */
const minStartChars = 100;

function splitElement(element: RichElement, firstRoom: number): RichElement[] {
  if (element.type !== 'text' && element.type !== 'link') return [element];
  const { text } = element;
  const chars = countChars(text);
  const urlChars = element.type === 'link' ? countChars(element.url) : 0;
  const room = urlChars === 0 ? maxBlockChars : Math.max(minLabelChars, maxBlockChars - urlChars);
  const first = Math.min(room, firstRoom - urlChars);
  if (chars <= (first < minStartChars ? room : first)) return [element];
  return splitInTwoSizes(text, first < minStartChars ? room : first, room).map((part) => ({ ...element, text: part }));
}

function splitInTwoSizes(text: string, firstRoom: number, room: number): string[] {
  const options = { cost: escapedCost };
  if (firstRoom === room) return splitText(text, room, options);
  const [start = '', ...rest] = splitText(text, firstRoom, options);
  return [start, ...splitText(rest.join(''), room, options)];
}

/** The size of the first block of long content: what matters most starts short, so that all of it starts in time. */
export const firstChars = ({ rank }: SlackContext): number => (rank === 0 ? maxHeadChars : maxBlockChars);

/** Pushes one run of elements as one block, or as several when it is long. */
export function pushElements(
  context: SlackContext,
  elements: RichElement[],
  wrap: (elements: RichElement[]) => RichPart,
): void {
  if (context.chars <= maxBlockChars) {
    push(context, { type: 'rich_text', elements: [wrap(elements)] }, 'characters', context.chars);
    return;
  }
  for (const [index, chunk] of chunkElements(elements, firstChars(context)).entries()) {
    const chars = charsOf(chunk);
    context.chars = chars;
    push(context, { type: 'rich_text', elements: [wrap(chunk)] }, 'characters', chars, index > 0);
  }
}

/** What a title line stands over. */
export const titledBy = (title: RichElement | undefined): Titled | undefined =>
  title?.type === 'text' ? { title: title.text } : undefined;

/** One entry of a list-like node: its elements and what they cost. */
export type Entry = { readonly elements: RichElement[]; readonly chars: number };

/**
 * Pushes entries in as few blocks as possible, each within `maxBlockChars`; an entry that is longer by itself gets
 * blocks of its own. `wrap` receives a run of entries and the index of its first.
 */
export function pushEntries(
  context: SlackContext,
  entries: readonly Entry[],
  held: Held,
  wrap: (entries: readonly Entry[], first: number) => RichPart[],
  title?: RichElement,
): void {
  const titleChars = title === undefined ? 0 : costOf(title);
  const hasHead = title !== undefined && titleChars <= maxHeadChars;
  if (title !== undefined && !hasHead) {
    context.chars = titleChars;
    pushElements(context, [title], sectionOf);
  }
  context.titled = titledBy(title);
  let head: RichPart[] = hasHead ? [sectionOf([title])] : [];
  let chars = hasHead ? titleChars : 0;
  let start = 0;
  let continued = false;
  const emit = (parts: RichPart[], kind: Held, count: number): void => {
    context.chars = chars;
    push(context, { type: 'rich_text', elements: [...head, ...parts] }, kind, count, continued);
    head = [];
    chars = 0;
    continued = true;
  };
  const flush = (end: number): void => {
    if (end > start) emit(wrap(entries.slice(start, end), start), held, end - start);
    start = end;
  };
  for (const [index, entry] of entries.entries()) {
    if (chars + entry.chars > maxBlockChars) flush(index);
    if (entry.chars <= maxBlockChars) {
      chars += entry.chars;
      continue;
    }
    for (const chunk of chunkElements(entry.elements)) {
      const chunkChars = charsOf(chunk);
      chars += chunkChars;
      emit([sectionOf(chunk)], 'characters', chunkChars);
    }
    start = index + 1;
  }
  flush(entries.length);
  if (head.length > 0) emit([], 'characters', chars);
  context.titled = undefined;
}

/** Keeps what preformatted text may hold: text and links. */
export const preformatted = (elements: RichElement[]): RichPart => ({
  type: 'rich_text_preformatted',
  elements: elements.filter((element): element is RichText => element.type === 'text'),
});

export const sectionOf = (elements: RichElement[]): RichSection => ({ type: 'rich_text_section', elements });

export const quoteOf = (elements: RichElement[]): RichPart => ({ type: 'rich_text_quote', elements });
