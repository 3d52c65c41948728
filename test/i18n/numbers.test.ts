import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NumberSpec } from '../../src/i18n/localizer.js';
import { normalizeSpaces } from '../../src/i18n/spaces.js';
import { cldrUnit } from '../../src/i18n/unit.js';
import { makeLocalizer } from './make-localizer.js';

describe('number', () => {
  const { number } = makeLocalizer();

  it.each<[number | string, NumberSpec, string]>([
    [1234567.891, {}, '1,234,567.89'],
    [0.12345, { style: 'percent' }, '12.3%'],
    [12.5, { unit: '%' }, '12.5%'],
    [350, { unit: 'ms' }, '350 ms'],
    [1, { unit: 's' }, '1 sec'],
    [1.5, { unit: 'GB' }, '1.5 GB'],
    [20, { unit: 'MB/s' }, '20 MB/s'],
    [20, { unit: 'Mbps' }, '20 Mb/s'],
    [20, { unit: 'seconds' }, '20 sec'],
    [12, { unit: 'req/s' }, '12 req/s'],
    [12, { unit: 'KiB' }, '12 KiB'],
    [1_234_567, { notation: 'compact' }, '1.2M'],
    [5, { sign: 'always' }, '+5'],
    [-5, { sign: 'always' }, '-5'],
    [0, { sign: 'always' }, '0'],
    [1.23456, { maxFractionDigits: 4 }, '1.2346'],
    [1.5, { maxFractionDigits: 0 }, '2'],
    [0.5, { style: 'percent', unit: 'ms', sign: 'always' }, '+50%'],
    ['12345678901234567890.129', {}, '12,345,678,901,234,567,890.13'],
    ['1e3', {}, '1,000'],
  ])('prints %s with %j as %s', (value, spec, expected) => {
    expect(normalizeSpaces(number(value, spec), 'ascii')).toBe(expected);
  });

  it.each<[number | string, string]>([
    [Number.NaN, '—'],
    ['NaN', '—'],
    ['', '—'],
    ['twelve', '—'],
    ['0x1F', '—'],
    ['1e9999', '—'],
    [Number.POSITIVE_INFINITY, '∞'],
    [Number.NEGATIVE_INFINITY, '-∞'],
    [-0, '0'],
    [-0.001, '0'],
    ['-0', '0'],
    ['-0.0000', '0'],
  ])('prints %s as %s', (value, expected) => {
    expect(number(value)).toBe(expected);
  });

  it('keeps options apart that share a unit, an option or nothing', () => {
    const texts = [
      number(0.5),
      number(0.5, { style: 'percent' }),
      number(0.5, { unit: 'ms' }),
      number(0.5, { unit: 'ms', sign: 'always' }),
      number(0.5, { unit: 's' }),
      number(0.5, { maxFractionDigits: 0 }),
      number(0.5, { unit: 'rows' }),
    ];
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('prints the same when formatters are evicted', () => {
    const units = Array.from({ length: 300 }, (_, index) => `u${index}`);
    const localizer = makeLocalizer({ locale: 'fr' });
    const first = units.map((unit) => localizer.number(1.5, { unit }));
    expect(units.map((unit) => localizer.number(1.5, { unit }))).toEqual(first);
    expect(first[7]).toBe('1,5\u00a0u7');
  });

  it('isolates a foreign unit in right-to-left text and nothing else', () => {
    expect(makeLocalizer({ locale: 'ar' }).number(12, { unit: 'req/s' })).toBe('12\u00a0\u2068req/s\u2069');
    expect(number(12, { unit: 'req/s' })).toBe('12\u00a0req/s');
  });

  it('follows the numbering system, in numbers, messages and durations', () => {
    const arabic = makeLocalizer({ locale: 'ar', numberingSystem: 'arab' });
    expect(arabic.number(1234.5)).toBe('١٬٢٣٤٫٥');
    expect(arabic.t('overflow.items', { count: 11 })).toContain('١١');
    expect(arabic.t('overflow.part', { index: 1, total: 3 })).toMatch(/١.*٣/);
    expect(arabic.duration(4_320_000)).toMatch(/١.*١٢/);
    expect(arabic.relative(0, 300_000)).toContain('٥');
    expect(arabic.date(0)).toContain('١٩٧٠');
  });

  it('never prints NaN, undefined or minus zero', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.double(), fc.string(), fc.integer()),
        fc.constantFrom('en', 'fr', 'ar', 'fa', 'sv'),
        (value, locale) => {
          const text = makeLocalizer({ locale }).number(value);
          expect(text).not.toMatch(/NaN|undefined|^[^\d]*[-\u2212]0(?:[.,]0*)?$/);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('cldrUnit', () => {
  it.each([
    ['%', 'percent'],
    ['µs', 'microsecond'],
    ['μs', 'microsecond'],
    ['KB', 'kilobyte'],
    ['byte-per-second', 'byte-per-second'],
    ['B/s', 'byte-per-second'],
    ['km/h', 'kilometer-per-hour'],
    ['bytes', 'byte'],
    ['°C', 'celsius'],
  ])('knows %s as %s', (unit, expected) => {
    expect(cldrUnit(unit)).toBe(expected);
  });

  it.each(['', '/', 'm', 'k', 'MiB', 'req/s', 's/s/s', 'Mbps/s', 'constructor', '__proto__', 'toString'])(
    'does not know %j',
    (unit) => {
      expect(cldrUnit(unit)).toBeUndefined();
    },
  );

  it('only names units that Intl takes', () => {
    for (const unit of ['%', 'ns', 'us', 'ms', 'min', 'h', 'd', 'kbit', 'Tbps', 'PB', 'kg', '°', 'TB/s', '%/h']) {
      expect(() => new Intl.NumberFormat('en', { style: 'unit', unit: String(cldrUnit(unit)) })).not.toThrow();
    }
  });
});
