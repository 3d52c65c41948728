/** Actions -> the one row of buttons that a card has: at most six, the most important ones; the rest behind one of them. */
import type { Action } from '../../document/nodes.js';
import { botAction, leaveOut, titleOf, withConfirm } from './bot-actions.js';
import { sizeOf } from './chunk.js';
import { omit, report, type Size, type TeamsContext, type Wanted } from './context.js';
import { teamsUrl } from './inline.js';
import { jsonSize } from './leaf.js';
import { shares, teamsLimits } from './limits.js';
import type { ActionSet, CardAction, OpenUrlAction } from './payload.js';
import { toll } from './run.js';

const styles = { primary: 'positive', danger: 'destructive' } as const;

/** Opens a page, on every client and without a bot. */
function openUrl(context: TeamsContext, action: Action): CardAction | undefined {
  if (action.url === undefined) return leaveOut(context, 'A link action without a URL was left out');
  const url = teamsUrl(context, action.url);
  if (url === undefined) {
    // What is wrong with the URL is reported already.
    omit(context, 'actions', 1);
    return undefined;
  }
  const made: OpenUrlAction = { type: 'Action.OpenUrl', title: titleOf(context, action.label), url };
  if (action.style !== undefined) made.style = styles[action.style];
  return withConfirm(context, action, made);
}

/**
 * A webhook cannot hear of a button (`Action.Submit` and `Action.Execute` need a bot), so there an action opens its page.
 * https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using
 */
function cardAction(context: TeamsContext, action: Action, index: number): CardAction | undefined {
  if (action.kind === 'link') return openUrl(context, action);
  if (context.envelope === 'botActivity') return botAction(context, action, index);
  if (action.url === undefined) {
    // No loss that readers could do anything about, so only the sender is told.
    report(context, 'dropped', context.path, 'An action that needs a bot was left out: only `botActivity` can send it');
    return undefined;
  }
  report(context, 'fallback', context.path, 'An action that needs a bot opens its page instead');
  return openUrl(context, action);
}

/** What people need first: what the sender stresses, then taking on and ending, then looking, then the rest. */
const kindRanks: Record<Action['kind'], number> = {
  acknowledge: 1,
  resolve: 1,
  link: 2,
  silence: 3,
  custom: 3,
  select: 4,
  date: 4,
  input: 4,
};

/** The lower, the earlier; blocks of high importance go before all others. */
const priorityOf = ({ action, rank }: Wanted): number =>
  rank * 10 + (action.style === 'primary' ? 0 : kindRanks[action.kind]);

type Ordered = { readonly wanted: Wanted; readonly index: number; readonly priority: number };

type Made = { readonly made: CardAction; readonly index: number; readonly path: string };

/** Actions behind "More", in rows of as many as one takes. */
function moreAction(context: TeamsContext, rest: readonly CardAction[]): CardAction {
  const { max } = teamsLimits.actions;
  const body: ActionSet[] = [];
  for (let from = 0; from < rest.length; from += max) {
    body.push({ type: 'ActionSet', actions: rest.slice(from, from + max) });
  }
  const title = titleOf(context, context.localizer.t('action.more'));
  return { type: 'Action.ShowCard', title, card: { type: 'AdaptiveCard', body } };
}

const openUrlToll = toll({ type: 'Action.OpenUrl', title: '', url: '', style: 'destructive' });

/** Nearly all actions open a page, and are measured without being written. */
function sizeOfAction(made: CardAction): Size {
  if (made.type !== 'Action.OpenUrl') return sizeOf(made);
  const { units, bytes } = jsonSize(made.title ?? '');
  return { units: units + made.url.length + openUrlToll, bytes: bytes + made.url.length + openUrlToll };
}

const rowToll = 80;

/** The buttons of a card, counted. */
export function actionsOf(context: TeamsContext): CardAction[] {
  const { actions, budget } = context;
  if (actions.length === 0) return [];
  const room = Math.floor(Math.min(budget.bytes, budget.units) * shares.actions) - 2 * rowToll;
  const order: Ordered[] = [];
  let isOrdered = true;
  for (const [index, wanted] of actions.entries()) {
    const priority = priorityOf(wanted);
    if (index > 0 && priority < (order[index - 1]?.priority ?? 0)) isOrdered = false;
    order.push({ wanted, index, priority });
  }
  if (!isOrdered) order.sort((a, b) => a.priority - b.priority || a.index - b.index);
  const chosen: Made[] = [];
  let bytes = 0;
  let units = 0;
  let crowded: Map<string, number> | undefined;
  for (const { wanted, index } of order) {
    context.path = wanted.path;
    // What has no room is not even made: there may be thousands.
    const made = bytes >= room ? 'full' : cardAction(context, wanted.action, index);
    if (made === undefined) continue;
    const size = made === 'full' ? undefined : sizeOfAction(made);
    if (made === 'full' || size === undefined || bytes + size.bytes + rowToll / 4 > room) {
      crowded ??= new Map<string, number>();
      crowded.set(wanted.path, (crowded.get(wanted.path) ?? 0) + 1);
      bytes = chosen.length === 0 ? bytes : room;
      continue;
    }
    bytes += size.bytes + rowToll / 4;
    units += size.units + rowToll / 4;
    chosen.push({ made, index, path: wanted.path });
  }
  for (const [path, count] of crowded ?? []) {
    const actual = actions.filter((wanted) => wanted.path === path).length;
    const numbers = { limit: actual - count, actual, unit: 'item' } as const;
    report(context, 'dropped', path, 'Actions that a card has no room for were left out', numbers);
    omit(context, 'actions', count);
  }
  if (chosen.length === 0) return [];
  context.bytes += bytes + 2 * rowToll;
  context.units += units + 2 * rowToll;
  return inRows(context, chosen);
}

/** At most six buttons, in the order of the document. */
function inRows(context: TeamsContext, chosen: readonly Made[]): CardAction[] {
  const { max } = teamsLimits.actions;
  const inOrder = (some: readonly Made[]): CardAction[] =>
    [...some].sort((a, b) => a.index - b.index).map(({ made }) => made);
  if (chosen.length <= max) return inOrder(chosen);
  const hidden = chosen.slice(max - 1);
  const [first] = hidden;
  const numbers = { limit: max, actual: chosen.length, unit: 'item' } as const;
  report(context, 'fallback', first?.path ?? '', 'Actions beyond the first are behind one that shows them', numbers);
  return [...inOrder(chosen.slice(0, max - 1)), moreAction(context, inOrder(hidden))];
}
