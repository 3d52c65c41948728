/**
 * A chart as the element that Teams draws.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards
 */
import { hostName, hostUnit, hostValue } from '../../chart/host-values.js';
import { type UniqueLabels, uniqueLabels } from '../../chart/unique-labels.js';
import type { Chart, ChartKind } from '../../document/nodes.js';
import { fitText } from '../../kernel/fit.js';
import { toTimestamp } from '../../kernel/timestamp.js';
import type { TeamsContext } from './context.js';
import { inert, leaf, oneLine, orMark } from './leaf.js';
import { maxChartLabelUnits, maxChartTitleUnits, maxUprightLabelUnits } from './limits.js';
import type { ChartColor, ChartElement, FactSet, LineSeries } from './payload.js';

/** As many as series and parts are drawn. What they stand for is said by their order alone: no colour means good or bad. */
const colors: readonly ChartColor[] = [
  'categoricalBlue',
  'categoricalMarigold',
  'categoricalTeal',
  'categoricalRed',
  'categoricalPurple',
  'categoricalLime',
  'categoricalLightBlue',
  'categoricalLavender',
];
const colorAt = (index: number): ChartColor => colors[index] ?? 'neutral';

/** What is written into each element. */
type Drawing = {
  readonly chart: Chart;
  readonly categories: readonly string[];
  readonly names: readonly string[];
  readonly unit: string | undefined;
  readonly frame: { readonly title: string; readonly fallback: FactSet };
};

/** Labels that tell points or series apart, each of them there once. */
function labelsOf(context: TeamsContext, raw: readonly string[]): UniqueLabels {
  const labels = raw.map((text) => orMark(oneLine(leaf(context, text))));
  const { texts, cut, numbered } = uniqueLabels(labels, maxChartLabelUnits);
  return { texts: texts.map(inert), cut, numbered };
}

const msPerDay = 86_400_000;
/** What ISO 8601 writes with four digits of a year. */
const firstDay = Date.parse('0000-01-01T00:00:00Z');
const lastDay = Date.parse('9999-12-31T00:00:00Z');

/** Whether the points of a chart are days: the axis is one of time then, and keeps its distances. */
export const hasDays = ({ times }: Chart): boolean =>
  times?.every((time) => time % msPerDay === 0 && time >= firstDay && time <= lastDay) ?? false;

const dayOf = (time: number): string => toTimestamp(time).slice(0, '2026-11-20'.length);

/** The points of a series; gaps are left out, and stay gaps where `obstacleOf` lets them pass. */
function pointsOf(chart: Chart, xs: readonly string[], values: readonly (number | null)[]): { x: string; y: number }[] {
  const points: { x: string; y: number }[] = [];
  for (const [index, value] of values.entries()) {
    if (value !== null) points.push({ x: xs[index] ?? '', y: hostValue(chart, value) });
  }
  return points;
}

const seriesOf = ({ chart, names }: Drawing, xs: readonly string[]): LineSeries[] =>
  chart.series.map(({ values }, index) => ({
    legend: names[index] ?? '',
    values: pointsOf(chart, xs, values),
    color: colorAt(index),
  }));

/** The ends of the value axis, where the chart asks for some. */
const axisOf = ({ chart, unit }: Drawing) => ({
  ...(unit !== undefined && { yAxisTitle: unit }),
  ...(chart.domain !== undefined && {
    yMin: hostValue(chart, chart.domain.min),
    yMax: hostValue(chart, chart.domain.max),
  }),
});

const sidewaysOf = ({ unit }: Drawing) => (unit === undefined ? {} : { xAxisTitle: unit });

const isLong = (text: string): boolean => text.length > maxUprightLabelUnits;

function lineOf(drawing: Drawing): ChartElement {
  const { chart, categories } = drawing;
  const xs = hasDays(chart) ? (chart.times ?? []).map(dayOf) : categories;
  return { type: 'Chart.Line', ...drawing.frame, data: seriesOf(drawing, xs), ...axisOf(drawing) };
}

