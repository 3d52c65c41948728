/** Charts as pictures, without a browser, a font or a native module. */
import type { Chart, ChartKind, Direction } from '../document/nodes.js';
import { defaultColors } from './palette.js';
import { createCanvas, parseColor, transparent } from './png/canvas.js';
import { drawHeat } from './png/cells.js';
import { drawBars, drawStackedBars } from './png/columns.js';
import { encodePng } from './png/encode.js';
import { drawArea, drawLine, drawSpark } from './png/lines.js';
import { createPlot, type Plot } from './png/plot.js';
import { drawGauge, drawPie } from './png/rings.js';
import { drawWaveform } from './png/waveform.js';

export type ChartPngOptions = {
  /** Pixels of CSS: what a page or a mail gives it. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Pixels of the picture for one of CSS: 2 is sharp on most screens. @default 1 */
  readonly scale?: number;
  /** `#RRGGBB`, of the series in order. @default colours that are seen on light and dark grounds */
  readonly colors?: readonly string[];
  /** `#RRGGBB`, behind the chart. @default nothing, so that what is behind the picture shows */
  readonly ground?: string;
  /** `rtl`: categories run from right to left; time never does. @default 'ltr' */
  readonly dir?: Direction;
};

/** What is drawn is held in memory, five bytes a pixel. */
const maxSidePx = 4096;
const maxScale = 4;

const draw: Readonly<Record<ChartKind, (plot: Plot) => void>> = {
  line: drawLine,
  area: drawArea,
  bar: drawBars,
  stackedBar: drawStackedBars,
  pie: drawPie,
  gauge: drawGauge,
  heat: drawHeat,
  spark: drawSpark,
  waveform: drawWaveform,
};

function sideOf(name: 'widthPx' | 'heightPx', length: number, scale: number): number {
  const side = Math.round(length * scale);
  if (Number.isFinite(length) && side >= 1 && side <= maxSidePx) return side;
  throw new TypeError(`Cannot draw a chart with \`${name}\` ${length}, expected 1 to ${maxSidePx} pixels once scaled`);
}

/**
 * Draws a chart as PNG: its lines and areas, and no text, as there are no fonts that everyone has. Title, legend, the ends of
 * the axes and the alternative text belong beside the picture. The same chart gives the same bytes everywhere.
 *
 * Bars and areas begin at zero, gaps stay gaps, and what may still change is dashed or pale.
 *
 * @throws TypeError when a size is out of range or a colour is not `#RRGGBB`
 * @example
 * ```ts
 * import { chartPng } from 'channel-formatters/chart-png';
 * import { chart } from 'channel-formatters/document';
 *
 * const plays = chart({
 *   kind: 'line',
 *   title: 'Plays a day',
 *   alt: 'Plays rise from 10 to 14.',
 *   categories: ['Mon', 'Tue', 'Wed'],
 *   series: [{ name: 'Plays', values: [10, null, 14] }],
 * });
 * const picture = chartPng(plays, { widthPx: 600, heightPx: 160, scale: 2 });
 * console.log(picture.length);
 * ```
 */
export function chartPng(chart: Chart, options: ChartPngOptions): Uint8Array {
  const { scale = 1, colors = defaultColors, ground, dir = 'ltr' } = options;
  if (!(scale >= 1 && scale <= maxScale)) {
    throw new TypeError(`Cannot draw a chart with \`scale\` ${scale}, expected 1 to ${maxScale}`);
  }
  const widthPx = sideOf('widthPx', options.widthPx, scale);
  const heightPx = sideOf('heightPx', options.heightPx, scale);
  const canvas = createCanvas(widthPx, heightPx, ground === undefined ? transparent : parseColor(ground));
  draw[chart.kind](createPlot(canvas, chart, { scale, colors, dir }));
  return encodePng(canvas, scale);
}
