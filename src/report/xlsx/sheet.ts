/** One sheet of a workbook (ECMA-376 part 1, 18.3.1): a header that stays in view and can be filtered by, and rows. */
import { fitText } from '../../kernel/fit.js';
import { safeUrl } from '../../sanitize/url.js';
import { type Cell, cellText, type TextCell } from '../cells.js';
import { type Content, contentOf, headerStyle, type SheetColumn, textStyle } from './cell-content.js';
import { maxCellText, maxLinks, maxUrl } from './limits.js';
import { createLinks, type Links } from './links.js';
import { columnName, filterColumns, heightXml, lineHeight, sizeOf, widthXml } from './sizes.js';
import type { Strings } from './strings.js';
import { plainStyle, type Styles } from './styles.js';
import { mainNamespace, relationshipsNamespace, xmlDeclaration } from './xml.js';

/** What sheets of a workbook share, and where they say what had to give. */
export type Workbook = {
  readonly strings: Strings;
  readonly styles: Styles;
  readonly isRtl: boolean;
  readonly report: SheetReport;
};

export type SheetReport = (problem: 'cut' | 'inexact' | 'unlinked' | 'formats') => void;

export type SheetTable = {
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly Cell[])[];
};

/** A sheet as its part, and the part that says where its links lead. */
export type Sheet = { readonly xml: string; readonly relationships?: string };

const lineEnds = /\r\n?/g;

type Pen = Workbook & {
  readonly links: Links;
  readonly widths: number[];
  /** The most lines that a text of the row has. */
  lines: number;
};

function fittedText(pen: Pen, raw: string): string {
  const fit = fitText(raw.includes('\r') ? raw.replace(lineEnds, '\n') : raw, maxCellText.max);
  if (fit.cut > 0) pen.report('cut');
  return fit.text;
}

/** Makes room for a text in its column and row. */
function makeRoom(pen: Pen, index: number, text: string, more = 0): void {
  const { columns, lines } = sizeOf(text);
  pen.widths[index] = Math.max(pen.widths[index] ?? 0, columns + more);
  pen.lines = Math.max(pen.lines, lines);
}

function stringCell(pen: Pen, ref: string, text: string, style: number): string {
  return `<c r="${ref}"${style === 0 ? '' : ` s="${style}"`} t="s"><v>${pen.strings.indexOf(text)}</v></c>`;
}

/** Writes a text, with its address where spreadsheets may open it, else behind the text. */
function writeText(pen: Pen, ref: string, index: number, cell: TextCell, column: SheetColumn): string {
  const { url } = cell;
  const target = url === undefined ? undefined : safeUrl(url, { schemes: ['https'] });
  const isLink = target !== undefined && target.length <= maxUrl.max && pen.links.count() < maxLinks.max;
  if (url !== undefined && !isLink) pen.report('unlinked');
  const text = fittedText(pen, isLink ? cell.text || target : cellText(cell));
  if (text === '') return '';
  if (isLink) pen.links.add(ref, target);
  makeRoom(pen, index, text);
  return stringCell(pen, ref, text, pen.styles.indexOf(textStyle(text, column, isLink)));
}

function writeCell(pen: Pen, ref: string, index: number, cell: Cell, column: SheetColumn): string {
  const content: Content = contentOf(cell, column);
  if ('text' in content) {
    if (content.isInexact) pen.report('inexact');
    return writeText(pen, ref, index, cell.type === 'text' ? cell : { type: 'text', text: content.text }, column);
  }
  if (!pen.styles.hasFormat(content.format)) {
    pen.report('formats');
    return writeText(pen, ref, index, { type: 'text', text: cellText(cell) }, column);
  }
  pen.widths[index] = Math.max(pen.widths[index] ?? 0, content.shownColumns);
  const style = pen.styles.indexOf({ ...plainStyle, format: content.format });
  return `<c r="${ref}" s="${style}"><v>${content.number}</v></c>`;
}

/** A header, and rows of several lines, are higher than others. */
function rowXml(pen: Pen, number: number, cells: string): string {
  const height = pen.lines === 1 && number > 1 ? '' : heightXml(pen.lines);
  pen.lines = 1;
  return `<row r="${number}"${height}>${cells}</row>`;
}

function writeHeader(pen: Pen, columns: readonly SheetColumn[], names: readonly string[]): string {
  let cells = '';
  columns.forEach((column, index) => {
    const text = fittedText(pen, column.label);
    if (text === '') return;
    makeRoom(pen, index, text, filterColumns);
    cells += stringCell(pen, `${names[index]}1`, text, pen.styles.indexOf(headerStyle(text, column)));
  });
  return rowXml(pen, 1, cells);
}

/** Writes a sheet. */
export function writeSheet(workbook: Workbook, { columns, rows }: SheetTable): Sheet {
  const pen: Pen = { ...workbook, links: createLinks(), widths: columns.map(() => 0), lines: 1 };
  const names = columns.map((_, index) => columnName(index));
  let data = columns.length === 0 ? '' : writeHeader(pen, columns, names);
  rows.forEach((row, rowIndex) => {
    const number = rowIndex + 2;
    let cells = '';
    columns.forEach((column, index) => {
      const cell = row[index];
      if (cell !== undefined) cells += writeCell(pen, `${names[index]}${number}`, index, cell, column);
    });
    data += rowXml(pen, number, cells);
  });
  const last = names.at(-1);
  const range = last === undefined ? 'A1' : `A1:${last}${rows.length + 1}`;
  const pane = last === undefined ? '' : '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const view = `<sheetView${workbook.isRtl ? ' rightToLeft="1"' : ''} workbookViewId="0">${pane}</sheetView>`;
  return {
    xml:
      `${xmlDeclaration}<worksheet xmlns="${mainNamespace}" xmlns:r="${relationshipsNamespace}">` +
      // Printed, a table is as wide as the page and as long as it has to be.
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
      `<dimension ref="${range}"/><sheetViews>${view}</sheetViews><sheetFormatPr defaultRowHeight="${lineHeight}"/>` +
      (last === undefined ? '' : `<cols>${pen.widths.map(widthXml).join('')}</cols>`) +
      `<sheetData>${data}</sheetData>` +
      (last === undefined || rows.length === 0 ? '' : `<autoFilter ref="${range}"/>`) +
      `${pen.links.toXml()}<pageSetup orientation="landscape" fitToHeight="0"/></worksheet>`,
    ...pen.links.relationships(),
  };
}
