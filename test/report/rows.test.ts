import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFormatError } from '../../src/kernel/errors.js';
import * as z from '../../src/kernel/zod.js';
import { countSchema } from '../../src/report/figure.js';
import { checkRows } from '../../src/report/rows.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { runs } from '../support/runs.js';

const row = () => z.strictObject({ n: countSchema(), name: z.optional(z.string()) });

/** Rows in order: each above all before it. */
const inOrder = z.check<{ n: number }[]>(({ value, issues }) => {
  let last = -1;
  for (const [index, { n }] of value.entries()) {
    if (n > last) last = n;
    else
      issues.push({ code: 'custom', message: 'a number above that of the row before', input: n, path: [index, 'n'] });
  }
});

const schema = z.strictObject({
  title: z.string(),
  rows: z.optional(z.array(row()).check(inOrder)),
  deep: z.optional(z.strictObject({ lists: z.array(z.strictObject({ id: z.string(), rows: z.array(row()) })) })),
});

const lists = ['rows', 'deep.lists'];

const check = (input: unknown, mode: 'strict' | 'lenient' = 'lenient') => checkRows('test', schema, input, lists, mode);

function issuesOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (isFormatError(error, 'ERR_INPUT_INVALID')) return error.issues;
    throw error;
  }
  return [];
}

const pathsOf = (run: () => unknown): string[] => issuesOf(run).map(({ path }) => path);

describe('bad rows', () => {
  const input = { title: 'x', rows: [{ n: 1 }, { n: 'two' }, { n: 3 }, { n: -4 }, { n: 5, nmae: 'x' }] };

  it('are an error with the path of each, where all have to be right', () => {
    expect(pathsOf(() => check(input, 'strict'))).toEqual(['rows.1.n', 'rows.3.n', 'rows.4.nmae']);
  });

  it('are left out and counted where some may be wrong', () => {
    const { input: kept, omitted, issues } = check(input);
    expect(kept).toEqual({ title: 'x', rows: [{ n: 1 }, { n: 3 }] });
    expect(omitted).toEqual({ rows: 3, of: 5 });
    expect(issues.map(({ path }) => path)).toEqual(['rows.1.n', 'rows.3.n', 'rows.4.nmae']);
  });

  it('count once, however much is wrong in them', () => {
    const { omitted, issues } = check({ title: 'x', rows: [{ n: 'a', name: 5 }, { n: 2 }] });
    expect(omitted).toEqual({ rows: 1, of: 2 });
    expect(issues).toHaveLength(2);
  });

  it.each<[string, unknown, string[]]>([
    ['what stands beside them', { title: 5, rows: [{ n: 'a' }] }, ['title', 'rows.0.n']],
    ['a list that is none', { title: 'x', rows: 'none' }, ['rows']],
    ['all of it', undefined, ['']],
    ['an unknown member', { title: 'x', rows: [], rwos: [] }, ['rwos']],
  ])('excuse nothing in %s', (_name, value, paths) => {
    for (const mode of ['strict', 'lenient'] as const) expect(pathsOf(() => check(value, mode))).toEqual(paths);
  });

  it('of lists that lie deep are found and left out, the rest as it was', () => {
    const deep = {
      lists: [
        { id: 'a', rows: [{ n: 1 }] },
        { id: 'b', rows: [{ n: 1 }, { n: 'x' }] },
        { id: 'c', rows: [] },
      ],
    };
    const given = deepFreeze({ title: 'x', rows: [{ n: 1 }], deep });
    const { input: kept, omitted, issues } = check(given);
    expect(kept).toEqual({ title: 'x', rows: [{ n: 1 }], deep: { lists: [deep.lists[0], deep.lists[2]] } });
    expect(omitted).toEqual({ rows: 1, of: 4 });
    expect(issues.map(({ path }) => path)).toEqual(['deep.lists.1.rows.1.n']);
    expect(given.deep.lists).toHaveLength(3);
  });

  it('are found as well where they only show once others are gone', () => {
    // The order is looked at when all rows can be read.
    const { input: kept, omitted, issues } = check({ title: 'x', rows: [{ n: 5 }, { n: 'x' }, { n: 3 }, { n: 9 }] });
    expect(kept).toEqual({ title: 'x', rows: [{ n: 5 }, { n: 9 }] });
    expect(omitted).toEqual({ rows: 2, of: 4 });
    expect(issues).toHaveLength(2);
  });

  it('may be all of them', () => {
    expect(check({ title: 'x', rows: [{ n: 'a' }, { n: 'b' }] })).toMatchObject({
      input: { title: 'x', rows: [] },
      omitted: { rows: 2, of: 2 },
    });
  });

  it('are none where nothing is wrong, and the input is what it was', () => {
    const right = { title: 'x', rows: [{ n: 1 }] };
    expect(check(right)).toEqual({ input: right, omitted: { rows: 0, of: 1 }, issues: [] });
    expect(check({ title: 'x' })).toEqual({ input: { title: 'x' }, omitted: { rows: 0, of: 0 }, issues: [] });
  });

  it('never get through, whatever they hold', () => {
    const cell = fc.oneof(fc.nat(50), fc.string(), fc.constant(null), fc.double());
    fc.assert(
      fc.property(fc.array(fc.record({ n: cell }), { maxLength: 12 }), (rows) => {
        const { input: kept, omitted } = check({ title: 'x', rows });
        const good = kept.rows ?? [];
        expect(schema.safeParse(kept).success).toBe(true);
        expect(good.length + omitted.rows).toBe(rows.length);
        expect(omitted.of).toBe(rows.length);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('how a value begins', () => {
  const receivedOf = (n: unknown): string | undefined =>
    issuesOf(() => check({ title: 'x', rows: [{ n }] }, 'strict'))[0]?.received;

  it.each<[string, unknown, string | undefined]>([
    ['a corrupt cell', 'BPM110KeyAModeMajor', 'BPM110KeyAModeMajor'],
    ['a number', 1.5, '1.5'],
    ['no number', Number.NaN, 'NaN'],
    ['a truth', true, 'true'],
    ['controls', 'a\u0000b\u001b[31mc\r\nd', 'ab[31mc d'],
    ['nothing', undefined, undefined],
    ['null', null, undefined],
    ['an object', { secret: 1 }, undefined],
    ['a list', ['secret'], undefined],
  ])('is said of %s', (_name, value, received) => {
    expect(receivedOf(value)).toBe(received);
  });

  it('is one clean line of at most 80 graphemes, and in no message', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
    const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
    fc.assert(
      fc.property(text, (value) => {
        const [issue] = issuesOf(() => check({ title: 'x', rows: [{ n: `canary-${value}` }] }, 'strict'));
        const received = issue?.received ?? '';
        expect([...graphemes.segment(received)].length).toBeLessThanOrEqual(80);
        expect(received).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(received.isWellFormed()).toBe(true);
        expect(issue?.message).not.toContain('canary');
      }),
      { numRuns: runs(300) },
    );
  });
});
