/**
 * Reads what Teams sends to a bot when somebody uses a card: a message with `value` for `Action.Submit`, an invoke named
 * `adaptiveCard/action` for `Action.Execute`.
 * https://learn.microsoft.com/en-us/adaptive-cards/authoring-cards/universal-action-model
 */
import { ActionMalformedError, ActionUnsupportedError } from '../kernel/errors.js';
import type { Returned } from './decode.js';
import { type Members, memberOf, textOf } from './members.js';

/**
 * What a card puts into the `data` of `Action.Submit` and `Action.Execute`. Teams adds the values of inputs under their ids, so
 * the id of the input that belongs to the action is named too.
 */
export type TeamsActionData = {
  /** The id of the action, from `actionToken`. */
  cfAction: string;
  /** The `value` of the action, unchanged. */
  cfValue?: string;
  /** The id of the input whose value somebody chooses. */
  cfInput?: string;
};

/** What `data` names, and never an input. */
const reserved: readonly string[] = ['cfAction', 'cfValue', 'cfInput'];

export const isTeamsInteraction = ({ type }: Members): boolean => type === 'invoke' || type === 'message';

function dataOf(activity: Members): { data: Members; path: string } {
  const value = memberOf(activity, 'value', '');
  if (activity['type'] === 'message') return { data: value, path: 'value' };
  if (activity['type'] !== 'invoke') throw new ActionUnsupportedError('type', '`message`, `invoke`');
  if (activity['name'] !== 'adaptiveCard/action') throw new ActionUnsupportedError('name', '`adaptiveCard/action`');
  const action = memberOf(value, 'action', 'value');
  if (action['type'] !== 'Action.Execute' && action['type'] !== 'Action.Submit') {
    throw new ActionUnsupportedError('value.action.type', '`Action.Execute`, `Action.Submit`');
  }
  return { data: memberOf(action, 'data', 'value.action'), path: 'value.action.data' };
}

/** The Entra object id where Teams sends it, as it is the same in all conversations; else the id of the account. */
function actorOf(activity: Members): string {
  const from = memberOf(activity, 'from', '');
  const id = textOf(from['aadObjectId'], 'from.aadObjectId') || textOf(from['id'], 'from.id');
  if (id === undefined || id === '') throw new ActionMalformedError('from.id', 'the id of a user');
  return id;
}

/** @throws ActionMalformedError ActionUnsupportedError */
export function readTeams(activity: Members): { actorId: string; returned: Returned[] } {
  const { data, path } = dataOf(activity);
  const input = textOf(data['cfInput'], `${path}.cfInput`);
  if (input !== undefined && (reserved.includes(input) || !Object.hasOwn(data, input))) {
    throw new ActionMalformedError(`${path}.cfInput`, 'the id of an input beside it');
  }
  const name = input ?? 'cfValue';
  const value = textOf(data[name], `${path}.${input === undefined ? name : '(input)'}`);
  return { actorId: actorOf(activity), returned: [{ token: data['cfAction'], value, path }] };
}
