/** Small pictures without axes: a line of values, and the loudness of a recording. */
import { colorAt } from '../palette.js';
import { extentOf, shareOn, valueAxis } from '../scale.js';
import { trace } from './lines.js';
import { circle, line, num, path } from './markup.js';
import { type Drawn, marginPx, noValues, provisionalStroke, type Sheet, strokeAt } from './sheet.js';

const sparkPx = 48;

/** Draws lines alone, over all of the height, with a mark on the last value. */
export function spark(sheet: Sheet, top: number): Drawn {
  const { chart, colors, widthPx } = sheet;
  const extent = extentOf(chart.series);
  if (extent === undefined) return noValues(sheet, top, sparkPx);
  // A constant series is a line in the middle; all others use all of the height, as there is no axis to read.
  const axis = { ...valueAxis(chart), ...(extent.min < extent.max && extent) };
  const isConstant = extent.min === extent.max;
  const bottom = top + sparkPx - 6;
  const y = (value: number): number =>
    isConstant ? top + sparkPx / 2 : bottom - shareOn(axis, value) * (sparkPx - 12);
  const count = chart.categories.length;
  const width = widthPx - 2 * marginPx;
  const x = (index: number): number => marginPx + (count < 2 ? width / 2 : (index / (count - 1)) * width);
  let markup = '';
  for (const [index, series] of chart.series.entries()) {
    const { settled, provisional, single } = trace(series, { x, y });
    const color = colorAt(colors, index);
    if (settled !== '') markup += path(settled, `${strokeAt(sheet, index)} stroke-linejoin="round"`);
    if (provisional !== '')
      markup += path(provisional, `fill="none" stroke="${color}" stroke-width="2" ${provisionalStroke}`);
    const last = series.values.findLastIndex((value) => value !== null);
    for (const at of new Set([...single, last])) {
      const value = series.values[at];
      if (typeof value === 'number') markup += circle(x(at), y(value), 3, `fill="${color}"`);
    }
  }
  return { markup, bottom: top + sparkPx };
}

const wavePx = 96;
/** As many strokes as can be told apart. */
const maxStrokes = 144;

/** The loudest of each run of values; a run of gaps is one. */
function peaks(values: readonly (number | null)[]): (number | null)[] {
  const count = Math.min(values.length, maxStrokes);
  return Array.from({ length: count }, (_, run) => {
    let peak: number | null = null;
    const end = Math.floor(((run + 1) * values.length) / count);
    for (let index = Math.floor((run * values.length) / count); index < end; index += 1) {
      const value = values[index];
      if (typeof value === 'number' && Math.abs(value) >= (peak ?? 0)) peak = Math.abs(value);
    }
    return peak;
  });
}

/** Draws the first series as strokes up and down from the middle. */
export function waveform(sheet: Sheet, top: number): Drawn {
  const { chart, colors, widthPx } = sheet;
  const loudness = peaks(chart.series[0]?.values ?? []);
  const domain = chart.domain === undefined ? 0 : Math.max(Math.abs(chart.domain.min), Math.abs(chart.domain.max));
  const loudest = loudness.reduce<number>((max, value) => Math.max(max, value ?? 0), domain);
  if (!loudness.some((value) => value !== null)) return noValues(sheet, top, wavePx);
  const middle = top + wavePx / 2;
  const each = (widthPx - 2 * marginPx) / loudness.length;
  let d = '';
  for (const [index, value] of loudness.entries()) {
    if (value === null) continue;
    const half = Math.max(0.5, loudest === 0 ? 0 : (value / loudest) * (wavePx / 2 - 4));
    d += `M${num(marginPx + (index + 0.5) * each)},${num(middle - half)}v${num(2 * half)}`;
  }
  const ground = line(marginPx, middle, widthPx - marginPx, middle, 'stroke="currentColor" stroke-opacity="0.25"');
  const stroke = num(Math.max(1, Math.min(4, each * 0.62)));
  const paint = `fill="none" stroke="${colorAt(colors, 0)}" stroke-width="${stroke}" stroke-linecap="round"`;
  return { markup: ground + path(d, paint), bottom: top + wavePx };
}
