/** A heat map as shaded cells, each with its value. */

import { colorAt, paletteOf } from '../../chart/palette.js';
import { chartPrinter } from '../../chart/print.js';
import { extentOf } from '../../chart/scale.js';
import { contrastOf, minContrast } from '../../document/contrast.js';
import type { Chart } from '../../document/nodes.js';
import { type ChartHeatContext, chartHeatTemplate } from '../../generated/templates/email/chart-heat.js';
import type { Html } from '../../generated/templates/template.js';
import { createRender } from '../../template/runtime.js';
import { type EmailContext, orMark } from './context.js';
import { emailLimits } from './limits.js';
import { colors } from './tokens.js';

const print = /* @__PURE__ */ createRender(chartHeatTemplate);

type Cell = ChartHeatContext['rows'][number]['cells'][number];

const channels = [1, 3, 5] as const;

/** Mixes two colours given as `#RRGGBB`. */
function mixed(below: string, above: string, share: number): string {
  const mix = (at: number): string => {
    const [from, to] = [Number.parseInt(below.slice(at, at + 2), 16), Number.parseInt(above.slice(at, at + 2), 16)];
    return Math.round(from + (to - from) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channels.map(mix).join('')}`.toUpperCase();
}

const shades = 8;
const strength = { least: 0.08, most: 0.72 } as const;

/** Grounds from faint to deep; each as deep as its number can be read on. */
function groundsOf(color: string): string[] {
  return Array.from({ length: shades }, (_, shade) => {
    let share = strength.least + (shade / (shades - 1)) * (strength.most - strength.least);
    while (contrastOf(mixed(colors.card, color, share), colors.ink) < minContrast) share -= 0.02;
    return mixed(colors.card, color, share);
  });
}

const gap: Cell = { tone: 'cf-soft cf-muted', tint: colors.soft, ink: colors.muted, text: orMark('') };

/** Rows and columns change places where there are more columns than there is room for. */
function turned({ categories, series }: Chart): { rows: string[]; columns: string[]; values: (number | null)[][] } {
  const names = series.map(({ name }) => name);
  const values = series.map((one) => [...one.values]);
  if (categories.length <= emailLimits.heatColumns.max) return { rows: names, columns: [...categories], values };
  const columns = categories.map((_, at) => values.map((row) => row[at] ?? null));
  return { rows: [...categories], columns: names, values: columns };
}

/** Prints a heat map. */
export function printHeat(context: EmailContext, chart: Chart): Html {
  const { rows, columns, values } = turned(chart);
  const { min, max } = extentOf(chart.series) ?? { min: 0, max: 0 };
  const printer = chartPrinter(chart, context.localizer);
  const grounds = groundsOf(colorAt(paletteOf(context.render), 0));
  // Divided first: the difference of two numbers can be none.
  const unit = Math.max(Math.abs(min), Math.abs(max)) || 1;
  const span = max / unit - min / unit;
  const step = (span * unit) / 100 || unit / 100;
  const cellOf = (value: number | null): Cell => {
    if (value === null) return gap;
    const share = span === 0 ? 0.5 : (value / unit - min / unit) / span;
    const tint = grounds[Math.round(share * (shades - 1))] ?? colors.card;
    return { tone: '', tint, ink: colors.ink, text: printer.tick(value, step) };
  };
  const { dir, rtl } = context;
  return print(
    {
      dir,
      rtl,
      unit: printer.unit,
      columns: columns.map(orMark),
      rows: rows.map((label, row) => ({ label: orMark(label), cells: (values[row] ?? []).map(cellOf) })),
    },
    context.template,
  );
}
