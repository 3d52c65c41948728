import { describe, expect, it } from 'vitest';
import { type Alert, createFormatters } from '../../src/index.js';

const formatters = createFormatters({
  tenantId: 'label_42',
  locale: 'en',
  actions: { key: 'a key of this test, 32 bytes long' },
});

const firing: Alert = {
  severity: 'critical',
  title: 'Stream latency over 2 s',
  source: 'edge-gateway',
  startedAt: '2026-11-20T09:30:00Z',
  labels: { region: 'eu' },
  links: [{ url: 'https://runbooks.example.com/latency', kind: 'runbook' }],
  actions: [
    { id: 'ack', label: 'Take over', kind: 'acknowledge' },
    { id: 'close', label: 'Close', kind: 'resolve' },
  ],
};
const states: readonly Alert[] = [
  firing,
  { ...firing, status: 'acknowledged' },
  { ...firing, status: 'resolved', endedAt: '2026-11-20T10:05:00Z' },
];

const distinct = (values: readonly unknown[]) => new Set(values.map((value) => JSON.stringify(value))).size;
const routingKey = 'f00dfeedf00dfeedf00dfeedf00dfeed';

describe('an alert that fires, is taken over and is resolved', () => {
  it('is one message in Slack: the first is updated, the states are replies to it', () => {
    const payloads = states.map((state) => formatters.slack.format(state).payload);
    const fingerprints = payloads.map(({ metadata }) => metadata?.event_payload['fingerprint']);
    expect(distinct(fingerprints)).toBe(1);
    expect(payloads.map(({ text }) => text.split(':')[0])).toEqual([
      'Critical',
      'Acknowledged (Critical)',
      'Resolved (Critical)',
    ]);
    // `chat.update` replaces what it is given: an update without blocks or attachments would leave the old ones.
    for (const payload of payloads) expect(Object.keys(payload).sort()).toEqual(Object.keys(payloads[0] ?? {}).sort());
    const reply = formatters.slack.format(states[2] ?? firing, { threadTs: '1795167000.000100', replyBroadcast: true });
    expect(reply.payload).toMatchObject({ thread_ts: '1795167000.000100', reply_broadcast: true });
    expect(JSON.stringify(payloads[0])).toContain('Take over');
    expect(JSON.stringify(payloads[1])).not.toContain('Take over');
    expect(JSON.stringify(payloads[2])).not.toContain('Close');
  });

  it('is one conversation in a mailbox', () => {
    const payloads = states.map((state) => formatters.email.format(state).payload);
    expect(distinct(payloads.map(({ messageId }) => messageId))).toBe(3);
    expect(distinct(payloads.map(({ references }) => references))).toBe(1);
  });

  it('is one incident in PagerDuty', () => {
    const payloads = states.map((state) => formatters.pagerduty.format(state, { routingKey }).payload);
    expect(payloads.map((payload) => 'event_action' in payload && payload.event_action)).toEqual([
      'trigger',
      'acknowledge',
      'resolve',
    ]);
    expect(distinct(payloads.map((payload) => 'dedup_key' in payload && payload.dedup_key))).toBe(1);
  });

  it('is three cards in Teams, each of which says what it is about and how it stands', () => {
    const texts = states.map((state) => JSON.stringify(formatters.teams.format(state).payload));
    expect(texts[0]).toContain('Critical: Stream latency');
    expect(texts[1]).toContain('Acknowledged (Critical): Stream latency');
    expect(texts[2]).toContain('Resolved (Critical): Stream latency');
  });

  it('is three short texts on a phone', () => {
    const bodies = states.map((state) => formatters.sms.format(state, { to: '+21671123456' }).payload);
    expect(bodies.map(({ body }) => body.split(':')[0])).toEqual([
      'Critical',
      'Acknowledged (Critical)',
      'Resolved (Critical)',
    ]);
    expect(bodies[2]?.segments).toHaveLength(1);
    // The same code in every state; gone with the action.
    const code = /Reply (\w{4}): Take over/.exec(bodies[0]?.body ?? '')?.[1];
    expect(code).toMatch(/^\w{4}$/);
    expect(bodies[1]?.body).not.toContain(code ?? '');
  });

  it('has one fingerprint on all channels', () => {
    const slack = formatters.slack.format(firing).payload.metadata?.event_payload['fingerprint'];
    const pagerduty = formatters.pagerduty.format(firing, { routingKey }).payload;
    expect('dedup_key' in pagerduty && pagerduty.dedup_key).toBe(slack);
    const named = { ...firing, fingerprint: 'incident-7' };
    expect(formatters.slack.format(named).payload.metadata?.event_payload['fingerprint']).toBe('incident-7');
    expect(formatters.pagerduty.format(named, { routingKey }).payload).toMatchObject({ dedup_key: 'incident-7' });
  });
});
