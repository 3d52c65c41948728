/** A chart as the block that Slack draws. https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
import { hostName, hostUnit, hostValue } from '../../chart/host-values.js';
import { type UniqueLabels, uniqueLabels } from '../../chart/unique-labels.js';
import type { Chart, ChartKind, Series } from '../../document/nodes.js';
import { fitText, type Limit } from '../../kernel/fit.js';
import type { SlackContext } from './context.js';
import { cleaned, countChars, escapedCost, oneLine, orMark, own } from './leaf.js';
import { slackLimits } from './limits.js';
import type { ChartAxes, ChartPoint, ChartSpec, DataVisualizationBlock } from './payload.js';

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
      if (!Number.isFinite(hostValue(chart, value))) return 'a value is too large';
    }
  }
  return undefined;
}

/** Texts that tell points or series apart, each within its limit and there once. */
function labelsOf(context: SlackContext, raw: readonly string[]): UniqueLabels {
  const labels = raw.map((text) => orMark(oneLine(cleaned(context, text))));
  return uniqueLabels(labels, slackLimits.chartLabel.max, escapedCost);
}

/** A title: what it is of stands above the block as a whole, and a unit is short. */
function titleOf(context: SlackContext, raw: string, { max }: Limit): string {
  const { text } = fitText(orMark(oneLine(cleaned(context, raw))), max, { cost: escapedCost });
  return own(context, text);
}

function axesOf(context: SlackContext, chart: Chart, categories: readonly string[]): ChartAxes {
  for (const category of categories) own(context, category);
  // The block has no other place for what the values are in.
  const unit = hostUnit(chart);
  if (unit === undefined) return { categories: [...categories] };
  return { categories: [...categories], y_label: titleOf(context, unit, slackLimits.chartAxisLabel) };
}

/** Makes points, and counts their texts and numbers. */
function pointsOf(
  context: SlackContext,
  chart: Chart,
  labels: readonly string[],
  values: Series['values'],
): ChartPoint[] {
  return labels.map((label, index) => {
    const value = hostValue(chart, values[index] ?? 0);
    context.chars += countChars(label) + String(value).length;
    return { label, value };
  });
}

/** A chart as a block, with its characters as they count toward the budget of a message. */
export type DrawnChart = {
  readonly block: DataVisualizationBlock;
  readonly chars: number;
  /** How many labels there are, how many were cut, and how many are numbered since another one was the same. */
  readonly labels: number;
  readonly cut: number;
  readonly numbered: number;
};

/** Writes a chart that nothing stands in the way of. */
export function drawChart(context: SlackContext, chart: Chart): DrawnChart {
  context.chars = 0;
  const title = titleOf(context, chart.title, slackLimits.chartTitle);
  const { texts, cut, numbered } = labelsOf(context, chart.categories);
  const kind = kinds[chart.kind] ?? 'line';
  if (kind === 'pie') {
    const segments = pointsOf(context, chart, texts, chart.series[0]?.values ?? []);
    const block: DataVisualizationBlock = { type: 'data_visualization', title, chart: { type: kind, segments } };
    return { block, chars: taken(context), labels: texts.length, cut, numbered };
  }
  const names = labelsOf(
    context,
    chart.series.map((_, index) => hostName(chart, index)),
  );
  const series = chart.series.map(({ values }, index) => ({
    name: own(context, names.texts[index] ?? ''),
    data: pointsOf(context, chart, texts, values),
  }));
  const spec: ChartSpec = { type: kind, series, axis_config: axesOf(context, chart, texts) };
  const block: DataVisualizationBlock = { type: 'data_visualization', title, chart: spec };
  return {
    block,
    chars: taken(context),
    labels: texts.length + series.length,
    cut: cut + names.cut,
    numbered: numbered + names.numbered,
  };
}

/** What has been counted since the block was begun. */
function taken(context: SlackContext): number {
  const { chars } = context;
  context.chars = 0;
  return chars;
}
