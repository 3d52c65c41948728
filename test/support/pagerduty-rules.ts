/** What PagerDuty's documentation asks of an event, written a second time and in another way than in `src/`. */
import { walkValues } from '../contract/values.js';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown, max: number): boolean =>
  typeof value === 'string' && /\S/.test(value) && value.length <= max;

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

const bodyMembers = ['summary', 'source', 'severity', 'timestamp', 'component', 'group', 'class', 'custom_details'];
const changeMembers = ['summary', 'source', 'timestamp', 'custom_details'];

const members: Readonly<Record<string, readonly string[]>> = {
  trigger: ['routing_key', 'event_action', 'dedup_key', 'payload', 'images', 'links', 'client', 'client_url'],
  acknowledge: ['routing_key', 'event_action', 'dedup_key'],
  resolve: ['routing_key', 'event_action', 'dedup_key'],
  change: ['routing_key', 'payload', 'links'],
};

function bodyProblems(body: unknown, kind: string): string[] {
  if (!isObject(body)) return ['no payload'];
  const known = kind === 'change' ? changeMembers : bodyMembers;
  const problems = Object.keys(body).flatMap((name) => (known.includes(name) ? [] : [`payload.${name} is unknown`]));
  if (!isText(body['summary'], 1024)) problems.push('summary');
  if (!isText(body['source'], 1024)) problems.push('source');
  if (kind !== 'change' && !['critical', 'error', 'warning', 'info'].includes(String(body['severity'])))
    problems.push('severity');
  if (body['timestamp'] !== undefined && !isoTime.test(String(body['timestamp']))) problems.push('timestamp');
  for (const name of ['component', 'group', 'class']) {
    if (body[name] !== undefined && !isText(body[name], 1024)) problems.push(name);
  }
  if (body['custom_details'] !== undefined && !isObject(body['custom_details'])) problems.push('custom_details');
  return problems;
}

function urlProblems(list: unknown, member: string, pattern: RegExp): string[] {
  if (list === undefined) return [];
  if (!Array.isArray(list) || list.length === 0) return [`${member}: no list`];
  return list.flatMap((entry: unknown, index) => {
    const url = isObject(entry) ? entry[member] : undefined;
    return typeof url === 'string' && pattern.test(url) && url.length <= 2048 && URL.canParse(url)
      ? []
      : [`${member}.${index}`];
  });
}

function valueProblems(event: unknown): string[] {
  const problems: string[] = [];
  for (const { path, value } of walkValues(event)) {
    if (value === undefined || typeof value === 'bigint' || typeof value === 'function')
      problems.push(`${path} is no JSON`);
    if (typeof value === 'number' && !Number.isFinite(value)) problems.push(`${path} is no number`);
    if (typeof value === 'string' && !value.isWellFormed()) problems.push(`${path} is not well formed`);
    if (typeof value === 'string' && /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]/.test(value))
      problems.push(`${path} has controls`);
  }
  return problems;
}

/** Tells everything that is wrong with an event. */
export function pagerDutyProblems(event: unknown, maxBytes = 512_000): string[] {
  if (!isObject(event)) return ['no object'];
  const kind = 'event_action' in event ? String(event['event_action']) : 'change';
  const known = members[kind];
  if (known === undefined) return [`event_action ${kind}`];
  const problems = Object.keys(event).flatMap((name) => (known.includes(name) ? [] : [`${name} is unknown`]));
  if (kind !== 'change' && !(isText(event['dedup_key'], 255) && /^[\x21-\x7e]+$/.test(String(event['dedup_key']))))
    problems.push('dedup_key');
  if (kind === 'trigger' || kind === 'change') problems.push(...bodyProblems(event['payload'], kind));
  problems.push(
    ...urlProblems(event['links'], 'href', /^https?:\/\//),
    ...urlProblems(event['images'], 'src', /^https:\/\//),
  );
  const json = JSON.stringify(event);
  const bytes = Buffer.byteLength(json);
  if (bytes > maxBytes) problems.push(`${bytes} bytes`);
  return [...problems, ...valueProblems(event)];
}
