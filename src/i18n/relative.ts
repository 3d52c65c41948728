/** How far an instant is from now, in the unit people would say it in. */

/** A calendar day of the reader's zone, Gregorian. */
export type CalendarDay = { readonly year: number; readonly month: number; readonly day: number };

export type RelativeTime = {
  readonly unit: 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';
  /** Negative for the past. */
  readonly value: number;
};

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

// No month is longer, so a larger distance in days always is at least one calendar month.
const maxDays = 31;

const dayNumber = ({ year, month, day }: CalendarDay): number => Date.UTC(year, month - 1, day) / dayMs;

/**
 * Chooses unit and distance. Below a day elapsed time counts; from a day on calendar days of the zone do, so that -1 day is
 * yesterday by the reader's calendar and never "24 hours ago, but the day before yesterday".
 */
export function relativeTime(epochMs: number, nowMs: number, dayOf: (epochMs: number) => CalendarDay): RelativeTime {
  const distanceMs = epochMs - nowMs;
  const absoluteMs = Math.abs(distanceMs);
  if (absoluteMs < minuteMs) return { unit: 'second', value: Math.trunc(distanceMs / 1000) + 0 };
  if (absoluteMs < hourMs) return { unit: 'minute', value: Math.trunc(distanceMs / minuteMs) };
  const hours = Math.trunc(distanceMs / hourMs);
  if (absoluteMs < dayMs) return { unit: 'hour', value: hours };
  const then = dayOf(epochMs);
  const today = dayOf(nowMs);
  const days = dayNumber(then) - dayNumber(today);
  // The day on which clocks go back has 25 hours.
  if (days === 0) return { unit: 'hour', value: hours };
  if (Math.abs(days) <= maxDays) return { unit: 'day', value: days };
  const months = (then.year - today.year) * 12 + then.month - today.month;
  if (Math.abs(months) < 12) return { unit: 'month', value: months };
  return { unit: 'year', value: Math.trunc(months / 12) };
}
