/** Alert metrics as key figures: value, threshold, previous value, change, and whether that is welcome. */
import type { Kpi, NumberInline } from '../../document/nodes.js';
import type { MetricReading } from './schema.js';

type Assessment = NonNullable<Kpi['assessment']>;

const figure = (value: number, unit: string | undefined): NumberInline =>
  unit === undefined ? { type: 'number', value } : { type: 'number', value, unit };

const directionOf = (value: number, previous: number): NonNullable<Kpi['direction']> => {
  if (value === previous) return 'flat';
  return value > previous ? 'up' : 'down';
};

/**
 * Without a stated polarity nothing is judged. A crossed threshold is bad, whatever the trend. Whoever set a threshold has
 * said what needs attention, so that within it an unwelcome trend is shown, but is no verdict; without one it is.
 */
function assess({ value, threshold, previous, polarity = 'neutral' }: MetricReading): Assessment {
  if (polarity === 'neutral') return 'neutral';
  const sign = polarity === 'higher' ? 1 : -1;
  if (threshold !== undefined && (value - threshold) * sign < 0) return 'bad';
  if (previous === undefined || value === previous) return 'neutral';
  if ((value - previous) * sign > 0) return 'good';
  return threshold === undefined ? 'bad' : 'neutral';
}

const isPercent = (unit: string | undefined): boolean => unit === '%' || unit === 'percent';

/** The relative change. That of a percentage would read like percentage points, and one from zero does not exist. */
function changeOf({ value, unit, previous }: MetricReading): NumberInline | undefined {
  if (previous === undefined || previous === 0 || previous === value || isPercent(unit)) return undefined;
  const ratio = (value - previous) / Math.abs(previous);
  return Number.isFinite(ratio) ? { type: 'number', value: ratio, style: 'percent', sign: 'always' } : undefined;
}

/** Makes a key figure of a metric. */
export function toKpi(label: string, metric: number | MetricReading): Kpi {
  const path = `metrics.${label}`;
  if (typeof metric === 'number') return { path, label, value: { type: 'number', value: metric } };
  const { value, unit, threshold, previous } = metric;
  const kpi: { -readonly [Key in keyof Kpi]: Kpi[Key] } = { path, label, value: figure(value, unit) };
  if (threshold !== undefined) kpi.threshold = figure(threshold, unit);
  if (previous !== undefined) {
    kpi.previous = figure(previous, unit);
    kpi.direction = directionOf(value, previous);
  }
  const delta = changeOf(metric);
  if (delta !== undefined) kpi.delta = delta;
  kpi.assessment = assess(metric);
  return kpi;
}
