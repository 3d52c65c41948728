/** The values of a chart for hosts that draw it themselves and print numbers as they are. */
import type { Chart } from '../document/nodes.js';

/** Significant digits that every double keeps. */
const safeDigits = 15;

/** A ratio is drawn in percent, as it is printed elsewhere; all else as it is. Infinite where that is too large. */
export const hostValue = ({ style, currency }: Chart, value: number): number =>
  // Adding zero makes 0 of -0, which JSON does not know.
  style === 'percent' && currency === undefined ? Number((value * 100).toPrecision(safeDigits)) : value + 0;

/** What the values are in: the code of a currency, a percent sign, a unit. */
export function hostUnit({ currency, style, unit }: Chart): string | undefined {
  if (currency !== undefined) return currency;
  return style === 'percent' ? '%' : unit;
}

/** The name of a series. One that stands alone may have none, and is what the chart is of. */
export const hostName = ({ series, title }: Chart, index: number): string => {
  const name = series[index]?.name ?? '';
  return name === '' && series.length === 1 ? title : name;
};
