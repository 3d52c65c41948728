/** A point in time as callers have it. Strings need an offset or `Z`: a local time without one means another instant on each host. */
export type Instant = number | string | Date | { readonly epochMilliseconds: number };

/** ECMA-262 section 21.4.1.1: the range of a time value. */
export const maxEpochMs = 8.64e15;

/** RFC 3339, plus what monitoring systems really send: nanoseconds (Alertmanager) and offsets without a colon (CloudWatch). */
const isoPattern = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}(?::\d{2})?)(?:[.,](\d{1,9}))?\s?([Zz]|[+-]\d{2}:?\d{2})$/;

/** Tells whether a month has such a day: V8 reads 30 February as 2 March. */
function isDay(date: string): boolean {
  const day = Number(date.slice(-2));
  return day <= 28 || new Date(`${date}T00:00:00Z`).getUTCDate() === day;
}

function parseIso(text: string): number {
  const match = isoPattern.exec(text);
  if (match === null) return Number.NaN;
  const [, date = '', time, fraction, zone] = match;
  if (!isDay(date)) return Number.NaN;
  const offset = zone === undefined || zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const millis = fraction === undefined ? '' : `.${fraction.slice(0, 3).padEnd(3, '0')}`;
  return Date.parse(`${date}T${time}${millis}${offset}`);
}

/** Reads an instant as epoch milliseconds; `undefined` when it is not one. Fractions of a millisecond are dropped. */
export function toEpochMs(value: unknown): number | undefined {
  let epochMs = Number.NaN;
  if (typeof value === 'number') epochMs = value;
  else if (typeof value === 'string') epochMs = parseIso(value);
  else if (value instanceof Date) epochMs = value.getTime();
  else if (typeof value === 'object' && value !== null && 'epochMilliseconds' in value) {
    const { epochMilliseconds } = value;
    if (typeof epochMilliseconds === 'number') epochMs = epochMilliseconds;
  }
  // Adding zero makes 0 of -0, which JSON and equality would tell apart.
  return Math.abs(epochMs) <= maxEpochMs ? Math.trunc(epochMs) + 0 : undefined;
}
