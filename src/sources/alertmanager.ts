/**
 * Prometheus Alertmanager webhooks (version 4) as alerts.
 * https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
 */
import type { Alert, AlertLink } from '../domains/alert/schema.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { validate } from '../kernel/formatter.js';
import { toEpochMs } from '../kernel/instant.js';
import * as z from '../kernel/zod.js';
import { nonEmpty, reportUnplaced, type Said, said } from './shared/annotations.js';
import { knownSeverity, severityOf } from './shared/severity.js';
import { countOmitted, endOf, strings, time } from './shared/webhook.js';

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

/** Labels without a place of their own in an alert. A severity that nobody knows stays one, so that its word is not lost. */
const isShown = ([name, value]: [string, string]): boolean =>
  name === 'severity' ? value !== '' && knownSeverity(value) === undefined : name !== 'alertname';

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
  reportUnplaced(annotations, parts, `alerts.${index}.annotations`, diagnostics);
  const { labels } = alert;
  const name = nonEmpty(labels.alertname);
  const resolved = (alert.status ?? hook.status) === 'resolved';
  const endedAt = endOf(alert.endsAt, resolved);
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
    ...(endedAt !== undefined && { endedAt }),
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
  countOmitted(alerts, hook.truncatedAlerts, 'Alertmanager', diagnostics);
  return alerts;
}
