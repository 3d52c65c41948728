/** Cells and columns of the tables of a model. */
import type { Column, Inline, Table } from '../../document/nodes.js';
import { inlineText } from '../../document/plain-text.js';
import type { MessageArguments, MessageId } from '../../generated/messages.js';
import type { ReportContext } from '../../report/context.js';
import type { FigureUnit } from '../../report/model.js';
import { figure } from './proofs.js';

/** What stands in a cell; nothing where a value is absent. */
export type Cell = readonly Inline[];

export const textCell = (value: string | undefined): Cell =>
  value === undefined || value === '' ? [] : [{ type: 'text', value }];

export const figureCell = (unit: FigureUnit, value: number | undefined): Cell =>
  value === undefined ? [] : [figure(unit, value)];

/** Prints the ends of an interval. */
export function intervalCell(
  { localizer, print }: ReportContext,
  unit: FigureUnit,
  interval: { readonly low: number; readonly high: number } | undefined,
): Cell {
  if (interval === undefined) return [];
  const end = (value: number): string => inlineText([figure(unit, value)], print);
  const params = { low: end(interval.low), high: end(interval.high) };
  return textCell(localizer.t('mlModelPerformance.interval', params));
}

/** Messages without arguments. */
export type PlainMessage = { [Id in MessageId]: MessageArguments<Id> extends readonly [] ? Id : never }[MessageId];

/** A column: its heading, its cells, and whether they are numbers. */
export type ColumnOf<Row> = {
  readonly label: PlainMessage;
  readonly cell: (row: Row, index: number) => Cell;
  readonly isNumber?: boolean;
  /** Left out where all cells are empty. */
  readonly isOptional?: boolean;
  readonly classification?: Column['classification'];
};

/** Makes a table of rows; no table without them. */
export function tableOf<Row>(
  { localizer }: ReportContext,
  path: string,
  caption: string,
  rows: readonly Row[],
  columns: readonly ColumnOf<Row>[],
): Table[] {
  if (rows.length === 0) return [];
  const filled = columns.map((column) => ({ column, cells: rows.map(column.cell) }));
  const kept = filled.filter(
    ({ column, cells }) => column.isOptional !== true || cells.some((cell) => cell.length > 0),
  );
  return [
    {
      type: 'table',
      path,
      caption,
      columns: kept.map(({ column: { label, isNumber, classification } }) => ({
        label: localizer.t(label),
        ...(isNumber === true && { align: 'end' as const }),
        ...(classification !== undefined && { classification }),
      })),
      rows: rows.map((_row, index) => kept.map(({ cells }) => cells[index] ?? [])),
    },
  ];
}
