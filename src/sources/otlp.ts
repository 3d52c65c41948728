/**
 * Metrics of OpenTelemetry, in the JSON form of its protocol.
 * https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
 */
import type { Diagnostic } from '../kernel/diagnostics.js';
import { validate } from '../kernel/formatter.js';
import * as z from '../kernel/zod.js';
import type {
  Attributes,
  Bucket,
  HistogramPoint,
  Metric,
  MetricBatch,
  MetricValue,
  NativeBuckets,
  Point,
} from '../metric/model.js';

type Loose = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const recordsOf = (value: unknown): Loose[] => listOf(value).filter(isRecord);

const createSchema = () => {
  const object = z.custom<Loose>(isRecord, 'an object');
  const metric = z.object({
    name: z.string(),
    unit: z.optional(z.string()),
    description: z.optional(z.string()),
    sum: z.optional(object),
    gauge: z.optional(object),
    histogram: z.optional(object),
    exponentialHistogram: z.optional(object),
    summary: z.optional(object),
  });
  const scope = z.object({ scope: z.optional(object), metrics: z.optional(z.array(metric)) });
  const resource = z.object({ resource: z.optional(object), scopeMetrics: z.optional(z.array(scope)) });
  return z.object({ resourceMetrics: z.array(resource) });
};

type OtlpMetric = { name: string; unit?: string | undefined; description?: string | undefined } & Loose;

/** What is told once for a whole export. */
type Telling = { readonly diagnostics: Diagnostic[]; readonly told: Set<string> };

function tell({ diagnostics, told }: Telling, code: 'dropped' | 'fallback', path: string, message: string): void {
  const key = `${path.replace(/\.dataPoints.*$/, '')} ${message}`;
  if (told.has(key)) return;
  told.add(key);
  diagnostics.push({ code, severity: 'warning', path, message });
}

/** `AnyValue` as a text: what is no text itself is JSON. */
function textOf(value: unknown): string {
  if (!isRecord(value)) return '';
  const { stringValue, intValue, doubleValue, boolValue, bytesValue, arrayValue, kvlistValue } = value;
  const scalar = stringValue ?? intValue ?? doubleValue ?? boolValue ?? bytesValue;
  if (scalar !== undefined) return String(scalar);
  if (isRecord(arrayValue)) return JSON.stringify(listOf(arrayValue.values).map(textOf));
  return isRecord(kvlistValue) ? JSON.stringify(attributesOf(kvlistValue.values)) : '';
}

const attributesOf = (list: unknown): Record<string, string> =>
  Object.fromEntries(recordsOf(list).map(({ key, value }) => [String(key), textOf(value)]));

/** 64-bit integers are strings in JSON. */
function toBigInt(value: unknown): bigint | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : undefined;
  return typeof value === 'string' && /^-?\d{1,20}$/.test(value) ? BigInt(value) : undefined;
}

const toCount = (value: unknown): MetricValue => {
  const count = toBigInt(value) ?? 0n;
  return count <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(count) : count;
};

/** Doubles are numbers, and words where JSON has none. */
const toNumber = (value: unknown): number | undefined => {
  if (typeof value === 'number') return value;
  return value === 'NaN' || value === 'Infinity' || value === '-Infinity' ? Number(value) : undefined;
};

const toMs = (nanoseconds: unknown): number | undefined => {
  const value = toBigInt(nanoseconds);
  return value === undefined || value === 0n ? undefined : Number(value / 1_000_000n);
};

type Base = { attributes?: Attributes; timestamp?: number; createdAt?: number };

function baseOf(point: Loose, scope: Attributes): Base {
  const attributes = { ...scope, ...attributesOf(point.attributes) };
  const timestamp = toMs(point.timeUnixNano);
  const createdAt = toMs(point.startTimeUnixNano);
  return {
    ...(Object.keys(attributes).length > 0 && { attributes }),
    ...(timestamp !== undefined && { timestamp }),
    ...(createdAt !== undefined && { createdAt }),
  };
}

const withoutStart = ({ createdAt: _, ...rest }: Base): Base => rest;

