/** A report with a chart to Slack and Teams, drawn by the hosts and in numbers. The budget: 0.3 ms each, as a string. */
import type { Document } from '../../src/document/nodes.js';
import { createFormatters } from '../../src/index.js';
import { compare, print } from './rounds.js';

const inputs = 50;
const day = 86_400_000;
const floor = 'floor: JSON.stringify of the document';

/** Eight key figures, a chart of ninety days, a table of twenty rows. No two are alike. */
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
    {
      type: 'chart',
      kind: 'line',
      title: 'Plays a day',
      alt: 'The lowest value is 7,200 (Aug 12), the highest 13,400 (Oct 3).',
      categories: Array.from({ length: 90 }, (_, index) => `Day ${index + 1}`),
      series: [
        {
          name: 'Plays',
          values: Array.from({ length: 90 }, (_, index) => 10_000 + ((index * 7919 + seed * 31) % 997)),
        },
      ],
      times: Array.from({ length: 90 }, (_, index) => 1_790_035_200_000 + index * day),
    },
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

/** Runs the comparison. */
export function benchReportChannels(): void {
  const documents = Array.from({ length: inputs }, (_, seed) => reportOf(seed));
  const at = (index: number): Document => documents[index] ?? reportOf(index);
  for (const locale of ['en', 'ar']) {
    const tenant = { tenantId: 'bench', locale };
    const numbers = createFormatters({ ...tenant, channels: { teams: { charts: 'table' } } });
    const drawn = createFormatters({ ...tenant, channels: { slack: { charts: 'native', tables: 'data' } } });
    const tasks = [
      { name: floor, run: (index: number) => JSON.stringify(at(index)) },
      { name: 'Slack, in numbers', run: (index: number) => JSON.stringify(numbers.slack.format(at(index)).payload) },
      { name: 'Slack, drawn', run: (index: number) => JSON.stringify(drawn.slack.format(at(index)).payload) },
      { name: 'Teams, in numbers', run: (index: number) => JSON.stringify(numbers.teams.format(at(index)).payload) },
      { name: 'Teams, drawn', run: (index: number) => JSON.stringify(drawn.teams.format(at(index)).payload) },
    ];
    print(`a report with a chart of 90 days, ${locale}`, compare(tasks, inputs), floor);
  }
}
