/** Epoch milliseconds as RFC 3339 in UTC. `Date.prototype.toISOString` takes as long as the rest of an event. */

const dayMs = 86_400_000;
/** 0000-03-01 and the end of the year 9999, between which the short form of ISO 8601 holds. */
const firstMs = -62_162_208_000_000;
const lastMs = 253_402_300_799_999;

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);
const three = (value: number): string => (value < 100 ? `0${two(value)}` : `${value}`);
const four = (value: number): string => (value < 1000 ? `0${three(value)}` : `${value}`);

/**
 * Days since the epoch as a date, in the proleptic Gregorian calendar, in years that begin in March so that leap days come
 * last: https://howardhinnant.github.io/date_algorithms.html#civil_from_days
 */
function dateOf(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${four(year)}-${two(month)}-${two(day)}`;
}

/** Returns `2026-11-20T09:00:00.250Z`, what `Date.prototype.toISOString` does. */
export function toTimestamp(epochMs: number): string {
  const whole = Math.trunc(epochMs);
  if (!(whole >= firstMs && whole <= lastMs)) return new Date(epochMs).toISOString();
  const days = Math.floor(whole / dayMs);
  const ms = whole - days * dayMs;
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}.${three(ms % 1000)}`;
  return `${dateOf(days)}T${time}Z`;
}
