/** Values of a chart and of its axis in the reader's language, and the words that a picture needs. */
import { chartValue } from '../document/chart-values.js';
import type { Chart, Inline } from '../document/nodes.js';
import type { Localizer } from '../i18n/localizer.js';

/** How the numbers of one chart are printed. */
export type ChartPrinter = {
  /** A value as the text beside the chart has it. */
  readonly value: (value: number) => string;
  /** A short form for the ticks of an axis so many apart, without the unit. */
  readonly tick: (value: number, step: number) => string;
  /** A share of the whole. */
  readonly share: (value: number) => string;
  /** What ticks are counted in, said once beside the axis; empty where they say it themselves. */
  readonly unit: string;
};

/** Words in a picture. */
export type ChartWords = {
  readonly provisional: string;
  readonly axisCut: string;
  readonly empty: string;
};

/** Beyond these, a number without an exponent is mostly zeros. */
const plainFrom = 1e-9;
const plainTo = 1e15;

const maxTickDecimals = 12;

/** How often a compact form divides by a thousand. */
const thousandsOf = (magnitude: number): number =>
  magnitude < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(magnitude) / 3));

/** The decimals of a step, where a compact form divides by thousands. */
function decimalsOf(value: number, step: number): number {
  const inUnits = step / 1000 ** thousandsOf(Math.abs(value));
  for (let decimals = 0; decimals < maxTickDecimals; decimals += 1) {
    const scaled = inUnits * 10 ** decimals;
    if (scaled > 0.5 && Math.abs(scaled - Math.round(scaled)) < 1e-6 * scaled) return decimals;
  }
  return maxTickDecimals;
}

/** Whether thousands, millions and so on are worth a word: 1.002K is no shorter than 1,002, and 1.2M is. */
const isShorterCompact = (magnitude: number, decimals: number): boolean =>
  magnitude < 1000 || decimals < 2 * thousandsOf(magnitude);

function printValue(localizer: Localizer, inline: Inline): string {
  if (inline.type === 'money') return localizer.money(inline.amount, inline.currency);
  return inline.type === 'number' ? localizer.number(inline.value, inline) : '';
}

/** Prints the numbers of a chart for one reader. */
export function chartPrinter(chart: Chart, localizer: Localizer): ChartPrinter {
  const isPercent = chart.style === 'percent' && chart.currency === undefined;
  return {
    value: (value) => printValue(localizer, chartValue(chart, value)),
    tick: (value, step) => {
      const magnitude = Math.abs(value);
      if (magnitude !== 0 && (magnitude < plainFrom || magnitude >= plainTo)) {
        // The mark keeps a minus before its digits in text from right to left.
        return (localizer.dir === 'rtl' ? '\u200e' : '') + value.toExponential(1);
      }
      if (isPercent) {
        return localizer.number(value, { style: 'percent', maxFractionDigits: decimalsOf(value * 100, step * 100) });
      }
      const maxFractionDigits = decimalsOf(value, step);
      const notation = isShorterCompact(magnitude, maxFractionDigits) ? 'compact' : 'standard';
      return localizer.number(value, {
        notation,
        maxFractionDigits: notation === 'compact' ? maxFractionDigits : decimalsOf(0, step),
      });
    },
    share: (value) => localizer.number(value, { style: 'percent' }),
    unit: isPercent ? '' : (chart.currency ?? chart.unit ?? ''),
  };
}

/** The words of pictures in the reader's language. */
export function chartWords({ t }: Localizer): ChartWords {
  return { provisional: t('chart.provisional'), axisCut: t('chart.axisCut'), empty: t('chart.alt.empty') };
}
