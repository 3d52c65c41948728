/** Alert to SMS. The budget is 10 microseconds for an alert whose message has about 300 characters. */
import type { Alert } from '../../src/domains/alert/schema.js';
import { segmentSms } from '../../src/formatters/sms.js';
import { createFormatters } from '../../src/index.js';
import { compare, print } from './rounds.js';

const inputs = 500;

/** What an alert that is meant for phones holds. Each index gives another one, parsed from JSON as it comes off a queue. */
function shortAlert(index: number): Alert {
  return JSON.parse(
    JSON.stringify({
      severity: 'critical',
      title: `Stream start-up latency over budget in cell ${index}`,
      description:
        'The 99th percentile of stream start-up latency is over its budget in two regions since this morning.',
      source: 'edge-gateway',
      startedAt: Date.UTC(2026, 10, 20, 9, 30) + index * 1000,
      metrics: { 'start-up latency': { value: 2345.5 + index, unit: 'ms', threshold: 2000, polarity: 'lower' } },
      links: [{ url: 'https://runbooks.example.com/stream/latency', kind: 'runbook' }],
    } satisfies Alert),
  );
}

/** Runs the whole comparison. */
export function benchSms(): void {
  for (const locale of ['en', 'fr-FR', 'ar']) {
    const { sms } = createFormatters({
      tenantId: 'bench',
      locale,
      timeZone: 'Europe/Paris',
      channels: { sms: { from: '+33644000001', maxSegments: 5 } },
    });
    const alerts = Array.from({ length: inputs }, (_value, index) => shortAlert(index));
    const at = (index: number): Alert => alerts[index] ?? shortAlert(index);
    const options = { to: '+33612345678' };
    const payloads = alerts.map((alert) => sms.format(alert, options).payload);
    const bodies = payloads.map(({ body }) => body);
    const floor = 'floor: JSON.stringify of the payload';
    const timings = compare(
      [
        { name: floor, run: (index) => JSON.stringify(payloads[index]) },
        { name: 'format', run: (index) => sms.format(at(index), options) },
        { name: 'segmentSms of the body', run: (index) => segmentSms(bodies[index] ?? '') },
      ],
      inputs,
    );
    print(`alert to SMS, ${locale}, ${bodies[0]?.length} characters`, timings, floor);
  }
}
