/** The batch that the budgets of metrics speak of: 10,000 series of a request counter, each with labels of its own. */
import type { CounterPoint, MetricBatch } from '../../src/metric/model.js';

const methods = ['GET', 'POST', 'PUT', 'DELETE'];
const statuses = ['200', '201', '404', '500'];

const pointOf = (index: number): CounterPoint => ({
  attributes: {
    method: methods[index % 4] ?? '',
    route: `/api/v1/artists/:id/albums/${index % 2500}`,
    status: statuses[(index >> 2) % 4] ?? '',
    instance: `edge-${index}.example.com`,
  },
  value: index * 1.37 + (index % 10) / 10,
  timestamp: Date.UTC(2026, 10, 20) + index,
});

/** Parsed from JSON, as it comes off a queue. */
export const manySeries = (count = 10_000): MetricBatch =>
  JSON.parse(
    JSON.stringify({
      metrics: [
        {
          kind: 'counter',
          name: 'http_requests_total',
          help: 'Requests by method, path and status',
          points: Array.from({ length: count }, (_value, index) => pointOf(index)),
        },
      ],
    }),
  );
