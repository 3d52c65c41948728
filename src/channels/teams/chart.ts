/** Charts: their numbers are a table, which every client shows. */
import type { Chart, Inline, Table } from '../../document/nodes.js';

/** The numbers of a chart, a row a category. */
export function chartTable({ categories, series, unit }: Chart): Table {
  const point = (value: number | null | undefined): Inline[] => {
    if (value === undefined || value === null) return [];
    return [unit === undefined ? { type: 'number', value } : { type: 'number', value, unit }];
  };
  return {
    type: 'table',
    columns: [{ label: '' }, ...series.map(({ name }) => ({ label: name, align: 'end' as const }))],
    rows: categories.map((category, row) => [
      [{ type: 'text', value: category }],
      ...series.map(({ values }) => point(values[row])),
    ]),
  };
}
