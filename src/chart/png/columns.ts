/** Bars beside one another and on top of one another, and waveforms. All begin at zero. */
import type { Series } from '../../document/nodes.js';
import { shareOn } from '../scale.js';
import { type Box, fillBox, withAlpha } from './canvas.js';
import { patternAt } from './patterns.js';
import {
  bandMiddle,
  bandWidth,
  colorOf,
  drawAnnotations,
  drawGrid,
  heightAt,
  leftOf,
  type Plot,
  yOf,
  zeroY,
} from './plot.js';

/** What of a category's width is bars. */
const barShare = 0.72;
/** How much of their colour areas keep where their texture or their state is pale. */
const paleAlpha = 0.45;

const isProvisional = ({ provisionalFrom }: Series, at: number): boolean =>
  provisionalFrom !== undefined && at >= provisionalFrom;

/** Fills a bar with the texture of its series; one that may still change is pale, in an outline. */
function fillBar(plot: Plot, box: Box, index: number, isPale: boolean): void {
  const { canvas, scale } = plot;
  const color = colorOf(plot, index);
  const paler = withAlpha(color, paleAlpha);
  if (!isPale) {
    const at = patternAt(index, scale);
    fillBox(canvas, box, color, at && { at, color: paler });
    return;
  }
  const { left, top, right, bottom } = box;
  const inner = { left: left + scale, top: top + scale, right: right - scale, bottom: bottom - scale };
  if (inner.right <= inner.left || inner.bottom <= inner.top) {
    fillBox(canvas, box, paler);
    return;
  }
  fillBox(canvas, { left, top, right, bottom: inner.top }, color);
  fillBox(canvas, { left, top: inner.bottom, right, bottom }, color);
  fillBox(canvas, { left, top: inner.top, right: inner.left, bottom: inner.bottom }, color);
  fillBox(canvas, { left: inner.right, top: inner.top, right, bottom: inner.bottom }, color);
  fillBox(canvas, inner, paler);
}

/** A bar between two heights; a value is never so small that nothing is seen. */
function barBox(left: number, widthPx: number, from: number, to: number): Box {
  const start = Math.round(left);
  const right = Math.max(start + 1, Math.round(left + widthPx));
  const [top, bottom] = [Math.round(Math.min(from, to)), Math.round(Math.max(from, to))];
  return top === bottom ? { left: start, right, top: top - 1, bottom } : { left: start, right, top, bottom };
}

/** Draws bars, those of a category beside one another. */
export function drawBars(plot: Plot): void {
  const { series } = plot.chart;
  const band = bandWidth(plot);
  const width = (band * barShare) / series.length;
  const zero = zeroY(plot);
  drawGrid(plot);
  for (const [index, one] of series.entries()) {
    for (const [at, value] of one.values.entries()) {
      if (value === null || value === 0) continue;
      const gap = width > 8 && series.length > 1 ? plot.scale : 0;
      const left = leftOf(plot, at * band + (band * (1 - barShare)) / 2 + index * width, width - gap);
      fillBar(plot, barBox(left, width - gap, zero, yOf(plot, value)), index, isProvisional(one, at));
    }
  }
  drawAnnotations(plot, bandMiddle);
}

/** Draws bars, those of a category on top of one another: what is below zero below it. */
export function drawStackedBars(plot: Plot): void {
  const { chart, axis } = plot;
  const { lift } = axis;
  // Sums of lifted values stay numbers.
  const lifted = { ...axis, min: axis.min * lift, max: axis.max * lift, lift: 1 };
  const band = bandWidth(plot);
  drawGrid(plot);
  for (const at of chart.categories.keys()) {
    let [below, above] = [0, 0];
    for (const [index, one] of chart.series.entries()) {
      const value = (one.values[at] ?? 0) * lift;
      if (value === 0) continue;
      const from = value < 0 ? below : above;
      if (value < 0) below += value;
      else above += value;
      const [start, end] = [heightAt(plot, shareOn(lifted, from)), heightAt(plot, shareOn(lifted, from + value))];
      const left = leftOf(plot, at * band + (band * (1 - barShare)) / 2, band * barShare);
      const bar = barBox(left, band * barShare, start, end);
      // A line of ground between neighbours, where there is room for it.
      const top = bar.bottom - bar.top > plot.scale * 3 ? bar.top + plot.scale : bar.top;
      fillBar(plot, { ...bar, top }, index, isProvisional(one, at));
    }
  }
  drawAnnotations(plot, bandMiddle);
}
