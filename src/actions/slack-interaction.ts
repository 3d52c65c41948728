/** Reads what Slack sends when somebody uses an element of a message: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
import { ActionMalformedError, ActionUnsupportedError } from '../kernel/errors.js';
import type { Returned } from './decode.js';
import { isRecord, type Members, memberOf, textOf } from './members.js';

/** Where each element has the value that it was made with, or that somebody chose in it. */
const values: Readonly<Record<string, (element: Members, path: string) => Pick<Returned, 'value' | 'option'>>> = {
  button: ({ value }, path) => ({ value: textOf(value, `${path}.value`) }),
  plain_text_input: ({ value }, path) => ({ value: textOf(value, `${path}.value`) }),
  datepicker: ({ selected_date }, path) => ({ value: textOf(selected_date, `${path}.selected_date`) }),
  static_select: (element, path) => ({ value: optionOf(element, path) }),
  overflow: (element, path) => ({ value: undefined, option: optionOf(element, path) ?? '' }),
};

/** More elements than a message has blocks with 25 elements each. */
const maxActions = 1250;

function optionOf(element: Members, path: string): string | undefined {
  // Slack sends null where somebody took a choice back.
  if (element['selected_option'] === null) return undefined;
  const option = memberOf(element, 'selected_option', path);
  return textOf(option['value'], `${path}.selected_option.value`);
}

export const isSlackInteraction = ({ type, actions, api_app_id }: Members): boolean =>
  typeof type === 'string' && (Array.isArray(actions) || type.startsWith('block_') || api_app_id !== undefined);

/** @throws ActionMalformedError ActionUnsupportedError */
export function readSlack(payload: Members): { actorId: string; returned: Returned[] } {
  if (payload['type'] !== 'block_actions') throw new ActionUnsupportedError('type', '`block_actions`');
  const actorId = textOf(memberOf(payload, 'user', '')['id'], 'user.id');
  if (actorId === undefined || actorId === '') throw new ActionMalformedError('user.id', 'the id of a user');
  const { actions } = payload;
  if (!Array.isArray(actions) || actions.length === 0 || actions.length > maxActions) {
    throw new ActionMalformedError('actions', 'a list of elements');
  }
  const returned = Array.from(actions, (element: unknown, index): Returned => {
    const path = `actions.${index}`;
    if (!isRecord(element)) throw new ActionMalformedError(path, 'an element');
    const type = String(element['type']);
    const read = Object.hasOwn(values, type) ? values[type] : undefined;
    if (read === undefined) {
      const kinds = Object.keys(values).map((kind) => `\`${kind}\``);
      throw new ActionUnsupportedError(`${path}.type`, kinds.join(', '));
    }
    return { token: element['action_id'], path, ...read(element, path) };
  });
  return { actorId, returned };
}
