import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toIssues } from '../../src/kernel/issues.js';
import {
  amountSchema,
  countSchema,
  difference,
  figureSchema,
  numberSchema,
  ratioSchema,
  readingOf,
  toNumber,
} from '../../src/report/figure.js';
import { runs } from '../support/runs.js';

const schemas = { count: countSchema(), ratio: ratioSchema(), number: numberSchema(), amount: amountSchema() };

describe('a value', () => {
  it.each<[keyof typeof schemas, unknown]>([
    ['count', 0],
    ['count', Number.MAX_SAFE_INTEGER],
    ['ratio', 0],
    ['ratio', 1],
    ['number', -1.5],
    ['amount', '1250.40'],
    ['amount', '-0.0001'],
  ])('as a %s may be %s', (kind, value) => {
    expect(schemas[kind].safeParse(value).success).toBe(true);
  });

  it.each<[keyof typeof schemas, unknown]>([
    ['count', -1],
    ['count', 1.5],
    ['count', '12'],
    ['count', 2 ** 53],
    ['count', Number.NaN],
    ['ratio', 1.0001],
    ['ratio', 42],
    ['ratio', -0.1],
    ['ratio', '0.5'],
    ['number', Infinity],
    ['number', Number.NaN],
    ['amount', 12.5],
    ['amount', '1,250.40'],
    ['amount', '1e3'],
    ['amount', ''],
  ])('as a %s may not be %s', (kind, value) => {
    expect(schemas[kind].safeParse(value).success).toBe(false);
  });
});

describe('a figure', () => {
  const schema = figureSchema(countSchema());

  it.each([5, { value: 5 }, { value: 5, previous: 4, target: 9, n: 30, interval: { low: 4.1, high: 5.9 } }])(
    'may be %j',
    (figure) => {
      expect(schema.safeParse(figure).success).toBe(true);
    },
  );

  it.each<[unknown, string[]]>([
    [{}, ['value']],
    [{ value: 5, previous: '4' }, ['previous']],
    [{ value: 5, before: 4 }, ['before']],
    [{ value: 5, interval: { low: 1 } }, ['interval.high']],
    [{ value: 5, n: -1 }, ['n']],
  ])('may not be %j', (figure, paths) => {
    const parsed = schema.safeParse(figure);
    expect(parsed.success || toIssues(parsed.error.issues).map(({ path }) => path)).toEqual(paths);
  });

  it('reads alike with and without what is beside it', () => {
    expect(readingOf(5)).toEqual({ value: 5 });
    expect(readingOf({ value: '5.10', previous: '4' })).toEqual({ value: '5.10', previous: '4' });
  });
});

describe('a difference', () => {
  it.each<[number | string, number | string, number | string]>([
    ['0.30', '0.10', '0.20'],
    ['9007199254740993.01', '0.01', '9007199254740993.00'],
    ['1', '1.005', '-0.005'],
    [5, 7, -2],
    ['5', 7, -2],
  ])('of %s and %s is %s', (one, other, result) => {
    expect(difference(one, other)).toBe(result);
  });

  it('of amounts is exact', () => {
    const cents = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
    const print = (value: bigint): string => {
      const digits = String(value < 0n ? -value : value).padStart(3, '0');
      return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
    };
    fc.assert(
      fc.property(cents, cents, (one, other) => {
        expect(difference(print(one), print(other))).toBe(print(one - other));
      }),
      { numRuns: runs(300) },
    );
  });

  it.each<[number | string, number]>([
    [5, 5],
    ['5.25', 5.25],
    ['five', Number.NaN],
  ])('takes %s for the number %s', (value, number) => {
    expect(toNumber(value)).toBe(number);
  });
});
