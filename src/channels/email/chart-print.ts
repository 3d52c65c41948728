/** A chart in a mail: title, sentence, figure, numbers, notes. */

import { colorAt, dashAt, paletteOf, type Texture, textureAt } from '../../chart/palette.js';
import { chartPrinter } from '../../chart/print.js';
import { valueAxis } from '../../chart/scale.js';
import { chartTable } from '../../document/chart-values.js';
import type { Chart, ChartAnnotation, ChartKind } from '../../document/nodes.js';
import { chartTemplate } from '../../generated/templates/email/chart.js';
import { type ChartLegendContext, chartLegendTemplate } from '../../generated/templates/email/chart-legend.js';
import { stackTemplate } from '../../generated/templates/email/stack.js';
import type { Html } from '../../generated/templates/template.js';
import { createRender } from '../../template/runtime.js';
import { printBars } from './chart-bars.js';
import { printGauge } from './chart-gauge.js';
import { printHeat } from './chart-heat.js';
import { printImage } from './chart-image.js';
import { type ChartFigure, type EmailContext, orMark } from './context.js';
import { toWords } from './inline.js';
import { noHtml } from './markup.js';
import { printTable } from './table.js';

const print = {
  chart: /* @__PURE__ */ createRender(chartTemplate),
  legend: /* @__PURE__ */ createRender(chartLegendTemplate),
  stack: /* @__PURE__ */ createRender(stackTemplate),
};

/** A dash as characters that all fonts have, by the lengths of its strokes in pixels. */
function lineMark(index: number): string {
  const strokes = dashAt(index)
    .split(' ')
    .filter((_, at) => at % 2 === 0)
    .map((length) => (Number(length) >= 10 ? '—' : Number(length) >= 5 ? '–' : '·'));
  return dashAt(index) === '' ? '———' : [...strokes, ...strokes, ...strokes].slice(0, 4).join('\u00a0');
}

const textureMarks: Readonly<Record<Texture, string>> = {
  plain: '■',
  rising: '▨',
  dotted: '░',
  falling: '▧',
  level: '▤',
  crossed: '▦',
  upright: '▥',
};

const areaMark = (index: number): string => textureMarks[textureAt(index)];

/** How series are marked in a picture; kinds whose parts are named otherwise have no legend. */
const imageMarks: Readonly<Partial<Record<ChartKind, (index: number) => string>>> = {
  line: lineMark,
  area: lineMark,
  spark: lineMark,
  bar: areaMark,
  stackedBar: areaMark,
  pie: areaMark,
};

function legend(context: EmailContext, names: readonly string[], mark: (index: number) => string): Html {
  const colors = paletteOf(context.render);
  const entries = names.map((name, index): ChartLegendContext['entries'][number] => ({
    tint: colorAt(colors, index),
    mark: mark(index),
    name: orMark(name),
    // Large, as lines are thin: what is drawn needs less contrast than text.
    isLine: mark === lineMark,
    isLast: index === names.length - 1,
  }));
  return print.legend({ entries }, context.template);
}

const namesOf = ({ kind, categories, series }: Chart): readonly string[] =>
  kind === 'pie' && categories.length !== 1 ? categories : series.map(({ name }) => name);

const numbers = (context: EmailContext, chart: Chart): Html[] =>
  chart.isTabulated === true
    ? []
    : [printTable(context, { ...chartTable(chart), caption: context.localizer.t('chart.data') })];

/** The parts of a figure, by its form. */
const forms: Readonly<
  Record<ChartFigure['form'], (context: EmailContext, figure: ChartFigure, chart: Chart) => Html[]>
> = {
  none: () => [],
  table: (context, { shown }) => (shown.isTabulated === true ? [] : [printTable(context, chartTable(shown))]),
  gauge: (context, { shown }) => [printGauge(context, shown)],
  heat: (context, { shown }) => [printHeat(context, shown)],
  bars: (context, { shown }) =>
    shown.kind === 'stackedBar' && shown.series.length > 1
      ? [legend(context, namesOf(shown), () => '■'), printBars(context, shown), ...numbers(context, shown)]
      : [printBars(context, shown)],
  image: (context, { shown, image }, chart) => {
    const mark = imageMarks[chart.kind];
    const names = namesOf(chart);
    return [
      mark === undefined || names.length < 2 ? noHtml : legend(context, names, mark),
      image === undefined ? noHtml : printImage(context, chart, image),
      ...numbers(context, shown),
    ];
  },
};

/** What the chart is annotated with, as text. */
function annotationText(context: EmailContext, chart: Chart, annotation: ChartAnnotation): string {
  const value =
    'value' in annotation
      ? chartPrinter(chart, context.localizer).value(annotation.value)
      : (chart.categories[annotation.category] ?? '');
  return context.localizer.labelled(annotation.label, orMark(value));
}

/** Whether lengths of a picture do not compare, as its axis leaves zero out. */
const isAxisCut = (chart: Chart): boolean =>
  (chart.kind === 'line' || chart.kind === 'area') && !valueAxis(chart).startsAtZero;

function notesOf(context: EmailContext, chart: Chart, figure: ChartFigure | undefined): string[] {
  const { annotations = [], notes = [] } = chart;
  const axis = figure?.form === 'image' && isAxisCut(chart) ? [context.localizer.t('chart.axisCut')] : [];
  const marks = annotations.map((annotation) => annotationText(context, chart, annotation));
  return [...(figure?.notes ?? []), ...axis, ...marks, ...notes];
}

/** Prints a chart; one that was cut to its words has no figure. */
export function printChart(context: EmailContext, chart: Chart): Html {
  const figure = context.figures.get(chart);
  const parts = figure === undefined ? [] : forms[figure.form](context, figure, chart);
  const words = toWords(context, [{ type: 'text', value: chart.alt }]);
  const body = print.stack({ blocks: parts.map((html) => ({ html })) }, context.template);
  return print.chart(
    { title: chart.title, ...words, figure: body, notes: notesOf(context, chart, figure) },
    context.template,
  );
}
