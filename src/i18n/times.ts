/** Instants, distances and durations through `Intl`, every option explicit. */
import { maxEpochMs } from '../kernel/instant.js';
import { createBoundedCache } from './bounded-cache.js';
import { createDays, type Days } from './days.js';
import { splitDuration } from './duration.js';
import type { Numbers } from './numbers.js';
import { noValue } from './numbers.js';
import { type CalendarDay, relativeTime } from './relative.js';
import { isUtc } from './zone.js';

export type TimesConfig = {
  readonly locales: readonly string[];
  readonly timeZone: string;
  readonly numberingSystem: string;
  readonly calendar: string;
  readonly hourCycle?: HourCycle;
  readonly numbers: Numbers;
};

export type Times = {
  date(epochMs: number, style?: 'date' | 'time' | 'datetime' | 'day'): string;
  /** Calendar days, whatever the zone. */
  readonly days: Days;
  relative(epochMs: number, nowMs: number): string;
  duration(durationMs: number): string;
};

export type HourCycle = 'h11' | 'h12' | 'h23' | 'h24';

/** The hour cycle that was asked for, else the one CLDR has for the locale: always explicit, `hour12` differs by engine. */
export function resolveHourCycle(locales: readonly string[], wanted: HourCycle | undefined): HourCycle {
  if (wanted !== undefined) return wanted;
  const { hourCycle } = new Intl.DateTimeFormat([...locales], { hour: 'numeric', timeZone: 'UTC' }).resolvedOptions();
  return hourCycle ?? 'h23';
}

// `Intl` throws outside of the range of `Date`.
const isInstant = (epochMs: number): boolean => Math.abs(epochMs) <= maxEpochMs;

const dayFields: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' };
const timeFields: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: 'numeric' };

/** Minutes kept by one localizer: an hour. */
const maxMinutes = 64;

/** 1980: the last zones with offsets of odd seconds are gone since 1972 (Africa/Monrovia), so minutes are everywhere whole. */
const wholeMinuteOffsets = 315_532_800_000;

function once<T>(create: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= create();
    return value;
  };
}

/** Creates the printers of instants and durations for one reader. At most thirteen `Intl` objects, each made on first use. */
export function createTimes(config: TimesConfig): Times {
  const { timeZone, numberingSystem, calendar, numbers } = config;
  const locales = [...config.locales];
  const isUniversal = isUtc(timeZone);
  const zone = isUniversal ? 'UTC' : timeZone;
  // Overlapping hours differ by their offset only, and a zone's name says less than its offset does.
  const timeZoneName = isUniversal ? 'short' : 'shortOffset';
  const hourCycle = once(() => resolveHourCycle(locales, config.hourCycle));
  const printer = (fields: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(locales, { ...fields, timeZone: zone, calendar, numberingSystem }).format);
  const clock = (): Intl.DateTimeFormatOptions => ({ ...timeFields, hourCycle: hourCycle(), timeZoneName });
  const printers = {
    date: printer(dayFields),
    time: once(() => printer(clock())()),
    datetime: once(() => printer({ ...dayFields, ...clock() })()),
  };

  const days = createDays(config);
  const calendarDays = once(
    () =>
      new Intl.DateTimeFormat('en', {
        timeZone: zone,
        calendar: 'gregory',
        numberingSystem: 'latn',
        era: 'short',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
      }),
  );
  const dayOf = (epochMs: number): CalendarDay => {
    const day = { year: 0, month: 0, day: 0 };
    let isBeforeChrist = false;
    for (const { type, value } of calendarDays().formatToParts(epochMs)) {
      if (type === 'year' || type === 'month' || type === 'day') day[type] = Number(value);
      if (type === 'era') isBeforeChrist = value.startsWith('B');
    }
    return isBeforeChrist ? { ...day, year: 1 - day.year } : day;
  };

  // The declared options lack `numberingSystem` (ECMA-402 17.1.2).
  const distance = (numeric: 'auto' | 'always') =>
    once(() => new Intl.RelativeTimeFormat(locales, { numeric, numberingSystem } as Intl.RelativeTimeFormatOptions));
  const distances = { auto: distance('auto'), always: distance('always') };
  const join = once(() => new Intl.ListFormat(locales, { type: 'unit', style: 'short' }));

  // Alerts come in bursts, and nothing finer than a minute is printed: most dates were printed a moment ago.
  const minutes = createBoundedCache<number, string>(maxMinutes);
  const datetime = (epochMs: number): string => {
    if (epochMs < wholeMinuteOffsets) return printers.datetime()(epochMs);
    const minute = Math.floor(epochMs / 60_000);
    const known = minutes.get(minute);
    if (known !== undefined) return known;
    const text = printers.datetime()(epochMs);
    minutes.set(minute, text);
    return text;
  };

  return {
    days,
    date(epochMs, style = 'datetime') {
      if (!isInstant(epochMs)) return noValue;
      if (style === 'day') return days.day(epochMs);
      return style === 'datetime' ? datetime(epochMs) : printers[style]()(epochMs);
    },
    relative(epochMs, nowMs) {
      if (!isInstant(epochMs) || !isInstant(nowMs)) return noValue;
      const { unit, value } = relativeTime(epochMs, nowMs, dayOf);
      // Thirteen months can touch two turns of the year: "last year" would be wrong, "1 year ago" is not.
      return distances[unit === 'year' ? 'always' : 'auto']().format(value, unit);
    },
    duration(durationMs) {
      if (!Number.isFinite(durationMs)) return numbers.number(durationMs);
      const parts = splitDuration(durationMs).map(({ unit, value }) => numbers.number(value, { unit }));
      return parts.length === 1 ? (parts[0] ?? noValue) : join().format(parts);
    },
  };
}
