/** The values of a chart as what channels can print: one inline each, all of them as a table, and its marks as facts. */
import { plainDecimal } from '../kernel/decimal.js';
import type { Chart, Fact, Inline, Table } from './nodes.js';

/** Stands for a category without a name. */
const noName = '–';

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

/** The lines and marks across a chart, each with its value or category, for those who do not see where they stand. */
export function chartMarks(chart: Chart): Fact[] {
  return (chart.annotations ?? []).map((annotation) => {
    const { label } = annotation;
    if ('value' in annotation) return { label, value: [chartValue(chart, annotation.value)] };
    return { label, value: [{ type: 'text', value: chart.categories[annotation.category] || noName }] };
  });
}
