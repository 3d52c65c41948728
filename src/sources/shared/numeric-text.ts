/** Numbers that systems send as texts. */

/** Nothing but a number: no blanks, units, separators of thousands, hexadecimal digits or words. */
const numeric = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Reads a finite number, or a text that is one. `undefined` for all else, and for texts beyond what a double holds. */
export function numericText(value: unknown): number | undefined {
  const number = typeof value === 'string' && numeric.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** Reads a whole number from 0 that a double holds exactly, or a text that is one. */
export function countText(value: unknown): number | undefined {
  const number = numericText(value);
  return number !== undefined && Number.isSafeInteger(number) && number >= 0 ? number + 0 : undefined;
}
