/** Answers a scrape: the metrics of a service in the format that the scraper asks for, and what had to be left out. */
import { createFormatters } from 'channel-formatters';
import { counter, gauge, histogram, metricBatch } from 'channel-formatters/metric';

const { prometheus } = createFormatters({ tenantId: 'maison_carthage' });

const batch = metricBatch(
  [
    counter(
      'streams',
      [
        { attributes: { country: 'FR', plan: 'premium' }, value: 1_204_551 },
        { attributes: { country: 'TN', plan: 'free' }, value: 88_213 },
        { attributes: { country: 'TN', plan: 'free' }, value: -1 },
      ],
      { help: 'Streams of 30 seconds or more' },
    ),
    gauge('royalties.queue.age', [{ attributes: { tenant: 'somebody else' }, value: 312.5 }], { unit: 's' }),
    histogram(
      'start.latency',
      [{ count: 17, sum: 4.25, buckets: [{ le: 0.05, count: 3 }, { le: 0.1, count: 8 }, { le: 1, count: 16 }] }],
      { unit: 's' },
    ),
  ],
  { 'service.name': 'edge' },
); // biome-ignore format: buckets in one line

// In a service: the header of the request, and response.setHeader('Content-Type', contentType).end(body).
const accept = 'application/openmetrics-text;version=1.0.0;escaping=underscores;q=0.5,text/plain;version=0.0.4;q=0.2';
const { payload, diagnostics } = prometheus.format(batch, { accept });

console.log(`Content-Type: ${payload.contentType}\n\n${payload.body}`);
for (const { code, path, message } of diagnostics) console.error(`${code} ${path}: ${message}`);
