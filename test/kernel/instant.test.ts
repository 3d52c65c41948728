import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxEpochMs, toEpochMs } from '../../src/kernel/instant.js';

const half = Date.UTC(2026, 10, 20, 9, 30);

describe('an instant', () => {
  it.each<[string, unknown, number]>([
    ['epoch milliseconds', half, half],
    ['a fraction of a millisecond, which is dropped', half + 0.9, half],
    ['a fraction before 1970, which is dropped', -0.5, 0],
    ['a Date', new Date(half), half],
    ['an object like Temporal.Instant', { epochMilliseconds: half }, half],
    ['UTC', '2026-11-20T09:30:00Z', half],
    ['no seconds', '2026-11-20T09:30Z', half],
    ['lower case', '2026-11-20t09:30:00z', half],
    ['a space instead of T', '2026-11-20 09:30:00Z', half],
    ['milliseconds', '2026-11-20T09:30:00.123Z', half + 123],
    ['tenths', '2026-11-20T09:30:00.1Z', half + 100],
    ['a comma, as ISO 8601 prefers', '2026-11-20T09:30:00,25Z', half + 250],
    ['nanoseconds, cut to milliseconds', '2026-11-20T09:30:00.123999999Z', half + 123],
    ['an offset', '2026-11-20T10:30:00+01:00', half],
    ['an offset without a colon, as CloudWatch sends', '2026-11-20T09:30:00.000+0000', half],
    ['an offset west of Greenwich', '2026-11-20T04:00:00.5-0530', half + 500],
    ['a blank before the offset', '2026-11-20T10:30:00 +01:00', half],
    ['a leap day', '2028-02-29T00:00:00Z', Date.UTC(2028, 1, 29)],
    ['the zero time of Go', '0001-01-01T00:00:00Z', -62_135_596_800_000],
    ['the last instant there is', maxEpochMs, maxEpochMs],
    ['the first instant there is', -maxEpochMs, -maxEpochMs],
  ])('is read from %s', (_what, value, epochMs) => {
    expect(toEpochMs(value)).toBe(epochMs);
  });

  it.each<[string, unknown]>([
    ['no offset: it would be another instant on each host', '2026-11-20T09:30:00'],
    ['a date alone', '2026-11-20'],
    ['a time alone', '09:30:00Z'],
    ['a month that does not exist', '2026-13-01T00:00:00Z'],
    ['a day that does not exist', '2026-02-30T00:00:00Z'],
    ['a leap day of a common year', '2026-02-29T00:00:00Z'],
    ['the 31st of a month of 30 days', '2026-11-31T00:00:00+01:00'],
    ['an hour that does not exist', '2026-11-20T25:00:00Z'],
    ['a minute that does not exist', '2026-11-20T09:61:00Z'],
    ['an offset that does not exist', '2026-11-20T09:30:00+99:59'],
    ['ten digits of fraction', '2026-11-20T09:30:00.1234567890Z'],
    ['a year of five digits', '12026-11-20T09:30:00Z'],
    ['English', 'Fri, 20 Nov 2026 09:30:00 GMT'],
    ['text around it', ' 2026-11-20T09:30:00Z\n'],
    ['an empty text', ''],
    ['seconds as a text', '1795167000'],
    ['a number that is none', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['more than ECMAScript can tell', maxEpochMs + 1],
    ['less than ECMAScript can tell', -maxEpochMs - 1],
    ['a Date of nothing', new Date('x')],
    ['an object like Temporal.Instant with a text', { epochMilliseconds: '5' }],
    ['an object like Temporal.Instant with an empty text', { epochMilliseconds: '' }],
    ['an object like Temporal.Instant with null', { epochMilliseconds: null }],
    ['an object like Temporal.Instant out of range', { epochMilliseconds: 9e15 }],
    ['a bigint', 5n],
    ['a boolean', true],
    ['null', null],
    ['nothing', undefined],
    ['an array', [half]],
    ['a function', () => half],
  ])('is not read from %s', (_what, value) => {
    expect(toEpochMs(value)).toBeUndefined();
  });

  it('is the same from a number, a Date and its ISO text', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(0, 0, 1), max: Date.UTC(9999, 11, 31) }), (epochMs) => {
        expect(toEpochMs(epochMs)).toBe(epochMs);
        expect(toEpochMs(new Date(epochMs))).toBe(epochMs);
        expect(toEpochMs(new Date(epochMs).toISOString())).toBe(epochMs);
      }),
    );
  });

  it('never throws and is undefined or a whole number within range', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const epochMs = toEpochMs(value);
        expect(epochMs === undefined || (Number.isInteger(epochMs) && Math.abs(epochMs) <= maxEpochMs)).toBe(true);
      }),
    );
  });
});
