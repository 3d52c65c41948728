/** A chart as bars: what each is of, the bar, and its value as text. */

import { type BarRow, type Bars, chartBars } from '../../chart/bars.js';
import { colorAt, paletteOf } from '../../chart/palette.js';
import { type ChartPrinter, chartPrinter } from '../../chart/print.js';
import type { Chart } from '../../document/nodes.js';
import { type ChartBarsContext, chartBarsTemplate } from '../../generated/templates/email/chart-bars.js';
import type { Html } from '../../generated/templates/template.js';
import { createRender } from '../../template/runtime.js';
import { type Bar, cellsOf, emptyBar, type Fill, fillOf, ground, putPart, track, zeroMark } from './chart-cells.js';
import { type EmailContext, orMark } from './context.js';

const print = /* @__PURE__ */ createRender(chartBarsTemplate);

type Row = ChartBarsContext['rows'][number];

/** Fills by series, so that neighbours that look the same are the same. */
type Fills = { readonly final: readonly Fill[]; readonly provisional: readonly Fill[] };

function fillsOf(context: EmailContext, { series }: Chart): Fills {
  const colors = paletteOf(context.render);
  const fills = (isProvisional: boolean): Fill[] =>
    series.map((_, index) => fillOf(colorAt(colors, index), isProvisional));
  return { final: fills(false), provisional: fills(true) };
}

/** A stacked part needs so much of the width to lose a percent to the gap behind it. */
const leastBeforeGap = 0.03;

function barOf({ segments, value, isProvisional }: BarRow, zero: number, { final, provisional }: Fills): Bar {
  if (value === null) return emptyBar(ground);
  const bar = emptyBar(track);
  for (const [index, { series, start, fraction }] of segments.entries()) {
    const fill = (isProvisional ? provisional : final)[series] ?? track;
    const end = start + fraction;
    putPart(bar, start, end, fill);
    const isLast = index === segments.length - 1;
    if (!isLast && fraction >= leastBeforeGap) putPart(bar, end - 0.01, end, ground);
  }
  if (zero > 0 && zero < 1) putPart(bar, zero - 0.005, zero + 0.005, zeroMark);
  return bar;
}

/** What each value above zero has of the sum, for slices of a whole. */
function sharesOf(rows: readonly BarRow[], printer: ChartPrinter): (row: BarRow) => string | undefined {
  let most = 0;
  for (const { value } of rows) most = Math.max(most, value ?? 0);
  // Divided first: the sum of two numbers can be none.
  const partOf = ({ value }: BarRow): number => (most === 0 ? 0 : Math.max(0, value ?? 0) / most);
  const sum = rows.reduce((total, row) => total + partOf(row), 0);
  return (row) => (row.value === null || sum === 0 ? undefined : printer.share(partOf(row) / sum));
}

function rowsOf(context: EmailContext, chart: Chart, { zero, rows }: Bars): Row[] {
  const fills = fillsOf(context, chart);
  const printer = chartPrinter(chart, context.localizer);
  const shareOf = chart.kind === 'pie' ? sharesOf(rows, printer) : () => undefined;
  const provisional = context.localizer.t('chart.provisional');
  let lastLabel: string | undefined;
  return rows.map((row, index): Row => {
    const { label, name, value, isProvisional } = row;
    // Bars of one category stand together below its name.
    const isNew = name !== undefined && (label !== lastLabel || index % chart.series.length === 0);
    lastLabel = label;
    const share = shareOf(row);
    return {
      label: orMark(name ?? label),
      bar: cellsOf(context, barOf(row, zero, fills)),
      value: orMark(value === null ? '' : printer.value(value)),
      ...(isNew && { head: orMark(label) }),
      ...(isProvisional && { state: provisional }),
      ...(share !== undefined && { share }),
    };
  });
}

/** Percents of the width for what bars are of. How long texts are changes nothing: they wrap. */
const labelWidth = 26;
/** Percents that a digit takes on the narrowest screens, 280 pixels between the margins. */
const percentsPerDigit = 2.8;
/** So that bars keep more than a third of the width. */
const mostForValues = 34;

/** Percents for values, by how many digits they have; a unit, which is a text, wraps where there is no room. */
function valueWidthOf({ localizer }: EmailContext, { unit: _, ...chart }: Chart, rows: readonly BarRow[]): number {
  const printer = chartPrinter(chart, localizer);
  let digits = 4;
  for (const { value } of rows) {
    if (value !== null) digits = Math.max(digits, printer.value(value).length);
  }
  return Math.min(mostForValues, Math.ceil(digits * percentsPerDigit) + 1);
}

/** Prints a chart as bars. */
export function printBars(context: EmailContext, chart: Chart): Html {
  const bars = chartBars(chart);
  const rows = rowsOf(context, chart, bars);
  const valueWidth = valueWidthOf(context, chart, bars.rows);
  const { dir, rtl } = context;
  return print({ dir, rtl, rows, labelWidth, valueWidth, barWidth: 100 - labelWidth - valueWidth }, context.template);
}
