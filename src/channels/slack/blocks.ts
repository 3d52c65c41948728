/** Document blocks -> Slack blocks, each finished block a piece that paging can place. */
import { type Block, type BlockHandlers, type Custom, handleBlock, type Media } from '../../document/nodes.js';
import { pushActions } from './actions.js';
import { pushChart } from './chart.js';
import { omit, push, report, type SlackContext } from './context.js';
import { writeFact, writeKpi } from './figures.js';
import { appendInlines, slackUrl } from './inline.js';
import { countChars, leafOrMark, own, plain } from './leaf.js';
import { slackLimits } from './limits.js';
import { pushLines } from './lines.js';
import { pushList } from './list.js';
import { mediaInlines } from './media.js';
import { pushParagraph } from './paragraph.js';
import type { RichElement, SlackBlock } from './payload.js';
import { preformatted, pushElements, quoteOf } from './rich.js';
import { appendText, createRun, elementsOf, isEmpty } from './run.js';
import { pushTable } from './table.js';

/** A title line in bold; `undefined` where there is none. */
const titleElement = (context: SlackContext, title: string | undefined): RichElement | undefined =>
  title === undefined ? undefined : { type: 'text', text: leafOrMark(context, title), style: { bold: true } };

function pushMedia(context: SlackContext, node: Media): void {
  if (node.kind !== 'image') {
    pushParagraph(context, mediaInlines(context, node));
    return;
  }
  const url = slackUrl(context, node.url, slackLimits.imageUrl.max);
  // Slack's servers fetch the image, so it has to be on the web; without one its description still says what it shows.
  if (url === undefined || url.startsWith('mailto:')) {
    if (url !== undefined) report(context, 'dropped', context.path, 'An image that is not on the web was left out');
    pushParagraph(context, mediaInlines(context, { ...node, url: '' }));
    return;
  }
  context.chars += countChars(url);
  const room = Math.floor((context.maxPieceChars - context.chars) / 2);
  const within = (limit: typeof slackLimits.imageTitle) => (limit.max <= room ? limit : { ...limit, max: room });
  const block: SlackBlock = {
    type: 'image',
    image_url: url,
    alt_text: plain(context, node.alt, within(slackLimits.imageAltText)).text,
    ...(node.title !== undefined && { title: plain(context, node.title, within(slackLimits.imageTitle)) }),
  };
  push(context, block, 'images', 1);
}

function pushQuote(context: SlackContext, children: readonly Block[]): void {
  let out = createRun();
  const flush = (): void => {
    if (!isEmpty(out)) pushElements(context, elementsOf(out), quoteOf);
    out = createRun();
  };
  for (const block of children) {
    if (block.type === 'paragraph') {
      if (!isEmpty(out)) appendText(out, own(context, '\n'));
      appendInlines(context, out, block.children);
    } else {
      flush();
      pushBlock(context, block);
    }
  }
  flush();
}

/** A copy of a fragment, as it will be on the wire; `undefined` if it is no block. */
function blockOf(payload: unknown): { block: SlackBlock; chars: number } | undefined {
  try {
    const json = JSON.stringify(payload);
    const block: unknown = json === undefined ? undefined : JSON.parse(json);
    if (typeof block !== 'object' || block === null || !('type' in block)) return undefined;
    // Trusted by definition: only code can make a custom node. What it holds is Slack's to judge.
    return typeof block.type === 'string' ? { block: block as SlackBlock, chars: countChars(json) } : undefined;
  } catch {
    return undefined;
  }
}

function pushCustom(context: SlackContext, { target, payload }: Custom): void {
  if (target !== 'slack') {
    report(context, 'dropped', context.path, `A fragment for \`${target}\` has no place in Slack`);
    return;
  }
  const made = blockOf(payload);
  const isTable = made?.block.type === 'table' || made?.block.type === 'data_table';
  const isChart = made?.block.type === 'data_visualization';
  const fits =
    made !== undefined &&
    made.chars <= context.maxPieceChars &&
    !(isTable && context.tables >= slackLimits.messageTables.max) &&
    !(isChart && context.charts >= slackLimits.messageCharts.max);
  if (!fits) {
    const reason = made === undefined ? 'that is no block' : 'that a message has no room for';
    report(context, 'dropped', context.path, `A fragment ${reason} was left out`);
    omit(context, 'blocks', 1);
    return;
  }
  if (isTable) context.tables += 1;
  if (isChart) context.charts += 1;
  context.chars = made.chars;
  push(context, made.block, 'blocks', 1);
}

const handlers: BlockHandlers<SlackContext, void> = {
  section: (node, context) => {
    const [first, ...rest] = node.children;
    // A title over a list shares its block: it can never be left alone at the end of a message.
    if (first?.type === 'list' && first.items.length > 0) pushList(context, first, titleElement(context, node.title));
    else {
      if (node.title !== undefined) pushParagraph(context, [{ type: 'text', value: node.title }], true);
      if (first !== undefined) pushBlock(context, first);
    }
    for (const child of rest) pushBlock(context, child);
  },
  heading: (node, context) => pushParagraph(context, node.children, true),
  paragraph: (node, context) => pushParagraph(context, node.children),
  list: (node, context) => pushList(context, node),
  quote: (node, context) => pushQuote(context, node.children),
  facts: (node, context) => pushLines(context, node.items, 'facts', writeFact, titleElement(context, node.title)),
  kpis: (node, context) => pushLines(context, node.items, 'facts', writeKpi, titleElement(context, node.title)),
  table: (node, context) => pushTable(context, node),
  chart: (node, context) => pushChart(context, node),
  media: (node, context) => pushMedia(context, node),
  code: (node, context) => {
    pushElements(context, [{ type: 'text', text: leafOrMark(context, node.value) }], preformatted);
  },
  divider: (_node, context) => push(context, { type: 'divider' }, 'blocks', 1),
  actions: (node, context) => pushActions(context, node),
  custom: (node, context) => pushCustom(context, node),
};

const ranks = { high: 0, low: 2 } as const;

function pushBlock(context: SlackContext, block: Block): void {
  handleBlock(handlers, block, context);
}

/** Writes the blocks of a document. */
export function pushBlocks(context: SlackContext, blocks: readonly Block[]): void {
  for (const [index, block] of blocks.entries()) {
    context.path = block.path ?? `children.${index}`;
    context.rank = block.importance === undefined ? 1 : ranks[block.importance];
    context.chars = 0;
    pushBlock(context, block);
  }
}
