/** Tables as CSV: values that programs read without knowing a locale, and that no spreadsheet calculates. */
import type { Table } from '../document/nodes.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { report } from '../transform/report.js';
import { type Cell, type ColumnUnit, cellText, cleanData, columnUnit, labelWithUnit, readCell } from './cells.js';
import { toDigits } from './digits.js';
import { fileName } from './file-names.js';
import { disarmWithin, looksLikeFormula } from './formula.js';

export type CsvOptions = {
  /** @default ',' */
  delimiter?: ',' | ';' | '\t';
  /** Begins the text with U+FEFF, without which Excel does not take it for UTF-8. @default false */
  bom?: boolean;
  /** @default '\r\n', as RFC 4180 has it */
  lineEnd?: '\r\n' | '\n';
  /**
   * Puts an apostrophe before signs within a text too, wherever a reader that divides the file another way (by `;` where it is
   * divided by `,`) would see the start of a cell. Changes texts that only read alike: `yes; -1` becomes `yes; '-1`.
   * @default false
   */
  strict?: boolean;
};

/** A table as a file. */
export type CsvFile = { name: string; content: string };

type Writer = { readonly quoted: (text: string) => string; readonly inert: (text: string) => string };

type CsvColumn = ColumnUnit & { readonly hasMoney: boolean; readonly hasLinks: boolean };

/** Stands for the unit of ratios, which have none that a header could say. No clean text holds it. */
const ratio = '\0';

function csvUnit(cell: Cell): string | undefined {
  if (cell.type === 'duration') return 'ms';
  if (cell.type !== 'number') return undefined;
  return cell.isRatio ? ratio : cell.unit;
}

/**
 * RFC 4180 section 2, rules 5 to 7. Quoted too: what divides files elsewhere, blanks at the ends, which some readers trim,
 * and `ID`, at which Excel takes a file for SYLK.
 */
const needsQuotes = /[",;\t\r\n]|^[\s\p{Cf}]|\s$|^ID/u;

const quoted = (text: string): string => (needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function createWriter(diagnostics: Diagnostic[], path: string, isStrict: boolean): Writer {
  return {
    quoted,
    inert: (text) => {
      const disarmed = isStrict ? disarmWithin(text) : text;
      const result = looksLikeFormula(disarmed) ? `'${disarmed}` : disarmed;
      if (result !== text) {
        report({ diagnostics }, 'normalized', path, 'What reads like a formula was written behind an apostrophe');
      }
      return result;
    },
  };
}

function csvColumns(table: Table, rows: readonly (readonly Cell[])[]): CsvColumn[] {
  return table.columns.map((_, column) => {
    const { unit, isMixed } = columnUnit(rows, column, csvUnit);
    return {
      unit: unit === ratio ? '' : unit,
      isMixed,
      hasMoney: rows.some((row) => row[column]?.type === 'money'),
      hasLinks: rows.some((row) => {
        const cell = row[column];
        return cell?.type === 'text' && cell.url !== undefined;
      }),
    };
  });
}

/** The value alone, where the header or another column says the rest. */
function fieldOf(cell: Cell, { isMixed }: CsvColumn): string {
  switch (cell.type) {
    case 'text':
      return cell.text;
    case 'money':
      return cell.digits;
    case 'number':
      return isMixed ? cellText(cell) : cell.digits;
    case 'duration':
      return isMixed ? cellText(cell) : (toDigits(cell.durationMs) ?? '');
    case 'date':
      return cellText(cell);
  }
}

function writeLine(fields: readonly string[], { quoted, inert }: Writer, delimiter: string): string {
  // A line without a character would be no record: readers pass over it.
  if (fields.length === 1 && fields[0] === '') return '""';
  let line = '';
  for (let index = 0; index < fields.length; index++) {
    line += (index === 0 ? '' : delimiter) + quoted(inert(fields[index] ?? ''));
  }
  return line;
}

/**
 * Writes a table as RFC 4180 does, a line for the header and one a row.
 *
 * Numbers are plain decimals with all their digits, ratios stay ratios, durations are milliseconds, days are `2026-07-01`
 * and instants `2026-07-01T09:00:00.000Z`. What a value needs to be understood stands beside it:
 *
 * - a unit that all values of a column share stands in the header, `Latency (ms)`, else behind each value as text;
 * - the currencies of amounts have a column of their own, `Revenue (ISO 4217)`, behind that of the amounts, also where all
 *   are alike: a second currency must not move columns;
 * - the addresses of links have one, `Track (URL)`.
 *
 * @param diagnostics receives what was changed: texts that read like formulas, characters that are never shown
 * @example
 * ```ts
 * import { toCsv } from 'channel-formatters/csv';
 *
 * const csv = toCsv({
 *   type: 'table',
 *   columns: [{ label: 'Country' }, { label: 'Latency' }],
 *   rows: [[[{ type: 'text', value: 'France' }], [{ type: 'number', value: 12.5, unit: 'ms' }]]],
 * });
 * console.log(csv === 'Country,Latency (ms)\r\nFrance,12.5\r\n');
 * ```
 */
export function toCsv(table: Table, options: CsvOptions = {}, diagnostics: Diagnostic[] = []): string {
  const { delimiter = ',', bom = false, lineEnd = '\r\n', strict = false } = options;
  const path = table.path ?? 'table';
  const onCleaned = (): void =>
    report({ diagnostics }, 'sanitized', path, 'Control or direction characters were removed');
  const writer = createWriter(diagnostics, path, strict);
  const rows = table.rows.map((row) => table.columns.map((_, column) => readCell(row[column] ?? [], onCleaned)));
  const columns = csvColumns(table, rows);
  const header: string[] = [];
  table.columns.forEach(({ label }, index) => {
    const name = cleanData(label, onCleaned);
    const column = columns[index];
    header.push(labelWithUnit(name, column?.unit ?? ''));
    if (column?.hasMoney) header.push(labelWithUnit(name, 'ISO 4217'));
    if (column?.hasLinks) header.push(labelWithUnit(name, 'URL'));
  });
  let csv = (bom ? '\ufeff' : '') + writeLine(header, writer, delimiter) + lineEnd;
  for (const row of rows) {
    const fields: string[] = [];
    columns.forEach((column, index) => {
      const cell = row[index];
      if (cell === undefined) return;
      fields.push(fieldOf(cell, column));
      if (column.hasMoney) fields.push(cell.type === 'money' ? cell.currency : '');
      if (column.hasLinks) fields.push((cell.type === 'text' ? cell.url : undefined) ?? '');
    });
    csv += writeLine(fields, writer, delimiter) + lineEnd;
  }
  return csv;
}

/**
 * Writes each table of a report as a file of its own. Its name is where the table comes from, the same in every language; a table
 * without a path is called by its caption.
 *
 * @param diagnostics receives what {@link toCsv} changes
 */
export function toCsvFiles(
  { tables }: { readonly tables: readonly Table[] },
  options: CsvOptions = {},
  diagnostics: Diagnostic[] = [],
): CsvFile[] {
  const taken = new Set<string>();
  const extension = options.delimiter === '\t' ? 'tsv' : 'csv';
  return tables.map((table) => ({
    name: fileName([table.path, table.caption], extension, taken),
    content: toCsv(table, options, diagnostics),
  }));
}
