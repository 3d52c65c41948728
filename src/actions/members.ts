/** Members of values of unknown origin. */
import { ActionMalformedError } from '../kernel/errors.js';

export type Members = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object inside an object. @throws ActionMalformedError */
export function memberOf(parent: Members, name: string, path: string): Members {
  const value = parent[name];
  if (isRecord(value)) return value;
  throw new ActionMalformedError(path === '' ? name : `${path}.${name}`, 'an object');
}

/** A text, or `undefined` where there is none or null. @throws ActionMalformedError */
export function textOf(value: unknown, path: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw new ActionMalformedError(path, 'a text');
}
