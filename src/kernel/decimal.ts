/** Exact decimals on big integers, for money and whatever has to add up to the last digit. */

/** `units` times ten to the power of minus `scale`. */
export type Decimal = { readonly units: bigint; readonly scale: number };

export const zero: Decimal = { units: 0n, scale: 0 };

const pattern = /^([+-]?)(\d{1,40})(?:\.(\d{1,20}))?$/;

/** Reads a decimal text: up to 40 digits before and 20 after the point, no exponent. `undefined` for anything else. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  const units = BigInt(whole + fraction);
  return { units: sign === '-' ? -units : units, scale: fraction.length };
}

const powers: readonly bigint[] = Array.from({ length: 64 }, (_, exponent) => 10n ** BigInt(exponent));
const tenTo = (exponent: number): bigint => powers[exponent] ?? 10n ** BigInt(exponent);

/** Writes a decimal with all the digits of its scale. */
export function formatDecimal({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const sign = units < 0n ? '-' : '';
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

const unitsAt = ({ units, scale }: Decimal, wanted: number): bigint => units * tenTo(wanted - scale);

/** Adds exactly. */
export function addDecimals(one: Decimal, other: Decimal): Decimal {
  const scale = Math.max(one.scale, other.scale);
  return { units: unitsAt(one, scale) + unitsAt(other, scale), scale };
}

/** The same amount with the other sign. */
const negate = ({ units, scale }: Decimal): Decimal => ({ units: -units, scale });

/** Subtracts exactly. */
export const subtractDecimals = (one: Decimal, other: Decimal): Decimal => addDecimals(one, negate(other));

/** Adds any number of decimals exactly. */
export const sumDecimals = (all: Iterable<Decimal>): Decimal => {
  let sum = zero;
  for (const each of all) sum = addDecimals(sum, each);
  return sum;
};

/** Multiplies exactly. */
export const multiplyDecimals = (one: Decimal, other: Decimal): Decimal => ({
  units: one.units * other.units,
  scale: one.scale + other.scale,
});

/** Negative, zero or positive, as the first is less, equal or greater. */
export function compareDecimals(one: Decimal, other: Decimal): number {
  const scale = Math.max(one.scale, other.scale);
  const difference = unitsAt(one, scale) - unitsAt(other, scale);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** Divides whole numbers and rounds half to even, as ISO 80000-1 annex B and banks do. */
function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const isNegative = numerator < 0n !== denominator < 0n;
  const top = numerator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  const quotient = top / bottom;
  const twice = (top % bottom) * 2n;
  const up = twice > bottom || (twice === bottom && quotient % 2n === 1n);
  const rounded = up ? quotient + 1n : quotient;
  return isNegative ? -rounded : rounded;
}

/** Rounds once, half to even, to so many decimals. */
export function roundDecimal(decimal: Decimal, scale: number): Decimal {
  if (decimal.scale <= scale) return { units: unitsAt(decimal, scale), scale };
  return { units: divideHalfEven(decimal.units, tenTo(decimal.scale - scale)), scale };
}

/** Divides and rounds once, half to even; `undefined` for a division by zero. */
export function divideDecimals(one: Decimal, other: Decimal, scale: number): Decimal | undefined {
  if (other.units === 0n) return undefined;
  const shift = scale + other.scale - one.scale;
  const numerator = shift >= 0 ? one.units * tenTo(shift) : one.units;
  const denominator = shift >= 0 ? other.units : other.units * tenTo(-shift);
  return { units: divideHalfEven(numerator, denominator), scale };
}

/** The nearest double. */
export const decimalToNumber = (decimal: Decimal): number => Number(formatDecimal(decimal));

/** Writes a finite double as a decimal text without an exponent, at most 20 digits after the point. */
export function plainDecimal(value: number): string {
  const text = String(value);
  const [mantissa = '', exponent] = text.split('e');
  if (exponent === undefined) return text;
  if (Number(exponent) < 0) return value.toFixed(20).replace(/\.?0+$/, '');
  const { units, scale } = parseDecimal(mantissa) ?? zero;
  return (units * tenTo(Number(exponent) - scale)).toString();
}

/**
 * Splits a total by weights, each part a whole number of the last decimal of `scale`, so that the parts add up to the rounded
 * total. What rounding down leaves over goes, a unit each, to the largest remainders; among equal ones to the first.
 *
 * @returns as many parts as weights; all zero where the weights add up to nothing
 */
export function allocate(total: Decimal, weights: readonly Decimal[], scale: number): Decimal[] {
  const { units } = roundDecimal(total, scale);
  const sum = sumDecimals(weights);
  if (sum.units === 0n) return weights.map(() => ({ units: 0n, scale }));
  const shares = weights.map((weight) => unitsAt(weight, sum.scale));
  const sign = units < 0n ? -1n : 1n;
  const parts = shares.map((share) => (units * sign * share) / sum.units);
  const order = shares
    .map((share, index) => ({ index, rest: (units * sign * share) % sum.units }))
    .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  let left = units * sign - parts.reduce((all, part) => all + part, 0n);
  for (const { index } of order) {
    if (left <= 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts.map((part) => ({ units: part * sign, scale }));
}

const floorDivide = (numerator: bigint, denominator: bigint): bigint => {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
};

/**
 * Rounds parts so that they add up to their rounded sum: each down first, then the units left over go to the largest remainders,
 * among equal ones to the first. Parts may be negative.
 */
export function roundTogether(parts: readonly Decimal[], scale: number): Decimal[] {
  const finest = Math.max(scale, ...parts.map((part) => part.scale));
  const unit = tenTo(finest - scale);
  const exact = parts.map((part) => unitsAt(part, finest));
  const rounded = exact.map((units) => floorDivide(units, unit));
  const total = roundDecimal({ units: exact.reduce((sum, units) => sum + units, 0n), scale: finest }, scale);
  const order = exact
    .map((units, index) => ({ index, rest: units - (rounded[index] ?? 0n) * unit }))
    .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  let left = total.units - rounded.reduce((sum, units) => sum + units, 0n);
  for (const { index } of order) {
    if (left <= 0n) break;
    rounded[index] = (rounded[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return rounded.map((units) => ({ units, scale }));
}
