/**
 * Charts as pictures and in mails. The budgets: 25 ms for 1200 by 320 pixels, half a millisecond for a sparkline, and less than
 * one for a report as a mail, whose 90 points become bars.
 */
import { chartPng } from '../../src/chart/png.js';
import type { Chart, ChartKind, Document } from '../../src/document/nodes.js';
import { createFormatters } from '../../src/index.js';
import { compare, print } from './rounds.js';

const inputs = 20;
const floor = 'floor: JSON.stringify of the chart';

/** A chart of so many days, which differs from all others. */
const chartOf = (kind: ChartKind, days: number, seed: number): Chart => ({
  type: 'chart',
  kind,
  title: 'Plays a day',
  alt: 'Line chart: Plays a day. The lowest value is 7,200 (Aug 12), the highest 13,400 (Oct 3).',
  categories: Array.from({ length: days }, (_, day) => `Day ${day + 1}`),
  series: [
    {
      name: 'Plays',
      values: Array.from({ length: days }, (_, day) =>
        Math.round(10_000 + 2500 * Math.sin((day + seed) / 9) + ((day * 7919 + seed * 31) % 997)),
      ),
      provisionalFrom: days - 3,
    },
  ],
  times: Array.from({ length: days }, (_, day) => 1_795_167_000_000 + day * 86_400_000),
});

/** A report: eight key figures, a chart of 90 days, a table of 20 rows. */
const reportOf = (seed: number): Document => ({
  type: 'document',
  locale: 'en',
  dir: 'ltr',
  title: `Weekly report ${seed}`,
  meta: {},
  children: [
    {
      type: 'kpis',
      items: Array.from({ length: 8 }, (_, index) => ({
        label: `Figure ${index}`,
        value: { type: 'number', value: 1000 * index + seed },
        delta: { type: 'number', value: 0.12 + index / 100, style: 'percent', sign: 'always' },
        direction: 'up',
        assessment: 'good',
      })),
    },
    chartOf('line', 90, seed),
    {
      type: 'table',
      columns: [{ label: 'City' }, { label: 'Plays', align: 'end' }, { label: 'Share', align: 'end' }],
      rows: Array.from({ length: 20 }, (_, row) => [
        [{ type: 'text', value: `City ${row}` }],
        [{ type: 'number', value: 48_210 - row * 997 - seed }],
        [{ type: 'number', value: 0.4 / (row + 1), style: 'percent' }],
      ]),
    },
  ],
});

/** Prints the cost of pictures, and of charts in mails. */
export function benchChartImages(): void {
  for (const [kind, days, widthPx, heightPx] of [
    ['line', 90, 1200, 320],
    ['spark', 30, 240, 48],
  ] as const) {
    const charts = Array.from({ length: inputs }, (_, seed) => chartOf(kind, days, seed));
    const tasks = [
      { name: floor, run: (index: number) => JSON.stringify(charts[index]) },
      {
        name: 'chartPng',
        run: (index: number) => chartPng(charts[index] ?? chartOf(kind, days, index), { widthPx, heightPx }),
      },
    ];
    const bytes = chartPng(chartOf(kind, days, 1), { widthPx, heightPx }).length;
    print(
      `${kind} of ${days} points, ${widthPx} x ${heightPx} pixels, ${bytes} bytes of PNG`,
      compare(tasks, inputs, 15),
      floor,
    );
  }
  const { email } = createFormatters({ tenantId: 'bench' });
  const reports = Array.from({ length: 200 }, (_, seed) => reportOf(seed));
  const payloads = reports.map((report) => email.format(report).payload);
  const reportFloor = 'floor: JSON.stringify of the payload';
  const format = (charts: 'bars' | 'table') => (index: number) =>
    email.format(reports[index] ?? reportOf(index), { charts });
  const tasks = [
    { name: reportFloor, run: (index: number) => JSON.stringify(payloads[index]) },
    { name: 'format, chart as bars', run: format('bars') },
    { name: 'format, chart as a table', run: format('table') },
  ];
  const bytes = Buffer.byteLength(payloads[0]?.html ?? '');
  print(
    `report with a chart of 90 points to mail, ${bytes} bytes of HTML`,
    compare(tasks, reports.length),
    reportFloor,
  );
}
