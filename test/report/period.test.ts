import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toIssues } from '../../src/kernel/issues.js';
import {
  isComparable,
  parseDay,
  periodLabel,
  pointLabel,
  pointSchema,
  type ReportWindow,
  readPoint,
  toPeriod,
  windowSchema,
} from '../../src/report/period.js';
import { makeLocalizer } from '../i18n/make-localizer.js';
import { runs } from '../support/runs.js';

const day = (year: number, month: number, date = 1): number => new Date(0).setUTCFullYear(year, month - 1, date);

describe('a day', () => {
  it.each([
    ['2026-07-01', day(2026, 7)],
    ['2026-07', day(2026, 7)],
    ['2026', day(2026, 1)],
    ['2028-02-29', day(2028, 2, 29)],
    ['0050-01-01', day(50, 1)],
    ['9999-12-31', day(9999, 12, 31)],
  ])('is read from %s', (text, epochMs) => {
    expect(parseDay(text)).toBe(epochMs);
  });

  it.each([
    '',
    '2026-7-1',
    '2026-02-30',
    '2026-13',
    '2026-00-10',
    '2026-07-00',
    '2026-07-32',
    '20260701',
    '2026-07-01T00:00:00Z',
    ' 2026',
  ])('is not read from `%s`', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });
});

describe('any day', () => {
  it('is read as `Date` writes it, and no other text of digits is one', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789-'), minLength: 10, maxLength: 10 });
    const written = fc
      .integer({ min: -719_528, max: 2_932_896 })
      .map((index) => new Date(index * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.oneof(digits, written), (text) => {
        const epochMs = Date.parse(`${text}T00:00:00Z`);
        const isDay = !Number.isNaN(epochMs) && new Date(epochMs).toISOString().startsWith(text);
        expect(parseDay(text)).toBe(isDay ? epochMs : undefined);
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe('a point in time', () => {
  it.each<[string | number, number]>([
    ['2026-07-01', day(2026, 7)],
    ['2026-07-01T02:00:00+02:00', day(2026, 7)],
    [1_782_864_000_000, 1_782_864_000_000],
  ])('is %s', (point, epochMs) => {
    expect(readPoint(point)).toBe(epochMs);
    expect(pointSchema().safeParse(point).success).toBe(true);
  });

  it.each([undefined, null, Number.NaN, Infinity, 'yesterday', '2026-07-01T02:00:00', {}, new Date(0)])(
    'is not %s',
    (point) => {
      expect(pointSchema().safeParse(point).success).toBe(false);
    },
  );
});

describe('a window', () => {
  const span = { from: '2026-07-01', to: '2026-07-31' };

  it.each<[string, unknown, string[]]>([
    ['a day that does not exist', { ...span, to: '2026-09-31' }, ['to']],
    ['a month where a day is wanted', { ...span, from: '2026-07' }, ['from']],
    ['ends in the wrong order', { from: '2026-07-31', to: '2026-07-01' }, ['to']],
    [
      'ends of before in the wrong order',
      { ...span, previous: { from: '2026-06-30', to: '2026-06-01' } },
      ['previous.to'],
    ],
    ['a zone that nobody knows', { ...span, timeZone: 'Europe/Nowhere' }, ['timeZone']],
    ['an empty zone', { ...span, timeZone: '' }, ['timeZone']],
    ['an unknown grain', { ...span, grain: 'fortnight' }, ['grain']],
    ['an unknown member', { ...span, end: '2026-07-31' }, ['end']],
    ['nothing', undefined, ['']],
  ])('is refused with %s', (_name, window, paths) => {
    const parsed = windowSchema().safeParse(window);
    expect(parsed.success || toIssues(parsed.error.issues).map(({ path }) => path)).toEqual(paths);
  });

  it('is accepted again and again, its zone looked up once or often', () => {
    const schema = windowSchema();
    const window = { ...span, timeZone: 'Europe/Paris' };
    for (let count = 0; count < 3; count += 1) expect(schema.safeParse(window)).toMatchObject({ success: true });
    for (let count = 0; count < 3; count += 1) {
      expect(schema.safeParse({ ...span, timeZone: 'Europe/Nowhere' }).success).toBe(false);
    }
  });

  it.each<[string, string, string]>([
    ['2026-07-01', '2026-07-01', 'day'],
    ['2026-07-01', '2026-07-07', 'week'],
    ['2026-07-01', '2026-07-31', 'month'],
    ['2026-02-01', '2026-02-28', 'month'],
    ['2026-07-01', '2026-09-30', 'quarter'],
    ['2026-01-01', '2026-12-31', 'year'],
    ['2026-07-01', '2026-08-15', 'day'],
  ])('from %s to %s is one of a %s', (from, to, grain) => {
    expect(toPeriod({ from, to }, 'UTC').grain).toBe(grain);
  });

  it('is complete and in the zone of the reader unless it says otherwise', () => {
    expect(toPeriod(span, 'Europe/Paris')).toMatchObject({ complete: true, timeZone: 'Europe/Paris' });
    const own = toPeriod({ ...span, complete: false, timeZone: 'Asia/Tokyo', grain: 'day' }, 'Europe/Paris');
    expect(own).toMatchObject({ complete: false, timeZone: 'Asia/Tokyo', grain: 'day' });
    expect(own).not.toHaveProperty('previous');
  });
});

describe('comparing', () => {
  const compares = (window: ReportWindow): boolean => isComparable(toPeriod(window, 'UTC'));

  it.each<[string, string, string, string, string, boolean]>([
    ['28 days with 28', '2026-07-01', '2026-07-28', '2026-06-03', '2026-06-30', true],
    ['28 days with 28 across a month', '2026-07-10', '2026-08-06', '2026-06-12', '2026-07-09', true],
    ['July with June', '2026-07-01', '2026-07-31', '2026-06-01', '2026-06-30', true],
    ['March with February', '2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28', true],
    ['the third quarter with the second', '2026-07-01', '2026-09-30', '2026-04-01', '2026-06-30', true],
    ['a year with a leap year', '2025-01-01', '2025-12-31', '2024-01-01', '2024-12-31', true],
    ['30 days with 28', '2026-07-01', '2026-07-30', '2026-06-03', '2026-06-30', false],
    ['31 days with 30 that are no months', '2026-07-05', '2026-08-04', '2026-06-05', '2026-07-04', false],
    ['a month with a quarter', '2026-07-01', '2026-07-31', '2026-04-01', '2026-06-30', false],
    ['a month with a week', '2026-07-01', '2026-07-31', '2026-06-24', '2026-06-30', false],
  ])('%s', (_name, from, to, before, beforeTo, isAllowed) => {
    expect(compares({ from, to, previous: { from: before, to: beforeTo } })).toBe(isAllowed);
  });

  it('needs no window of before', () => {
    expect(compares({ from: '2026-07-01', to: '2026-07-31' })).toBe(true);
  });
});

describe('the name of a period', () => {
  const localizer = makeLocalizer({ locale: 'en' });

  it('is that of its days, or of its only day', () => {
    expect(periodLabel(localizer, { fromMs: day(2026, 7), toMs: day(2026, 7) })).toBe('Jul 1, 2026');
    const label = periodLabel(localizer, { fromMs: day(2026, 7), toMs: day(2026, 7, 31) });
    expect(label.replaceAll(/[\u2009\u202f]/g, ' ')).toBe('Jul 1 – 31, 2026');
  });

  it.each([
    ['year', '2026'],
    ['quarter', 'Jul 2026'],
    ['month', 'Jul 2026'],
    ['week', 'Jul 1'],
    ['day', 'Jul 1'],
  ] as const)('at a point of a %s is %s', (grain, label) => {
    expect(pointLabel(localizer, day(2026, 7), grain)).toBe(label);
  });

  it('at a point of an hour is its time in the zone of the reader', () => {
    const paris = makeLocalizer({ locale: 'fr', timeZone: 'Europe/Paris' });
    expect(pointLabel(paris, Date.UTC(2026, 6, 1, 10), 'hour')).toMatch(/^12:00/);
  });
});
