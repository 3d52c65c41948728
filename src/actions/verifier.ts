/** Checks and decodes what comes back from a channel when somebody uses an action. */
import { exceedsDepth, inputBounds } from '../document/depth.js';
import {
  ActionMalformedError,
  ActionUnsupportedError,
  ConfigInvalidError,
  isFormatError,
  OptionsInvalidError,
} from '../kernel/errors.js';
import { maxEpochMs } from '../kernel/instant.js';
import type { Result } from '../kernel/result.js';
import type { TenantConfig } from '../tenant/config.js';
import { createTenantContext, type TenantContext } from '../tenant/context.js';
import { type Authority, type Claims, decodeToken, type Returned } from './decode.js';
import { isRecord, type Members } from './members.js';
import { isSlackInteraction, readSlack } from './slack-interaction.js';
import { isTeamsInteraction, readTeams } from './teams-interaction.js';
import { carriedBytes, carry, toMacKey } from './token.js';

export type { ActionKey, ActionTenantOptions } from '../tenant/action-options.js';
export type { TeamsActionData } from './teams-interaction.js';

/** An action that somebody used, genuine and still valid. */
export type VerifiedAction = Claims & {
  /** What the action was made with, or for selects, dates and inputs what the person chose; that is no more trusted than any input. */
  value?: string;
  /** Who used it, by the channel's own id. The channel's signature on the request vouches for it, not this package. */
  actor: { channel: 'slack' | 'teams'; id: string };
};

export type VerifyOptions = {
  /** The present, epoch milliseconds. @default the tenant's clock; required for actions that expire */
  now?: number;
};

/** Checks interactions of one tenant. */
export type ActionVerifier = {
  /**
   * Decodes an interaction: Slack's `block_actions`, or an activity of Teams with `Action.Submit` or `Action.Execute`.
   *
   * @throws ActionMalformedError ActionUnsupportedError ActionForgedError ActionForeignTenantError ActionExpiredError
   * OptionsInvalidError when an action expires and the present is not known
   */
  verify(payload: unknown, options?: VerifyOptions): VerifiedAction[];
  /** The same with a result. Never throws. */
  tryVerify(payload: unknown, options?: VerifyOptions): Result<VerifiedAction[]>;
};

/**
 * Returns an id as actions carry it: as it is, or as `sha256:` and 32 hex digits of its digest where it takes more bytes than
 * there is room for (60 for the id of an action, 80 for a fingerprint). Compare `actionId` and `fingerprint` with it where
 * yours are that long.
 */
export const carriedId = (id: string, part: keyof typeof carriedBytes = 'actionId'): string =>
  carry(id, carriedBytes[part]);

type Channel = VerifiedAction['actor']['channel'];

const channels: readonly {
  readonly channel: Channel;
  readonly matches: (payload: Members) => boolean;
  readonly read: (payload: Members) => { actorId: string; returned: Returned[] };
}[] = [
  { channel: 'slack', matches: isSlackInteraction, read: readSlack },
  { channel: 'teams', matches: isTeamsInteraction, read: readTeams },
];

const noKey = {
  path: 'actions.key',
  message: 'no key given, so no action is signed',
  expected: 'a key of at least 32 bytes',
};

const noPresent = (expected: string) =>
  new OptionsInvalidError([{ path: 'now', message: `expected ${expected}`, expected }]);

/** The present, asked for once it is needed. */
function presentOf({ config }: TenantContext, options: VerifyOptions | undefined): () => number {
  return () => {
    const now = options?.now ?? config.clock?.();
    if (now === undefined) throw noPresent('epoch milliseconds, or a `clock` in the configuration: the action expires');
    if (typeof now !== 'number' || !(Math.abs(now) <= maxEpochMs)) throw noPresent('epoch milliseconds');
    return now;
  };
}

function read(payload: unknown): { channel: Channel; actorId: string; returned: Returned[] } {
  const { maxDepth, maxNodes } = inputBounds;
  if (!isRecord(payload) || exceedsDepth(payload, maxDepth, maxNodes)) {
    throw new ActionMalformedError('', 'the parsed body of an interaction');
  }
  const source = channels.find(({ matches }) => matches(payload));
  if (source === undefined) throw new ActionUnsupportedError('type', 'an interaction of Slack or an activity of Teams');
  return { channel: source.channel, ...source.read(payload) };
}

/**
 * Creates the verifier of a tenant whose configuration has `actions.key`. It tells what was made with the key from what was made
 * up; that a request comes from Slack or Teams at all is for their own signatures to say, and an action that was used
 * once can be used again until it expires.
 *
 * @throws ConfigInvalidError for a configuration that is wrong or has no key
 * @example
 * ```ts
 * import { createActionVerifier } from 'channel-formatters/actions';
 * import { en } from 'channel-formatters/locales/en';
 *
 * const tenant = { tenantId: 'label_42', locales: [en], actions: { key: 'a secret of 32 bytes or more, from a vault' } };
 * const verifier = createActionVerifier(tenant);
 *
 * export function onInteraction(body: unknown, now: number): string {
 *   const result = verifier.tryVerify(body, { now });
 *   if (!result.ok) return result.error.code;
 *   return result.value.map(({ kind, fingerprint, actor }) => `${actor.id}: ${kind} ${fingerprint}`).join('\n');
 * }
 * ```
 */
export function createActionVerifier(tenant: TenantConfig | TenantContext): ActionVerifier {
  const context = createTenantContext(tenant);
  const { actions } = context.config;
  if (actions === undefined) throw new ConfigInvalidError([noKey]);
  const keys = [actions.key, ...(actions.previousKeys ?? [])].map(toMacKey);
  const authority: Authority = { keys, tenantHash: context.tenantHash };

  const verify: ActionVerifier['verify'] = (payload, options) => {
    const nowMs = presentOf(context, options);
    try {
      const { channel, actorId, returned } = read(payload);
      return returned.map((one): VerifiedAction => {
        const claims = decodeToken(authority, one, nowMs);
        const actor = { channel, id: actorId };
        return one.value === undefined ? { ...claims, actor } : { ...claims, value: one.value, actor };
      });
    } catch (error) {
      if (isFormatError(error)) throw error;
      // A payload that changes while it is read, or refuses to be.
      throw new ActionMalformedError('', 'an interaction that can be read');
    }
  };
  return {
    verify,
    tryVerify: (payload, options) => {
      try {
        return { ok: true, value: verify(payload, options) };
      } catch (error) {
        return { ok: false, error: isFormatError(error) ? error : new ActionMalformedError('', 'an interaction') };
      }
    },
  };
}
