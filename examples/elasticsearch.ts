/** Writes metrics to Elasticsearch: first the template of a time series, then the documents, request by request. */
import type { estypes } from '@elastic/elasticsearch';
import { createFormatters, type ElasticsearchPayload } from 'channel-formatters';
import { counter, gauge, histogram, metricBatch } from 'channel-formatters/metric';

const { elasticsearch } = createFormatters({
  tenantId: 'maison_carthage',
  channels: { elasticsearch: { target: 'tsds', dataset: 'ledger', namespace: 'eu' } },
});

// In a service: await client.indices.putIndexTemplate(template).
function putTemplate(template: estypes.IndicesPutIndexTemplateRequest): void {
  console.log(JSON.stringify(template, null, 2));
}

// In a service: await client.bulk({ operations }), or a request of one's own with `ndjson` as its body.
function send({ operations, ndjson }: ElasticsearchPayload): void {
  console.log(`# ${operations.length / 2} documents\n${ndjson}`);
}

const timestamp = Date.UTC(2026, 10, 20, 10);

const batch = metricBatch(
  [
    counter('streams', [{ attributes: { country: 'FR', tenant: 'forged' }, value: 9_007_199_254_740_993n, timestamp }]),
    gauge('queue.depth', [
      { attributes: { path: 'C:\\ledger\\' }, value: 312, timestamp },
      { attributes: { path: '/ledger' }, value: Number.NaN, timestamp },
    ]),
    histogram(
      'start.latency',
      [
        {
          count: 17,
          sum: 4.25,
          buckets: [
            { le: 0.1, count: 8 },
            { le: 1, count: 16 },
          ],
          timestamp,
        },
      ],
      { unit: 's' },
    ),
  ],
  { 'service.name': 'ledger', region: 'eu-west-1' },
);

putTemplate(elasticsearch.indexTemplate(batch).template);

const { payload, followUps, diagnostics } = elasticsearch.format(batch);
for (const part of [payload, ...followUps]) send(part);
for (const { code, path, message } of diagnostics) console.error(`${code} ${path}: ${message}`);
