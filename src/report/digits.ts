/** Numbers as texts of digits: without an exponent, without rounding, without a locale. */

/** What documents take for an exact number. */
const exact = /^-?\d{1,40}(?:\.\d{1,20})?$/;
const double = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/** Moves the point of a number by so many places, exactly, to the right where `by` is positive. */
function movePoint(text: string, by: number): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = double.exec(text) ?? [];
  const point = whole.length + Number(exponent) + by;
  const digits = point <= 0 ? '0'.repeat(1 - point) + whole + fraction : (whole + fraction).padEnd(point, '0');
  const at = Math.max(1, point);
  const integer = digits.slice(0, at).replace(/^0+(?=\d)/, '');
  const rest = digits.slice(at);
  return rest === '' ? sign + integer : `${sign}${integer}.${rest}`;
}

/** Writes a number with all its digits; a decimal text stays as it is. `undefined` for what is no number. */
export function toDigits(value: number | string): string | undefined {
  if (typeof value === 'string') return exact.test(value) ? value : undefined;
  if (!Number.isFinite(value)) return undefined;
  const text = String(value);
  return text.includes('e') ? movePoint(text, 0) : text;
}

/** Writes a ratio in percent, exactly: `0.125` as `12.5%`. */
export const toPercent = (digits: string): string => `${movePoint(digits, 2)}%`;

/** How many digits stand behind the point. */
export function decimalsOf(digits: string): number {
  const point = digits.indexOf('.');
  return point === -1 ? 0 : digits.length - point - 1;
}

/** How many digits there are without the zeros that only give them their place. */
export const significantDigits = (digits: string): number =>
  digits.replace(/[-.]/g, '').replace(/^0+/, '').replace(/0+$/, '').length;
