/** The field that a chart with axes is drawn in: where values, categories and instants stand, and the lines behind them. */
import type { Chart, Direction } from '../../document/nodes.js';
import { shareOn, type ValueAxis, valueAxis } from '../scale.js';
import { type Box, type Canvas, type Color, fillBox, parseColor, withAlpha } from './canvas.js';
import { stroke } from './stroke.js';

/** What all kinds are drawn with. Lengths are in pixels of the picture, `scale` of which are one of CSS. */
export type Plot = {
  readonly canvas: Canvas;
  readonly chart: Chart;
  readonly scale: number;
  readonly box: Box;
  readonly axis: ValueAxis;
  readonly colors: readonly Color[];
  /** Categories run from right to left. Time never does. */
  readonly isReversed: boolean;
};

export type Look = { readonly scale: number; readonly colors: readonly string[]; readonly dir: Direction };

/** Of lines that are not data: a middle tone that is seen on light and on dark grounds. */
const neutral = parseColor('#7489A3');

/** The colour behind everything: tracks and ticks. */
export const faint: Color = withAlpha(neutral, 0.28);
/** The line of zero, and marks. */
export const marked: Color = neutral;

/** Room for half a stroke and for dots at the edges, in pixels of CSS. */
const marginPx = 4;

/** Makes the field of a chart: all of the picture but a margin. */
export function createPlot(canvas: Canvas, chart: Chart, look: Look): Plot {
  const margin = Math.min(marginPx * look.scale, canvas.widthPx / 4, canvas.heightPx / 4);
  return {
    canvas,
    chart,
    scale: look.scale,
    box: { left: margin, top: margin, right: canvas.widthPx - margin, bottom: canvas.heightPx - margin },
    axis: valueAxis(chart),
    colors: look.colors.map(parseColor),
    isReversed: look.dir === 'rtl' && chart.times === undefined,
  };
}

/** The colour of a series or slice. */
export const colorOf = ({ colors }: Plot, index: number): Color => colors[index % colors.length] ?? neutral;

/** The height of a share of the axis. */
export const heightAt = ({ box }: Plot, share: number): number => box.bottom - share * (box.bottom - box.top);

/** The height of a value. */
export const yOf = (plot: Plot, value: number): number => heightAt(plot, shareOn(plot.axis, value));

/** The height of zero, or of the end of the axis that is next to it. */
export const zeroY = (plot: Plot): number => yOf(plot, 0);

/** Where a place stands that is counted from where the reader begins. */
const placed = ({ box, isReversed }: Plot, x: number): number => (isReversed ? box.left + box.right - x : x);

/** Where a category stands on a line: by its instant where there is one. A single one is in the middle. */
export function xOf(plot: Plot, index: number): number {
  const { box, chart } = plot;
  const { categories, times } = chart;
  const width = box.right - box.left;
  const last = categories.length - 1;
  if (last < 1) return box.left + width / 2;
  const [first = 0, end = 0, at = 0] = [times?.[0], times?.[last], times?.[index]];
  return placed(plot, box.left + width * (end > first ? (at - first) / (end - first) : index / last));
}

/** The width of a category's share of the field. */
export const bandWidth = ({ box, chart }: Plot): number => (box.right - box.left) / chart.categories.length;

/** The middle of a category's share of the field. */
export const bandMiddle = (plot: Plot, index: number): number =>
  placed(plot, plot.box.left + (index + 0.5) * bandWidth(plot));

/** The left edge of what is so wide and begins so far from the edge of the field where the reader begins. */
export const leftOf = (plot: Plot, offset: number, width: number): number =>
  placed(plot, plot.box.left + offset) - (plot.isReversed ? width : 0);

/** Draws ticks and zero. */
export function drawGrid(plot: Plot): void {
  const { canvas, axis, box, scale } = plot;
  for (const tick of axis.ticks) {
    const top = Math.round(yOf(plot, tick) - scale / 2);
    fillBox(canvas, { ...box, top, bottom: top + scale }, tick === 0 ? marked : faint);
  }
}

/** Draws the lines at values and at categories that the chart is annotated with. */
export function drawAnnotations(plot: Plot, placeOf: (plot: Plot, category: number) => number): void {
  const { canvas, box, scale, chart } = plot;
  const pen = { color: marked, widthPx: 1.5 * scale, dash: [4 * scale, 3 * scale] };
  for (const annotation of chart.annotations ?? []) {
    if ('value' in annotation) {
      const y = yOf(plot, annotation.value);
      stroke(
        canvas,
        [
          { x: box.left, y },
          { x: box.right, y },
        ],
        pen,
      );
    } else if (annotation.category < chart.categories.length) {
      const x = placeOf(plot, annotation.category);
      stroke(
        canvas,
        [
          { x, y: box.top },
          { x, y: box.bottom },
        ],
        pen,
      );
    }
  }
}
