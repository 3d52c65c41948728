/** Numbers and money through `Intl.NumberFormat`, every option explicit. */
import type { Direction, NumberInline } from '../document/nodes.js';
import { isolate } from './bidi.js';
import { type BoundedCache, createBoundedCache } from './bounded-cache.js';
import { currencyDigits } from './currency.js';
import { createFastPrint } from './fast-number.js';
import { cldrUnit } from './unit.js';

export type NumberSpec = Omit<NumberInline, 'type' | 'value'>;

/** What stands for a value that is no number, or no instant. */
export const noValue = '\u2014';

const noBreakSpace = '\u00a0';

/**
 * Formatters kept by one localizer. A tenant uses some ten; units and currencies come from data and could be many, and one
 * formatter holds 11 KiB of native memory that no heap limit sees, so 64 are 0.7 MB at most.
 */
const maxFormatters = 64;

/** The largest number of decimals of an amount whose currency has no minor unit. */
const maxAmountDecimals = 8;

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;

type Print = (value: number | string) => string;

export type Numbers = {
  number(value: number | string, spec?: NumberSpec): string;
  money(amount: string, currency: string, maxFractionDigits?: number): string;
};

export type NumbersConfig = {
  readonly locales: readonly string[];
  readonly dir: Direction;
  readonly numberingSystem: string;
};

// A small integer is a much cheaper key than a text of the same options.
const flagsOf = ({ style, notation, sign, maxFractionDigits }: NumberSpec): number =>
  (style === 'percent' ? 1 : 0) +
  (notation === 'compact' ? 2 : 0) +
  (sign === 'always' ? 4 : 0) +
  (maxFractionDigits === undefined ? 0 : 8 * (maxFractionDigits + 1));

function numberOptions(spec: NumberSpec): Intl.NumberFormatOptions {
  const isPercent = spec.style === 'percent';
  const isCompact = spec.notation === 'compact';
  const unit = spec.unit === undefined || isPercent ? undefined : cldrUnit(spec.unit);
  return {
    ...(isPercent ? { style: 'percent' } : unit === undefined ? {} : { style: 'unit', unit, unitDisplay: 'short' }),
    ...(isCompact ? { notation: 'compact' } : {}),
    // `negative` and `exceptZero` never print "-0", which `auto` and `always` do for -0.001.
    signDisplay: spec.sign === 'always' ? 'exceptZero' : 'negative',
    maximumFractionDigits: spec.maxFractionDigits ?? (isPercent || isCompact ? 1 : 2),
  };
}

function keep<Key>(cache: BoundedCache<Key, Print>, key: Key, print: Print): Print {
  cache.set(key, print);
  return print;
}

/** Creates the printers of numbers and money for one reader. */
export function createNumbers({ locales, dir, numberingSystem }: NumbersConfig): Numbers {
  const numberCache = createBoundedCache<number | string, Print>(maxFormatters / 4);
  const unitCache = createBoundedCache<string, Print>(maxFormatters / 4);
  const moneyCache = createBoundedCache<string, Print>(maxFormatters / 2);
  const printer = (options: Intl.NumberFormatOptions): Print =>
    // Strings are formatted exactly (ECMA-402 15.5.16 ToIntlMathematicalValue); the library's types ask for a literal.
    new Intl.NumberFormat([...locales], { ...options, numberingSystem }).format as Print;

  const createNumberPrinter = (spec: NumberSpec): Print => {
    const options = numberOptions(spec);
    const format = new Intl.NumberFormat([...locales], { ...options, numberingSystem });
    const print =
      spec.notation === 'compact'
        ? (format.format as Print)
        : createFastPrint(format, options.maximumFractionDigits ?? 0, spec.style === 'percent' ? 100 : 1);
    if (spec.unit === undefined || spec.style === 'percent' || cldrUnit(spec.unit) !== undefined) return print;
    const unit = isolate(spec.unit, dir);
    return (value) => `${print(value)}${noBreakSpace}${unit}`;
  };

  const createMoneyPrinter = (currency: string, maxFractionDigits?: number): Print => {
    const digits = currencyDigits(currency);
    const options: Intl.NumberFormatOptions = {
      signDisplay: 'negative',
      roundingMode: 'halfEven',
      minimumFractionDigits: Math.min(digits ?? 0, maxFractionDigits ?? maxAmountDecimals),
      maximumFractionDigits: maxFractionDigits ?? digits ?? maxAmountDecimals,
    };
    // Intl takes any three letters for a currency, and throws for others; both are told apart here, by their digits.
    if (/^[A-Z]{3}$/.test(currency)) {
      return printer({ ...options, style: 'currency', currency, currencyDisplay: 'symbol' });
    }
    const print = printer(options);
    const code = isolate(currency, dir, 'ltr');
    return (value) => `${print(value)}${noBreakSpace}${code}`;
  };

  const plain = createNumberPrinter({});
  return {
    number(value, spec) {
      if (typeof value === 'string' ? !decimal.test(value) : Number.isNaN(value)) return noValue;
      if (spec === undefined) return plain(value);
      const flags = flagsOf(spec);
      // A bare unit is the common case and needs no joined key.
      if (flags === 0 && spec.unit !== undefined) {
        return (unitCache.get(spec.unit) ?? keep(unitCache, spec.unit, createNumberPrinter(spec)))(value);
      }
      const key = spec.unit === undefined ? flags : `${flags} ${spec.unit}`;
      return (numberCache.get(key) ?? keep(numberCache, key, createNumberPrinter(spec)))(value);
    },
    money(amount, currency, maxFractionDigits) {
      if (!decimal.test(amount)) return noValue;
      if (maxFractionDigits !== undefined) {
        const key = `${currency} ${maxFractionDigits}`;
        const print = moneyCache.get(key) ?? keep(moneyCache, key, createMoneyPrinter(currency, maxFractionDigits));
        return print(amount);
      }
      return (moneyCache.get(currency) ?? keep(moneyCache, currency, createMoneyPrinter(currency)))(amount);
    },
  };
}
