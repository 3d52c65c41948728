/** What a cell of a sheet holds: a number with its format where a double can hold it exactly, else a text. */
import { currencyDigits } from '../../i18n/currency.js';
import { type Cell, cellText, type ColumnUnit, columnUnit } from '../cells.js';
import { decimalsOf, significantDigits } from '../digits.js';
import { looksLikeFormula } from '../formula.js';
import { dayFormat, durationFormat, general, instantFormat, isCode, moneyFormat, numberFormat } from './formats.js';
import { maxDigits, numberRange } from './limits.js';
import { plainStyle, type Style } from './styles.js';
import { toDays, toSerial } from './serial.js';

/** A number and its format, or a text. `isInexact`: it is a text because a number would not be what it says. */
export type Content =
  | { readonly number: number; readonly format: string; readonly shownColumns: number }
  | { readonly text: string; readonly isInexact: boolean };

/** What all cells of a column share. */
export type SheetColumn = ColumnUnit & {
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
export function sheetColumn(rows: readonly (readonly Cell[])[], column: number): SheetColumn {
  const { unit, isMixed } = columnUnit(rows, column, sheetUnit);
  let decimals = 0;
  let hasMilliseconds = false;
  for (const row of rows) {
    const cell = row[column];
    if (cell?.type === 'number') {
      const own = decimalsOf(cell.digits) - (cell.isRatio ? 2 : 0);
      decimals = Math.max(decimals, Math.min(own, cell.maxDecimals));
    } else if (cell?.type === 'duration' && cell.durationMs % 1000 !== 0) hasMilliseconds = true;
  }
  return { unit, isMixed, decimals, hasMilliseconds };
}

/**
 * Tells whether a decimal stays what it is as a number of a spreadsheet, which shows zeros behind the 15th digit. Fractions of
 * doubles were rounded before they came here, and lose nothing.
 */
function isExact(digits: string): boolean {
  const size = Math.abs(Number(digits));
  if (size !== 0 && !(size >= numberRange.min && size <= numberRange.max)) return false;
  return significantDigits(digits) <= maxDigits.max;
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
      if (!cell.isDouble && !isExact(cell.digits)) return asText(cell, true);
      const format = numberFormat(decimals, cell.isRatio, cell.isSigned);
      return { number: Number(cell.digits), format, shownColumns: shownColumns(cell.digits, decimals, 2) };
    }
    case 'money': {
      if (!isCode(cell.currency)) return asText(cell, false);
      if (!isExact(cell.digits)) return asText(cell, true);
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

/** The style of a text in a cell. */
export const textStyle = (text: string, align: Style['align'], isLink: boolean): Style => ({
  ...plainStyle,
  format: general,
  font: isLink ? 'link' : 'plain',
  align,
  isWrapped: text.includes('\n'),
  isQuoted: looksLikeFormula(text),
});
