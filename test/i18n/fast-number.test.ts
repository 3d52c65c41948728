import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFastPrint } from '../../src/i18n/fast-number.js';

const locales = [
  'en',
  'fr',
  'ar',
  'de',
  'de-CH',
  'es',
  'pl',
  'pt-PT',
  'hi',
  'en-IN',
  'fa',
  'he',
  'ru',
  'ja',
  'sv',
  'bn',
];

const styles: Record<string, { options: Intl.NumberFormatOptions; scale: 1 | 100; digits: number }> = {
  decimal: { options: {}, scale: 1, digits: 2 },
  'decimal, six digits': { options: {}, scale: 1, digits: 6 },
  'decimal, no fraction': { options: {}, scale: 1, digits: 0 },
  percent: { options: { style: 'percent' }, scale: 100, digits: 1 },
  'signed percent': { options: { style: 'percent', signDisplay: 'exceptZero' }, scale: 100, digits: 1 },
  'percent unit': { options: { style: 'unit', unit: 'percent', unitDisplay: 'short' }, scale: 1, digits: 2 },
  milliseconds: { options: { style: 'unit', unit: 'millisecond', unitDisplay: 'short' }, scale: 1, digits: 2 },
  days: { options: { style: 'unit', unit: 'day', unitDisplay: 'short' }, scale: 1, digits: 2 },
};

const values = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer(),
  fc.integer({ min: -10_000_000, max: 10_000_000 }).map((value) => value / 1000),
  fc.integer({ min: -100_000, max: 100_000 }).map((value) => value / 200),
  fc.constantFrom(
    0,
    -0,
    0.001,
    -0.001,
    0.005,
    1.005,
    2.675,
    999.995,
    9999.995,
    999_999.995,
    1e12,
    1e15,
    1e21,
    5e-324,
    0.1 + 0.2,
    Infinity,
  ),
);

describe.each(locales)('numbers without ICU in %s', (locale) => {
  it.each(Object.entries(styles))('print as Intl does: %s', (_name, { options, scale, digits }) => {
    const format = new Intl.NumberFormat(locale, {
      signDisplay: 'negative',
      ...options,
      maximumFractionDigits: digits,
      numberingSystem: 'latn',
    });
    const print = createFastPrint(format, digits, scale);
    fc.assert(
      fc.property(values, (value) => {
        expect(print(value)).toBe(format.format(value));
      }),
      { numRuns: 400 },
    );
  });
});

it('leaves other digits and exact strings to Intl', () => {
  const format = new Intl.NumberFormat('ar-EG', { numberingSystem: 'arab', maximumFractionDigits: 2 });
  const print = createFastPrint(format, 2, 1);
  expect(print(1234.5)).toBe('١٬٢٣٤٫٥');
  expect(createFastPrint(new Intl.NumberFormat('en', { maximumFractionDigits: 2 }), 2, 1)('9007199254740993.5')).toBe(
    '9,007,199,254,740,993.5',
  );
});
