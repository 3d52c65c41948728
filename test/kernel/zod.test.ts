import { describe, expect, it } from 'vitest';
import { toIssues } from '../../src/kernel/issues.js';
import type { Schema } from '../../src/kernel/schema.js';
import * as z from '../../src/kernel/zod.js';
import { compileSchema as compile } from '../../src/kernel/zod-compile.js';

const atLeastTwo = 'at least two characters';

/** Schemas whose checks are made of smaller parts than zod's own, with what they accept and say. */
const schemas: Readonly<Record<string, Schema<unknown>>> = {
  boolean: z.boolean(),
  enum: z.enum(['up', 'down']),
  int: z.int(),
  'int with a bound': z.int().check(z.refine((value) => value >= 0, 'a whole number of at least 0')),
  minLength: z.string().check(z.minLength(2, atLeastTwo)),
  regex: z.string().check(z.regex(/^[a-z]+$/, 'small letters')),
};

const cases: readonly (readonly [string, unknown, readonly string[]])[] = [
  ['boolean', true, []],
  ['boolean', false, []],
  ['boolean', 0, ['expected boolean']],
  ['boolean', undefined, ['expected boolean']],
  ['enum', 'up', []],
  ['enum', 'UP', ['expected one of `up`, `down`']],
  ['enum', ['up'], ['expected one of `up`, `down`']],
  ['enum', undefined, ['expected one of `up`, `down`']],
  ['int', 5, []],
  ['int', -0, []],
  ['int', 0.5, ['expected a whole number']],
  ['int', 2 ** 53, ['expected a whole number']],
  ['int', Number.NaN, ['expected number']],
  ['int', '5', ['expected number']],
  ['int with a bound', 0, []],
  ['int with a bound', -1, ['expected a whole number of at least 0']],
  ['int with a bound', -0.5, ['expected a whole number']],
  ['minLength', 'ab', []],
  ['minLength', 'a', [`expected ${atLeastTwo}`]],
  ['minLength', ['a', 'b'], ['expected string']],
  ['regex', 'abc', []],
  ['regex', 'abC', ['expected small letters']],
  ['regex', undefined, ['expected string']],
];

const messagesOf = (schema: Schema<unknown>, value: unknown): string[] => {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : toIssues(parsed.error.issues).map(({ message }) => message);
};

describe('a schema of', () => {
  it.each(cases)('%s says about %j: %j', (name, value, expected) => {
    const schema = schemas[name];
    if (schema === undefined) throw new Error(`There is no schema ${name}`);
    expect(messagesOf(schema, value)).toEqual(expected);
    expect(messagesOf(compile(schema), value)).toEqual(expected);
  });

  it('a pattern judges the same text the same way twice', () => {
    const schema = schemas['regex'];
    expect([1, 2, 3].map(() => schema?.safeParse('abc').success)).toEqual([true, true, true]);
  });
});
