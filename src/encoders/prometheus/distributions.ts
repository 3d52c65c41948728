/** Histograms and summaries as lines: one for each bucket or quantile, and those of the count and the sum. */
import type { Bucket, HistogramPoint, SummaryPoint } from '../../metric/model.js';
import { classicBuckets } from '../../metric/native.js';
import { printCanonical, printValue } from '../../metric/number.js';
import { admitHistogram, admitSummary } from './admit.js';
import type { Encoding, Run } from './encoding.js';
import { printLabels } from './labels.js';
import { createdLine, tellTime, type Writer } from './numbers.js';
import { headOf, lineStart, printExemplar, printTime, tellOnce, withLabel } from './samples.js';

/** The finite buckets of a point; those of a native histogram where it has no others. */
export function finiteBuckets({ buckets, native }: HistogramPoint): readonly Bucket[] {
  const all = buckets ?? (native === undefined ? [] : classicBuckets(native));
  return all.filter(({ le }) => le !== Number.POSITIVE_INFINITY);
}

/** Tells that native buckets became others, or were left out beside them. */
function tellNative({ buckets, native }: HistogramPoint, path: () => string, encoding: Encoding): void {
  if (native === undefined) return;
  const message =
    buckets === undefined
      ? 'Native buckets are written as buckets with bounds'
      : 'Native buckets are left out, the others are written';
  tellOnce(encoding, 'native', () => `${path()}.native`, message, buckets === undefined ? 'fallback' : 'dropped');
}

/** Sums of what can be negative are no counters: OpenMetrics 1.0 forbids them, and the count without them. */
function hasSum({ sum }: HistogramPoint, buckets: readonly Bucket[], path: () => string, encoding: Encoding): boolean {
  if (sum === undefined) return false;
  if (encoding.format !== 'openmetrics') return true;
  const isNegative = !(sum >= 0) || (buckets[0]?.le ?? 0) < 0;
  if (isNegative)
    tellOnce(encoding, 'sum', () => `${path()}.sum`, 'A sum with negative parts is left out, and the count with it');
  return !isNegative;
}

export function histogramWriter(run: Run, encoding: Encoding): Writer {
  const { family } = run;
  const heads = {
    bucket: headOf(`${family.name}_bucket`),
    count: headOf(`${family.name}_count`),
    sum: headOf(`${family.name}_sum`),
  };
  const write = (point: HistogramPoint, labels: string, path: () => string): string => {
    const { count, sum, timestamp } = point;
    const time = printTime(timestamp, encoding);
    const buckets = finiteBuckets(point);
    let text = '';
    let below = Number.NEGATIVE_INFINITY;
    for (const [index, bucket] of buckets.entries()) {
      const start = lineStart(heads.bucket, withLabel(labels, 'le', printCanonical(bucket.le)));
      const at = (): string => `${path()}.buckets.${index}`;
      text += `${start}${printValue(bucket.count)}${time}${printExemplar(bucket.exemplar, encoding, at, [below, bucket.le])}\n`;
      below = bucket.le;
    }
    const last = point.buckets?.[point.buckets.length - 1];
    const exemplar = last?.le === Number.POSITIVE_INFINITY ? last.exemplar : undefined;
    const at = (): string => `${path()}.buckets.${(point.buckets?.length ?? 0) - 1}`;
    const rest = printExemplar(exemplar, encoding, at, [below, Number.POSITIVE_INFINITY]);
    text += `${lineStart(heads.bucket, withLabel(labels, 'le', '+Inf'))}${printValue(count)}${time}${rest}\n`;
    const isSummed = hasSum(point, buckets, path, encoding);
    if (isSummed || encoding.format !== 'openmetrics')
      text += `${lineStart(heads.count, labels)}${printValue(count)}${time}\n`;
    if (isSummed && sum !== undefined) text += `${lineStart(heads.sum, labels)}${printValue(sum)}${time}\n`;
    return text;
  };
  return eachPoint(run, encoding, admitHistogram, (point, labels, path) => {
    tellNative(point, path, encoding);
    return write(point, labels, path);
  });
}

/** OpenMetrics 1.0, "Summary": counters cannot be negative, and neither can quantiles. */
const isWritable = (value: number, { format }: Encoding): boolean => format !== 'openmetrics' || !(value < 0);

export function summaryWriter(run: Run, encoding: Encoding): Writer {
  const { family } = run;
  const heads = {
    quantile: headOf(family.name),
    count: headOf(`${family.name}_count`),
    sum: headOf(`${family.name}_sum`),
  };
  return eachPoint(run, encoding, admitSummary, ({ quantiles, count, sum, timestamp }, labels, path) => {
    const time = printTime(timestamp, encoding);
    let text = '';
    for (const { quantile, value } of quantiles) {
      if (isWritable(value, encoding)) {
        text += `${lineStart(heads.quantile, withLabel(labels, 'quantile', printCanonical(quantile)))}${printValue(value)}${time}\n`;
      } else tellOnce(encoding, 'quantile', () => `${path()}.quantiles`, 'Negative quantiles are left out');
    }
    text += `${lineStart(heads.count, labels)}${printValue(count)}${time}\n`;
    if (isWritable(sum, encoding)) text += `${lineStart(heads.sum, labels)}${printValue(sum)}${time}\n`;
    else tellOnce(encoding, 'sum', () => `${path()}.sum`, 'A negative sum is left out');
    return text;
  });
}

type Distribution = HistogramPoint | SummaryPoint;

function eachPoint<Of extends Distribution>(
  run: Run,
  encoding: Encoding,
  admit: (run: Run, encoding: Encoding, position: number) => Of | undefined,
  write: (point: Of, labels: string, path: () => string) => string,
): Writer {
  return (from, to) => {
    let text = '';
    for (let position = from; position < to; position++) {
      const point = admit(run, encoding, position);
      if (point === undefined) continue;
      const path = (): string => run.pathOf(position);
      const labels = printLabels(run.reader);
      text += write(point, labels, path) + createdLine(run, point, () => labels, path, encoding);
      tellTime(point, path, encoding);
    }
    return text;
  };
}
