import { describe, expect, it } from 'vitest';
import { type RawIssue, toIssues } from '../../src/kernel/issues.js';
import * as z from '../../src/kernel/zod.js';

const person = z.strictObject({
  name: z.string().check(z.minLength(1, 'at least one character')),
  age: z.optional(z.int()),
  size: z.optional(z.enum(['s', 'm'])),
  code: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/, 'three capitals'))),
  score: z.optional(z.number().check(z.refine((value) => value >= 0, 'a number of at least 0'))),
  contact: z.optional(z.union([z.string(), z.strictObject({ mail: z.string() }), z.strictObject({ phone: z.int() })])),
  either: z.optional(z.union([z.number(), z.boolean()])),
  tags: z.optional(z.array(z.string())),
  extra: z.optional(z.record(z.string(), z.number())),
  node: z.optional(z.discriminatedUnion('type', [z.strictObject({ type: z.literal('a') })], 'one of `a`')),
});

function issuesOf(value: unknown) {
  const parsed = person.safeParse(value);
  return parsed.success ? [] : toIssues(parsed.error.issues as readonly RawIssue[]);
}

const expected = (path: string, what: string) => ({ path, message: `expected ${what}`, expected: what });
const unknown = (path: string) => ({ path, message: 'unknown member', expected: 'only known members' });

describe('an issue', () => {
  it('does not arise from a valid value', () => {
    expect(issuesOf({ name: 'x', contact: { phone: 5 }, tags: [], node: { type: 'a' } })).toEqual([]);
  });

  it.each<[string, unknown, ReturnType<typeof issuesOf>]>([
    ['a value that is no object', 5, [expected('', 'object')]],
    ['null', null, [expected('', 'object')]],
    ['an array', [], [expected('', 'object')]],
    ['a missing member', {}, [expected('name', 'string')]],
    ['a wrong type', { name: 5 }, [expected('name', 'string')]],
    ['a text that is too short', { name: '' }, [expected('name', 'at least one character')]],
    ['a fraction where a whole number belongs', { name: 'x', age: 1.5 }, [expected('age', 'a whole number')]],
    ['a text where a whole number belongs', { name: 'x', age: '1' }, [expected('age', 'number')]],
    ['a value outside of a list', { name: 'x', size: 'xl' }, [expected('size', 'one of `s`, `m`')]],
    ['a text of another form', { name: 'x', code: 'eur' }, [expected('code', 'three capitals')]],
    ['a failed check', { name: 'x', score: -1 }, [expected('score', 'a number of at least 0')]],
    ['no branch of a union', { name: 'x', either: 'y' }, [expected('either', 'number or boolean')]],
    ['an entry of an array', { name: 'x', tags: ['a', 5] }, [expected('tags.1', 'string')]],
    ['an entry of a record', { name: 'x', extra: { 'a.b': 'y' } }, [expected('extra.a.b', 'number')]],
    ['something else than a record', { name: 'x', extra: 5 }, [expected('extra', 'object')]],
    ['an unknown kind of node', { name: 'x', node: { type: 'b' } }, [expected('node.type', 'one of `a`')]],
    ['an unknown member', { name: 'x', nme: 1 }, [unknown('nme')]],
    ['several unknown members', { name: 'x', a: 1, b: 2 }, [unknown('a'), unknown('b')]],
    [
      'everything at once',
      { name: 5, age: 1.5, b: 2 },
      [expected('name', 'string'), expected('age', 'a whole number'), unknown('b')],
    ],
  ])('names %s', (_what, value, issues) => {
    expect(issuesOf(value)).toEqual(issues);
  });
});

describe('a union', () => {
  it.each<[string, unknown, ReturnType<typeof issuesOf>]>([
    ['the branch whose member is given', { mail: 5 }, [expected('contact.mail', 'string')]],
    ['a later branch whose member is given', { phone: 'x' }, [expected('contact.phone', 'number')]],
    ['all branches where none was begun', 5, [expected('contact', 'string or object')]],
  ])('complains about %s', (_what, contact, issues) => {
    expect(issuesOf({ name: 'x', contact })).toEqual(issues);
  });
});

describe('an issue of a kind that zod may add', () => {
  it.each<[string, RawIssue, string]>([
    ['is described by its message', { code: 'brand_new', path: ['a'], message: 'a better value' }, 'a better value'],
    ['without a message says that another value is needed', { code: 'brand_new', path: ['a'] }, 'another value'],
    ['without a code is described by its message', { path: ['a'], message: 'a better value' }, 'a better value'],
    ['with a bound only is described by the bound', { code: 'too_small', path: ['a'], minimum: 3 }, 'at least 3'],
    [
      'with an upper bound only likewise',
      { code: 'too_big', path: ['a'], maximum: 3, message: 'Invalid input' },
      'at most 3',
    ],
    [
      'with a format only is described by it',
      { code: 'invalid_format', path: ['a'], format: 'uuid' },
      'the format uuid',
    ],
    [
      'with an empty union is described by its message',
      { code: 'invalid_union', path: ['a'], errors: [], message: 'm' },
      'm',
    ],
  ])('%s', (_what, raw, what) => {
    expect(toIssues([raw])).toEqual([expected('a', what)]);
  });

  it('may have no path', () => {
    expect(toIssues([{ code: 'custom', message: 'a better input' }])).toEqual([expected('', 'a better input')]);
  });

  it('is put below the place where the value was found', () => {
    expect(toIssues([{ code: 'custom', path: ['x', 0], message: 'm' }], ['document'])).toEqual([
      expected('document.x.0', 'm'),
    ]);
  });
});
