/** Key figures as tiles side by side. */
import type { Kpi } from '../../document/nodes.js';
import { pushBlockOf } from './chunk.js';
import { add, push, type TeamsContext } from './context.js';
import { appendInlines, printedText } from './inline.js';
import { kpiDetails } from './kpi-details.js';
import { isolatedOrMark, orMark } from './leaf.js';
import { tilesPerRow } from './limits.js';
import type { CardElement, Column, RichTextBlock } from './payload.js';
import { appendText, createRun, isEmpty, large, oneText, richText, small, subtle, toll } from './run.js';

const columnToll = toll({ type: 'Column', width: 'stretch', items: [] });
const rowToll = toll({ type: 'ColumnSet', columns: [] });

/** A figure as a tile: its name, its value, and what it is measured against. */
function tileOf(context: TeamsContext, kpi: Kpi): Column {
  add(context, columnToll);
  const { value } = kpi;
  const text = value.type === 'text' ? isolatedOrMark(context, value.value) : printedText(context, value);
  const out = text === undefined ? createRun(context) : undefined;
  if (out !== undefined) {
    appendInlines(out, [value], large);
    if (isEmpty(out)) appendText(out, orMark(''), large);
  }
  const items: CardElement[] = [
    oneText(context, isolatedOrMark(context, kpi.label), subtle),
    out === undefined ? oneText(context, text ?? '', large, 'None') : richText(out, 'None'),
  ];
  const more = kpiDetails(context, kpi);
  if (more !== '') items.push(oneText(context, more, small, 'None'));
  return { type: 'Column', width: 'stretch', items };
}

export type TileRow = { readonly element: CardElement; readonly units: number; readonly bytes: number };

/** Writes a row of tiles, and gives it with its size. */
export function tileRow(context: TeamsContext, row: readonly Kpi[], isAlone: boolean): TileRow {
  const before = { units: context.units, bytes: context.bytes };
  context.units = 0;
  context.bytes = 0;
  add(context, rowToll);
  const columns: Column[] = [];
  for (const kpi of row) columns.push(tileOf(context, kpi));
  while (!isAlone && columns.length < tilesPerRow) {
    add(context, columnToll);
    columns.push({ type: 'Column', width: 'stretch', items: [] });
  }
  const made = { element: { type: 'ColumnSet', columns } as const, units: context.units, bytes: context.bytes };
  context.units = before.units;
  context.bytes = before.bytes;
  return made;
}

/** Pushes rows of tiles; what does not fit one piece goes on in further ones. */
export function pushTiles(
  context: TeamsContext,
  rows: readonly TileRow[],
  title: RichTextBlock | undefined,
  total: number,
): void {
  let elements: CardElement[] = title === undefined ? [] : [title];
  let count = 0;
  let continued = false;
  for (const [index, row] of rows.entries()) {
    if (context.bytes + row.bytes > context.maxPieceBytes) {
      push(context, elements, 'facts', count, continued);
      elements = [];
      count = 0;
      continued = true;
    }
    context.units += row.units;
    context.bytes += row.bytes;
    elements.push(row.element);
    count += Math.min(tilesPerRow, total - index * tilesPerRow);
  }
  if (count > 0) push(context, elements, 'facts', count, continued);
  else if (title !== undefined) pushBlockOf(context, title);
}
