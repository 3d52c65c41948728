/**
 * Prometheus Alertmanager webhooks (version 4) as alerts.
 * https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
 */
import type { Severity } from '../document/nodes.js';
import type { Alert, AlertLink } from '../domains/alert/schema.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { validate } from '../kernel/formatter.js';
import { toEpochMs } from '../kernel/instant.js';
import * as z from '../kernel/zod.js';

const strings = z.record(z.string(), z.string());

const time = z.custom<string>(
  (value) => typeof value === 'string' && toEpochMs(value) !== undefined,
  'an ISO 8601 time with offset or Z',
);

const webhook = z.object({
  version: z.optional(z.string()),
  groupKey: z.optional(z.string()),
  truncatedAlerts: z.optional(z.int()),
  status: z.optional(z.string()),
  receiver: z.optional(z.string()),
  commonLabels: z.optional(strings),
  commonAnnotations: z.optional(strings),
  externalURL: z.optional(z.string()),
  alerts: z.array(
    z.object({
      status: z.optional(z.string()),
      labels: strings,
      annotations: z.optional(strings),
      startsAt: time,
      endsAt: z.optional(time),
      generatorURL: z.optional(z.string()),
      fingerprint: z.optional(z.string()),
    }),
  ),
});

type Webhook = z.output<typeof webhook>;
type WebhookAlert = Webhook['alerts'][number];
type Strings = Readonly<Record<string, string>>;

/** Severity labels in use; anything else counts as an error, so that nobody sleeps through an unknown word. */
const severities: Readonly<Record<string, Severity>> = {
  critical: 'critical',
  page: 'critical',
  fatal: 'critical',
  emergency: 'critical',
  error: 'error',
  major: 'error',
  high: 'error',
  warning: 'warning',
  warn: 'warning',
  minor: 'warning',
  medium: 'warning',
  info: 'info',
  information: 'info',
  notice: 'info',
  low: 'info',
  none: 'info',
};

/** Which annotations say what, the preferred name first. */
const annotationNames = {
  summary: ['summary'],
  description: ['description', 'message'],
  runbook: ['runbook_url', 'runbook'],
  dashboard: ['dashboard_url', 'dashboard'],
} as const;

type Said = { readonly [Part in keyof typeof annotationNames]: string | undefined };

/** Go's zero time, which Alertmanager sends for "not ended" and "unknown". */
const isZeroTime = (text: string): boolean => text.startsWith('0001-01-01T');

/** Templates that find nothing leave an empty text, and an empty label is one that is not there. */
const nonEmpty = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

const knownSeverity = (label: string): Severity | undefined => {
  const name = label.toLowerCase();
  return Object.hasOwn(severities, name) ? severities[name] : undefined;
};

/** The severity of a label, by its usual names; `error` for an unknown one. */
const severityOf = (label: string | undefined): Severity =>
  label === undefined ? 'warning' : (knownSeverity(label) ?? 'error');

/** Labels without a place of their own in an alert. A severity that nobody knows stays one, so that its word is not lost. */
const isShown = ([name, value]: [string, string]): boolean =>
  name === 'severity' ? value !== '' && knownSeverity(value) === undefined : name !== 'alertname';

function said(annotations: Strings): Said {
  const first = (names: readonly string[]): string | undefined =>
    names.map((name) => nonEmpty(annotations[name])).find((value) => value !== undefined);
  const { summary, description, runbook, dashboard } = annotationNames;
  return {
    summary: first(summary),
    description: first(description),
    runbook: first(runbook),
    dashboard: first(dashboard),
  };
}

/** Names the annotations that say something which has no place in an alert. */
function unplaced(annotations: Strings, parts: Said): string[] {
  const placed = new Map<string, string | undefined>();
  for (const part of ['summary', 'description', 'runbook', 'dashboard'] as const) {
    for (const name of annotationNames[part]) placed.set(name, parts[part]);
  }
  return Object.keys(annotations).filter((name) => annotations[name] !== '' && annotations[name] !== placed.get(name));
}

