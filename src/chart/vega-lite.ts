/** A chart as a Vega-Lite specification: plain data, without expressions that texts could become a part of. */
import type { Chart, Series } from '../document/nodes.js';
import type { Json } from './json.js';
import { colorAt } from './palette.js';
import { valueAxis } from './scale.js';
import { uniqueLabels } from './unique-labels.js';

type JsonObject = { [key: string]: Json };

/** https://vega.github.io/vega-lite/docs/spec.html; the members in use are the same in versions 5 and 6. */
export type VegaLiteSpec = {
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json';
  title: string;
  description: string;
  background: null;
  width: number;
  height: number;
  layer: JsonObject[];
  config: JsonObject;
};

export type SpecOptions = {
  /** `#RRGGBB`, at least one. */
  readonly colors: readonly string[];
  readonly dir: 'ltr' | 'rtl';
};

type Draft = {
  readonly chart: Chart;
  readonly options: SpecOptions;
  /** Names of categories and of series, of which no two are the same: equal ones would be one. */
  readonly categories: readonly string[];
  readonly names: readonly string[];
};

/** Nobody reads more, and few hosts lay it out. */
const maxLabelChars = 200;

const rowOf = (
  { chart, categories, names }: Draft,
  series: number,
  index: number,
  value: number | null,
): JsonObject => ({
  category: categories[index] ?? '',
  ...(chart.times !== undefined && { time: chart.times[index] ?? 0 }),
  series: names[series] ?? '',
  value: value === null ? null : value + 0,
});

/** The rows of all series that a test takes; gaps are `null`, which breaks a line. */
function rowsOf(draft: Draft, takes: (series: Series, index: number) => boolean): JsonObject {
  const values = draft.chart.series.flatMap((series, at) =>
    series.values.flatMap((value, index) => (takes(series, index) ? [rowOf(draft, at, index, value)] : [])),
  );
  return { values };
}

const fromOf = ({ provisionalFrom, values }: Series): number => provisionalFrom ?? values.length;
const isSettled = (series: Series, index: number): boolean => index < fromOf(series);
const isProvisional = (series: Series, index: number): boolean => index >= fromOf(series);
/** The line to the first value that may still change is dotted too. */
const isTail = (series: Series, index: number): boolean =>
  index >= fromOf(series) - 1 && fromOf(series) < series.values.length;

function xOf({ chart, categories, options }: Draft, isBanded: boolean): JsonObject {
  if (chart.times !== undefined && !isBanded) {
    return { field: 'time', type: 'temporal', scale: { type: 'utc' }, axis: { title: null, grid: false } };
  }
  const scale: JsonObject = { domain: [...categories], reverse: options.dir === 'rtl' && chart.times === undefined };
  return { field: 'category', type: 'ordinal', sort: null, scale, axis: { title: null, labelOverlap: true } };
}

function yOf({ chart }: Draft): JsonObject {
  const { min, max, ticks } = valueAxis(chart);
  const format = chart.style === 'percent' ? { format: '.0%' } : {};
  return {
    field: 'value',
    type: 'quantitative',
    scale: { domain: [min, max], nice: false, zero: false },
    axis: { title: chart.currency ?? chart.unit ?? null, values: [...ticks], ...format },
  };
}

function colorOf({ chart, names, options }: Draft): JsonObject {
  return {
    field: 'series',
    type: 'nominal',
    scale: { domain: [...names], range: names.map((_, index) => colorAt(options.colors, index)) },
    legend: chart.series.length > 1 ? { title: null, orient: 'top' } : null,
  };
}

/** Lines at values and marks at categories, with their names. */
function annotationLayers(draft: Draft, isBanded: boolean): JsonObject[] {
  const { chart, categories } = draft;
  return (chart.annotations ?? []).flatMap((annotation): JsonObject[] => {
    const rule: JsonObject = { type: 'rule', strokeDash: [6, 4], color: '#7489A3' };
    const text: JsonObject = { type: 'text', align: 'left', dx: 4, dy: -6, color: '#7489A3' };
    if ('value' in annotation) {
      const data: JsonObject = { values: [{ label: annotation.label, value: annotation.value }] };
      const y = { field: 'value', type: 'quantitative' };
      const label = { field: 'label', type: 'nominal' };
      return [
        { data, mark: rule, encoding: { y } },
        { data, mark: { ...text, x: 0 }, encoding: { y, text: label } },
      ];
    }
    const category = categories[annotation.category];
    if (category === undefined) return [];
    const time = chart.times?.[annotation.category];
    const data: JsonObject = { values: [{ label: annotation.label, category, ...(time !== undefined && { time }) }] };
    const x = xOf(draft, isBanded);
    return [
      { data, mark: rule, encoding: { x } },
      { data, mark: { ...text, y: 8 }, encoding: { x, text: { field: 'label', type: 'nominal' } } },
    ];
  });
}

function lineLayers(draft: Draft): JsonObject[] {
  const { kind } = draft.chart;
  const encoding: JsonObject = { x: xOf(draft, false), y: yOf(draft), color: colorOf(draft) };
  const mark: JsonObject =
    kind === 'area' ? { type: 'area', line: true, fillOpacity: 0.16 } : { type: 'line', strokeWidth: 2 };
  const isStacked = kind === 'area' ? { y: { ...(encoding.y as JsonObject), stack: null } } : {};
  const tail: JsonObject = { type: 'line', strokeDash: [1, 4], strokeWidth: 2 };
  return [
    { data: rowsOf(draft, isSettled), mark, encoding: { ...encoding, ...isStacked } },
    { data: rowsOf(draft, isTail), mark: tail, encoding },
    ...annotationLayers(draft, false),
  ];
}

