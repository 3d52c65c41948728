/** Axes, grid and annotations of what has categories along one side and values along the other. */
import { shareOn, type ValueAxis, valueAxis } from '../scale.js';
import { cutTo, label, line, num, path, typePx, widthPx } from './markup.js';
import { fromLeft, marginPx, readingAnchor, type Sheet } from './sheet.js';

/** The part of the sheet that data are drawn in. Places along it are counted from the start of the line. */
export type Plot = {
  readonly axis: ValueAxis;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

const plotHeightPx = 200;
const markRowPx = 16;

const marksOf = ({ chart }: Sheet): { label: string; category: number }[] =>
  (chart.annotations ?? []).flatMap((annotation) =>
    'category' in annotation && annotation.category < chart.categories.length ? [annotation] : [],
  );

/** Lays out the plot: room for the ticks before it, for labels of marks above, and for what is said behind it. */
export function layPlot(sheet: Sheet, top: number, behindPx: number): Plot {
  const axis = valueAxis(sheet.chart);
  const ticks = axis.ticks.map((tick) => widthPx(sheet.print.tick(tick, axis.step)));
  const gutter = Math.min(140, Math.max(16, ...ticks)) + 10;
  const above = (sheet.print.unit === '' ? 10 : 28) + marksOf(sheet).length * markRowPx;
  return {
    axis,
    left: marginPx + gutter,
    right: sheet.widthPx - marginPx - behindPx,
    top: top + above,
    bottom: top + above + plotHeightPx,
  };
}

/** Where a value stands, from the top of the sheet. */
export const yOf = ({ axis, top, bottom }: Plot, value: number): number =>
  bottom - shareOn(axis, value) * (bottom - top);

/** Where bars and areas begin. */
export const baseOf = (plot: Plot): number => yOf(plot, 0);

/** Draws the grid, the ticks, the line at zero, and a break where the axis leaves zero out. */
export function valueGrid(sheet: Sheet, plot: Plot): string {
  const { axis, left, right, bottom, top } = plot;
  const x1 = fromLeft(sheet, left);
  const x2 = fromLeft(sheet, right);
  let markup = '';
  for (const tick of axis.ticks) {
    const y = yOf(plot, tick);
    const opacity = tick === 0 ? 0.5 : 0.13;
    markup += line(x1, y, x2, y, `stroke="currentColor" stroke-opacity="${opacity}"`);
    markup += label(fromLeft(sheet, left - 8), y + 4, cutTo(sheet.print.tick(tick, axis.step), 140), {
      anchor: readingAnchor(sheet, 'end'),
      dir: sheet.dir,
    });
  }
  if (sheet.print.unit !== '') {
    const unit = cutTo(sheet.print.unit, 160);
    markup += label(fromLeft(sheet, marginPx), top - 14 - marksOf(sheet).length * markRowPx, unit, {
      anchor: readingAnchor(sheet, 'start'),
    });
  }
  if (!axis.startsAtZero) {
    const paint = 'fill="none" stroke="currentColor" stroke-opacity="0.6"';
    markup += path(`M${num(x1)},${num(bottom)}l-4,-3l8,-4l-8,-4l4,-3`, paint);
  }
  return markup;
}

/** A label below a place, moved so far that it stays on the sheet. */
function placed(sheet: Sheet, x: number, y: number, text: string): string {
  const half = widthPx(text) / 2;
  const at = Math.max(half + 2, Math.min(sheet.widthPx - half - 2, x));
  return label(at, y, text, { anchor: 'middle' });
}

/** Where along the sheet categories stand, counted from the start of the line. */
export type Places = {
  readonly xOf: (index: number) => number;
  readonly left: number;
  readonly right: number;
};

/** The least distance of labels in parts of the plot: a short date fits into a sixth of it. */
const labelShare = 0.16;
/** The first may stand a little closer, so that readers see where time begins. */
const firstShare = 0.12;

/**
 * Draws the names of categories, as many as there is room for, the last one always. Which ones follows from places alone: how
 * long names are changes only where they are cut.
 */
export function categoryLabels(sheet: Sheet, bottom: number, { xOf, left, right }: Places): string {
  const { categories } = sheet.chart;
  const shown: number[] = [];
  const leastPx = labelShare * (right - left) - 0.01;
  let next = Number.POSITIVE_INFINITY;
  for (let index = categories.length - 1; index >= 0; index -= 1) {
    const x = xOf(index);
    if (next - x < leastPx) continue;
    shown.push(index);
    next = x;
  }
  if (shown.length > 0 && next - xOf(0) >= firstShare * (right - left)) shown.push(0);
  let markup = '';
  for (const [order, index] of shown.entries()) {
    const near = [shown[order - 1], shown[order + 1]].flatMap((other) =>
      other === undefined ? [] : [Math.abs(xOf(other) - xOf(index))],
    );
    const text = cutTo(categories[index] ?? '', Math.min(180, ...near) - 8);
    markup += placed(sheet, fromLeft(sheet, xOf(index)), bottom + 20, text);
  }
  return markup;
}

/** How near the values of one side of the plot come to a height. */
function distanceTo(sheet: Sheet, plot: Plot, y: number, isStart: boolean): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const { values } of sheet.chart.series) {
    const third = Math.ceil(values.length / 3);
    for (const value of isStart ? values.slice(0, third) : values.slice(-third)) {
      if (value !== null) nearest = Math.min(nearest, Math.abs(yOf(plot, value) - y));
    }
  }
  return nearest;
}

/** Draws lines at values, named on the side where fewer data are, and marks at categories, each named on a row of its own. */
export function annotations(sheet: Sheet, plot: Plot, xOf: (index: number) => number): string {
  const { left, right, top, bottom } = plot;
  let markup = '';
  for (const annotation of sheet.chart.annotations ?? []) {
    if (!('value' in annotation)) continue;
    const y = yOf(plot, annotation.value);
    const isStart = distanceTo(sheet, plot, y - 8, true) >= distanceTo(sheet, plot, y - 8, false);
    const paint = 'stroke="currentColor" stroke-opacity="0.7" stroke-dasharray="6 4"';
    markup += line(fromLeft(sheet, left), y, fromLeft(sheet, right), y, paint);
    markup += label(
      fromLeft(sheet, isStart ? left + 4 : right - 4),
      y < top + 16 ? y + 15 : y - 6,
      cutTo(annotation.label, (right - left) / 2, typePx.small),
      { anchor: readingAnchor(sheet, isStart ? 'start' : 'end'), sizePx: typePx.small, ink: 0.85 },
    );
  }
  const marks = marksOf(sheet);
  for (const [row, mark] of marks.entries()) {
    const x = xOf(mark.category);
    const y = top - 6 - (marks.length - 1 - row) * markRowPx;
    const isEarly = x < (left + right) / 2;
    const paint = 'stroke="currentColor" stroke-opacity="0.6" stroke-dasharray="2 3"';
    markup += line(fromLeft(sheet, x), y - 9, fromLeft(sheet, x), bottom, paint);
    markup += label(
      fromLeft(sheet, isEarly ? x + 5 : x - 5),
      y,
      cutTo(mark.label, isEarly ? sheet.widthPx - x - marginPx : x - marginPx, typePx.small),
      { anchor: readingAnchor(sheet, isEarly ? 'start' : 'end'), sizePx: typePx.small, ink: 0.85 },
    );
  }
  return markup;
}
