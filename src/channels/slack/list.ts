/** Lists: Slack has flat runs of one indent, so nested lists become a sequence of runs. */
import { type Block, type BlockHandlers, handleBlock, type List } from '../../document/nodes.js';
import { chartText } from './chart.js';
import { omit, report, type SlackContext } from './context.js';
import { writeFact, writeKpi } from './figures.js';
import { appendInlines, flatText } from './inline.js';
import { leaf, orMark } from './leaf.js';
import { slackLimits } from './limits.js';
import { mediaInlines } from './media.js';
import type { RichElement, RichList, RichPart } from './payload.js';
import { charsOf, type Entry, pushEntries } from './rich.js';
import { appendText, createRun, elementsOf, isEmpty, type Run } from './run.js';
import { writeRow } from './table.js';

type Item = Entry & { readonly indent: number; readonly ordered: boolean; readonly ordinal: number };

type Writer = { readonly context: SlackContext; readonly out: Run; readonly nested: List[] };

/** Starts a line of the item, unless it is the first. */
const newLine = ({ out }: Writer): void => {
  if (!isEmpty(out)) appendText(out, '\n');
};

const title = (writer: Writer, value: string | undefined): void => {
  if (value === undefined) return;
  newLine(writer);
  appendText(writer.out, leaf(writer.context, value), { bold: true });
};

const children = (writer: Writer, blocks: readonly Block[]): void => {
  for (const block of blocks) handleBlock(handlers, block, writer);
};

const asText = ({ context }: Writer, what: string): void =>
  report(context, 'fallback', context.path, `${what} inside of a list is shown as text`);

/** A list item holds lines of text in Slack; richer blocks are shown as their text. */
const handlers: BlockHandlers<Writer, void> = {
  paragraph: (node, writer) => {
    newLine(writer);
    appendInlines(writer.context, writer.out, node.children);
  },
  heading: (node, writer) => {
    newLine(writer);
    appendInlines(writer.context, writer.out, node.children, { bold: true });
  },
  list: (node, { nested }) => {
    nested.push(node);
  },
  section: (node, writer) => {
    title(writer, node.title);
    children(writer, node.children);
  },
  quote: (node, writer) => children(writer, node.children),
  code: (node, writer) => {
    newLine(writer);
    appendText(writer.out, leaf(writer.context, node.value), { code: true });
  },
  facts: (node, writer) => {
    title(writer, node.title);
    for (const fact of node.items) {
      newLine(writer);
      writeFact(writer.context, writer.out, fact);
    }
  },
  kpis: (node, writer) => {
    title(writer, node.title);
    for (const kpi of node.items) {
      newLine(writer);
      writeKpi(writer.context, writer.out, kpi);
    }
  },
  table: (node, writer) => {
    const { context, out } = writer;
    asText(writer, 'A table');
    title(writer, node.caption);
    // The labels of columns without rows stand for themselves.
    const labels = node.rows.length === 0 ? [node.columns.map(({ label }) => leaf(context, label))] : [];
    for (const cells of [...labels, ...node.rows.map((row) => row.map((cell) => flatText(context, cell)))]) {
      newLine(writer);
      writeRow(context, out, node.rows.length === 0 ? [] : node.columns, cells);
    }
  },
  chart: (node, writer) => {
    title(writer, writer.context.localizer.t('chart.label', { title: node.title }));
    newLine(writer);
    appendText(writer.out, leaf(writer.context, node.alt));
    const { table, marks, notes } = chartText(writer.context, node);
    handlers.table(table, writer);
    if (marks.length > 0) handlers.facts({ type: 'facts', items: marks }, writer);
    for (const note of notes) {
      newLine(writer);
      appendText(writer.out, leaf(writer.context, note));
    }
  },
  media: (node, writer) => {
    newLine(writer);
    appendInlines(writer.context, writer.out, mediaInlines(writer.context, node));
  },
  divider: (_node, writer) => {
    newLine(writer);
    appendText(writer.out, '—');
  },
  actions: (node, writer) => {
    asText(writer, 'An action');
    newLine(writer);
    for (const { label, url } of node.items) {
      const name = { type: 'text', value: `[${label}] ` } as const;
      appendInlines(writer.context, writer.out, url === undefined ? [name] : [{ type: 'link', url, children: [name] }]);
    }
  },
  custom: (node, { context }) => {
    report(context, 'dropped', context.path, `A fragment for \`${node.target}\` has no place in a list`);
    if (node.target === 'slack') omit(context, 'blocks', 1);
  },
};

/** Flattens a list into items with their indents; iterative over nesting through the item writer's queue. */
function collect(context: SlackContext, list: List, indent: number, items: Item[]): void {
  for (const [index, blocks] of list.items.entries()) {
    const writer: Writer = { context, out: createRun(), nested: [] };
    children(writer, blocks);
    if (isEmpty(writer.out)) appendText(writer.out, orMark(''));
    const elements = elementsOf(writer.out);
    // Counted once it is whole: what stands between the texts counts too.
    items.push({ elements, chars: charsOf(elements), indent, ordered: list.ordered, ordinal: index });
    for (const nested of writer.nested)
      collect(context, nested, Math.min(indent + 1, slackLimits.listIndent.max), items);
  }
}

/** Groups neighbours of one indent and style into runs; a run that continues an ordered list says where it is. */
function toRuns(items: readonly Item[]): RichPart[] {
  const runs: RichList[] = [];
  let last: Item | undefined;
  for (const item of items) {
    const section = { type: 'rich_text_section' as const, elements: item.elements };
    const run = runs[runs.length - 1];
    if (run !== undefined && last !== undefined && last.indent === item.indent && last.ordered === item.ordered) {
      run.elements.push(section);
    } else {
      const style = item.ordered ? 'ordered' : 'bullet';
      const offset = item.ordered && item.ordinal > 0 ? { offset: item.ordinal } : {};
      runs.push({ type: 'rich_text_list', style, indent: item.indent, ...offset, elements: [section] });
    }
    last = item;
  }
  return runs;
}

/** Writes a list. */
export function pushList(context: SlackContext, node: List, title?: RichElement): void {
  const items: Item[] = [];
  collect(context, node, 0, items);
  context.chars = 0;
  pushEntries(context, items, 'items', (run) => toRuns(run as readonly Item[]), title);
}
