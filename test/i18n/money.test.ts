import { describe, expect, it } from 'vitest';
import { currencyCodes, currencyDigits, isCurrency } from '../../src/i18n/currency.js';
import { normalizeSpaces } from '../../src/i18n/spaces.js';
import { makeLocalizer } from './make-localizer.js';

const ascii = (text: string): string => normalizeSpaces(text, 'ascii');

describe('money', () => {
  const { money } = makeLocalizer();

  it.each([
    ['1234.5', 'USD', '$1,234.50'],
    ['1234.5', 'EUR', '€1,234.50'],
    ['1234.5', 'JPY', '¥1,234'],
    ['1235.5', 'JPY', '¥1,236'],
    ['1.2345', 'IQD', 'IQD 1.234'],
    ['1.2355', 'IQD', 'IQD 1.236'],
    ['0.12345', 'CLF', 'CLF 0.1234'],
    ['0.12355', 'CLF', 'CLF 0.1236'],
    ['1000', 'COP', 'COP 1,000.00'],
    ['1000', 'HUF', 'HUF 1,000.00'],
    ['1000', 'IDR', 'IDR 1,000.00'],
    ['1.5', 'KWD', 'KWD 1.500'],
    ['1.23456', 'XAU', 'XAU 1.23456'],
    ['5', 'USDC', '5 USDC'],
  ])('prints %s %s as %s', (amount, currency, expected) => {
    expect(ascii(money(amount, currency))).toBe(expected);
  });

  it.each([
    ['0.005', '€0.00'],
    ['0.015', '€0.02'],
    ['0.025', '€0.02'],
    ['0.0250000000000000000001', '€0.03'],
    ['2.675', '€2.68'],
    ['1.005', '€1.00'],
    ['-0.015', '-€0.02'],
  ])('rounds %s half to even, exactly', (amount, expected) => {
    expect(money(amount, 'EUR')).toBe(expected);
  });

  it('keeps every digit of an amount that no double can hold', () => {
    expect(money('123456789012345678901.99', 'USD')).toBe('$123,456,789,012,345,678,901.99');
  });

  it.each(['-0', '-0.00', '-0.001', '-0.005'])('never prints minus zero for %s', (amount) => {
    expect(money(amount, 'EUR')).toBe('€0.00');
  });

  it.each(['', 'abc', 'NaN', 'Infinity', '1,5', '0x10', '1e9999', '12 '])(
    'prints a dash for %j, which is no amount',
    (amount) => {
      expect(money(amount, 'EUR')).toBe('—');
    },
  );

  it.each([
    ['fr', '1 234,50 €'],
    ['de', '1.234,50 €'],
    ['fr-CA', '1 234,50 €'],
    ['ja', '€1,234.50'],
  ])('follows the conventions of %s', (locale, expected) => {
    expect(ascii(makeLocalizer({ locale }).money('1234.5', 'EUR'))).toBe(expected);
  });

  it('uses the digits that the tenant asks for', () => {
    expect(makeLocalizer({ locale: 'ar', numberingSystem: 'arab' }).money('12.5', 'EUR')).toContain('١٢٫٥٠');
    expect(makeLocalizer({ locale: 'ar-EG' }).money('12.5', 'EUR')).toContain('12.50');
  });
});

describe('the ISO 4217 table', () => {
  it.each([
    ['EUR', 2],
    ['JPY', 0],
    ['CLP', 0],
    ['IQD', 3],
    ['BHD', 3],
    ['CLF', 4],
    ['UYW', 4],
    ['PKR', 2],
    ['IRR', 2],
  ])('gives %s %d decimals', (code, digits) => {
    expect(currencyDigits(code)).toBe(digits);
  });

  it.each(['XAU', 'XDR', 'XXX'])('knows %s, which has no minor unit', (code) => {
    expect(isCurrency(code)).toBe(true);
    expect(currencyDigits(code)).toBeUndefined();
  });

  it.each(['eur', 'EURO', '', 'ABC', 'BTC', 'constructor', '__proto__'])('does not know %j', (code) => {
    expect(isCurrency(code)).toBe(false);
    expect(currencyDigits(code)).toBeUndefined();
  });

  it('holds every code once, and all that this runtime knows and that are not long gone', () => {
    expect(new Set(currencyCodes).size).toBe(currencyCodes.length);
    const unknown = Intl.supportedValuesOf('currency').filter((code) => !isCurrency(code));
    expect(unknown).toEqual([]);
  });
});
