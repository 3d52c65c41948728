import { describe, expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { fromAlertmanager } from '../../src/sources/alertmanager.js';
import { fromGrafana } from '../../src/sources/grafana.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { realInput } from '../support/real-inputs.js';

const startsAt = '2026-11-20T10:12:41.5+01:00';
const startedAt = Date.UTC(2026, 10, 20, 9, 12, 41, 500);
const never = '0001-01-01T00:00:00Z';

const alert = {
  status: 'firing',
  labels: {
    alertname: 'StreamLatency',
    severity: 'critical',
    grafana_folder: 'Edge',
    region: 'eu',
    __alert_rule_uid__: 'q',
  },
  annotations: {
    summary: 'Latency above 2 s',
    description: 'One listener in a hundred waits.',
    runbook_url: 'https://runbooks.example.com/latency',
    __dashboardUid__: 'abc',
    owner: 'edge team',
  },
  startsAt,
  endsAt: never,
  values: { B: 2.4, C: 1, D: null },
  valueString: "[ var='B' labels={region=eu} value=2.4 ]",
  generatorURL: 'https://grafana.example.com/alerting/grafana/q/view',
  fingerprint: 'c1f0a6d2b7e48359',
  silenceURL: 'https://grafana.example.com/alerting/silence/new',
  dashboardURL: 'https://grafana.example.com/d/abc',
  panelURL: 'https://grafana.example.com/d/abc?viewPanel=2',
  imageURL: 'https://images.example.com/panel.png',
};

const webhook = {
  receiver: 'on-call',
  status: 'firing',
  orgId: 1,
  alerts: [alert],
  groupLabels: { alertname: 'StreamLatency' },
  commonLabels: {},
  commonAnnotations: {},
  externalURL: 'https://grafana.example.com/',
  version: '1',
  groupKey: '{}',
  truncatedAlerts: 0,
  title: '[FIRING:1]',
  state: 'alerting',
  message: 'x',
};

function read(given: object, hook: object = {}) {
  const diagnostics: Diagnostic[] = [];
  const [first] = fromGrafana({ ...webhook, alerts: [given], ...hook }, diagnostics);
  return { alert: first, diagnostics };
}

describe('a webhook of Grafana', () => {
  it('becomes an alert with values, picture and links', () => {
    const diagnostics: Diagnostic[] = [];
    expect(fromGrafana(deepFreeze(structuredClone(webhook)), diagnostics)).toEqual([
      {
        severity: 'critical',
        status: 'firing',
        title: 'Latency above 2 s',
        description: 'One listener in a hundred waits.',
        source: 'StreamLatency',
        startedAt,
        metrics: { B: 2.4, C: 1 },
        labels: { grafana_folder: 'Edge', region: 'eu' },
        links: [
          { url: 'https://runbooks.example.com/latency', kind: 'runbook' },
          { url: 'https://grafana.example.com/d/abc', kind: 'dashboard' },
          { url: 'https://grafana.example.com/d/abc?viewPanel=2', label: 'Panel' },
          { url: 'https://grafana.example.com/alerting/grafana/q/view', label: 'Grafana' },
          { url: 'https://grafana.example.com/alerting/silence/new', label: 'Silence' },
          { url: 'https://grafana.example.com/', label: 'Grafana Alerting' },
        ],
        images: [{ url: 'https://images.example.com/panel.png', alt: 'Latency above 2 s' }],
        fingerprint: 'c1f0a6d2b7e48359',
      },
    ]);
    expect(diagnostics).toMatchObject([{ code: 'dropped', severity: 'info', path: 'alerts.0.annotations.owner' }]);
  });

  it('says when it is over, and keeps its fingerprint', () => {
    const { alert: over } = read({ ...alert, status: 'resolved', values: null, endsAt: '2026-11-20T10:00:00Z' });
    expect(over).toMatchObject({
      status: 'resolved',
      endedAt: Date.UTC(2026, 10, 20, 10),
      fingerprint: alert.fingerprint,
    });
    expect(over).not.toHaveProperty('metrics');
  });

  it.each([never, '2026-11-20T13:00:00Z', undefined, null])(
    'has no end while it fires, whatever `endsAt` is: %s',
    (endsAt) => {
      expect(read({ ...alert, endsAt }).alert).not.toHaveProperty('endedAt');
    },
  );

  it('needs a start only', () => {
    expect(fromGrafana({ alerts: [{ startsAt }] })).toEqual([
      { severity: 'warning', status: 'firing', title: 'Grafana', source: 'Grafana', startedAt },
    ]);
  });

  it('may send null for what it does not have', () => {
    const empty = Object.fromEntries(Object.keys(alert).map((name) => [name, null]));
    const { alert: bare, diagnostics } = read({ ...empty, status: 'firing', startsAt });
    expect(bare).toMatchObject({ title: 'Grafana', source: 'on-call' });
    expect(diagnostics).toEqual([]);
  });

  it('reports values that are a text only', () => {
    const { diagnostics } = read({ ...alert, annotations: {}, values: {} });
    expect(diagnostics).toMatchObject([{ code: 'dropped', path: 'alerts.0.valueString' }]);
  });

  it('counts what Grafana left out', () => {
    const { alert: last, diagnostics } = read({ ...alert, annotations: {} }, { truncatedAlerts: 3 });
    expect(last).toMatchObject({ omittedAlerts: 3 });
    expect(diagnostics).toMatchObject([
      { code: 'dropped', severity: 'warning', path: 'truncatedAlerts', limit: 1, actual: 4 },
    ]);
  });

  it('gives alerts that every channel takes', () => {
    const formatters = createFormatters({ tenantId: 't' });
    for (const id of ['slack', 'email', 'pagerduty'] as const) {
      expect(formatters[id].formatMany(fromGrafana(webhook)).map(({ ok }) => ok)).toEqual([true]);
    }
  });

  it.each<[string, unknown, string[]]>([
    ['nothing', undefined, ['']],
    ['a text', 'webhook', ['']],
    ['an alert of ours', { severity: 'info' }, ['alerts']],
    [
      'several mistakes at once',
      { alerts: [{ ...alert, startsAt: '2026-11-20 10:00', values: { B: '2.4' }, labels: { pod: 7 }, imageURL: 5 }] },
      ['alerts.0.imageURL', 'alerts.0.labels.pod', 'alerts.0.startsAt', 'alerts.0.values.B'],
    ],
  ])('is refused if it is %s, with all that is wrong', (_what, input, paths) => {
    const refusal = expect(() => fromGrafana(input));
    refusal.toThrow(expect.objectContaining({ code: 'ERR_INPUT_INVALID', formatter: 'sources/grafana' }));
    try {
      fromGrafana(input);
    } catch (error) {
      expect((error as { issues: { path: string }[] }).issues.map(({ path }) => path).sort()).toEqual(paths);
      expect(String(error)).not.toContain('2.4');
    }
  });
});

const recorded = realInput('alertmanager-webhook-v4.json');

it.skipIf(recorded === undefined)(
  'reads what Alertmanager sent as Alertmanager would, but for the name of its link',
  () => {
    const renamed = fromAlertmanager(recorded).map((given) => ({
      ...given,
      links: given.links?.map((link) =>
        link.label === 'Alertmanager' ? { ...link, label: 'Grafana Alerting' } : link,
      ),
    }));
    expect(fromGrafana(recorded)).toEqual(renamed);
  },
);
