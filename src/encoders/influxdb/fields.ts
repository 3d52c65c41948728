/** Fields: floats, and integers of 64 bits that stay exact. */
import type { GaugePoint, MetricValue, Point } from '../../metric/model.js';

/** How the integers of a measurement are written: a field has one type, and a point with another is dropped. */
export type Integers = 'signed' | 'unsigned' | 'float';

const least64 = -(2n ** 63n);
const beyond64 = 2n ** 63n;
const beyondUnsigned = 2n ** 64n;

/** Whether bigints have to be written as floats, because numbers stand beside them. */
export function integersOf(points: readonly Point[], isUnsigned: boolean): Integers {
  let hasFloat = false;
  let hasInteger = false;
  for (const point of points as readonly GaugePoint[]) {
    if (typeof point.value === 'bigint') hasInteger = true;
    else hasFloat = true;
  }
  if (hasFloat && hasInteger) return 'float';
  return isUnsigned ? 'unsigned' : 'signed';
}

const isExact = (value: bigint): boolean => Number.isFinite(Number(value)) && BigInt(Number(value)) === value;

/** Prints a value as a field; `undefined` where a server would refuse or change it. */
export function printField(value: MetricValue, integers: Integers): string | undefined {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return undefined;
    return Object.is(value, -0) ? '-0' : `${value}`;
  }
  if (integers === 'float') return isExact(value) ? `${Number(value)}` : undefined;
  if (integers === 'unsigned') return value >= 0n && value < beyondUnsigned ? `${value}u` : undefined;
  return value >= least64 && value < beyond64 ? `${value}i` : undefined;
}

/** What each type of field accepts. */
export const fieldExpected: Readonly<Record<Integers, string>> = {
  float: 'a finite number that is exact as a float, as others of the metric are floats',
  signed: 'a finite number, or an integer of 64 bits with a sign',
  unsigned: 'a finite number, or an integer of 64 bits without a sign',
};

/** Prints a count, which is checked already, as an integer; `undefined` where 64 bits with a sign do not hold it. */
export const printCount = (count: MetricValue): string | undefined =>
  BigInt(count) < beyond64 ? `${BigInt(count)}i` : undefined;
