/**
 * A batch of metrics: the neutral model that every metrics format is written from. Close to OpenTelemetry's data model, with
 * the names of Prometheus. Plain data, all of it.
 */

/** Labels, tags, dimensions: names and values of the caller's choosing, written as they are and never parsed. */
export type Attributes = Readonly<Record<string, string>>;

/** A bigint is exact beyond 2^53 where the format has 64-bit integers. */
export type MetricValue = number | bigint;

/** One observation that stands for the many behind a counter or bucket; mostly it names a trace. */
export type Exemplar = {
  readonly attributes?: Attributes;
  readonly value: number;
  /** Epoch milliseconds. */
  readonly timestamp?: number;
};

type PointBase = {
  readonly attributes?: Attributes;
  /** When it was so, epoch milliseconds. */
  readonly timestamp?: number;
};

type Accumulated = PointBase & {
  /** When counting began, epoch milliseconds: what tells a restart from a fall. */
  readonly createdAt?: number;
};

export type GaugePoint = PointBase & { readonly value: MetricValue };

export type CounterPoint = Accumulated & { readonly value: MetricValue; readonly exemplar?: Exemplar };

/** How many observations were at most `le`, those of smaller buckets included. */
export type Bucket = { readonly le: number; readonly count: MetricValue; readonly exemplar?: Exemplar };

/** Runs of native buckets: `offset` buckets are skipped, then come `length` counts. Only the first offset may be negative. */
export type Span = { readonly offset: number; readonly length: number };

/** One side of a native histogram. Counts are of each bucket alone, in the order of the spans. */
export type NativeBuckets = { readonly spans: readonly Span[]; readonly counts: readonly MetricValue[] };

/** Buckets whose bounds follow from a schema: the bounds of bucket `i` are `2^(2^-schema * (i-1))` and `2^(2^-schema * i)`. */
export type NativeHistogram = {
  /** From -4, the coarsest, to 8. */
  readonly schema: number;
  readonly zeroThreshold: number;
  readonly zeroCount: MetricValue;
  readonly positive?: NativeBuckets;
  readonly negative?: NativeBuckets;
};

/** At least one of `buckets` and `native`. `+Inf` need not be among the buckets: it is `count`. */
export type HistogramPoint = Accumulated & {
  readonly count: MetricValue;
  readonly sum?: number;
  readonly buckets?: readonly Bucket[];
  readonly native?: NativeHistogram;
};

export type Quantile = { readonly quantile: number; readonly value: number };

export type SummaryPoint = Accumulated & {
  readonly count: MetricValue;
  readonly sum: number;
  readonly quantiles: readonly Quantile[];
};

/** What is said is in the attributes. */
export type InfoPoint = PointBase;

/** Which of some states hold. */
export type StatesetPoint = PointBase & { readonly states: Readonly<Record<string, boolean>> };

type MetricOf<Kind extends string, Point> = {
  readonly kind: Kind;
  /** Any name. What a format cannot write is escaped, and told apart from what looks like it. */
  readonly name: string;
  /** UCUM (`s`, `By`) or a word (`seconds`, `bytes`). */
  readonly unit?: string;
  readonly help?: string;
  readonly points: readonly Point[];
};

export type Counter = MetricOf<'counter', CounterPoint>;
export type Gauge = MetricOf<'gauge', GaugePoint>;
export type Histogram = MetricOf<'histogram', HistogramPoint>;
export type Summary = MetricOf<'summary', SummaryPoint>;
export type Info = MetricOf<'info', InfoPoint>;
export type Stateset = MetricOf<'stateset', StatesetPoint>;

export type Metric = Counter | Gauge | Histogram | Summary | Info | Stateset;
export type MetricKind = Metric['kind'];

/** Any point, for code that reads what all of them have. */
export type Point = Metric['points'][number];

/** Metrics of one source. */
export type MetricBatch = {
  /** What is true of all points: service, host, region. A point's own attribute of the same name goes before. */
  readonly resource?: Attributes;
  readonly metrics: readonly Metric[];
};
