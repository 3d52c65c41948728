/** How numbers follow from an input: paths into it, and the rules that make one number of what stands there. */

import { toNumber } from './figure.js';
import type { Derivation, DerivationOp, Source } from './model.js';
import { compoundGrowth, concentration, median, weightedMean, wilson } from './statistics.js';

type Lists = readonly (readonly number[])[];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const membersOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [];

function step(values: readonly unknown[], segment: string, where: Readonly<Record<string, unknown>>): unknown[] {
  if (segment !== '*') {
    return values.flatMap((value) => (isRecord(value) && Object.hasOwn(value, segment) ? [value[segment]] : []));
  }
  const names = Object.keys(where);
  return values.flatMap((value) =>
    membersOf(value).filter((member) => names.every((name) => isRecord(member) && member[name] === where[name])),
  );
}

/** Finds the values at a source, in order; none where the path leads nowhere. */
export function resolveSource(input: unknown, source: Source): unknown[] {
  const { path, where = {} } = typeof source === 'string' ? { path: source } : source;
  let values: unknown[] = [input];
  for (const segment of path.split('.')) values = step(values, segment, where);
  return values;
}

const numeric = (value: unknown): number =>
  typeof value === 'number' ? value : typeof value === 'string' ? toNumber(value) : Number.NaN;

const isDerivation = (source: Source | Derivation): source is Derivation =>
  typeof source === 'object' && 'op' in source;

const sum = (values: readonly number[] = []): number => values.reduce((total, value) => total + value, 0);
const total = (lists: Lists): number => lists.reduce((all, list) => all + sum(list), 0);

/** Weights by which rates of groups make the rate of all, and these rates: numerators and denominators, now and before. */
function groups([numerators = [], denominators = [], before = [], beforeOf = []]: Lists) {
  const [all, allBefore] = [sum(denominators), sum(beforeOf)];
  return denominators.map((size, index) => {
    const sizeBefore = beforeOf[index] ?? 0;
    return {
      share: size / all,
      shareBefore: sizeBefore / allBefore,
      rate: size === 0 ? 0 : (numerators[index] ?? 0) / size,
      rateBefore: sizeBefore === 0 ? 0 : (before[index] ?? 0) / sizeBefore,
    };
  });
}

/**
 * The part of a change of a rate that comes from rates within groups, and the part that comes from their shares, in points. Both
 * are taken at the mean of now and before, so that they add up to the change without a rest.
 */
const ratePoints = (lists: Lists): number =>
  100 * groups(lists).reduce((all, g) => all + ((g.share + g.shareBefore) / 2) * (g.rate - g.rateBefore), 0);
const mixPoints = (lists: Lists): number =>
  100 * groups(lists).reduce((all, g) => all + ((g.rate + g.rateBefore) / 2) * (g.share - g.shareBefore), 0);

/** The expected calibration error: how far mean scores are from what came true, weighted by the size of each bin. */
const ece = ([means = [], rates = [], counts = []]: Lists): number =>
  sum(means.map((mean, index) => Math.abs(mean - (rates[index] ?? 0)) * (counts[index] ?? 0))) / sum(counts);

/** What each rule makes of the lists that its sources lead to. */
const derivations: Readonly<Record<DerivationOp, (lists: Lists) => number>> = {
  value: ([[value = Number.NaN] = []]) => value,
  text: () => Number.NaN,
  label: () => Number.NaN,
  sum: total,
  count: (lists) => lists.reduce((all, list) => all + list.length, 0),
  mean: ([values = []]) => sum(values) / values.length,
  median: ([values = []]) => median(values) ?? Number.NaN,
  min: (lists) => Math.min(...lists.flat()),
  max: (lists) => Math.max(...lists.flat()),
  difference: ([one, other]) => sum(one) - sum(other),
  change: ([one, other]) => (sum(one) - sum(other)) / Math.abs(sum(other)),
  points: ([one, other]) => (sum(one) - sum(other)) * 100,
  ratio: ([one, other]) => sum(one) / sum(other),
  complement: (lists) => 1 - total(lists),
  product: (lists) => lists.reduce((all, list) => list.reduce((each, value) => each * value, all), 1),
  minusOne: () => -1,
  contribution: ([now, before, all, allBefore]) => (sum(now) - sum(before)) / (sum(all) - sum(allBefore)),
  concentration: ([values = []]) => concentration(values) ?? Number.NaN,
  growth: ([[first = 0] = [], [last = 0] = [], [periods = 0] = []]) =>
    compoundGrowth(first, last, periods) ?? Number.NaN,
  weightedMean: ([values = [], weights = []]) => weightedMean(values, weights) ?? Number.NaN,
  wilsonLow: ([successes, trials]) => wilson(sum(successes), sum(trials))?.low ?? Number.NaN,
  wilsonHigh: ([successes, trials]) => wilson(sum(successes), sum(trials))?.high ?? Number.NaN,
  ratePoints,
  mixPoints,
  precision: ([hits, predicted]) => sum(hits) / sum(predicted),
  recall: ([hits, truth]) => sum(hits) / sum(truth),
  accuracy: ([hits, all]) => sum(hits) / sum(all),
  calibrationError: ece,
};

/** Derives a number anew; `NaN` where what it should follow from is not there. */
export function derive(input: unknown, { op, from }: Derivation): number {
  return derivations[op](
    from.map((source) => (isDerivation(source) ? [derive(input, source)] : resolveSource(input, source).map(numeric))),
  );
}
