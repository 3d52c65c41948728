import { describeContract } from './contract.js';
import { batches, invalidBatches, secret } from './metrics.js';

const platform = batches.at(-1) as object;

describeContract({
  id: 'grafana',
  inputs: [
    ...batches,
    {
      ...platform,
      title: 'Streaming',
      tags: ['edge'],
      alerts: [
        { metric: 'streams', below: 0.5, severity: 'critical' },
        { metric: 'start.latency', above: 0.5, quantile: 0.99, forSeconds: 60 },
      ],
    },
    {
      title: 'Royalties',
      panels: [
        { metric: 'royalties.queue', unit: 's', thresholds: [{ value: 60, severity: 'warning' }] },
        { metric: 'ingest', kind: 'stateset', width: 12 },
      ],
    },
  ],
  invalid: [
    ...invalidBatches,
    ['a panel without a metric', { panels: [{ title: secret }] }, ['panels.0.metric']],
    [
      'a severity that is none',
      { metrics: [], alerts: [{ metric: 'a', above: 1, severity: secret }] },
      ['alerts.0.severity'],
    ],
  ],
  secret,
  // The label of a legend, and the variable that holds the data source.
  ownSyntax: /\{\{\w+\}\}|\$\{datasource\}/g,
});
