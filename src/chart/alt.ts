/** What a chart shows in whole sentences, for those who do not see it: kind and title, extremes, last values, trend. */
import type { Chart, ChartKind, Series } from '../document/nodes.js';
import type { MessageId } from '../generated/messages.js';
import type { Localizer } from '../i18n/localizer.js';
import { type ChartPrinter, chartPrinter } from './print.js';

/** `Line chart`, ... */
const kindWords = {
  line: 'chart.kind.line',
  area: 'chart.kind.area',
  bar: 'chart.kind.bar',
  stackedBar: 'chart.kind.stackedBar',
  pie: 'chart.kind.pie',
  gauge: 'chart.kind.gauge',
  heat: 'chart.kind.heat',
  spark: 'chart.kind.spark',
  waveform: 'chart.kind.waveform',
} as const satisfies Record<ChartKind, MessageId>;

/** Kinds that read from the first to the last value, even without times. */
const orderedKinds: ReadonlySet<ChartKind> = new Set(['line', 'area', 'spark']);

/** Further series are in the table; nobody listens to twenty sentences. */
const maxSaidSeries = 3;

/** Stands for a category without a name. */
const noName = '–';

type Facts = { readonly low: number; readonly high: number; readonly last: number; readonly count: number };

/** The indices of what is said of a series. */
function factsOf({ values }: Series): Facts {
  let [low, high, last, count] = [-1, -1, -1, 0];
  for (const [index, value] of values.entries()) {
    if (value === null) continue;
    count += 1;
    last = index;
    if (low < 0 || value < (values[low] ?? 0)) low = index;
    if (high < 0 || value > (values[high] ?? 0)) high = index;
  }
  return { low, high, last, count };
}

type Say = { readonly chart: Chart; readonly localizer: Localizer; readonly print: ChartPrinter };

function seriesSentence({ chart, localizer: { t }, print }: Say, series: Series): string {
  const { low, high, last, count } = factsOf(series);
  const isOnly = chart.series.length === 1;
  const named = { series: series.name };
  const value = (index: number): string => print.value(series.values[index] ?? 0);
  const at = (index: number): string => chart.categories[index] || noName;
  if (count === 0) return isOnly ? t('chart.alt.empty') : t('chart.alt.seriesEmpty', named);
  if (count === 1) {
    return isOnly
      ? t('chart.alt.single', { value: value(low) })
      : t('chart.alt.seriesSingle', { ...named, value: value(low) });
  }
  if (series.values[low] === series.values[high]) {
    return isOnly
      ? t('chart.alt.constant', { value: value(low) })
      : t('chart.alt.seriesConstant', { ...named, value: value(low) });
  }
  const extremes = { low: value(low), lowAt: at(low), high: value(high), highAt: at(high) };
  if (!orderedKinds.has(chart.kind) && chart.times === undefined) {
    return isOnly ? t('chart.alt.extremes', extremes) : t('chart.alt.seriesExtremes', { ...named, ...extremes });
  }
  const range = { ...extremes, last: value(last), lastAt: at(last) };
  return isOnly ? t('chart.alt.range', range) : t('chart.alt.seriesRange', { ...named, ...range });
}

/** Fewer values have no direction worth a sentence, and more are looked at in steps. */
const minTrendValues = 5;
const maxTrendValues = 100;

/** From here on, Kendall's tau is a clear direction: three of four pairs agree. */
const clearTau = 0.5;

/**
 * The direction of a series by the share of pairs that rise (Kendall's tau), which no single outlier can turn. Nothing where
 * none is clear. Values that may still change do not count.
 */
function trendOf({ values, provisionalFrom }: Series): 'up' | 'down' | undefined {
  const all = values.slice(0, provisionalFrom).filter((value) => value !== null);
  const step = Math.max(1, Math.ceil(all.length / maxTrendValues));
  const known = all.filter((_, index) => index % step === 0);
  if (known.length < minTrendValues) return undefined;
  let balance = 0;
  for (const [index, later] of known.entries()) {
    for (let before = 0; before < index; before += 1) balance += Math.sign(later - (known[before] ?? later));
  }
  const tau = balance / ((known.length * (known.length - 1)) / 2);
  if (Math.abs(tau) < clearTau) return undefined;
  return tau > 0 ? 'up' : 'down';
}

function gaugeSentence({ chart, localizer: { t }, print }: Say): string {
  const value = chart.series[0]?.values[0];
  if (typeof value !== 'number') return t('chart.alt.empty');
  if (chart.domain === undefined) return t('chart.alt.single', { value: print.value(value) });
  const { min, max } = chart.domain;
  return t('chart.alt.gauge', { value: print.value(value), min: print.value(min), max: print.value(max) });
}

function sentencesOf(say: Say): string[] {
  const { chart, localizer } = say;
  const { kind, series, categories } = chart;
  if (kind === 'gauge') return [gaugeSentence(say)];
  // Peaks of a recording say nothing in words.
  if (kind === 'waveform') return [];
  if (series.length === 0 || categories.length === 0) return [localizer.t('chart.alt.empty')];
  const said = series.slice(0, maxSaidSeries).map((one) => seriesSentence(say, one));
  const [only] = series;
  const trend = series.length === 1 && only !== undefined && orderedKinds.has(kind) ? trendOf(only) : undefined;
  if (trend !== undefined) said.push(localizer.t('chart.alt.trend', { trend }));
  const missing = series.reduce((sum, { values }) => sum + values.filter((value) => value === null).length, 0);
  const isAllMissing = missing === series.length * categories.length;
  if (missing > 0 && !isAllMissing) said.push(localizer.t('chart.alt.gaps', { count: missing }));
  const more = series.length - maxSaidSeries;
  if (more > 0) said.push(localizer.t('chart.alt.moreSeries', { count: more }));
  return said;
}

/**
 * Describes a chart: "Line chart, Streams a day: headline", then the extremes, the last value, a clear trend, and how many
 * values are missing. What readers of alternative texts need most, after Lundgard and Satyanarayan, "Accessible Visualization
 * via Natural Language Descriptions", 2021, https://vis.csail.mit.edu/pubs/vis-text-model/
 *
 * @param headline a sentence without its full stop
 */
export function chartAlt(chart: Chart, localizer: Localizer, headline?: string): string {
  const kind = localizer.t(kindWords[chart.kind]);
  const { title } = chart;
  const first =
    headline === undefined
      ? localizer.t('chart.alt.title', { kind, title })
      : localizer.t('chart.alt.headline', { kind, title, headline });
  return [first, ...sentencesOf({ chart, localizer, print: chartPrinter(chart, localizer) })].join(' ');
}
