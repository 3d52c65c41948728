import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../../src/domains/alert/schema.js';
import { createFormatters, type PagerDutyTriggerPayload } from '../../src/index.js';
import { walkValues } from '../contract/values.js';
import { hasInjectionSamples, injectionSamples } from '../support/injection-samples.js';
import { tries } from '../support/runs.js';
import { visibleText } from './arbitraries/text.js';

const { pagerduty } = createFormatters({
  tenantId: 'label_42',
  channels: {
    pagerduty: { routingKey: 'e0000000000000000000000000000001', client: 'Alerts', clientUrl: 'https://x.example/' },
  },
});

const base: Alert = {
  severity: 'critical',
  title: 'Stream latency over 2 s',
  description: 'Listeners in Europe wait.',
  source: 'edge-gateway',
  component: 'player',
  environment: 'production',
  startedAt: '2026-11-20T09:30:00Z',
  metrics: { latency: { value: 2.4, unit: 's', threshold: 2 } },
  labels: { region: 'eu-west-1' },
  affectedTenants: ['label_42'],
  actionRequired: 'Call the network provider.',
  actions: [{ id: 'go', label: 'Open', kind: 'link', url: 'https://dash.example.com/' }],
  links: [{ url: 'https://runbooks.example.com/latency', label: 'Runbook' }],
  images: [{ url: 'https://x.example/latency.png', alt: 'Latency since nine' }],
  fingerprint: 'inc-1',
};

/** Everything of an event but its texts: members, links, images, key, severity, time, client, figures. */
function structureOf({ payload, ...event }: PagerDutyTriggerPayload): unknown {
  const shape = [...walkValues(payload)].map(
    ({ path, value }) => `${path} ${typeof value === 'number' ? value : typeof value}`,
  );
  return {
    ...event,
    links: event.links?.map(({ href }) => href),
    images: event.images?.map(({ src }) => src),
    severity: payload.severity,
    timestamp: payload.timestamp,
    shape: shape.sort(),
  };
}

const structure = (alert: Alert): unknown => structureOf(pagerduty.format(alert, { event: 'trigger' }).payload);

const fields: readonly (readonly [name: string, put: (text: string) => Alert])[] = [
  ['title', (title) => ({ ...base, title })],
  ['description', (description) => ({ ...base, description })],
  ['source', (source) => ({ ...base, source })],
  ['component', (component) => ({ ...base, component })],
  ['environment', (environment) => ({ ...base, environment })],
  ['unit of a metric', (unit) => ({ ...base, metrics: { latency: { value: 2.4, unit, threshold: 2 } } })],
  ['value of a label', (region) => ({ ...base, labels: { region } })],
  ['affected tenant', (tenant) => ({ ...base, affectedTenants: [tenant] })],
  ['action required', (actionRequired) => ({ ...base, actionRequired })],
  ['label of a link', (label) => ({ ...base, links: [{ url: 'https://runbooks.example.com/latency', label }] })],
  [
    'label of an action',
    (label) => ({ ...base, actions: [{ id: 'go', label, kind: 'link', url: 'https://dash.example.com/' }] }),
  ],
  ['description of an image', (alt) => ({ ...base, images: [{ url: 'https://x.example/latency.png', alt }] })],
];

describe('whatever text stands in a field, only texts of the event change', { timeout: 60_000 }, () => {
  it.each(fields)('%s', (_name, put) => {
    const expected = structure(put('x'));
    fc.assert(
      fc.property(visibleText(300), (text) => {
        expect(structure(put(text))).toEqual(expected);
      }),
      tries(60),
    );
  });

  it.skipIf(!hasInjectionSamples).each(fields)('%s, with hostile texts from the field', (_name, put) => {
    const expected = structure(put('x'));
    for (const [id, sample] of injectionSamples)
      expect(structure(put(`x${sample}`.slice(0, 400))), id).toEqual(expected);
  });
});

it('sees a change of structure', () => {
  for (const change of [{ links: [] }, { severity: 'info' }, { startedAt: 0 }, { labels: { pod: 'x' } }] as const) {
    expect(structure({ ...base, ...change })).not.toEqual(structure(base));
  }
});
