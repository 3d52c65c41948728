/** Tables as an Excel workbook: a sheet each, cells with their types, and nothing in it that calculates. */
import { zip } from '../codec/zip.js';
import type { Direction, Table } from '../document/nodes.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { fitItems } from '../kernel/fit.js';
import { cleanLine } from '../sanitize/text.js';
import { report } from '../transform/report.js';
import { type Cell, cleanData, readCell } from './cells.js';
import { sheetColumn } from './xlsx/cell-content.js';
import { maxCellText, maxColumns, maxRows } from './xlsx/limits.js';
import { workbookFiles } from './xlsx/parts.js';
import { type Sheet, type SheetReport, type SheetTable, writeSheet } from './xlsx/sheet.js';
import { sheetName } from './xlsx/sheet-names.js';
import { createStrings } from './xlsx/strings.js';
import { createStyles } from './xlsx/styles.js';

/** What a workbook is made of: a report, or tables and what they are about. */
export type TableReport = {
  readonly tables: readonly Table[];
  readonly document: { readonly locale: string; readonly dir: Direction; readonly title: string };
};

export type XlsxOptions = {
  /** Longer tables go on in a further sheet. The header counts. @default 1_048_576, the most that a sheet can have */
  maxRows?: number;
};

type Problem = Parameters<SheetReport>[0];

const messages: Readonly<Record<Problem, readonly [Diagnostic['code'], string]>> = {
  cut: ['truncated', 'A text was cut to what a cell holds'],
  inexact: ['normalized', 'A value that a spreadsheet would change as a number or date was written as text'],
  unlinked: ['fallback', 'An address that is no short https URL was written as text'],
  formats: ['fallback', 'A value was written as text, there are too many formats of numbers'],
};

/** Reads a table, without the columns that a sheet has no room for. */
function readTable(table: Table, path: string, isRtl: boolean, diagnostics: Diagnostic[]): SheetTable {
  const onCleaned = (): void =>
    report({ diagnostics }, 'sanitized', path, 'Control or direction characters were removed');
  const columns = fitItems(table.columns, maxColumns.max);
  if (columns.cut > 0) {
    report({ diagnostics }, 'dropped', path, 'Columns were left out, a sheet has no room for them', {
      limit: maxColumns.max,
      actual: table.columns.length,
      unit: maxColumns.unit,
    });
  }
  const rows: Cell[][] = table.rows.map((row) =>
    columns.items.map((_, column) => readCell(row[column] ?? [], onCleaned)),
  );
  return {
    columns: columns.items.map(({ label, align }, index) =>
      sheetColumn(cleanData(label, onCleaned), { align: align ?? 'start', isRtl }, rows, index),
    ),
    rows,
  };
}

/** Divides a table into sheets of so many rows, each with its header. */
function divide({ columns, rows }: SheetTable, max: number): SheetTable[] {
  const parts: SheetTable[] = [];
  for (let from = 0; from === 0 || from < rows.length; from += max) {
    parts.push({ columns, rows: rows.slice(from, from + max) });
  }
  return parts;
}

/**
 * Writes tables as a workbook that Excel, LibreOffice and others open: numbers, amounts, dates and durations as such, texts as
 * texts whatever they look like. Readers see numbers by their own habits; the direction of the sheets is that of the document.
 *
 * - Values keep all their digits, and formats show as many as the document asks for. A number with more digits than a
 *   spreadsheet keeps is a text, as are dates before March 1900.
 * - Instants are in UTC, and the header says so: a cell knows no zone.
 * - A unit that all values of a column share stands in the header, else behind each value as text.
 * - The same report gives the same bytes: there is no author, program or time in it.
 *
 * @param diagnostics receives what was cut, left out, divided, or written as another type
 * @example
 * ```ts
 * import { toXlsx } from 'channel-formatters/xlsx';
 *
 * const bytes = toXlsx({
 *   document: { locale: 'ar', dir: 'rtl', title: 'الإيرادات' },
 *   tables: [
 *     {
 *       type: 'table',
 *       caption: 'حسب البلد',
 *       columns: [{ label: 'البلد' }, { label: 'الإيرادات' }],
 *       rows: [[[{ type: 'text', value: 'تونس' }], [{ type: 'money', amount: '1204.500', currency: 'TND' }]]],
 *     },
 *   ],
 * });
 * console.log(bytes.length > 0);
 * ```
 */
export function toXlsx(
  { tables, document }: TableReport,
  options: XlsxOptions = {},
  diagnostics: Diagnostic[] = [],
): Uint8Array {
  const maxDataRows = Math.max(1, Math.min(options.maxRows ?? maxRows.max, maxRows.max) - 1);
  const isRtl = document.dir === 'rtl';
  const title = cleanLine(document.title);
  const strings = createStrings();
  const styles = createStyles();
  const taken = new Set<string>();
  const sheets: (Sheet & { name: string })[] = [];
  const add = (table: SheetTable, caption: string | undefined, path: string): void => {
    const onProblem: SheetReport = (problem) => {
      const [code, message] = messages[problem];
      const limit = problem === 'cut' ? { limit: maxCellText.max, unit: maxCellText.unit } : {};
      report({ diagnostics }, code, path, message, limit);
    };
    const name = sheetName(caption ?? '', title, taken);
    if (caption !== undefined && !name.startsWith(cleanLine(caption))) {
      report({ diagnostics }, 'normalized', path, 'The name of a sheet is not the whole caption');
    }
    const sheet = writeSheet({ strings, styles, isRtl, report: onProblem }, table);
    sheets.push({ ...sheet, name });
  };
  for (const table of tables) {
    const path = table.path ?? 'table';
    const parts = divide(readTable(table, path, isRtl, diagnostics), maxDataRows);
    if (parts.length > 1) {
      report({ diagnostics }, 'split', path, 'Rows go on in a further sheet', {
        limit: maxDataRows,
        actual: table.rows.length,
        unit: maxRows.unit,
      });
    }
    for (const part of parts) add(part, table.caption, path);
  }
  // A workbook without a sheet is refused.
  if (sheets.length === 0) add({ columns: [], rows: [] }, undefined, 'tables');
  const locale = cleanLine(document.locale);
  return zip(workbookFiles({ title, locale, sheets, styles: styles.toXml(), strings: strings.toXml() }));
}
