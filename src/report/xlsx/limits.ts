/** What a workbook can hold at most. */
import type { Limit } from '../../kernel/fit.js';

const source =
  'https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3';
const asOf = '2026-11-30';

/** The header counts. */
export const maxRows: Limit = { max: 1_048_576, unit: 'item', source, asOf };
export const maxColumns: Limit = { max: 16_384, unit: 'item', source, asOf };
export const maxCellText: Limit = { max: 32_767, unit: 'utf16', source, asOf };
export const maxLinks: Limit = { max: 65_530, unit: 'item', source, asOf };
/** The page says 200 to 250, as the language of Excel has it. */
export const maxFormats: Limit = { max: 200, unit: 'item', source, asOf };

/** Longer ones make Excel repair the file: `max_url_length` in the documentation of XlsxWriter. */
export const maxUrl: Limit = {
  max: 2079,
  unit: 'utf16',
  source: 'https://xlsxwriter.readthedocs.io/workbook.html#constructor',
  asOf,
};

export const maxSheetName: Limit = {
  max: 31,
  unit: 'utf16',
  source: 'https://support.microsoft.com/office/rename-a-worksheet-3f1f7148-ee83-404d-8ef0-9ff99fbad1f9',
  asOf,
};

/** Digits that Excel keeps of a number; further ones become zeros. */
export const maxDigits: Limit = { max: 15, unit: 'item', source, asOf };
/** The ends of what Excel takes for a number, without its sign. */
export const numberRange = { min: 2.2251e-308, max: 9.99999999999999e307 } as const;