type Read = (point: Loose, base: Base, telling: Telling, path: string) => Point | undefined;

const readNumber: Read = ({ asInt, asDouble }, base) => {
  const value = toBigInt(asInt) ?? toNumber(asDouble);
  return value === undefined ? undefined : { ...base, value };
};

const tellExtremes = ({ min, max }: Loose, telling: Telling, path: string): void => {
  if (min !== undefined || max !== undefined) tell(telling, 'dropped', path, 'Least and greatest values have no place');
};

const readHistogram: Read = (point, base, telling, path) => {
  const { count, sum, bucketCounts, explicitBounds } = point;
  tellExtremes(point, telling, path);
  let total = 0n;
  const bounds = listOf(explicitBounds);
  const buckets = listOf(bucketCounts).flatMap((each, index): Bucket[] => {
    total += toBigInt(each) ?? 0n;
    const le = toNumber(bounds[index]);
    return le === undefined ? [] : [{ le, count: toCount(String(total)) }];
  });
  const sumOf = toNumber(sum);
  return { ...base, count: toCount(count), ...(sumOf !== undefined && { sum: sumOf }), buckets };
};

/** Native histograms of Prometheus have schemas up to 8, and bucket `i` ends where that of OpenTelemetry begins. */
const maxSchema = 8;
const minSchema = -4;

function toSide(given: unknown, shift: bigint): NativeBuckets | undefined {
  if (!isRecord(given)) return undefined;
  const offset = toBigInt(given.offset) ?? 0n;
  const merged = new Map<number, bigint>();
  for (const [index, each] of listOf(given.bucketCounts).entries()) {
    const count = toBigInt(each) ?? 0n;
    const at = Number((offset + BigInt(index)) >> shift) + 1;
    if (count !== 0n) merged.set(at, (merged.get(at) ?? 0n) + count);
  }
  const spans: { offset: number; length: number }[] = [];
  const counts: MetricValue[] = [];
  let next: number | undefined;
  for (const [at, count] of merged) {
    const last = spans[spans.length - 1];
    if (last !== undefined && at === next) last.length++;
    else spans.push({ offset: next === undefined ? at : at - next, length: 1 });
    counts.push(toCount(String(count)));
    next = at + 1;
  }
  return counts.length === 0 ? undefined : { spans, counts };
}

const readExponential: Read = (point, base, telling, path) => {
  const { count, sum, scale, zeroCount, zeroThreshold, positive, negative } = point;
  tellExtremes(point, telling, path);
  const given = Number(scale ?? 0);
  if (!Number.isInteger(given) || given < minSchema) {
    tell(telling, 'dropped', path, `Left out, expected a scale of at least ${minSchema}`);
    return undefined;
  }
  if (given > maxSchema) tell(telling, 'fallback', path, `Buckets are joined up to scale ${maxSchema}`);
  const shift = BigInt(Math.max(0, given - maxSchema));
  const sides = { positive: toSide(positive, shift), negative: toSide(negative, shift) };
  const sumOf = toNumber(sum);
  const histogram: HistogramPoint = {
    ...base,
    count: toCount(count),
    ...(sumOf !== undefined && { sum: sumOf }),
    native: {
      schema: Math.min(given, maxSchema),
      zeroThreshold: toNumber(zeroThreshold) ?? 0,
      zeroCount: toCount(zeroCount),
      ...(sides.positive && { positive: sides.positive }),
      ...(sides.negative && { negative: sides.negative }),
    },
  };
  return histogram;
};

const readSummary: Read = ({ count, sum, quantileValues }, base) => ({
  ...base,
  count: toCount(count),
  sum: toNumber(sum) ?? 0,
  quantiles: recordsOf(quantileValues).map(({ quantile, value }) => ({
    quantile: toNumber(quantile) ?? 0,
    value: toNumber(value) ?? 0,
  })),
});

const isDelta = ({ aggregationTemporality: given }: Loose): boolean =>
  given === 1 || given === 'AGGREGATION_TEMPORALITY_DELTA';

const readers = {
  gauge: readNumber,
  sum: readNumber,
  histogram: readHistogram,
  exponentialHistogram: readExponential,
  summary: readSummary,
} as const;
type Data = keyof typeof readers;

