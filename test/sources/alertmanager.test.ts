import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import type { Issue } from '../../src/kernel/errors.js';
import { fromAlertmanager } from '../../src/sources/alertmanager.js';
import { deepFreeze } from '../support/deep-freeze.js';

const startsAt = '2026-11-20T09:12:41.123456789Z';
const startedAt = Date.UTC(2026, 10, 20, 9, 12, 41, 123);
const never = '0001-01-01T00:00:00Z';

const bare = { labels: { alertname: 'HighLatency' }, startsAt };

function read(alert: object, hook: object = {}) {
  const diagnostics: Diagnostic[] = [];
  const alerts = fromAlertmanager({ version: '4', alerts: [{ ...bare, ...alert }], ...hook }, diagnostics);
  expect(alerts).toHaveLength(1);
  return { alert: alerts[0], diagnostics };
}

describe('an Alertmanager webhook', () => {
  const webhook = {
    version: '4',
    groupKey: '{}:{cluster="eu"}',
    truncatedAlerts: 2,
    status: 'firing',
    receiver: 'on-call',
    groupLabels: { cluster: 'eu' },
    commonLabels: { cluster: 'eu' },
    commonAnnotations: { dashboard_url: 'https://grafana.example.com/d/1' },
    externalURL: 'https://alertmanager.example.com',
    alerts: [
      {
        status: 'firing',
        labels: { alertname: 'HighLatency', severity: 'critical', cluster: 'eu', quantile: '0.99' },
        annotations: {
          summary: 'Latency above 2 s',
          description: 'One listener in a hundred waits.',
          runbook_url: 'https://runbooks.example.com/latency',
          dashboard_url: 'https://grafana.example.com/d/1',
        },
        startsAt,
        endsAt: never,
        generatorURL: 'https://prometheus.example.com/graph?g0.expr=up',
        fingerprint: '9c1f0a6d2b7e4835',
      },
      {
        status: 'resolved',
        labels: { alertname: 'Backlog' },
        annotations: {},
        startsAt,
        endsAt: '2026-11-20T10:00:00+00:00',
      },
    ],
  };

  it('becomes one alert an entry', () => {
    const diagnostics: Diagnostic[] = [];
    expect(fromAlertmanager(webhook, diagnostics)).toEqual([
      {
        severity: 'critical',
        status: 'firing',
        title: 'Latency above 2 s',
        description: 'One listener in a hundred waits.',
        source: 'HighLatency',
        startedAt,
        labels: { cluster: 'eu', quantile: '0.99' },
        links: [
          { url: 'https://runbooks.example.com/latency', kind: 'runbook' },
          { url: 'https://grafana.example.com/d/1', kind: 'dashboard' },
          { url: 'https://prometheus.example.com/graph?g0.expr=up', label: 'Prometheus' },
          { url: 'https://alertmanager.example.com', label: 'Alertmanager' },
        ],
        fingerprint: '9c1f0a6d2b7e4835',
      },
      {
        severity: 'warning',
        status: 'resolved',
        title: 'Backlog',
        source: 'Backlog',
        startedAt,
        endedAt: Date.UTC(2026, 10, 20, 10),
        links: [
          { url: 'https://grafana.example.com/d/1', kind: 'dashboard' },
          { url: 'https://alertmanager.example.com', label: 'Alertmanager' },
        ],
        omittedAlerts: 2,
      },
    ]);
    expect(diagnostics).toEqual([
      {
        code: 'dropped',
        severity: 'warning',
        path: 'truncatedAlerts',
        message: 'Alertmanager left 2 alerts of the group out of the webhook',
        limit: 2,
        actual: 4,
        unit: 'item',
      },
    ]);
  });

  it('is not changed', () => {
    const frozen = deepFreeze(structuredClone(webhook));
    expect(fromAlertmanager(frozen)).toEqual(fromAlertmanager(webhook));
  });

  it('gives alerts that can be formatted', () => {
    const { slack } = createFormatters({ tenantId: 't' });
    expect(slack.formatMany(fromAlertmanager(webhook)).map(({ ok }) => ok)).toEqual([true, true]);
  });

  it('may hold no alert, and may say that all were left out', () => {
    const diagnostics: Diagnostic[] = [];
    expect(fromAlertmanager({ alerts: [] }, diagnostics)).toEqual([]);
    expect(diagnostics).toEqual([]);
    expect(fromAlertmanager({ alerts: [], truncatedAlerts: 3 }, diagnostics)).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'dropped', limit: 0, actual: 3 }]);
  });

  it.each([0, undefined])('leaves nothing out where `truncatedAlerts` is %s', (truncatedAlerts) => {
    const { alert, diagnostics } = read({}, { truncatedAlerts });
    expect(alert).not.toHaveProperty('omittedAlerts');
    expect(diagnostics).toEqual([]);
  });

  it('may have members that are not known yet', () => {
    expect(read({ silenceURL: 'x' }, { newMember: {} }).alert?.title).toBe('HighLatency');
  });
});

