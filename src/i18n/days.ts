/** Calendar days, which are the same in every zone, through `Intl` in UTC: days, ranges of them, labels of axes. */
import { maxEpochMs } from '../kernel/instant.js';
import { noValue } from './numbers.js';

export type DaysConfig = {
  readonly locales: readonly string[];
  readonly numberingSystem: string;
  readonly calendar: string;
};

/** How much of a day is printed: all of it, or what an axis or a column of days, months or years needs. */
export type DayForm = 'full' | 'day' | 'month' | 'year';

export type Days = {
  /** Prints the day whose midnight in UTC is given. */
  day(epochMs: number, form?: DayForm): string;
  /** Prints a range of days, both included, as the language shortens it: `1–30 Sept 2026`. */
  range(fromMs: number, toMs: number): string;
};

const fields: Readonly<Record<DayForm, Intl.DateTimeFormatOptions>> = {
  full: { year: 'numeric', month: 'short', day: 'numeric' },
  day: { month: 'short', day: 'numeric' },
  month: { year: 'numeric', month: 'short' },
  year: { year: 'numeric' },
};

const isDay = (epochMs: number): boolean => Math.abs(epochMs) <= maxEpochMs;

/** Creates the printers of days for one reader. At most four `Intl` objects, each made on first use. */
export function createDays({ locales, numberingSystem, calendar }: DaysConfig): Days {
  const made = new Map<DayForm, Intl.DateTimeFormat>();
  const formatter = (form: DayForm): Intl.DateTimeFormat => {
    const known = made.get(form);
    if (known !== undefined) return known;
    const options = { ...fields[form], timeZone: 'UTC', calendar, numberingSystem };
    const format = new Intl.DateTimeFormat([...locales], options);
    made.set(form, format);
    return format;
  };
  return {
    day: (epochMs, form = 'full') => (isDay(epochMs) ? formatter(form).format(epochMs) : noValue),
    range: (fromMs, toMs) => {
      if (!isDay(fromMs) || !isDay(toMs)) return noValue;
      // `formatRange` throws nothing for ends in the wrong order, and prints them so.
      return formatter('full').formatRange(fromMs, toMs);
    },
  };
}
