import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive, resolveSource } from '../../src/report/evidence.js';
import type { Derivation } from '../../src/report/model.js';
import { wilson } from '../../src/report/statistics.js';
import { runs } from '../support/runs.js';

const input = {
  a: 8,
  b: 2,
  ratio: 0.25,
  text: '12.50',
  word: 'Aube',
  list: [4, 1, 7],
  rows: [
    { kind: 'gain', value: 5, share: 0.5 },
    { kind: 'loss', value: 3, share: 0.25, note: 'late' },
    { kind: 'gain', value: 2, share: 0.25 },
  ],
  byName: { one: { value: 1 }, two: { value: 2 } },
};

describe('a source', () => {
  it.each<[string, unknown[]]>([
    ['a', [8]],
    ['list.1', [1]],
    ['list.*', [4, 1, 7]],
    ['rows.*.value', [5, 3, 2]],
    ['byName.*.value', [1, 2]],
    ['rows.9.value', []],
    ['rows.*.missing', []],
    ['a.b.c', []],
    ['list.length', [3]],
    ['constructor', []],
    ['rows.*.__proto__', []],
    ['word.0', []],
  ])('%s leads to %j', (path, values) => {
    expect(resolveSource(input, path)).toEqual(values);
  });

  it('chooses among the members of a list', () => {
    expect(resolveSource(input, { path: 'rows.*.value', where: { kind: 'gain' } })).toEqual([5, 2]);
    expect(resolveSource(input, { path: 'rows.*.value', where: { kind: 'gain', share: 0.5 } })).toEqual([5]);
    expect(resolveSource(input, { path: 'rows.*.value', where: { kind: 'none' } })).toEqual([]);
  });

  it.each([undefined, null, 5, 'text', []])('leads nowhere in %j', (value) => {
    expect(resolveSource(value, 'a.b')).toEqual([]);
  });
});

const minus = { op: 'minusOne', from: [] } as const;

describe('a derivation', () => {
  it.each<[Derivation, number]>([
    [{ op: 'value', from: ['a'] }, 8],
    [{ op: 'value', from: ['text'] }, 12.5],
    [{ op: 'sum', from: ['list.*', 'a'] }, 20],
    [{ op: 'count', from: ['rows.*.value'] }, 3],
    [{ op: 'mean', from: ['list.*'] }, 4],
    [{ op: 'median', from: ['list.*'] }, 4],
    [{ op: 'min', from: ['list.*', 'a'] }, 1],
    [{ op: 'max', from: ['list.*', 'a'] }, 8],
    [{ op: 'difference', from: ['a', 'b'] }, 6],
    [{ op: 'change', from: ['a', 'b'] }, 3],
    [{ op: 'change', from: ['b', 'a'] }, -0.75],
    [{ op: 'points', from: ['ratio', 'b'] }, -175],
    [{ op: 'ratio', from: ['b', 'a'] }, 0.25],
    [{ op: 'complement', from: ['ratio'] }, 0.75],
    [{ op: 'product', from: ['a', 'b', 'list.*'] }, 448],
    [{ op: 'product', from: [{ op: 'value', from: ['a'] }, minus] }, -8],
    [{ op: 'contribution', from: ['rows.0.value', 'rows.1.value', 'a', 'b'] }, 1 / 3],
    [{ op: 'concentration', from: ['list.*'] }, 66 / 144],
    [{ op: 'growth', from: ['b', 'a', 'b'] }, 1],
    [{ op: 'weightedMean', from: ['rows.*.value', 'rows.*.share'] }, 3.75],
    [{ op: 'halfLife', from: ['b', 'a', { op: 'complement', from: ['ratio'] }, 'ratio'] }, 5],
    [
      {
        op: 'ratio',
        from: [
          { op: 'sum', from: ['list.0', 'list.1'] },
          { op: 'sum', from: ['list.*'] },
        ],
      },
      5 / 12,
    ],
  ])('%j is %f', (derivation, value) => {
    expect(derive(input, derivation)).toBeCloseTo(value, 12);
  });

  it('of an interval is that of the statistics', () => {
    const [low, high] = [
      derive(input, { op: 'wilsonLow', from: ['b', 'a'] }),
      derive(input, { op: 'wilsonHigh', from: ['b', 'a'] }),
    ];
    expect({ low, high }).toEqual(wilson(2, 8));
  });

  it.each<Derivation>([
    { op: 'value', from: ['missing'] },
    { op: 'value', from: ['word'] },
    { op: 'mean', from: ['missing'] },
    { op: 'median', from: ['missing.*'] },
    { op: 'concentration', from: ['missing.*'] },
    { op: 'growth', from: ['missing', 'a', 'b'] },
    { op: 'wilsonLow', from: ['a', 'missing'] },
    { op: 'ratio', from: ['missing', 'missing'] },
    { op: 'text', from: ['word'] },
    { op: 'label', from: ['word'] },
  ])('%j is no number', (derivation) => {
    expect(derive(input, derivation)).toBeNaN();
  });
});

type Group = { hits: number; of: number; hitsBefore: number; ofBefore: number };

const from = ['g.*.hits', 'g.*.of', 'g.*.hitsBefore', 'g.*.ofBefore'];
const sum = (groups: readonly Group[], member: keyof Group): number =>
  groups.reduce((all, group) => all + group[member], 0);

describe('mix and rates', () => {
  const part = fc.nat(1000).chain((of) => fc.tuple(fc.nat(of), fc.constant(of)));
  const group = fc
    .tuple(part, part)
    .map(([[hits, of], [hitsBefore, ofBefore]]): Group => ({ hits, of, hitsBefore, ofBefore }));

  it('add up to the change of the rate, whatever the groups', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 8 }), (g) => {
        fc.pre(sum(g, 'of') > 0 && sum(g, 'ofBefore') > 0);
        const total = derive({ g }, { op: 'ratePoints', from }) + derive({ g }, { op: 'mixPoints', from });
        const change = 100 * (sum(g, 'hits') / sum(g, 'of') - sum(g, 'hitsBefore') / sum(g, 'ofBefore'));
        expect(total).toBeCloseTo(change, 9);
      }),
      { numRuns: runs(500) },
    );
  });

  it('leave a change that no group made to the mix', () => {
    const g = [
      { hits: 80, of: 100, hitsBefore: 400, ofBefore: 500 },
      { hits: 100, of: 500, hitsBefore: 20, ofBefore: 100 },
    ];
    expect(derive({ g }, { op: 'ratePoints', from })).toBeCloseTo(0, 12);
    expect(derive({ g }, { op: 'mixPoints', from })).toBeCloseTo(-40, 9);
  });

  it('leave a group that came or went to the mix: no rate of its own moved', () => {
    const came = [
      { hits: 50, of: 100, hitsBefore: 50, ofBefore: 100 },
      { hits: 10, of: 100, hitsBefore: 0, ofBefore: 0 },
    ];
    expect(derive({ g: came }, { op: 'ratePoints', from })).toBeCloseTo(0, 12);
    expect(derive({ g: came }, { op: 'mixPoints', from })).toBeCloseTo(-20, 9);
  });

  it('have no mix where there is one group', () => {
    const g = [{ hits: 30, of: 100, hitsBefore: 20, ofBefore: 100 }];
    expect(derive({ g }, { op: 'mixPoints', from })).toBe(0);
    expect(derive({ g }, { op: 'ratePoints', from })).toBeCloseTo(10, 9);
  });
});
