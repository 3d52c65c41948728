/** Takes Slack payloads apart: what people read, what is structure, what is live. */
import { blocksOf } from './slack-limits.js';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textMembers = new Set([
  ...['text', 'alt_text', 'fallback'],
  // Of data tables and charts.
  ...['caption', 'title', 'label', 'name', 'x_label', 'y_label'],
]);

/** Every text that people read, in order, the notification text included. */
export function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    typeof member === 'string' ? (textMembers.has(name) ? [member] : []) : textsOf(member),
  );
}

/** The text of a block or a message body as one string. */
export const bodyText = (payload: unknown): string =>
  blocksOf(payload)
    .map((block) => textsOf(block).join(''))
    .join('\n');

/** Members that identify a message and follow from what it says. */
const identities = new Set(['block_id', 'fingerprint']);

/** The payload without what data may change: texts are blanked, derived identities too. */
export function structureOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structureOf);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      if (name === 'categories' && Array.isArray(member)) return [name, member.map(() => '')];
      if (typeof member !== 'string') return [name, structureOf(member)];
      return [name, textMembers.has(name) || identities.has(name) ? '' : member];
    }),
  );
}

const liveKinds = ['link', 'user', 'usergroup', 'channel', 'broadcast', 'date', 'emoji', 'color', 'team'] as const;
type Live = { readonly type: (typeof liveKinds)[number] } & Readonly<Record<string, unknown>>;

/** Every rich text element that is more than text. */
export function liveElementsOf(value: unknown): Live[] {
  if (Array.isArray(value)) return value.flatMap(liveElementsOf);
  if (!isObject(value)) return [];
  const own = liveKinds.some((kind) => kind === value.type) ? [value as Live] : [];
  return [...own, ...Object.values(value).flatMap(liveElementsOf)];
}

/** Every place of a payload where Slack parses markup. */
export function markupPlacesOf(payload: unknown): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { type, text } = value as { type?: unknown; text?: unknown };
    if ((type === 'mrkdwn' || type === 'markdown') && typeof text === 'string') found.push(text);
    Object.values(value).forEach(visit);
  };
  visit(payload);
  if (isObject(payload) && typeof payload.text === 'string') found.push(payload.text);
  return found;
}

/** The blocks that hold content: neither headline, mentions, nor the notes at either end. */
export const contentOf = (payload: unknown): Record<string, unknown>[] =>
  blocksOf(payload).filter(({ type }) => type !== 'header' && type !== 'context');

/** The texts of the small print: notes of what is left out, part numbers, footers. */
export const smallPrintOf = (payload: unknown): string[] =>
  blocksOf(payload)
    .filter(({ type }) => type === 'context')
    .flatMap(textsOf);
