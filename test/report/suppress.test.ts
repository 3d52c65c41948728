import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suppressSmall } from '../../src/report/suppress.js';
import { runs } from '../support/runs.js';

const shownOf = (counts: readonly number[], minimum: number) => {
  const { shown, suppressed } = suppressSmall(counts, (count) => count, minimum);
  return [[...shown], suppressed];
};

describe('small groups', () => {
  it.each<[string, number[], number[], number]>([
    ['none, and all are shown', [20, 30], [20, 30], 0],
    ['several, which hide each other', [3, 20, 9, 30], [20, 30], 2],
    ['one, which takes the smallest of the others along', [3, 20, 30, 15], [20, 30], 2],
    ['one and nobody else', [3], [], 1],
    ['one beside groups of nobody, who hide nobody', [3, 0, 0], [0, 0], 1],
    ['groups of nobody, who are no people', [0, 20], [0, 20], 0],
    ['a group of just enough', [10, 20], [10, 20], 0],
    ['equal ones, of which one goes along', [3, 20, 20], [20], 2],
    ['all', [1, 2, 3], [], 3],
    ['nothing at all', [], [], 0],
  ])('are %s', (_name, counts, shown, suppressed) => {
    expect(shownOf(counts, 10)).toEqual([shown, suppressed]);
  });

  it('cannot be told from the total and what is shown', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 8 }), (counts) => {
        const rows = counts.map((count) => ({ count }));
        const { shown, suppressed } = suppressSmall(rows, ({ count }) => count, 10);
        expect(shown.every(({ count }) => count === 0 || count >= 10)).toBe(true);
        expect(shown.length + suppressed).toBe(rows.length);
        const hidden = rows.filter((row) => !shown.includes(row));
        // One hidden group is the difference: it may only be where no other people are.
        if (hidden.length === 1) expect(shown.every(({ count }) => count === 0)).toBe(true);
      }),
      { numRuns: runs(500) },
    );
  });
});
