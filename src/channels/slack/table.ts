/** Tables: Slack's own block where it fits, otherwise one line a row. */
import type { Column, Inline, Table } from '../../document/nodes.js';
import type { LabelPart } from '../../i18n/labelled.js';
import { push, report, type SlackContext } from './context.js';
import { flatText } from './inline.js';
import { cleaned, countChars, embedded, isolated, leafOrMark, oneLine, orMark, own, plain } from './leaf.js';
import { dataTablePage, maxCaptionChars, slackLimits } from './limits.js';
import type { DataTableBlock, RawNumber, RichElement, TableBlock } from './payload.js';
import { charsOf, type Entry, pushElements, pushEntries, sectionOf } from './rich.js';
import { appendText, createRun, elementsOf, type Run } from './run.js';

/** A table in one block leaves room for the rest of the message. */
const maxNativeChars = Math.min(slackLimits.tableChars.max, 8000);

const alignments = { start: 'left', center: 'center', end: 'right' } as const;

const settingOf = ({ align = 'start' }: Column) => ({ align: alignments[align], is_wrapped: true });

function classicTable(node: Table, cells: string[][]): TableBlock {
  return {
    type: 'table',
    rows: cells.map((row) => row.map((text) => ({ type: 'raw_text', text }))),
    column_settings: node.columns.map(settingOf),
  };
}

/** A column without a label. */
const valueAlone: readonly LabelPart[] = ['value'];

/** The cells of a row on one line, each with the label of its column. */
export function writeRow(context: SlackContext, out: Run, columns: readonly Column[], cells: readonly string[]): void {
  for (const [index, cell] of cells.entries()) {
    const label = isolated(context, columns[index]?.label ?? '');
    if (index > 0) appendText(out, own(context, ' · '), { bold: true });
    for (const part of label === '' ? valueAlone : context.labelParts) {
      if (part === 'value') appendText(out, embedded(context, orMark(oneLine(cell))));
      else appendText(out, part === 'label' ? label : own(context, part.literal), { bold: true });
    }
  }
}

function rowEntry(context: SlackContext, columns: readonly Column[], cells: readonly string[]): Entry {
  const out = createRun();
  writeRow(context, out, columns, cells);
  const elements = elementsOf(out);
  return { elements, chars: charsOf(elements) };
}

/** The number of a cell that is one, for sorting: an exact decimal is as near to it as it gets. */
function numberIn([only, ...others]: readonly Inline[]): number | undefined {
  if (only === undefined || others.length > 0) return undefined;
  const value = only.type === 'number' ? Number(only.value) : only.type === 'money' ? Number(only.amount) : Number.NaN;
  // Adding zero makes 0 of -0, which JSON does not know.
  return Number.isFinite(value) ? value + 0 : undefined;
}

function dataCell(
  context: SlackContext,
  text: string,
  inlines: readonly Inline[],
): DataTableBlock['rows'][number][number] {
  const value = numberIn(inlines);
  if (value === undefined) return { type: 'raw_text', text };
  context.chars += String(value).length;
  return { type: 'raw_number', value, text } satisfies RawNumber;
}

/** A table that readers can sort, but for its caption. */
function dataRows(
  context: SlackContext,
  node: Table,
  [header = [], ...rows]: readonly string[][],
): DataTableBlock['rows'] {
  return [
    header.map((text) => ({ type: 'raw_text', text })),
    ...rows.map((row, index) => row.map((text, column) => dataCell(context, text, node.rows[index]?.[column] ?? []))),
  ];
}

/** A data table, if there is room for it. Its caption is what screen readers say first. */
function dataTable(
  context: SlackContext,
  node: Table,
  cells: readonly string[][],
  caption: string,
): TableBlock | DataTableBlock | undefined {
  const rows = dataRows(context, node, cells);
  if (context.chars > context.maxPieceChars - maxCaptionChars) return undefined;
  const { text } = plain(context, oneLine(caption), { max: maxCaptionChars });
  return { type: 'data_table', caption: text, rows, page_size: dataTablePage, row_header_column_index: 0 };
}

/** Slack's own block for a table that is small enough. A title that the block has no room for stands above it. */
function pushNative(context: SlackContext, node: Table, cells: string[][], title: Title, name: string): boolean {
  const chars = cells.reduce((sum, row) => row.reduce((inner, cell) => inner + countChars(cell), sum), 0);
  if (chars > Math.min(maxNativeChars, context.maxPieceChars)) return false;
  context.tables += 1;
  context.chars = chars;
  const isData = context.options.tables === 'data' && cells.length > 1;
  const data = isData ? dataTable(context, node, cells, node.caption ?? name) : undefined;
  const blockChars = data === undefined ? chars : context.chars;
  if (title !== undefined && (data === undefined || title.chars > maxCaptionChars)) {
    context.chars = title.chars;
    pushElements(context, [title.element], sectionOf);
  }
  context.chars = blockChars;
  push(context, data ?? classicTable(node, cells), 'rows', cells.length - 1);
  return true;
}

type Title = { readonly element: RichElement; readonly chars: number } | undefined;

/** What stands over a table, in bold. */
function titleOf(context: SlackContext, { caption }: Table): Title {
  if (caption === undefined) return undefined;
  context.chars = 0;
  const text = leafOrMark(context, caption);
  return { element: { type: 'text', text, style: { bold: true } }, chars: context.chars };
}

/** How a table is written that belongs to something else. */
export type TableUse = {
  /** What it is of, where it has no caption. */
  readonly name?: string;
  /** One line a row, so that the block for tables is free for another one. */
  readonly isLines?: boolean;
};

/** Writes a table. */
export function pushTable(context: SlackContext, node: Table, { name, isLines = false }: TableUse = {}): void {
  const rows = node.rows.map((row) => row.map((cell) => flatText(context, cell)));
  const title = titleOf(context, node);
  const fits = node.columns.length <= slackLimits.tableColumns.max && rows.length < slackLimits.tableRows.max;
  if (fits && !isLines && context.tables < slackLimits.messageTables.max) {
    const header = node.columns.map((column) => leafOrMark(context, column.label));
    const cells = [header, ...rows.map((row) => row.map(orMark))];
    if (pushNative(context, node, cells, title, name ?? context.localizer.t('slack.table'))) return;
  }
  report(context, 'fallback', context.path, 'A table is shown as one line a row: too large, or not the first one');
  // Without rows the labels stand for themselves.
  const labels = node.columns.map(({ label }) => cleaned(context, label));
  const entries =
    rows.length === 0 ? [rowEntry(context, [], labels)] : rows.map((row) => rowEntry(context, node.columns, row));
  context.chars = 0;
  const toSections = (run: readonly Entry[]) => run.map(({ elements }) => sectionOf(elements));
  pushEntries(
    context,
    entries,
    'rows',
    (run) => [{ type: 'rich_text_list', style: 'bullet', indent: 0, elements: toSections(run) }],
    title?.element,
  );
}
