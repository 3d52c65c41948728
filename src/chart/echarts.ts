/** A chart as an option object of ECharts 6: plain data, without functions, so that it can be sent to a page. */
import type { Chart, Series } from '../document/nodes.js';
import type { Json } from './json.js';
import { colorAt } from './palette.js';
import { extentOf, valueAxis } from './scale.js';
import type { SpecOptions } from './vega-lite.js';

type JsonObject = { [key: string]: Json };

/** https://echarts.apache.org/en/option.html */
export type EchartsOption = {
  title: { text: string; show: boolean };
  /** `decal` tells series apart without colour. */
  aria: { enabled: true; label: { description: string }; decal: { show: boolean } };
  animation: false;
  backgroundColor: 'transparent';
  color: string[];
  tooltip: JsonObject;
  legend: JsonObject;
  series: JsonObject[];
  grid?: JsonObject;
  xAxis?: JsonObject;
  yAxis?: JsonObject;
  visualMap?: JsonObject;
};

type Parts = Pick<EchartsOption, 'series' | 'grid' | 'xAxis' | 'yAxis' | 'visualMap'>;

const fromOf = ({ provisionalFrom, values }: Series): number => provisionalFrom ?? values.length;

/** A value where it stands: at its instant, or as one of a list of categories. */
function pointAt({ times }: Chart, index: number, value: number | null): Json {
  // Adding zero makes 0 of -0, which JSON does not know.
  const drawn = value === null ? null : value + 0;
  return times === undefined ? drawn : [times[index] ?? 0, drawn];
}

const ink = '#7489A3';

function markLine(chart: Chart): JsonObject {
  const data = (chart.annotations ?? []).flatMap((annotation): JsonObject[] => {
    if ('value' in annotation) return [{ name: annotation.label, yAxis: annotation.value }];
    if (annotation.category >= chart.categories.length) return [];
    return [{ name: annotation.label, xAxis: chart.times?.[annotation.category] ?? annotation.category }];
  });
  if (data.length === 0) return {};
  return {
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { type: 'dashed', color: ink },
      // `{b}` is the name of the line.
      label: { formatter: '{b}', position: 'insideEndTop', color: ink },
      data,
    },
  };
}

function axesOf(chart: Chart, { dir }: SpecOptions): Pick<EchartsOption, 'grid' | 'xAxis' | 'yAxis'> {
  const { min, max } = valueAxis(chart);
  const isReversed = dir === 'rtl' && chart.times === undefined;
  const xAxis: JsonObject =
    chart.times === undefined
      ? { type: 'category', data: [...chart.categories], inverse: isReversed, axisTick: { show: false } }
      : { type: 'time', splitLine: { show: false } };
  return {
    grid: { left: 16, right: 24, top: 64, bottom: 16, outerBoundsMode: 'same' },
    xAxis,
    yAxis: {
      type: 'value',
      name: chart.currency ?? chart.unit ?? '',
      min,
      max,
      position: isReversed ? 'right' : 'left',
      splitLine: { lineStyle: { opacity: 0.25 } },
    },
  };
}

/** A line, and where there is one its tail that may still change, of the same name, so that a legend has it once. */
function lineSeries(chart: Chart, { colors }: SpecOptions): JsonObject[] {
  const isSpark = chart.kind === 'spark';
  return chart.series.flatMap((series, at) => {
    const { name, values } = series;
    const from = fromOf(series);
    const base: JsonObject = {
      type: 'line',
      name,
      color: colorAt(colors, at),
      showSymbol: !isSpark && values.length < 2,
      connectNulls: false,
      ...(chart.kind === 'area' && { areaStyle: { opacity: 0.16 } }),
    };
    const settled: JsonObject = {
      ...base,
      data: values.map((value, index) => pointAt(chart, index, index < from ? value : null)),
      ...(at === 0 && markLine(chart)),
    };
    if (from >= values.length) return [settled];
    const data = values.map((value, index) => pointAt(chart, index, index >= from - 1 ? value : null));
    return [settled, { ...base, lineStyle: { type: 'dotted' }, data }];
  });
}

function barSeries(chart: Chart, { colors }: SpecOptions): JsonObject[] {
  return chart.series.map((series, at) => ({
    type: 'bar',
    name: series.name,
    color: colorAt(colors, at),
    ...(chart.kind === 'stackedBar' && { stack: 'all' }),
    data: series.values.map((value, index): Json => {
      const point = pointAt(chart, index, value);
      if (index < fromOf(series)) return point;
      return { value: point, itemStyle: { opacity: 0.35, borderType: 'dashed' } };
    }),
    ...(at === 0 && markLine(chart)),
  }));
}

