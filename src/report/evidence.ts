/** How numbers follow from an input: paths into it, and the rules that make one number of what stands there. */

import { decimalToNumber, parseDecimal, roundDecimal } from '../kernel/decimal.js';
import { toNumber } from './figure.js';
import type { Derivation, DerivationOp, Source } from './model.js';
import {
  calibrationError,
  compoundGrowth,
  concentration,
  mcnemarP,
  median,
  weightedMean,
  wilson,
} from './statistics.js';

type Lists = readonly (readonly number[])[];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const membersOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [];

type Choice = Exclude<Extract<Source, { readonly path: string }>, string>;

function isChosen(member: unknown, { where = {}, absent = [] }: Choice): boolean {
  const names = Object.keys(where);
  if (names.length + absent.length === 0) return true;
  if (!isRecord(member)) return false;
  return names.every((name) => member[name] === where[name]) && absent.every((name) => member[name] === undefined);
}

function step(values: readonly unknown[], segment: string, choice: Choice): unknown[] {
  if (segment === '*') {
    return values.flatMap((value) => membersOf(value).filter((member) => isChosen(member, choice)));
  }
  return values.flatMap((value) => (isRecord(value) && Object.hasOwn(value, segment) ? [value[segment]] : []));
}

/** Finds the values at a source, in order; none where the path leads nowhere. */
export function resolveSource(input: unknown, source: Source): unknown[] {
  if (typeof source === 'object' && 'literal' in source) return [source.literal];
  const choice = typeof source === 'string' ? { path: source } : source;
  let values: unknown[] = [input];
  for (const segment of choice.path.split('.')) values = step(values, segment, choice);
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
    const rate = size === 0 ? undefined : (numerators[index] ?? 0) / size;
    const rateBefore = sizeBefore === 0 ? undefined : (before[index] ?? 0) / sizeBefore;
    return {
      share: size / all,
      shareBefore: sizeBefore / allBefore,
      // A group that came or went changed the mix; no rate of its own moved.
      rate: rate ?? rateBefore ?? 0,
      rateBefore: rateBefore ?? rate ?? 0,
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

/** Amounts and quantities of lines, now and before: volume at the price of before, price at the volume of now. */
function effects([amounts = [], quantities = [], before = [], beforeOf = []]: Lists): {
  price: number;
  volume: number;
} {
  let [price, volume] = [0, 0];
  for (const [index, amount] of amounts.entries()) {
    const [quantity = 0, quantityBefore = 0] = [quantities[index], beforeOf[index]];
    const unit = (before[index] ?? 0) / quantityBefore;
    volume += (quantity - quantityBefore) * unit;
    price += amount - quantity * unit;
  }
  return { price, volume };
}

/** Sums of doubles miss a tie by their last digits: they are rounded to so many decimals more before. */
const guardDigits = 6;

function roundHalfEven(value: number, digits: number): number {
  if (!Number.isFinite(value)) return Number.NaN;
  const near = parseDecimal(value.toFixed(Math.min(20, digits + guardDigits)));
  return near === undefined ? value : decimalToNumber(roundDecimal(near, digits));
}

/** What each rule makes of the lists that its sources lead to. */
const derivations: Readonly<Record<DerivationOp, (lists: Lists) => number>> = {
  value: ([[value = Number.NaN] = []]) => value,
  text: () => Number.NaN,
  label: () => Number.NaN,
  sum: total,
  count: (lists) => lists.reduce((all, list) => all + list.length, 0),
  round: ([[value = Number.NaN] = [], [digits = 0] = []]) => roundHalfEven(value, digits),
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
  halfLife: ([[from = 0] = [], [to = 0] = [], [high = Number.NaN] = [], [low = Number.NaN] = []]) =>
    from + ((high - 0.5) / (high - low)) * (to - from),
  wilsonLow: ([successes, trials]) => wilson(sum(successes), sum(trials))?.low ?? Number.NaN,
  wilsonHigh: ([successes, trials]) => wilson(sum(successes), sum(trials))?.high ?? Number.NaN,
  ratePoints,
  mixPoints,
  priceEffect: (lists) => effects(lists).price,
  volumeEffect: (lists) => effects(lists).volume,
  calibrationError: ([means = [], rates = [], counts = []]) => calibrationError(means, rates, counts) ?? Number.NaN,
  mcnemarP: ([onlyOne, onlyOther]) => mcnemarP(sum(onlyOne), sum(onlyOther)),
};

/** Copies what a number follows from, to its leaves. */
export const copySources = (from: Derivation['from']): Derivation['from'] =>
  from.map((source) => {
    if (typeof source === 'string') return source;
    return isDerivation(source) ? copyDerivation(source) : { ...source };
  });

/** Copies a derivation, to its leaves. */
export const copyDerivation = ({ op, from }: Derivation): Derivation => ({ op, from: copySources(from) });

/** Derives a number anew; `NaN` where what it should follow from is not there. */
export function derive(input: unknown, { op, from }: Derivation): number {
  return derivations[op](
    from.map((source) => (isDerivation(source) ? [derive(input, source)] : resolveSource(input, source).map(numeric))),
  );
}
