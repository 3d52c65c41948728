import { describe, expect, it } from 'vitest';
import { isFormatError } from '../../src/index.js';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { fromPrometheusRules } from '../../src/sources/prometheus-rules.js';

const alert = {
  labels: { alertname: 'HighLatency', severity: 'page', region: 'eu' },
  annotations: {
    summary: 'Latency over 2 s',
    description: 'For ten minutes',
    runbook_url: 'https://r.example.com/l',
    owner: 'x',
  },
  state: 'firing',
  activeAt: '2026-11-20T09:30:00.123456789Z',
  value: '2.31e+00',
};

describe('alerts of Prometheus', () => {
  it('are read from the list of alerts', () => {
    const diagnostics: Diagnostic[] = [];
    expect(fromPrometheusRules({ status: 'success', data: { alerts: [alert] } }, diagnostics)).toEqual([
      {
        severity: 'critical',
        status: 'firing',
        title: 'Latency over 2 s',
        description: 'For ten minutes',
        source: 'HighLatency',
        startedAt: Date.UTC(2026, 10, 20, 9, 30, 0, 123),
        metrics: { value: 2.31 },
        labels: { region: 'eu' },
        links: [{ url: 'https://r.example.com/l', kind: 'runbook' }],
      },
    ]);
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([['dropped', 'data.alerts.0.annotations.owner']]);
  });

  it('are read from the list of rules, but for pending ones', () => {
    const diagnostics: Diagnostic[] = [];
    const pending = { ...alert, annotations: {}, state: 'pending' };
    const unnamed = { ...alert, annotations: {}, labels: { severity: 'seldom' }, value: 'NaN' };
    const groups = [
      {
        name: 'g',
        rules: [
          { type: 'recording', name: 'r', query: 'up' },
          { type: 'alerting', name: 'Rule', alerts: [pending, unnamed] },
        ],
      },
    ];
    expect(fromPrometheusRules({ data: { groups } }, diagnostics)).toEqual([
      {
        severity: 'error',
        status: 'firing',
        title: 'Rule',
        source: 'Rule',
        startedAt: Date.UTC(2026, 10, 20, 9, 30, 0, 123),
        labels: { severity: 'seldom', value: 'NaN' },
      },
    ]);
    expect(diagnostics).toMatchObject([{ code: 'dropped', path: 'data.groups.0.rules.1.alerts.0' }]);
  });

  it('are over when they are inactive', () => {
    expect(fromPrometheusRules({ data: { alerts: [{ ...alert, state: 'inactive' }] } })[0]?.status).toBe('resolved');
    expect(fromPrometheusRules({ data: { alerts: [] } })).toEqual([]);
  });

  it.each<[what: string, input: unknown, paths: string[]]>([
    ['nothing', null, ['']],
    ['an error', { status: 'error', error: 'bad' }, ['data']],
    [
      'an alert without state and with a wrong time',
      { data: { alerts: [{ labels: {}, activeAt: 'today' }] } },
      ['data.alerts.0.state', 'data.alerts.0.activeAt'],
    ],
    ['labels that are no texts', { data: { alerts: [{ ...alert, labels: { a: 1 } }] } }, ['data.alerts.0.labels.a']],
  ])('are not read from %s', (_what, input, paths) => {
    try {
      fromPrometheusRules(input);
      expect.unreachable();
    } catch (error) {
      if (!isFormatError(error, 'ERR_INPUT_INVALID')) throw error;
      expect(error.issues.map(({ path }) => path).sort()).toEqual([...paths].sort());
    }
  });
});
