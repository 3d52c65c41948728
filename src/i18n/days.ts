/** Calendar days, which are the same in every zone, through `Intl` in UTC: days, ranges of them, labels of axes. */
import { maxEpochMs } from '../kernel/instant.js';
import { createBoundedCache } from './bounded-cache.js';
import { noValue } from './numbers.js';

export type DaysConfig = {
  readonly locales: readonly string[];
  readonly numberingSystem: string;
  readonly calendar: string;
  /** @default what CLDR says for the locale */
  readonly hourCycle?: 'h11' | 'h12' | 'h23' | 'h24';
};

/** How much of a day is printed: all of it, what an axis of days, months or years needs, or what all weeks or days share. */
export type DayForm = 'full' | 'day' | 'month' | 'year' | 'weekday' | 'hour';

export type Days = {
  /** Prints the day whose midnight in UTC is given; `hour` the hour of the day in UTC. */
  day(epochMs: number, form?: DayForm): string;
  /** Prints a range of days, both included, as the language shortens it: `1–30 Sept 2026`. */
  range(fromMs: number, toMs: number): string;
};

const fields: Readonly<Record<DayForm, Intl.DateTimeFormatOptions>> = {
  full: { year: 'numeric', month: 'short', day: 'numeric' },
  day: { month: 'short', day: 'numeric' },
  month: { year: 'numeric', month: 'short' },
  year: { year: 'numeric' },
  weekday: { weekday: 'long' },
  hour: { hour: 'numeric' },
};

const isDay = (epochMs: number): boolean => Math.abs(epochMs) <= maxEpochMs;

/** Labels kept by one localizer: a quarter of days as an axis has them, and the hours of a day. */
const maxLabels = 512;
/** Ranges take `Intl` twenty times as long as days. A report says two of them, many times. */
const maxRanges = 16;

/** Creates the printers of days for one reader. At most six `Intl` objects, each made on first use. */
export function createDays({ locales, numberingSystem, calendar, hourCycle }: DaysConfig): Days {
  const made = new Map<DayForm, Intl.DateTimeFormat>();
  const formatter = (form: DayForm): Intl.DateTimeFormat => {
    const known = made.get(form);
    if (known !== undefined) return known;
    const clock = form === 'hour' && hourCycle !== undefined ? { hourCycle } : {};
    const options = { ...fields[form], ...clock, timeZone: 'UTC', calendar, numberingSystem };
    const format = new Intl.DateTimeFormat([...locales], options);
    made.set(form, format);
    return format;
  };
  const labels = createBoundedCache<string, string>(maxLabels);
  const ranges = createBoundedCache<string, string>(maxRanges);
  return {
    day(epochMs, form = 'full') {
      if (!isDay(epochMs)) return noValue;
      const key = form + epochMs;
      let label = labels.get(key);
      if (label === undefined) {
        label = formatter(form).format(epochMs);
        labels.set(key, label);
      }
      return label;
    },
    range(fromMs, toMs) {
      if (!isDay(fromMs) || !isDay(toMs)) return noValue;
      const key = `${fromMs} ${toMs}`;
      let range = ranges.get(key);
      if (range === undefined) {
        // `formatRange` throws nothing for ends in the wrong order, and prints them so.
        range = formatter('full').formatRange(fromMs, toMs);
        ranges.set(key, range);
      }
      return range;
    },
  };
}
