/** Many instances of one alert as one: what they have in common, how many there are, and how each of them stands. */
import type { Severity, Status } from '../../document/nodes.js';
import { shortDigest } from '../../kernel/hash.js';
import { toEpochMs } from '../../kernel/instant.js';
import type { Alert, AlertInstance } from './schema.js';

const rankOf: Readonly<Record<Severity, number>> = { critical: 3, error: 2, warning: 1, info: 0 };

const startOf = ({ startedAt }: Alert): number => toEpochMs(startedAt) ?? 0;
const statusOf = ({ status = 'firing' }: Alert): Status => status;

/** What makes alerts instances of one: the labels are what tells them apart. */
const sameAlert = ({ source, title, component, environment }: Alert): readonly string[] => [
  source,
  title,
  component ?? '',
  environment ?? '',
];

export type GroupOptions = {
  /** Alerts with the same parts are one group. @default source, title, component and environment */
  by?: (alert: Alert) => readonly string[];
};

/** A group fires as long as one of it does. */
function groupStatus(alerts: readonly Alert[]): Status {
  if (alerts.some((alert) => statusOf(alert) === 'firing')) return 'firing';
  return alerts.some((alert) => statusOf(alert) === 'acknowledged') ? 'acknowledged' : 'resolved';
}

/** The labels that all of them have, with the same value. */
function commonLabels(alerts: readonly Alert[]): Record<string, string> {
  const [first, ...others] = alerts;
  return Object.fromEntries(
    Object.entries(first?.labels ?? {}).filter(([name, value]) =>
      others.every(({ labels }) => labels?.[name] === value),
    ),
  );
}

function toInstance(alert: Alert, common: Readonly<Record<string, string>>): AlertInstance {
  const { labels = {}, metrics, endedAt, links } = alert;
  const own = Object.entries(labels).filter(([name]) => !Object.hasOwn(common, name));
  const url = links?.[0]?.url;
  return {
    status: statusOf(alert),
    startedAt: alert.startedAt,
    ...(endedAt !== undefined && { endedAt }),
    ...(own.length > 0 && { labels: Object.fromEntries(own) }),
    ...(metrics !== undefined && { metrics }),
    ...(url !== undefined && { url }),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function merge(alerts: readonly Alert[], key: readonly string[]): Alert {
  // The worst, and of those the oldest: what it says beyond its labels and metrics stands for all.
  const [leader] = [...alerts].sort((a, b) => rankOf[b.severity] - rankOf[a.severity] || startOf(a) - startOf(b));
  if (leader === undefined || alerts.length === 1) return leader as Alert;
  const labels = commonLabels(alerts);
  const status = groupStatus(alerts);
  const tenants = [...new Set(alerts.flatMap(({ affectedTenants = [] }) => affectedTenants))];
  const ends = alerts.map(({ endedAt }) => toEpochMs(endedAt) ?? 0);
  const { metrics: _, labels: __, endedAt: ___, ...rest } = leader;
  return {
    ...rest,
    status,
    startedAt: Math.min(...alerts.map(startOf)),
    ...(status === 'resolved' && Math.max(...ends) > 0 && { endedAt: Math.max(...ends) }),
    ...(Object.keys(labels).length > 0 && { labels }),
    ...(tenants.length > 0 && { affectedTenants: tenants }),
    ...(alerts.some(({ occurrences }) => occurrences !== undefined) && {
      occurrences: sum(alerts.map(({ occurrences = 1 }) => occurrences)),
    }),
    ...(alerts.some(({ omittedAlerts }) => omittedAlerts !== undefined) && {
      omittedAlerts: Math.max(...alerts.map(({ omittedAlerts = 0 }) => omittedAlerts)),
    }),
    // Of what they have in common alone, so that a group has the same identity when an instance comes or goes.
    fingerprint: shortDigest(32, 'group', ...key),
    instances: alerts.map((alert) => toInstance(alert, labels)),
  };
}

/**
 * Groups instances of the same alert: the labels that they share stay labels, the others, the state and the metrics of each
 * are listed. Description, links, images and actions are those of the worst and oldest.
 *
 * Groups keep the order in which their first alerts came. An alert that stands alone is returned as it is.
 *
 * @example
 * ```ts
 * import { groupAlerts } from 'channel-formatters/group-alerts';
 * import { fromAlertmanager } from 'channel-formatters/sources/alertmanager';
 *
 * export const toAlerts = (webhook: unknown) => groupAlerts(fromAlertmanager(webhook));
 * ```
 */
export function groupAlerts(alerts: Iterable<Alert>, { by = sameAlert }: GroupOptions = {}): Alert[] {
  const groups = new Map<string, { key: readonly string[]; alerts: Alert[] }>();
  for (const alert of alerts) {
    const key = by(alert);
    const name = JSON.stringify(key);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { key, alerts: [alert] });
    else group.alerts.push(alert);
  }
  return [...groups.values()].map((group) => merge(group.alerts, group.key));
}
