/** Constructors of metrics: plain objects in one order of members, so that equal metrics serialise alike. */
import type {
  Attributes,
  Counter,
  CounterPoint,
  Gauge,
  GaugePoint,
  Histogram,
  HistogramPoint,
  Info,
  InfoPoint,
  Metric,
  MetricBatch,
  Stateset,
  StatesetPoint,
  Summary,
  SummaryPoint,
} from './model.js';

export type {
  Attributes,
  Bucket,
  CounterPoint,
  Exemplar,
  GaugePoint,
  HistogramPoint,
  InfoPoint,
  Metric,
  MetricBatch,
  MetricKind,
  MetricValue,
  NativeBuckets,
  NativeHistogram,
  Quantile,
  Span,
  StatesetPoint,
  SummaryPoint,
} from './model.js';

/** What may be said of a metric beside its name and points. */
export type MetricOptions = { readonly unit?: string | undefined; readonly help?: string | undefined };

type Made<Kind, Point> = {
  kind: Kind;
  name: string;
  unit?: string;
  help?: string;
  points: readonly Point[];
};

function make<Kind extends string, Point>(
  kind: Kind,
  name: string,
  points: readonly Point[],
  { unit, help }: MetricOptions = {},
): Made<Kind, Point> {
  return { kind, name, ...(unit !== undefined && { unit }), ...(help !== undefined && { help }), points };
}

/** A sum that only grows, until it begins anew. */
export const counter = (name: string, points: readonly CounterPoint[], options?: MetricOptions): Counter =>
  make('counter', name, points, options);

/** A value that goes up and down. */
export const gauge = (name: string, points: readonly GaugePoint[], options?: MetricOptions): Gauge =>
  make('gauge', name, points, options);

/** A distribution, as buckets with bounds of their own or of a schema. */
export const histogram = (name: string, points: readonly HistogramPoint[], options?: MetricOptions): Histogram =>
  make('histogram', name, points, options);

/** A distribution, as quantiles computed at the source. */
export const summary = (name: string, points: readonly SummaryPoint[], options?: MetricOptions): Summary =>
  make('summary', name, points, options);

/** Facts without a value: versions, builds. */
export const info = (name: string, points: readonly InfoPoint[], options?: Pick<MetricOptions, 'help'>): Info =>
  make('info', name, points, options);

/** Which of some states hold. */
export const stateset = (
  name: string,
  points: readonly StatesetPoint[],
  options?: Pick<MetricOptions, 'help'>,
): Stateset => make('stateset', name, points, options);

/**
 * Puts metrics together, with what is true of all of them.
 *
 * @example
 * ```ts
 * import { counter, gauge, metricBatch } from 'channel-formatters/metric';
 *
 * const batch = metricBatch(
 *   [
 *     counter('streams', [{ attributes: { country: 'FR' }, value: 1_204_551 }]),
 *     gauge('queue.depth', [{ attributes: { queue: 'royalties' }, value: 312 }], { help: 'Entries not yet booked' }),
 *   ],
 *   { 'service.name': 'ledger' },
 * );
 * console.log(batch.metrics.length);
 * ```
 */
export const metricBatch = (metrics: readonly Metric[], resource?: Attributes): MetricBatch =>
  resource === undefined ? { metrics } : { resource, metrics };
