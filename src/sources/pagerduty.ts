/** PagerDuty's webhooks (version 3) as alerts. https://developer.pagerduty.com/docs/webhooks-overview */
import type { Severity, Status } from '../document/nodes.js';
import type { Alert, AlertLink } from '../domains/alert/schema.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { toEpochMs } from '../kernel/instant.js';
import * as z from '../kernel/zod.js';
import { nonEmpty } from './shared/annotations.js';
import { nullish } from './shared/nullish.js';
import { severityOfPriority } from './shared/severity.js';
import { validateAt } from './shared/validate-at.js';

const id = 'sources/pagerduty';

const text = nullish(z.string());

const time = z.custom<string>(
  (value) => typeof value === 'string' && toEpochMs(value) !== undefined,
  'an ISO 8601 time with offset or Z',
);

const reference = z.object({ summary: text });

const webhook = z.object({
  event: z.object({
    event_type: z.string(),
    occurred_at: time,
    data: z.object({ type: text }),
  }),
});

const incident = z.object({
  id: z.string(),
  title: z.string(),
  status: z.string(),
  number: nullish(z.int()),
  incident_key: text,
  html_url: text,
  created_at: nullish(time),
  resolved_at: nullish(time),
  urgency: text,
  priority: nullish(reference),
  service: nullish(reference),
  escalation_policy: nullish(reference),
  assignees: nullish(z.array(reference)),
  teams: nullish(z.array(reference)),
  conference_bridge: nullish(z.object({ conference_url: text })),
});

type Incident = z.output<typeof incident>;

const states: Readonly<Record<string, Status>> = {
  triggered: 'firing',
  acknowledged: 'acknowledged',
  resolved: 'resolved',
};

/** An incident has a priority where an account uses them, and an urgency always. */
const byUrgency: Readonly<Record<string, Severity>> = { high: 'error', low: 'warning' };

function severityOf({ priority, urgency }: Incident): Severity {
  const stated = severityOfPriority(priority?.summary ?? undefined);
  return stated ?? (Object.hasOwn(byUrgency, urgency ?? '') ? byUrgency[urgency ?? ''] : undefined) ?? 'error';
}

const orNone = (value: string | null | undefined): string | undefined => nonEmpty(value ?? undefined);

const summaries = (list: Incident['assignees']): string | undefined =>
  nonEmpty((list ?? []).flatMap(({ summary }) => orNone(summary) ?? []).join(', '));

function labelsOf(given: Incident): Record<string, string> {
  const { number, priority, escalation_policy, assignees, teams } = given;
  const entries: (readonly [string, string | undefined])[] = [
    ['incident', number == null ? undefined : String(number)],
    ['priority', orNone(priority?.summary)],
    ['escalation policy', orNone(escalation_policy?.summary)],
    ['assignees', summaries(assignees)],
    ['teams', summaries(teams)],
  ];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function linksOf({ html_url, conference_bridge }: Incident): AlertLink[] {
  const links: AlertLink[] = [];
  const page = orNone(html_url);
  const call = orNone(conference_bridge?.conference_url);
  if (page !== undefined) links.push({ url: page, label: 'PagerDuty' });
  if (call !== undefined) links.push({ url: call });
  return links;
}

function toAlert(given: Incident, occurredAt: string, diagnostics: Diagnostic[]): Alert {
  // Nobody may sleep through a word that this table does not have yet.
  const status = (Object.hasOwn(states, given.status) ? states[given.status] : undefined) ?? 'firing';
  // The schema has checked it; a time that is none cannot get here.
  const at = toEpochMs(occurredAt) ?? 0;
  const createdAt = toEpochMs(given.created_at);
  if (createdAt === undefined && status !== 'firing') {
    const message = 'The webhook does not say when the incident began: the time of the event stands for it';
    diagnostics.push({ code: 'fallback', severity: 'info', path: 'event.occurred_at', message });
  }
  const startedAt = createdAt ?? at;
  const labels = labelsOf(given);
  const links = linksOf(given);
  return {
    severity: severityOf(given),
    status,
    title: given.title,
    source: orNone(given.service?.summary) ?? 'PagerDuty',
    startedAt,
    ...(status === 'resolved' && { endedAt: toEpochMs(given.resolved_at) ?? at }),
    ...(Object.keys(labels).length > 0 && { labels }),
    ...(links.length > 0 && { links }),
    // The key of the event that opened the incident, so that what came from here is known again.
    fingerprint: orNone(given.incident_key) ?? given.id,
  };
}

/**
 * Reads a webhook of PagerDuty. Events about notes, responders, services and the test ping tell of no state of an incident:
 * they give no alert, and are reported. The signature is not checked here: do so before, where the request comes in.
 *
 * @param diagnostics receives events that are no state of an incident
 * @throws InputInvalidError when the value is no webhook of version 3
 * @example
 * ```ts
 * import { fromPagerDuty } from 'channel-formatters/sources/pagerduty';
 *
 * const [alert] = fromPagerDuty({
 *   event: {
 *     event_type: 'incident.acknowledged',
 *     occurred_at: '2026-11-20T09:35:00.123Z',
 *     data: { type: 'incident', id: 'PT4KHLK', title: 'Stream latency over 2 s', status: 'acknowledged', urgency: 'high' },
 *   },
 * });
 * console.log(alert?.title, alert?.status);
 * ```
 */
export function fromPagerDuty(input: unknown, diagnostics: Diagnostic[] = []): Alert[] {
  const { event } = validateAt(id, webhook, input, []);
  if (event.data.type !== 'incident') {
    const message = 'An event that is about no state of an incident was left out';
    diagnostics.push({ code: 'dropped', severity: 'info', path: 'event', message });
    return [];
  }
  // The first schema has dropped what only incidents have.
  const { data } = (input as { event: { data: unknown } }).event;
  return [toAlert(validateAt(id, incident, data, ['event', 'data']), event.occurred_at, diagnostics)];
}
