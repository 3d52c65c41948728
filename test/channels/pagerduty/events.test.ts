import { describe, expect, it } from 'vitest';
import {
  type Alert,
  createFormatters,
  type Document,
  type PagerDutyTriggerPayload,
  type TenantConfig,
} from '../../../src/index.js';
import { pagerDutyProblems } from '../../support/pagerduty-rules.js';

const routingKey = 'e0000000000000000000000000000001';
const otherKey = 'e0000000000000000000000000000002';
const rulesetKey = 'R0000000000000000000000000000001';

const alert: Alert = {
  severity: 'critical',
  title: 'Stream latency over 2 s',
  source: 'edge-gateway',
  startedAt: '2026-11-20T10:30:00+01:00',
};

const create = (config: Partial<TenantConfig> = {}) => createFormatters({ tenantId: 'label_42', ...config }).pagerduty;
const settled = (options: NonNullable<TenantConfig['channels']>['pagerduty'], config: Partial<TenantConfig> = {}) =>
  create({ ...config, channels: { pagerduty: options ?? {} } });
const triggerOf = (input: Alert | Document, formatter = create()): PagerDutyTriggerPayload =>
  formatter.format(input, { event: 'trigger' }).payload;

const document: Document = {
  type: 'document',
  locale: 'en',
  dir: 'ltr',
  title: 'Weekly report',
  meta: {},
  children: [],
};

describe('an alert in each of its states', () => {
  it('triggers with all that the API has a place for', () => {
    const formatter = settled(
      { routingKey, clientUrl: 'https://alerts.example.com/' },
      { brand: { name: 'Label 42' } },
    );
    const { payload, followUps, diagnostics } = formatter.format({
      ...alert,
      component: 'stream-start',
      environment: 'production',
      labels: { region: 'eu-west-3' },
      links: [{ url: 'https://runbooks.example.com/latency', kind: 'runbook' }],
      images: [{ url: 'https://images.example.com/a.png', alt: 'Latency since nine' }],
    });
    expect(payload).toEqual({
      routing_key: routingKey,
      event_action: 'trigger',
      dedup_key: expect.stringMatching(/^[0-9a-f]{32}$/),
      payload: {
        summary: 'Critical: Stream latency over 2 s',
        source: 'edge-gateway',
        severity: 'critical',
        timestamp: '2026-11-20T09:30:00.000Z',
        component: 'stream-start',
        group: 'production',
        custom_details: {
          facts: {
            Status: 'Firing',
            Severity: 'Critical',
            Source: 'edge-gateway',
            Component: 'stream-start',
            Environment: 'production',
            Started: expect.stringContaining('Nov 20, 2026'),
          },
          labels: { region: 'eu-west-3' },
        },
      },
      images: [{ src: 'https://images.example.com/a.png', alt: 'Latency since nine' }],
      links: [{ href: 'https://runbooks.example.com/latency', text: 'Runbook' }],
      client: 'Label 42',
      client_url: 'https://alerts.example.com/',
    });
    expect([followUps, diagnostics]).toEqual([[], []]);
  });

  it.each([
    ['acknowledged', 'acknowledge'],
    ['resolved', 'resolve'],
  ] as const)('says nothing but its key when it is %s', (status, event_action) => {
    const formatter = settled({ routingKey });
    const { payload, diagnostics } = formatter.format({
      ...alert,
      status,
      description: 'x',
      links: [{ url: 'https://x.example/' }],
    });
    expect(payload).toEqual({ routing_key: routingKey, event_action, dedup_key: triggerOf(alert).dedup_key });
    expect(diagnostics).toMatchObject([{ code: 'dropped', severity: 'info', path: '' }]);
  });

  it.each([
    ['trigger', 'resolved'],
    ['acknowledge', 'firing'],
    ['resolve', 'firing'],
  ] as const)('does what the call says (%s) rather than its status (%s)', (event, status) => {
    expect(create().format({ ...alert, status }, { event }).payload.event_action).toBe(event);
  });

  it('is tied together by the fingerprint that Slack has too', () => {
    const formatters = createFormatters({ tenantId: 'label_42' });
    for (const given of [alert, { ...alert, fingerprint: 'inc-7' }, { ...alert, fingerprint: 'é'.repeat(300) }]) {
      const states = (['firing', 'acknowledged', 'resolved'] as const).map((status) => ({ ...given, status }));
      const keys = states.map((state) => formatters.pagerduty.format(state).payload.dedup_key);
      const fingerprints = states.map(
        (state) => formatters.slack.format(state).payload.metadata?.event_payload.fingerprint,
      );
      expect(new Set([...keys, ...fingerprints]).size).toBe(1);
    }
  });

  it('has a key that is hashed where it is too long, and differs as much as the fingerprints do', () => {
    const keys = ['x', 'y'].map(
      (end) => triggerOf({ ...document, meta: { fingerprint: `${'a'.repeat(300)}${end}` } }).dedup_key,
    );
    expect(keys[0]).not.toBe(keys[1]);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect(triggerOf({ ...document, meta: { fingerprint: 'a'.repeat(255) } }).dedup_key).toBe('a'.repeat(255));
  });
});

