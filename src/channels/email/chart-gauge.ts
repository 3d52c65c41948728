/** A gauge as one bar on its scale, with marks at the values that the chart is annotated with. */

import { colorAt, paletteOf } from '../../chart/palette.js';
import { chartPrinter } from '../../chart/print.js';
import { shareOn, type ValueAxis, valueAxis } from '../../chart/scale.js';
import type { Chart } from '../../document/nodes.js';
import { chartGaugeTemplate } from '../../generated/templates/email/chart-gauge.js';
import type { Html } from '../../generated/templates/template.js';
import { createRender } from '../../template/runtime.js';
import { cellsOf, emptyBar, type Fill, fillOf, ground, putPart, track } from './chart-cells.js';
import { type EmailContext, orMark } from './context.js';

const print = /* @__PURE__ */ createRender(chartGaugeTemplate);

/** The scale of a gauge: from zero, as its length stands for the value. */
export const gaugeAxis = (chart: Chart): ValueAxis =>
  valueAxis({ ...chart, kind: 'bar', series: chart.series.slice(0, 1) });

/** Prints a gauge. */
export function printGauge(context: EmailContext, chart: Chart): Html {
  const [series] = chart.series;
  const value = series?.values[0] ?? null;
  const isProvisional = series?.provisionalFrom === 0;
  const axis = gaugeAxis(chart);
  const colors = paletteOf(context.render);
  const mark: Fill = fillOf(colorAt(colors, 1), false);
  const bar = emptyBar(track);
  if (value !== null && shareOn(axis, value) > 0) {
    putPart(bar, 0, shareOn(axis, value), fillOf(colorAt(colors, 0), isProvisional));
  }
  for (const annotation of chart.annotations ?? []) {
    if (!('value' in annotation)) continue;
    const at = shareOn(axis, annotation.value);
    putPart(bar, at - 0.015, at + 0.015, ground);
    putPart(bar, at - 0.005, at + 0.005, mark);
  }
  const printer = chartPrinter(chart, context.localizer);
  return print(
    {
      dir: context.dir,
      rtl: context.rtl,
      value: orMark(value === null ? '' : printer.value(value)),
      ...(isProvisional && { state: context.localizer.t('chart.provisional') }),
      bar: cellsOf(context, bar),
      min: printer.value(axis.min),
      max: printer.value(axis.max),
    },
    context.template,
  );
}
