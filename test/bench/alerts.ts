/** The alerts that the budgets speak of. Each index gives another alert, parsed from JSON as it comes off a queue. */
import type { Alert } from '../../src/domains/alert/schema.js';

const start = Date.UTC(2026, 10, 20, 9, 30);

const regions = ['eu-west-1', 'eu-north-1', 'us-east-1', 'ap-south-1'];

const offQueue = (alert: Alert): Alert => JSON.parse(JSON.stringify(alert));

/** 3 metrics, 3 labels, 2 tenants, 2 actions. */
export function typicalAlert(index: number): Alert {
  return offQueue({
    severity: 'critical',
    title: `Stream start-up latency over budget in cell ${index}`,
    description: 'The 99th percentile of stream start-up latency is over its budget in two regions.',
    source: 'edge-gateway',
    component: 'stream-start',
    environment: 'production',
    startedAt: start + index * 1000,
    metrics: {
      'start-up latency': {
        value: 2345.5 + index,
        unit: 'ms',
        threshold: 2000,
        previous: 1200 + index,
        polarity: 'lower',
      },
      'failed starts': { value: 4.2 + (index % 10) / 10, unit: '%', threshold: 1, polarity: 'lower' },
      'requests a second': 12_345 + index,
    },
    labels: { cluster: `edge-${index % 9}`, pod: `gateway-${index}`, region: regions[index % 4] ?? '' },
    affectedTenants: ['label_42', 'label_77'],
    actions: [
      { id: 'acknowledge', kind: 'acknowledge', label: 'Acknowledge', style: 'primary' },
      { id: 'runbook', kind: 'link', label: 'Open runbook', url: 'https://runbooks.example.com/stream/latency' },
    ],
  });
}

const sentence =
  'Listeners wait for the first second of audio longer than the budget allows, mostly on mobile networks. ';

const labelNames = [
  'alertname', 'app', 'az', 'build', 'cell', 'cloud', 'cluster', 'container', 'deployment', 'endpoint',
  'instance', 'job', 'namespace', 'node', 'owner', 'pod', 'region', 'release', 'service', 'team',
]; // biome-ignore format: one list

/** 8 metrics, 20 labels, 4 actions, 2 images, a description of 600 characters. */
export function complexAlert(index: number): Alert {
  const metrics: NonNullable<Alert['metrics']> = {};
  for (let metric = 0; metric < 8; metric++) {
    metrics[`latency of stage ${metric + 1}`] = {
      value: 120.5 * (metric + 1) + index,
      unit: metric % 2 === 0 ? 'ms' : '%',
      threshold: 100 * (metric + 1),
      previous: 110 * (metric + 1) + (index % 50),
      polarity: 'lower',
    };
  }
  const labels: Record<string, string> = {};
  for (const name of labelNames) labels[name] = `${name}-${index % 97}`;
  return offQueue({
    severity: 'critical',
    title: `Stream start-up latency over budget in cell ${index}`,
    description: sentence.repeat(6).slice(0, 600),
    source: 'edge-gateway',
    component: 'stream-start',
    environment: 'production',
    startedAt: start + index * 1000,
    metrics,
    labels,
    affectedTenants: ['label_42', 'label_77'],
    actions: [
      { id: 'acknowledge', kind: 'acknowledge', label: 'Acknowledge', style: 'primary' },
      { id: 'silence', kind: 'silence', label: 'Silence for an hour', value: `cell-${index}` },
      { id: 'runbook', kind: 'link', label: 'Open runbook', url: `https://runbooks.example.com/stream/${index}` },
      { id: 'dashboard', kind: 'link', label: 'Open dashboard', url: `https://dash.example.com/d/edge?cell=${index}` },
    ],
    images: [
      { url: `https://images.example.com/latency/${index}.png`, alt: 'Latency over the last hour' },
      { url: `https://images.example.com/errors/${index}.png`, alt: 'Errors over the last hour' },
    ],
  });
}
