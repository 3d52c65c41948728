/** What a stream pays, by service and territory, and how much of a change is price and how much is use. */
import { type Decimal, decimalToNumber, divideDecimals, formatDecimal, parseDecimal } from '../../kernel/decimal.js';
import { type Group, groupLines, isStream, type Money } from './money.js';
import type { RevenueLine, RevenueReportInput } from './schema.js';

/** Decimals of what a stream pays: amounts are around 0.003. */
export const rateDigits = 6;

/** What a stream pays somewhere. */
export type StreamRate = {
  readonly dsp: string;
  readonly territory: string;
  readonly streams: number;
  readonly net: Decimal;
  /** In major units, rounded half to even to six decimals. */
  readonly rate: string;
};

/** Divides an amount by a number of streams; `undefined` without streams. */
export function ratePerStream(net: Decimal, streams: number): string | undefined {
  if (streams <= 0) return undefined;
  const rate = divideDecimals(net, { units: BigInt(streams), scale: 0 }, rateDigits);
  return rate && formatDecimal(rate);
}

/** Separates the parts of a key: no service is called so. */
const separator = '\u0000';

/** Lists what a stream pays by service and territory, the most streams first. Refunds of more than was played have no rate. */
export function streamRates(input: RevenueReportInput, money: Money): StreamRate[] {
  const streams = { ...input, lines: input.lines.filter(isStream) };
  const keyOf = ({ dsp, territory }: RevenueLine): string => `${dsp}${separator}${territory}`;
  return groupLines(streams, money, keyOf)
    .flatMap(({ first, sums }: Group): StreamRate[] => {
      const rate = ratePerStream(sums.net, sums.quantity);
      const { dsp, territory } = first;
      return rate === undefined ? [] : [{ dsp, territory, streams: sums.quantity, net: sums.net, rate }];
    })
    .sort((a, b) => b.streams - a.streams);
}

/** A change of revenue by what made it, in the currency of the statement. */
export type PriceVolume = { readonly price: number; readonly volume: number };

const numberOf = (text: string): number => {
  const decimal = parseDecimal(text);
  return decimal === undefined ? 0 : decimalToNumber(decimal);
};

/**
 * Splits the change of net revenue into price and volume, line by line: volume at the price of before, price at the volume of
 * now, so that both add up to the change. Only where every line says what it was before, in one currency and with uses.
 */
export function priceVolume({ lines, currency }: RevenueReportInput): PriceVolume | undefined {
  let [price, volume] = [0, 0];
  if (lines.length === 0) return undefined;
  for (const { net, quantity, previousNet, previousQuantity, currency: own = currency } of lines) {
    if (own !== currency || previousNet === undefined || previousQuantity === undefined) return undefined;
    if (previousQuantity <= 0 || quantity < 0) return undefined;
    const before = numberOf(previousNet) / previousQuantity;
    volume += (quantity - previousQuantity) * before;
    price += numberOf(net) - quantity * before;
  }
  return { price, volume };
}
