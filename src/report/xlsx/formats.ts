/**
 * Number formats (ECMA-376 part 1, 18.8.31). Their `,` and `.` are placeholders: each reader sees the separators of the own
 * language.
 */

/** Formats show so many decimals at most; the value in the cell has all of its own. */
const maxShown = 8;

const withDecimals = (integer: string, decimals: number): string =>
  decimals > 0 ? `${integer}.${'0'.repeat(Math.min(decimals, maxShown))}` : integer;

/** Shows as it is. */
export const general = 'General';
export const dayFormat = 'yyyy-mm-dd';
export const instantFormat = 'yyyy-mm-dd hh:mm:ss';

/** Hours beyond a day stay hours; what lasts milliseconds must not read as nothing. */
export const durationFormat = (hasMilliseconds: boolean): string => (hasMilliseconds ? '[h]:mm:ss.000' : '[h]:mm:ss');

/** `#,##0.00`, `0.0%`, with a plus sign where one is asked for. */
export function numberFormat(decimals: number, isRatio: boolean, isSigned: boolean): string {
  const format = withDecimals(isRatio ? '0' : '#,##0', decimals) + (isRatio ? '%' : '');
  return isSigned ? `+${format};-${format};${format}` : format;
}

/** A code of three letters can be quoted as it is; nothing else gets into a format. */
export const isCode = (currency: string): boolean => /^[A-Z]{3}$/.test(currency);

/** The amount and the code, which reads alike everywhere where symbols do not. */
export const moneyFormat = (decimals: number, currency: string): string =>
  `${withDecimals('#,##0', decimals)}" ${currency}"`;
