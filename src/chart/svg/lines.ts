/** Lines and areas. A gap parts a line; what may still change is dotted and ends hollow. */
import type { Series } from '../../document/nodes.js';
import { colorAt } from '../palette.js';
import { circle, cutTo, label, num, path, widthPx } from './markup.js';
import { annotations, baseOf, categoryLabels, layPlot, type Plot, valueGrid, yOf } from './plot.js';
import { type Drawn, fromLeft, provisionalStroke, readingAnchor, type Sheet, strokeAt } from './sheet.js';

/** The parts of a drawn series. */
export type Traced = {
  readonly settled: string;
  readonly provisional: string;
  /** Every run between gaps, closed at the base; empty without one. */
  readonly area: string;
  /** Values between two gaps, which no line shows. */
  readonly single: readonly number[];
};

type Places = {
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  /** Where areas end. @default no areas are traced */
  readonly base?: number;
};

/** Traces a series. The line to a value that may still change is a part of what may. */
export function trace({ values, provisionalFrom = values.length }: Series, { x, y, base }: Places): Traced {
  let settled = '';
  let provisional = '';
  let area = '';
  const single: number[] = [];
  let start = -1;
  let before = '';
  /** Whether the provisional path ends at the value before. */
  let goesOn = false;
  for (let index = 0; index <= values.length; index += 1) {
    const value = values[index];
    if (typeof value !== 'number') {
      if (start >= 0 && start === index - 1) single.push(start);
      if (start >= 0 && base !== undefined) area += `L${num(x(index - 1))},${num(base)}L${num(x(start))},${num(base)}Z`;
      start = -1;
      before = '';
      goesOn = false;
      continue;
    }
    const here = `${num(x(index))},${num(y(value))}`;
    if (base !== undefined) area += start < 0 ? `M${here}` : `L${here}`;
    if (start < 0) start = index;
    if (index >= provisionalFrom) {
      if (before !== '') provisional += goesOn ? `L${here}` : `M${before}L${here}`;
      goesOn = before !== '';
    } else settled += before === '' ? `M${here}` : `L${here}`;
    before = here;
  }
  return { settled, provisional, area, single };
}

function lastOf({ values }: Series): number {
  return values.findLastIndex((value) => value !== null);
}

/** A mark on a value; hollow where it may still change. */
function dot(x: number, y: number, color: string, isProvisional: boolean): string {
  const paint = isProvisional ? `fill="none" stroke="${color}" stroke-width="1.5"` : `fill="${color}"`;
  return circle(x, y, isProvisional ? 3.5 : 3, paint);
}

function seriesMarkup(sheet: Sheet, plot: Plot, index: number, xOf: (index: number) => number): string {
  const series = sheet.chart.series[index];
  if (series === undefined) return '';
  const x = (at: number): number => fromLeft(sheet, xOf(at));
  const y = (value: number): number => yOf(plot, value);
  const color = colorAt(sheet.colors, index);
  const isArea = sheet.chart.kind === 'area';
  const { settled, provisional, area, single } = trace(series, { x, y, ...(isArea && { base: baseOf(plot) }) });
  const stroke = strokeAt(sheet, index);
  const joined = 'stroke-linejoin="round"';
  let markup = '';
  if (area !== '') markup += path(area, `fill="${color}" fill-opacity="0.16"`);
  if (settled !== '') markup += path(settled, `${stroke} ${joined}`);
  if (provisional !== '') {
    markup += path(provisional, `fill="none" stroke="${color}" stroke-width="2.2" ${provisionalStroke}`);
  }
  const { provisionalFrom = series.values.length } = series;
  for (const at of single) {
    const value = series.values[at];
    if (typeof value === 'number') markup += dot(x(at), y(value), color, at >= provisionalFrom);
  }
  const last = lastOf(series);
  const value = series.values[last];
  // A value between gaps has its mark already.
  if (typeof value === 'number' && !single.includes(last))
    markup += dot(x(last), y(value), color, last >= provisionalFrom);
  return markup;
}

/** Values of a usual magnitude are shorter. */
const maxSaidPx = 138;

/** The value of the last point, for charts of one series: what most readers look for first. */
function lastValueText({ chart, print }: Sheet): string {
  const [only] = chart.series;
  const value = only?.values[lastOf(only)];
  return chart.series.length === 1 && typeof value === 'number' ? cutTo(print.value(value), maxSaidPx) : '';
}

/** Draws lines or areas over categories or over time. */
export function lines(sheet: Sheet, top: number): Drawn {
  const { chart } = sheet;
  const { categories, times, series } = chart;
  const said = lastValueText(sheet);
  const plot = layPlot(sheet, top, said === '' ? 12 : widthPx(said) + 12);
  const first = times?.[0] ?? 0;
  const span = (times?.at(-1) ?? 0) - first;
  const width = plot.right - plot.left;
  const xOf = (index: number): number => {
    if (categories.length < 2) return plot.left + width / 2;
    const share =
      times === undefined || span <= 0 ? index / (categories.length - 1) : ((times[index] ?? 0) - first) / span;
    return plot.left + share * width;
  };
  let markup = valueGrid(sheet, plot) + categoryLabels(sheet, plot.bottom, { xOf, left: plot.left, right: plot.right });
  // The first series is the one that matters most: it is drawn last, above all others.
  for (let index = series.length - 1; index >= 0; index -= 1) markup += seriesMarkup(sheet, plot, index, xOf);
  markup += annotations(sheet, plot, xOf);
  const [only] = series;
  const last = only === undefined ? -1 : lastOf(only);
  const value = only?.values[last];
  if (said !== '' && typeof value === 'number') {
    markup += label(fromLeft(sheet, xOf(last) + 8), yOf(plot, value) + 4, said, {
      anchor: readingAnchor(sheet, 'start'),
      dir: sheet.dir,
      isBold: true,
      ink: 1,
    });
  }
  return { markup, bottom: plot.bottom + 30, isCut: !plot.axis.startsAtZero };
}
