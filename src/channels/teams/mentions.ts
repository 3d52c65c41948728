/** Mentions: names and ids come from the tenant's configuration and from nowhere else. */
import type { Document } from '../../document/nodes.js';
import type { TeamsMention } from '../../tenant/teams-options.js';
import { add, omit, report, type TeamsContext } from './context.js';
import { jsonSize } from './leaf.js';
import { shares } from './limits.js';
import type { TeamsMentionEntity, TextBlock } from './payload.js';
import { toll } from './run.js';

function mentionOf({ options }: TeamsContext, ref: string): TeamsMention | undefined {
  const { mentions = {} } = options;
  return Object.hasOwn(mentions, ref) ? mentions[ref] : undefined;
}

/** The name of somebody the tenant knows; an unknown name stays text. */
export function nameOf(context: TeamsContext, ref: string): string | undefined {
  const mention = mentionOf(context, ref);
  if (mention === undefined) {
    report(context, 'fallback', context.path, 'A mention is not in the tenant configuration and stays text');
  }
  return mention?.name;
}

export type Mentions = { readonly line: TextBlock; readonly entities: TeamsMentionEntity[] };

const lineToll = toll({ type: 'TextBlock', text: '', wrap: true });
const entityToll = toll({ type: 'mention', text: '', mentioned: { id: '', name: '' } });

/**
 * Those whom the text mentions, and whom the tenant wants told while an alert of this severity fires. Teams knows a mention
 * by a text block that holds the very text of an entity, so they stand in one line.
 */
export function mentionsOf(context: TeamsContext, { severity, status = 'firing' }: Document): Mentions | undefined {
  const notified = severity !== undefined && status === 'firing' ? (context.options.notify?.[severity] ?? []) : [];
  if (notified.length === 0 && context.mentioned.size === 0) return undefined;
  const room = Math.floor(Math.min(context.budget.bytes, context.budget.units) * shares.mentions);
  const entities: TeamsMentionEntity[] = [];
  const texts = new Set<string>();
  let bytes = 0;
  let left = 0;
  for (const ref of new Set([...notified, ...context.mentioned])) {
    const mention = mentionOf(context, ref);
    const text = `<at>${mention?.name}</at>`;
    if (mention === undefined || texts.has(text)) continue;
    const { id, name } = mention;
    const one = jsonSize(text);
    const two = jsonSize(name);
    const three = jsonSize(id);
    const cost = entityToll + 1 + 2 * one.bytes + two.bytes + three.bytes;
    if (bytes + cost > room) {
      left += 1;
      continue;
    }
    bytes += cost;
    context.bytes += cost;
    context.units += entityToll + 1 + 2 * one.units + two.units + three.units;
    texts.add(text);
    entities.push({ type: 'mention', text, mentioned: { id, name } });
  }
  if (left > 0) {
    const numbers = { limit: entities.length, actual: entities.length + left, unit: 'item' } as const;
    report(context, 'dropped', 'mentions', 'Mentions that a card has no room for were left out', numbers);
    omit(context, 'items', left);
  }
  if (entities.length === 0) return undefined;
  add(context, lineToll);
  return { line: { type: 'TextBlock', text: [...texts].join(' '), wrap: true }, entities };
}
