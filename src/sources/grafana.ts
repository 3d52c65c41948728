/**
 * Grafana's unified alerting webhooks as alerts: Alertmanager's shape, with values, pictures and links of Grafana's own.
 * https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/
 */
import type { Alert, AlertLink } from '../domains/alert/schema.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { validate } from '../kernel/formatter.js';
import { toEpochMs } from '../kernel/instant.js';
import * as z from '../kernel/zod.js';
import { nonEmpty, reportUnplaced, type Said, said } from './shared/annotations.js';
import { nullish } from './shared/nullish.js';
import { knownSeverity, severityOf } from './shared/severity.js';
import { countOmitted, endOf, strings, time } from './shared/webhook.js';

const webhook = z.object({
  status: z.optional(z.string()),
  receiver: z.optional(z.string()),
  commonAnnotations: nullish(strings),
  externalURL: z.optional(z.string()),
  truncatedAlerts: nullish(z.int()),
  alerts: z.array(
    z.object({
      status: z.optional(z.string()),
      labels: nullish(strings),
      annotations: nullish(strings),
      startsAt: time,
      endsAt: nullish(time),
      values: nullish(z.record(z.string(), nullish(z.number()))),
      valueString: nullish(z.string()),
      generatorURL: nullish(z.string()),
      fingerprint: nullish(z.string()),
      silenceURL: nullish(z.string()),
      dashboardURL: nullish(z.string()),
      panelURL: nullish(z.string()),
      imageURL: nullish(z.string()),
    }),
  ),
});

type Webhook = z.output<typeof webhook>;
type WebhookAlert = Webhook['alerts'][number];

/** Names with which Grafana marks what is for itself: `__alert_rule_uid__`, `__dashboardUid__`. */
const isPrivate = (name: string): boolean => name.startsWith('__') && name.endsWith('__');

const withoutPrivate = (record: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !isPrivate(name)));

/** Labels without a place of their own in an alert. A severity that nobody knows stays one, so that its word is not lost. */
const isShown = ([name, value]: [string, string]): boolean =>
  name === 'severity' ? value !== '' && knownSeverity(value) === undefined : name !== 'alertname';

/** The links that stand in the alert itself, with the names of pages that Grafana gives them. */
const ownLinks = [
  ['dashboardURL', { kind: 'dashboard' }],
  ['panelURL', { label: 'Panel' }],
  ['generatorURL', { label: 'Grafana' }],
  ['silenceURL', { label: 'Silence' }],
] as const;

function linksOf(alert: WebhookAlert, { runbook, dashboard }: Said, externalUrl: string | undefined): AlertLink[] {
  const links: AlertLink[] = [];
  if (runbook !== undefined) links.push({ url: runbook, kind: 'runbook' });
  if (dashboard !== undefined) links.push({ url: dashboard, kind: 'dashboard' });
  for (const [member, naming] of ownLinks) {
    const url = nonEmpty(alert[member] ?? undefined);
    if (url !== undefined) links.push({ url, ...naming });
  }
  if (externalUrl !== undefined) links.push({ url: externalUrl, label: 'Grafana Alerting' });
  return links;
}

/** The values of the queries and expressions of a rule, by their letters. */
function metricsOf({ values, valueString }: WebhookAlert, path: string, diagnostics: Diagnostic[]): Alert['metrics'] {
  const metrics = Object.entries(values ?? {}).filter((entry): entry is [string, number] => entry[1] != null);
  if (metrics.length === 0 && nonEmpty(valueString ?? undefined) !== undefined) {
    const message = 'Values that Grafana sent as a text only were left out';
    diagnostics.push({ code: 'dropped', severity: 'info', path: `${path}.valueString`, message });
  }
  return metrics.length === 0 ? undefined : Object.fromEntries(metrics);
}

function toAlert(hook: Webhook, alert: WebhookAlert, index: number, diagnostics: Diagnostic[]): Alert {
  const path = `alerts.${index}`;
  const annotations = withoutPrivate({ ...hook.commonAnnotations, ...alert.annotations });
  const parts = said(annotations);
  reportUnplaced(annotations, parts, `${path}.annotations`, diagnostics);
  const labels = withoutPrivate(alert.labels ?? {});
  const name = nonEmpty(labels['alertname']);
  const resolved = (alert.status ?? hook.status) === 'resolved';
  const endedAt = endOf(alert.endsAt ?? undefined, resolved);
  const title = parts.summary ?? name ?? 'Grafana';
  const { description } = parts;
  const others = Object.entries(labels).filter(isShown);
  const metrics = metricsOf(alert, path, diagnostics);
  const links = linksOf(alert, parts, nonEmpty(hook.externalURL));
  const imageUrl = nonEmpty(alert.imageURL ?? undefined);
  const fingerprint = nonEmpty(alert.fingerprint ?? undefined);
  return {
    severity: severityOf(nonEmpty(labels['severity'])),
    status: resolved ? 'resolved' : 'firing',
    title,
    ...(description !== undefined && description !== title && { description }),
    source: name ?? nonEmpty(hook.receiver) ?? 'Grafana',
    // The schema has checked it; a time that is none cannot get here.
    startedAt: toEpochMs(alert.startsAt) ?? 0,
    ...(endedAt !== undefined && { endedAt }),
    ...(metrics !== undefined && { metrics }),
    ...(others.length > 0 && { labels: Object.fromEntries(others) }),
    ...(links.length > 0 && { links }),
    ...(imageUrl !== undefined && { images: [{ url: imageUrl, alt: title }] }),
    ...(fingerprint !== undefined && { fingerprint }),
  };
}

/**
 * Reads a webhook of Grafana's unified alerting, one alert an entry. Alerts that Grafana itself left out
 * (`truncatedAlerts`) are counted on the last alert, where readers see it, and reported.
 *
 * @param diagnostics receives what the source had left out, and what has no place in an alert
 * @throws InputInvalidError when the value is not such a webhook
 * @example
 * ```ts
 * import { fromGrafana } from 'channel-formatters/sources/grafana';
 *
 * const [alert] = fromGrafana({
 *   alerts: [{ status: 'firing', labels: { alertname: 'HighLatency' }, values: { B: 2.4 }, startsAt: '2026-11-20T09:30:00Z' }],
 * });
 * console.log(alert?.title, alert?.metrics);
 * ```
 */
export function fromGrafana(input: unknown, diagnostics: Diagnostic[] = []): Alert[] {
  const hook = validate('sources/grafana', webhook, input);
  const alerts = hook.alerts.map((alert, index) => toAlert(hook, alert, index, diagnostics));
  countOmitted(alerts, hook.truncatedAlerts ?? undefined, 'Grafana', diagnostics);
  return alerts;
}
