/** The values of a chart as what channels can print: one inline each, or all of them as a table. */
import { plainDecimal } from '../kernel/decimal.js';
import type { Chart, Inline, Table } from './nodes.js';

/** How the values of a chart are to be printed. */
export type ChartUnit = Pick<Chart, 'unit' | 'style' | 'currency'>;

/** Makes an inline of a value: an amount of money, a ratio in percent, a number with its unit. */
export function chartValue({ unit, style, currency }: ChartUnit, value: number): Inline {
  if (currency !== undefined) return { type: 'money', amount: plainDecimal(value), currency };
  if (style === 'percent') return { type: 'number', value, style };
  return unit === undefined ? { type: 'number', value } : { type: 'number', value, unit };
}

/** The numbers of a chart: a row a category, a column a series. Gaps are empty cells. */
export function chartTable(chart: Chart): Table {
  const { categories, series } = chart;
  return {
    type: 'table',
    columns: [{ label: '' }, ...series.map(({ name }) => ({ label: name, align: 'end' as const }))],
    rows: categories.map((category, row) => [
      category === '' ? [] : [{ type: 'text', value: category }],
      ...series.map(({ values }): Inline[] => {
        const value = values[row];
        return typeof value === 'number' ? [chartValue(chart, value)] : [];
      }),
    ]),
  };
}
