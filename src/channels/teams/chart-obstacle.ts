/** Why Teams cannot draw a chart as it is. */
import { hostValue } from '../../chart/host-values.js';
import type { Chart, ChartKind, Series } from '../../document/nodes.js';
import { drawers, hasDays } from './drawn-chart.js';
import { maxChartSeries, maxPieParts } from './limits.js';

type Obstacle = (chart: Chart) => string | undefined;

const gaps = 'it has gaps';
const hasGap = ({ values }: Series): boolean => values.includes(null);

/** Between the first and the last value of a series a line is drawn through, gap or not. */
function isOpen({ values }: Series): boolean {
  const from = values.findIndex((value) => value !== null);
  const to = values.findLastIndex((value) => value !== null);
  return from < 0 || values.slice(from, to).includes(null);
}

/** On an axis of time a series may begin later; otherwise a category that is left out is no longer there. */
const lineObstacle: Obstacle = (chart) => (chart.series.some(hasDays(chart) ? isOpen : hasGap) ? gaps : undefined);

/** Where the first series has all bars, a bar less in another one is seen as a gap. */
const barObstacle: Obstacle = ({ series }) => (series[0] === undefined || hasGap(series[0]) ? gaps : undefined);

const stackObstacle: Obstacle = (chart) =>
  chart.series.some(({ values }) => values.some((value) => value !== null && value < 0))
    ? 'stacked bars are not below zero'
    : barObstacle(chart);

const pieObstacle: Obstacle = ({ categories, series }) => {
  const [first, second] = series;
  if (first === undefined || second !== undefined) return 'a pie is of one series';
  if (categories.length > maxPieParts) return `a pie has at most ${maxPieParts} parts`;
  return first.values.every((value) => value !== null && value > 0) ? undefined : 'parts of a pie are above zero';
};

const gaugeObstacle: Obstacle = ({ series, domain }) => {
  const value = series[0]?.values[0];
  if (domain === undefined || typeof value !== 'number') return 'a gauge has ends and a value';
  return value >= domain.min && value <= domain.max ? undefined : 'the value of a gauge is between its ends';
};

const obstacles: Readonly<Record<ChartKind, Obstacle>> = {
  line: lineObstacle,
  spark: lineObstacle,
  waveform: lineObstacle,
  area: lineObstacle,
  bar: barObstacle,
  stackedBar: stackObstacle,
  pie: pieObstacle,
  gauge: gaugeObstacle,
  heat: () => undefined,
};

const isHuge = (chart: Chart, value: number | null): boolean =>
  value !== null && !Number.isFinite(hostValue(chart, value));

/** Says in English what stands in the way; `undefined` where nothing does. */
export function obstacleOf(chart: Chart): string | undefined {
  const { kind, categories, series, domain } = chart;
  if (drawers[kind] === undefined) return 'Teams has no such kind';
  if (categories.length === 0 || series.length === 0) return 'there is nothing to draw';
  if (series.length > maxChartSeries) return `at most ${maxChartSeries} series are drawn`;
  const ends = domain === undefined ? [] : [domain.min, domain.max];
  const values = [ends, ...series.map((one) => one.values)];
  if (values.some((some) => some.some((value) => isHuge(chart, value)))) return 'a value is too large';
  return obstacles[kind](chart);
}
