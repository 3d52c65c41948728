import { afterEach, describe, expect, it } from 'vitest';
import { normalizeSpaces } from '../../src/i18n/spaces.js';
import { isTimeZone } from '../../src/i18n/zone.js';
import { makeLocalizer } from './make-localizer.js';

const at = (iso: string): number => Date.parse(iso);
const date = (locale: string, timeZone: string, iso: string, style?: 'date' | 'time' | 'datetime'): string =>
  normalizeSpaces(makeLocalizer({ locale, timeZone }).date(at(iso), style), 'ascii');

describe('date', () => {
  it.each([
    ['en', 'UTC', 'Jan 21, 2025, 12:00 PM UTC'],
    ['en', 'Etc/GMT', 'Jan 21, 2025, 12:00 PM UTC'],
    ['en', 'Asia/Kolkata', 'Jan 21, 2025, 5:30 PM GMT+5:30'],
    ['en', 'America/New_York', 'Jan 21, 2025, 7:00 AM GMT-5'],
    ['en', 'Etc/GMT+5', 'Jan 21, 2025, 7:00 AM GMT-5'],
    ['fr', 'Europe/Paris', '21 janv. 2025, 13:00 UTC+1'],
    ['ar', 'Asia/Riyadh', '21 يناير 2025، 3:00 م غرينتش+3'],
  ])('in %s and %s is %s', (locale, timeZone, expected) => {
    expect(date(locale, timeZone, '2025-01-21T12:00:00Z')).toBe(expected);
  });

  it('has a short form for the day and one for the time', () => {
    expect(date('en', 'Europe/Paris', '2025-01-21T12:00:00Z', 'date')).toBe('Jan 21, 2025');
    expect(date('en', 'Europe/Paris', '2025-01-21T12:00:00Z', 'time')).toBe('1:00 PM GMT+1');
  });

  it.each([
    ['Europe/Berlin', '2025-03-30T00:59:59Z', '1:59 AM GMT+1'],
    ['Europe/Berlin', '2025-03-30T01:00:00Z', '3:00 AM GMT+2'],
    ['Europe/Berlin', '2025-10-26T00:30:00Z', '2:30 AM GMT+2'],
    ['Europe/Berlin', '2025-10-26T01:30:00Z', '2:30 AM GMT+1'],
    ['Australia/Lord_Howe', '2025-04-05T14:59:00Z', '1:59 AM GMT+11'],
    ['Australia/Lord_Howe', '2025-04-05T15:00:00Z', '1:30 AM GMT+10:30'],
    ['Africa/Casablanca', '2025-03-15T12:00:00Z', '12:00 PM GMT'],
    ['Africa/Casablanca', '2025-05-15T12:00:00Z', '1:00 PM GMT+1'],
  ])('tells the instants around a clock change apart: %s %s is %s', (timeZone, iso, expected) => {
    // CLDR writes a zero offset with or without its number.
    expect(date('en', timeZone, iso, 'time').replace(/GMT\+0$/, 'GMT')).toBe(expected);
  });

  it('skips the day that Apia skipped', () => {
    expect(date('en', 'Pacific/Apia', '2011-12-30T09:59:00Z', 'date')).toBe('Dec 29, 2011');
    expect(date('en', 'Pacific/Apia', '2011-12-30T10:00:00Z', 'date')).toBe('Dec 31, 2011');
  });

  it('prints midnight as 00 and not as 24 when asked for 23 hours', () => {
    const { date: print } = makeLocalizer({ hourCycle: 'h23' });
    expect(print(0, 'time')).toMatch(/^00:00\sUTC$/);
    expect(makeLocalizer({ hourCycle: 'h12', locale: 'fr' }).date(0, 'time')).toMatch(/^12:00\sAM/);
  });

  it('follows the calendar the tenant asks for and no other', () => {
    expect(makeLocalizer({ locale: 'th' }).date(0, 'date')).toContain('1970');
    expect(makeLocalizer({ locale: 'th', calendar: 'buddhist' }).date(0, 'date')).toContain('2513');
    expect(makeLocalizer({ locale: 'fa' }).date(0, 'date')).toContain('1970');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1, -8.65e15])(
    'prints a dash for %d, which is no instant',
    (epochMs) => {
      const localizer = makeLocalizer();
      expect(localizer.date(epochMs)).toBe('—');
      expect(localizer.relative(epochMs, 0)).toBe('—');
      expect(localizer.relative(0, epochMs)).toBe('—');
    },
  );

  it.each([8.64e15, -8.64e15])('prints the last instants there are: %d', (epochMs) => {
    expect(makeLocalizer().date(epochMs)).toMatch(/27[15],?\d{3}/);
    expect(makeLocalizer().relative(epochMs, 0)).toMatch(/year/);
  });
});

