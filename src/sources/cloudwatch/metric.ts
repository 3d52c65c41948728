/** What an alarm watches: the metric with its dimensions, its latest value, and what it is measured against. */
import type { MetricReading } from '../../domains/alert/schema.js';
import type { Alarm, ReasonData, StateChange } from './schema.js';

/** The metric of an alarm, whichever way it came. */
export type Watched = {
  readonly namespace?: string | undefined;
  readonly name?: string | undefined;
  readonly statistic?: string | undefined;
  readonly unit?: string | undefined;
  readonly threshold?: number | undefined;
  readonly comparison?: string | undefined;
  readonly dimensions: readonly (readonly [name: string, value: string])[];
};

/** CloudWatch's names of units, where readers know a shorter one. */
const units: Readonly<Record<string, string>> = {
  Seconds: 's',
  Milliseconds: 'ms',
  Microseconds: 'µs',
  Percent: '%',
  Bytes: 'B',
  Kilobytes: 'kB',
  Megabytes: 'MB',
  Gigabytes: 'GB',
  Terabytes: 'TB',
  'Bytes/Second': 'B/s',
  'Kilobytes/Second': 'kB/s',
  'Megabytes/Second': 'MB/s',
  'Gigabytes/Second': 'GB/s',
  'Count/Second': '/s',
};

/** Say nothing that a reader would miss. */
const silentUnits: readonly string[] = ['', 'None', 'Count'];

function unitOf(unit: string | undefined): string | undefined {
  if (unit === undefined || silentUnits.includes(unit)) return undefined;
  return Object.hasOwn(units, unit) ? units[unit] : unit;
}

/** `Greater...` alarms when the value is high, so that a lower one is welcome. Bands around a forecast have no such side. */
function polarityOf(comparison: string | undefined): MetricReading['polarity'] {
  if (comparison?.includes('UpperThreshold') === true) return undefined;
  if (comparison?.startsWith('Greater') === true) return 'lower';
  return comparison?.startsWith('Less') === true ? 'higher' : undefined;
}

/** `[1234.0 (06/03/15 17:43:27)]`: the latest data point comes first. */
const latestInReason = /\[(-?\d{1,20}(?:\.\d{1,20})?(?:E-?\d{1,3})?) \(/;

/** The latest value: of the reason data, or as the reason's sentence says it. */
export function latestValue(reason: string | undefined, data: ReasonData | undefined): number | undefined {
  const points = data?.recentDatapoints ?? [];
  const [said] = latestInReason.exec(reason ?? '')?.slice(1) ?? [];
  const value = points[points.length - 1] ?? (said === undefined ? Number.NaN : Number(said));
  return Number.isFinite(value) ? value : undefined;
}

/** The key figure of an alarm, if its value is known. */
export function readingOf(watched: Watched, value: number | undefined): Record<string, MetricReading> | undefined {
  if (value === undefined || watched.name === undefined) return undefined;
  const unit = unitOf(watched.unit);
  const polarity = polarityOf(watched.comparison);
  const reading: MetricReading = {
    value,
    ...(unit !== undefined && { unit }),
    ...(watched.threshold !== undefined && { threshold: watched.threshold }),
    ...(polarity !== undefined && { polarity }),
  };
  return Object.fromEntries([[watched.name, reading]]);
}

type Trigger = NonNullable<Alarm['Trigger']>;

const pairs = (dimensions: Trigger['Dimensions']): [string, string][] =>
  (dimensions ?? []).map(({ name, Name, value, Value }) => [name ?? Name ?? '', value ?? Value ?? '']);

/** The metric of an alarm of SNS. Of several, the one that is compared gives its name, and the first its dimensions. */
export function watchedByTrigger(trigger: Trigger): Watched {
  const { Threshold: threshold, ComparisonOperator: comparison, Metrics: metrics } = trigger;
  const compared = { threshold: threshold ?? undefined, comparison: comparison ?? undefined };
  const result = metrics?.find(({ ReturnData }) => ReturnData === true) ?? metrics?.[0];
  if (result === undefined) {
    const { MetricName, Namespace, Statistic, ExtendedStatistic, Unit, Dimensions } = trigger;
    return {
      ...compared,
      name: MetricName ?? undefined,
      namespace: Namespace ?? undefined,
      statistic: Statistic ?? ExtendedStatistic ?? undefined,
      unit: Unit ?? undefined,
      dimensions: pairs(Dimensions),
    };
  }
  const { Metric: metric, Stat, Unit } = metrics?.find(({ MetricStat }) => MetricStat != null)?.MetricStat ?? {};
  return {
    ...compared,
    name: result.Label || result.MetricStat?.Metric?.MetricName || result.Expression || undefined,
    namespace: metric?.Namespace ?? undefined,
    statistic: Stat ?? undefined,
    unit: Unit ?? undefined,
    dimensions: pairs(metric?.Dimensions),
  };
}

/** The metric of an event of EventBridge. */
export function watchedByConfiguration(
  configuration: StateChange['detail']['configuration'],
  data: ReasonData | undefined,
): Watched {
  const metrics = configuration?.metrics ?? [];
  const result = metrics.find(({ returnData }) => returnData === true) ?? metrics[0];
  const { metric, stat, unit } = metrics.find(({ metricStat }) => metricStat != null)?.metricStat ?? {};
  return {
    name: result?.label || result?.metricStat?.metric?.name || result?.expression || undefined,
    namespace: metric?.namespace ?? undefined,
    statistic: stat ?? data?.statistic ?? undefined,
    unit: unit ?? data?.unit ?? undefined,
    threshold: data?.threshold ?? undefined,
    dimensions: Object.entries(metric?.dimensions ?? {}),
  };
}
