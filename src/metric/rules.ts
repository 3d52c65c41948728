/** What makes a single point impossible, whatever the format. Each function says what is expected instead. */
import type { Bucket, HistogramPoint, MetricValue, NativeBuckets, NativeHistogram, SummaryPoint } from './model.js';

/** A point that can be written, or what is expected of it. */
export type Prepared<Point> = { readonly point: Point; readonly wasSorted: boolean } | { readonly expected: string };

/** Formats hold counts in 64 bits without a sign. */
const isCount = (count: MetricValue): boolean =>
  count >= 0 && count < 2 ** 64 && (typeof count === 'bigint' || Number.isInteger(count));

/** Counters are at least 0 (OpenMetrics 1.0, "Counter"). NaN is not. */
export const counterExpected = 'a number of at least 0';

const isSortedBy = <Item>(items: readonly Item[], keyOf: (item: Item) => number): boolean => {
  for (let index = 1; index < items.length; index++) {
    if (!(keyOf(items[index - 1] as Item) < keyOf(items[index] as Item))) return false;
  }
  return true;
};

function bucketsExpected(buckets: readonly Bucket[], total: MetricValue): string | undefined {
  let before: MetricValue = 0;
  for (const [index, { le, count }] of buckets.entries()) {
    if (Number.isNaN(le)) return 'bounds of buckets that are numbers';
    if (index > 0 && buckets[index - 1]?.le === le) return 'one bucket for each bound';
    if (!isCount(count)) return 'whole counts of at least 0';
    // The counts of a bucket include those of smaller ones.
    if (count < before || count > total) return 'counts of buckets that grow with their bounds, up to `count`';
    if (le === Number.POSITIVE_INFINITY && BigInt(count) !== BigInt(total)) return 'the bucket +Inf to be `count`';
    before = count;
  }
  return undefined;
}

function sideExpected({ spans, counts }: NativeBuckets): string | undefined {
  let length = 0;
  for (const [index, span] of spans.entries()) {
    if (span.length < 0 || (index > 0 && span.offset < 0)) return 'spans that go forward';
    length += span.length;
  }
  if (length !== counts.length) return 'as many native buckets as the spans have room for';
  return counts.every(isCount) ? undefined : 'whole counts of at least 0';
}

const sumOf = (counts: readonly MetricValue[] = []): bigint =>
  counts.reduce<bigint>((sum, count) => sum + BigInt(count), 0n);

function nativeExpected(native: NativeHistogram, total: MetricValue): string | undefined {
  const { zeroThreshold, zeroCount, positive, negative } = native;
  if (!(zeroThreshold >= 0 && Number.isFinite(zeroThreshold))) return 'a zero threshold of at least 0';
  if (!isCount(zeroCount)) return 'whole counts of at least 0';
  const wrong = (positive && sideExpected(positive)) ?? (negative && sideExpected(negative));
  if (wrong !== undefined) return wrong;
  // Observations that are NaN are in the count and in no bucket.
  const inBuckets = BigInt(zeroCount) + sumOf(positive?.counts) + sumOf(negative?.counts);
  return inBuckets <= BigInt(total) ? undefined : 'native buckets that hold `count` observations at most';
}

/** Checks a histogram and sorts its buckets by their bounds. */
export function prepareHistogram(point: HistogramPoint): Prepared<HistogramPoint> {
  const { buckets = [], count, native } = point;
  if (!isCount(count)) return { expected: 'a whole `count` of at least 0' };
  const isSorted = isSortedBy(buckets, ({ le }) => le);
  const sorted = isSorted ? buckets : [...buckets].sort((a, b) => a.le - b.le);
  const expected = bucketsExpected(sorted, count) ?? (native && nativeExpected(native, count));
  if (expected !== undefined) return { expected };
  return isSorted ? { point, wasSorted: false } : { point: { ...point, buckets: sorted }, wasSorted: true };
}

/** Checks a summary and sorts its quantiles. */
export function prepareSummary(point: SummaryPoint): Prepared<SummaryPoint> {
  const { quantiles, count, sum } = point;
  if (!isCount(count)) return { expected: 'a whole `count` of at least 0' };
  if (Number.isNaN(sum)) return { expected: 'a `sum` that is a number' };
  const isSorted = isSortedBy(quantiles, ({ quantile }) => quantile);
  const sorted = isSorted ? quantiles : [...quantiles].sort((a, b) => a.quantile - b.quantile);
  for (const [index, { quantile }] of sorted.entries()) {
    if (!(quantile >= 0 && quantile <= 1)) return { expected: 'quantiles from 0 to 1' };
    if (index > 0 && sorted[index - 1]?.quantile === quantile) return { expected: 'one value for each quantile' };
  }
  return isSorted ? { point, wasSorted: false } : { point: { ...point, quantiles: sorted }, wasSorted: true };
}
