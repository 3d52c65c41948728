/** Members of objects of which little is certain: read where they are what they should be, reported where they are not. */
import type { Diagnostic } from '../../kernel/diagnostics.js';
import { InputInvalidError } from '../../kernel/errors.js';
import { countText } from './numeric-text.js';

export type Members = Readonly<Record<string, unknown>>;

export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads an object. @throws InputInvalidError for anything else */
export function readMembers(source: string, value: unknown, path: string, expected: string): Members {
  if (isMembers(value)) return value;
  throw new InputInvalidError(source, [{ path, message: `expected ${expected}`, expected }]);
}

/** The first of some members that is there; vendors rename and misspell. */
export function memberOf(members: Members, names: readonly string[]): { name: string; value: unknown } | undefined {
  for (const name of names) {
    const value = Object.hasOwn(members, name) ? members[name] : undefined;
    if (value !== undefined && value !== null) return { name, value };
  }
  return undefined;
}

/** Reads a text that is not empty. */
export const textOf = (members: Members, name: string): string | undefined => {
  const value = Object.hasOwn(members, name) ? members[name] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
};

/** Reads the first of some members as a count, a number or a text of one; what is none is reported and left out. */
export function countOf(
  members: Members,
  names: readonly string[],
  path: string,
  diagnostics: Diagnostic[],
): number | undefined {
  const found = memberOf(members, names);
  if (found === undefined) return undefined;
  const { name, value } = found;
  const number = countText(value);
  if (number !== undefined) return number;
  const at = path === '' ? name : `${path}.${name}`;
  diagnostics.push({
    code: 'dropped',
    severity: 'warning',
    path: at,
    message: 'Left out, expected a whole number from 0',
  });
  return undefined;
}
