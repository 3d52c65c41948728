/** Times as systems without a common habit send them. */
import { toEpochMs } from '../../kernel/instant.js';

/** Epoch seconds have ten digits until the year 2286, and milliseconds have had thirteen since 2001. */
const maxSeconds = 1e11;

const digits = /^\d{1,16}(?:\.\d{1,9})?$/;

/** Reads epoch seconds or milliseconds, as a number or a text, or an ISO 8601 time. */
export function readTime(value: unknown): number | undefined {
  const number = typeof value === 'string' && digits.test(value) ? Number(value) : value;
  if (typeof number !== 'number') return toEpochMs(number);
  return toEpochMs(Math.abs(number) < maxSeconds ? Math.round(number * 1000) : number);
}
