/** The points of a timeline: how far apart they are, and how streams grew over the last weeks. */
import type { Derivation, Grain, Period } from '../../report/model.js';
import { readPoint } from '../../report/period.js';
import { compoundGrowth, minSample } from '../../report/statistics.js';
import type { ArtistPoint } from './schema.js';

const dayMs = 86_400_000;

/** A day is an hour shorter or longer where clocks change. */
const minDayMs = 23 * 3_600_000;
const maxDayMs = 25 * 3_600_000;

/** The instants of points, in order. The schema has checked them. */
export const timesOf = (timeline: readonly ArtistPoint[]): number[] => timeline.map(({ t }) => readPoint(t) ?? 0);

/** Steps up to so many days are of a grain. A week is labelled by its day. */
const grains: readonly (readonly [maxStepDays: number, grain: Grain])[] = [
  [0.9, 'hour'],
  [27, 'day'],
  [80, 'month'],
  [300, 'quarter'],
];

/** What tells points apart, by how far they lie apart. */
export function grainOf(times: readonly number[]): Grain {
  const [first] = times;
  const last = times.at(-1);
  if (first === undefined || last === undefined || times.length < 2) return 'day';
  const stepDays = (last - first) / (times.length - 1) / dayMs;
  return grains.find(([maxStepDays]) => stepDays <= maxStepDays)?.[1] ?? 'year';
}

/** Streaming services settle their counts for about three days; of coarser points only the last is open. */
const openDays = 3;

/** From which point on values may still change; `undefined` where none may. */
export function provisionalFrom(times: readonly number[], period: Period | undefined): number | undefined {
  if (period?.complete !== false || times.length === 0) return undefined;
  const isFine = grainOf(times) === 'day' && (times.at(-1) ?? 0) - (times.at(-2) ?? 0) <= maxDayMs;
  return Math.max(0, times.length - (isFine ? openDays : 1));
}

/** How many of the last points are a day apart, have streams, and were not corrected. */
function steadyDays(timeline: readonly ArtistPoint[], times: readonly number[]): number {
  let days = 0;
  for (let index = timeline.length - 1; index >= 0; index -= 1) {
    const point = timeline[index];
    if (point?.streams === undefined || point.correction === true) break;
    const stepMs = (times[index + 1] ?? (times[index] ?? 0) + dayMs) - (times[index] ?? 0);
    if (stepMs < minDayMs || stepMs > maxDayMs) break;
    days += 1;
  }
  return days;
}

/** A sum of streams of some days, and how it follows. */
type Span = { readonly sum: number; readonly evidence: Derivation };

function spanOf(timeline: readonly ArtistPoint[], from: number, days: number): Span {
  const paths: string[] = [];
  let sum = 0;
  for (let index = from; index < from + days; index += 1) {
    sum += timeline[index]?.streams ?? 0;
    paths.push(`timeline.${index}.streams`);
  }
  return { sum, evidence: { op: 'sum', from: paths } };
}

/** Growth is said of a quarter at most, and of a month at least. */
const maxWeeks = 13;
const minWeeks = 4;
const fourWeekDays = 28;

export type Growth = {
  /** The rate that turns the first week into the last, a week. */
  readonly weekly?: {
    readonly rate: number;
    readonly weeks: number;
    readonly evidence: [rate: Derivation, weeks: Derivation];
  };
  /** The last 28 days beside the 28 before. */
  readonly fourWeeks?: {
    readonly sum: number;
    readonly ratio: number;
    readonly evidence: [sum: Derivation, ratio: Derivation];
  };
};

function weeklyOf(timeline: readonly ArtistPoint[], days: number): Growth['weekly'] {
  const weeks = Math.min(maxWeeks, Math.floor(days / 7));
  if (weeks < minWeeks) return undefined;
  const start = timeline.length - weeks * 7;
  const [first, last] = [spanOf(timeline, start, 7), spanOf(timeline, timeline.length - 7, 7)];
  if (Math.min(first.sum, last.sum) < minSample) return undefined;
  const rate = compoundGrowth(first.sum, last.sum, weeks - 1);
  if (rate === undefined || !Number.isFinite(rate)) return undefined;
  // The weeks that follow the first are counted by their first days.
  const starts = Array.from({ length: weeks - 1 }, (_, week) => `timeline.${start + (week + 1) * 7}.t`);
  const counted: Derivation = { op: 'count', from: starts };
  return {
    rate,
    weeks: weeks - 1,
    evidence: [{ op: 'growth', from: [first.evidence, last.evidence, counted] }, counted],
  };
}

function fourWeeksOf(timeline: readonly ArtistPoint[], days: number): Growth['fourWeeks'] {
  if (days < 2 * fourWeekDays) return undefined;
  const now = spanOf(timeline, timeline.length - fourWeekDays, fourWeekDays);
  const before = spanOf(timeline, timeline.length - 2 * fourWeekDays, fourWeekDays);
  if (Math.min(now.sum, before.sum) < minSample) return undefined;
  const evidence: Derivation = { op: 'change', from: [now.evidence, before.evidence] };
  return { sum: now.sum, ratio: (now.sum - before.sum) / before.sum, evidence: [now.evidence, evidence] };
}

/** Measures how streams grew over whole weeks of days without a gap; nothing where the data do not support it. */
export function growthOf(timeline: readonly ArtistPoint[], times: readonly number[]): Growth {
  const days = steadyDays(timeline, times);
  const [weekly, fourWeeks] = [weeklyOf(timeline, days), fourWeeksOf(timeline, days)];
  return { ...(weekly !== undefined && { weekly }), ...(fourWeeks !== undefined && { fourWeeks }) };
}
