/** Timestamps as whole numbers of a unit that the request names: servers guess otherwise, or take nanoseconds. */

export type InfluxPrecision = 'ns' | 'us' | 'ms' | 's';

/** The range of a signed 64-bit number of nanoseconds, which all servers keep times in. */
const maxEpochMs = 9_223_372_036_854;

const zeros: Readonly<Record<InfluxPrecision, string>> = { ns: '000000', us: '000', ms: '', s: '' };

export const isWritableTime = (epochMs: number): boolean => Math.abs(epochMs) <= maxEpochMs;

/** Prints epoch milliseconds; in seconds, the rest is cut off. */
export function printTimestamp(epochMs: number, precision: InfluxPrecision): string {
  if (precision === 's') return `${Math.floor(epochMs / 1000) + 0}`;
  return epochMs === 0 ? '0' : `${epochMs}${zeros[precision]}`;
}

export const losesTime = (epochMs: number, precision: InfluxPrecision): boolean =>
  precision === 's' && epochMs % 1000 !== 0;
