import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inline, Table } from '../../src/document/nodes.js';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { type CsvOptions, toCsv, toCsvFiles } from '../../src/report/csv.js';
import { cleanText } from '../../src/sanitize/text.js';
import { anyTable, countryTable, text, textTable } from '../support/data-tables.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { hasInjectionSamples, injectionSamples } from '../support/injection-samples.js';
import { tries } from '../support/runs.js';

const tableOf = (rows: Inline[][][], ...labels: string[]): Table => ({
  type: 'table',
  columns: labels.map((label) => ({ label })),
  rows,
});

const read = (csv: string, delimiter = ','): string[][] =>
  parse(csv, { delimiter, bom: true, record_delimiter: ['\r\n', '\n'] });

/** The records of a table with one column of such values, without the header. */
const column = (values: Inline[][], options?: CsvOptions): string[][] =>
  read(
    toCsv(
      tableOf(
        values.map((value) => [value]),
        'x',
      ),
      options,
    ),
  ).slice(1);

const number = (value: number | string, more: object = {}): Inline[] => [{ type: 'number', value, ...more }];

/** What a spreadsheet would calculate, or take for the start of another cell. */
const live = /^[\s\p{Cf}]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;
const plainNumber = /^-?\d+(?:\.\d+)?$/;
const isInert = (field: string): boolean => plainNumber.test(field) || !live.test(field);

