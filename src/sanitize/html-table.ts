/** Tells tables of data from tables of layout, and makes the former into a grid. */
import { table } from '../document/build.js';
import type { Column, Inline, Table } from '../document/nodes.js';
import { childrenOf, isElement, plainText } from './html-nodes.js';

/** Wider than any screen; cells beyond join the last column. */
const maxColumns = 50;

type Cell = { readonly inlines: readonly Inline[]; readonly columns: number; readonly rows: number };
type ReadCell = (cell: Element) => readonly Inline[];

const alignments: Readonly<Record<string, NonNullable<Column['align']>>> = {
  left: 'start',
  center: 'center',
  right: 'end',
};

const childrenNamed = (element: Element, names: readonly string[]): Element[] =>
  childrenOf(element)
    .filter(isElement)
    .filter((child) => names.includes(child.localName));

/** Rows in the order in which they are shown: the head first, the foot last, wherever they are written. */
function rowsOf(element: Element): Element[] {
  const rows = childrenNamed(element, ['tr', 'tbody', 'thead', 'tfoot']);
  const inPart = (part: string): Element[] =>
    rows.filter((row) => row.localName === part).flatMap((row) => childrenNamed(row, ['tr']));
  const body = rows.flatMap((row) => {
    if (row.localName === 'tr') return [row];
    return row.localName === 'tbody' ? childrenNamed(row, ['tr']) : [];
  });
  return [...inPart('thead'), ...body, ...inPart('tfoot')];
}

const cellsOf = (row: Element): Element[] => childrenNamed(row, ['td', 'th']);

function isHeader(row: Element): boolean {
  const cells = cellsOf(row);
  if (cells.length === 0) return false;
  return row.parentElement?.localName === 'thead' || cells.every((cell) => cell.localName === 'th');
}

const span = (cell: Element, name: string): number => {
  const value = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(value) && value >= 1 ? value : 1;
};

/** Lays cells out on a grid: what a cell spans beyond its first place is empty. */
function toGrid(rows: readonly Element[], readCell: ReadCell): (readonly Inline[])[][] {
  /** By column, how many rows further down a cell from above still reaches. */
  const reaching: number[] = [];
  return rows.map((row) => {
    const line: (readonly Inline[])[] = [];
    const skipTaken = (): void => {
      for (let taken = reaching[line.length] ?? 0; taken > 0; taken = reaching[line.length] ?? 0) {
        reaching[line.length] = taken - 1;
        line.push([]);
      }
    };
    for (const cell of cellsOf(row)) {
      skipTaken();
      place({ inlines: readCell(cell), columns: span(cell, 'colspan'), rows: span(cell, 'rowspan') }, line, reaching);
    }
    skipTaken();
    return line;
  });
}

function place(cell: Cell, line: (readonly Inline[])[], reaching: number[]): void {
  const last = line.length - 1;
  if (line.length >= maxColumns) {
    line[last] = [...(line[last] ?? []), { type: 'text', value: ' ' }, ...cell.inlines];
    return;
  }
  const columns = Math.min(cell.columns, maxColumns - line.length);
  for (let index = 0; index < columns; index++) {
    reaching[line.length] = cell.rows - 1;
    line.push(index === 0 ? cell.inlines : []);
  }
}

/** Makes a table of an element whose first row is one of headings, `undefined` of any other. */
export function toTable(element: Element, readCell: ReadCell): Table | undefined {
  if (element.querySelector('table') !== null) return undefined;
  const [header, ...rest] = rowsOf(element);
  if (header === undefined || !isHeader(header)) return undefined;

  const labels = toGrid([header], (cell) => [{ type: 'text', value: lineOf(cell) }])[0] ?? [];
  const aligns = cellsOf(header).flatMap((cell) =>
    Array.from({ length: Math.min(span(cell, 'colspan'), maxColumns) }, () => cell.getAttribute('align') ?? ''),
  );
  const rows = toGrid(rest, readCell).filter((row) => row.length > 0);
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), labels.length);
  const columns = Array.from({ length: width }, (_, index) => {
    const [label] = labels[index] ?? [];
    const align = alignments[aligns[index]?.toLowerCase() ?? ''];
    return { label: label?.type === 'text' ? label.value : '', align };
  });
  const caption = childrenNamed(element, ['caption']).map(lineOf)[0] || undefined;
  return table(
    columns,
    rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => [])]),
    { caption },
  );
}

const lineOf = (element: Element): string =>
  plainText(element)
    .replace(/[\t\n\f\r ]+/g, ' ')
    .trim();
