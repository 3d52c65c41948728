/** Waveforms: how far the values of the first series reach from the middle, both ways. */
import { fillBox, withAlpha } from './canvas.js';
import { colorOf, faint, leftOf, type Plot } from './plot.js';

/** Pixels of CSS that a line and the room beside it take. */
const linePx = { width: 2, step: 3 } as const;
/** How much of its colour a line has that may still change. */
const paleAlpha = 0.45;

/** The farthest of each run of values; a run of gaps is one. */
function peaksOf(values: readonly (number | null)[], count: number): (number | null)[] {
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

/** Draws as many lines as there is room for; of the values that share one, the farthest counts. */
export function drawWaveform(plot: Plot): void {
  const { canvas, box, chart, scale } = plot;
  const { values = [], provisionalFrom = Number.POSITIVE_INFINITY } = chart.series[0] ?? {};
  const count = Math.min(values.length, Math.max(1, Math.floor((box.right - box.left) / (linePx.step * scale))));
  const peaks = peaksOf(values, count);
  const ends = chart.domain === undefined ? 0 : Math.max(Math.abs(chart.domain.min), Math.abs(chart.domain.max));
  const farthest = peaks.reduce<number>((most, peak) => Math.max(most, peak ?? 0), ends) || 1;
  const middle = (box.top + box.bottom) / 2;
  const step = (box.right - box.left) / count;
  const width = Math.max(1, Math.min(4 * scale, (step * linePx.width) / linePx.step));
  fillBox(canvas, { ...box, top: middle - scale / 2, bottom: middle + scale / 2 }, faint);
  for (const [line, peak] of peaks.entries()) {
    if (peak === null) continue;
    const reach = Math.max(scale / 2, ((peak / farthest) * (box.bottom - box.top)) / 2);
    const left = Math.round(leftOf(plot, (line + 0.5) * step - width / 2, width));
    const isPale = Math.floor((line * values.length) / count) >= provisionalFrom;
    const color = isPale ? withAlpha(colorOf(plot, 0), paleAlpha) : colorOf(plot, 0);
    const right = Math.max(left + 1, Math.round(left + width));
    fillBox(canvas, { left, right, top: middle - reach, bottom: middle + reach }, color);
  }
}