describe('an alert of Alertmanager', () => {
  it('needs labels and a start only', () => {
    expect(fromAlertmanager({ alerts: [{ labels: {}, startsAt }] })).toEqual([
      { severity: 'warning', status: 'firing', title: 'Alertmanager', source: 'Alertmanager', startedAt },
    ]);
  });

  it.each<[string, object, object, string, string]>([
    ['summary and alert name', { annotations: { summary: 'S' } }, {}, 'S', 'HighLatency'],
    ['alert name without a summary', {}, {}, 'HighLatency', 'HighLatency'],
    ['alert name with an empty summary', { annotations: { summary: '' } }, {}, 'HighLatency', 'HighLatency'],
    ['summary of the group', {}, { commonAnnotations: { summary: 'G' } }, 'G', 'HighLatency'],
    [
      'own summary before that of the group',
      { annotations: { summary: 'S' } },
      { commonAnnotations: { summary: 'G' } },
      'S',
      'HighLatency',
    ],
    ['receiver without a name', { labels: {} }, { receiver: 'on-call' }, 'Alertmanager', 'on-call'],
  ])('is called by its %s', (_what, alert, hook, title, source) => {
    expect(read(alert, hook).alert).toMatchObject({ title, source });
  });

  it.each<[string, Record<string, string>, string | undefined]>([
    ['description', { description: 'D' }, 'D'],
    ['message, as older rules say', { message: 'M' }, 'M'],
    ['description before the message', { description: 'D', message: 'M' }, 'D'],
    ['message where the description is empty', { description: '', message: 'M' }, 'M'],
    ['nothing where the description repeats the summary', { summary: 'S', description: 'S' }, undefined],
    ['nothing where there is none', {}, undefined],
  ])('is described by its %s', (_what, annotations, description) => {
    expect(read({ annotations }).alert?.description).toBe(description);
  });

  it.each([
    ['critical', 'critical'],
    ['page', 'critical'],
    ['FATAL', 'critical'],
    ['Emergency', 'critical'],
    ['error', 'error'],
    ['major', 'error'],
    ['high', 'error'],
    ['warning', 'warning'],
    ['warn', 'warning'],
    ['minor', 'warning'],
    ['medium', 'warning'],
    ['info', 'info'],
    ['none', 'info'],
    ['notice', 'info'],
  ])('with the severity `%s` is %s, and shows no second severity', (label, severity) => {
    const { alert } = read({ labels: { alertname: 'A', severity: label, job: 'j' } });
    expect(alert).toMatchObject({ severity, labels: { job: 'j' } });
  });

  it.each(['sev2', 'P1', 'constructor', '__proto__', 'حرج'])(
    'with the unknown severity `%s` is an error, and still shows the word',
    (label) => {
      const { alert } = read({ labels: { alertname: 'A', severity: label } });
      expect(alert).toMatchObject({ severity: 'error', labels: { severity: label } });
    },
  );

  it('without a severity is a warning, and one with an empty label has none', () => {
    expect(read({}).alert?.severity).toBe('warning');
    expect(read({ labels: { severity: '', alertname: '' } }, { receiver: '' }).alert).toEqual({
      severity: 'warning',
      status: 'firing',
      title: 'Alertmanager',
      source: 'Alertmanager',
      startedAt,
    });
  });

  it.each<[string, object, object, object]>([
    ['fires', { status: 'firing' }, {}, { status: 'firing' }],
    ['fires where nobody says anything', {}, {}, { status: 'firing' }],
    ['fires under a state that is unknown', { status: 'suppressed' }, {}, { status: 'firing' }],
    [
      'has not ended while it fires, though a time in the future is given',
      { status: 'firing', endsAt: '2999-01-01T00:00:00Z' },
      {},
      { status: 'firing' },
    ],
    ['has not ended at the zero time of Go', { status: 'firing', endsAt: never }, {}, { status: 'firing' }],
    [
      'has ended',
      { status: 'resolved', endsAt: '2026-11-20T10:00:00.5Z' },
      {},
      { status: 'resolved', endedAt: Date.UTC(2026, 10, 20, 10, 0, 0, 500) },
    ],
    ['has ended at an unknown time', { status: 'resolved', endsAt: never }, {}, { status: 'resolved' }],
    ['has ended and does not say when', { status: 'resolved' }, {}, { status: 'resolved' }],
    ['has ended with its group', {}, { status: 'resolved' }, { status: 'resolved' }],
    ['fires though its group is told as resolved', { status: 'firing' }, { status: 'resolved' }, { status: 'firing' }],
  ])('%s', (_what, alert, hook, expected) => {
    const { status, endedAt } = read(alert, hook).alert ?? {};
    expect({ status, ...(endedAt !== undefined && { endedAt }) }).toEqual(expected);
  });

  it.each<[string, Record<string, string>, object, object[]]>([
    ['a runbook by its older name', { runbook: 'https://r' }, {}, [{ url: 'https://r', kind: 'runbook' }]],
    ['a dashboard by its older name', { dashboard: 'https://d' }, {}, [{ url: 'https://d', kind: 'dashboard' }]],
    [
      'the runbook address before its older name',
      { runbook_url: 'https://r1', runbook: 'https://r2' },
      {},
      [{ url: 'https://r1', kind: 'runbook' }],
    ],
    ['no empty address', { runbook_url: '', dashboard: '' }, { generatorURL: '' }, []],
    ['the query', {}, { generatorURL: 'https://p/graph' }, [{ url: 'https://p/graph', label: 'Prometheus' }]],
    [
      'what is no address, for the formatter to refuse',
      { runbook: 'see wiki' },
      {},
      [{ url: 'see wiki', kind: 'runbook' }],
    ],
  ])('links %s', (_what, annotations, alert, links) => {
    expect(read({ annotations, ...alert }).alert?.links ?? []).toEqual(links);
  });

  it('has the identity that Alertmanager gives it, firing and resolved', () => {
    const fingerprint = 'b41e77c09d52fa16';
    expect(read({ fingerprint }).alert).toMatchObject({ fingerprint });
    expect(read({ fingerprint, status: 'resolved', endsAt: startsAt }).alert).toMatchObject({ fingerprint });
    expect(read({ fingerprint: '' }).alert).not.toHaveProperty('fingerprint');
  });

  it('reports annotations that have no place, by name and not by content', () => {
    const annotations = { summary: 'S', impact: 'Nobody is paid', 'next.step': 'Call' };
    const { alert, diagnostics } = read(
      { annotations },
      { commonAnnotations: { team: 'royalties', runbook: 'https://r' } },
    );
    expect(alert?.title).toBe('S');
    expect(diagnostics).toEqual(
      ['team', 'impact', 'next.step'].map((name) => ({
        code: 'dropped',
        severity: 'info',
        path: `alerts.0.annotations.${name}`,
        message: 'An annotation that has no place in an alert was left out',
      })),
    );
  });

  it('reports the older name of an annotation that is there under its newer one', () => {
    const { diagnostics } = read({
      annotations: { description: 'D', message: 'M', runbook_url: 'https://r', runbook: 'https://q' },
    });
    expect(diagnostics.map(({ path }) => path)).toEqual([
      'alerts.0.annotations.message',
      'alerts.0.annotations.runbook',
    ]);
  });

  it('reports no annotation that says the same as its newer name, or nothing', () => {
    expect(read({ annotations: { description: 'D', message: 'D', impact: '' } }).diagnostics).toEqual([]);
  });
});

