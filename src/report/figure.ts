/** Figures of inputs: a bare value, or one with what it is measured against. */
import { type Decimal, decimalToNumber, formatDecimal, parseDecimal, subtractDecimals } from '../kernel/decimal.js';
import * as z from '../kernel/zod.js';

/** A figure, and what is known beside it. */
export type FigureReading<Value extends number | string = number> = {
  value: Value;
  /** In the window before. */
  previous?: Value;
  target?: Value;
  /** How many observations it rests on. */
  n?: number;
  /** The ends of its 95 % interval. */
  interval?: { low: number; high: number };
};

/** A bare value, or a reading. */
export type Figure<Value extends number | string = number> = Value | FigureReading<Value>;

/** Reads a figure. */
export const readingOf = <Value extends number | string>(figure: Figure<Value>): FigureReading<Value> =>
  typeof figure === 'object' ? figure : { value: figure };

type NumberSchema = z.ZodMiniType<number>;

/** Creates the schema of a whole number from 0. */
export const countSchema = (): NumberSchema => z.int().check(z.refine((value) => value >= 0, 'a whole number from 0'));

/** Creates the schema of a ratio. What is above 1 is a percentage that was not divided. */
export const ratioSchema = (): NumberSchema =>
  z.number().check(z.refine((value) => value >= 0 && value <= 1, 'a ratio from 0 to 1, not a percentage'));

/** Creates the schema of any finite number. */
export const numberSchema = (): NumberSchema => z.custom<number>((value) => Number.isFinite(value), 'a finite number');

/** Creates the schema of an amount in major units: a decimal text, since doubles lose cents. */
export const amountSchema = () =>
  z.custom<string>(
    (value) => typeof value === 'string' && parseDecimal(value) !== undefined,
    'an amount as a decimal text, as `1250.40`',
  );

/** Creates the schema of a figure whose values are of a schema. */
export function figureSchema<Value extends number | string>(value: z.ZodMiniType<Value>) {
  const reading = z.strictObject({
    value,
    previous: z.optional(value),
    target: z.optional(value),
    n: z.optional(countSchema()),
    interval: z.optional(z.strictObject({ low: numberSchema(), high: numberSchema() })),
  });
  return z.union([value, reading]) as z.ZodMiniType<Figure<Value>>;
}

const decimalOf = (value: number | string): Decimal | undefined =>
  typeof value === 'string' ? parseDecimal(value) : undefined;

/** Subtracts: amounts exactly, numbers as numbers. */
export function difference(one: number | string, other: number | string): number | string {
  const [a, b] = [decimalOf(one), decimalOf(other)];
  if (a !== undefined && b !== undefined) return formatDecimal(subtractDecimals(a, b));
  return toNumber(one) - toNumber(other);
}

/** The nearest double of a value. */
export function toNumber(value: number | string): number {
  if (typeof value === 'number') return value;
  const decimal = parseDecimal(value);
  return decimal === undefined ? Number.NaN : decimalToNumber(decimal);
}
