import { describe, expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { fromPagerDuty } from '../../src/sources/pagerduty.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { realInput } from '../support/real-inputs.js';

const occurredAt = Date.UTC(2026, 10, 20, 9, 35, 0, 123);

const incident = {
  id: 'PT4KHLK',
  type: 'incident',
  html_url: 'https://label42.pagerduty.com/incidents/PT4KHLK',
  number: 9,
  status: 'triggered',
  incident_key: 'edge-gateway/latency',
  created_at: '2026-11-20T09:30:00Z',
  title: 'Stream latency over 2 s',
  service: { id: 'P1', type: 'service_reference', summary: 'edge-gateway' },
  assignees: [{ summary: 'On call 1' }, { summary: null }, { summary: 'On call 2' }],
  escalation_policy: { summary: 'Default' },
  teams: [{ summary: 'Edge' }],
  priority: { summary: 'P1' },
  urgency: 'high',
  conference_bridge: { conference_url: 'https://meet.example.com/1' },
  resolve_reason: null,
};

const webhook = (data: unknown, event_type = 'incident.triggered') => ({
  event: {
    id: '01',
    event_type,
    resource_type: 'incident',
    occurred_at: '2026-11-20T09:35:00.123Z',
    agent: null,
    client: null,
    data,
  },
});

const read = (given: object) => {
  const diagnostics: Diagnostic[] = [];
  const [alert] = fromPagerDuty(webhook({ ...incident, ...given }), diagnostics);
  return { alert, diagnostics };
};

describe('a webhook of PagerDuty', () => {
  it('becomes an alert', () => {
    const diagnostics: Diagnostic[] = [];
    expect(fromPagerDuty(deepFreeze(webhook(incident)), diagnostics)).toEqual([
      {
        severity: 'critical',
        status: 'firing',
        title: 'Stream latency over 2 s',
        source: 'edge-gateway',
        startedAt: Date.UTC(2026, 10, 20, 9, 30),
        labels: {
          incident: '9',
          priority: 'P1',
          'escalation policy': 'Default',
          assignees: 'On call 1, On call 2',
          teams: 'Edge',
        },
        links: [
          { url: 'https://label42.pagerduty.com/incidents/PT4KHLK', label: 'PagerDuty' },
          { url: 'https://meet.example.com/1' },
        ],
        fingerprint: 'edge-gateway/latency',
      },
    ]);
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ['triggered', 'firing'],
    ['acknowledged', 'acknowledged'],
    ['resolved', 'resolved'],
    ['a word of next year', 'firing'],
  ])('with the status %s is %s, under one fingerprint', (status, expected) => {
    expect(read({ status }).alert).toMatchObject({ status: expected, fingerprint: 'edge-gateway/latency' });
  });

  it('has the key of the event that opened the incident', () => {
    const { pagerduty } = createFormatters({ tenantId: 't' });
    const { dedup_key } = pagerduty.format({ severity: 'info', title: 't', source: 's', startedAt: 0 }).payload;
    expect(pagerduty.format(read({ incident_key: dedup_key }).alert as never).payload.dedup_key).toBe(dedup_key);
    expect(read({ incident_key: null }).alert?.fingerprint).toBe('PT4KHLK');
  });

  it.each<[object | null, string | null, string]>([
    [{ summary: 'P2' }, 'low', 'error'],
    [{ summary: 'SEV-3' }, 'high', 'warning'],
    [{ summary: 'Whenever' }, 'low', 'warning'],
    [null, 'high', 'error'],
    [null, 'low', 'warning'],
    [null, null, 'error'],
  ])('with priority %j and urgency %s is %s', (priority, urgency, severity) => {
    expect(read({ priority, urgency }).alert?.severity).toBe(severity);
  });

  it('ends when it says so, or else when the event happened', () => {
    expect(read({ status: 'resolved', resolved_at: '2026-11-20T09:34:00Z' }).alert?.endedAt).toBe(
      Date.UTC(2026, 10, 20, 9, 34),
    );
    expect(read({ status: 'resolved' }).alert?.endedAt).toBe(occurredAt);
    expect(read({}).alert).not.toHaveProperty('endedAt');
  });

  it('says that nobody told when it began', () => {
    const { alert, diagnostics } = read({ status: 'acknowledged', created_at: null });
    expect(alert?.startedAt).toBe(occurredAt);
    expect(diagnostics).toMatchObject([{ code: 'fallback', path: 'event.occurred_at' }]);
  });

  it('needs few members', () => {
    const data = { type: 'incident', id: 'P1', title: 'T', status: 'triggered' };
    expect(fromPagerDuty(webhook(data))).toEqual([
      {
        severity: 'error',
        status: 'firing',
        title: 'T',
        source: 'PagerDuty',
        startedAt: occurredAt,
        fingerprint: 'P1',
      },
    ]);
  });

  it.each([
    ['incident.annotated', { type: 'incident_note', content: 'hunter2' }],
    ['incident.responder.added', { type: 'incident_responder' }],
    ['service.updated', { type: 'service', id: 'P1' }],
    ['pagey.ping', { type: 'ping', message: 'Hello' }],
  ])('about something else gives no alert, and is reported: %s', (type, data) => {
    const diagnostics: Diagnostic[] = [];
    expect(fromPagerDuty(webhook(data, type), diagnostics)).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'dropped', severity: 'info', path: 'event' }]);
  });

  it.each<[string, unknown, string[]]>([
    ['nothing', undefined, ['']],
    ['a text', 'hunter2', ['']],
    ['a webhook of version 2', { messages: [] }, ['event']],
    [
      'an event without data',
      { event: { event_type: 'incident.triggered', occurred_at: 'hunter2' } },
      ['event.data', 'event.occurred_at'],
    ],
    [
      'an incident with several mistakes',
      webhook({ type: 'incident', id: 5, status: 'triggered', service: 'hunter2', created_at: 'hunter2' }),
      ['event.data.created_at', 'event.data.id', 'event.data.service', 'event.data.title'],
    ],
  ])('is refused if it is %s', (_what, input, paths) => {
    let thrown: unknown;
    try {
      fromPagerDuty(input);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code: 'ERR_INPUT_INVALID', formatter: 'sources/pagerduty' });
    expect((thrown as { issues: { path: string }[] }).issues.map(({ path }) => path).sort()).toEqual(paths);
    expect(String(thrown)).not.toContain('hunter2');
  });
});

const recorded = realInput('pagerduty-webhook-v3-triggered.json');

it.skipIf(recorded === undefined)('reads a webhook recorded in the field, and every channel takes it', () => {
  const diagnostics: Diagnostic[] = [];
  const alerts = fromPagerDuty(recorded, diagnostics);
  expect(alerts).toMatchObject([
    {
      severity: 'error',
      status: 'firing',
      title: 'Test Incident 3',
      source: 'pig208',
      startedAt: Date.UTC(2021, 5, 4, 13, 35, 29, 781),
      fingerprint: 'PFQZPSY',
    },
  ]);
  expect(diagnostics).toEqual([]);
  const { slack, pagerduty } = createFormatters({ tenantId: 't' });
  expect([...slack.formatMany(alerts), ...pagerduty.formatMany(alerts)].map(({ ok }) => ok)).toEqual([true, true]);
});
