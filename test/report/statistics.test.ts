import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compoundGrowth,
  concentration,
  isSignificant,
  median,
  proportionsZ,
  weightedMean,
  wilson,
} from '../../src/report/statistics.js';
import { runs } from '../support/runs.js';

describe('the Wilson interval', () => {
  // 161 of 171 are right in the sample of scikit-learn's report, 89.6 to 96.8 %; the others are what R's
  // `prop.test(correct = FALSE)` gives.
  it.each([
    [161, 171, 0.8957, 0.9679],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [15, 100, 0.0931, 0.2328],
    [1, 1, 0.2065, 1],
  ])('of %i of %i is from %f to %f', (successes, trials, low, high) => {
    const interval = wilson(successes, trials);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it.each([1, 7, 800, 12_345])('of none and of all of %i reaches the end exactly', (trials) => {
    expect(wilson(0, trials)?.low).toBe(0);
    expect(wilson(trials, trials)?.high).toBe(1);
  });

  it.each([0, -1, Number.NaN])('of %s trials is none', (trials) => {
    expect(wilson(0, trials)).toBeUndefined();
  });

  it('holds the ratio, within 0 and 1, and narrows with more trials', () => {
    const counts = fc
      .integer({ min: 1, max: 1_000_000 })
      .chain((trials) => fc.tuple(fc.nat(trials), fc.constant(trials)));
    fc.assert(
      fc.property(counts, ([successes, trials]) => {
        const { low = Number.NaN, high = Number.NaN } = wilson(successes, trials) ?? {};
        const ratio = successes / trials;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(ratio + 1e-12);
        expect(high).toBeGreaterThanOrEqual(ratio - 1e-12);
        const wide = wilson(successes * 4, trials * 4);
        expect((wide?.high ?? 0) - (wide?.low ?? 0)).toBeLessThan(high - low);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('the difference of two proportions', () => {
  it.each([
    // Fleiss, Statistical Methods for Rates and Proportions: pooled, without correction.
    [60, 100, 45, 100, 2.1239769],
    [45, 100, 60, 100, -2.1239769],
    [5, 10, 5, 10, 0],
    [0, 10, 0, 20, 0],
    [10, 10, 20, 20, 0],
    [1, 0, 1, 2, 0],
  ])('%i of %i and %i of %i scores %f', (a, n, b, m, score) => {
    expect(proportionsZ(a, n, b, m)).toBeCloseTo(score, 6);
  });

  it('is beyond chance from 1.96 on, in both directions', () => {
    expect([1.95, 1.97, -1.95, -1.97, 0, Number.NaN].map(isSignificant)).toEqual([
      false,
      true,
      false,
      true,
      false,
      false,
    ]);
  });
});

describe('concentration', () => {
  it.each<[number[], number | undefined]>([
    [[10], 1],
    [[5, 5], 0.5],
    [[50, 30, 20], 0.38],
    [[1, 0, 0], 1],
    [[], undefined],
    [[0, 0], undefined],
  ])('of %j is %s', (values, index) => {
    const found = concentration(values);
    if (index === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(index, 12);
  });
});

describe('growth, means and middles', () => {
  it.each<[number, number, number, number | undefined]>([
    [100, 121, 2, 0.1],
    [100, 100, 5, 0],
    [100, 50, 1, -0.5],
    [0, 50, 1, undefined],
    [100, 0, 1, undefined],
    [100, 110, 0, undefined],
  ])('from %d to %d in %d periods grows by %s', (first, last, periods, rate) => {
    const found = compoundGrowth(first, last, periods);
    if (rate === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(rate, 12);
  });

  it.each<[number[], number[], number | undefined]>([
    [[1, 3], [1, 1], 2],
    [[1, 3], [3, 1], 1.5],
    [[1, 3], [0, 0], undefined],
    [[], [], undefined],
    [[1, 3], [1], 1],
  ])('the mean of %j by %j is %s', (values, weights, mean) => {
    expect(weightedMean(values, weights)).toBe(mean);
  });

  it.each<[number[], number | undefined]>([
    [[], undefined],
    [[7], 7],
    [[9, 1, 5], 5],
    [[10, 2, 9, 1], 5.5],
  ])('the middle of %j is %s', (values, middle) => {
    const given = [...values];
    expect(median(given)).toBe(middle);
    expect(given).toEqual(values);
  });
});