describe('toCsv', () => {
  it('writes one value of every kind without a locale', () => {
    expect(toCsv(countryTable('fr'))).toBe(
      [
        'Pays,Revenus,Revenus (ISO 4217),Part,Latence (ms),Jour,Mise à jour,Écoute (ms),Page,Page (URL),Évolution',
        'France,1204551.50,EUR,0.4512,0,2026-07-01,2026-07-01T09:30:15.000Z,3725000,France,https://stats.example.com/0?a=1&b=2,-3',
        'Tunisie,1203551.50,EUR,0.2256,12.5,2026-07-02,2026-07-02T09:30:15.000Z,7450000,Tunisie,https://stats.example.com/1?a=1&b=2,0',
        '"Allemagne, Est",1202551.50,EUR,0.1504,25,2026-07-03,2026-07-03T09:30:15.000Z,11175000,"Allemagne, Est",https://stats.example.com/2?a=1&b=2,3',
        '',
      ].join('\r\n'),
    );
  });

  it.each<[string, Inline[], string]>([
    ['a small number without an exponent', number(1.25e-9), '0.00000000125'],
    ['a large number without an exponent', number(1.5e22), '15000000000000000000000'],
    ['the smallest double', number(5e-324), `0.${'0'.repeat(323)}5`],
    ['a negative number', number(-0.5), '-0.5'],
    ['negative zero', number(-0), '0'],
    ['a decimal text with all its digits', number('9007199254740993.10'), '9007199254740993.10'],
    ['a ratio', number(0.052, { style: 'percent' }), '0.052'],
    ['a compact number', number(1_204_551, { notation: 'compact' }), '1204551'],
    ['a strong number', [{ type: 'strong', children: number(7) }], '7'],
    ['a number that no longer holds', [{ type: 'deletion', children: number(7) }], '~~7~~'],
    ['no number', number(Number.NaN), 'NaN'],
    ['a decimal text that is none', number('7 apples'), '7 apples'],
    ['an amount that is none', [{ type: 'money', amount: '=1', currency: 'EUR' }], "'=1 EUR"],
    ['a text and a ratio', [...text('up '), ...number(0.125, { style: 'percent' })], 'up 12.5%'],
    [
      'several values',
      [...number(2, { unit: 'MB' }), ...text(' of '), { type: 'money', amount: '5.00', currency: 'USD' }],
      '2 MB of 5.00 USD',
    ],
    ['a day before the year 1', [{ type: 'date', value: -8.64e15, style: 'day' }], "'-271821-04-20"],
    ['a day after the year 9999', [{ type: 'date', value: 8.64e15, style: 'day' }], "'+275760-09-13"],
    ['a date that is none', [{ type: 'date', value: Number.NaN }], ''],
    ['a mention', [{ type: 'mention', ref: 'on-call' }], 'on-call'],
    ['nothing', [], ''],
  ])('writes %s', (_, cell, expected) => {
    expect(column([cell])).toEqual([[expected]]);
  });

  it('names the unit of each value where a column has several', () => {
    const rows = [number(5, { unit: 'ms' }), number(2, { unit: 's' }), number(3), number(0.5, { style: 'percent' })];
    const csv = toCsv(
      tableOf(
        rows.map((row) => [row]),
        'Time',
      ),
    );
    expect(read(csv).flat()).toEqual(['Time', '5 ms', '2 s', '3', '50%']);
  });

  it('says a unit once where the label has it already', () => {
    const csv = toCsv(tableOf([[number(5, { unit: 'ms' })]], 'Time (ms)'));
    expect(read(csv)[0]).toEqual(['Time (ms)']);
  });

  it('keeps currencies beside their amounts, and leaves them out where there is no amount', () => {
    const money = (amount: string, currency: string): Inline[] => [{ type: 'money', amount, currency }];
    const csv = toCsv(tableOf([[money('1.10', 'EUR')], [text('n/a')], [money('-2', 'JPY')]], 'Revenue'));
    expect(read(csv)).toEqual([
      ['Revenue', 'Revenue (ISO 4217)'],
      ['1.10', 'EUR'],
      ['n/a', ''],
      ['-2', 'JPY'],
    ]);
  });

  it.each<[string, string, string]>([
    ['a comma', 'a,b', '"a,b"'],
    ['quotation marks', 'say "hi"', '"say ""hi"""'],
    ['a line break', 'a\nb', '"a\nb"'],
    ['a carriage return', 'a\rb', '"a\rb"'],
    ['the separator of another place', 'a;b', '"a;b"'],
    ['blanks at the ends', ' a ', '" a "'],
    ['what Excel takes for SYLK', 'ID', '"ID"'],
    ['nothing special', 'plain', 'plain'],
  ])('quotes %s as it should', (_, value, expected) => {
    expect(toCsv(tableOf([], value))).toBe(`${expected}\r\n`);
  });

  it('writes the delimiter, the byte order mark and the line ends that are asked for', () => {
    const csv = toCsv(tableOf([[text('1,5'), text('b')]], 'x', 'y'), { delimiter: ';', bom: true, lineEnd: '\n' });
    expect(csv).toBe('\ufeffx;y\n"1,5";b\n');
  });

  it('keeps a record of a single empty cell', () => {
    expect(column([text(''), text('b')])).toEqual([[''], ['b']]);
  });

  it('fills up short rows and leaves out what is beyond the columns', () => {
    const csv = toCsv(tableOf([[text('a')], [text('b'), text('c'), text('d')]], 'x', 'y'));
    expect(read(csv).slice(1)).toEqual([
      ['a', ''],
      ['b', 'c'],
    ]);
  });

  it.each([
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '  =1+1',
    '\u00a0\u3000=1+1',
    '\u200b=1+1',
    '\u200e-cmd',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(1)',
    '﹦1',
    '-',
    '- a note',
    '-1 ms',
    '+33 1 23 45 67 89',
  ])('writes %j behind an apostrophe and says so', (value) => {
    const diagnostics: Diagnostic[] = [];
    const csv = toCsv(tableOf([[text(value)]], 'x'), {}, diagnostics);
    expect(read(csv)[1]).toEqual([`'${value}`]);
    expect(diagnostics).toEqual([
      {
        code: 'normalized',
        severity: 'info',
        path: 'table',
        message: 'What reads like a formula was written behind an apostrophe',
      },
    ]);
  });

  it.each(['-5', '-0.25', 'a=1', "'=1", '2026-07-01', '|cmd', 'x-y', '%', '−5', 'ar: عربي'])(
    'leaves %j as it is',
    (value) => {
      const diagnostics: Diagnostic[] = [];
      expect(read(toCsv(tableOf([[text(value)]], 'x'), {}, diagnostics))[1]).toEqual([value]);
      expect(diagnostics).toEqual([]);
    },
  );

  it('disarms labels, currencies and addresses too', () => {
    const row: Inline[][] = [
      [{ type: 'money', amount: '1', currency: '=EUR' }],
      [{ type: 'link', url: '=HYPERLINK("x")', children: text('@a') }],
    ];
    const csv = toCsv(tableOf([row], '=a', '+b'));
    expect(read(csv)).toEqual([
      ["'=a", "'=a (ISO 4217)", "'+b", "'+b (URL)"],
      ['1', "'=EUR", "'@a", '\'=HYPERLINK("x")'],
    ]);
  });

  it.each<[string, string]>([
    ['x;=1+1', "x;'=1+1"],
    ['a\n=1+1', "a\n'=1+1"],
    ['a\t"@SUM(1)', 'a\t"\'@SUM(1)'],
    ['yes; -1', "yes; '-1"],
    [';;==1', ";;'==1"],
    ['=1;=1', "'=1;'=1"],
    ['a-b = c', 'a-b = c'],
  ])('writes %j as %j where it is strict', (value, expected) => {
    expect(column([text(value)], { strict: true })).toEqual([[expected]]);
  });

  it('leaves no start of a formula where a strict file is divided by another delimiter', () => {
    const csv = toCsv(tableOf([[text('x;=1+1'), text('"";+2')]], 'x', 'y'), { strict: true });
    for (const field of csv.split(/[;,\t\r\n"]/)) expect(isInert(field)).toBe(true);
  });

  it.each(['\n', ' ', ';', '"', '\u200b'])('reads on past a long row of %j', (char) => {
    const value = `x${char.repeat(200_000)}=1`;
    const [[field = ''] = []] = column([text(value)], { strict: true });
    const isStart = char !== ' ' && char !== '\u200b';
    expect(field === (isStart ? value.replace('=', "'=") : value)).toBe(true);
  });

  it('removes what is never shown and says so', () => {
    const diagnostics: Diagnostic[] = [];
    const table: Table = { ...tableOf([[text('a\0b\u202ec\x1b')]], 'x'), path: 'rows' };
    expect(read(toCsv(table, {}, diagnostics))[1]).toEqual(['abc']);
    expect(diagnostics).toEqual([
      {
        code: 'sanitized',
        severity: 'info',
        path: 'rows',
        message: 'Control or direction characters were removed',
      },
    ]);
  });

  it.skipIf(!hasInjectionSamples)('writes every hostile sample as itself, and inert', () => {
    const samples = injectionSamples.map(([, sample]) => sample);
    const fields = column(samples.map(text)).flat();
    expect(fields).toHaveLength(samples.length);
    fields.forEach((field, index) => {
      expect(isInert(field)).toBe(true);
      const cleaned = (samples[index] ?? '').split('\r').map(cleanText).join('\r');
      expect([cleaned, `'${cleaned}`]).toContain(field);
    });
  });

  it('gives back the texts of any table', () => {
    const delimiters = fc.constantFrom<CsvOptions['delimiter']>(',', ';', '\t');
    const cleaned = (value: string): string => value.split('\r').map(cleanText).join('\r');
    fc.assert(
      fc.property(textTable, delimiters, fc.boolean(), (table, delimiter = ',', bom) => {
        const records = read(toCsv(deepFreeze(table), { delimiter, bom }), delimiter);
        const texts = [
          table.columns.map(({ label }) => label),
          ...table.rows.map((row) => row.map(([cell]) => (cell?.type === 'text' ? cell.value : ''))),
        ];
        expect(records).toHaveLength(texts.length);
        records.forEach((record, row) => {
          expect(record).toHaveLength(table.columns.length);
          record.forEach((field, index) => {
            const value = cleaned(texts[row]?.[index] ?? '');
            expect(field === value || field === `'${value}`).toBe(true);
            expect(isInert(field)).toBe(true);
          });
        });
      }),
      tries(400),
    );
  });

  it('writes records of one length with inert fields for any table', () => {
    fc.assert(
      fc.property(anyTable, fc.boolean(), (table, strict) => {
        const records = read(toCsv(deepFreeze(table), { strict }));
        expect(records).toHaveLength(table.rows.length + 1);
        expect(new Set(records.map(({ length }) => length)).size).toBe(1);
        for (const field of records.flat()) expect(isInert(field)).toBe(true);
      }),
      tries(300),
    );
  });
});

describe('toCsvFiles', () => {
  const named = (caption: string | undefined, path?: string): Table => ({
    ...tableOf([], 'x'),
    ...(caption !== undefined && { caption }),
    ...(path !== undefined && { path }),
  });

  it.each<[string, string | undefined, string | undefined, string]>([
    ['where it comes from', 'Revenue by country', 'byCountry', 'by-country.csv'],
    ['a caption where it has no path', 'Revenue by country', undefined, 'revenue-by-country.csv'],
    ['a caption with accents', 'Écoutes à Noël', undefined, 'ecoutes-a-noel.csv'],
    ['a path of several words', 'الإيرادات', 'rows.byCountry', 'rows-by-country.csv'],
    ['neither', 'الإيرادات', undefined, 'table.csv'],
    ['a way out of the folder', '../../etc/passwd', undefined, 'etc-passwd.csv'],
    ['a device of Windows', 'NUL', undefined, 'table-nul.csv'],
    ['a long caption', 'a '.repeat(100), undefined, `${'a-'.repeat(30).slice(0, 59)}.csv`],
    ['characters of control', 'a\0b\nc', undefined, 'a-b-c.csv'],
  ])('names a file by %s', (_, caption, path, expected) => {
    expect(toCsvFiles({ tables: [named(caption, path)] })[0]?.name).toBe(expected);
  });

  it('gives no two files one name', () => {
    const tables = [named('A'), named('a'), named('a-2'), named('A!'), named(undefined), named(undefined)];
    expect(toCsvFiles({ tables }).map(({ name }) => name)).toEqual([
      'a.csv',
      'a-2.csv',
      'a-2-2.csv',
      'a-3.csv',
      'table.csv',
      'table-2.csv',
    ]);
  });

  it('writes each table with the options, and collects what gave way', () => {
    const diagnostics: Diagnostic[] = [];
    const tables = [countryTable('ar'), { ...tableOf([[text('=1')]], 'x'), path: 'other' }];
    const files = toCsvFiles({ tables }, { delimiter: '\t' }, diagnostics);
    expect(files.map(({ name }) => name)).toEqual(['countries.tsv', 'other.tsv']);
    expect(files[0]?.content).toBe(toCsv(countryTable('ar'), { delimiter: '\t' }));
    expect(diagnostics.map(({ path }) => path)).toEqual(['other']);
  });
});
