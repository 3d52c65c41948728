import { beforeAll, describe, expect, it } from 'vitest';
import type { Inline, Table } from '../../src/document/nodes.js';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { type TableReport, toXlsx } from '../../src/report/xlsx.js';
import { cleanText } from '../../src/sanitize/text.js';
import { countryTable, text } from '../support/data-tables.js';
import { hasInjectionSamples, injectionSamples } from '../support/injection-samples.js';
import { parsePart, partsOf, type ReadSheet, readWorkbook, select } from '../support/xlsx.js';

const english = { locale: 'en', dir: 'ltr', title: 'Third quarter' } as const;

const reportOf = (...tables: Table[]): TableReport => ({ tables, document: english });

const tableOf = (rows: readonly (readonly Inline[])[][], ...labels: string[]): Table => ({
  type: 'table',
  columns: labels.map((label) => ({ label })),
  rows,
});

const columnOf = (...values: Inline[][]): Table =>
  tableOf(
    values.map((value) => [value]),
    'x',
  );

const number = (value: number | string, more: object = {}): Inline[] => [{ type: 'number', value, ...more }];
const money = (amount: string, currency = 'EUR'): Inline[] => [{ type: 'money', amount, currency }];
const date = (value: number, style: 'day' | 'datetime' = 'day'): Inline[] => [{ type: 'date', value, style }];

/** What stands below the header of a table's first column. */
async function read(table: Table, diagnostics: Diagnostic[] = []): Promise<unknown[]> {
  const [sheet] = await readWorkbook(toXlsx(reportOf(table), {}, diagnostics));
  return (sheet?.data ?? []).slice(1).map((row) => row[0]);
}

const sheetXml = (table: Table, document: TableReport['document'] = english): string =>
  partsOf(toXlsx({ tables: [table], document }))['xl/worksheets/sheet1.xml'] ?? '';

/** Codes of the formats that the cells of the first column have, `General` where they have none. */
function formatsOf(table: Table): string[] {
  const parts = partsOf(toXlsx(reportOf(table)));
  const styles = parsePart(parts['xl/styles.xml'] ?? '');
  const formats = new Map(
    select(styles, 'numFmt').map((node) => [node.getAttribute('numFmtId'), node.getAttribute('formatCode')]),
  );
  const ids = select(styles, 'cellXfs > xf').map((node) => node.getAttribute('numFmtId'));
  const cells = select(parsePart(parts['xl/worksheets/sheet1.xml'] ?? ''), 'row:not([r="1"]) > c');
  return cells
    .filter((cell) => cell.getAttribute('r')?.startsWith('A'))
    .map((cell) => formats.get(ids[Number(cell.getAttribute('s') ?? 0)] ?? '') ?? 'General');
}

