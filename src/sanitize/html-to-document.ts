/**
 * Makes document blocks of sanitized HTML, so that channels without HTML can show it.
 *
 * Elements are a tree of layout, blocks a tree of meaning: what only lays out (`div`, `center`, `span`, tables without
 * headings) leaves nothing but its content.
 */
import { codeBlock, divider, heading, list, media, paragraph, quote } from '../document/build.js';
import type { Block, Heading } from '../document/nodes.js';
import { childrenOf, isElement, isText, plainText } from './html-nodes.js';
import { type Marks, marksIn, type Run, toInlines } from './html-runs.js';
import { toTable } from './html-table.js';

/** Deeper elements are read as text, so that recursion is bounded: no sanitized fragment of good faith comes near. */
const maxElementDepth = 200;
/** Deeper lists and quotes go on at this level, so that the document stays within 64 levels of JSON. */
const maxContainers = 8;

/** Where blocks go, and the line that is being read. */
type Flow = { readonly blocks: Block[]; runs: Run[] };
type Place = { readonly marks: Marks; readonly depth: number; readonly containers: number };

/** Handles an element whose content is not simply read on. */
type Reader = (element: Element, flow: Flow, place: Place) => void;

const flush = (flow: Flow): void => {
  const inlines = toInlines(flow.runs);
  flow.runs = [];
  if (inlines.length > 0) flow.blocks.push(paragraph(...inlines));
};

/** Ends the line before and after what an element adds. */
const asBlock =
  (read: Reader): Reader =>
  (element, flow, place) => {
    flush(flow);
    read(element, flow, place);
    flush(flow);
  };

const contentOf = (element: Element, place: Place): Block[] => {
  const flow: Flow = { blocks: [], runs: [] };
  readChildren(element, flow, place);
  flush(flow);
  return flow.blocks;
};

const inside = (place: Place): Place => ({ ...place, containers: place.containers + 1 });

const headingOf =
  (level: Heading['level']): Reader =>
  (element, flow, place) => {
    const children = toInlines(runsOf(element, place));
    if (children.length > 0) flow.blocks.push(heading(level, ...children));
  };

const listOf =
  (ordered: boolean): Reader =>
  (element, flow, place) => {
    if (place.containers >= maxContainers) return readChildren(element, flow, place);
    const items: Block[][] = [];
    for (const child of childrenOf(element)) {
      const blocks = isElement(child) ? itemOf(child, inside(place)) : [];
      // A list between items belongs to the one before it, as it is shown there.
      const last = items.at(-1);
      if (isElement(child) && isList(child) && last !== undefined) for (const block of blocks) last.push(block);
      else if (blocks.length > 0) items.push(blocks);
    }
    if (items.length > 0) flow.blocks.push(list(items, { ordered }));
  };

const isList = (element: Element): boolean => element.localName === 'ul' || element.localName === 'ol';

function itemOf(element: Element, place: Place): Block[] {
  if (element.localName === 'li') return contentOf(element, place);
  const flow: Flow = { blocks: [], runs: [] };
  readElement(element, flow, place);
  flush(flow);
  return flow.blocks;
}

const readQuote: Reader = (element, flow, place) => {
  if (place.containers >= maxContainers) return readChildren(element, flow, place);
  const children = contentOf(element, inside(place));
  if (children.length > 0) flow.blocks.push(quote(...children));
};

const readTable: Reader = (element, flow, place) => {
  const table = toTable(element, (cell) => toInlines(runsOf(cell, place)));
  if (table === undefined) readChildren(element, flow, place);
  else flow.blocks.push(table);
};

const readPre: Reader = (element, flow) => {
  const value = plainText(element).replace(/\n+$/, '');
  if (value.trim() !== '') flow.blocks.push(codeBlock(value));
};

/** An image that only a mail can show, or that nobody described, has no place in a document; its description has. */
const readImage: Reader = (element, flow, place) => {
  const url = element.getAttribute('src') ?? '';
  const alt = (element.getAttribute('alt') ?? '').trim();
  if (alt === '') return;
  if (!/^https?:/.test(url)) {
    flow.runs.push({ text: alt, marks: place.marks });
    return;
  }
  flush(flow);
  flow.blocks.push(media('image', url, alt));
  // A picture cannot be a link here, so the link stands beside it.
  if (place.marks.url !== undefined) flow.runs.push({ text: alt, marks: place.marks });
};

const readOn: Reader = (element, flow, place) => readChildren(element, flow, place);
const block = asBlock(readOn);

const readers: Readonly<Record<string, Reader>> = {
  br: (_element, flow, place) => flow.runs.push({ text: '\n', marks: place.marks }),
  img: readImage,
  p: block,
  div: block,
  center: block,
  caption: block,
  tr: block,
  td: block,
  th: block,
  li: block,
  h1: asBlock(headingOf(1)),
  h2: asBlock(headingOf(2)),
  h3: asBlock(headingOf(3)),
  h4: asBlock(headingOf(4)),
  h5: asBlock(headingOf(4)),
  h6: asBlock(headingOf(4)),
  ul: asBlock(listOf(false)),
  ol: asBlock(listOf(true)),
  blockquote: asBlock(readQuote),
  pre: asBlock(readPre),
  table: asBlock(readTable),
  hr: asBlock((_element, flow) => flow.blocks.push(divider())),
};

function readElement(element: Element, flow: Flow, place: Place): void {
  if (place.depth >= maxElementDepth) {
    flow.runs.push({ text: element.textContent ?? '', marks: place.marks });
    return;
  }
  const read = readers[element.localName] ?? readOn;
  read(element, flow, { ...place, marks: marksIn(element, place.marks), depth: place.depth + 1 });
}

function readChildren(element: Element, flow: Flow, place: Place): void {
  for (const child of childrenOf(element)) {
    if (isText(child)) flow.runs.push({ text: child.data, marks: place.marks });
    else if (isElement(child)) readElement(child, flow, place);
  }
}

/** Reads all text in an element as one line, for places that hold no blocks. */
function runsOf(element: Element, place: Place): Run[] {
  const runs: Run[] = [];
  for (const { node, marks } of leavesOf(element, place.marks)) {
    if (isText(node)) runs.push({ text: node.data, marks });
    else if (isElement(node) && node.localName === 'br') runs.push({ text: '\n', marks });
    else if (isElement(node) && node.localName === 'img') runs.push({ text: node.getAttribute('alt') ?? '', marks });
    // Two blocks are two words at least.
    else if (isElement(node) && readers[node.localName] !== undefined) runs.push({ text: ' ', marks });
  }
  return runs;
}

/** Lists the nodes below an element in reading order with the marks they stand in. Iterative: cells may nest tables. */
function leavesOf(element: Element, marks: Marks): { node: Node; marks: Marks }[] {
  const found: { node: Node; marks: Marks }[] = [];
  const stack = childrenOf(element)
    .reverse()
    .map((node) => ({ node, marks }));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    found.push(next);
    if (!isElement(next.node)) continue;
    const inner = marksIn(next.node, next.marks);
    for (const child of childrenOf(next.node).reverse()) stack.push({ node: child, marks: inner });
  }
  return found;
}

/** Makes blocks of the content of a sanitized element. */
export function elementToBlocks(root: Element): readonly Block[] {
  return contentOf(root, { marks: {}, depth: 0, containers: 0 });
}