describe('date under a changing process zone', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('does not depend on it', () => {
    const print = () => {
      const localizer = makeLocalizer({ timeZone: 'America/New_York' });
      const now = at('2025-03-09T12:00:00Z');
      return [localizer.date(now), localizer.relative(now - 86_400_000, now), localizer.duration(90_000)].join();
    };
    const texts = ['UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Apia'].map((name) => {
      process.env['TZ'] = name;
      return print();
    });
    expect(new Set(texts).size).toBe(1);
  });
});

describe('relative', () => {
  const relative = (then: string, now: string, timeZone = 'UTC'): string =>
    makeLocalizer({ timeZone }).relative(at(then), at(now));

  it.each([
    ['2025-06-10T12:00:00Z', 'now'],
    ['2025-06-10T11:59:59.500Z', 'now'],
    ['2025-06-10T11:59:30Z', '30 seconds ago'],
    ['2025-06-10T12:05:59Z', 'in 5 minutes'],
    ['2025-06-10T10:00:00Z', '2 hours ago'],
    ['2025-06-09T12:01:00Z', '23 hours ago'],
    ['2025-06-09T12:00:00Z', 'yesterday'],
    ['2025-06-11T12:00:00Z', 'tomorrow'],
    ['2025-06-08T13:00:00Z', '2 days ago'],
    ['2025-05-10T12:00:00Z', '31 days ago'],
    ['2025-05-09T12:00:00Z', 'last month'],
    ['2024-07-10T12:00:00Z', '11 months ago'],
    ['2024-05-10T12:00:00Z', '1 year ago'],
    ['2020-06-10T12:00:00Z', '5 years ago'],
  ])('says of %s at noon on 10 June 2025: %s', (then, expected) => {
    expect(relative(then, '2025-06-10T12:00:00Z')).toBe(expected);
  });

  it('says yesterday by the calendar of the zone', () => {
    const then = '2025-06-08T23:30:00Z';
    const now = '2025-06-10T00:30:00Z';
    expect(relative(then, now, 'UTC')).toBe('2 days ago');
    expect(relative(then, now, 'Asia/Tokyo')).toBe('yesterday');
    expect(relative(then, now, 'America/New_York')).toBe('yesterday');
  });

  it('never says today of the day with 25 hours', () => {
    expect(relative('2025-10-25T22:10:00Z', '2025-10-26T22:50:00Z', 'Europe/Berlin')).toBe('24 hours ago');
  });

  it.each([
    ['fr', 'hier'],
    ['ar', 'أمس'],
  ])('speaks %s', (locale, expected) => {
    expect(makeLocalizer({ locale }).relative(0, 86_400_000)).toBe(expected);
  });
});

describe('duration', () => {
  const { duration } = makeLocalizer();
  it.each([
    [0, '0 sec'],
    [-0, '0 sec'],
    [12.5, '12.5 ms'],
    [999, '999 ms'],
    [1500, '1 sec, 500 ms'],
    [59_999.6, '1 min'],
    [60_000, '1 min'],
    [4_320_000, '1 hr, 12 min'],
    [-4_320_000, '-1 hr, 12 min'],
    [3_599_999, '1 hr'],
    [86_399_999, '1 day'],
    [90_000_000, '1 day, 1 hr'],
    [86_400_000 * 1234, '1,234 days'],
    [Number.NaN, '—'],
    [Number.POSITIVE_INFINITY, '∞'],
    [Number.NEGATIVE_INFINITY, '-∞'],
  ])('prints %d ms as %s', (durationMs, expected) => {
    expect(duration(durationMs)).toBe(expected);
  });
});

describe('isTimeZone', () => {
  it.each([
    'UTC',
    'Etc/UTC',
    'Asia/Kolkata',
    'Europe/Kyiv',
    'America/Nuuk',
    'Asia/Ho_Chi_Minh',
    'EST',
    'PST',
    'Etc/GMT+5',
    'europe/paris',
  ])('accepts %s', (id) => {
    expect(isTimeZone(id)).toBe(true);
  });
  it.each([
    'Mars/X',
    '',
    'Z',
    'GMT+2',
    'UTC+2',
    '+5',
    '+05:30',
    '-0800',
    '-00:00',
    ' UTC',
    'UTC ',
    'Europe',
    'Europe/Paris/X',
  ])('rejects %j', (id) => {
    expect(isTimeZone(id)).toBe(false);
  });
  it('echoes the id of the caller and not the canonical one', () => {
    expect(makeLocalizer({ timeZone: 'Asia/Kolkata' }).timeZone).toBe('Asia/Kolkata');
  });
});
