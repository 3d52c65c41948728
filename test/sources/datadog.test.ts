import { describe, expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { fromDatadog } from '../../src/sources/datadog.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { realInput } from '../support/real-inputs.js';

const at = Date.UTC(2026, 10, 20, 9, 30);

const webhook = {
  id: '7301',
  title: '[P1] [Triggered on {host:edge-7}] Stream latency over 2 s',
  body: '%%%\nListeners **wait**. @slack-alerts\n%%%',
  alert_transition: 'Triggered',
  alert_cycle_key: '4f1f3a',
  alert_id: '155',
  alert_scope: 'host:edge-7',
  alert_metric: 'stream.latency',
  date: String(at),
  tags: 'env:production,service:edge-gateway,region:eu,region:us,monitor,broken:',
  hostname: 'edge-7',
  priority: 'normal',
  link: 'https://app.datadoghq.eu/event/event?id=7301',
  snapshot: 'https://p.datadoghq.eu/snapshot/view/a.png',
  user: '$USER',
  email: 'null',
  runbook: 'latency',
};

const read = (given: object) => {
  const diagnostics: Diagnostic[] = [];
  const [alert] = fromDatadog(given, diagnostics);
  return { alert, diagnostics };
};

const problemsOf = (input: unknown): { code?: string; paths: string[]; text: string } => {
  try {
    fromDatadog(input);
    return { paths: [], text: '' };
  } catch (error) {
    const { code, issues } = error as { code: string; issues: { path: string }[] };
    return { code, paths: issues.map(({ path }) => path).sort(), text: String(error) };
  }
};

describe('a webhook of Datadog', () => {
  it('becomes an alert, whatever its template is called', () => {
    const diagnostics: Diagnostic[] = [];
    expect(fromDatadog(deepFreeze({ ...webhook }), diagnostics)).toEqual([
      {
        severity: 'critical',
        status: 'firing',
        title: 'Stream latency over 2 s',
        description: 'Listeners **wait**. @slack-alerts',
        source: 'edge-7',
        component: 'edge-gateway',
        environment: 'production',
        startedAt: at,
        labels: { region: 'eu, us', tags: 'monitor', monitor: '155', scope: 'host:edge-7', metric: 'stream.latency' },
        links: [{ url: 'https://app.datadoghq.eu/event/event?id=7301', label: 'Datadog' }],
        images: [{ url: 'https://p.datadoghq.eu/snapshot/view/a.png', alt: 'Stream latency over 2 s' }],
        fingerprint: 'datadog/cycle/4f1f3a',
      },
    ]);
    expect(diagnostics.map(({ code, path }) => `${code} ${path}`)).toEqual(['dropped id', 'dropped runbook']);
    const upper = Object.fromEntries(Object.entries(webhook).map(([name, value]) => [name.toUpperCase(), value]));
    expect(fromDatadog(upper)).toEqual(fromDatadog(webhook));
  });

  it.each<[string, string, string]>([
    ['Triggered', 'critical', 'firing'],
    ['Re-Triggered', 'critical', 'firing'],
    ['Renotify', 'critical', 'firing'],
    ['Warn', 'warning', 'firing'],
    ['Re-Warn', 'warning', 'firing'],
    ['No Data', 'warning', 'firing'],
    ['Re-No Data', 'warning', 'firing'],
    ['Recovered', 'critical', 'resolved'],
    ['A word of next year', 'critical', 'firing'],
  ])('with the transition %s is %s and %s, under one fingerprint', (alert_transition, severity, status) => {
    expect(read({ ...webhook, alert_transition }).alert).toMatchObject({
      severity,
      status,
      fingerprint: 'datadog/cycle/4f1f3a',
    });
  });

  it.each<[string, object, string, string]>([
    ['its type', { alert_type: 'success' }, 'resolved', 'error'],
    ['its type', { alert_type: 'warning' }, 'firing', 'warning'],
    ['its type', { alert_type: 'error' }, 'firing', 'error'],
    ['its title', { title: '[Recovered on {host:edge-7}] Latency' }, 'resolved', 'error'],
    ['its title', { title: '[Warn] Latency' }, 'firing', 'warning'],
    ['nothing', { title: 'Latency' }, 'firing', 'error'],
  ])('says its state by %s (%j)', (_what, given, status, severity) => {
    expect(read({ title: 'Latency', date: at, ...given }).alert).toMatchObject({ title: 'Latency', status, severity });
  });

  it.each<[string, object, string | undefined]>([
    ['cycle', {}, 'datadog/cycle/4f1f3a'],
    ['aggregation', { alert_cycle_key: '', aggreg_key: 'ab' }, 'datadog/aggregation/ab'],
    ['monitor and scope', { alert_cycle_key: '$ALERT_CYCLE_KEY' }, 'datadog/monitor/155/host:edge-7'],
    ['nothing but its content', { alert_cycle_key: 'null', alert_id: '' }, undefined],
  ])('is known by its %s, never by the id of an event', (_what, given, fingerprint) => {
    expect(read({ ...webhook, ...given }).alert?.fingerprint).toBe(fingerprint);
  });

  it('has one derived fingerprint where it brings none', () => {
    const { pagerduty } = createFormatters({ tenantId: 't' });
    const states = ['[Triggered] Latency', '[Re-Triggered] Latency', '[Recovered] Latency'];
    const keys = states.map((title) => pagerduty.format(read({ title, date: at }).alert as never).payload.dedup_key);
    expect(new Set(keys).size).toBe(1);
  });

  it.each([
    [String(at), at],
    [at, at],
    [at / 1000, at],
    [String(at / 1000), at],
    ['2026-11-20T09:30:00Z', at],
  ])('reads the time %j', (date, startedAt) => {
    expect(read({ ...webhook, date }).alert?.startedAt).toBe(startedAt);
  });

  it.each([
    ['P1', 'critical'],
    ['P2', 'error'],
    ['3', 'warning'],
    ['P5', 'info'],
    ['normal', 'error'],
  ])('has the priority %s as severity %s', (alert_priority, severity) => {
    const { priority: _, ...rest } = webhook;
    expect(read({ ...rest, title: 'Latency', alert_priority }).alert?.severity).toBe(severity);
  });

  it('says that nobody told when it began', () => {
    const { alert, diagnostics } = read({ title: 'Latency', date: at, alert_transition: 'Recovered' });
    expect(alert).toMatchObject({ startedAt: at, endedAt: at });
    expect(diagnostics).toMatchObject([{ code: 'fallback', path: 'date' }]);
  });

  it.each<[string, unknown, string[]]>([
    ['nothing', undefined, ['']],
    ['a text', 'hunter2-canary', ['']],
    ['an empty object', {}, ['date', 'title']],
    ['one that Datadog filled nothing into', { title: '$EVENT_TITLE', date: '$DATE' }, ['date', 'title']],
    ['a time that is none', { title: 'hunter2-canary', date: 'yesterday' }, ['date']],
    ['one of several', [webhook, 'hunter2-canary'], ['1']],
    ['a mistake in one of several', [webhook, { title: 'hunter2-canary' }], ['1.date']],
  ])('is refused if it is %s', (_what, input, paths) => {
    const problems = problemsOf(input);
    expect(problems).toMatchObject({ code: 'ERR_INPUT_INVALID', paths });
    expect(problems.text).not.toContain('hunter2');
  });
});

const monitor = {
  id: 155,
  name: 'Error logs',
  type: 'log alert',
  query: 'logs("*").index("main").rollup("count").last("5m") > 2',
  message: 'Look. @pagerduty-edge',
  tags: ['env:ci', 'team:edge'],
  priority: 2,
  options: { thresholds: { critical: 2 } },
  overall_state: 'Alert',
  overall_state_modified: '2026-11-20T09:30:00.123456+00:00',
  created: '2024-10-10T16:39:00.138359+00:00',
  modified: '2025-10-10T16:39:00+00:00',
};

describe('a monitor of Datadog', () => {
  it('becomes an alert', () => {
    const { alert, diagnostics } = read(monitor);
    expect(alert).toEqual({
      severity: 'error',
      status: 'firing',
      title: 'Error logs',
      description: 'Look. @pagerduty-edge',
      source: 'Datadog',
      environment: 'ci',
      startedAt: at + 123,
      labels: { team: 'edge', monitor: '155', query: monitor.query },
      fingerprint: 'datadog/monitor/155',
    });
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ['Alert', 1, 'critical', 'firing'],
    ['Alert', null, 'error', 'firing'],
    ['Warn', 1, 'warning', 'firing'],
    ['No Data', 1, 'warning', 'firing'],
    ['OK', 1, 'critical', 'resolved'],
    ['A state of next year', null, 'error', 'firing'],
  ])('in state %s with priority %s is %s and %s', (overall_state, priority, severity, status) => {
    expect(read({ ...monitor, overall_state, priority }).alert).toMatchObject({
      severity,
      status,
      fingerprint: 'datadog/monitor/155',
    });
  });

  it.each(['Ignored', 'Skipped', 'Unknown', null])(
    'that does not watch gives no alert, and is reported: %s',
    (overall_state) => {
      const { alert, diagnostics } = read({ ...monitor, overall_state });
      expect(alert).toBeUndefined();
      expect(diagnostics).toMatchObject([{ code: 'dropped', path: 'overall_state' }]);
    },
  );

  it('becomes an alert for each of its groups', () => {
    const groups = {
      'host:a': { status: 'Alert', last_triggered_ts: at / 1000 },
      'host:b': { status: 'OK', last_triggered_ts: at / 1000, last_resolved_ts: at / 1000 + 60 },
      'host:c': { status: 'Ignored' },
    };
    const diagnostics: Diagnostic[] = [];
    expect(fromDatadog([{ ...monitor, state: { groups } }], diagnostics)).toMatchObject([
      { status: 'firing', startedAt: at, labels: { group: 'host:a' }, fingerprint: 'datadog/monitor/155/host:a' },
      { status: 'resolved', startedAt: at, endedAt: at + 60_000, fingerprint: 'datadog/monitor/155/host:b' },
    ]);
    expect(diagnostics).toMatchObject([{ code: 'dropped', path: '0.state.groups.host:c.status' }]);
  });

  it('is refused with all that is wrong', () => {
    const wrong = { ...monitor, id: 'hunter2', name: undefined, tags: [5], created: 'hunter2' };
    const problems = problemsOf(wrong);
    expect(problems).toMatchObject({ code: 'ERR_INPUT_INVALID', paths: ['created', 'id', 'name', 'tags.0'] });
    expect(problems.text).not.toContain('hunter2');
  });
});

const recorded = realInput('datadog-monitor.json');

it.skipIf(recorded === undefined)('reads a monitor recorded in the field, and every channel takes it', () => {
  const diagnostics: Diagnostic[] = [];
  const alerts = fromDatadog(recorded, diagnostics);
  expect(alerts).toMatchObject([
    {
      severity: 'warning',
      status: 'firing',
      environment: 'ci',
      labels: { monitor: '155844758' },
      fingerprint: 'datadog/monitor/155844758',
    },
  ]);
  expect(diagnostics).toEqual([]);
  const { slack, pagerduty } = createFormatters({ tenantId: 't' });
  expect([...slack.formatMany(alerts), ...pagerduty.formatMany(alerts)].map(({ ok }) => ok)).toEqual([true, true]);
});
