/** Figures that follow from others: shares with their interval, the quick ratio, the value of a subscriber. */
import {
  decimalToNumber,
  divideDecimals,
  formatDecimal,
  multiplyDecimals,
  parseDecimal,
  plainDecimal,
  roundDecimal,
} from '../../kernel/decimal.js';
import { type Figure, readingOf } from '../../report/figure.js';
import type { Derivation, ReportKpi } from '../../report/model.js';
import { minSample, wilson } from '../../report/statistics.js';
import type { LifetimeValue } from './schema.js';

/** A figure, and where its values stand. */
export type Placed = {
  readonly value: number;
  readonly previous?: number;
  readonly from: Derivation;
  readonly before: Derivation;
};

/** Finds where the values of a figure stand. */
export function placed(figure: Figure, path: string): Placed {
  const { value, previous } = readingOf(figure);
  const at = (member: string): Derivation => ({
    op: 'value',
    from: [typeof figure === 'object' ? `${path}.${member}` : path],
  });
  const found = { value, from: at('value'), before: at('previous') };
  return previous === undefined ? found : { ...found, previous };
}

/** A derived figure and how it follows. */
export type Derived = { readonly figure: Figure; readonly evidence: ReportKpi['evidence'] };

/**
 * The share of a part, with its 95 % interval. `undefined` where there is no whole, or where the part is larger: that is a
 * contradiction, and no share. A share of few observations of before is nothing to compare with.
 */
export function shareOf(part: Placed | undefined, whole: Placed | undefined): Derived | undefined {
  if (part === undefined || whole === undefined) return undefined;
  const interval = wilson(part.value, whole.value);
  if (interval === undefined || part.value > whole.value) return undefined;
  const figure = { value: part.value / whole.value, n: whole.value, interval };
  const value: Derivation = { op: 'ratio', from: [part.from, whole.from] };
  const { previous } = part;
  const { previous: of = 0 } = whole;
  if (previous === undefined || of < minSample || previous > of) return { figure, evidence: { value } };
  return {
    figure: { ...figure, previous: previous / of },
    evidence: { value, previous: { op: 'ratio', from: [part.before, whole.before] } },
  };
}

/** What came for each one that went: new and returned subscriptions by cancelled ones. `undefined` where nobody left. */
export function quickRatioOf(gains: readonly Placed[], losses: Placed): Derived | undefined {
  if (losses.value === 0) return undefined;
  const total = gains.reduce((sum, { value }) => sum + value, 0);
  const ratio = (member: 'from' | 'before'): Derivation => ({
    op: 'ratio',
    from: [{ op: 'sum', from: gains.map((gain) => gain[member]) }, losses[member]],
  });
  const value = total / losses.value;
  const { previous: lost = 0 } = losses;
  const before = gains.reduce<number | undefined>(
    (sum, { previous }) => (sum === undefined || previous === undefined ? undefined : sum + previous),
    0,
  );
  if (before === undefined || lost === 0) return { figure: { value }, evidence: { value: ratio('from') } };
  return {
    figure: { value, previous: before / lost },
    evidence: { value: ratio('from'), previous: ratio('before') },
  };
}

/** Of which no lifetime follows: less churn than one in a hundred years of months. */
const maxLifetimeMonths = 1200;

/** The nearest decimal of a ratio. */
const decimalOf = (ratio: number) => parseDecimal(plainDecimal(ratio)) ?? parseDecimal(ratio.toFixed(20));

/** The value of a subscriber. `months`: it was counted for so many, since subscriptions last longer. */
export type Lifetime = { readonly amount: string; readonly evidence: Derivation; readonly months?: number };

/**
 * Revenue by margin by lifetime, which is one by churn. Without churn it is undefined, and the horizon ends the sum; where there
 * is no horizon either, nothing is claimed.
 */
export function lifetimeValueOf({ arpu, churnRatio, marginRatio, horizonMonths }: LifetimeValue): Lifetime | undefined {
  const revenue = parseDecimal(readingOf(arpu).value);
  const margin = decimalOf(marginRatio ?? 1);
  const churn = decimalOf(churnRatio);
  if (revenue === undefined || margin === undefined || churn === undefined) return undefined;
  const monthly = multiplyDecimals(revenue, margin);
  // Cents of a month make units of a lifetime: two digits more than the revenue has.
  const scale = Math.min(revenue.scale + 2, 20);
  const source = typeof arpu === 'object' ? 'ltv.arpu.value' : 'ltv.arpu';
  const worth: Derivation = {
    op: 'product',
    from: marginRatio === undefined ? [source] : [source, 'ltv.marginRatio'],
  };
  const isEndless = decimalToNumber(churn) * maxLifetimeMonths < 1;
  if (horizonMonths !== undefined && (isEndless || churnRatio * horizonMonths < 1)) {
    const capped = multiplyDecimals(monthly, { units: BigInt(horizonMonths), scale: 0 });
    return {
      amount: formatDecimal(roundDecimal(capped, scale)),
      evidence: { op: 'product', from: [worth, 'ltv.horizonMonths'] },
      months: horizonMonths,
    };
  }
  const whole = isEndless ? undefined : divideDecimals(monthly, churn, scale);
  return whole && { amount: formatDecimal(whole), evidence: { op: 'ratio', from: [worth, 'ltv.churnRatio'] } };
}
