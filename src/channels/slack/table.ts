/** Tables: Slack's own block where it fits, otherwise one line a row. */
import type { Column, Table } from '../../document/nodes.js';
import type { LabelPart } from '../../i18n/labelled.js';
import { push, report, type SlackContext } from './context.js';
import { flatText } from './inline.js';
import { cleaned, countChars, embedded, isolated, leafOrMark, oneLine, orMark, own } from './leaf.js';
import { slackLimits } from './limits.js';
import type { RichElement, TableBlock } from './payload.js';
import { charsOf, type Entry, pushElements, pushEntries, sectionOf } from './rich.js';
import { appendText, createRun, elementsOf, type Run } from './run.js';

/** A table in one block leaves room for the rest of the message. */
const maxNativeChars = Math.min(slackLimits.tableChars.max, 8000);

const alignments = { start: 'left', center: 'center', end: 'right' } as const;

const settingOf = ({ align = 'start' }: Column) => ({ align: alignments[align], is_wrapped: true });

function nativeTable(node: Table, cells: string[][]): TableBlock {
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

/** Writes a table. */
export function pushTable(context: SlackContext, node: Table): void {
  const rows = node.rows.map((row) => row.map((cell) => flatText(context, cell)));
  context.chars = 0;
  const title: RichElement | undefined =
    node.caption === undefined
      ? undefined
      : { type: 'text', text: leafOrMark(context, node.caption), style: { bold: true } };
  const titleChars = context.chars;
  const fits = node.columns.length <= slackLimits.tableColumns.max && rows.length < slackLimits.tableRows.max;
  if (fits && context.tables < slackLimits.messageTables.max) {
    const header = node.columns.map((column) => leafOrMark(context, column.label));
    const cells = [header, ...rows.map((row) => row.map(orMark))];
    const chars = cells.flat().reduce((sum, cell) => sum + countChars(cell), 0);
    if (chars <= Math.min(maxNativeChars, context.maxPieceChars)) {
      context.tables += 1;
      context.chars = titleChars;
      if (title !== undefined) pushElements(context, [title], sectionOf);
      context.chars = chars;
      push(context, nativeTable(node, cells), 'rows', rows.length);
      return;
    }
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
    title,
  );
}
