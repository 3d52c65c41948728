/** A chart as the block that Slack draws. https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
import { uniqueLabels } from '../../chart/unique-labels.js';
import type { Chart, ChartKind } from '../../document/nodes.js';
import type { Limit } from '../../kernel/fit.js';
import { report, type SlackContext } from './context.js';
import { cleaned, countChars, escapedCost, oneLine, orMark, plain } from './leaf.js';
import { slackLimits } from './limits.js';
import type { ChartAxes, ChartSeries, ChartSpec, DataVisualizationBlock } from './payload.js';

/** What Slack draws each kind as. Bars of several series stand beside each other there, so that none are stacked. */
const kinds: Readonly<Record<ChartKind, ChartSpec['type'] | undefined>> = {
  line: 'line',
  spark: 'line',
  waveform: 'line',
  area: 'area',
  bar: 'bar',
  pie: 'pie',
  stackedBar: undefined,
  gauge: undefined,
  heat: undefined,
};

/** Significant digits that every double keeps. */
const safeDigits = 15;

/** A ratio is drawn in percent, as it is printed: the block shows a value as it is. */
const drawnValue = ({ style }: Chart, value: number): number =>
  style === 'percent' ? Number((value * 100).toPrecision(safeDigits)) : value + 0;

function pieObstacle({ categories, series }: Chart): string | undefined {
  const { max } = slackLimits.chartSegments;
  const [first, second] = series;
  if (first === undefined || second !== undefined) return 'a pie is of one series';
  if (categories.length > max) return `a pie has at most ${max} parts`;
  return first.values.every((value) => value !== null && value > 0) ? undefined : 'parts of a pie are above zero';
}

/** Why Slack cannot draw a chart, in English; `undefined` where it can. */
export function obstacleOf(chart: Chart): string | undefined {
  const { kind, categories, series } = chart;
  const { max } = slackLimits.chartSeries;
  if (kinds[kind] === undefined) return 'Slack has no such kind';
  if (categories.length === 0 || series.length === 0) return 'there is nothing to draw';
  if (kind === 'pie') return pieObstacle(chart);
  if (series.length > max) return `at most ${max} series are drawn`;
  for (const { values } of series) {
    for (const value of values) {
      // A series has a point for every category, and a gap is no zero.
      if (value === null) return 'it has gaps';
      if (!Number.isFinite(drawnValue(chart, value))) return 'a value is too large';
    }
  }
  return undefined;
}

/** Texts that tell points or series apart, each within its limit and there once. */
function labelsOf(context: SlackContext, raw: readonly string[]): readonly string[] {
  const { max } = slackLimits.chartLabel;
  const labels = raw.map((text) => orMark(oneLine(cleaned(context, text))));
  const { texts, cut, numbered } = uniqueLabels(labels, max, escapedCost);
  if (cut > 0) {
    const actual = labels.reduce((most, label) => Math.max(most, countChars(label)), 0);
    report(context, 'truncated', context.path, 'Labels of a chart were cut', { limit: max, actual, unit: 'utf16' });
  }
  if (numbered > 0) report(context, 'collision', context.path, 'Labels that a chart has twice are numbered');
  return texts;
}

/** A title; what of it is cut is reported. */
const titleOf = (context: SlackContext, raw: string, limit: Limit): string => plain(context, oneLine(raw), limit).text;

/** What the values are in, for which the block has no other place than the title of the axis. */
function unitOf({ currency, style, unit }: Chart): string | undefined {
  if (currency !== undefined) return currency;
  return style === 'percent' ? '%' : unit;
}

function axesOf(context: SlackContext, chart: Chart, categories: readonly string[]): ChartAxes {
  const unit = unitOf(chart);
  if (unit === undefined) return { categories: [...categories] };
  return { categories: [...categories], y_label: titleOf(context, unit, slackLimits.chartAxisLabel) };
}

/** Counts the texts and numbers of points. */
function countPoints(context: SlackContext, points: readonly { label: string; value: number }[]): void {
  for (const { label, value } of points) context.chars += countChars(label) + String(value).length;
}

function specOf(context: SlackContext, chart: Chart): ChartSpec {
  const categories = labelsOf(context, chart.categories);
  const pointsOf = (values: readonly (number | null)[]) => {
    const points = categories.map((label, index) => ({ label, value: drawnValue(chart, values[index] ?? 0) }));
    countPoints(context, points);
    return points;
  };
  const kind = kinds[chart.kind] ?? 'line';
  if (kind === 'pie') return { type: kind, segments: pointsOf(chart.series[0]?.values ?? []) };
  const names = labelsOf(
    context,
    chart.series.map(({ name }, index) => (name === '' && index === 0 ? chart.title : name)),
  );
  const series = chart.series.map(({ values }, index): ChartSeries => {
    const name = names[index] ?? '';
    context.chars += countChars(name);
    return { name, data: pointsOf(values) };
  });
  for (const category of categories) context.chars += countChars(category);
  return { type: kind, series, axis_config: axesOf(context, chart, categories) };
}

/** A chart as a block, with its characters as they count toward the budget of a message. */
export type DrawnChart = { readonly block: DataVisualizationBlock; readonly chars: number };

/** Writes a chart that nothing stands in the way of. */
export function drawChart(context: SlackContext, chart: Chart): DrawnChart {
  context.chars = 0;
  const title = titleOf(context, chart.title, slackLimits.chartTitle);
  const spec = specOf(context, chart);
  const { chars } = context;
  context.chars = 0;
  return { block: { type: 'data_visualization', title, chart: spec }, chars };
}
