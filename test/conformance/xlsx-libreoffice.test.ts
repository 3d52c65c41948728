/** Workbooks and CSV files as LibreOffice opens them: the same values, and nothing calculated. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Inline, Table } from '../../src/document/nodes.js';
import { toCsv } from '../../src/report/csv.js';
import { toXlsx } from '../../src/report/xlsx.js';
import { cleanText } from '../../src/sanitize/text.js';
import { anyText } from '../property/arbitraries/text.js';
import { countryTable, text } from '../support/data-tables.js';
import { injectionSamples } from '../support/injection-samples.js';
import { haveLibreOffice, openAndExport } from '../support/spreadsheet-consumers.js';

const workbookOf = (table: Table, locale = 'en'): Uint8Array =>
  toXlsx({ tables: [table], document: { locale, dir: locale === 'ar' ? 'rtl' : 'ltr', title: 'Report' } });

const columnOf = (values: readonly string[]): Table => ({
  type: 'table',
  columns: [{ label: 'Value' }],
  rows: values.map((value): Inline[][] => [text(value)]),
});

const read = (csv: string | undefined): string[][] => parse(csv ?? '', { relax_column_count: true, bom: true });

/** What the exporter writes is what a cell holds; this is how {@link toCsv} writes the same. */
const asCsv: Readonly<Record<number, (field: string) => string>> = {
  1: (field) => Number(field).toFixed(2),
  2: (field) => String(Number((Number(field.replace('%', '')) / 100).toFixed(6))),
  5: (field) => `${field.replace(' ', 'T')}.000Z`,
  6: (field) => String(Date.parse(`1970-01-01 ${field} UTC`)),
};

/** Columns that only CSV needs: currencies and addresses. */
const isBeside = (label: string): boolean => /\((?:ISO 4217|URL)\)$/.test(label);

const formulas = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '  =1+1',
  '\t=1+1',
  '\u00a0=1+1',
  '=HYPERLINK("https://x.example")',
];
const hostile = [
  ...formulas,
  ...injectionSamples.map(([, sample]) => sample.slice(0, 2000)),
  ...fc.sample(anyText(), { numRuns: 200, seed: 7 }),
].map(cleanText);

describe.runIf(haveLibreOffice())('LibreOffice', () => {
  let values: Record<string, string>;
  let shown: Record<string, string>;
  let texts: Record<string, string>;

  beforeAll(() => {
    const french = workbookOf(countryTable('fr'), 'fr');
    const workbooks = {
      'fr.xlsx': french,
      'ar.xlsx': workbookOf(countryTable('ar'), 'ar'),
      'hostile.xlsx': workbookOf(columnOf(hostile)),
    };
    const csv = { 'raw.csv': 'Value\r\n=1+1\r\n"=2+2"\r\n', 'safe.csv': toCsv(columnOf(formulas)) };
    [values = {}, shown = {}, texts = {}] = openAndExport([
      { files: workbooks, isShown: false },
      { files: { 'fr.xlsx': french }, isShown: true },
      { files: csv, isShown: false },
    ]);
  });

  it.each(['fr', 'ar'] as const)('sees the values of a workbook in %s that the CSV file has', (locale) => {
    const csv = read(toCsv(countryTable(locale)));
    const kept = csv[0]?.flatMap((label, index) => (isBeside(label) ? [] : [index])) ?? [];
    const expected = csv.slice(1).map((row) => kept.map((index) => row[index]));
    const seen = read(values[`${locale}-Report.csv`]).slice(1);
    expect(seen.map((row) => row.map((field, index) => asCsv[index]?.(field) ?? field))).toEqual(
      expected.map((row) =>
        row.map((field, index) => (index === 2 ? String(Number(Number(field).toFixed(6))) : field)),
      ),
    );
  });

  it('shows values in their formats', () => {
    expect(read(shown['fr-Report.csv'])[2]).toEqual([
      ...[
        'Tunisie',
        '1,203,551.50 EUR',
        '22.6%',
        '12.5',
        '2026-07-02',
        '2026-07-02 09:30:15',
        '2:04:10',
        'Tunisie',
        '0',
      ],
    ]);
  });

  it('sees hostile texts of a workbook as they are', () => {
    const seen = read(values['hostile-Report.csv'])
      .slice(1)
      .map(([field]) => field);
    expect(seen).toEqual(hostile);
  });

  it('calculates formulas of a CSV file where nothing keeps it from doing so', () => {
    expect(read(texts['raw-raw.csv'])).toEqual([['Value'], ['2'], ['4']]);
  });

  it('calculates nothing in a CSV file that was written here', () => {
    expect(read(texts['safe-safe.csv']).slice(1)).toEqual(formulas.map((formula) => [`'${formula}`]));
  });
});
