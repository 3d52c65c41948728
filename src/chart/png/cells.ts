/** Heat maps: a row a series, a column a category, the stronger the higher. */
import { type Extent, extentOf } from '../scale.js';
import { type Box, fillBox, withAlpha } from './canvas.js';
import { colorOf, faint, leftOf, type Plot } from './plot.js';

/** From faint to deep, on light and dark grounds. */
const alphas = { least: 0.08, most: 0.72 } as const;
/** As many shades, so that they leave room in a palette. */
const shades = 31;

/** Where a value stands between the lowest and the highest; in the middle where all are the same. */
function shareIn({ min, max }: Extent, value: number): number {
  // Divided first: the difference of two numbers can be none.
  const unit = Math.max(Math.abs(min), Math.abs(max)) || 1;
  const span = max / unit - min / unit;
  return span === 0 ? 0.5 : Math.round(((value / unit - min / unit) / span) * shades) / shades;
}

function outline({ canvas, scale }: Plot, { left, top, right, bottom }: Box): void {
  fillBox(canvas, { left, right, top, bottom: top + scale }, faint);
  fillBox(canvas, { left, right, top: bottom - scale, bottom }, faint);
  fillBox(canvas, { left, right: left + scale, top: top + scale, bottom: bottom - scale }, faint);
  fillBox(canvas, { left: right - scale, right, top: top + scale, bottom: bottom - scale }, faint);
}

/** Draws cells; between them shows the ground, where there is room for it. A gap is an outline. */
export function drawHeat(plot: Plot): void {
  const { chart, box, scale } = plot;
  const extent = extentOf(chart.series);
  if (extent === undefined) return;
  const color = colorOf(plot, 0);
  const width = (box.right - box.left) / chart.categories.length;
  const height = (box.bottom - box.top) / chart.series.length;
  const gap = Math.min(width, height) > 4 * scale ? scale : 0;
  for (const [row, { values }] of chart.series.entries()) {
    const top = Math.round(box.top + row * height);
    const bottom = Math.round(box.top + (row + 1) * height) - gap;
    for (const [column, value] of values.entries()) {
      const left = Math.round(leftOf(plot, column * width, width));
      const cell = { left, top, right: Math.round(left + width) - gap, bottom };
      if (value === null) {
        if (gap > 0) outline(plot, cell);
        continue;
      }
      const alpha = alphas.least + shareIn(extent, value) * (alphas.most - alphas.least);
      fillBox(plot.canvas, cell, withAlpha(color, alpha));
    }
  }
}
