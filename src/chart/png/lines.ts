/** Lines, areas and sparklines. A gap stays a gap; what may still change is dashed and pale. */
import type { Series } from '../../document/nodes.js';
import { dashAt } from '../palette.js';
import { extentOf } from '../scale.js';
import { type Box, type Color, coverColumn, paint, withAlpha } from './canvas.js';
import { colorOf, drawAnnotations, drawGrid, type Plot, xOf, yOf, zeroY } from './plot.js';
import { dot, type Point, stroke } from './stroke.js';

/** Values without a gap between them, and the index of the first. */
type Run = { readonly first: number; readonly points: readonly Point[] };

function runsOf(plot: Plot, { values }: Series): Run[] {
  const runs: Run[] = [];
  let points: Point[] = [];
  for (const [index, value] of values.entries()) {
    if (value === null) points = [];
    else {
      if (points.length === 0) runs.push({ first: index, points });
      points.push({ x: xOf(plot, index), y: yOf(plot, value) });
    }
  }
  return runs;
}

const lineWidthPx = 2;
const provisional = { alpha: 0.6, dash: [3, 3] } as const;

/** Draws a run: what is final, and from its last point on what is not. */
function drawRun({ canvas, scale }: Plot, { first, points }: Run, from: number, pen: { color: Color; dash: number[] }) {
  const split = Math.max(0, from - first);
  const widthPx = lineWidthPx * scale;
  const dash = provisional.dash.map((length) => length * scale);
  if (split > 0) stroke(canvas, points.slice(0, split), { ...pen, widthPx });
  const tail = points.slice(Math.max(0, split - 1));
  if (split < points.length) stroke(canvas, tail, { color: withAlpha(pen.color, provisional.alpha), widthPx, dash });
}

const fillAlpha = 0.18;

/** Fills what is between a run and zero, a column of pixels at a time. */
function fillRun(plot: Plot, { points }: Run, color: Color): void {
  const { canvas } = plot;
  const zero = zeroY(plot);
  let next = 1;
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return;
  const box: Box = { left: Math.floor(first.x), top: 0, right: Math.ceil(last.x), bottom: canvas.heightPx };
  for (let x = Math.round(first.x); x < Math.round(last.x); x += 1) {
    while (next < points.length - 1 && (points[next]?.x ?? 0) < x + 0.5) next += 1;
    const [from, to] = [points[next - 1] ?? first, points[next] ?? last];
    const share = to.x === from.x ? 0 : Math.min(1, Math.max(0, (x + 0.5 - from.x) / (to.x - from.x)));
    coverColumn(canvas, x, from.y + (to.y - from.y) * share, zero);
  }
  paint(canvas, withAlpha(color, fillAlpha), box);
}

/** Of the dot on the last value. */
const endRadiusPx = 3;

const dashOf = (index: number, scale: number): number[] =>
  dashAt(index) === ''
    ? []
    : dashAt(index)
        .split(' ')
        .map((length) => Number(length) * scale);

/** Draws all series; the first is the one that matters most, so it is drawn last. */
function drawSeries(plot: Plot, isFilled: boolean): void {
  const { series } = plot.chart;
  for (let index = series.length - 1; index >= 0; index -= 1) {
    const one = series[index];
    if (one === undefined) continue;
    const { provisionalFrom = Number.POSITIVE_INFINITY } = one;
    const color = colorOf(plot, index);
    const pen = { color, dash: dashOf(index, plot.scale) };
    for (const run of runsOf(plot, one)) {
      if (isFilled) fillRun(plot, run, color);
      drawRun(plot, run, provisionalFrom, pen);
    }
    const last = one.values.findLastIndex((value) => value !== null);
    const value = one.values[last];
    if (typeof value !== 'number') continue;
    const isPale = last >= provisionalFrom;
    const end = withAlpha(color, isPale ? provisional.alpha : 1);
    dot(plot.canvas, { x: xOf(plot, last), y: yOf(plot, value) }, endRadiusPx * plot.scale, end);
  }
}

/** Draws lines over a grid. */
export function drawLine(plot: Plot): void {
  drawGrid(plot);
  drawAnnotations(plot, xOf);
  drawSeries(plot, false);
}

/** Draws lines over a grid, and what is between them and zero. */
export function drawArea(plot: Plot): void {
  drawGrid(plot);
  drawAnnotations(plot, xOf);
  drawSeries(plot, true);
}

/** Draws lines alone, over all of the height; a constant one is in the middle. */
export function drawSpark(plot: Plot): void {
  const extent = extentOf(plot.chart.series);
  if (extent === undefined) return;
  const { chart, box, axis } = plot;
  const { times: _, ...untimed } = chart;
  const middle = (box.top + box.bottom) / 2;
  const isConstant = extent.min === extent.max;
  drawSeries(
    {
      ...plot,
      chart: untimed,
      axis: isConstant ? axis : { ...axis, ...extent },
      box: isConstant ? { ...box, top: middle, bottom: middle } : box,
    },
    false,
  );
}
