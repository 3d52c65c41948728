/**
 * Alerting rules of Prometheus, as its HTTP API lists them: `/api/v1/alerts` and `/api/v1/rules`.
 * https://prometheus.io/docs/prometheus/latest/querying/api/#alerts
 */
import type { Alert, AlertLink } from '../domains/alert/schema.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { validate } from '../kernel/formatter.js';
import { toEpochMs } from '../kernel/instant.js';
import * as z from '../kernel/zod.js';
import { nonEmpty, reportUnplaced, type Said, said } from './shared/annotations.js';
import { knownSeverity, severityOf } from './shared/severity.js';
import { strings, time } from './shared/webhook.js';

const activeAlert = z.object({
  labels: strings,
  annotations: z.optional(strings),
  state: z.enum(['firing', 'pending', 'inactive']),
  activeAt: time,
  /** Go prints it: `1.2e+01`, `NaN`, `+Inf`. */
  value: z.optional(z.string()),
});

const rule = z.object({
  name: z.optional(z.string()),
  query: z.optional(z.string()),
  alerts: z.optional(z.array(activeAlert)),
});

const response = z.object({
  data: z
    .object({
      alerts: z.optional(z.array(activeAlert)),
      groups: z.optional(z.array(z.object({ rules: z.array(rule) }))),
    })
    .check(z.refine(({ alerts, groups }) => alerts !== undefined || groups !== undefined, '`alerts` or `groups`')),
});

type ActiveAlert = z.output<typeof activeAlert>;
type Found = { readonly alert: ActiveAlert; readonly path: string; readonly name: string | undefined };

function find({ data: { alerts = [], groups = [] } }: z.output<typeof response>): Found[] {
  const listed = alerts.map((alert, index): Found => ({ alert, path: `data.alerts.${index}`, name: undefined }));
  const ruled = groups.flatMap(({ rules }, group) =>
    rules.flatMap(({ name, alerts: active = [] }, at) =>
      active.map((alert, index): Found => ({ alert, path: `data.groups.${group}.rules.${at}.alerts.${index}`, name })),
    ),
  );
  return [...listed, ...ruled];
}

function linksOf({ runbook, dashboard }: Said): AlertLink[] {
  const links: AlertLink[] = [];
  if (runbook !== undefined) links.push({ url: runbook, kind: 'runbook' });
  if (dashboard !== undefined) links.push({ url: dashboard, kind: 'dashboard' });
  return links;
}

/** The value of the expression; what is no number is still said, as a label. */
function valueOfRule(text: string | undefined): { metrics?: Record<string, number>; label?: string } {
  if (text === undefined || text === '') return {};
  const value = Number(text);
  return Number.isFinite(value) ? { metrics: { value } } : { label: text };
}

function toAlert({ alert, path, name: rule }: Found, diagnostics: Diagnostic[]): Alert {
  const { labels, annotations = {} } = alert;
  const parts = said(annotations);
  reportUnplaced(annotations, parts, `${path}.annotations`, diagnostics);
  const name = nonEmpty(labels['alertname']) ?? nonEmpty(rule) ?? 'Prometheus';
  const title = parts.summary ?? name;
  const { metrics, label } = valueOfRule(alert.value);
  const shown = Object.entries(labels).filter(([key, text]) =>
    key === 'severity' ? text !== '' && knownSeverity(text) === undefined : key !== 'alertname',
  );
  if (label !== undefined && !Object.hasOwn(labels, 'value')) shown.push(['value', label]);
  const links = linksOf(parts);
  const { description } = parts;
  return {
    severity: severityOf(nonEmpty(labels['severity'])),
    status: alert.state === 'inactive' ? 'resolved' : 'firing',
    title,
    ...(description !== undefined && description !== title && { description }),
    source: name,
    // The schema has checked it; a time that is none cannot get here.
    startedAt: toEpochMs(alert.activeAt) ?? 0,
    ...(metrics !== undefined && { metrics }),
    ...(shown.length > 0 && { labels: Object.fromEntries(shown) }),
    ...(links.length > 0 && { links }),
  };
}

/**
 * Reads what Prometheus answers about its alerts or rules. Pending alerts have not lasted long enough to be any: they are
 * left out and reported.
 *
 * @param diagnostics receives pending alerts, and annotations that have no place in an alert
 * @throws InputInvalidError when the value is not such an answer
 * @example
 * ```ts
 * import { fromPrometheusRules } from 'channel-formatters/sources/prometheus-rules';
 *
 * const [alert] = fromPrometheusRules({
 *   status: 'success',
 *   data: {
 *     alerts: [
 *       {
 *         labels: { alertname: 'HighLatency', severity: 'page' },
 *         annotations: { summary: 'Stream latency over 2 s' },
 *         state: 'firing',
 *         activeAt: '2026-11-20T09:30:00.123456789Z',
 *         value: '2.31e+00',
 *       },
 *     ],
 *   },
 * });
 * console.log(alert?.title, alert?.metrics);
 * ```
 */
export function fromPrometheusRules(input: unknown, diagnostics: Diagnostic[] = []): Alert[] {
  return find(validate('sources/prometheus-rules', response, input)).flatMap((found): Alert[] => {
    if (found.alert.state !== 'pending') return [toAlert(found, diagnostics)];
    const message = 'An alert that is only pending was left out';
    diagnostics.push({ code: 'dropped', severity: 'info', path: found.path, message });
    return [];
  });
}
