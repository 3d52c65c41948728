/** Exchange rates and exact conversion: one rounding, and the rate, its day and its source with every result. */
import {
  type Decimal,
  divideDecimals,
  formatDecimal,
  multiplyDecimals,
  parseDecimal,
  roundDecimal,
} from '../kernel/decimal.js';
import { currencyDigits, isCurrency } from './currency.js';

/** Rates of one day: one unit of `base` is so many of each other currency, as decimal texts. */
export type RateTable = {
  /** ISO 4217. */
  base: string;
  /** The day of the rates: `2026-04-13`. */
  date: string;
  /** Who published them: `European Central Bank`. */
  source: string;
  rates: Record<string, string>;
};

/** A converted amount, and what it was converted by. */
export type Conversion = {
  /** Rounded half to even to the minor unit of its currency. */
  readonly amount: string;
  readonly currency: string;
  /** One unit of the original currency in the new one, to 10 significant digits or more. */
  readonly rate: string;
  /** `direct`: as published; `inverse`: one divided by it; `cross`: over the base. */
  readonly path: 'same' | 'direct' | 'inverse' | 'cross';
  readonly date: string;
  readonly source: string;
};

/** Decimals of a rate that is printed: enough for currencies a hundred thousand to one. */
const rateScale = 15;

/** Decimals where ISO 4217 names none. */
const defaultDigits = 2;

const one: Decimal = { units: 1n, scale: 0 };

const day = /^\d{4}-\d{2}-\d{2}$/;

/** A rate is a decimal above zero: 0, a negative one and `N/A` have all been published by mistake. */
const isRate = (text: unknown): text is string => typeof text === 'string' && (parseDecimal(text)?.units ?? 0n) > 0n;

/** Tells whether a value is a table of rates: a known base, a day, a source, and rates above zero. */
export function isRateTable(value: unknown): value is RateTable {
  if (typeof value !== 'object' || value === null) return false;
  const { base, date, source, rates } = value as Partial<RateTable>;
  if (typeof base !== 'string' || !isCurrency(base) || typeof date !== 'string' || !day.test(date)) return false;
  if (typeof source !== 'string' || source === '' || typeof rates !== 'object' || rates === null) return false;
  return Object.values(rates).every(isRate);
}

function rateOf({ base, rates }: RateTable, currency: string): Decimal | undefined {
  if (currency === base) return one;
  const text = Object.hasOwn(rates, currency) ? rates[currency] : undefined;
  return isRate(text) ? parseDecimal(text) : undefined;
}

const trimmed = (decimal: Decimal): string => {
  const text = formatDecimal(decimal);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
};

/**
 * Converts an exact amount. Never invents a rate: `undefined` where the table lacks one of both.
 *
 * @param amount a decimal text in major units
 * @param digits decimals of the result @default those of ISO 4217
 */
export function convert(
  amount: string,
  from: string,
  to: string,
  table: RateTable,
  digits = currencyDigits(to) ?? defaultDigits,
): Conversion | undefined {
  const value = parseDecimal(amount);
  const { date, source, base } = table;
  if (value === undefined) return undefined;
  if (from === to) {
    return { amount: formatDecimal(roundDecimal(value, digits)), currency: to, rate: '1', path: 'same', date, source };
  }
  const [fromRate, toRate] = [rateOf(table, from), rateOf(table, to)];
  if (fromRate === undefined || toRate === undefined) return undefined;
  // One division, one rounding: through a rounded rate the last digit would be wrong.
  const converted = divideDecimals(multiplyDecimals(value, toRate), fromRate, digits);
  const rate = divideDecimals(toRate, fromRate, rateScale);
  if (converted === undefined || rate === undefined) return undefined;
  const path = from === base ? 'direct' : to === base ? 'inverse' : 'cross';
  return { amount: formatDecimal(converted), currency: to, rate: trimmed(rate), path, date, source };
}
