import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, isRateTable, type RateTable } from '../../src/i18n/rates.js';
import { runs } from '../support/runs.js';

const table: RateTable = {
  base: 'EUR',
  date: '2026-10-30',
  source: 'Treasury',
  rates: { USD: '1.25', JPY: '200', KWD: '0.3333' },
};

describe('a conversion', () => {
  it.each([
    ['10.00', 'EUR', 'USD', '12.50', '1.25', 'direct'],
    ['12.50', 'USD', 'EUR', '10.00', '0.8', 'inverse'],
    ['12.50', 'USD', 'JPY', '2000', '160', 'cross'],
    ['0.01', 'EUR', 'KWD', '0.003', '0.3333', 'direct'],
    ['1.005', 'EUR', 'EUR', '1.00', '1', 'same'],
    ['-0.02', 'USD', 'EUR', '-0.02', '0.8', 'inverse'],
  ])('of %s %s in %s is %s by the rate %s', (amount, from, to, converted, rate, path) => {
    const { date, source } = table;
    expect(convert(amount, from, to, table)).toEqual({ amount: converted, currency: to, rate, path, date, source });
  });

  it.each([
    ['1', 'EUR', 'CHF'],
    ['1', 'CHF', 'EUR'],
    ['1', 'EUR', '__proto__'],
    ['1e3', 'EUR', 'USD'],
    ['', 'EUR', 'USD'],
  ])('of `%s` %s in %s is none: no rate is invented', (amount, from, to) => {
    expect(convert(amount, from, to, table)).toBeUndefined();
  });

  it.each(['0', '-1.5', 'N/A', 'Infinity', ''])('does not use `%s` as a rate', (rate) => {
    const wrong = { ...table, rates: { USD: rate } };
    expect(isRateTable(wrong)).toBe(false);
    expect(convert('1', 'EUR', 'USD', wrong)).toBeUndefined();
  });

  it.each([
    undefined,
    {},
    { ...table, base: 'EURO' },
    { ...table, date: '30.10.2026' },
    { ...table, source: '' },
    { ...table, rates: null },
  ])('refuses what is no table of rates: %j', (value) => {
    expect(isRateTable(value)).toBe(false);
  });

  it('back and forth loses less than a minor unit of both', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (cents) => {
        const amount = (cents / 100).toFixed(2);
        const there = convert(amount, 'EUR', 'USD', table, 8);
        const back = there && convert(there.amount, 'USD', 'EUR', table);
        expect(Number(back?.amount)).toBeCloseTo(Number(amount), 2);
      }),
      { numRuns: runs(300) },
    );
  });
});

const published = new URL('../../../shared/data/ecb-rates.json', import.meta.url);

type Published = {
  readonly snapshots: readonly { date: string; base: string; rates: Record<string, string> }[];
  readonly conversionExamples: {
    readonly examples: readonly { amount: string; from: string; to: string; date: string; roundedHalfEven: string }[];
  };
};

describe('conversions by published rates', () => {
  it.skipIf(!existsSync(published))('are those computed with 60 digits (needs ../shared/data)', () => {
    const { snapshots, conversionExamples } = JSON.parse(readFileSync(published, 'utf8')) as Published;
    expect(conversionExamples.examples.length).toBeGreaterThan(0);
    for (const { amount, from, to, date, roundedHalfEven } of conversionExamples.examples) {
      const snapshot = snapshots.find((each) => each.date === date);
      expect(snapshot && convert(amount, from, to, { source: 'European Central Bank', ...snapshot })?.amount).toBe(
        roundedHalfEven,
      );
    }
  });
});
