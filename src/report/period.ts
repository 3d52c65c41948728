/** Windows of reports: what an input says of its days, checked, and how they are called. */
import { createBoundedCache } from '../i18n/bounded-cache.js';
import type { Localizer } from '../i18n/localizer.js';
import { toEpochMs } from '../kernel/instant.js';
import * as z from '../kernel/zod.js';
import type { Grain, Period } from './model.js';

/** The days that the figures of an input are of, both ends included: `2026-07-01` to `2026-09-30`. */
export type ReportWindow = {
  from: string;
  to: string;
  /** IANA zone. @default the tenant's */
  timeZone?: string;
  /** @default what the length says */
  grain?: Grain;
  /** `false` while figures are still coming in. @default true */
  complete?: boolean;
  /** The days that figures of before are of. */
  previous?: { from: string; to: string };
};

const dayMs = 86_400_000;

/** The days of each month, in leap years. */
const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysIn = (year: number, month: number): number =>
  month === 2 && !isLeap(year) ? 28 : (monthDays[month - 1] ?? 0);

/** Reads the digits of a part of a text; -1 where other characters stand there. */
function digitsAt(text: string, from: number, end: number): number {
  let value = 0;
  for (let index = from; index < end; index += 1) {
    const digit = text.charCodeAt(index) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * Reads `2026-07-01`, `2026-07` or `2026` as the first of its days, midnight in UTC; `undefined` for no such day. Each point of a
 * timeline is read several times, so that this does without patterns and `Date` objects.
 */
export function parseDay(text: string): number | undefined {
  const { length } = text;
  if (length !== 4 && length !== 7 && length !== 10) return undefined;
  if ((length > 4 && text[4] !== '-') || (length > 7 && text[7] !== '-')) return undefined;
  const year = digitsAt(text, 0, 4);
  const month = length > 4 ? digitsAt(text, 5, 7) : 1;
  const day = length > 7 ? digitsAt(text, 8, 10) : 1;
  if (year < 0 || day < 1 || day > daysIn(year, month)) return undefined;
  // `Date.UTC` takes years below 100 for those of the last century.
  return year < 100 ? new Date(0).setUTCFullYear(year, month - 1, day) : Date.UTC(year, month - 1, day);
}

/** Reads a day, or an instant as all inputs have it. */
export const readPoint = (point: unknown): number | undefined =>
  (typeof point === 'string' ? parseDay(point) : undefined) ?? toEpochMs(point);

const isDay = (value: string): boolean => value.length === 10 && parseDay(value) !== undefined;

/** Creates the schema of a day. */
export const daySchema = () => z.string().check(z.refine(isDay, 'a calendar day as 2026-07-01'));

/** Creates the schema of a point in time: a day, a month, a year, or an instant with its offset. */
export const pointSchema = () =>
  z.custom<string | number>(
    (value) => (typeof value === 'string' || typeof value === 'number') && readPoint(value) !== undefined,
    'a day as 2026-07-01, or an instant: epoch milliseconds, or ISO 8601 with offset or Z',
  );

/** Zones that one schema remembers. */
const maxZones = 64;

function isZone(zone: string): boolean {
  try {
    return zone !== '' && new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}

/** Creates the schema of a window. */
export function windowSchema() {
  // `Intl` takes longer to look a zone up than all else in a window. One schema serves a tenant, whose zones are few.
  const zones = createBoundedCache<string, boolean>(maxZones);
  const isKnownZone = (zone: string): boolean => {
    const known = zones.get(zone) ?? isZone(zone);
    zones.set(zone, known);
    return known;
  };
  const span = { from: daySchema(), to: daySchema() };
  const inOrder = z.refine<{ from: string; to: string }>(({ from, to }) => from <= to, {
    path: ['to'],
    error: 'a day that is not before `from`',
  });
  return z
    .strictObject({
      ...span,
      timeZone: z.optional(z.string().check(z.refine(isKnownZone, 'an IANA time zone'))),
      grain: z.optional(z.enum(['hour', 'day', 'week', 'month', 'quarter', 'year'])),
      complete: z.optional(z.boolean()),
      previous: z.optional(z.strictObject(span).check(inOrder)),
    })
    .check(inOrder);
}

const daysOf = (fromMs: number, toMs: number): number => Math.round((toMs - fromMs) / dayMs) + 1;

/** Calendar months, quarters and years, with their shortest and longest in days. */
const calendarSpans: readonly (readonly [Grain, number, number])[] = [
  ['month', 28, 31],
  ['quarter', 90, 92],
  ['year', 365, 366],
];

const grainOf = (days: number): Grain =>
  calendarSpans.find(([, least, most]) => days >= least && days <= most)?.[0] ?? (days === 7 ? 'week' : 'day');

/** Makes a period of a window that passed its schema. */
export function toPeriod({ from, to, timeZone, grain, complete = true, previous }: ReportWindow, zone: string): Period {
  const fromMs = parseDay(from) ?? 0;
  const toMs = parseDay(to) ?? fromMs;
  const period = {
    fromMs,
    toMs,
    timeZone: timeZone ?? zone,
    grain: grain ?? grainOf(daysOf(fromMs, toMs)),
    complete,
  };
  if (previous === undefined) return period;
  return { ...period, previous: { fromMs: parseDay(previous.from) ?? 0, toMs: parseDay(previous.to) ?? 0 } };
}

const isFirst = (epochMs: number): boolean => new Date(epochMs).getUTCDate() === 1;

/**
 * Tells whether figures of both spans may be compared: as many days, or whole months, quarters or years. 30 days against 28
 * would be a rise of seven percent that nobody made.
 */
export function isComparable({ fromMs, toMs, previous, grain }: Period): boolean {
  if (previous === undefined) return true;
  const [now, before] = [daysOf(fromMs, toMs), daysOf(previous.fromMs, previous.toMs)];
  if (now === before) return true;
  const span = calendarSpans.find(([name]) => name === grain);
  const isWhole = (from: number, to: number, days: number): boolean =>
    span !== undefined && isFirst(from) && isFirst(to + dayMs) && days >= span[1] && days <= span[2];
  return isWhole(fromMs, toMs, now) && isWhole(previous.fromMs, previous.toMs, before);
}

/** Names the days of a period: `1 juil. – 30 sept. 2026`. */
export const periodLabel = (
  { days }: Localizer,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): string => (fromMs === toMs ? days.day(fromMs) : days.range(fromMs, toMs));

/** Names a point of an axis as its grain asks for. Points of hours are instants, all others days. */
export function pointLabel(localizer: Localizer, epochMs: number, grain: Grain): string {
  if (grain === 'hour') return localizer.date(epochMs, 'time');
  if (grain === 'year') return localizer.days.day(epochMs, 'year');
  return localizer.days.day(epochMs, grain === 'month' || grain === 'quarter' ? 'month' : 'day');
}
