/** Document blocks -> card elements, each finished piece one that paging can place. */
import { type Block, type BlockHandlers, type Custom, type Heading, handleBlock } from '../../document/nodes.js';
import { measure } from '../../kernel/measure.js';
import { pushChart } from './chart.js';
import { pushBlockOf, pushRich } from './chunk.js';
import { pushCode } from './code.js';
import { omit, push, report, type TeamsContext } from './context.js';
import { pushFacts, pushKpis } from './figures.js';
import { appendInlines } from './inline.js';
import { leaf, oneLine, orMark } from './leaf.js';
import { pushList } from './list.js';
import { pushMedia } from './media.js';
import { pushParagraph } from './paragraph.js';
import type { CardElement, RichTextBlock, TextStyle } from './payload.js';
import { bold, createRun, isEmpty, large, oneText } from './run.js';
import { pushTable } from './table.js';

/** A longer title stands by itself. */
const maxTitleBytes = 700;

/** A title line in bold, counted; `undefined` where there is none, or where it stands by itself already. */
function titleBlock(context: TeamsContext, title: string | undefined): RichTextBlock | undefined {
  if (title === undefined) return undefined;
  const block = oneText(context, orMark(oneLine(leaf(context, title))), bold, 'Medium');
  if (context.bytes <= maxTitleBytes) return block;
  pushBlockOf(context, block);
  return undefined;
}

const inQuote = (block: RichTextBlock): CardElement => ({ type: 'Container', style: 'emphasis', items: [block] });

function pushQuote(context: TeamsContext, children: readonly Block[]): void {
  for (const block of children) {
    if (block.type !== 'paragraph') {
      pushBlock(context, block);
      continue;
    }
    const out = createRun(context);
    appendInlines(out, block.children);
    if (!isEmpty(out)) pushRich(context, out, undefined, inQuote);
  }
}

/** A copy of a fragment, as it will be on the wire; `undefined` if it is no element. */
function elementOf(payload: unknown): { element: CardElement; units: number; bytes: number } | undefined {
  try {
    const json = JSON.stringify(payload);
    const element: unknown = json === undefined ? undefined : JSON.parse(json);
    if (typeof element !== 'object' || element === null || !('type' in element)) return undefined;
    if (typeof element.type !== 'string') return undefined;
    // Trusted by definition: only code can make a custom node. What it holds is Teams' to judge.
    return { element: element as CardElement, units: json.length, bytes: measure(json, 'byte') };
  } catch {
    return undefined;
  }
}

function pushCustom(context: TeamsContext, { target, payload }: Custom): void {
  if (target !== 'teams') {
    report(context, 'dropped', context.path, `A fragment for \`${target}\` has no place in Teams`);
    return;
  }
  const made = elementOf(payload);
  if (made === undefined || made.bytes > context.maxPieceBytes) {
    const reason = made === undefined ? 'that is no element' : 'that a card has no room for';
    report(context, 'dropped', context.path, `A fragment ${reason} was left out`);
    omit(context, 'blocks', 1);
    return;
  }
  context.units = made.units + 1;
  context.bytes = made.bytes + 1;
  push(context, [made.element], 'blocks', 1);
}

const headingSizes: Record<Heading['level'], TextStyle> = {
  1: large,
  2: { size: 'Medium', weight: 'Bolder' },
  3: bold,
  4: bold,
};

const handlers: BlockHandlers<TeamsContext, void> = {
  section: (node, context) => {
    const [first, ...rest] = node.children;
    // A title over a list shares its piece: it can never be left alone at the end of a card.
    if (first?.type === 'list' && first.items.length > 0) pushList(context, first, titleBlock(context, node.title));
    else {
      const title = titleBlock(context, node.title);
      if (title !== undefined) pushBlockOf(context, title);
      if (first !== undefined) pushBlock(context, first);
    }
    for (const child of rest) pushBlock(context, child);
  },
  heading: (node, context) => pushParagraph(context, node.children, headingSizes[node.level], 'Medium'),
  paragraph: (node, context) => pushParagraph(context, node.children),
  list: (node, context) => pushList(context, node),
  quote: (node, context) => pushQuote(context, node.children),
  facts: (node, context) => pushFacts(context, node.items, titleBlock(context, node.title)),
  kpis: (node, context) => pushKpis(context, node.items, titleBlock(context, node.title)),
  table: (node, context) => pushTable(context, node, titleBlock(context, node.caption)),
  chart: (node, context) => pushChart(context, node),
  media: (node, context) => pushMedia(context, node),
  code: (node, context) => pushCode(context, node),
  divider: (_node, context) => {
    context.separates = true;
  },
  actions: ({ items }, context) => {
    const { path, rank } = context;
    for (const action of items) context.actions.push({ action, path, rank });
  },
  custom: (node, context) => pushCustom(context, node),
};

const ranks = { high: 0, low: 2 } as const;

function pushBlock(context: TeamsContext, block: Block): void {
  handleBlock(handlers, block, context);
}

/** Writes the blocks of a document. */
export function pushBlocks(context: TeamsContext, blocks: readonly Block[]): void {
  for (const [index, block] of blocks.entries()) {
    context.path = block.path ?? `children.${index}`;
    context.rank = block.importance === undefined ? 1 : ranks[block.importance];
    pushBlock(context, block);
  }
}
