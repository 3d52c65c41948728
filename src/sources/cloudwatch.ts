/** Amazon CloudWatch alarms as alerts, however they travelled: SNS, SQS, EventBridge, or bare. */
import type { Severity, Status } from '../document/nodes.js';
import type { Alert } from '../domains/alert/schema.js';
import type { Diagnostic } from '../kernel/diagnostics.js';

import { toEpochMs } from '../kernel/instant.js';
import { type Carried, unwrap } from './cloudwatch/envelope.js';
import { latestValue, readingOf, type Watched, watchedByConfiguration, watchedByTrigger } from './cloudwatch/metric.js';
import {
  type Alarm,
  type AlarmState,
  alarm,
  type ReasonData,
  reasonData,
  type StateChange,
  stateChange,
} from './cloudwatch/schema.js';
import { nonEmpty } from './shared/annotations.js';
import { validateAt } from './shared/validate-at.js';

const id = 'sources/cloudwatch';

/** CloudWatch has states and no severities. Missing data may be harmless, and may be a machine that is gone. */
const looks: Readonly<Record<AlarmState, { readonly severity: Severity; readonly status: Status }>> = {
  ALARM: { severity: 'error', status: 'firing' },
  INSUFFICIENT_DATA: { severity: 'warning', status: 'firing' },
  OK: { severity: 'error', status: 'resolved' },
};

/** What both ways to send an alarm say. */
type Facts = {
  readonly name: string;
  readonly state: AlarmState;
  readonly changedAt: string;
  /** When it went off, for one that is over. */
  readonly since?: string | undefined;
  readonly description?: string | undefined;
  readonly reason?: string | undefined;
  readonly data?: ReasonData | undefined;
  readonly arn?: string | undefined;
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  readonly rule?: string | undefined;
  readonly children?: string | undefined;
  readonly watched: Watched;
};

const orNone = (text: string | null | undefined): string | undefined => nonEmpty(text ?? undefined);

function factsOfAlarm(value: Alarm): Facts {
  const children = (value.TriggeringChildren ?? []).flatMap(({ Arn }) => orNone(Arn) ?? []);
  return {
    name: value.AlarmName,
    state: value.NewStateValue,
    changedAt: value.StateChangeTime,
    description: orNone(value.AlarmDescription),
    reason: orNone(value.NewStateReason),
    arn: orNone(value.AlarmArn),
    account: orNone(value.AWSAccountId),
    region: orNone(value.Region),
    rule: orNone(value.AlarmRule),
    children: nonEmpty(children.join(', ')),
    watched: value.Trigger == null ? { dimensions: [] } : watchedByTrigger(value.Trigger),
  };
}

/** Reads the JSON in the reason data. What is none says nothing; the sentence beside it says the same. */
function readReasonData(text: string | null | undefined): ReasonData | undefined {
  if (text == null) return undefined;
  try {
    const parsed = reasonData.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function factsOfEvent({ account, region, resources, time, detail }: StateChange): Facts {
  const { alarmName, state, previousState, configuration } = detail;
  const data = readReasonData(state.reasonData);
  return {
    name: alarmName,
    state: state.value,
    changedAt: state.timestamp ?? time,
    since: previousState?.value === 'ALARM' ? (previousState.timestamp ?? undefined) : undefined,
    description: orNone(configuration?.description),
    reason: orNone(state.reason),
    data,
    arn: orNone(resources?.[0]),
    account: orNone(account),
    region: orNone(region),
    rule: orNone(configuration?.alarmRule),
    watched: watchedByConfiguration(configuration, data),
  };
}

/** Where an alarm is kept: `arn:aws:cloudwatch:eu-west-3:111122223333:alarm:Name`. */
const alarmArn = /^arn:aws:cloudwatch:([a-z]{2}(?:-[a-z]{2,12}){1,3}-\d{1,2}):\d{12}:alarm:/;

/** The page of an alarm in the console, where its identifier says in which region that is. */
function consoleLink({ arn, name }: Facts): Alert['links'] {
  const region = alarmArn.exec(arn ?? '')?.[1];
  if (region === undefined || !name.isWellFormed()) return undefined;
  const page = `cloudwatch/home?region=${region}#alarmsV2:alarm/${encodeURIComponent(name)}`;
  return [{ url: `https://${region}.console.aws.amazon.com/${page}`, label: 'CloudWatch' }];
}

function labelsOf({ account, region, rule, children, watched }: Facts): Record<string, string> {
  const { name, statistic, dimensions } = watched;
  const entries: (readonly [string, string | undefined])[] = [
    ['account', account],
    ['region', region],
    ['metric', name],
    ['statistic', statistic],
    ['rule', rule],
    ['triggeringChildren', children],
    ...dimensions,
  ];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => orNone(entry[1]) !== undefined));
}

