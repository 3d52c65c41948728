/**
 * Prints the numbers that occur most without calling into ICU: 0.1 instead of 0.4 microseconds. What a language does to a
 * number is learnt from `Intl` itself, once a formatter; whatever does not follow the simple pattern stays with `Intl`.
 */

type Print = (value: number | string) => string;

/** Prefix, digits with separators, suffix: how a formatter writes a number of one sign. */
type Affixes = { readonly prefix: string; readonly suffix: string };

type Pattern = {
  readonly positive: Affixes;
  readonly negative: Affixes;
  readonly zero: Affixes;
  readonly group: string;
  readonly decimal: string;
  /** Integers with fewer digits are not grouped: 4, or 5 where CLDR asks for two digits before the first separator. */
  readonly minGroupedDigits: number;
};

/** One of every plural category that any language tells apart: a unit that inflects gives two suffixes here. */
const samples = [1, 2, 3, 5, 6, 11, 20, 21, 100, 101, 1_000_000, 0.5, 1.5];

const isDigitPart = (type: string): boolean =>
  type === 'integer' || type === 'group' || type === 'decimal' || type === 'fraction';

function affixesOf(format: Intl.NumberFormat, value: number): Affixes {
  const parts = format.formatToParts(value);
  const first = parts.findIndex(({ type }) => isDigitPart(type));
  const last = parts.findLastIndex(({ type }) => isDigitPart(type));
  const join = (run: Intl.NumberFormatPart[]): string => run.map((part) => part.value).join('');
  return { prefix: join(parts.slice(0, first)), suffix: join(parts.slice(last + 1)) };
}

const digitsOf = (format: Intl.NumberFormat, value: number): string =>
  format
    .formatToParts(value)
    .filter(({ type }) => isDigitPart(type))
    .map((part) => part.value)
    .join('');

/** Learns the pattern, or finds that there is none: inflected units, grouping by lakhs, other digits than 0 to 9. */
function learn(format: Intl.NumberFormat, scale: number): Pattern | undefined {
  const positive = affixesOf(format, 1 / scale);
  const inflects = samples.some((sample) => {
    const { prefix, suffix } = affixesOf(format, sample / scale);
    return prefix !== positive.prefix || suffix !== positive.suffix;
  });
  if (inflects) return undefined;
  const long = /^1(\D*)234(\D*)567$/.exec(digitsOf(format, 1_234_567 / scale));
  const short = digitsOf(format, 1234 / scale);
  const fraction = /^1(\D+)5$/.exec(digitsOf(format, 1.5 / scale));
  const [, group = '', again] = long ?? [];
  if (long === null || fraction === null || group !== again) return undefined;
  return {
    positive,
    negative: affixesOf(format, -1 / scale),
    zero: affixesOf(format, 0),
    group,
    decimal: fraction[1] ?? '.',
    minGroupedDigits: short === '1234' ? 5 : 4,
  };
}

function grouped(integer: string, { group, minGroupedDigits }: Pattern): string {
  if (integer.length < minGroupedDigits) return integer;
  let text = integer.slice(0, integer.length % 3);
  for (let at = integer.length % 3; at < integer.length; at += 3) {
    text += (text === '' ? '' : group) + integer.slice(at, at + 3);
  }
  return text;
}

/** Up to here a product with a power of ten is off by less than the distance that still counts as a tie. */
const maxScaled = 1e9;
const tieDistance = 1e-5;

/** The digits of a fraction of `width` decimals without the zeros at its end. */
function fractionText(fraction: number, width: number): string {
  let digits = fraction;
  let length = width;
  while (digits % 10 === 0) {
    digits /= 10;
    length -= 1;
  }
  const text = String(digits);
  return text.length === length ? text : text.padStart(length, '0');
}

/**
 * Makes a printer out of a formatter of style decimal, percent or unit in standard notation.
 *
 * @param maxFractionDigits as the formatter has it
 * @param scale 100 for percent, else 1
 */
export function createFastPrint(format: Intl.NumberFormat, maxFractionDigits: number, scale: 1 | 100): Print {
  const slow = format.format as Print;
  const pattern = learn(format, scale);
  if (pattern === undefined) return slow;
  const unit = 10 ** maxFractionDigits;
  const { positive, negative, zero, decimal } = pattern;
  return (value) => {
    if (typeof value !== 'number') return slow(value);
    const magnitude = Math.abs(value);
    const scaled = magnitude * scale * unit;
    if (!(scaled < maxScaled)) return slow(value);
    const floor = Math.floor(scaled);
    const rest = scaled - floor;
    // ICU rounds the shortest decimal form, which a product of doubles can miss right at a tie: 1.005 becomes 1.01.
    if (Math.abs(rest - 0.5) < tieDistance) return slow(value);
    const rounded = rest > 0.5 ? floor + 1 : floor;
    if (rounded === 0) return `${zero.prefix}0${zero.suffix}`;
    const integer = Math.floor(rounded / unit);
    const fraction = rounded - integer * unit;
    const { prefix, suffix } = value < 0 ? negative : positive;
    const digits = integer < 1000 ? String(integer) : grouped(String(integer), pattern);
    if (fraction === 0) return prefix + digits + suffix;
    return prefix + digits + decimal + fractionText(fraction, maxFractionDigits) + suffix;
  };
}
