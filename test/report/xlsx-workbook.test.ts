import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Inline, Table } from '../../src/document/nodes.js';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { type TableReport, toXlsx, type XlsxOptions } from '../../src/report/xlsx.js';
import { cleanText } from '../../src/sanitize/text.js';
import { anyTable, countryTable, text, textTable } from '../support/data-tables.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { tries } from '../support/runs.js';
import { parsePart, partsOf, readWorkbook } from '../support/xlsx.js';

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

describe('a workbook', () => {
  it('says what it is of, but not who made it or when', () => {
    const document = { locale: 'fr-TN', dir: 'ltr', title: 'Ventes & <écoutes>\0' } as const;
    const core = parsePart(partsOf(toXlsx({ tables: [], document }))['docProps/core.xml'] ?? '').documentElement;
    expect(Array.from(core.children).map((node) => [node.nodeName, node.textContent])).toEqual([
      ['dc:title', 'Ventes & <écoutes>'],
      ['dc:language', 'fr-TN'],
    ]);
  });

  it('has an empty sheet where there is no table, and a header where there are no rows', async () => {
    expect(await readWorkbook(toXlsx(reportOf()))).toEqual([{ sheet: 'Third quarter', data: [] }]);
    const [sheet] = await readWorkbook(toXlsx(reportOf(tableOf([], 'x', 'y'))));
    expect(sheet?.data).toEqual([['x', 'y']]);
  });

  it('goes on in further sheets where a table is longer than a sheet, and says so', async () => {
    const diagnostics: Diagnostic[] = [];
    const table: Table = {
      ...columnOf(number(1), number(2), number(3), number(4), number(5)),
      caption: 'Plays',
      path: 'p',
    };
    const sheets = await readWorkbook(toXlsx(reportOf(table), { maxRows: 3 }, diagnostics));
    expect(sheets).toEqual([
      { sheet: 'Plays', data: [['x'], [1], [2]] },
      { sheet: 'Plays (2)', data: [['x'], [3], [4]] },
      { sheet: 'Plays (3)', data: [['x'], [5]] },
    ]);
    expect(diagnostics).toEqual([
      {
        code: 'split',
        severity: 'info',
        path: 'p',
        message: 'Rows go on in a further sheet',
        limit: 2,
        actual: 5,
        unit: 'item',
      },
    ]);
  });

  it.each<[string, XlsxOptions, number]>([
    ['no room for rows', { maxRows: 0 }, 2],
    ['more room than there is', { maxRows: 1e9 }, 1],
  ])('takes a wish for %s as the nearest that is possible', async (_, options, expected) => {
    expect(await readWorkbook(toXlsx(reportOf(columnOf(text('a'), text('b'))), options))).toHaveLength(expected);
  });

  it('leaves out columns that a sheet has no room for, and says so', () => {
    const diagnostics: Diagnostic[] = [];
    const labels = Array.from({ length: 16_385 }, (_, index) => `${index}`);
    const bytes = toXlsx(reportOf(tableOf([], ...labels)), {}, diagnostics);
    const refs = [...(partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? '').matchAll(/<c r="([A-Z]+)1"/g)].map(
      (match) => match[1],
    );
    expect([refs[25], refs[26], refs[702], refs.at(-1), refs.length]).toEqual(['Z', 'AA', 'AAA', 'XFD', 16_384]);
    expect(diagnostics).toEqual([
      {
        code: 'dropped',
        severity: 'warning',
        path: 'table',
        message: 'Columns were left out, a sheet has no room for them',
        limit: 16_384,
        actual: 16_385,
        unit: 'item',
      },
    ]);
  });

  it.each<[string, string, string]>([
    ['what references need', 'a[b]:c*d?e/f\\g', 'a(b) c d e-f-g'],
    ['apostrophes at the ends', "''quarter's'", "quarter's"],
    ['the name that is taken by Excel', 'HISTORY', 'HISTORY_'],
    ['more than 31 characters', 'a'.repeat(32), `${'a'.repeat(30)}…`],
    ['nothing that can be shown', '\0 \u202e', 'Third quarter'],
    ['line breaks', 'a\nb', 'a b'],
    ['markup', '<a>&"', '<a>&"'],
    ['a family of emoji at the end', `${'a'.repeat(28)}👩‍👩‍👧‍👦`, `${'a'.repeat(28)}…`],
  ])('names a sheet after a caption with %s', async (_, caption, expected) => {
    const [sheet] = await readWorkbook(toXlsx(reportOf({ ...columnOf(), caption })));
    expect(sheet?.sheet).toBe(expected);
  });

  it('gives no two sheets one name', async () => {
    const captions = ['Plays', 'PLAYS', 'Ｐlays', 'Plays (2)', undefined, undefined, 'a'.repeat(40), 'a'.repeat(40)];
    const tables = captions.map((caption) => ({ ...columnOf(), ...(caption !== undefined && { caption }) }));
    const sheets = await readWorkbook(toXlsx(reportOf(...tables)));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Plays',
      'PLAYS (2)',
      'Ｐlays (3)',
      'Plays (2) (2)',
      'Third quarter',
      'Third quarter (2)',
      `${'a'.repeat(30)}…`,
      `${'a'.repeat(26)}… (2)`,
    ]);
  });

  it('says where the name of a sheet is not the whole caption', () => {
    const diagnostics: Diagnostic[] = [];
    toXlsx(
      reportOf({ ...columnOf(), caption: 'Fine' }, { ...columnOf(), caption: 'Q3/2026', path: 'q' }),
      {},
      diagnostics,
    );
    expect(diagnostics).toEqual([
      {
        code: 'normalized',
        severity: 'info',
        path: 'q',
        message: 'The name of a sheet is not the whole caption',
      },
    ]);
  });

  it('opens with the texts of any table', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(textTable, { maxLength: 3 }), async (tables) => {
        const sheets = await readWorkbook(toXlsx(deepFreeze(reportOf(...tables))));
        expect(sheets).toHaveLength(Math.max(1, tables.length));
        tables.forEach((table, index) => {
          const expected = [
            table.columns.map(({ label }) => label),
            ...table.rows.map((row) => row.map(([cell]) => (cell?.type === 'text' ? cell.value : ''))),
          ];
          expected.forEach((row, rowIndex) => {
            row.forEach((value, column) => {
              expect(sheets[index]?.data[rowIndex]?.[column] ?? '').toBe(cleanText(value));
            });
          });
        });
      }),
      tries(100),
    );
  });

  it('is well-formed, without formulas and with all that it names, for any tables', () => {
    fc.assert(
      fc.property(fc.array(anyTable, { maxLength: 2 }), fc.constantFrom('ltr', 'rtl'), (tables, dir) => {
        const parts = partsOf(toXlsx(deepFreeze({ tables, document: { ...english, dir } })));
        const documents = new Map(Object.entries(parts).map(([path, xml]) => [path, parsePart(xml)]));
        const sizeOf = (path: string, name: string): number =>
          documents.get(path)?.getElementsByTagName(name).length ?? 0;
        const texts = sizeOf('xl/sharedStrings.xml', 'si');
        // One `xf` is that of named styles.
        const styles = sizeOf('xl/styles.xml', 'xf') - 1;
        const isWrong = (cell: Element): boolean => {
          const value = Number(cell.getElementsByTagName('v')[0]?.textContent || Number.NaN);
          const isText = cell.getAttribute('t') === 's';
          return !Number.isFinite(value) || (isText && value >= texts) || Number(cell.getAttribute('s') ?? 0) >= styles;
        };
        for (const [path, document] of documents) {
          if (!path.startsWith('xl/worksheets/sheet')) continue;
          expect(document.getElementsByTagName('f')).toHaveLength(0);
          expect(Array.from(document.getElementsByTagName('c')).filter(isWrong)).toHaveLength(0);
        }
      }),
      tries(30),
    );
  });

  describe('on other hosts', () => {
    const zone = process.env['TZ'];

    afterEach(() => {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    });

    it('gives the same bytes in every zone', () => {
      const archives = ['UTC', 'Asia/Tokyo', 'America/St_Johns', 'Pacific/Apia'].map((timeZone) => {
        process.env['TZ'] = timeZone;
        expect(new Date(0).getHours() === 0).toBe(timeZone === 'UTC');
        return Buffer.from(toXlsx(reportOf(countryTable('ar')))).toString('base64');
      });
      expect(new Set(archives).size).toBe(1);
    });
  });
});
