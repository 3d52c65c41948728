/** What Slack and Teams send when somebody uses an element, in the shapes of their documentation. */
import type { ActionElement, ActionsBlock, InputBlock } from '../../src/channels/slack/payload.js';
import type { TenantConfig } from '../../src/tenant/config.js';
import { alertWith } from '../support/slack-inputs.js';
import { blocksOf } from '../support/slack-limits.js';
import { createSlack } from '../support/tenants.js';

export const now = Date.UTC(2026, 10, 20, 12);
export const key = 'a key for tests of 32 bytes, or a few more';
export const fingerprint = 'edge-latency-7';

export const tenant = (members: Partial<TenantConfig> = {}): TenantConfig => ({
  tenantId: 'label_42',
  actions: { key },
  ...members,
});

type Element = ActionElement | InputBlock['element'];

/** The elements that a Slack message of an alert has for its actions. */
export function slackElements(
  actions: readonly object[],
  config: TenantConfig = tenant(),
  print = fingerprint,
): Element[] {
  const { payload } = createSlack(config).format(alertWith({ actions, fingerprint: print } as never), { now });
  return blocksOf(payload).flatMap((block): Element[] => {
    if (block.type === 'actions') return (block as unknown as ActionsBlock).elements;
    return block.type === 'input' ? [(block as unknown as InputBlock).element] : [];
  });
}

/** What Slack sends for the use of one element; `chosen` is the part that the person decides. */
export const blockActions = (element: object, chosen: object = {}) => ({
  type: 'block_actions',
  api_app_id: 'A02',
  user: { id: 'U024BE7LH', username: 'mira', team_id: 'T9TK3CUKW' },
  team: { id: 'T9TK3CUKW', domain: 'label' },
  container: { type: 'message', message_ts: '1795167000.000100' },
  actions: [{ ...element, block_id: '7', action_ts: '1795167060.1', ...chosen }],
});

const from = { id: '29:1a2b', aadObjectId: '6f9619ff-8b86-d011-b42d-00cf4fc964ff', name: 'Mira' };

/** What Teams sends a bot for `Action.Submit`. */
export const submit = (data: object) => ({ type: 'message', channelId: 'msteams', from, value: data });

/** What Teams sends a bot for `Action.Execute`. */
export const execute = (data: object) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  channelId: 'msteams',
  from,
  value: { action: { type: 'Action.Execute', id: 'a1', verb: 'acknowledge', data }, trigger: 'manual' },
});
