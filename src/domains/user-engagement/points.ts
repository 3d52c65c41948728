/** Points in time of an input: calendar days, or instants, of which the day is the one that was written. */
import type { Localizer } from '../../i18n/localizer.js';
import type { Grain } from '../../report/model.js';
import { parseDay, pointLabel, readPoint } from '../../report/period.js';

const dayMs = 86_400_000;

type Point = string | number;

/** The midnight in UTC of a point's day: that of `2026-07-01T00:00:00+02:00` is 1 July, although it is June in UTC. */
export function dayOf(point: Point): number {
  const written = typeof point === 'string' ? (parseDay(point) ?? parseDay(point.slice(0, 10))) : undefined;
  return written ?? Math.floor((readPoint(point) ?? 0) / dayMs) * dayMs;
}

/** The instants of an axis, and what its points are. */
export type Axis = { readonly times: readonly number[]; readonly grain: Grain };

/** Makes an axis of points in order: points less than a day apart are instants, all others days. */
export function axisOf(points: readonly Point[]): Axis {
  const instants = points.map((point) => readPoint(point) ?? 0);
  const gaps = instants.slice(1).map((instant, index) => instant - (instants[index] ?? 0));
  const gap = Math.min(...gaps);
  if (gap < dayMs / 2) return { times: instants, grain: 'hour' };
  return { times: points.map(dayOf), grain: gaps.length > 0 && gap >= 28 * dayMs ? 'month' : 'day' };
}

/** Names the points of an axis. */
export const labelsOf = (localizer: Localizer, { times, grain }: Axis): string[] =>
  times.map((time) => pointLabel(localizer, time, grain));

/** Names the start of a cohort: its month, or its day. */
export const cohortLabel = ({ days }: Localizer, start: Point, unit: 'day' | 'week' | 'month'): string =>
  days.day(dayOf(start), unit === 'month' ? 'month' : 'full');
