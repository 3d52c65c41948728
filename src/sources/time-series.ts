/** Values by time, in the shapes that queries and files have them: rows, lists of points, columns. */
import type { UserEngagementInput } from '../domains/user-engagement/schema.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { activeUsersOf, type TimeSeriesOptions } from './shared/active-users.js';
import { readSeries, type TimeSeries } from './shared/time-series.js';

export type { TimeSeriesOptions } from './shared/active-users.js';
export type { TimePoint, TimeSeries } from './shared/time-series.js';

/**
 * Reads rows, columns, or lists of `{ name, points }` as series, whatever they count.
 *
 * @param time the column that holds the time
 * @param diagnostics receives cells and times that cannot be read
 * @throws InputInvalidError when the value is none of these
 */
export const readTimeSeries = (data: unknown, time?: string, diagnostics: Diagnostic[] = []): TimeSeries[] =>
  readSeries(data, time, diagnostics);

/**
 * Makes active users of values by time: the series of the window, and the figures of the window and the one before.
 *
 * Takes rows (`[{ day, active }]`), columns (`{ day: [...], active: [...] }`), `[{ name, points }]` with points as
 * `{ t, value }` or `[t, value]`, or what `fromDatadogSeries` returns. Numbers may be texts; `null` is a gap.
 *
 * @param diagnostics receives cells and times that cannot be read
 * @throws InputInvalidError when the value is none of these, or has no series of a name
 * @example
 * ```ts
 * import { fromTimeSeries } from 'channel-formatters/sources/time-series';
 *
 * const rows = [
 *   { day: '2026-10-01', active: '118402' },
 *   { day: '2026-10-02', active: '121377' },
 * ];
 * const window = { from: '2026-10-01', to: '2026-10-02' };
 * const { active } = fromTimeSeries(rows, { window, metrics: { dau: 'active' } });
 * console.log(active?.dau);
 * ```
 */
export const fromTimeSeries = (
  data: unknown,
  options: TimeSeriesOptions,
  diagnostics: Diagnostic[] = [],
): UserEngagementInput => activeUsersOf(data, options, diagnostics);
