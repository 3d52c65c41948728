/**
 * Checks any Slack payload against the limits of Slack's documentation. The numbers are written out here once more, so
 * that a wrong number in the sources cannot confirm itself.
 */
import {
  anything,
  chars,
  escapedLength,
  flag,
  isObject,
  list,
  matches,
  oneOf,
  type Report,
  shape,
  words,
} from './checks.js';
import { block } from './slack-block-rules.js';

// Messages

/** Every block of a payload, those of attachments included. */
export function blocksOf(payload: unknown): Record<string, unknown>[] {
  if (!isObject(payload)) return [];
  const attached = Array.isArray(payload.attachments) ? payload.attachments : [];
  const lists = [payload.blocks, ...attached.map((attachment) => (isObject(attachment) ? attachment.blocks : []))];
  return lists.flatMap((blocks) => (Array.isArray(blocks) ? blocks.filter(isObject) : []));
}

/** Members that hold what is shown or what is written into the markup of what is shown. */
const counted = new Set([
  ...['text', 'alt_text', 'fallback', 'url', 'image_url', 'title', 'caption'],
  ...['label', 'name', 'x_label', 'y_label'],
]);
/** What an interaction carries is not part of the message's text. */
const uncounted = new Set(['button', 'overflow']);

/** Sum of the escaped characters of a value's texts, and of the URLs in its links and images. */
export function escapedChars(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, member) => sum + escapedChars(member), 0);
  if (!isObject(value)) return 0;
  let sum = 0;
  for (const [name, member] of Object.entries(value)) {
    if (name === 'url' && (uncounted.has(String(value.type)) || !('type' in value))) continue;
    // Categories, and the numbers of charts and cells, are written out somewhere too.
    if (name === 'categories' && Array.isArray(member)) sum += escapedLength(member.join(''));
    else if (name === 'value' && typeof member === 'number') sum += String(member).length;
    else if (typeof member === 'string') sum += counted.has(name) ? escapedLength(member) : 0;
    else sum += escapedChars(member);
  }
  return sum;
}

const has = (type: string) => (candidate: Record<string, unknown>) => candidate.type === type;

function tableChars(table: Record<string, unknown>): number {
  return escapedChars(table.rows);
}

/** The limits that concern several blocks at once. */
function checkTogether(all: Record<string, unknown>[], budgetChars: number, report: Report): void {
  if (all.length > 50) report('blocks', `${all.length} blocks, at most 50`);
  const total = escapedChars(all) + 135 * all.length;
  if (total > budgetChars) report('blocks', `${total} characters and tolls, at most ${budgetChars}`);
  const tables = all.filter(has('table'));
  if (tables.length + all.filter(has('data_table')).length > 1) report('blocks', 'more than 1 table of any kind');
  if (tables.length > 1) report('blocks', `${tables.length} tables, at most 1`);
  const cells = tables.reduce((sum, table) => sum + tableChars(table), 0);
  if (cells > 10_000) report('blocks', `${cells} characters in tables, at most 10000`);
  const dataCells = all.filter(has('data_table')).reduce((sum, table) => sum + tableChars(table), 0);
  if (dataCells > 20_000) report('blocks', `${dataCells} characters in data tables, at most 20000`);
  if (all.filter(has('data_visualization')).length > 2) report('blocks', 'more than 2 charts');
  const markdown = all.filter(has('markdown')).reduce((sum, { text }) => sum + escapedLength(String(text)), 0);
  if (markdown > 12_000) report('blocks', `${markdown} characters of Markdown, at most 12000`);
}

function idsOf(value: unknown, name: string): string[] {
  if (Array.isArray(value)) return value.flatMap((member) => idsOf(member, name));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === name && typeof member === 'string' ? [member] : idsOf(member, name),
  );
}

/** All ids of one kind in a payload. */
export const blockIdsOf = (payload: unknown): string[] => idsOf(blocksOf(payload), 'block_id');
export const actionIdsOf = (payload: unknown): string[] => idsOf(blocksOf(payload), 'action_id');

function checkUnique(ids: readonly string[], what: string, report: Report): void {
  if (new Set(ids).size < ids.length) report('blocks', `a ${what} that occurs twice`);
}

const utf8Length = (text: string): number => Buffer.byteLength(text, 'utf8');

const message = shape(
  {
    text: words(Number.POSITIVE_INFINITY),
    blocks: list(50, block),
    unfurl_links: oneOf(false),
    unfurl_media: oneOf(false),
  },
  {
    attachments: list(
      20,
      shape(
        { color: matches(/^(?:#[0-9A-F]{6}|good|warning|danger)$/i), blocks: list(50, block) },
        { footer: chars(300) },
      ),
    ),
    thread_ts: matches(/^\S+$/),
    reply_broadcast: flag,
    metadata: shape({ event_type: matches(/^[A-Za-z0-9_]+$/), event_payload: anything }),
  },
);

/** Options of the checks. */
export type LimitOptions = {
  /** The budget of escaped characters and tolls. @default 12000 */
  readonly budgetChars?: number;
};

/** Returns what is wrong with one message; empty if nothing is. */
export function checkSlackPayload(payload: unknown, { budgetChars = 12_000 }: LimitOptions = {}): string[] {
  const problems: string[] = [];
  const report: Report = (path, problem) => problems.push(`${path}: ${problem}`);
  message(payload, 'payload', report);
  const all = blocksOf(payload);
  checkTogether(all, budgetChars, report);
  checkUnique(idsOf(all, 'block_id'), 'block_id', report);
  checkUnique(idsOf(all, 'action_id'), 'action_id', report);
  if (isObject(payload)) {
    const text = String(payload.text);
    if (utf8Length(text) > 3800) report('payload.text', `${utf8Length(text)} bytes, at most 3800`);
    if (text.replaceAll(/&(?:amp|lt|gt);/g, '').match(/[&<>]/)) report('payload.text', 'a live control character');
    if (text.includes('\n')) report('payload.text', 'a line break');
    if ('reply_broadcast' in payload && !('thread_ts' in payload))
      report('payload', 'reply_broadcast without thread_ts');
  }
  return problems;
}

/** Returns what is wrong with a message and its follow-ups; their ids must not repeat either. */
export function checkSlackMessages(
  { payload, followUps }: { payload: unknown; followUps: readonly unknown[] },
  options: LimitOptions & { readonly maxFollowUps?: number } = {},
): string[] {
  const all = [payload, ...followUps];
  const problems = all.flatMap((one, index) =>
    checkSlackPayload(one, options).map((problem) => `#${index} ${problem}`),
  );
  const report: Report = (path, problem) => problems.push(`${path}: ${problem}`);
  checkUnique(all.flatMap(blockIdsOf), 'block_id', report);
  checkUnique(all.flatMap(actionIdsOf), 'action_id', report);
  const { maxFollowUps = 5 } = options;
  if (followUps.length > maxFollowUps) report('followUps', `${followUps.length} follow-ups, at most ${maxFollowUps}`);
  return problems;
}
