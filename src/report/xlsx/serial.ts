/** Dates as spreadsheets count them. */

const dayMs = 86_400_000;
/**
 * ECMA-376 part 1, 18.17.4.1: the 1900 system counts a 29 February 1900 that never was, so that a serial is the days since
 * 30 December 1899 from 1 March 1900 on, and one less before.
 */
const originMs = Date.UTC(1899, 11, 30);
const firstSerial = 61;
/** The end of the year 9999. */
const endSerial = 2_958_466;

/** Returns the serial number of an instant in UTC; `undefined` where there is none, or where programs disagree about it. */
export function toSerial(epochMs: number): number | undefined {
  const serial = (epochMs - originMs) / dayMs;
  return serial >= firstSerial && serial < endSerial ? serial : undefined;
}

/** Returns a duration in days, as the format `[h]:mm:ss` expects it; `undefined` for what it cannot show. */
export function toDays(durationMs: number): number | undefined {
  const days = durationMs / dayMs;
  // Excel shows negative times as `####`.
  return days >= 0 && days < endSerial ? days : undefined;
}
