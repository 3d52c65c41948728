import { describe, expect, it } from 'vitest';
import { createDays, type DayForm } from '../../src/i18n/days.js';

const daysOf = (...locales: string[]) => createDays({ locales, numberingSystem: 'latn', calendar: 'gregory' });
const first = Date.UTC(2026, 6, 1);

describe('days', () => {
  it.each<[string, DayForm, string]>([
    ['en', 'full', 'Jul 1, 2026'],
    ['en', 'day', 'Jul 1'],
    ['en', 'month', 'Jul 2026'],
    ['en', 'year', '2026'],
    ['fr', 'full', '1 juil. 2026'],
    ['ar', 'month', 'يوليو 2026'],
    ['en', 'weekday', 'Wednesday'],
    ['fr', 'weekday', 'mercredi'],
    ['ar', 'weekday', 'الأربعاء'],
  ])('are printed in %s as %s: %s', (locale, form, text) => {
    expect(daysOf(locale).day(first, form)).toBe(text);
  });

  it.each([
    ['en', undefined, '8 PM'],
    ['en', 'h23', '20'],
    ['fr', undefined, '20 h'],
    ['ar', undefined, '8 م'],
  ] as const)('print an hour of the day in %s with %s: %s', (locale, hourCycle, text) => {
    const config = { locales: [locale], numberingSystem: 'latn', calendar: 'gregory' };
    const days = createDays(hourCycle === undefined ? config : { ...config, hourCycle });
    expect(days.day(first + 20 * 3_600_000, 'hour').replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(text);
  });

  it.each([
    ['fr', Date.UTC(2026, 8, 30), '1 juil. – 30 sept. 2026'],
    ['en', Date.UTC(2026, 6, 31), 'Jul 1 – 31, 2026'],
    ['en', first, 'Jul 1, 2026'],
  ])('are printed as a range in %s', (locale, to, text) => {
    expect(daysOf(locale).range(first, to).replaceAll('\u2009', ' ').replaceAll('\u202f', ' ')).toBe(text);
  });

  it.each([Number.NaN, Infinity, 8.64e15 + 1])('stay a dash for %s', (epochMs) => {
    expect(daysOf('en').day(epochMs)).toBe('—');
    expect(daysOf('en').range(epochMs, first)).toBe('—');
    expect(daysOf('en').range(first, epochMs)).toBe('—');
  });
});
