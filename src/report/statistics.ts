/** The statistics that sentences rest on, in closed form. */

/** The 97.5th percentile of the normal distribution: what 95 % intervals have on both sides. */
const z95 = 1.959963984540054;

/** Below so many observations nothing is said of a change. */
export const minSample = 30;

export type Interval = { readonly low: number; readonly high: number };

/** The Wilson score interval of a proportion (E. B. Wilson, JASA 22, 1927), 95 %; `undefined` without trials. */
export function wilson(successes: number, trials: number): Interval | undefined {
  if (!(trials > 0)) return undefined;
  const ratio = successes / trials;
  const square = (z95 * z95) / trials;
  const center = (ratio + square / 2) / (1 + square);
  const margin = (z95 * Math.sqrt((ratio * (1 - ratio)) / trials + (z95 * z95) / (4 * trials * trials))) / (1 + square);
  // Both ends are reached exactly, and doubles miss them by their last digit.
  return {
    low: successes === 0 ? 0 : Math.max(0, center - margin),
    high: successes === trials ? 1 : Math.min(1, center + margin),
  };
}

/** The z score of the difference of two proportions, pooled; 0 where both are all or nothing. */
export function proportionsZ(successes: number, trials: number, otherSuccesses: number, otherTrials: number): number {
  if (!(trials > 0 && otherTrials > 0)) return 0;
  const pooled = (successes + otherSuccesses) / (trials + otherTrials);
  const variance = pooled * (1 - pooled) * (1 / trials + 1 / otherTrials);
  return variance === 0 ? 0 : (successes / trials - otherSuccesses / otherTrials) / Math.sqrt(variance);
}

/** Whether a z score is beyond what chance brings in 95 of 100 cases. */
export const isSignificant = (score: number): boolean => Math.abs(score) > z95;

/** The Herfindahl-Hirschman index of shares: the sum of their squares, 1 where one has all. `undefined` without a total. */
export function concentration(values: readonly number[]): number | undefined {
  const total = values.reduce((sum, value) => sum + value, 0);
  if (!(total > 0)) return undefined;
  return values.reduce((sum, value) => sum + (value / total) ** 2, 0);
}

/** The growth a period that turns the first into the last value; `undefined` where no such rate exists. */
export function compoundGrowth(first: number, last: number, periods: number): number | undefined {
  return first > 0 && last > 0 && periods > 0 ? (last / first) ** (1 / periods) - 1 : undefined;
}

/** The mean of values by weights; `undefined` where the weights add up to nothing. */
export function weightedMean(values: readonly number[], weights: readonly number[]): number | undefined {
  let sum = 0;
  let weight = 0;
  for (let index = 0; index < values.length; index += 1) {
    const each = weights[index] ?? 0;
    sum += (values[index] ?? 0) * each;
    weight += each;
  }
  return weight > 0 ? sum / weight : undefined;
}

/** The middle value; of an even number the mean of both. */
export function median(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

/** 2 / sqrt(pi). */
const twoOverRootPi = 1.1283791670955126;

/** The complementary error function from 0, to 14 digits: a series near zero, a continued fraction beyond (DLMF 7.6.2, 7.9.1). */
function erfc(x: number): number {
  if (x < 2) {
    let term = x;
    let sum = x;
    for (let n = 1; n < 60; n += 1) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 1 - twoOverRootPi * Math.exp(-x * x) * sum;
  }
  let tail = x;
  for (let n = 60; n > 0; n -= 1) tail = x + n / 2 / tail;
  return ((twoOverRootPi / 2) * Math.exp(-x * x)) / tail;
}

/** Below so many pairs that differ, the test is exact. */
const minDiscordant = 25;

/**
 * The two-sided p-value of McNemar's test (Psychometrika 12, 1947) for paired answers of two: how often only the one, and only
 * the other was right. Exact by the binomial distribution for few pairs, else by chi squared with Edwards's correction.
 */
export function mcnemarP(onlyOne: number, onlyOther: number): number {
  const differing = onlyOne + onlyOther;
  if (!(differing > 0)) return 1;
  if (differing >= minDiscordant) {
    const distance = Math.max(0, Math.abs(onlyOne - onlyOther) - 1);
    return erfc(distance / Math.sqrt(2 * differing));
  }
  let ways = 1;
  let sum = 1;
  for (let index = 1; index <= Math.min(onlyOne, onlyOther); index += 1) {
    ways *= (differing - index + 1) / index;
    sum += ways;
  }
  return Math.min(1, (2 * sum) / 2 ** differing);
}

/** How far mean scores are from what came true, weighted by the size of each bin; `undefined` without observations. */
export function calibrationError(
  means: readonly number[],
  rates: readonly number[],
  counts: readonly number[],
): number | undefined {
  return weightedMean(
    means.map((mean, index) => Math.abs(mean - (rates[index] ?? 0))),
    counts,
  );
}
