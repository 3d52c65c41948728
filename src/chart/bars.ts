/** A chart as bars that begin at zero: plain data for tables in pages and mails, where nothing can be drawn. */
import type { Chart } from '../document/nodes.js';

/** A part of a bar. All lengths are shares of the whole width, from 0 to 1. */
export type BarSegment = {
  /** The index of the series. */
  readonly series: number;
  /** How far from the start of the row it begins. */
  readonly start: number;
  readonly fraction: number;
  readonly isNegative: boolean;
};

export type BarRow = {
  readonly label: string;
  /** The name of the series, where each has a row of its own. */
  readonly name?: string;
  /** In the order in which they stand, without overlap. */
  readonly segments: readonly BarSegment[];
  /** What the whole bar stands for; `null` is a gap, and no bar of length zero. */
  readonly value: number | null;
  readonly isProvisional: boolean;
};

export type Bars = {
  /** Where zero stands, as a share of the width: 0 where no value is negative. */
  readonly zero: number;
  readonly rows: readonly BarRow[];
};

type Part = { readonly series: number; readonly value: number };
type Row = Omit<BarRow, 'segments' | 'value'> & { readonly parts: readonly Part[] };

function stackedRows({ categories, series }: Chart): Row[] {
  return categories.map((label, at) => ({
    label,
    parts: series.flatMap(({ values }, index): Part[] => {
      const value = values[at];
      return typeof value === 'number' ? [{ series: index, value }] : [];
    }),
    isProvisional: series.some(({ provisionalFrom }) => provisionalFrom !== undefined && at >= provisionalFrom),
  }));
}

function singleRows({ categories, series }: Chart): Row[] {
  return categories.flatMap((label, at) =>
    series.map(({ name, values, provisionalFrom }, index): Row => {
      const value = values[at];
      return {
        label,
        ...(series.length > 1 && { name }),
        parts: typeof value === 'number' ? [{ series: index, value }] : [],
        isProvisional: provisionalFrom !== undefined && at >= provisionalFrom,
      };
    }),
  );
}

/** How far the parts of a row reach below and above zero, in units that no sum of values can leave. */
function reach(parts: readonly Part[], unit: number): { below: number; above: number } {
  let below = 0;
  let above = 0;
  for (const { value } of parts) {
    if (value < 0) below -= value / unit;
    else above += value / unit;
  }
  return { below, above };
}

/** The largest magnitude, at least so large that dividing by it gives a number. */
function unitOf({ series, domain }: Chart): number {
  let unit = domain === undefined ? 0 : Math.max(Math.abs(domain.min), Math.abs(domain.max));
  for (const { values } of series) {
    for (const value of values) if (value !== null && Math.abs(value) > unit) unit = Math.abs(value);
  }
  return unit === 0 ? 1 : unit;
}

/** Below zero the parts grow towards the start, above it towards the end, so that both keep the order of the series. */
function segmentsOf(parts: readonly Part[], unit: number, zero: number, width: number): BarSegment[] {
  const below: BarSegment[] = [];
  const above: BarSegment[] = [];
  let low = zero;
  let high = zero;
  for (const { series, value } of parts) {
    const fraction = Math.abs(value) / unit / width;
    if (fraction === 0) continue;
    if (value < 0) {
      low = Math.max(0, low - fraction);
      below.unshift({ series, start: low, fraction, isNegative: true });
    } else {
      above.push({ series, start: high, fraction, isNegative: false });
      high += fraction;
    }
  }
  return [...below, ...above];
}

/** The sum, or `null` for nothing to add; sums beyond the largest number are the largest number. */
function totalOf(parts: readonly Part[]): number | null {
  if (parts.length === 0) return null;
  const sum = parts.reduce((total, { value }) => total + value, 0);
  return Number.isFinite(sum) ? sum : Math.sign(sum) * Number.MAX_VALUE;
}

/** Makes bars of any chart: a row a category, or a row a category and series where parts do not add up. */
export function chartBars(chart: Chart): Bars {
  const rows = chart.kind === 'stackedBar' ? stackedRows(chart) : singleRows(chart);
  const unit = unitOf(chart);
  let below = Math.max(0, -(chart.domain?.min ?? 0) / unit);
  let above = Math.max(0, (chart.domain?.max ?? 0) / unit);
  for (const { parts } of rows) {
    const row = reach(parts, unit);
    below = Math.max(below, row.below);
    above = Math.max(above, row.above);
  }
  const width = below + above === 0 ? 1 : below + above;
  const zero = below / width;
  return {
    zero,
    rows: rows.map(({ parts, ...row }) => ({
      ...row,
      segments: segmentsOf(parts, unit, zero, width),
      value: totalOf(parts),
    })),
  };
}
