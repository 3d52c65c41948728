/** What a cell of a sheet holds: a number with its format where a double can hold it exactly, else a text. */

import type { Column } from '../../document/nodes.js';
import { hasRtl } from '../../i18n/bidi.js';
import { currencyDigits } from '../../i18n/currency.js';
import { textDirection } from '../../i18n/isolate-line.js';
import { type Cell, type ColumnUnit, cellText, columnUnit, labelWithUnit } from '../cells.js';
import { decimalsOf, significantDigits } from '../digits.js';
import { looksLikeFormula } from '../formula.js';
import { dayFormat, durationFormat, general, instantFormat, isCode, moneyFormat, numberFormat } from './formats.js';
import { maxDigits, numberRange } from './limits.js';
import { toDays, toSerial } from './serial.js';
import type { Style } from './styles.js';

/** A number and its format, or a text. `isInexact`: it is a text because a number would not be what it says. */
export type Content =
  | { readonly number: number; readonly format: string; readonly shownColumns: number }
  | { readonly text: string; readonly isInexact: boolean };

/** What all cells of a column share. */
export type SheetColumn = ColumnUnit & {
  /** What the header says. */
  readonly label: string;
  /** Where texts stand: with the numbers, or where the line begins. By itself each would stand as its own letters run. */
  readonly align: Style['align'];
  readonly isRtl: boolean;
  readonly decimals: number;
  readonly hasMilliseconds: boolean;
};

/** Instants are written in UTC, which no cell can say: the header does. */
function sheetUnit(cell: Cell): string | undefined {
  if (cell.type === 'date') return cell.isDay ? undefined : 'UTC';
  // The format of a ratio shows what it is.
  return cell.type === 'number' && !cell.isRatio ? cell.unit : undefined;
}

/** Finds what the cells of a column have in common, so that their points stand below each other. */
export function sheetColumn(
  label: string,
  { align, isRtl }: { readonly align: NonNullable<Column['align']>; readonly isRtl: boolean },
  rows: readonly (readonly Cell[])[],
  column: number,
): SheetColumn {
  const { unit, isMixed } = columnUnit(rows, column, sheetUnit);
  let decimals = 0;
  let hasMilliseconds = false;
  let isNumeric = false;
  for (const row of rows) {
    const cell = row[column];
    // Spreadsheets put them at the right in any direction.
    if (cell !== undefined && cell.type !== 'text') isNumeric = true;
    if (cell?.type === 'number') {
      const own = decimalsOf(cell.digits) - (cell.isRatio ? 2 : 0);
      decimals = Math.max(decimals, Math.min(own, cell.maxDecimals));
    } else if (cell?.type === 'duration' && cell.durationMs % 1000 !== 0) hasMilliseconds = true;
  }
  return {
    label: labelWithUnit(label, unit),
    align: isNumeric ? 'right' : align === 'center' ? 'center' : (align === 'end') === isRtl ? 'left' : 'right',
    isRtl,
    unit,
    isMixed,
    decimals,
    hasMilliseconds,
  };
}

/** Tells whether a decimal stays what it is as a number of a spreadsheet, which shows zeros behind the 15th digit. */
function isExact(digits: string, isRounded: boolean): boolean {
  const size = Math.abs(Number(digits));
  if (size !== 0 && !(size >= numberRange.min && size <= numberRange.max)) return false;
  return isRounded || significantDigits(digits) <= maxDigits.max;
}

const asText = (cell: Cell, isInexact: boolean): Content => ({ text: cellText(cell), isInexact });

/** Columns of a number with separators between thousands. */
function shownColumns(digits: string, decimals: number, more: number): number {
  const point = digits.indexOf('.');
  const integer = point === -1 ? digits.length : point;
  return integer + Math.floor(integer / 3) + (decimals === 0 ? 0 : decimals + 1) + more;
}

/** Decides how a value is written. */
export function contentOf(cell: Cell, { isMixed, decimals, hasMilliseconds }: SheetColumn): Content {
  switch (cell.type) {
    case 'text':
      return { text: cell.text, isInexact: false };
    case 'number': {
      if (isMixed && cell.unit !== '') return asText(cell, false);
      if (!isExact(cell.digits, cell.isRounded)) return asText(cell, true);
      const format = numberFormat(decimals, cell.isRatio, cell.isSigned);
      return { number: Number(cell.digits), format, shownColumns: shownColumns(cell.digits, decimals, 2) };
    }
    case 'money': {
      if (!isCode(cell.currency)) return asText(cell, false);
      if (!isExact(cell.digits, false)) return asText(cell, true);
      const shown = currencyDigits(cell.currency) ?? decimalsOf(cell.digits);
      const format = moneyFormat(shown, cell.currency);
      return { number: Number(cell.digits), format, shownColumns: shownColumns(cell.digits, shown, 4) };
    }
    case 'date': {
      const serial = isMixed && !cell.isDay ? undefined : toSerial(cell.epochMs);
      if (serial === undefined) return asText(cell, !isMixed);
      const format = cell.isDay ? dayFormat : instantFormat;
      return { number: serial, format, shownColumns: format.length };
    }
    case 'duration': {
      const days = toDays(cell.durationMs);
      if (days === undefined) return asText(cell, true);
      const format = durationFormat(hasMilliseconds);
      return { number: days, format, shownColumns: format.length };
    }
  }
}

/** The style of a text in a cell. Texts run as their own letters do, whatever the direction of the sheet. */
export const textStyle = (text: string, { align, isRtl }: SheetColumn, isLink: boolean): Style => ({
  format: general,
  font: isLink ? 'link' : 'plain',
  align,
  direction: isRtl || hasRtl(text) ? textDirection(text) : undefined,
  isWrapped: text.includes('\n'),
  isQuoted: looksLikeFormula(text),
});

/** The style of a header: above what is below it, and in the direction of the document, whose words it is of. */
export const headerStyle = (text: string, column: SheetColumn): Style => ({
  ...textStyle(text, column, false),
  font: 'bold',
  direction: column.isRtl ? 'rtl' : 'ltr',
});
