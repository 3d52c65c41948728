/** Numbers and times as fields of a document. */
import type { GaugePoint, MetricValue, Point } from '../../metric/model.js';

/** The type of a field: a mapping has one, whatever a single document holds. */
export type NumberType = 'double' | 'long' | 'unsigned_long';

const leastLong = -(2n ** 63n);
const beyondLong = 2n ** 63n;
const beyondUnsigned = 2n ** 64n;
const exactBelow = BigInt(Number.MAX_SAFE_INTEGER);

/** The type of the values of a metric: integers only where all of them are bigints. */
export function numberTypeOf(points: readonly Point[], isUnsigned: boolean): NumberType {
  const isInteger =
    points.length > 0 && (points as readonly GaugePoint[]).every(({ value }) => typeof value === 'bigint');
  if (!isInteger) return 'double';
  return isUnsigned ? 'unsigned_long' : 'long';
}

const isExact = (value: bigint): boolean => Number.isFinite(Number(value)) && BigInt(Number(value)) === value;

/**
 * Prints an integer as JSON. Beyond 2^53 it is a string, which the number types of a server read digit by digit, and which
 * JSON in JavaScript does not round.
 */
const printInteger = (value: bigint): string => (value > exactBelow || value < -exactBelow ? `"${value}"` : `${value}`);

/** Prints a value as JSON; `undefined` where a server would refuse or change it. */
export function printNumber(value: MetricValue, type: NumberType): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? `${value}` : undefined;
  if (type === 'double') return isExact(value) ? `${Number(value)}` : undefined;
  if (type === 'unsigned_long') return value >= 0n && value < beyondUnsigned ? printInteger(value) : undefined;
  return value >= leastLong && value < beyondLong ? printInteger(value) : undefined;
}

/** What each type accepts. */
export const numberExpected: Readonly<Record<NumberType, string>> = {
  double: 'a finite number, exact as a double',
  long: 'an integer of 64 bits with a sign',
  unsigned_long: 'an integer of 64 bits without a sign',
};

/** Prints a count, which is checked already. */
export const printCount = (count: MetricValue): string | undefined => printNumber(BigInt(count), 'long');

/** A keyword, in UTF-8: longer ones have the document refused. https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/ignore-above */
export const maxTermBytes = 32_766;

/** Years of four digits, all that `strict_date_optional_time` reads. */
const firstMs = -62_135_596_800_000;
const lastMs = 253_402_300_799_999;

export const isWritableTime = (epochMs: number): boolean => epochMs >= firstMs && epochMs <= lastMs;

/** Prints times as ISO 8601 in UTC; those of a batch are mostly within one second of each other. */
export function createTimePrinter(): (epochMs: number) => string {
  let second = Number.NaN;
  let start = '';
  return (epochMs) => {
    const floor = Math.floor(epochMs / 1000);
    if (floor !== second) {
      second = floor;
      start = new Date(floor * 1000).toISOString().slice(0, 20);
    }
    const rest = epochMs - floor * 1000;
    if (rest >= 100) return `${start}${rest}Z`;
    return rest >= 10 ? `${start}0${rest}Z` : `${start}00${rest}Z`;
  };
}
