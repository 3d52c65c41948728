import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDecimals,
  allocate,
  compareDecimals,
  type Decimal,
  divideDecimals,
  formatDecimal,
  multiplyDecimals,
  parseDecimal,
  plainDecimal,
  roundDecimal,
  roundTogether,
  subtractDecimals,
  sumDecimals,
} from '../../src/kernel/decimal.js';
import { runs } from '../support/runs.js';

const decimal = (text: string): Decimal => {
  const parsed = parseDecimal(text);
  if (parsed === undefined) throw new Error(`no decimal: ${text}`);
  return parsed;
};

const anyDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 9 }))
  .map(([units, scale]): Decimal => ({ units, scale }));

describe('decimals', () => {
  it.each(['0', '-0.00', '12', '-0.0032', '99999999999999999999.00000001'])('are read and written: %s', (text) => {
    expect(formatDecimal(decimal(text))).toBe(text === '-0.00' ? '0.00' : text);
  });

  it.each(['', ' 1', '1.', '.5', '1e3', '1,5', '0x10', 'NaN', '1'.repeat(41), '--1'])('refuse `%s`', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  it.each([
    ['0.125', 2, '0.12'],
    ['0.135', 2, '0.14'],
    ['-0.125', 2, '-0.12'],
    ['-0.1351', 2, '-0.14'],
    ['2.5', 0, '2'],
    ['1', 3, '1.000'],
  ])('round %s to %d decimals half to even', (text, scale, rounded) => {
    expect(formatDecimal(roundDecimal(decimal(text), scale))).toBe(rounded);
  });

  it('add what floating point cannot', () => {
    expect(formatDecimal(addDecimals(decimal('0.1'), decimal('0.2')))).toBe('0.3');
    expect(formatDecimal(subtractDecimals(decimal('1'), decimal('0.999')))).toBe('0.001');
    expect(formatDecimal(multiplyDecimals(decimal('1.10'), decimal('-3')))).toBe('-3.30');
    expect(formatDecimal(sumDecimals([]))).toBe('0');
  });

  it.each([
    ['1', '3', 4, '0.3333'],
    ['2', '-3', 2, '-0.67'],
    ['1', '8', 2, '0.12'],
    ['12.5', '0.05', 0, '250'],
  ])('divide %s by %s', (one, other, scale, quotient) => {
    const divided = divideDecimals(decimal(one), decimal(other), scale);
    expect(divided && formatDecimal(divided)).toBe(quotient);
  });

  it('divide nothing by zero', () => {
    expect(divideDecimals(decimal('1'), decimal('0.00'), 2)).toBeUndefined();
  });

  it('compare by value', () => {
    expect(compareDecimals(decimal('1.10'), decimal('1.1'))).toBe(0);
    expect(compareDecimals(decimal('-2'), decimal('1'))).toBeLessThan(0);
    expect(compareDecimals(decimal('0.01'), decimal('0.001'))).toBeGreaterThan(0);
  });

  it.each([
    [1e21, '1000000000000000000000'],
    [1.5e-7, '0.00000015'],
    [-2.5, '-2.5'],
    [1.25e22, '12500000000000000000000'],
    [0, '0'],
  ])('write the double %d without an exponent', (value, text) => {
    expect(plainDecimal(value)).toBe(text);
  });

  it('are allocated to the last unit, whatever the weights', () => {
    const weights = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(anyDecimal, weights, fc.integer({ min: 0, max: 4 }), (total, given, scale) => {
        const parts = allocate(
          total,
          given.map((weight) => decimal(String(weight))),
          scale,
        );
        const isSplit = given.some((weight) => weight > 0);
        const expected = isSplit ? roundDecimal(total, scale) : { units: 0n, scale };
        expect(formatDecimal(roundDecimal(sumDecimals(parts), scale))).toBe(formatDecimal(expected));
        for (const [index, part] of parts.entries()) if (given[index] === 0) expect(part.units).toBe(0n);
      }),
      { numRuns: runs(500) },
    );
  });

  it.each([
    ['100.00', ['1', '1', '1'], ['33.34', '33.33', '33.33']],
    ['-100.00', ['1', '1', '1'], ['-33.34', '-33.33', '-33.33']],
    ['0.05', ['0.5', '0.25', '0.25'], ['0.03', '0.01', '0.01']],
  ])('split %s by %j', (total, weights, parts) => {
    expect(allocate(decimal(total), weights.map(decimal), 2).map(formatDecimal)).toEqual(parts);
  });

  it('round together to their rounded sum, each by less than a unit', () => {
    fc.assert(
      fc.property(fc.array(anyDecimal, { maxLength: 12 }), fc.integer({ min: 0, max: 4 }), (parts, scale) => {
        const rounded = roundTogether(parts, scale);
        expect(formatDecimal(roundDecimal(sumDecimals(rounded), scale))).toBe(
          formatDecimal(roundDecimal(sumDecimals(parts), scale)),
        );
        const unit = { units: 1n, scale };
        for (const [index, part] of parts.entries()) {
          const difference = subtractDecimals(rounded[index] ?? part, part);
          expect(compareDecimals(difference, unit)).toBeLessThanOrEqual(0);
          expect(compareDecimals(difference, { units: -1n, scale })).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: runs(500) },
    );
  });
});
