/** A monitor, as Datadog's API returns it. https://docs.datadoghq.com/api/latest/monitors/ */
import type { Severity, Status } from '../../document/nodes.js';
import type { Alert } from '../../domains/alert/schema.js';
import type { Diagnostic } from '../../kernel/diagnostics.js';
import * as z from '../../kernel/zod.js';
import { nonEmpty } from '../shared/annotations.js';
import { nullish } from '../shared/nullish.js';
import { severityOfPriority } from '../shared/severity.js';
import { readTime } from '../shared/times.js';
import { readTags } from './tags.js';

const text = nullish(z.string());
const someTime = z.custom<number | string>((value) => readTime(value) !== undefined, 'a time');
const time = nullish(someTime);

export const monitor = z.object({
  id: z.int(),
  name: z.string(),
  query: z.string(),
  type: text,
  message: text,
  tags: nullish(z.array(z.string())),
  priority: nullish(z.int()),
  overall_state: text,
  overall_state_modified: time,
  created: someTime,
  modified: time,
  state: nullish(
    z.object({
      groups: nullish(
        z.record(
          z.string(),
          z.object({ status: text, last_triggered_ts: time, last_resolved_ts: time, last_nodata_ts: time }),
        ),
      ),
    }),
  ),
});

type Monitor = z.output<typeof monitor>;

type Look = { readonly severity: Severity; readonly status: Status };

/** Datadog's states; those that are absent say that a monitor does not watch, so that there is nothing to tell. */
const looks: Readonly<Record<string, Look>> = {
  Alert: { severity: 'error', status: 'firing' },
  Warn: { severity: 'warning', status: 'firing' },
  'No Data': { severity: 'warning', status: 'firing' },
  OK: { severity: 'error', status: 'resolved' },
};

const idle: readonly string[] = ['Ignored', 'Skipped', 'Unknown'];

/** One thing that a monitor watches: all of it, or one of its groups. */
type Watched = {
  readonly state: string;
  readonly path: string;
  readonly group?: string;
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
};

const firstTime = (...times: readonly unknown[]): number | undefined =>
  times.map(readTime).find((epochMs) => epochMs !== undefined);

function watchedBy({ overall_state, overall_state_modified, modified, created, state }: Monitor): Watched[] {
  const changedAt = firstTime(overall_state_modified, modified, created);
  const groups = Object.entries(state?.groups ?? {});
  if (groups.length === 0) {
    return [{ state: overall_state ?? 'Unknown', path: 'overall_state', startedAt: changedAt, endedAt: changedAt }];
  }
  return groups.map(([group, { status, last_triggered_ts, last_resolved_ts, last_nodata_ts }]) => ({
    state: status ?? 'Unknown',
    path: `state.groups.${group}.status`,
    group,
    startedAt: firstTime(last_triggered_ts, last_nodata_ts, changedAt),
    endedAt: firstTime(last_resolved_ts, changedAt),
  }));
}

function toAlert(given: Monitor, watched: Watched, look: Look): Alert {
  const { id, name, query, message, tags, priority } = given;
  // A monitor without any time does not match the schema.
  const { group, startedAt = 0, endedAt } = watched;
  const { labels, ...places } = readTags(tags ?? []);
  const description = nonEmpty(message ?? undefined);
  const severity = look.severity === 'warning' ? undefined : severityOfPriority(priority ?? undefined);
  return {
    ...look,
    ...(severity !== undefined && { severity }),
    title: name,
    ...(description !== undefined && { description }),
    source: 'Datadog',
    ...places,
    startedAt,
    ...(look.status === 'resolved' && endedAt !== undefined && endedAt >= startedAt && { endedAt }),
    labels: Object.fromEntries([
      ...Object.entries(labels ?? {}),
      ['monitor', String(id)],
      ['query', query],
      ...(group === undefined ? [] : [['group', group]]),
    ]),
    fingerprint: `datadog/monitor/${id}${group === undefined ? '' : `/${group}`}`,
  };
}

/** One alert for a monitor, or one for each of its groups where the API was asked for them. */
export function fromMonitor(given: Monitor, path: string, diagnostics: Diagnostic[]): Alert[] {
  return watchedBy(given).flatMap((watched) => {
    if (idle.includes(watched.state)) {
      const message = 'A monitor that does not watch at present tells nothing and was left out';
      diagnostics.push({ code: 'dropped', severity: 'info', path: `${path}${watched.path}`, message });
      return [];
    }
    // Nobody may sleep through a word that this table does not have yet.
    const known = Object.hasOwn(looks, watched.state) ? looks[watched.state] : undefined;
    const look = known ?? { severity: 'error', status: 'firing' };
    if (look.status === 'resolved' && watched.group === undefined) {
      const message = 'The monitor does not say when the alert began: the time of its end stands for that of its start';
      diagnostics.push({ code: 'fallback', severity: 'info', path: `${path}${watched.path}`, message });
    }
    return [toAlert(given, watched, look)];
  });
}
