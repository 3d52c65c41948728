import { describe, expect, it } from 'vitest';
import { groupAlerts } from '../../../src/domains/alert/group.js';
import { type Alert, createFormatters } from '../../../src/index.js';
import { deepFreeze } from '../../support/deep-freeze.js';

const base: Alert = {
  severity: 'warning',
  title: 'Disk is filling up',
  source: 'node-exporter',
  startedAt: 1_795_168_800_000,
};

const nodes: readonly Alert[] = deepFreeze([
  {
    ...base,
    labels: { region: 'eu', node: 'a' },
    metrics: { Used: { value: 91, unit: '%' } },
    affectedTenants: ['one'],
  },
  {
    ...base,
    severity: 'critical',
    startedAt: 1_795_168_740_000,
    description: 'The worst of them',
    labels: { region: 'eu', node: 'b' },
    links: [{ url: 'https://nodes.example.com/b' }],
    affectedTenants: ['one', 'two'],
    occurrences: 4,
  },
  {
    ...base,
    status: 'resolved',
    startedAt: 1_795_168_860_000,
    endedAt: 1_795_168_920_000,
    labels: { region: 'eu', node: 'c' },
  },
]);

describe('instances of one alert', () => {
  const [group, ...others] = groupAlerts(nodes);

  it('become one alert of what they have in common, led by the worst', () => {
    expect(others).toEqual([]);
    expect(group).toEqual({
      severity: 'critical',
      status: 'firing',
      title: 'Disk is filling up',
      description: 'The worst of them',
      source: 'node-exporter',
      startedAt: 1_795_168_740_000,
      labels: { region: 'eu' },
      links: [{ url: 'https://nodes.example.com/b' }],
      affectedTenants: ['one', 'two'],
      occurrences: 6,
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      instances: [
        {
          status: 'firing',
          startedAt: 1_795_168_800_000,
          labels: { node: 'a' },
          metrics: { Used: { value: 91, unit: '%' } },
        },
        { status: 'firing', startedAt: 1_795_168_740_000, labels: { node: 'b' }, url: 'https://nodes.example.com/b' },
        { status: 'resolved', startedAt: 1_795_168_860_000, endedAt: 1_795_168_920_000, labels: { node: 'c' } },
      ],
    });
  });

  it('keep one identity when one of them comes, goes or changes', () => {
    const fewer = groupAlerts(nodes.slice(0, 2))[0];
    const later = groupAlerts(
      nodes.map((alert) => ({ ...alert, status: 'resolved', endedAt: 1_795_169_000_000 }) as const),
    )[0];
    expect([fewer?.fingerprint, later?.fingerprint]).toEqual([group?.fingerprint, group?.fingerprint]);
    expect(later).toMatchObject({ status: 'resolved', endedAt: 1_795_169_000_000 });
  });

  it('are acknowledged only when none of them fires', () => {
    const acknowledged = nodes.map((alert): Alert => ({ ...alert, status: alert.status ?? 'acknowledged' }));
    expect(groupAlerts(acknowledged)[0]?.status).toBe('acknowledged');
  });

  it('are of different groups where they differ in more than labels', () => {
    const other: Alert = { ...base, environment: 'staging' };
    const groups = groupAlerts([...nodes, other, nodes[0] ?? base]);
    expect(groups).toHaveLength(2);
    expect(groups[0]?.instances).toHaveLength(4);
    expect(groups[1]).toBe(other);
  });

  it('can be grouped by anything, and no two ways of it meet', () => {
    const groups = groupAlerts(nodes, { by: ({ labels }) => [labels?.['node'] ?? ''] });
    expect(groups).toEqual(nodes);
    const split = groupAlerts([
      { ...base, source: 'a', title: 'b' },
      { ...base, source: 'a,b', title: '' },
    ]);
    expect(split).toHaveLength(2);
  });

  it('may be none', () => {
    expect(groupAlerts([])).toEqual([]);
  });
});

describe('a grouped alert', () => {
  const formatters = createFormatters({ tenantId: 'label_42', locale: 'en' });
  const [group = base] = groupAlerts(nodes);

  it('says how many there are and how each of them stands, on every channel that has the room', () => {
    for (const text of [
      JSON.stringify(formatters.slack.format(group)),
      JSON.stringify(formatters.teams.format(group)),
      formatters.email.format(group).payload.text,
    ]) {
      expect(text).toContain('Disk is filling up (×3)');
      expect(text).toContain('Instances (3)');
      expect(text).toMatch(/Firing.*Resolved/s);
      for (const node of ['node', 'a', 'b', 'c']) expect(text).toContain(node);
    }
  });

  it('says how many there are where there is little room', () => {
    expect(formatters.sms.format(group).payload.body).toContain('Critical: Disk is filling up (x3)');
    expect(formatters.pagerduty.format(group, { routingKey: 'k'.repeat(32) }).payload).toMatchObject({
      dedup_key: group.fingerprint,
      payload: { summary: 'Critical: Disk is filling up (×3)' },
    });
  });

  it('is refused with the path of what is wrong in it', () => {
    const wrong = { ...group, instances: [{ startedAt: 'yesterday' }, { startedAt: 0, labels: { a: 1 }, nodes: 1 }] };
    const result = formatters.slack.tryFormat(wrong);
    expect(result).toMatchObject({ ok: false, error: { code: 'ERR_INPUT_INVALID' } });
    if (result.ok || result.error.code !== 'ERR_INPUT_INVALID') return;
    expect(result.error.issues.map(({ path }) => path).sort()).toEqual([
      'instances.0.startedAt',
      'instances.1.labels.a',
      'instances.1.nodes',
    ]);
  });
});
