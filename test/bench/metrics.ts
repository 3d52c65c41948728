/** The batch that the budgets of metrics speak of: 10,000 series of a request counter, each with labels of its own. */
import type { CounterPoint, MetricBatch } from '../../src/metric/model.js';

const methods = ['GET', 'POST', 'PUT', 'DELETE'];
const statuses = ['200', '201', '404', '500'];

const pointOf = (index: number): CounterPoint => ({
  attributes: {
    method: methods[index % 4] ?? '',
    path: `/api/v1/artists/${index % 2500}/albums`,
    status: statuses[(index >> 2) % 4] ?? '',
    instance: `edge-${index % 97}.example.com:9100`,
    region: `eu-${index % 7}`,
    shard: `${index}`,
  },
  value: index * 1.37 + (index % 10) / 10,
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
