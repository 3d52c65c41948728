/**
 * The name by which an action comes back from a channel: plain without a key, signed with one.
 *
 * Layout of a signed one: `cf1_`, then base64url of tenant (8 bytes), kind (1), issued and expires (6 each, seconds, 0 for
 * none), action id and fingerprint (a byte of length before each), then 22 characters of HMAC-SHA256 over the text before it and the
 * value that the channel sends along. At most 244 characters: Slack's `action_id` takes 255.
 */
import type { Action, Document } from '../document/nodes.js';
import { createMacKey, isMacKey, type MacKey, shortDigest } from '../kernel/hash.js';
import { maxEpochMs } from '../kernel/instant.js';
import type { ActionKey } from '../tenant/action-options.js';
import type { RenderContext } from '../tenant/render-context.js';

/** Begins every signed token; its digit is the version of the layout. */
export const tokenPrefix = 'cf1_';

/** A kind is written as its place in this list: append, never reorder. */
export const actionKinds = [
  'link',
  'acknowledge',
  'resolve',
  'silence',
  'select',
  'date',
  'input',
  'custom',
] as const satisfies readonly Action['kind'][];

/** UTF-8 bytes that a token has room for. */
export const carriedBytes = { actionId: 60, fingerprint: 80 } as const;

/** Room for the id of an action inside the value of a menu entry, of 75 characters on Slack. */
const maxOptionIdChars = 48;

/** Slack's `action_id` is at most 255 characters long; the rest is for the number of a copy. */
const maxPlainChars = 247;

const defaultTtlMs = 7 * 24 * 60 * 60 * 1000;
/** The last instant of a `Date`, https://tc39.es/ecma262/#sec-time-values-and-time-range */
const maxSeconds = maxEpochMs / 1000;

/** A key as the checked configuration holds it. */
export const toMacKey = (key: ActionKey): MacKey => (isMacKey(key) ? key : createMacKey(key));

/** Kinds whose value is chosen by the person, after the token was made; all others send back a value that is signed. */
const chosen: ReadonlySet<Action['kind']> = new Set(['select', 'date', 'input']);

/** The code of a token: it covers the value where that is not for the person to choose. */
export const tokenMac = (key: MacKey, body: string, kind: Action['kind'], value: string | undefined): string =>
  key.mac('channel-formatters action 1', body, chosen.has(kind) ? '' : (value ?? ''));

/** The code of a menu entry, which holds in this menu only. */
export const optionMac = (key: MacKey, menu: string, entry: string): string =>
  key.mac('channel-formatters option 1', menu, entry);

/** An id as it is, or its digest where it is too long to carry. */
export const carry = (id: string, maxBytes: number): string =>
  id.isWellFormed() && Buffer.byteLength(id) <= maxBytes ? id : `sha256:${shortDigest(32, id)}`;

function carried(id: string, part: keyof typeof carriedBytes, { diagnostics }: RenderContext): string {
  const limit = carriedBytes[part];
  const result = carry(id, limit);
  if (result === id) return id;
  const message = `An ${part === 'actionId' ? 'action id' : "alert's fingerprint"} too long to carry comes back as its digest`;
  if (diagnostics.some((known) => known.code === 'normalized' && known.message === message)) return result;
  const numbers = { limit, actual: Buffer.byteLength(id), unit: 'byte' } as const;
  diagnostics.push({ code: 'normalized', severity: 'info', path: 'actions', message, ...numbers });
  return result;
}

const toSeconds = (epochMs: number): number => Math.min(maxSeconds, Math.max(1, Math.floor(epochMs / 1000)));

const printable = /^[\x21-\x7e]+$/;

function plainToken({ kind, id }: Pick<Action, 'kind' | 'id'>): string {
  const wanted = `${kind}:${id}`;
  return wanted.length <= maxPlainChars && printable.test(wanted) ? wanted : `${kind}:${shortDigest(32, id)}`;
}

/**
 * Names an action for the app that handles it. Stable for the same action, document, tenant and present.
 *
 * With a key in the tenant's configuration the name is a signed token, which `createActionVerifier` of
 * `channel-formatters/actions` decodes; the channel has to send the action's `value` along unchanged. Without, it is
 * `kind:id`, or a digest in place of an id that is long or not printable.
 */
export function actionToken(
  action: Pick<Action, 'id' | 'kind' | 'value'>,
  { meta }: Pick<Document, 'meta'>,
  context: RenderContext,
): string {
  const { config, tenantHash } = context.tenant;
  if (config.actions === undefined) return plainToken(action);
  const { key, ttlMs = defaultTtlMs } = config.actions;
  const { nowMs } = context;
  const id = Buffer.from(carried(action.id, 'actionId', context));
  const fingerprint = Buffer.from(
    meta.fingerprint === undefined ? '' : carried(meta.fingerprint, 'fingerprint', context),
  );
  const fixed = Buffer.alloc(21);
  fixed.write(tenantHash, 0, 'hex');
  fixed.writeUInt8(actionKinds.indexOf(action.kind), 8);
  fixed.writeUIntBE(nowMs === undefined ? 0 : toSeconds(nowMs), 9, 6);
  fixed.writeUIntBE(nowMs === undefined ? 0 : toSeconds(nowMs + ttlMs), 15, 6);
  const body = Buffer.concat([fixed, Buffer.of(id.length), id, Buffer.of(fingerprint.length), fingerprint]).toString(
    'base64url',
  );
  return tokenPrefix + body + tokenMac(toMacKey(key), body, action.kind, action.value);
}

/**
 * Names an action that shares a menu with others, in at most 72 characters; `menu` is the token of the menu. Returns
 * `undefined` for a tenant without a key.
 */
export function optionToken(
  { id, kind }: Pick<Action, 'id' | 'kind'>,
  menu: string,
  { tenant }: RenderContext,
): string | undefined {
  const { actions } = tenant.config;
  if (actions === undefined) return undefined;
  const short = printable.test(id) && id.length <= maxOptionIdChars ? id : `sha256:${shortDigest(32, id)}`;
  const entry = `${actionKinds.indexOf(kind)}${short}`;
  return `${entry}.${optionMac(toMacKey(actions.key), menu, entry)}`;
}
