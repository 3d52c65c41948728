/** A drawn chart with what it cannot say itself: the ends of its axes. */

import { chartPrinter } from '../../chart/print.js';
import { type Extent, extentOf, valueAxis } from '../../chart/scale.js';
import type { Chart, ChartKind } from '../../document/nodes.js';
import { type ChartImageContext, chartImageTemplate } from '../../generated/templates/email/chart-image.js';
import type { Html } from '../../generated/templates/template.js';
import { createRender } from '../../template/runtime.js';
import { gaugeAxis } from './chart-gauge.js';
import { type DrawnChart, type EmailContext, orMark } from './context.js';
import { messageIdDomain } from './headers.js';
import { partId } from './images.js';

const print = /* @__PURE__ */ createRender(chartImageTemplate);

/** The ends of the axis of values, for kinds that have one from bottom to top. */
const valueEnds: Readonly<Partial<Record<ChartKind, (chart: Chart) => Extent | undefined>>> = {
  line: valueAxis,
  area: valueAxis,
  bar: valueAxis,
  stackedBar: valueAxis,
  spark: ({ series }) => extentOf(series),
};

function endsOf(context: EmailContext, chart: Chart): Partial<ChartImageContext> {
  const { kind, categories, times } = chart;
  const { value: printed } = chartPrinter(chart, context.localizer);
  const isReversed = context.rtl && times === undefined;
  if (kind === 'pie') return {};
  if (kind === 'gauge') {
    const { min, max } = gaugeAxis(chart);
    return { first: printed(min), last: printed(max), isReversed };
  }
  const ends = valueEnds[kind]?.(chart);
  return {
    ...(ends !== undefined && { top: printed(ends.max), bottom: printed(ends.min) }),
    ...(categories.length > 1 && { first: orMark(categories[0] ?? ''), last: orMark(categories.at(-1) ?? '') }),
    isReversed,
  };
}

/** Prints a picture and the ends of its axes. Time runs from left to right in every script. */
export function printImage(context: EmailContext, chart: Chart, { name, widthPx }: DrawnChart): Html {
  const ends = endsOf(context, chart);
  return print(
    {
      dir: ends.isReversed === true ? 'rtl' : 'ltr',
      part: partId(name, messageIdDomain(context)),
      alt: chart.alt,
      width: widthPx,
      first: '',
      ...ends,
    },
    context.template,
  );
}
