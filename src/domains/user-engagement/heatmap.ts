/** Activity by weekday and hour. */
import type { Localizer } from '../../i18n/localizer.js';

const hourMs = 3_600_000;

/** 1 January 2024 was a Monday, the first day of a week in ISO 8601. */
const monday = Date.UTC(2024, 0, 1);

/** Names a weekday, counted from Monday. */
export const weekdayOf = ({ days }: Localizer, weekday: number): string =>
  days.day(monday + weekday * 24 * hourMs, 'weekday');

/** Names an hour of the day. */
export const hourOf = ({ days }: Localizer, hour: number): string => days.day(monday + hour * hourMs, 'hour');

/** An hour of the week. */
export type Peak = { readonly weekday: number; readonly hour: number; readonly count: number };

/** All hours of a week with some activity, the busiest first; of equal ones the earlier. */
export const busiestHours = (heatmap: readonly (readonly number[])[]): Peak[] =>
  heatmap
    .flatMap((counts, weekday) => counts.map((count, hour): Peak => ({ weekday, hour, count })))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);

/** The busiest hour; `undefined` where there is none, or another one is as busy. */
export function peakOf(heatmap: readonly (readonly number[])[]): Peak | undefined {
  const [first, second] = busiestHours(heatmap);
  return first === undefined || first.count === second?.count ? undefined : first;
}
