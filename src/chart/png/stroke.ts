/** Lines with smooth edges and round ends, whole or in dashes. */
import { type Box, type Canvas, type Color, cover, paint } from './canvas.js';

export type Point = { readonly x: number; readonly y: number };

/** How a line looks. */
export type Pen = {
  readonly color: Color;
  readonly widthPx: number;
  /** Lengths of stroke and gap in turn, in pixels. @default a whole line */
  readonly dash?: readonly number[];
};

/**
 * Covers the pixels of a line by their distance from it: column by column where it is flat and row by row where it is steep, so
 * that no more than its own width is looked at. `main` runs along the columns or rows, `cross` across them.
 */
function coverSegment(canvas: Canvas, from: Point, to: Point, halfPx: number): void {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const isFlat = Math.abs(dx) >= Math.abs(dy);
  const [start, end, startCross] = isFlat ? [from.x, to.x, from.y] : [from.y, to.y, from.x];
  const [main, cross] = isFlat ? [dx, dy] : [dy, dx];
  const squared = dx * dx + dy * dy;
  const slope = main === 0 ? 0 : cross / main;
  const reach = (halfPx + 0.5) * Math.sqrt(1 + slope * slope) + 0.5;
  const edge = halfPx + 1;
  const low = startCross + Math.min(0, cross) - edge;
  const high = startCross + Math.max(0, cross) + edge;
  const last = Math.min((isFlat ? canvas.widthPx : canvas.heightPx) - 1, Math.ceil(Math.max(start, end) + edge));
  for (let step = Math.max(0, Math.floor(Math.min(start, end) - edge)); step <= last; step += 1) {
    const alongMain = step + 0.5 - start;
    const middle = startCross + alongMain * slope;
    const stop = Math.min(high, middle + reach);
    for (let across = Math.floor(Math.max(low, middle - reach)); across <= stop; across += 1) {
      const alongCross = across + 0.5 - startCross;
      const along = squared === 0 ? 0 : (alongMain * main + alongCross * cross) / squared;
      const share = Math.min(1, Math.max(0, along));
      const [a, b] = [alongMain - share * main, alongCross - share * cross];
      const covered = halfPx + 0.5 - Math.sqrt(a * a + b * b);
      if (covered <= 0) continue;
      if (isFlat) cover(canvas, step, across, covered);
      else cover(canvas, across, step, covered);
    }
  }
}

/** Cuts a line of points into its dashes. */
function* dashes(points: readonly Point[], dash: readonly number[]): Generator<readonly [Point, Point]> {
  let turn = 0;
  let left = dash[0] ?? 0;
  for (let index = 1; index < points.length; index += 1) {
    const [from, to] = [points[index - 1], points[index]];
    if (from === undefined || to === undefined) return;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const at = (px: number): Point => ({
      x: from.x + ((to.x - from.x) * px) / length,
      y: from.y + ((to.y - from.y) * px) / length,
    });
    for (let done = 0; done < length; ) {
      const step = Math.min(left, length - done);
      if (turn % 2 === 0) yield [at(done), at(done + step)];
      done += step;
      left -= step;
      if (left > 0) continue;
      turn += 1;
      left = Math.max(0.5, dash[turn % dash.length] ?? 0);
    }
  }
}

function* whole(points: readonly Point[]): Generator<readonly [Point, Point]> {
  const [only] = points;
  if (points.length === 1 && only !== undefined) yield [only, only];
  for (let index = 1; index < points.length; index += 1) {
    const [from, to] = [points[index - 1], points[index]];
    if (from !== undefined && to !== undefined) yield [from, to];
  }
}

/** The box around points, and so much more. */
function boxAround(points: readonly Point[], marginPx: number): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left: left - marginPx, top: top - marginPx, right: right + marginPx, bottom: bottom + marginPx };
}

/** Draws a line through points; a single one becomes a dot. */
export function stroke(canvas: Canvas, points: readonly Point[], { color, widthPx, dash = [] }: Pen): void {
  if (points.length === 0) return;
  const halfPx = widthPx / 2;
  const parts = dash.length === 0 || points.length === 1 ? whole(points) : dashes(points, dash);
  for (const [from, to] of parts) coverSegment(canvas, from, to, halfPx);
  paint(canvas, color, boxAround(points, widthPx + 2));
}

/** Draws a dot. */
export function dot(canvas: Canvas, at: Point, radiusPx: number, color: Color): void {
  stroke(canvas, [at], { color, widthPx: radiusPx * 2 });
}