function barLayers(draft: Draft): JsonObject[] {
  const { kind, series } = draft.chart;
  const isStacked = kind === 'stackedBar';
  const encoding: JsonObject = {
    x: xOf(draft, true),
    y: { ...yOf(draft), stack: isStacked ? 'zero' : null },
    color: colorOf(draft),
    ...(!isStacked && series.length > 1 && { xOffset: { field: 'series', sort: null } }),
  };
  // In one layer, as bars of two layers would not be stacked on each other.
  const rows = draft.chart.series.flatMap((one, at) =>
    one.values.map((value, index) => ({ ...rowOf(draft, at, index, value), provisional: isProvisional(one, index) })),
  );
  const opacity: JsonObject = {
    field: 'provisional',
    type: 'nominal',
    scale: { domain: [false, true], range: [1, 0.35] },
    legend: null,
  };
  return [
    { data: { values: rows }, mark: { type: 'bar' }, encoding: { ...encoding, opacity } },
    ...annotationLayers(draft, true),
  ];
}

function pieLayers(draft: Draft): JsonObject[] {
  const { categories, options, chart } = draft;
  const [first] = chart.series;
  const values = (first?.values ?? []).flatMap((value, index) =>
    value !== null && value > 0 ? [rowOf(draft, 0, index, value)] : [],
  );
  const color: JsonObject = {
    field: 'category',
    type: 'nominal',
    sort: null,
    scale: { domain: [...categories], range: categories.map((_, index) => colorAt(options.colors, index)) },
    legend: { title: null },
  };
  const theta: JsonObject = { field: 'value', type: 'quantitative', stack: true };
  return [{ data: { values }, mark: { type: 'arc', innerRadius: 52 }, encoding: { theta, color } }];
}

function gaugeLayers({ chart, options }: Draft): JsonObject[] {
  const value = chart.series[0]?.values[0] ?? null;
  const { min, max } = valueAxis({ ...chart, kind: 'bar', series: chart.series.slice(0, 1) });
  const unit = Math.max(Math.abs(min), Math.abs(max));
  const share = value === null ? 0 : (value / unit - min / unit) / (max / unit - min / unit);
  const arc = { type: 'arc', innerRadius: 84, outerRadius: 104, theta: -Math.PI / 2 };
  const data: JsonObject = { values: [{ value }] };
  const format = chart.style === 'percent' ? { format: '.1%' } : {};
  return [
    { data, mark: { ...arc, theta2: Math.PI / 2, color: '#7489A3', opacity: 0.2 }, encoding: {} },
    { data, mark: { ...arc, theta2: (share - 0.5) * Math.PI, color: colorAt(options.colors, 0) }, encoding: {} },
    {
      data,
      mark: { type: 'text', fontSize: 30, fontWeight: 600, dy: -12 },
      encoding: { text: { field: 'value', type: 'quantitative', ...format } },
    },
  ];
}

function heatLayers(draft: Draft): JsonObject[] {
  const { names, options } = draft;
  const y: JsonObject = {
    field: 'series',
    type: 'ordinal',
    sort: null,
    scale: { domain: [...names] },
    axis: { title: null },
  };
  const color: JsonObject = {
    field: 'value',
    type: 'quantitative',
    scale: { range: ['#FFFFFF00', colorAt(options.colors, 0)] },
    legend: { title: draft.chart.unit ?? null },
  };
  return [{ data: rowsOf(draft, () => true), mark: { type: 'rect' }, encoding: { x: xOf(draft, true), y, color } }];
}

function sparkLayers(draft: Draft): JsonObject[] {
  const x: JsonObject = { ...xOf(draft, false), axis: null };
  const y: JsonObject = { field: 'value', type: 'quantitative', scale: { zero: false }, axis: null };
  const encoding: JsonObject = { x, y, color: { ...colorOf(draft), legend: null } };
  return [
    { data: rowsOf(draft, isSettled), mark: { type: 'line', strokeWidth: 2 }, encoding },
    { data: rowsOf(draft, isTail), mark: { type: 'line', strokeWidth: 2, strokeDash: [1, 4] }, encoding },
  ];
}

function waveLayers(draft: Draft): JsonObject[] {
  const values = (draft.chart.series[0]?.values ?? []).map((value, index) => ({
    index,
    value: value === null ? null : Math.abs(value),
    // Not the sign alone, which makes -0 of 0, and JSON does not know it.
    below: value === null ? null : 0 - Math.abs(value),
  }));
  const encoding: JsonObject = {
    x: { field: 'index', type: 'quantitative', axis: null },
    y: { field: 'value', type: 'quantitative', axis: null },
    y2: { field: 'below' },
  };
  return [{ data: { values }, mark: { type: 'rule', color: colorAt(draft.options.colors, 0) }, encoding }];
}

const layersOf: Readonly<Record<Chart['kind'], (draft: Draft) => JsonObject[]>> = {
  line: lineLayers,
  area: lineLayers,
  bar: barLayers,
  stackedBar: barLayers,
  pie: pieLayers,
  gauge: gaugeLayers,
  heat: heatLayers,
  spark: sparkLayers,
  waveform: waveLayers,
};

/** Makes a specification of a chart, of its own data. */
export function vegaLite(chart: Chart, options: SpecOptions): VegaLiteSpec {
  const categories = uniqueLabels(chart.categories, maxLabelChars).texts;
  const names = uniqueLabels(
    chart.series.map(({ name }) => name),
    maxLabelChars,
  ).texts;
  const isSmall = chart.kind === 'spark' || chart.kind === 'waveform';
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: chart.title,
    description: chart.alt,
    background: null,
    width: 600,
    height: isSmall ? 60 : 240,
    layer: layersOf[chart.kind]({ chart, options, categories, names }),
    config: { view: { stroke: null }, axis: { gridOpacity: 0.3, domain: false, ticks: false } },
  };
}
