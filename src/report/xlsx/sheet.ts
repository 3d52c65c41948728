/** One sheet of a workbook (ECMA-376 part 1, 18.3.1): a header that stays in view and can be filtered by, and rows. */
import { widthOf } from '../../document/text-grid.js';
import { fitText } from '../../kernel/fit.js';
import { safeUrl } from '../../sanitize/url.js';
import { type Cell, cellText, type TextCell } from '../cells.js';
import { type Content, contentOf, headerStyle, type SheetColumn, textStyle } from './cell-content.js';
import { maxCellText, maxLinks, maxUrl } from './limits.js';
import { createLinks, type Links } from './links.js';
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

/** Columns are as wide as their widest cell, within these bounds, in digits of the default font. */
const minWidth = 8;
const maxWidth = 60;
/** The margins of a cell, and in a header the button of the filter. */
const marginColumns = 2;
const filterColumns = 3;

/** Points. A row is at most 409 high; what is not in view is still in the cell. */
const lineHeight = 15;
const maxLines = 27;
/** Room for the marks of scripts that are higher than Latin. */
const moreHeight = 4;

const lineEnds = /\r\n?/g;

/** Returns `A` for 0, `Z` for 25, `AA` for 26. */
function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

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

/** Makes room for a text in its column and row, and returns the columns that it takes. */
function measure(pen: Pen, text: string): number {
  if (text.length <= maxWidth && !text.includes('\n')) return widthOf(text);
  const lines = text.split('\n', maxLines);
  pen.lines = Math.max(pen.lines, lines.length);
  return lines.reduce((widest, line) => Math.max(widest, widthOf(line.slice(0, maxWidth))), 0);
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
  pen.widths[index] = Math.max(pen.widths[index] ?? 0, measure(pen, text));
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

/** A header, and rows that show several lines, are as high as they have to be: not every program makes them so. */
function rowXml(pen: Pen, number: number, cells: string): string {
  const isLow = pen.lines === 1 && number > 1;
  const height = isLow ? '' : ` ht="${pen.lines * lineHeight + moreHeight}" customHeight="1"`;
  pen.lines = 1;
  return `<row r="${number}"${height}>${cells}</row>`;
}

function writeHeader(pen: Pen, columns: readonly SheetColumn[], names: readonly string[]): string {
  let cells = '';
  columns.forEach((column, index) => {
    const text = fittedText(pen, column.label);
    if (text === '') return;
    pen.widths[index] = measure(pen, text) + filterColumns;
    cells += stringCell(pen, `${names[index]}1`, text, pen.styles.indexOf(headerStyle(text, column)));
  });
  return rowXml(pen, 1, cells);
}

const widthXml = (columns: number, index: number): string =>
  `<col min="${index + 1}" max="${index + 1}" width="${Math.min(maxWidth, Math.max(minWidth, columns) + marginColumns)}" customWidth="1"/>`;

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
