/** Histograms and summaries as documents. */
import type { Bucket, HistogramPoint, SummaryPoint } from '../../metric/model.js';
import { classicBuckets } from '../../metric/native.js';
import { printCanonical } from '../../metric/number.js';
import { prepareHistogram, prepareSummary } from '../../metric/rules.js';
import { exemplarMessage, type Run } from './run.js';
import { numberExpected, printCount, printNumber } from './values.js';

/** One document with a label of its own: its bound or quantile, the field, and the value as JSON. */
type Part = { readonly bound: number; readonly field: string; readonly value: string };

type Written = {
  /** Fields of the document of the whole. */
  readonly values: string;
  readonly parts: readonly Part[];
};

/** Buckets below infinity, from the smallest bound on. */
const finiteBuckets = ({ buckets, native }: HistogramPoint): readonly Bucket[] =>
  (buckets ?? (native === undefined ? [] : classicBuckets(native))).filter(({ le }) => Number.isFinite(le));

/** A value that stands for a bucket: the middle; of what has one bound only, the bound, or half of it down to zero. */
function middleOf(lower: number | undefined, upper: number | undefined): number | undefined {
  if (lower === undefined) return upper === undefined || upper <= 0 ? upper : upper / 2;
  return upper === undefined ? lower : lower + (upper - lower) / 2;
}

/**
 * The type `histogram`: values that rise, each with the count of its own bucket.
 * https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/histogram
 */
function printHistogram(point: HistogramPoint): string | undefined {
  const { count, sum } = point;
  const values: number[] = [];
  const counts: string[] = [];
  let below = 0n;
  let lower: number | undefined;
  const add = (middle: number | undefined, upTo: bigint): boolean => {
    const own = upTo - below;
    below = upTo;
    if (own === 0n) return true;
    // In a document of JSON, larger counts would be rounded by whoever reads it.
    if (middle === undefined || !Number.isFinite(middle) || own > BigInt(Number.MAX_SAFE_INTEGER)) return false;
    const last = values.length - 1;
    if (values[last] === middle) counts[last] = `${BigInt(counts[last] ?? 0) + own}`;
    else {
      values.push(middle);
      counts.push(`${own}`);
    }
    return true;
  };
  for (const { le, count: upTo } of finiteBuckets(point)) {
    if (!add(middleOf(lower, le), BigInt(upTo))) return undefined;
    lower = le;
  }
  const mean = sum === undefined ? undefined : sum / Number(count);
  if (!add(lower === undefined ? mean : middleOf(lower, undefined), BigInt(count))) return undefined;
  return `{"values":[${values.map((value) => value + 0).join(',')}],"counts":[${counts.join(',')}]}`;
}

const histogramExpected = 'buckets with bounds, or a `sum`, and counts below 2^53';

/** The fields of the sum and the count; `undefined`, and a report, where they cannot be written. */
function printTotals(run: Run, position: number, { count, sum }: HistogramPoint | SummaryPoint): string | undefined {
  const { metric, settings } = run;
  const path = metric.pathOf(position);
  const total = printCount(count);
  if (total === undefined) {
    settings.report.refuse(`${path}.count`, numberExpected.long);
    return undefined;
  }
  const text = sum === undefined ? undefined : printNumber(sum, 'double');
  if (sum !== undefined && text === undefined) settings.report.refuse(`${path}.sum`, numberExpected.double);
  const name = (suffix: string): string => JSON.stringify(metric.name + suffix);
  return `${text === undefined ? '' : `${name('_sum')}:${text},`}${name('_count')}:${total}`;
}

function histogramOf(run: Run, position: number, point: HistogramPoint): Written | undefined {
  const { metric, settings, tellOnce } = run;
  const totals = printTotals(run, position, point);
  if (totals === undefined) return undefined;
  if (point.buckets?.some(({ exemplar }) => exemplar !== undefined)) {
    tellOnce('dropped', position, 'buckets', exemplarMessage);
  }
  if (settings.profile === 'opensearch') {
    if (point.native !== undefined && point.buckets === undefined) {
      tellOnce('fallback', position, 'native', 'Native buckets are written as buckets with bounds');
    }
    const field = `${metric.name}_bucket`;
    const all = [...finiteBuckets(point), { le: Number.POSITIVE_INFINITY, count: point.count }];
    return {
      values: totals,
      parts: all.map(({ le, count }) => ({ bound: le, field, value: printCount(count) ?? '0' })),
    };
  }
  const text = printHistogram(point);
  if (text === undefined) {
    settings.report.refuse(metric.pathOf(position), histogramExpected);
    return undefined;
  }
  tellOnce('fallback', position, 'count', 'Buckets are written as values in their middles');
  return { values: `${JSON.stringify(metric.name)}:${text},${totals}`, parts: [] };
}

function summaryOf(run: Run, position: number, point: SummaryPoint): Written | undefined {
  const { metric, settings } = run;
  const totals = printTotals(run, position, point);
  if (totals === undefined) return undefined;
  const parts = point.quantiles.flatMap(({ quantile, value }, index): Part[] => {
    const text = printNumber(value, 'double');
    if (text !== undefined) return [{ bound: quantile, field: metric.name, value: text }];
    settings.report.refuse(`${metric.pathOf(position)}.quantiles.${index}`, numberExpected.double);
    return [];
  });
  return { values: totals, parts };
}

/** Writes one document with the sum and the count, and one for each quantile; in OpenSearch, for each bucket. */
export function writeDistributions(run: Run, from: number, to: number): void {
  const { metric, settings, reader, own, admit, opening, write, tellOnce } = run;
  const { points, pathOf, kind } = metric;
  for (let position = from; position < to; position++) {
    const prepared =
      kind === 'histogram'
        ? prepareHistogram(points[position] as HistogramPoint)
        : prepareSummary(points[position] as SummaryPoint);
    if ('expected' in prepared) {
      settings.report.refuse(pathOf(position), prepared.expected);
      continue;
    }
    const time = admit(position);
    if (time === undefined) continue;
    const { point, wasSorted } = prepared;
    const isSummary = 'quantiles' in point;
    if (wasSorted) tellOnce('normalized', position, isSummary ? 'quantiles' : 'buckets', 'Sorted');
    const written = isSummary ? summaryOf(run, position, point) : histogramOf(run, position, point);
    if (written === undefined) continue;
    write(position, time, opening(written.values), '');
    for (const { bound, field, value } of written.parts) {
      reader.read({ ...point.attributes, [own ?? '']: printCanonical(bound) });
      write(position, time, opening(`${JSON.stringify(field)}:`), value);
    }
  }
}