const kinds: Readonly<Record<Data, Metric['kind']>> = {
  gauge: 'gauge',
  sum: 'counter',
  histogram: 'histogram',
  exponentialHistogram: 'histogram',
  summary: 'summary',
};

/** Set on points that say only that there is nothing to say. */
const noRecordedValue = 1;

function toMetric(metric: OtlpMetric, scope: Attributes, telling: Telling, path: string): Metric[] {
  const data = (Object.keys(readers) as Data[]).find((each) => metric[each] !== undefined);
  if (data === undefined) {
    tell(telling, 'dropped', path, 'A metric without data was left out');
    return [];
  }
  const body = metric[data] as Loose;
  const isSumOfDeltas = data === 'sum' && isDelta(body);
  const kind = data === 'sum' && (isSumOfDeltas || body.isMonotonic !== true) ? 'gauge' : kinds[data];
  if (isSumOfDeltas) tell(telling, 'fallback', path, 'A sum of each interval is no counter: it is read as a gauge');
  else if (isDelta(body)) tell(telling, 'fallback', path, 'Each point of this histogram begins anew at its start time');
  const points = recordsOf(body.dataPoints).flatMap((point, index) => {
    if ((Number(point.flags ?? 0) & noRecordedValue) === noRecordedValue) return [];
    const base = baseOf(point, scope);
    const at = `${path}.${data}.dataPoints.${index}`;
    const read = readers[data](point, kind === 'gauge' ? withoutStart(base) : base, telling, at);
    if (read === undefined && data !== 'exponentialHistogram')
      tell(telling, 'dropped', at, 'A point without a value was left out');
    return read === undefined ? [] : [read];
  });
  const { name, unit, description } = metric;
  return [
    { kind, name, ...(unit && { unit }), ...(description && { help: description }), points } as unknown as Metric,
  ];
}

/** The scope as attributes of points, by the names of OpenTelemetry's mapping to Prometheus. */
function scopeAttributes(scope: unknown): Attributes {
  if (!isRecord(scope)) return {};
  const { name, version, attributes } = scope;
  const own = Object.entries(attributesOf(attributes)).map(([key, value]) => [`otel.scope.${key}`, value] as const);
  return Object.fromEntries([
    ...own,
    ...(typeof name === 'string' && name !== '' ? [['otel.scope.name', name] as const] : []),
    ...(typeof version === 'string' && version !== '' ? [['otel.scope.version', version] as const] : []),
  ]);
}

/**
 * Reads an `ExportMetricsServiceRequest`, one batch a resource. Times are kept to the millisecond.
 *
 * @param diagnostics receives what was read as something else, or has no place
 * @throws InputInvalidError when the value is not such a request
 * @example
 * ```ts
 * import { fromOtlp } from 'channel-formatters/sources/otlp';
 *
 * const [batch] = fromOtlp({
 *   resourceMetrics: [
 *     { scopeMetrics: [{ metrics: [{ name: 'queue.depth', gauge: { dataPoints: [{ asInt: '312' }] } }] }] },
 *   ],
 * });
 * console.log(batch?.metrics.length);
 * ```
 */
export function fromOtlp(input: unknown, diagnostics: Diagnostic[] = []): MetricBatch[] {
  const { resourceMetrics } = validate('sources/otlp', createSchema(), input);
  const telling: Telling = { diagnostics, told: new Set() };
  return resourceMetrics.map(({ resource, scopeMetrics = [] }, index) => {
    const metrics = scopeMetrics.flatMap(({ scope, metrics: given = [] }, scopeIndex) => {
      const attributes = scopeAttributes(scope);
      return given.flatMap((metric, at) =>
        toMetric(
          metric as OtlpMetric,
          attributes,
          telling,
          `resourceMetrics.${index}.scopeMetrics.${scopeIndex}.metrics.${at}`,
        ),
      );
    });
    const attributes = attributesOf(resource?.attributes);
    return Object.keys(attributes).length === 0 ? { metrics } : { resource: attributes, metrics };
  });
}