const lines = (chart: Chart, options: SpecOptions): Parts => ({
  ...axesOf(chart, options),
  series: lineSeries(chart, options),
});

const bars = (chart: Chart, options: SpecOptions): Parts => ({
  ...axesOf(chart, options),
  series: barSeries(chart, options),
});

const pie = ({ title, categories, series: [first] }: Chart): Parts => ({
  series: [
    {
      type: 'pie',
      name: title,
      radius: ['35%', '62%'],
      data: (first?.values ?? []).flatMap((value, index) =>
        value !== null && value > 0 ? [{ name: categories[index] ?? '', value }] : [],
      ),
    },
  ],
});

function gauge(chart: Chart, { colors, dir }: SpecOptions): Parts {
  const { title, series } = chart;
  const { min, max } = valueAxis({ ...chart, kind: 'bar', series: series.slice(0, 1) });
  const value = series[0]?.values[0] ?? null;
  return {
    series: [
      {
        type: 'gauge',
        min,
        max,
        startAngle: dir === 'rtl' ? 0 : 180,
        endAngle: dir === 'rtl' ? 180 : 0,
        clockwise: dir !== 'rtl',
        progress: { show: true, width: 20 },
        axisLine: { lineStyle: { width: 20 } },
        pointer: { show: false },
        color: colorAt(colors, 0),
        // The library cannot place a value that is none.
        data: value === null ? [] : [{ value: value + 0, name: title }],
      },
    ],
  };
}

function heat({ categories, series, times }: Chart, { colors, dir }: SpecOptions): Parts {
  const { min, max } = extentOf(series) ?? { min: 0, max: 1 };
  const isReversed = dir === 'rtl' && times === undefined;
  return {
    grid: { left: 16, right: 24, top: 48, bottom: 56, outerBoundsMode: 'same' },
    xAxis: { type: 'category', data: [...categories], inverse: isReversed },
    // The first series is the first row.
    yAxis: {
      type: 'category',
      data: series.map(({ name }) => name),
      inverse: true,
      position: isReversed ? 'right' : 'left',
    },
    visualMap: {
      min,
      max: max > min ? max : min + 1,
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
      inRange: { color: [colorAt(colors, 0)], opacity: [0.08, 0.85] },
    },
    series: [
      {
        type: 'heatmap',
        data: series.flatMap(({ values }, row) => values.map((value, column): Json => [column, row, value])),
      },
    ],
  };
}

const spark = (chart: Chart, options: SpecOptions): Parts => ({
  grid: { left: 4, right: 4, top: 4, bottom: 4 },
  xAxis:
    chart.times === undefined
      ? { type: 'category', show: false, data: [...chart.categories] }
      : { type: 'time', show: false },
  yAxis: { type: 'value', show: false, scale: true },
  series: lineSeries(chart, options),
});

/** Strokes up and down from the middle, as two stacks. */
function waveform({ categories, series: [first] }: Chart, { colors }: SpecOptions): Parts {
  const side = (sign: 1 | -1): JsonObject => ({
    type: 'bar',
    stack: 'wave',
    color: colorAt(colors, 0),
    data: (first?.values ?? []).map((value) => (value === null ? null : sign * Math.abs(value) + 0)),
  });
  return {
    grid: { left: 4, right: 4, top: 4, bottom: 4 },
    xAxis: { type: 'category', show: false, data: [...categories] },
    yAxis: { type: 'value', show: false },
    series: [side(1), side(-1)],
  };
}

const partsOf: Readonly<Record<Chart['kind'], (chart: Chart, options: SpecOptions) => Parts>> = {
  line: lines,
  area: lines,
  bar: bars,
  stackedBar: bars,
  pie,
  gauge,
  heat,
  spark,
  waveform,
};

/** Makes an option object of a chart. */
export function echarts(chart: Chart, options: SpecOptions): EchartsOption {
  const isSmall = chart.kind === 'spark' || chart.kind === 'waveform';
  const isTold = chart.series.length > 1 && !isSmall && chart.kind !== 'heat' && chart.kind !== 'gauge';
  return {
    title: { text: chart.title, show: !isSmall },
    aria: { enabled: true, label: { description: chart.alt }, decal: { show: isTold } },
    animation: false,
    backgroundColor: 'transparent',
    color: [...options.colors],
    tooltip: { trigger: chart.kind === 'pie' || chart.kind === 'heat' || chart.kind === 'gauge' ? 'item' : 'axis' },
    legend: { show: isTold, top: 28 },
    ...partsOf[chart.kind](chart, options),
  };
}
