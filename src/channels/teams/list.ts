/** Lists: one line of rich text an item, its mark and depth written out, as cards have no lists of their own. */
import { type Block, type BlockHandlers, handleBlock, type Inline, type List } from '../../document/nodes.js';
import { chartText } from './chart.js';
import { type Entry, entryOf, pushEntries } from './chunk.js';
import { omit, report, type TeamsContext } from './context.js';
import { factLine, kpiLine } from './figures.js';
import { appendInlines, flatText } from './inline.js';
import { leaf, orMark } from './leaf.js';
import { mediaInlines } from './media.js';
import type { RichTextBlock, TextStyle } from './payload.js';
import { appendText, bold, createRun, type Run, richText } from './run.js';
import { rowText } from './table.js';

/** The item being written, and the lists inside of it that follow it. */
type Writer = { readonly context: TeamsContext; readonly out: Run; readonly nested: List[]; marked: boolean };

/** Deeper lists are drawn at this depth: a phone has no room for more. */
const maxDepth = 5;

/** As wide as a mark, and not collapsed where blanks are. */
const indent = '\u2003';

function newLine({ out, marked }: Writer): void {
  if (marked) appendText(out, '\n');
}

function line(writer: Writer, inlines: readonly Inline[], style?: TextStyle): void {
  newLine(writer);
  appendInlines(writer.out, inlines, style);
  writer.marked = true;
}

function plain(writer: Writer, text: string, style?: TextStyle): void {
  newLine(writer);
  appendText(writer.out, text, style);
  writer.marked = true;
}

function title(writer: Writer, text: string | undefined): void {
  if (text !== undefined) plain(writer, leaf(writer.context, text), bold);
}

function children(writer: Writer, blocks: readonly Block[]): void {
  for (const block of blocks) handleBlock(handlers, block, writer);
}

const asText = ({ context }: Writer, what: string): void =>
  report(context, 'fallback', context.path, `${what} inside of a list is shown as text`);

/** A list item holds lines of text; richer blocks are shown as their text. */
const handlers: BlockHandlers<Writer, void> = {
  paragraph: (node, writer) => line(writer, node.children),
  heading: (node, writer) => line(writer, node.children, bold),
  list: (node, { nested }) => {
    nested.push(node);
  },
  section: (node, writer) => {
    title(writer, node.title);
    children(writer, node.children);
  },
  quote: (node, writer) => children(writer, node.children),
  code: (node, writer) => plain(writer, leaf(writer.context, node.value), { fontType: 'Monospace' }),
  facts: (node, writer) => {
    title(writer, node.title);
    for (const fact of node.items) {
      newLine(writer);
      factLine(writer.out, fact);
      writer.marked = true;
    }
  },
  kpis: (node, writer) => {
    title(writer, node.title);
    for (const kpi of node.items) {
      newLine(writer);
      kpiLine(writer.out, kpi);
      writer.marked = true;
    }
  },
  table: (node, writer) => {
    const { context } = writer;
    asText(writer, 'A table');
    title(writer, node.caption);
    const labels = node.rows.length === 0 ? [node.columns.map(({ label }) => leaf(context, label))] : [];
    const rows = node.rows.map((row) => row.map((cell) => flatText(context, cell)));
    for (const cells of [...labels, ...rows]) {
      newLine(writer);
      rowText(writer.out, node.rows.length === 0 ? [] : node.columns, cells);
      writer.marked = true;
    }
  },
  chart: (node, writer) => {
    title(writer, writer.context.localizer.t('chart.label', { title: node.title }));
    plain(writer, leaf(writer.context, node.alt));
    const { table, marks, notes } = chartText(writer.context, node);
    handlers.table(table, writer);
    if (marks.length > 0) handlers.facts({ type: 'facts', items: marks }, writer);
    for (const note of notes) plain(writer, leaf(writer.context, note));
  },
  media: (node, writer) => line(writer, mediaInlines(writer.context, node)),
  divider: (_node, writer) => plain(writer, '—'),
  actions: (node, writer) => {
    asText(writer, 'An action');
    newLine(writer);
    for (const { label, url } of node.items) {
      const name = { type: 'text', value: `[${label}] ` } as const;
      appendInlines(writer.out, url === undefined ? [name] : [{ type: 'link', url, children: [name] }]);
    }
    writer.marked = true;
  },
  custom: (node, { context }) => {
    report(context, 'dropped', context.path, `A fragment for \`${node.target}\` has no place in a list`);
    if (node.target === 'teams') omit(context, 'blocks', 1);
  },
};

/** Flattens a list into lines. */
function collect(context: TeamsContext, list: List, depth: number, entries: Entry[]): void {
  for (const [index, blocks] of list.items.entries()) {
    const nested: List[] = [];
    entries.push(
      entryOf(context, () => {
        const out = createRun(context);
        const mark = list.ordered ? `${context.localizer.number(index + 1)}.` : '•';
        appendText(out, `${indent.repeat(Math.min(depth, maxDepth))}${mark} `);
        const writer: Writer = { context, out, nested, marked: false };
        children(writer, blocks);
        if (!writer.marked && nested.length === 0) appendText(out, orMark(''));
        return richText(out, entries.length === 0 ? undefined : 'Small');
      }),
    );
    for (const inner of nested) collect(context, inner, depth + 1, entries);
  }
}

/** Writes a list. */
export function pushList(context: TeamsContext, node: List, title?: RichTextBlock): void {
  const entries: Entry[] = [];
  collect(context, node, 0, entries);
  pushEntries(context, entries, 'items', title);
}
