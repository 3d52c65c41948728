/** Stable identifiers derived from content, so that the same input gives the same ids in any process. */
import { hash } from 'node:crypto';

/** Returns the SHA-256 of the parts, 64 lower-case hex digits. `('ab', 'c')` and `('a', 'bc')` differ. */
export function digest(...parts: readonly string[]): string {
  let joined = '';
  // Length before content, as in a netstring: no part can imitate the border to its neighbour.
  for (const part of parts) joined += `${part.length}:${part}`;
  return hash('sha256', joined);
}

/** Returns the first `length` hex digits of {@link digest}, for ids with a length limit: 16 digits are 64 bits. */
export function shortDigest(length: number, ...parts: readonly string[]): string {
  return digest(...parts).slice(0, length);
}

/** Keeps an identifier that is printable ASCII within the limit, and hashes any other: a cut id is another's id. */
export function stableId(id: string, maxChars: number): string {
  return id.length <= maxChars && /^[\x21-\x7e]+$/.test(id) ? id : shortDigest(32, id);
}
