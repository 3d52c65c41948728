/** Native histograms as buckets with bounds, for formats that have no other. */
import type { Bucket, MetricValue, NativeBuckets, NativeHistogram } from './model.js';

type Indexed = { readonly index: number; readonly count: bigint };

function indexed({ spans, counts }: NativeBuckets): Indexed[] {
  const found: Indexed[] = [];
  let index = 0;
  let at = 0;
  for (const { offset, length } of spans) {
    index += offset;
    for (let step = 0; step < length; step++) found.push({ index: index++, count: BigInt(counts[at++] ?? 0) });
  }
  return found;
}

/** The larger of a native bucket's bounds. https://prometheus.io/docs/specs/native_histograms/#standard-schemas */
const boundOf = (schema: number, index: number): number => 2 ** (index * 2 ** -schema);

/** A count as a number where that is exact. */
const toValue = (count: bigint): MetricValue => (count <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(count) : count);

/**
 * Writes a native histogram as classic, cumulative buckets at the same bounds. Empty buckets between full ones are left
 * out: what is between their bounds is nothing.
 */
export function classicBuckets({ schema, zeroThreshold, zeroCount, positive, negative }: NativeHistogram): Bucket[] {
  const buckets: Bucket[] = [];
  let total = 0n;
  const add = (le: number, count: bigint): void => {
    total += count;
    const last = buckets[buckets.length - 1];
    // Of a schema this coarse or an index this far out, bounds round to the same number.
    if (last?.le === le) buckets.pop();
    if (Number.isFinite(le)) buckets.push({ le, count: toValue(total) });
  };
  for (const { index, count } of (negative === undefined ? [] : indexed(negative)).reverse()) {
    add(-boundOf(schema, index - 1), count);
  }
  if (BigInt(zeroCount) > 0n || buckets.length > 0) add(zeroThreshold, BigInt(zeroCount));
  for (const { index, count } of positive === undefined ? [] : indexed(positive)) add(boundOf(schema, index), count);
  return buckets;
}