describe('a change event', () => {
  it('has no severity, key, image or client', () => {
    const { payload, diagnostics } = settled({ client: 'us' }).format(
      {
        ...alert,
        description: 'Rolled out 7.2',
        links: [{ url: 'https://deploy.example.com/7.2', label: 'Rollout' }],
        images: [{ url: 'https://images.example.com/a.png', alt: 'Latency' }],
      },
      { event: 'change', routingKey },
    );
    expect(payload).toMatchObject({
      routing_key: routingKey,
      payload: {
        summary: 'Critical: Stream latency over 2 s',
        source: 'edge-gateway',
        timestamp: '2026-11-20T09:30:00.000Z',
      },
      links: [{ href: 'https://deploy.example.com/7.2', text: 'Rollout' }],
    });
    expect(pagerDutyProblems(payload)).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'dropped', path: 'images.0' }]);
  });

  it.each([
    ['of the call', create(), { event: 'change', routingKey: rulesetKey }],
    ['of the tenant', settled({ routingKey: rulesetKey }), { event: 'change' }],
  ] as const)('is refused for the key of a ruleset %s', (_whose, formatter, options) => {
    const result = formatter.tryFormat(alert, options);
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'ERR_OPTIONS_INVALID', issues: [{ path: 'routingKey' }] },
    });
    expect(String(!result.ok && result.error)).not.toContain(rulesetKey);
  });
});

describe('a document', () => {
  it('becomes an event with what it lacks filled in, and reported', () => {
    const { payload, diagnostics } = create({ brand: { name: 'Label 42' } }).format(document);
    expect(payload).toEqual({
      event_action: 'trigger',
      dedup_key: expect.stringMatching(/^[0-9a-f]{64}$/),
      payload: { summary: 'Weekly report', source: 'Label 42', severity: 'info' },
      client: 'Label 42',
    });
    expect(diagnostics.map(({ code, path }) => `${code} ${path}`).sort()).toEqual([
      'fallback severity',
      'fallback source',
    ]);
  });

  it('has the key of its title, and the present as its time', () => {
    const now = Date.UTC(2026, 10, 20);
    const keyOf = (title: string) => triggerOf({ ...document, title }).dedup_key;
    expect(keyOf('a')).toBe(keyOf('a'));
    expect(keyOf('a')).not.toBe(keyOf('b'));
    expect(create().format(document, { event: 'trigger', now }).payload.payload.timestamp).toBe(
      '2026-11-20T00:00:00.000Z',
    );
  });

  it('is called by its title where the summary is blank, and by something in any case', () => {
    expect(triggerOf({ ...document, meta: { summary: '\n\u0000 ' } }).payload.summary).toBe('Weekly report');
    expect(triggerOf({ ...document, title: '' }).payload.summary).toBe('Untitled alert');
  });
});