describe('what is no Alertmanager webhook', () => {
  const alert = (wrong: object): object => ({ alerts: [bare, { ...bare, ...wrong }] });

  it.each<[string, unknown, string[]]>([
    ['nothing', undefined, ['(input): expected object']],
    ['null', null, ['(input): expected object']],
    ['a text', '{"alerts":[]}', ['(input): expected object']],
    ['a list of alerts', [bare], ['(input): expected object']],
    [
      'an alert in our own shape',
      { severity: 'info', title: 't', source: 's', startedAt: 0 },
      ['alerts: expected array'],
    ],
    ['alerts that are no list', { alerts: {} }, ['alerts: expected array']],
    ['an alert that is none', { alerts: [5] }, ['alerts.0: expected object']],
    ['no labels', alert({ labels: undefined }), ['alerts.1.labels: expected object']],
    ['a label that is no text', alert({ labels: { a: 1 } }), ['alerts.1.labels.a: expected string']],
    ['an annotation that is no text', alert({ annotations: { a: {} } }), ['alerts.1.annotations.a: expected string']],
    ['no start', alert({ startsAt: undefined }), ['alerts.1.startsAt: expected an ISO 8601 time with offset or Z']],
    [
      'a start that is a number',
      alert({ startsAt: 0 }),
      ['alerts.1.startsAt: expected an ISO 8601 time with offset or Z'],
    ],
    [
      'a start that is no time',
      alert({ startsAt: 'yesterday' }),
      ['alerts.1.startsAt: expected an ISO 8601 time with offset or Z'],
    ],
    [
      'a start without an offset',
      alert({ startsAt: '2026-11-20T09:12:41' }),
      ['alerts.1.startsAt: expected an ISO 8601 time with offset or Z'],
    ],
    [
      'an end that is no time',
      alert({ endsAt: 'soon' }),
      ['alerts.1.endsAt: expected an ISO 8601 time with offset or Z'],
    ],
    ['a count that is none', { alerts: [], truncatedAlerts: 1.5 }, ['truncatedAlerts: expected a whole number']],
    [
      'everything at once',
      { alerts: [{ labels: 1 }], status: 5 },
      [
        'status: expected string',
        'alerts.0.labels: expected object',
        'alerts.0.startsAt: expected an ISO 8601 time with offset or Z',
      ],
    ],
  ])('is refused: %s', (_what, input, said) => {
    expect(() => fromAlertmanager(input)).toThrowError(
      expect.objectContaining({ code: 'ERR_INPUT_INVALID', formatter: 'sources/alertmanager' }),
    );
    try {
      fromAlertmanager(input);
    } catch (error) {
      const { issues } = error as { issues: readonly Issue[] };
      expect(issues.map(({ path, message }) => `${path === '' ? '(input)' : path}: ${message}`)).toEqual(said);
    }
  });
});

