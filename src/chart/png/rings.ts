/** Pies and gauges: parts of a ring. */
import type { Chart } from '../../document/nodes.js';
import { shareOn, valueAxis } from '../scale.js';
import { type Canvas, type Color, cover, paint, withAlpha } from './canvas.js';
import { patternAt } from './patterns.js';
import { colorOf, faint, marked, type Plot } from './plot.js';
import { stroke } from './stroke.js';

type Ring = { readonly x: number; readonly y: number; readonly outer: number; readonly inner: number };

/** A part of a ring. Turns are shares of a whole one, from the top and with the clock. */
type Arc = {
  readonly from: number;
  readonly to: number;
  /** Left free at each end, in pixels. */
  readonly gap: number;
};

/** How far into the part a pixel is from the nearer of its ends. Less than half a ring is where two half planes meet, more is either. */
function depthIn({ from, to, gap }: Arc): (dx: number, dy: number) => number {
  if (to - from >= 1) return () => 1;
  const [start, end] = [from * 2 * Math.PI, to * 2 * Math.PI];
  const [startX, startY, endX, endY] = [Math.cos(start), Math.sin(start), Math.cos(end), Math.sin(end)];
  const nearer = to - from > 0.5 ? Math.max : Math.min;
  return (dx, dy) => nearer(dx * startX + dy * startY, -dx * endX - dy * endY) - gap + 0.5;
}

/** Covers a part of a ring where a filter allows it. */
function coverArc(canvas: Canvas, ring: Ring, arc: Arc, isWanted: (x: number, y: number) => boolean): void {
  const { outer, inner } = ring;
  const depth = depthIn(arc);
  const farthest = (outer + 0.5) ** 2;
  const nearest = Math.max(0, inner - 0.5) ** 2;
  for (let y = Math.max(0, Math.floor(ring.y - outer)); y <= ring.y + outer; y += 1) {
    for (let x = Math.max(0, Math.floor(ring.x - outer)); x <= ring.x + outer; x += 1) {
      const [dx, dy] = [x + 0.5 - ring.x, y + 0.5 - ring.y];
      const squared = dx * dx + dy * dy;
      if (squared > farthest || squared < nearest) continue;
      const radius = Math.sqrt(squared);
      const covered = Math.min(outer + 0.5 - radius, radius - inner + 0.5, depth(dx, dy));
      if (covered > 0 && isWanted(x, y)) cover(canvas, x, y, covered);
    }
  }
}

const boxOf = ({ x, y, outer }: Ring) => ({
  left: x - outer - 1,
  top: y - outer - 1,
  right: x + outer + 2,
  bottom: y + outer + 2,
});

function drawArc(canvas: Canvas, ring: Ring, arc: Arc, color: Color): void {
  coverArc(canvas, ring, arc, () => true);
  paint(canvas, color, boxOf(ring));
}

/** How much of their colour textures leave. */
const paleAlpha = 0.45;
/** Pixels of CSS between slices. */
const gapPx = 2;

function drawSlice(plot: Plot, ring: Ring, arc: Arc, index: number): void {
  const { canvas, scale } = plot;
  const color = colorOf(plot, index);
  const isPale = patternAt(index, scale);
  if (isPale === undefined) {
    drawArc(canvas, ring, arc, color);
    return;
  }
  coverArc(canvas, ring, arc, (x, y) => !isPale(x, y));
  paint(canvas, color, boxOf(ring));
  coverArc(canvas, ring, arc, isPale);
  paint(canvas, withAlpha(color, paleAlpha), boxOf(ring));
}

/** The shares of slices in their sum; what is missing or below zero has none. */
function sharesOf(values: readonly (number | null)[]): number[] {
  let most = 0;
  for (const value of values) most = Math.max(most, value ?? 0);
  // Divided first: the sum of two numbers can be none.
  const parts = values.map((value) => (most === 0 ? 0 : Math.max(0, value ?? 0) / most));
  const sum = parts.reduce((total, part) => total + part, 0) || 1;
  return parts.map((part) => part / sum);
}

/** A slice a category, or a series where there is one category. */
function valuesOf({ categories, series }: Chart): readonly (number | null)[] {
  if (categories.length === 1 && series.length > 1) return series.map(({ values }) => values[0] ?? null);
  return series[0]?.values ?? [];
}

/** Draws slices of a ring, from the top with the clock. */
export function drawPie(plot: Plot): void {
  const { canvas, scale, chart } = plot;
  const outer = Math.min(canvas.widthPx, canvas.heightPx) / 2 - scale;
  const ring: Ring = { x: canvas.widthPx / 2, y: canvas.heightPx / 2, outer, inner: outer * 0.58 };
  const shares = sharesOf(valuesOf(chart));
  if (shares.every((share) => share === 0)) drawArc(canvas, ring, { from: 0, to: 1, gap: 0 }, faint);
  let from = 0;
  for (const [index, share] of shares.entries()) {
    if (share > 0) drawSlice(plot, ring, { from, to: from + share, gap: (gapPx * scale) / 2 }, index);
    from += share;
  }
}

/** Where a gauge begins and ends, in turns. */
const half = { from: -0.25, to: 0.25, gap: 0 } as const;

/** Draws half a ring up to the first value, from zero where it is on the scale, and lines across it where annotations are. */
export function drawGauge(plot: Plot): void {
  const { canvas, chart, scale, isReversed } = plot;
  const [series] = chart.series;
  const axis = valueAxis({ ...chart, kind: 'bar', series: chart.series.slice(0, 1) });
  const outer = Math.min(canvas.widthPx / 2, canvas.heightPx) - 6 * scale;
  const ring: Ring = { x: canvas.widthPx / 2, y: canvas.heightPx - 2 * scale, outer, inner: outer * 0.74 };
  const turnOf = (value: number): number => {
    const share = shareOn(axis, value);
    return half.from + (isReversed ? 1 - share : share) * (half.to - half.from);
  };
  drawArc(canvas, ring, half, faint);
  const value = series?.values[0];
  if (typeof value === 'number' && shareOn(axis, value) > 0) {
    const color = withAlpha(colorOf(plot, 0), series?.provisionalFrom === 0 ? paleAlpha : 1);
    drawArc(canvas, ring, { ...half, [isReversed ? 'from' : 'to']: turnOf(value) }, color);
  }
  for (const annotation of chart.annotations ?? []) {
    if (!('value' in annotation)) continue;
    const angle = turnOf(annotation.value) * 2 * Math.PI;
    const at = (radius: number) => ({ x: ring.x + Math.sin(angle) * radius, y: ring.y - Math.cos(angle) * radius });
    stroke(canvas, [at(ring.inner - 4 * scale), at(outer + 4 * scale)], { color: marked, widthPx: 3 * scale });
  }
}