describe('a member of an event', () => {
  it('is a summary of 1,024 characters at most, and whole in the details', () => {
    const title = '👩‍👩‍👧‍👦'.repeat(200);
    const { payload, diagnostics } = create().format({ ...alert, title }, { event: 'trigger' });
    expect(payload.payload.summary.length).toBeLessThanOrEqual(1024);
    expect(payload.payload.summary).toMatch(/^Critical: (?:👩‍👩‍👧‍👦)+…$/u);
    expect(payload.payload.custom_details?.['title']).toBe(`Critical: ${title}`);
    expect(diagnostics).toMatchObject([{ code: 'truncated', path: 'title', limit: 1024, actual: 10 + title.length }]);
  });

  it.each(['critical', 'error', 'warning', 'info'] as const)(
    'is the severity %s, unless the tenant maps it',
    (severity) => {
      expect(triggerOf({ ...alert, severity }).payload.severity).toBe(severity);
      expect(triggerOf({ ...alert, severity }, settled({ severities: { [severity]: 'info' } })).payload.severity).toBe(
        'info',
      );
    },
  );

  it('is taken from the label that the tenant names', () => {
    const formatter = settled({ labels: { component: 'pod', group: 'cluster', class: 'alertname' } });
    const labels = { pod: 'edge-7', cluster: 'eu\nwest', alertname: 'Latency' };
    expect(
      triggerOf({ ...alert, component: 'player', environment: 'production', labels }, formatter).payload,
    ).toMatchObject({
      component: 'edge-7',
      group: 'eu west',
      class: 'Latency',
    });
    expect(triggerOf({ ...alert, component: 'player', environment: 'production' }, formatter).payload).toMatchObject({
      component: 'player',
      group: 'production',
    });
  });

  it('is not there where it would be blank', () => {
    const { payload } = triggerOf({ ...alert, component: ' \u202e', environment: '' });
    expect(payload).not.toHaveProperty('component');
    expect(payload).not.toHaveProperty('group');
    expect(payload).not.toHaveProperty('class');
  });

  it.each([8.64e15, -8.64e15, 253_402_300_800_000, -62_167_219_200_001])(
    'is no time that nobody can read: %d',
    (startedAt) => {
      const { payload, diagnostics } = create().format({ ...alert, startedAt }, { event: 'trigger' });
      expect(payload.payload).not.toHaveProperty('timestamp');
      expect(diagnostics).toMatchObject([{ code: 'dropped', path: 'startedAt' }]);
    },
  );

  it('is an id that travels, where the call has one', () => {
    const { payload } = create().format(alert, { event: 'trigger', correlationId: 'req-7f3a' });
    expect(payload.payload.custom_details?.['correlationId']).toBe('req-7f3a');
  });
});

describe('a key of a service', () => {
  it('is that of the call before that of the tenant', () => {
    expect(settled({ routingKey }).format(alert, { routingKey: otherKey }).payload.routing_key).toBe(otherKey);
    expect(create().format(alert).payload).not.toHaveProperty('routing_key');
  });

  it.each(['', 'short', `${routingKey}0`, `${routingKey.slice(1)}\n`, 7])('is refused if it is none: %j', (wrong) => {
    const result = create().tryFormat(alert, { routingKey: wrong } as never);
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'ERR_OPTIONS_INVALID', issues: [{ path: 'routingKey' }] },
    });
    if (!result.ok && String(wrong).length > 5)
      expect(JSON.stringify([result.error, result.error.message])).not.toContain(wrong);
    expect(() => settled({ routingKey: wrong as string })).not.toThrow(routingKey);
    expect(() => settled({ routingKey: wrong as string }).format(alert)).toThrow(/channels\.pagerduty\.routingKey/);
  });

  it('is told to no hook', () => {
    const events: unknown[] = [];
    const note = (event: unknown): void => {
      events.push(event);
    };
    const hooks = { format: note, error: note, truncation: note, fallback: note, cache: note };
    const formatter = settled({ routingKey }, { hooks });
    formatter.format({ ...alert, title: 'x'.repeat(2000) });
    formatter.format(document, { locale: 'fr' });
    formatter.tryFormat({}, { routingKey: otherKey });
    formatter.tryFormat(alert, { event: 'nothing' } as never);
    expect(events.length).toBeGreaterThan(4);
    expect(JSON.stringify(events)).not.toMatch(/e00000000/);
  });
});

describe('what a tenant settles', () => {
  it.each([
    ['a URL that is not https', { clientUrl: 'http://alerts.example.com/' }, 'clientUrl'],
    ['a URL that would be read in another way', { clientUrl: 'https://alerts.example.com/a b' }, 'clientUrl'],
    ['a severity that PagerDuty does not have', { severities: { critical: 'fatal' } }, 'severities.critical'],
    ['a severity of no alert', { severities: { fatal: 'critical' } }, 'severities.fatal'],
    ['a budget that no event fits', { maxEventBytes: 1000 }, 'maxEventBytes'],
    ['a budget over that of PagerDuty', { maxEventBytes: 512_001 }, 'maxEventBytes'],
    ['a place that events do not have', { labels: { summary: 'x' } }, 'labels.summary'],
    ['a misspelt member', { clientURL: 'https://x.example/' }, 'clientURL'],
  ])('is refused: %s', (_what, options, path) => {
    expect(() => settled(options as never).format(alert)).toThrow(`channels.pagerduty.${path}`);
  });
});
