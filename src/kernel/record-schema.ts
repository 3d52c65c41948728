/** Schemas for records with names from outside: labels, metrics. */
import * as z from './zod.js';

/** What a value or member may be: a JavaScript type, or one of some words. */
export type Kind = 'string' | 'number' | readonly string[];

/** An object instead of a bare value: what its members may be, and which of them it must have. */
export type Members = { readonly kinds: Readonly<Record<string, Kind>>; readonly required: readonly string[] };

type Report = (expected: string, path: string[]) => void;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const matches = (value: unknown, kind: Kind): boolean => {
  if (kind === 'number') return Number.isFinite(value);
  return kind === 'string' ? typeof value === 'string' : kind.includes(value as string);
};

const nameOf = (kind: Kind): string =>
  typeof kind === 'string' ? kind : `one of ${kind.map((word) => `\`${word}\``).join(', ')}`;

function checkMembers(
  object: Record<string, unknown>,
  { kinds, required }: Members,
  key: string,
  report: Report,
): void {
  for (const name in object) {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined) report('only known members', [key, name]);
    else if (object[name] !== undefined && !matches(object[name], kind)) report(nameOf(kind), [key, name]);
  }
  for (const name of required) if (object[name] === undefined) report(nameOf(kinds[name] ?? 'string'), [key, name]);
}

/**
 * Checks a record in place. zod's own record copies it member by member, which takes five times as long, and leaves a
 * member named `__proto__` out without a word.
 *
 * @param scalar what a value may be
 * @param members what an object may hold where the value is none
 */
export const recordSchema = <Output>(scalar: 'string' | 'number', members?: Members) =>
  z.custom<Output>(isRecord, 'an object').check(
    z.check(({ value, issues }) => {
      if (!isRecord(value)) return;
      const report: Report = (message, path) => issues.push({ code: 'custom', message, input: value, path });
      for (const key of Object.keys(value)) {
        const entry = value[key];
        if (matches(entry, scalar)) continue;
        if (members !== undefined && isRecord(entry)) checkMembers(entry, members, key, report);
        else report(members === undefined ? scalar : `${scalar} or object`, [key]);
      }
    }),
  );
