/**
 * A webhook of Datadog. Its members are whatever the customer wrote into the template, mostly the names of variables.
 * https://docs.datadoghq.com/integrations/webhooks/#variables
 */
import type { Severity, Status } from '../../document/nodes.js';
import type { Alert } from '../../domains/alert/schema.js';
import type { Diagnostic } from '../../kernel/diagnostics.js';
import { InputInvalidError, type Issue } from '../../kernel/errors.js';
import { severityOfPriority } from '../shared/severity.js';
import { readTime } from '../shared/times.js';
import { readTags } from './tags.js';

/** The names under which things are found, the preferred one first, in lower case. */
const names = {
  title: ['event_title', 'title', 'alert_title', 'alertname'],
  body: ['text_only_msg', 'event_msg', 'body', 'message', 'text'],
  transition: ['alert_transition', 'transition', 'alert_status_transition'],
  kind: ['alert_type', 'type'],
  cycle: ['alert_cycle_key'],
  aggregation: ['aggreg_key', 'aggregation_key'],
  monitor: ['alert_id', 'monitor_id'],
  scope: ['alert_scope', 'scope'],
  date: ['date', 'date_posix', 'last_updated', 'timestamp'],
  tags: ['tags'],
  host: ['hostname', 'host'],
  metric: ['alert_metric', 'metric', 'metric_namespace'],
  query: ['alert_query', 'query'],
  priority: ['alert_priority', 'priority'],
  link: ['link', 'url', 'event_url'],
  snapshot: ['snapshot'],
} as const;

type Part = keyof typeof names;
type Parts = Readonly<Partial<Record<Part, string>>>;

/** What Datadog puts where a variable has no value, and a variable that it does not know, which it leaves as it was written. */
const isMissing = (value: string): boolean => /^(?:|null|none|n\/a|\$[A-Z][A-Z0-9_[\]".]*)$/i.test(value.trim());

function toText(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(',');
  return typeof value === 'string' && !isMissing(value) ? value : undefined;
}

/** Finds the parts whatever the case of their names, and the names that are none of them. */
function partsOf(webhook: Readonly<Record<string, unknown>>): { parts: Parts; others: string[] } {
  const members = new Map(Object.entries(webhook).map(([name, value]) => [name.toLowerCase(), { name, value }]));
  const parts: { -readonly [Key in Part]?: string } = {};
  const read = new Set<string>();
  for (const part of Object.keys(names) as Part[]) {
    for (const name of names[part]) {
      const member = members.get(name);
      const text = toText(member?.value);
      if (member === undefined || text === undefined) continue;
      read.add(member.name);
      parts[part] ??= text;
    }
  }
  const others = [...members.values()].flatMap(({ name, value }) =>
    read.has(name) || toText(value) === undefined ? [] : [name],
  );
  return { parts, others };
}

type Look = { readonly severity?: Severity; readonly status: Status };

/** What happened to the alert, by the first words of the transition. */
const transitions: readonly (readonly [RegExp, Look])[] = [
  [/^(?:recovered|resolved|ok|success)/i, { status: 'resolved' }],
  [/^(?:re-?)?warn/i, { severity: 'warning', status: 'firing' }],
  [/^(?:re-?)?no data/i, { severity: 'warning', status: 'firing' }],
  [/^info/i, { severity: 'info', status: 'firing' }],
];

function lookOf({ transition, kind, title = '' }: Parts): Look {
  // The title says it too where a template has nothing else: `[Recovered on {host:a}] Latency`.
  const [, state] = stateInTitle.exec(title) ?? [];
  for (const word of [transition, kind, state]) {
    if (word === undefined) continue;
    return transitions.find(([pattern]) => pattern.test(word.trim()))?.[1] ?? { status: 'firing' };
  }
  return { status: 'firing' };
}

/** Stands before the name of the monitor, another one in each state; `[P1]` may stand before it. */
const stateInTitle =
  /^(?:\[P[1-5]\] ?)?\[((?:Re-?)?(?:Triggered|Recovered|Warn|No Data|Renotify|Alert|OK|Resolved))(?: on \{[^}]{0,400}\})?\] ?/i;

const priorityInTitle = /^\[P([1-5])\] ?/i;

/** Marks of Datadog's own around Markdown. */
const markdownMarks = /^[ \t]*%%%[ \t]*$/gm;

/** Only the first parts identify an alert through all its states; the id of an event is another one each time. */
function fingerprintOf({ cycle, aggregation, monitor, scope }: Parts): string | undefined {
  if (cycle !== undefined) return `datadog/cycle/${cycle}`;
  if (aggregation !== undefined) return `datadog/aggregation/${aggregation}`;
  return monitor === undefined ? undefined : `datadog/monitor/${monitor}/${scope ?? ''}`;
}

function refuse(issues: readonly Issue[]): never {
  throw new InputInvalidError('sources/datadog', issues);
}

/** The alert of a webhook. @throws InputInvalidError where it has no title or time */
export function fromWebhook(
  webhook: Readonly<Record<string, unknown>>,
  path: string,
  diagnostics: Diagnostic[],
): Alert {
  const { parts, others } = partsOf(webhook);
  const { title: rawTitle, body, date, host, metric, query, link, snapshot, scope, monitor } = parts;
  const at = readTime(date);
  if (rawTitle === undefined || at === undefined) {
    const missing: Issue[] = [];
    if (rawTitle === undefined) missing.push({ path: `${path}title`, message: 'expected string', expected: 'string' });
    const expected = 'epoch seconds or milliseconds, or an ISO 8601 time';
    if (at === undefined) missing.push({ path: `${path}date`, message: `expected ${expected}`, expected });
    refuse(missing);
  }
  for (const name of others) {
    const message = 'A member that has no place in an alert was left out';
    diagnostics.push({ code: 'dropped', severity: 'info', path: path + name, message });
  }
  const { severity: stated, status } = lookOf(parts);
  // `$PRIORITY` is `normal` or `low` for every alert; only `P1` to `P5` say something.
  const priority = severityOfPriority(parts.priority) ?? severityOfPriority(priorityInTitle.exec(rawTitle)?.[1]);
  const { labels, ...places } = readTags((parts.tags ?? '').split(','));
  const title = rawTitle.replace(stateInTitle, '').replace(priorityInTitle, '').trim() || rawTitle;
  const description = body?.replace(markdownMarks, '').trim();
  const own = Object.entries({ monitor, scope, metric, query }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const all = [...Object.entries(labels ?? {}), ...own];
  if (status === 'resolved') {
    const message = 'Datadog does not say when the alert began: the time of its end stands for that of its start';
    diagnostics.push({ code: 'fallback', severity: 'info', path: `${path}date`, message });
  }
  const fingerprint = fingerprintOf(parts);
  return {
    severity: stated ?? priority ?? 'error',
    status,
    title,
    ...(description !== undefined && description !== '' && { description }),
    source: host ?? 'Datadog',
    ...places,
    startedAt: at,
    ...(status === 'resolved' && { endedAt: at }),
    ...(all.length > 0 && { labels: Object.fromEntries(all) }),
    ...(link !== undefined && { links: [{ url: link, label: 'Datadog' }] }),
    ...(snapshot !== undefined && { images: [{ url: snapshot, alt: title }] }),
    ...(fingerprint !== undefined && { fingerprint }),
  };
}