function linksOf(alert: WebhookAlert, { runbook, dashboard }: Said, externalUrl: string | undefined): AlertLink[] {
  const links: AlertLink[] = [];
  if (runbook !== undefined) links.push({ url: runbook, kind: 'runbook' });
  if (dashboard !== undefined) links.push({ url: dashboard, kind: 'dashboard' });
  const query = nonEmpty(alert.generatorURL);
  if (query !== undefined) links.push({ url: query, label: 'Prometheus' });
  if (externalUrl !== undefined) links.push({ url: externalUrl, label: 'Alertmanager' });
  return links;
}

function toAlert(hook: Webhook, alert: WebhookAlert, index: number, diagnostics: Diagnostic[]): Alert {
  const annotations = { ...hook.commonAnnotations, ...alert.annotations };
  const parts = said(annotations);
  for (const name of unplaced(annotations, parts)) {
    const message = 'An annotation that has no place in an alert was left out';
    diagnostics.push({ code: 'dropped', severity: 'info', path: `alerts.${index}.annotations.${name}`, message });
  }
  const { labels } = alert;
  const name = nonEmpty(labels.alertname);
  const endedAt = alert.endsAt === undefined || isZeroTime(alert.endsAt) ? undefined : toEpochMs(alert.endsAt);
  const resolved = (alert.status ?? hook.status) === 'resolved';
  const { description } = parts;
  const title = parts.summary ?? name ?? 'Alertmanager';
  const others = Object.entries(labels).filter(isShown);
  const links = linksOf(alert, parts, nonEmpty(hook.externalURL));
  const fingerprint = nonEmpty(alert.fingerprint);
  return {
    severity: severityOf(nonEmpty(labels.severity)),
    status: resolved ? 'resolved' : 'firing',
    title,
    ...(description !== undefined && description !== title && { description }),
    source: name ?? nonEmpty(hook.receiver) ?? 'Alertmanager',
    // The schema has checked it; a time that is none cannot get here.
    startedAt: toEpochMs(alert.startsAt) ?? 0,
    // While an alert fires Alertmanager sends a time in the future, when it would give up waiting for news.
    ...(resolved && endedAt !== undefined && { endedAt }),
    ...(others.length > 0 && { labels: Object.fromEntries(others) }),
    ...(links.length > 0 && { links }),
    ...(fingerprint !== undefined && { fingerprint }),
  };
}

/**
 * Reads an Alertmanager webhook, one alert an entry. Alerts that Alertmanager itself left out (`truncatedAlerts`) are
 * counted on the last alert, where readers see it, and reported.
 *
 * @param diagnostics receives what the source had left out, and annotations that have no place in an alert
 * @throws InputInvalidError when the value is not an Alertmanager webhook
 * @example
 * ```ts
 * import { fromAlertmanager } from 'channel-formatters/sources/alertmanager';
 *
 * const [alert] = fromAlertmanager({
 *   version: '4',
 *   alerts: [{ status: 'firing', labels: { alertname: 'HighLatency' }, startsAt: '2026-11-20T09:30:00.123456789Z' }],
 * });
 * console.log(alert?.title);
 * ```
 */
export function fromAlertmanager(input: unknown, diagnostics: Diagnostic[] = []): Alert[] {
  const hook = validate('sources/alertmanager', webhook, input);
  const alerts = hook.alerts.map((alert, index) => toAlert(hook, alert, index, diagnostics));
  const omitted = hook.truncatedAlerts ?? 0;
  const last = alerts[alerts.length - 1];
  if (omitted > 0) {
    diagnostics.push({
      code: 'dropped',
      severity: 'warning',
      path: 'truncatedAlerts',
      message: `Alertmanager left ${omitted} alerts of the group out of the webhook`,
      limit: alerts.length,
      actual: alerts.length + omitted,
      unit: 'item',
    });
    if (last !== undefined) last.omittedAlerts = omitted;
  }
  return alerts;
}