describe('toXlsx', () => {
  describe('with one value of every kind', () => {
    let sheet: ReadSheet | undefined;

    beforeAll(async () => {
      [sheet] = await readWorkbook(toXlsx(reportOf(countryTable('fr'))));
    });

    it('names units and zones in the header', () => {
      expect(sheet?.data[0]).toEqual([
        ...['Pays', 'Revenus', 'Part', 'Latence (ms)', 'Jour', 'Mise à jour (UTC)', 'Écoute', 'Page', 'Évolution'],
      ]);
    });

    it('keeps numbers, days, instants and texts as what they are', () => {
      const [country, revenue, share, latency, day, updated, , page, change] = sheet?.data[2] ?? [];
      expect([country, revenue, share, latency, page, change]).toEqual([
        'Tunisie',
        1_203_551.5,
        0.2256,
        12.5,
        'Tunisie',
        0,
      ]);
      expect(day).toEqual(new Date('2026-07-02T00:00:00Z'));
      expect(updated).toEqual(new Date('2026-07-02T09:30:15Z'));
    });
  });

  it.each<[string, Table, string[]]>([
    [
      'numbers, as many decimals as the longest',
      columnOf(number(1.5), number(2), number(1 / 3)),
      ['#,##0.00', '#,##0.00', '#,##0.00'],
    ],
    ['whole numbers', columnOf(number(1204551), number(-2)), ['#,##0', '#,##0']],
    [
      'numbers with the decimals that are asked for',
      columnOf(number(0.12345, { maxFractionDigits: 4 })),
      ['#,##0.0000'],
    ],
    [
      'numbers with more decimals than can be shown',
      columnOf(number(1 / 3, { maxFractionDigits: 20 })),
      ['#,##0.00000000'],
    ],
    ['ratios', columnOf(number(0.0525, { style: 'percent' })), ['0.0%']],
    ['whole percents', columnOf(number(0.05, { style: 'percent' })), ['0%']],
    ['changes', columnOf(number(3, { sign: 'always' })), ['+#,##0;-#,##0;#,##0']],
    ['euros', columnOf(money('1204.5')), ['#,##0.00" EUR"']],
    ['yen and dinars', columnOf(money('5', 'JPY'), money('5', 'TND')), ['#,##0" JPY"', '#,##0.000" TND"']],
    ['gold', columnOf(money('5.1234', 'XAU')), ['#,##0.0000" XAU"']],
    ['days', columnOf(date(Date.UTC(2026, 6, 1))), ['yyyy-mm-dd']],
    ['instants', columnOf(date(0, 'datetime')), ['yyyy-mm-dd hh:mm:ss']],
    ['durations', columnOf([{ type: 'duration', durationMs: 1000 }]), ['[h]:mm:ss']],
    ['durations with milliseconds', columnOf([{ type: 'duration', durationMs: 250 }]), ['[h]:mm:ss.000']],
    ['texts', columnOf(text('1')), ['General']],
  ])('formats %s', (_, table, expected) => {
    expect(formatsOf(table)).toEqual(expected);
  });

  it.each<[string, Inline[], unknown]>([
    ['the first day that all programs agree on', date(Date.UTC(1900, 2, 1)), new Date('1900-03-01T00:00:00Z')],
    ['the last day', date(Date.UTC(9999, 11, 31)), new Date('9999-12-31T00:00:00Z')],
    ['15 digits', number('123456789012.345'), 123_456_789_012.345],
    ['a fraction of more digits, a double', number(0.1 + 0.2), 0.1 + 0.2],
    ['an amount of 15 digits', money('1234567890123.45'), 1_234_567_890_123.45],
    ['zeros behind the point', number('5.000000000000000000'), 5],
    ['a small number', number(1e-300), 1e-300],
    ['no number', number(Number.NaN), 'NaN'],
  ])('writes %s as it is, without a word', async (_, cell, expected) => {
    const diagnostics: Diagnostic[] = [];
    expect(await read(columnOf(cell), diagnostics)).toEqual([expected]);
    expect(diagnostics).toEqual([]);
  });

  it.each<[string, Inline[], string]>([
    ['the day before', date(Date.UTC(1900, 1, 28)), '1900-02-28'],
    ['a day after the year 9999', date(Date.UTC(10_000, 0, 1)), '+010000-01-01'],
    ['16 digits', number('1234567890.123456'), '1234567890.123456'],
    ['an integer of 16 digits', number(Number.MAX_SAFE_INTEGER), '9007199254740991'],
    ['an amount that no double holds', money('12345678901234567.89'), '12345678901234567.89 EUR'],
    ['a number beyond the range', number(1.5e308), `15${'0'.repeat(307)}`],
    ['a number below the range', number(1e-310), `0.${'0'.repeat(309)}1`],
    ['a negative duration', [{ type: 'duration', durationMs: -5 }], '-5 ms'],
  ])('writes %s as text and says so', async (_, cell, expected) => {
    const diagnostics: Diagnostic[] = [];
    expect(await read(columnOf(cell), diagnostics)).toEqual([expected]);
    expect(diagnostics).toEqual([
      {
        code: 'normalized',
        severity: 'info',
        path: 'table',
        message: 'A value that a spreadsheet would change as a number or date was written as text',
      },
    ]);
  });

  it('names units and zones behind each value where a column has several', async () => {
    const table = columnOf(
      number(5, { unit: 'ms' }),
      number(2, { unit: 's' }),
      number(3),
      date(0, 'datetime'),
      date(0),
    );
    expect(await read(table)).toEqual(['5 ms', '2 s', 3, '1970-01-01T00:00:00.000Z', new Date(0)]);
  });

  it('writes amounts in what is no code of a currency as text', async () => {
    expect(await read(columnOf(money('5.00', '"]&<')))).toEqual(['5.00 "]&<']);
  });

  it('writes values as text where formats run out, and says so', async () => {
    const code = (index: number): string =>
      String.fromCharCode(65 + (index % 26), 65 + (Math.floor(index / 26) % 26), 65 + Math.floor(index / 676));
    const diagnostics: Diagnostic[] = [];
    const values = await read(
      columnOf(...Array.from({ length: 210 }, (_, index) => money('1', code(index)))),
      diagnostics,
    );
    expect(values.filter((value) => value === 1)).toHaveLength(200);
    expect(values.at(-1)).toBe(`1 ${code(209)}`);
    expect(diagnostics.map((entry) => entry.code)).toEqual(['fallback']);
  });

  it.each([
    'a _x000D_ b',
    '_x005F_x000D_',
    '_x0041_x0042_',
    '_x00g0_',
    ' spaces  at the ends ',
    'two\nlines',
    '<f>1+1</f>',
    ']]>&amp;"\'',
    '=1+1',
    'عربي (123) abc',
    '😀\u{20000}',
    '2026-07-01',
    '0012',
  ])('keeps the text %j', async (value) => {
    const diagnostics: Diagnostic[] = [];
    expect(await read(columnOf(text(value)), diagnostics)).toEqual([value]);
    expect(diagnostics).toEqual([]);
  });

  it('makes line ends LF, and removes what XML and readers must not see', async () => {
    const diagnostics: Diagnostic[] = [];
    expect(await read(columnOf(text('a\r\nb\rc'), text('d\0\x0b\u202e\ud800\ufffee')), diagnostics)).toEqual([
      'a\nb\nc',
      'd\ufffde',
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['sanitized']);
  });

  it('cuts a text to what a cell holds, and says so', async () => {
    const diagnostics: Diagnostic[] = [];
    const [whole, cut] = await read(columnOf(text('_x0041_'.repeat(4681)), text('a'.repeat(32_768))), diagnostics);
    expect(whole).toBe('_x0041_'.repeat(4681));
    expect(cut).toBe(`${'a'.repeat(32_766)}…`);
    expect(diagnostics).toEqual([
      {
        code: 'truncated',
        severity: 'warning',
        path: 'table',
        message: 'A text was cut to what a cell holds',
        limit: 32_767,
        unit: 'utf16',
      },
    ]);
  });

  it('keeps what reads like a formula a text when it is edited, and has no formulas', () => {
    const parts = partsOf(toXlsx(reportOf(columnOf(text('=1+1'), text('plain'), text('-5'), number(-5)))));
    const xfs = select(parsePart(parts['xl/styles.xml'] ?? ''), 'cellXfs > xf');
    const cells = select(parsePart(parts['xl/worksheets/sheet1.xml'] ?? ''), 'row:not([r="1"]) > c');
    const quoted = cells.map((cell) => xfs[Number(cell.getAttribute('s'))]?.getAttribute('quotePrefix'));
    expect(quoted).toEqual(['1', null, null, null]);
    expect(cells.map((cell) => cell.getAttribute('t'))).toEqual(['s', 's', 's', null]);
  });

  it.skipIf(!hasInjectionSamples)('keeps every hostile sample a text', async () => {
    const values = await read(columnOf(...injectionSamples.map(([, sample]) => text(sample.slice(0, 32_000)))));
    const cleaned = injectionSamples.map(([, sample]) => cleanText(sample.slice(0, 32_000)));
    expect(values).toEqual(cleaned.map((value) => (value === '' ? null : value)));
  });

  it('leads to https addresses, and writes others behind the text', async () => {
    const link = (url: string, label: string): Inline[] => [{ type: 'link', url, children: text(label) }];
    const diagnostics: Diagnostic[] = [];
    const table = columnOf(
      link('https://example.com/?a=1&b="2"', 'One'),
      link('https://example.com/?a=1&b="2"', 'Again'),
      link('https://example.com/', ''),
      link('javascript:alert(1)', 'Two'),
      link(`https://example.com/${'a'.repeat(2079)}`, 'Three'),
      link('file://server/share', 'Four'),
    );
    const bytes = toXlsx(reportOf(table), {}, diagnostics);
    const parts = partsOf(bytes);
    const relations = select(parsePart(parts['xl/worksheets/_rels/sheet1.xml.rels'] ?? ''), 'Relationship');
    const targets = new Map(relations.map((node) => [node.getAttribute('Id'), node.getAttribute('Target')]));
    const links = select(parsePart(parts['xl/worksheets/sheet1.xml'] ?? ''), 'hyperlink');
    expect(links.map((node) => [node.getAttribute('ref'), targets.get(node.getAttribute('r:id'))])).toEqual([
      ['A2', 'https://example.com/?a=1&b=%222%22'],
      ['A3', 'https://example.com/?a=1&b=%222%22'],
      ['A4', 'https://example.com/'],
    ]);
    expect(relations.every((node) => node.getAttribute('TargetMode') === 'External')).toBe(true);
    const [sheet] = await readWorkbook(bytes);
    expect(sheet?.data.slice(3).map(([value]) => value)).toEqual([
      'https://example.com/',
      'Two (javascript:alert(1))',
      `Three (https://example.com/${'a'.repeat(2079)})`,
      'Four (file://server/share)',
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['fallback']);
  });

  it('freezes a bold header, can be filtered by it, and prints as wide as a page', () => {
    const sheet = parsePart(sheetXml(tableOf([[text('a'), text('b')]], 'x', 'y')));
    expect(sheet.querySelector('pane')?.getAttribute('state')).toBe('frozen');
    expect(sheet.querySelector('autoFilter')?.getAttribute('ref')).toBe('A1:B2');
    expect(sheet.querySelector('pageSetUpPr')?.getAttribute('fitToPage')).toBe('1');
  });

  it('makes columns as wide as what is in them, within bounds', () => {
    const row = [text('a'), text('a'.repeat(30)), text('漢'.repeat(10)), text('b'.repeat(500)), text('short\nlines')];
    const sheet = parsePart(sheetXml(tableOf([row], 'x', 'y', 'z', 'w', 'v')));
    const widths = select(sheet, 'col').map((node) => Number(node.getAttribute('width')));
    expect(widths).toEqual([10, 32, 22, 60, 10]);
  });

  it('gives rows the height of their lines', () => {
    const table = columnOf(text('one'), text('two\nlines'), text('\n'.repeat(200)));
    const rows = select(parsePart(sheetXml(table)), 'row');
    expect(rows.map((row) => row.getAttribute('ht'))).toEqual(['19', null, '34', '409']);
  });

  it.each([
    ['ltr', null, ['left', 'right', 'right', 'center'], '1'],
    ['rtl', '1', ['right', 'left', 'right', 'center'], '2'],
  ] as const)('runs from the side of the document where that is %s', (dir, rightToLeft, aligned, order) => {
    const table: Table = {
      type: 'table',
      columns: [{ label: 'a' }, { label: 'b', align: 'end' }, { label: 'c' }, { label: 'd', align: 'center' }],
      rows: [[text('a'), text('b'), number(1), text('d')]],
    };
    const parts = partsOf(toXlsx({ tables: [table], document: { ...english, dir } }));
    const sheet = parsePart(parts['xl/worksheets/sheet1.xml'] ?? '');
    expect(sheet.querySelector('sheetView')?.getAttribute('rightToLeft')).toBe(rightToLeft);
    const alignments = select(parsePart(parts['xl/styles.xml'] ?? ''), 'cellXfs > xf > alignment');
    const headers = select(sheet, 'row[r="1"] > c').map((cell) => alignments[Number(cell.getAttribute('s'))]);
    expect(headers.map((alignment) => alignment?.getAttribute('horizontal'))).toEqual(aligned);
    expect(headers.map((alignment) => alignment?.getAttribute('readingOrder'))).toEqual(aligned.map(() => order));
  });

  it('lets texts run as their own letters do', () => {
    const parts = partsOf(
      toXlsx({
        tables: [columnOf(text('abc'), text('(1) عربي'), text('+216 71'))],
        document: { ...english, dir: 'rtl' },
      }),
    );
    const alignments = select(parsePart(parts['xl/styles.xml'] ?? ''), 'cellXfs > xf > alignment');
    const cells = select(parsePart(parts['xl/worksheets/sheet1.xml'] ?? ''), 'row:not([r="1"]) > c');
    const orders = cells.map((cell) => alignments[Number(cell.getAttribute('s'))]?.getAttribute('readingOrder'));
    expect(orders).toEqual(['1', '2', '1']);
  });
});
