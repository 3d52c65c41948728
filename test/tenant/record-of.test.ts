import { describe, expect, it } from 'vitest';
import { toIssues } from '../../src/kernel/issues.js';
import * as z from '../../src/kernel/zod.js';
import { recordOf } from '../../src/tenant/record-of.js';

const schema = recordOf(recordOf(z.strictObject({ size: z.number() })));

const issuesOf = (value: unknown): string[] => {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : toIssues(parsed.error.issues).map(({ path, message }) => `${path}: ${message}`);
};

describe('a record of records', () => {
  it('is returned as a copy that shares no object', () => {
    const value = { a: { b: { size: 1 } }, c: {} };
    const parsed = schema.safeParse(value);
    expect(parsed.success && parsed.data).toEqual(value);
    if (!parsed.success) return;
    expect(parsed.data).not.toBe(value);
    expect(parsed.data['a']).not.toBe(value.a);
    expect(parsed.data['a']?.['b']).not.toBe(value.a.b);
  });

  it.each<[string, unknown, readonly string[]]>([
    ['no object', 5, [': expected object']],
    ['an array', [], [': expected object']],
    ['null', null, [': expected object']],
    ['a member that is no object', { a: 'x' }, ['a: expected object']],
    ['a wrong member of a member', { a: { b: { size: 'x' } } }, ['a.b.size: expected number']],
    ['an unknown member', { a: { b: { size: 1, sise: 2 } } }, ['a.b.sise: unknown member']],
    ['two wrong members', { a: 1, b: { c: {} } }, ['a: expected object', 'b.c.size: expected number']],
  ])('refuses %s where it is', (_what, value, expected) => {
    expect(issuesOf(value)).toEqual(expected);
  });

  it('keeps a member called __proto__ a plain member', () => {
    const value: unknown = JSON.parse('{"a":{"__proto__":{"size":1}}}');
    const parsed = schema.safeParse(value);
    expect(parsed.success && Object.getPrototypeOf(parsed.data['a'])).toBe(Object.prototype);
  });
});
