/** Stable identifiers derived from content, so that the same input gives the same ids in any process. */
import { createHmac, hash, timingSafeEqual } from 'node:crypto';

/** Returns the SHA-256 of the parts, 64 lower-case hex digits. `('ab', 'c')` and `('a', 'bc')` differ. */
export function digest(...parts: readonly string[]): string {
  return hash('sha256', joinParts(parts));
}

function joinParts(parts: readonly string[]): string {
  let joined = '';
  // Length before content, as in a netstring: no part can imitate the border to its neighbour.
  for (const part of parts) joined += `${part.length}:${part}`;
  return joined;
}

/** Returns the first `length` hex digits of {@link digest}, for ids with a length limit: 16 digits are 64 bits. */
export function shortDigest(length: number, ...parts: readonly string[]): string {
  return digest(...parts).slice(0, length);
}

/** Returns the SHA-256 of a text's UTF-8 bytes in base64, as Content Security Policy writes it. */
export function base64Digest(text: string): string {
  return hash('sha256', text, 'base64');
}

/** Keeps an identifier that is printable ASCII within the limit, and hashes any other: a cut id is another's id. */
export function stableId(id: string, maxChars: number): string {
  return id.length <= maxChars && /^[\x21-\x7e]+$/.test(id) ? id : shortDigest(32, id);
}

/** A secret that makes and checks codes and tells nobody what it is: logging or serialising it shows nothing. */
export type MacKey = {
  /** Returns the HMAC-SHA256 of the parts, as 22 characters of base64url: 128 of its bits. */
  readonly mac: (...parts: readonly string[]) => string;
};

const macKeyBrand = Symbol.for('channel-formatters.mac-key');

/** RFC 2104, section 5: truncation to half of the hash is sound, and codes have to fit into the ids of buttons. */
const macBytes = 16;

/** Makes a key of a secret, which is copied. */
export function createMacKey(secret: string | Uint8Array): MacKey {
  const bytes = typeof secret === 'string' ? Buffer.from(secret, 'utf8') : Buffer.from(secret);
  const mac = (...parts: readonly string[]): string =>
    createHmac('sha256', bytes).update(joinParts(parts)).digest().subarray(0, macBytes).toString('base64url');
  return Object.freeze(Object.defineProperty({ mac }, macKeyBrand, { value: true }));
}

/** Tells a key from anything else, whichever of the two builds made it. */
export const isMacKey = (value: unknown): value is MacKey =>
  typeof value === 'object' && value !== null && macKeyBrand in value;

/** Compares two codes in a time that does not tell how much of them is right. */
export function sameMac(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Returns the SHA-256 of bytes, 64 lower-case hex digits. */
export const bytesDigest = (bytes: Uint8Array): string => hash('sha256', bytes);
