/** Cuts a block to the room that is left: whole items first, then characters of the first item that is not whole. */
import type { Block, Chart, Fact, Inline, List } from '../../document/nodes.js';
import { type CostTable, fitText } from '../../kernel/fit.js';
import { htmlEscapes } from '../../sanitize/escape.js';

/** How the absence of a part of a block is counted. */
export type Held = 'blocks' | 'characters' | 'facts' | 'items' | 'rows' | 'actions' | 'images';

/** What is left of a block, and how much of it that is. */
export type Cut = {
  readonly block: Block | undefined;
  readonly held: Held;
  readonly shown: number;
  readonly total: number;
};

/** Tells how many bytes of HTML a block takes. */
export type Measure = (block: Block) => number;

type Room = { readonly bytes: number; readonly measure: Measure };

/** An item is cut only where at least this much of it can be seen. */
const minCutBytes = 400;

/** What characters of a text cost in HTML, where lines end with `<br>`. */
export const textCost: CostTable = { ...htmlEscapes.cost, '\n': 5 };

/** The least markup around an item, so that not everything has to be printed to see that it is too much. */
const minItemBytes = 40;

/** Members whose texts are not shown as they are, or not at all. */
const unseen: ReadonlySet<string> = new Set([
  'type',
  'path',
  'importance',
  'classification',
  'kind',
  'style',
  'id',
  'align',
  'direction',
  'assessment',
  'language',
  'payload',
]);

/** Printed values may be shorter than what they are made of: `1000000.000` is `1M`. */
const printed: ReadonlySet<unknown> = new Set(['number', 'money', 'date', 'duration']);

/** Characters that a tree of nodes shows: it cannot take less bytes. */
export function leastBytes(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  let least = 0;
  if (Array.isArray(value)) {
    for (const member of value) least += leastBytes(member);
    return least;
  }
  const node = value as Readonly<Record<string, unknown>>;
  if (printed.has(node['type'])) return 0;
  if (node['type'] === 'chart') return leastBytes([node['title'], node['alt']]);
  for (const key in node) if (!unseen.has(key)) least += leastBytes(node[key]);
  return least;
}

