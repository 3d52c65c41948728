/** Tables: native where a row fits a piece, otherwise one line a row. */
import type { Column, Table } from '../../document/nodes.js';
import type { LabelPart } from '../../i18n/labelled.js';
import { type Entry, entryOf, pushBlockOf, pushEntries } from './chunk.js';
import { add, push, report, type TeamsContext } from './context.js';
import { appendInlines, flatText } from './inline.js';
import { isolated, leaf, oneLine, orMark } from './leaf.js';
import { maxTableColumns } from './limits.js';
import type { CardElement, CardTable, RichTextBlock, TableCell, TableRow } from './payload.js';
import { appendText, bold, createRun, isEmpty, type Run, richText, toll } from './run.js';

/** `Right` is where a line ends: hosts mirror it in cards that run from right to left. */
const alignments = { start: undefined, center: 'Center', end: 'Right' } as const;

const tableToll = toll({ type: 'Table', firstRowAsHeader: true, columns: [], rows: [] });
const columnToll = toll({ width: 1, horizontalCellContentAlignment: 'Center' });
const rowToll = toll({ type: 'TableRow', cells: [] });
const cellToll = toll({ type: 'TableCell', items: [] });

/** A column without a label. */
const valueAlone: readonly LabelPart[] = ['value'];

/** The cells of a row on one line, each with the label of its column. */
export function rowText(out: Run, columns: readonly Column[], cells: readonly string[]): void {
  const { context } = out;
  for (const [index, cell] of cells.entries()) {
    const label = isolated(context, columns[index]?.label ?? '');
    if (index > 0) appendText(out, ' · ', bold);
    for (const part of label === '' ? valueAlone : context.labelParts) {
      if (part === 'value') appendText(out, context.localizer.isolate(orMark(oneLine(cell))));
      else appendText(out, part === 'label' ? label : part.literal, bold);
    }
  }
}

type Row = { readonly row: TableRow; readonly units: number; readonly bytes: number };

/** Writes a row and gives it with its size. */
function rowOf(context: TeamsContext, count: number, write: (out: Run, column: number) => void): Row {
  const { units, bytes } = context;
  context.units = 0;
  context.bytes = 0;
  add(context, rowToll);
  const cells: TableCell[] = [];
  for (let column = 0; column < count; column += 1) {
    add(context, cellToll);
    const out = createRun(context);
    write(out, column);
    if (isEmpty(out)) appendText(out, orMark(''));
    cells.push({ type: 'TableCell', items: [richText(out)] });
  }
  const made = { row: { type: 'TableRow' as const, cells }, units: context.units, bytes: context.bytes };
  context.units = units;
  context.bytes = bytes;
  return made;
}

function pushNative(
  context: TeamsContext,
  { columns }: Table,
  head: Row,
  rows: readonly Row[],
  title: RichTextBlock | undefined,
): void {
  const frame = tableToll + columns.length * columnToll;
  const start = (): CardTable => {
    add(context, frame);
    context.units += head.units;
    context.bytes += head.bytes;
    return {
      type: 'Table',
      firstRowAsHeader: true,
      columns: columns.map(({ align = 'start' }) => {
        const horizontal = alignments[align];
        return horizontal === undefined ? { width: 1 } : { width: 1, horizontalCellContentAlignment: horizontal };
      }),
      // A copy for each part: whoever changes one changes no other.
      rows: [structuredClone(head.row)],
    };
  };
  let elements: CardElement[] = title === undefined ? [] : [title];
  let table = start();
  let continued = false;
  const flush = (): void => {
    push(context, [...elements, table], 'rows', table.rows.length - 1, continued);
    elements = [];
    continued = true;
  };
  for (const { row, units, bytes } of rows) {
    if (context.bytes + bytes > context.maxPieceBytes && table.rows.length > 1) {
      flush();
      table = start();
    }
    context.units += units;
    context.bytes += bytes;
    table.rows.push(row);
  }
  flush();
}

function pushLines(context: TeamsContext, node: Table, title: RichTextBlock | undefined): void {
  // Without rows the labels stand for themselves.
  const labels = node.columns.map(({ label }) => leaf(context, label));
  const lines = node.rows.length === 0 ? [labels] : node.rows.map((row) => row.map((cell) => flatText(context, cell)));
  const columns = node.rows.length === 0 ? [] : node.columns;
  const entries = lines.map(
    (cells): Entry =>
      entryOf(context, () => {
        const out = createRun(context);
        rowText(out, columns, cells);
        return richText(out, 'Small');
      }),
  );
  pushEntries(context, entries, 'rows', title);
}

/** Writes a table. */
export function pushTable(context: TeamsContext, node: Table, title: RichTextBlock | undefined): void {
  const { columns } = node;
  if (columns.length <= maxTableColumns) {
    const head = rowOf(context, columns.length, (out, column) => {
      const name = orMark(oneLine(leaf(context, columns[column]?.label ?? '')));
      appendText(out, name, bold);
    });
    const rows = node.rows.map((row) =>
      rowOf(context, columns.length, (out, column) => appendInlines(out, row[column] ?? [])),
    );
    const widest = rows.reduce((most, { bytes }) => Math.max(most, bytes), 0);
    const frame = context.bytes + tableToll + columns.length * columnToll;
    if (frame + head.bytes + widest <= context.maxPieceBytes) {
      pushNative(context, node, head, rows, title);
      return;
    }
  }
  report(context, 'fallback', context.path, 'A table is shown as one line a row: it is too wide');
  if (title !== undefined) pushBlockOf(context, title);
  pushLines(context, node, undefined);
}
