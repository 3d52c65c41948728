/**
 * Histograms and summaries of OpenMetrics 2.0, one line each. The format is a release candidate:
 * https://prometheus.io/docs/specs/om/open_metrics_spec_2_0/ (2.0.0-rc0).
 */
import type {
  Bucket,
  Exemplar,
  HistogramPoint,
  NativeBuckets,
  NativeHistogram,
  SummaryPoint,
} from '../../metric/model.js';
import { printCanonical, printSeconds, printValue } from '../../metric/number.js';
import { admitHistogram, admitSummary } from './admit.js';
import { finiteBuckets } from './distributions.js';
import type { Encoding, Run } from './encoding.js';
import { printLabels } from './labels.js';
import type { Writer } from './numbers.js';
import { headOf, lineStart, printExemplar, printTime } from './samples.js';

function printSide(name: string, side: NativeBuckets | undefined): string {
  if (side === undefined || side.counts.length === 0) return '';
  const spans = side.spans.map(({ offset, length }) => `${offset}:${length}`).join(',');
  return `,${name}_spans:[${spans}],${name}_buckets:[${side.counts.map(printValue).join(',')}]`;
}

function printNative({ schema, zeroThreshold, zeroCount, positive, negative }: NativeHistogram): string {
  const zero = `zero_threshold:${printValue(zeroThreshold)},zero_count:${printValue(zeroCount)}`;
  return `,schema:${schema},${zero}${printSide('negative', negative)}${printSide('positive', positive)}`;
}

function printHistogram(point: HistogramPoint): string {
  const { count, sum, native, buckets } = point;
  let text = `{count:${printValue(count)},sum:${printValue(sum ?? Number.NaN)}`;
  if (native !== undefined) text += printNative(native);
  if (native === undefined || buckets !== undefined) {
    const finite = finiteBuckets(point).map(({ le, count: below }) => `${printCanonical(le)}:${printValue(below)},`);
    text += `,bucket:[${finite.join('')}+Inf:${printValue(count)}]`;
  }
  return `${text}}`;
}

function printSummary({ count, sum, quantiles }: SummaryPoint): string {
  const values = quantiles.map(({ quantile, value }) => `${printCanonical(quantile)}:${printValue(value)}`);
  return `{count:${printValue(count)},sum:${printValue(sum)},quantile:[${values.join(',')}]}`;
}

const exemplarsOf = (buckets: readonly Bucket[] = []): Exemplar[] =>
  buckets.flatMap(({ exemplar }) => (exemplar === undefined ? [] : [exemplar]));

/** Writes the histograms or the summaries of a run. */
export function compositeWriter(run: Run, encoding: Encoding): Writer {
  const { family, reader, pathOf } = run;
  const head = headOf(family.name);
  const isHistogram = family.kind === 'histogram';
  return (from, to) => {
    let text = '';
    for (let position = from; position < to; position++) {
      const point = (isHistogram ? admitHistogram : admitSummary)(run, encoding, position);
      if (point === undefined) continue;
      const { timestamp, createdAt } = point;
      const value = 'quantiles' in point ? printSummary(point) : printHistogram(point);
      const start = createdAt === undefined ? '' : ` st@${printSeconds(createdAt)}`;
      text += lineStart(head, printLabels(reader)) + value + printTime(timestamp, encoding) + start;
      const exemplars = 'buckets' in point ? exemplarsOf(point.buckets) : [];
      for (const exemplar of exemplars) text += printExemplar(exemplar, encoding, () => pathOf(position));
      text += '\n';
    }
    return text;
  };
}