function barOf(drawing: Drawing): ChartElement {
  const { chart, categories, frame } = drawing;
  const [only, second] = chart.series;
  if (only === undefined || second !== undefined) {
    return { type: 'Chart.VerticalBar.Grouped', ...frame, data: seriesOf(drawing, categories), ...axisOf(drawing) };
  }
  const data = pointsOf(chart, categories, only.values);
  const color = colorAt(0);
  if (!categories.some(isLong)) return { type: 'Chart.VerticalBar', ...frame, data, color, ...axisOf(drawing) };
  const displayMode = 'AbsoluteWithAxis';
  return { type: 'Chart.HorizontalBar', ...frame, data, color, displayMode, ...sidewaysOf(drawing) };
}

function stackOf(drawing: Drawing): ChartElement {
  const { chart, categories, names, frame, unit } = drawing;
  if (!categories.some(isLong)) {
    const data = seriesOf(drawing, categories);
    const title = unit === undefined ? {} : { yAxisTitle: unit };
    return { type: 'Chart.VerticalBar.Grouped', ...frame, data, stacked: true, ...title };
  }
  const data = categories.map((title, row) => ({
    title,
    data: chart.series.flatMap(({ values }, index) => {
      const value = values[row];
      if (typeof value !== 'number') return [];
      return [{ legend: names[index] ?? '', value: hostValue(chart, value), color: colorAt(index) }];
    }),
  }));
  return { type: 'Chart.HorizontalBar.Stacked', ...frame, data, ...sidewaysOf(drawing) };
}

function pieOf({ chart, categories, frame }: Drawing): ChartElement {
  const values = chart.series[0]?.values ?? [];
  const data = categories.map((legend, index) => ({
    legend,
    value: hostValue(chart, values[index] ?? 0),
    color: colorAt(index),
  }));
  return { type: 'Chart.Pie', ...frame, data };
}

/** A ratio of one is printed in percent by the host; anything else as a part of its end. */
function gaugeOf({ chart, names, unit, frame }: Drawing): ChartElement {
  const { min = 0, max = 1 } = chart.domain ?? {};
  const value = chart.series[0]?.values[0] ?? min;
  const isRatio = chart.style === 'percent' && min === 0 && max === 1;
  const [low, at, high] = isRatio
    ? [min, value, max]
    : [hostValue(chart, min), hostValue(chart, value), hostValue(chart, max)];
  return {
    type: 'Chart.Gauge',
    ...frame,
    value: at,
    min: low,
    max: high,
    valueFormat: isRatio ? 'Percentage' : 'Fraction',
    ...(unit !== undefined && !isRatio && { subLabel: unit }),
    segments: [
      { legend: names[0] ?? '', size: at - low, color: colorAt(0) },
      { legend: orMark(''), size: high - at, color: 'neutral' },
    ],
  };
}

/** How each kind is drawn. Areas and sparklines are lines here. */
export const drawers: Readonly<Record<ChartKind, ((drawing: Drawing) => ChartElement) | undefined>> = {
  line: lineOf,
  spark: lineOf,
  waveform: lineOf,
  area: lineOf,
  bar: barOf,
  stackedBar: stackOf,
  pie: pieOf,
  gauge: gaugeOf,
  heat: undefined,
};

/** An element, how many labels it has, and how many are not what they were. */
export type DrawnChart = {
  readonly element: ChartElement;
  readonly labels: number;
  readonly cut: number;
  readonly numbered: number;
};

/** Draws a chart that nothing stands in the way of; `fallback` is what hosts show that have no charts. */
export function drawChart(context: TeamsContext, chart: Chart, fallback: FactSet): DrawnChart | undefined {
  const unit = hostUnit(chart);
  const categories = labelsOf(context, chart.categories);
  const names = labelsOf(
    context,
    chart.series.map((_, index) => hostName(chart, index)),
  );
  const textOf = (raw: string, max: number): string => inert(fitText(orMark(oneLine(leaf(context, raw))), max).text);
  const element = drawers[chart.kind]?.({
    chart,
    categories: categories.texts,
    names: names.texts,
    unit: unit === undefined ? undefined : textOf(unit, maxChartLabelUnits),
    frame: { title: textOf(chart.title, maxChartTitleUnits), fallback },
  });
  if (element === undefined) return undefined;
  return {
    element,
    labels: categories.texts.length + names.texts.length,
    cut: categories.cut + names.cut,
    numbered: categories.numbered + names.numbered,
  };
}
