/** Values as eight heights of a block character, for what is text and has a font. */
import { extentOf } from './scale.js';

/** U+2581 to U+2588. */
const heights = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** A dot in the middle: a space would be trimmed at the ends, or shrink to one in the middle. */
const gap = '·';

/** Where all are the same, none is the lowest. */
const constant = '▄';

/**
 * Draws values from the lowest to the highest, one character each; gaps are dots. Nothing can be read off it but the shape,
 * so it stands beside figures.
 */
export function sparkline(values: readonly (number | null)[]): string {
  const extent = extentOf([{ values }]);
  if (extent === undefined) return '';
  const { min, max } = extent;
  const unit = Math.max(Math.abs(min), Math.abs(max)) || 1;
  const low = min / unit;
  const span = max / unit - low;
  let line = '';
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) line += gap;
    else if (span === 0) line += constant;
    else line += heights[Math.round(((value / unit - low) / span) * (heights.length - 1))] ?? constant;
  }
  return line;
}
