/** Signed tokens -> what they say, if the signature holds. */
import type { Action } from '../document/nodes.js';
import {
  ActionExpiredError,
  ActionForeignTenantError,
  ActionForgedError,
  ActionMalformedError,
} from '../kernel/errors.js';
import { type MacKey, sameMac } from '../kernel/hash.js';
import { actionKinds, optionMac, tokenMac, tokenPrefix } from './token.js';

/** What a genuine token says. */
export type Claims = {
  actionId: string;
  kind: Action['kind'];
  /** Absent for documents without one. */
  fingerprint?: string;
  /** Epoch milliseconds; absent where the present was not known. */
  issuedAt?: number;
  expiresAt?: number;
};

/** Who asks: keys, the present one first, and the tenant as tokens name it. */
export type Authority = { readonly keys: readonly MacKey[]; readonly tenantHash: string };

/** 22 characters of code after at least 23 bytes; Slack's elements number copies of an action with `#2`. */
const tokenPattern = /^cf1_([\w-]{31,222})([\w-]{22})(?:#\d{1,9})?$/;
const optionPattern = /^(\d(.{1,48}))\.([\w-]{22})$/s;

const expected = `a signed id, which begins with \`${tokenPrefix}\``;

type Fields = { readonly tenantHash: string; readonly claims: Claims };

/** Reads the layout that `token.ts` describes; `undefined` where it is another. */
function readBody(body: string): Fields | undefined {
  const bytes = Buffer.from(body, 'base64url');
  const idEnd = 22 + (bytes[21] ?? 0);
  const end = idEnd + 1 + (bytes[idEnd] ?? 0);
  const kind = actionKinds[bytes[8] ?? 255];
  // Other texts decode to the same bytes; only one of them is ours.
  if (kind === undefined || end !== bytes.length || bytes.toString('base64url') !== body) return undefined;
  const claims: Claims = { actionId: bytes.toString('utf8', 22, idEnd), kind };
  const fingerprint = bytes.toString('utf8', idEnd + 1, end);
  if (fingerprint !== '') claims.fingerprint = fingerprint;
  const [issued, expires] = [bytes.readUIntBE(9, 6), bytes.readUIntBE(15, 6)];
  if (issued > 0) claims.issuedAt = issued * 1000;
  if (expires > 0) claims.expiresAt = expires * 1000;
  return { tenantHash: bytes.toString('hex', 0, 8), claims };
}

/** The first key that made a code. */
function signerOf({ keys }: Authority, code: string, codeOf: (key: MacKey) => string): MacKey | undefined {
  let found: MacKey | undefined;
  // All are tried, so that the time tells nothing of which one it was.
  for (const key of keys) if (sameMac(codeOf(key), code) && found === undefined) found = key;
  return found;
}

/** What a channel sent back for one element. */
export type Returned = {
  readonly token: unknown;
  readonly value: string | undefined;
  /** The value of an entry, if the element is a menu of actions. */
  readonly option?: string;
  /** Where in the payload it is. */
  readonly path: string;
};

/**
 * Checks a token and what came with it.
 *
 * @param nowMs asked for tokens that expire
 * @throws ActionMalformedError ActionForeignTenantError ActionForgedError ActionExpiredError
 */
export function decodeToken(
  authority: Authority,
  { token, value, option, path }: Returned,
  nowMs: () => number,
): Claims {
  const [, body = '', code = ''] = typeof token === 'string' ? (tokenPattern.exec(token) ?? []) : [];
  const fields = readBody(body);
  if (fields === undefined) throw new ActionMalformedError(path, expected);
  const { tenantHash, claims } = fields;
  // Said first: another tenant's key is another key, so the signature would not hold either.
  if (tenantHash !== authority.tenantHash) throw new ActionForeignTenantError(path);
  const signer = signerOf(authority, code, (key) => tokenMac(key, body, claims.kind, value));
  if (signer === undefined) throw new ActionForgedError(path);
  const { expiresAt } = claims;
  if (expiresAt !== undefined && nowMs() > expiresAt) throw new ActionExpiredError(path, expiresAt);
  return option === undefined ? claims : { ...claims, ...decodeOption(signer, token as string, option, path) };
}

/** Checks an entry of a menu against the menu that it was chosen in. */
function decodeOption(key: MacKey, menu: string, option: string, path: string): Pick<Claims, 'actionId' | 'kind'> {
  const [, entry = '', actionId = '', code = ''] = optionPattern.exec(option) ?? [];
  const kind = actionKinds[Number(entry[0])];
  if (kind === undefined) throw new ActionMalformedError(path, 'a signed entry of a menu');
  if (!sameMac(optionMac(key, menu, entry), code)) throw new ActionForgedError(path);
  return { actionId, kind };
}
