/** Active users of values by time: the series of a window, and the figures of the window and of the one before. */
import type { ActivePoint, UserEngagementInput } from '../../domains/user-engagement/schema.js';
import type { Diagnostic } from '../../kernel/diagnostics.js';
import { InputInvalidError } from '../../kernel/errors.js';
import type { Figure } from '../../report/figure.js';
import { parseDay, type ReportWindow, readPoint } from '../../report/period.js';
import { readSeries, type TimePoint, type TimeSeries } from './time-series.js';

/** Which series are which active users. */
export type TimeSeriesOptions = {
  readonly window: ReportWindow;
  /** The name of the column or series: `{ dau: 'active_users' }`. */
  readonly metrics: { readonly [Metric in 'dau' | 'wau' | 'mau']?: string };
  /** The column that holds the time. @default the first of `t`, `time`, `timestamp`, `date`, `day` that is there */
  readonly time?: string;
};

const id = 'sources/time-series';
const dayMs = 86_400_000;

type Known = { readonly t: string | number; readonly value: number };

/** The points of a span of days, gaps left out. */
function within(points: readonly TimePoint[], { from, to }: { readonly from: string; readonly to: string }): Known[] {
  const [first, end] = [parseDay(from) ?? 0, (parseDay(to) ?? 0) + dayMs];
  return points.flatMap(({ t, value }) => {
    const epochMs = readPoint(t) ?? 0;
    return value === null || epochMs < first || epochMs >= end ? [] : [{ t, value }];
  });
}

/** Those active on a day are given as the mean of the days, those of longer spans as they were at the end. */
function figureOf(metric: 'dau' | 'wau' | 'mau', points: readonly Known[]): number | undefined {
  if (metric !== 'dau') return points.at(-1)?.value;
  const sum = points.reduce((all, { value }) => all + value, 0);
  return points.length === 0 ? undefined : Math.round(sum / points.length);
}

/** Active users are counted: what is no count is a gap. */
function counted(series: TimeSeries, diagnostics: Diagnostic[]): TimePoint[] {
  return series.points.map(({ t, value }, index) => {
    if (value === null || (Number.isSafeInteger(value) && value >= 0)) return { t, value };
    const message = 'A value was left out, expected a whole number from 0';
    diagnostics.push({ code: 'dropped', severity: 'warning', path: `${series.name}.${index}`, message });
    return { t, value: null };
  });
}

/** Makes them. @throws InputInvalidError when the data are of no shape that is known, or have no series of a name */
export function activeUsersOf(
  data: unknown,
  { window, metrics, time }: TimeSeriesOptions,
  diagnostics: Diagnostic[] = [],
): UserEngagementInput {
  const all = readSeries(data, time, diagnostics);
  const points = new Map<number, ActivePoint>();
  const figures: { [Metric in 'dau' | 'wau' | 'mau']?: Figure } = {};
  for (const metric of ['dau', 'wau', 'mau'] as const) {
    const name = metrics[metric];
    if (name === undefined) continue;
    const series = all.find((each) => each.name === name);
    if (series === undefined) {
      if (all.every((each) => each.points.length === 0)) continue;
      const expected = 'the name of a series';
      throw new InputInvalidError(id, [{ path: `metrics.${metric}`, message: `expected ${expected}`, expected }]);
    }
    const counts = counted(series, diagnostics);
    const now = within(counts, window);
    for (const { t, value } of now) {
      const key = readPoint(t) ?? 0;
      points.set(key, { ...(points.get(key) ?? { t }), [metric]: value });
    }
    const value = figureOf(metric, now);
    const previous = window.previous && figureOf(metric, within(counts, window.previous));
    if (value !== undefined) figures[metric] = previous === undefined ? value : { value, previous };
  }
  const series = [...points].sort(([a], [b]) => a - b).map(([, point]) => point);
  return { window, active: { ...figures, series } };
}
