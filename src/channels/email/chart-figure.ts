/** Decides what stands for a chart in a mail: bars of table cells, a drawn picture, or its figures alone. */

import { paletteOf } from '../../chart/palette.js';
import { reportThinned, thinChart, thinnedNote } from '../../chart/thin.js';
import type { Chart, ChartKind } from '../../document/nodes.js';
import type { Limit } from '../../kernel/fit.js';
import { shortDigest } from '../../kernel/hash.js';
import type { ChartFigure, DrawnChart, EmailContext } from './context.js';
import { report } from './context.js';
import { isImage } from './images.js';
import { emailLimits } from './limits.js';

/** Kinds whose points are a course: some of them still show it. */
const courses: ReadonlySet<ChartKind> = new Set(['line', 'area', 'spark', 'waveform']);

const isCourse = ({ kind, times }: Chart): boolean => courses.has(kind) || times !== undefined;

function thinned(context: EmailContext, chart: Chart, maxPoints: number): Pick<ChartFigure, 'shown' | 'notes'> {
  const thin = thinChart(chart, maxPoints);
  reportThinned(thin, maxPoints, context.path, context.render);
  const note = thinnedNote(thin, context.localizer);
  return { shown: thin.chart, notes: note === undefined ? [] : [note] };
}

function asTable(context: EmailContext, chart: Chart, actual: number, { max, unit }: Limit): ChartFigure {
  const message = 'A chart with more parts than a mail has room for is shown as a table of its figures';
  report(context, 'fallback', context.path, message, { limit: max, actual, unit });
  return { form: 'table', shown: chart, notes: [] };
}

/** Kinds that are small where they can be drawn. */
const small: ReadonlySet<ChartKind> = new Set(['spark', 'waveform']);

const barsLimit = ({ kind }: Chart): Limit => (small.has(kind) ? emailLimits.smallChartBars : emailLimits.chartBars);

/** Bars of one chart: a category has one where parts are stacked, else one a series. */
function asBars(context: EmailContext, chart: Chart): ChartFigure {
  const limit = barsLimit(chart);
  const { max } = limit;
  const each = chart.kind === 'stackedBar' ? 1 : chart.series.length;
  const actual = chart.categories.length * each;
  if (actual <= max) return { form: 'bars', shown: chart, notes: [] };
  const maxPoints = Math.floor(max / each);
  if (!isCourse(chart) || maxPoints < 2) return asTable(context, chart, actual, limit);
  return { form: 'bars', ...thinned(context, chart, maxPoints) };
}

function asHeat(context: EmailContext, chart: Chart): ChartFigure {
  const { heatColumns, heatRows } = emailLimits;
  const { categories, series } = chart;
  const long = Math.max(categories.length, series.length);
  if (long > heatRows.max) return asTable(context, chart, long, heatRows);
  const short = Math.min(categories.length, series.length);
  if (short > heatColumns.max) return asTable(context, chart, short, heatColumns);
  return { form: 'heat', shown: chart, notes: [] };
}

/** Width and height of a picture in pixels of CSS. */
type Size = { readonly widthPx: number; readonly heightPx: number };

/** The width between the margins of the card. */
const widthPx = 536;

const sizes: Readonly<Record<ChartKind, Size>> = {
  line: { widthPx, heightPx: 160 },
  area: { widthPx, heightPx: 160 },
  bar: { widthPx, heightPx: 160 },
  stackedBar: { widthPx, heightPx: 180 },
  pie: { widthPx: 200, heightPx: 200 },
  gauge: { widthPx: 240, heightPx: 124 },
  heat: { widthPx, heightPx: 160 },
  spark: { widthPx, heightPx: 48 },
  waveform: { widthPx, heightPx: 72 },
};

/** Pixels of the picture for one of CSS: what most screens have. */
const scale = 2;

function drawn(context: EmailContext, chart: Chart): DrawnChart | undefined {
  const { chartImage } = context.options;
  const { chartImages, chartImageBytes } = emailLimits;
  let count = 0;
  let bytes = 0;
  for (const { image } of context.figures.values()) {
    if (image === undefined) continue;
    count += 1;
    bytes += image.bytes.length;
  }
  const message = 'A chart is shown without a picture: there are as many as a mail may carry';
  if (count >= chartImages.max) {
    const { max: limit, unit } = chartImages;
    report(context, 'fallback', context.path, message, { limit, actual: count + 1, unit });
    return undefined;
  }
  const size = sizes[chart.kind];
  const image = chartImage?.(chart, { ...size, scale, colors: paletteOf(context.render), dir: context.dir });
  if (!isImage(image)) {
    report(context, 'fallback', context.path, 'What drew a chart returned no picture, the chart is shown without one');
    return undefined;
  }
  if (bytes + image.length > chartImageBytes.max) {
    const { max: limit, unit } = chartImageBytes;
    report(context, 'fallback', context.path, message, { limit, actual: bytes + image.length, unit });
    return undefined;
  }
  const { kind, categories, series, times, domain, annotations } = chart;
  const id = shortDigest(16, JSON.stringify([kind, categories, series, times, domain, annotations]));
  return { name: `chart-${id}`, bytes: image, widthPx: size.widthPx };
}

/** The picture, and beside it the figures of as many points as bars would have. */
function asImage(context: EmailContext, chart: Chart): ChartFigure | undefined {
  const image = drawn(context, chart);
  if (image === undefined) return undefined;
  const { shown, notes } = isCourse(chart)
    ? thinned(context, chart, barsLimit(chart).max)
    : { shown: chart, notes: [] };
  return { form: 'image', shown, notes, image };
}

const hasValues = ({ series }: Chart): boolean => series.some(({ values }) => values.some((value) => value !== null));

/** Decides what stands for a chart whose texts are clean. */
export function planChart(context: EmailContext, chart: Chart): ChartFigure {
  if (!hasValues(chart)) return { form: 'none', shown: chart, notes: [] };
  if (context.charts === 'table') return { form: 'table', shown: chart, notes: [] };
  const image = context.charts === 'png' ? asImage(context, chart) : undefined;
  if (image !== undefined) return image;
  if (chart.kind === 'gauge') return { form: 'gauge', shown: chart, notes: [] };
  return chart.kind === 'heat' ? asHeat(context, chart) : asBars(context, chart);
}