const recorded = new URL('../../../shared/data/real-inputs/alertmanager-webhook-v4.json', import.meta.url);

describe.skipIf(!existsSync(recorded))('a webhook recorded in the field', () => {
  const webhook: unknown = existsSync(recorded) ? JSON.parse(readFileSync(recorded, 'utf8')) : undefined;

  it('is read', () => {
    expect(fromAlertmanager(webhook)).toEqual([
      {
        severity: 'warning',
        status: 'firing',
        title: 'Server High Memory usage',
        description: '10.80.40.11 reported high memory usage with 23.28%.',
        source: 'high_memory_load',
        startedAt: Date.UTC(2018, 2, 7, 11, 33, 21, 873),
        labels: { instance: 'instance-with-hyphen_and_underscore', job: 'docker_nodes', monitor: 'master' },
        links: [
          { url: 'https://github.com/bzon/prometheus-msteams', kind: 'runbook' },
          { url: 'http://docker.for.mac.host.internal:9093', label: 'Alertmanager' },
        ],
      },
    ]);
  });

  it('becomes a message that says all of it', () => {
    const { payload, diagnostics } = createFormatters({ tenantId: 't' }).slack.format(
      fromAlertmanager(webhook)[0] as never,
    );
    expect(diagnostics).toEqual([]);
    expect(payload.text).toMatch(
      /^Warning: Server High Memory usage \(high_memory_load, Mar 7, 2018, 11:33\sAM UTC\) – https?:\/\/\S+$/,
    );
    expect(JSON.stringify(payload)).toContain('instance-with-hyphen_and_underscore');
  });
});