function toAlert(facts: Facts, path: string, diagnostics: Diagnostic[]): Alert {
  const { name, state, description, reason, arn, account = '', region = '', watched } = facts;
  const { severity, status } = looks[state];
  // The schema has checked it; a time that is none cannot get here.
  const changedAt = toEpochMs(facts.changedAt) ?? 0;
  const since = facts.since === undefined ? undefined : toEpochMs(facts.since);
  if (status === 'resolved' && since === undefined) {
    const message = 'CloudWatch does not say when the alarm went off: the time of its end stands for that of its start';
    diagnostics.push({ code: 'fallback', severity: 'info', path, message });
  }
  const texts = [description, reason].filter((text) => text !== undefined);
  const metrics = readingOf(watched, latestValue(reason, facts.data));
  const labels = labelsOf(facts);
  const links = consoleLink(facts);
  return {
    severity,
    status,
    title: name,
    ...(texts.length > 0 && { description: texts.join('\n\n') }),
    source: orNone(watched.namespace) ?? 'CloudWatch',
    startedAt: since ?? changedAt,
    ...(status === 'resolved' && { endedAt: changedAt }),
    ...(metrics !== undefined && { metrics }),
    ...(Object.keys(labels).length > 0 && { labels }),
    ...(links !== undefined && { links }),
    fingerprint: arn ?? `cloudwatch/${account}/${region}/${name}`,
  };
}

function fromCarried({ value, path }: Carried, diagnostics: Diagnostic[]): Alert {
  const isEvent = typeof value === 'object' && value !== null && 'detail-type' in value;
  const facts = isEvent
    ? factsOfEvent(validateAt(id, stateChange, value, path))
    : factsOfAlarm(validateAt(id, alarm, value, path));
  return toAlert(facts, [...path, isEvent ? 'time' : 'StateChangeTime'].join('.'), diagnostics);
}

/**
 * Reads CloudWatch alarms: an SNS notification, a Lambda event of SNS or SQS, an EventBridge event "CloudWatch Alarm State
 * Change", or the alarm itself. The signature of SNS is not checked here: do so before, where the request comes in.
 *
 * `ALARM` fires as an error and `INSUFFICIENT_DATA` as a warning, as CloudWatch has no severities; `OK` resolves.
 *
 * @param diagnostics receives what the alarm does not say and an alert needs
 * @throws InputInvalidError when the value is no alarm, or asks to confirm a subscription
 * @example
 * ```ts
 * import { fromCloudWatch } from 'channel-formatters/sources/cloudwatch';
 *
 * const [alert] = fromCloudWatch({
 *   AlarmName: 'ingest-queue-age',
 *   NewStateValue: 'ALARM',
 *   NewStateReason: 'Threshold Crossed: 1 datapoint [912.0 (20/11/26 09:30:00)] was greater than the threshold (600.0).',
 *   StateChangeTime: '2026-11-20T09:31:12.123+0000',
 *   Trigger: { MetricName: 'ApproximateAgeOfOldestMessage', Namespace: 'AWS/SQS', Unit: 'Seconds', Threshold: 600 },
 * });
 * console.log(alert?.title, alert?.metrics);
 * ```
 */
export function fromCloudWatch(input: unknown, diagnostics: Diagnostic[] = []): Alert[] {
  return unwrap(input).map((carried) => fromCarried(carried, diagnostics));
}