/** Returns how many items of a block fit; `make` makes the block of that many. */
function countThatFits(items: readonly unknown[], make: (count: number) => Block, room: Room, markupBytes = 0): number {
  let least = 0;
  let high = 0;
  while (high < items.length) {
    least += leastBytes(items[high]) + markupBytes;
    if (least > room.bytes) break;
    high += 1;
  }
  let low = 0;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (room.measure(make(middle)) <= room.bytes) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Cuts inlines; `make` makes the block that holds them. */
function cutInlines(inlines: readonly Inline[], make: (inlines: readonly Inline[]) => Block, room: Room): Cut {
  const total = leastText(inlines);
  const whole = countThatFits(inlines, (count) => make(inlines.slice(0, count)), room);
  const kept = inlines.slice(0, whole);
  const next = inlines[whole];
  if (next?.type === 'text') {
    const text = (value: string): Block => make([...kept, { type: 'text', value }]);
    for (let bytes = room.bytes - room.measure(text('')); bytes >= minCutBytes; bytes = Math.floor(bytes * 0.9)) {
      const { text: value } = fitText(next.value, bytes, { unit: 'byte', cost: textCost });
      const block = text(value);
      if (room.measure(block) <= room.bytes) {
        return { block, held: 'characters', shown: leastText(kept) + value.length - 1, total };
      }
    }
  }
  if (kept.length === 0) return { block: undefined, held: 'characters', shown: 0, total };
  const block = make([...kept, { type: 'text', value: '…' }]);
  if (room.measure(block) <= room.bytes) return { block, held: 'characters', shown: leastText(kept), total };
  return { block: undefined, held: 'characters', shown: 0, total };
}

/** Characters that inlines show, without looking into values. */
function leastText(inlines: readonly Inline[]): number {
  let chars = 0;
  for (const inline of inlines) {
    if ('children' in inline) chars += leastText(inline.children);
    else if (inline.type === 'text' || inline.type === 'code') chars += inline.value.length;
    else chars += 1;
  }
  return chars;
}

/** How a block is made of fewer of its items. */
type Items = { readonly items: readonly unknown[]; readonly held: Held; readonly make: (count: number) => Block };

function itemsOf(block: Block): Items | undefined {
  switch (block.type) {
    case 'facts':
      return { items: block.items, held: 'facts', make: (count) => ({ ...block, items: block.items.slice(0, count) }) };
    case 'kpis':
      return { items: block.items, held: 'facts', make: (count) => ({ ...block, items: block.items.slice(0, count) }) };
    case 'actions':
      return {
        items: block.items,
        held: 'actions',
        make: (count) => ({ ...block, items: block.items.slice(0, count) }),
      };
    case 'list':
      return { items: block.items, held: 'items', make: (count) => ({ ...block, items: block.items.slice(0, count) }) };
    case 'table':
      return { items: block.rows, held: 'rows', make: (count) => ({ ...block, rows: block.rows.slice(0, count) }) };
    default:
      return undefined;
  }
}

/** Cuts the value of the first fact that is not whole, and its name if that is long too. */
function cutFact(fact: Fact, make: (fact: Fact) => Block, room: Room): Block | undefined {
  const label = fitText(fact.label, 200).text;
  const { block } = cutInlines(fact.value, (value) => make({ label, value }), room);
  return block;
}

/** Cuts the text of the first item that is not whole. */
function cutItem(item: List['items'][number], make: (item: readonly Block[]) => Block, room: Room): Block | undefined {
  const [first] = item;
  if (first?.type !== 'paragraph') return undefined;
  return cutInlines(first.children, (children) => make([{ type: 'paragraph', children }]), room).block;
}

function cutItems(block: Block, { items, held, make }: Items, room: Room): Cut {
  const total = items.length;
  const shown = countThatFits(items, make, room, minItemBytes);
  let more: Block | undefined;
  if (block.type === 'facts') {
    const next = block.items[shown];
    const kept = block.items.slice(0, shown);
    if (next !== undefined) more = cutFact(next, (fact) => ({ ...block, items: [...kept, fact] }), room);
  } else if (block.type === 'list') {
    const next = block.items[shown];
    const kept = block.items.slice(0, shown);
    if (next !== undefined) more = cutItem(next, (item) => ({ ...block, items: [...kept, item] }), room);
  }
  return { block: more ?? (shown === 0 ? undefined : make(shown)), held, shown, total };
}

/** Cuts what holds other blocks: the first ones stay whole, the first that does not fit is cut, the others leave. */
function cutChildren(children: readonly Block[], make: (children: readonly Block[]) => Block, room: Room): Cut {
  const total = children.length;
  const shown = countThatFits(children, (count) => make(children.slice(0, count)), room);
  const kept = children.slice(0, shown);
  const next = children[shown];
  const measure: Measure = (block) => room.measure(make([...kept, block]));
  const partial = next === undefined ? undefined : cutBlock(next, { bytes: room.bytes, measure }).block;
  const all = partial === undefined ? kept : [...kept, partial];
  return { block: all.length === 0 ? undefined : make(all), held: 'blocks', shown, total };
}

/** A chart is whole, or its words are: with some of its values it would show another picture than it is of. */
function cutChart(chart: Chart, room: Room): Cut {
  // A copy has no figure, and what has no points is no table.
  const words: Block = { ...chart, categories: [], series: [], annotations: [] };
  const total = Math.max(1, chart.categories.length);
  return { block: room.measure(words) <= room.bytes ? words : undefined, held: 'rows', shown: 0, total };
}

/** Cuts a block that is too large. Without a block in the result nothing of it fits. */
export function cutBlock(block: Block, room: Room): Cut {
  if (block.type === 'paragraph' || block.type === 'heading') {
    return cutInlines(block.children, (children) => ({ ...block, children }), room);
  }
  if (block.type === 'section' || block.type === 'quote') {
    return cutChildren(block.children, (children) => ({ ...block, children }), room);
  }
  if (block.type === 'chart') return cutChart(block, room);
  if (block.type === 'code') {
    const make = (value: string): Block => ({ ...block, value });
    const total = block.value.length;
    const bytes = room.bytes - room.measure(make(''));
    if (bytes < minCutBytes) return { block: undefined, held: 'characters', shown: 0, total };
    const { text } = fitText(block.value, bytes, { unit: 'byte', cost: htmlEscapes.cost });
    return { block: make(text), held: 'characters', shown: text.length - 1, total };
  }
  const items = itemsOf(block);
  if (items !== undefined) return cutItems(block, items, room);
  return { block: undefined, held: block.type === 'media' ? 'images' : 'blocks', shown: 0, total: 1 };
}
