/**
 * Checks of what templates are handed. The types of their contexts rule these errors out: one that comes up is the
 * programmer's, so a `TypeError`, which names the kind of the value and never the value.
 */

const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return value === undefined ? 'nothing' : `a value of type ${typeof value}`;
};

/** Creates the error for a value that is not what a template needs. */
export function wrongValue(value: unknown, where: string, expected: string): TypeError {
  return new TypeError(`Cannot print ${kindOf(value)} with \`${where}\`, expected ${expected}`);
}

/** Returns a string as it is. @throws TypeError for anything else */
export function expectString(value: unknown, where: string): string {
  if (typeof value !== 'string') throw wrongValue(value, where, 'a string');
  return value;
}

/** Returns a number as it is, NaN too. @throws TypeError for anything else */
export function expectNumber(value: unknown, where: string): number {
  if (typeof value !== 'number') throw wrongValue(value, where, 'a number');
  return value;
}

/** Returns a number or a decimal string as it is. @throws TypeError for anything else */
export function expectDecimal(value: unknown, where: string): number | string {
  if (typeof value !== 'number' && typeof value !== 'string')
    throw wrongValue(value, where, 'a number or decimal string');
  return value;
}

/** Returns a list of strings as it is. @throws TypeError for anything else */
export function expectStrings(value: unknown, where: string): readonly string[] {
  if (!Array.isArray(value)) throw wrongValue(value, where, 'a list of strings');
  for (const item of value) expectString(item, where);
  return value;
}
