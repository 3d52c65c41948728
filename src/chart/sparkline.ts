/** Values as eight heights of a block character, for what is text and has a font. */
import type { Chart, ChartKind } from '../document/nodes.js';
import { extentOf } from './scale.js';
import { thinChart } from './thin.js';

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

/** Kinds whose values have an order that a shape can show. */
const shapedKinds: ReadonlySet<ChartKind> = new Set(['line', 'area', 'spark', 'waveform', 'bar']);

/** A line of them still fits on a narrow terminal. */
const maxPoints = 60;

/** The sparkline of a series; `name` only where there are several. */
export type NamedSparkline = { readonly name: string | undefined; readonly line: string };

/** Draws the series of a chart that have a shape: two values or more, in an order. */
export function sparklinesOf(chart: Chart): NamedSparkline[] {
  if (!shapedKinds.has(chart.kind)) return [];
  const { series } = thinChart(chart, maxPoints).chart;
  return series.flatMap(({ name, values }): NamedSparkline[] => {
    if (values.filter((value) => value !== null).length < 2) return [];
    return [{ name: series.length > 1 ? name : undefined, line: sparkline(values) }];
  });
}
