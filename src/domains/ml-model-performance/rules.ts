/** Rules between the members of an input: orders, ranges, shapes. Each names the member that breaks it. */
import { knownMetric } from './catalog.js';
import type { MLConfusion } from './input.js';

/** What zod hands to a check. */
type Checked<Value> = { readonly value: Value; readonly issues: unknown[] };

const report = ({ issues, value }: Checked<unknown>, path: readonly (string | number)[], message: string): void => {
  issues.push({ code: 'custom', message, input: value, path: [...path] });
};

/** What is of another type has been reported already, and may be anything. */
const isNumber = (value: unknown): value is number => typeof value === 'number';

function rangeText(min: number | undefined, max: number | undefined): string {
  if (min === 0 && max === 1) return 'a value from 0 to 1, not a percentage';
  if (min === undefined) return `a value of at most ${max}`;
  return max === undefined ? `a value from ${min}` : `a value from ${min} to ${max}`;
}

const ranged = ['value', 'previous', 'baseline', 'threshold'] as const;

type Figured = { readonly name: string } & { readonly [Member in (typeof ranged)[number]]?: number | undefined };

/** A metric of a known name lies where such metrics lie. */
export function checkMetric(checked: Checked<Figured>): void {
  const { value: metric } = checked;
  const known = typeof metric.name === 'string' ? knownMetric(metric.name) : undefined;
  if (known === undefined) return;
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = known;
  for (const member of ranged) {
    const value: unknown = metric[member];
    if (isNumber(value) && (value < min || value > max)) report(checked, [member], rangeText(known.min, known.max));
  }
}

/** An interval has its lower end first. */
export function checkInterval(checked: Checked<{ readonly low: number; readonly high: number }>): void {
  const { low, high } = checked.value;
  if (isNumber(low) && isNumber(high) && low > high) report(checked, ['high'], 'a number that is not below `low`');
}

/** No two rows are of the same. */
export const checkOnce =
  <Row>(identity: (row: Row) => string, member: string) =>
  (checked: Checked<readonly Row[]>): void => {
    const seen = new Set<string>();
    for (const [index, row] of checked.value.entries()) {
      const own = identity(row);
      if (seen.has(own)) report(checked, [index, member], 'a name that stands there once');
      seen.add(own);
    }
  };

/** Every row is above the one before, or at least not below it. */
export const checkOrder =
  <Member extends string>(members: readonly Member[], order: 'above' | 'not-below') =>
  (checked: Checked<readonly Readonly<Record<Member, number>>[]>): void => {
    const expected = order === 'above' ? 'a value above the one before' : 'a value that is not below the one before';
    for (const member of members) {
      let last = Number.NEGATIVE_INFINITY;
      for (const [index, row] of checked.value.entries()) {
        const value: unknown = row[member];
        if (!isNumber(value)) continue;
        if (value < last || (order === 'above' && value === last)) report(checked, [index, member], expected);
        else last = value;
      }
    }
  };

/** Recall goes one way: scikit-learn has it fall. */
export function checkPr(checked: Checked<readonly { readonly recall: number }[]>): void {
  const { value: points } = checked;
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return;
  const sign = last.recall >= first.recall ? 1 : -1;
  let before = first.recall;
  for (const [index, { recall }] of rest.entries()) {
    if ((recall - before) * sign < 0) report(checked, [index + 1, 'recall'], 'recall that goes one way only');
    else before = recall;
  }
}

const percentiles = ['p50', 'p90', 'p95', 'p99', 'max'] as const;

type Percentiles = { readonly [Member in (typeof percentiles)[number]]?: number | undefined };

/** A higher percentile is no faster. */
export function checkLatency(checked: Checked<Percentiles>): void {
  const { value: latency } = checked;
  let last = 0;
  for (const member of percentiles) {
    const value: unknown = latency[member];
    if (!isNumber(value)) continue;
    if (value < last) report(checked, [member], 'a span that is not below the percentile before');
    else last = value;
  }
}

/** A matrix has a row and a column for every label. */
export function checkConfusion(checked: Checked<MLConfusion>): void {
  const { labels, matrix } = checked.value;
  const expected = `a square of ${labels.length} rows and columns, as many as labels`;
  if (matrix.length !== labels.length) report(checked, ['matrix'], expected);
  for (const [index, row] of matrix.entries()) {
    if (row.length !== labels.length) report(checked, ['matrix', index], expected);
  }
  const seen = new Set<string>();
  for (const [index, label] of labels.entries()) {
    if (seen.has(label)) report(checked, ['labels', index], 'a name that stands there once');
    seen.add(label);
  }
}
