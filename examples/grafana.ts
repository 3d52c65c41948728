/** A dashboard of what a service counts, and the alerts that go with it: `npm run example grafana`. */
import { createFormatters } from 'channel-formatters';
import { counter, gauge, histogram, metricBatch } from 'channel-formatters/metric';

const { grafana } = createFormatters({
  tenantId: 'maison_carthage',
  locale: 'fr-FR',
  timeZone: 'Africa/Tunis',
  channels: { grafana: { datasourceUid: 'mimir', folderUid: 'streaming', folder: 'Streaming' } },
});

const batch = metricBatch(
  [
    counter('streams', [{ attributes: { country: 'FR', plan: 'premium' }, value: 1_204_551 }], {
      help: 'Streams of 30 seconds or more',
    }),
    gauge('royalties.queue', [{ value: 312 }], { unit: 's', help: 'Age of the oldest entry' }),
    histogram('start.latency', [{ count: 17, sum: 4.25, buckets: [{ le: 0.1, count: 8 }] }], { unit: 's' }),
  ],
  { 'service.name': 'edge' },
);

const { payload, diagnostics } = grafana.format({
  ...batch,
  title: 'Streaming',
  tags: ['edge'],
  alerts: [
    { metric: 'streams', below: 0.5, severity: 'critical', forSeconds: 120 },
    { metric: 'start.latency', above: 0.5, quantile: 0.99 },
  ],
});

// In a service: POST /api/dashboards/db, and POST /api/v1/provisioning/alert-rules for each rule.
console.log(JSON.stringify({ dashboard: payload.dashboard, overwrite: true }, null, 2));
for (const rule of payload.alertRules) console.log(JSON.stringify(rule, null, 2));
for (const { code, path, message } of diagnostics) console.error(`${code} ${path}: ${message}`);
