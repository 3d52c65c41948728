/** A message that is larger than a reader takes, as several, and together again. */
import type { Issue } from '../../kernel/errors.js';
import { InputInvalidError } from '../../kernel/errors.js';
import { bytesDigest } from '../../kernel/hash.js';

/** One part. All parts of a message have the same `of` and `seq`. */
export type PartMessage = {
  v: 1;
  /** Counts from 1. */
  part: number;
  parts: number;
  /** SHA-256 of the whole in hex: tells which parts belong together, and that nothing is missing. */
  of: string;
  channel: string;
  seq?: number;
  tenant: string;
  /** Parts of a text are base64 in JSON, parts of bytes are bytes. */
  encoding?: 'base64';
  data: string | Uint8Array;
};

/** What parts repeat of their message. */
export type PartHead = { readonly channel: string; readonly seq: number | undefined; readonly tenant: string };

/** Writes a part as it is sent: as JSON, or by the codec. */
export type PartWriter = (part: PartMessage) => string | Buffer;

const sizeOf = (written: string | Buffer): number => Buffer.byteLength(written);

/**
 * Splits a written message so that each part fits.
 *
 * @returns `undefined` when what parts repeat takes more than a message may
 */
export function splitWritten(
  whole: string | Buffer,
  head: PartHead,
  maxBytes: number,
  write: PartWriter,
): [string | Buffer, ...(string | Buffer)[]] | undefined {
  const isText = typeof whole === 'string';
  const bytes = isText ? Buffer.from(whole) : whole;
  const of = bytesDigest(bytes);
  const make = (part: number, parts: number, piece: Buffer): PartMessage => ({
    v: 1,
    part,
    parts,
    of,
    channel: head.channel,
    ...(head.seq !== undefined && { seq: head.seq }),
    tenant: head.tenant,
    ...(isText ? { encoding: 'base64', data: piece.toString('base64') } : { data: piece }),
  });
  // As many digits as any part can need, and eight bytes for the length before the data of a binary part.
  const overhead = sizeOf(write(make(bytes.length, bytes.length, Buffer.alloc(0)))) + (isText ? 0 : 8);
  const room = isText ? Math.floor((maxBytes - overhead) / 4) * 3 : maxBytes - overhead;
  if (room < 1) return undefined;
  const parts = Math.ceil(bytes.length / room);
  const pieceAt = (index: number): string | Buffer =>
    write(make(index + 1, parts, bytes.subarray(index * room, (index + 1) * room)));
  const rest = Array.from({ length: parts - 1 }, (_, index) => pieceAt(index + 1));
  const written: [string | Buffer, ...(string | Buffer)[]] = [pieceAt(0), ...rest];
  return written.every((each) => sizeOf(each) <= maxBytes) ? written : undefined;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;

function asPart(value: unknown): PartMessage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { v, part, parts, of, encoding, data } = value as Partial<PartMessage>;
  const hasData = encoding === 'base64' ? typeof data === 'string' : data instanceof Uint8Array;
  const isPart = v === 1 && isCount(part) && isCount(parts) && part <= parts && typeof of === 'string' && hasData;
  return isPart ? (value as PartMessage) : undefined;
}

const pieceOf = ({ data }: PartMessage): Buffer =>
  typeof data === 'string' ? Buffer.from(data, 'base64') : Buffer.from(data.buffer, data.byteOffset, data.byteLength);

function refuse(path: string, expected: string): never {
  const issue: Issue = { path, message: `expected ${expected}`, expected };
  throw new InputInvalidError('websocket', [issue]);
}

/** Tells a part from a whole message. */
export const isPartMessage = (message: unknown): message is PartMessage => asPart(message) !== undefined;

/**
 * Puts the parts of a message together, in whatever order they came.
 *
 * @param parts messages with `part`, as `JSON.parse` or the codec read them
 * @returns the whole as it would have been sent: text, or bytes for the codec
 * @throws InputInvalidError when one is missing, doubled, of another message, or damaged
 * @example
 * ```ts
 * import { joinParts } from 'channel-formatters/websocket';
 *
 * const of = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';
 * const part = (number: number, data: string) => ({ v: 1, part: number, parts: 2, of, encoding: 'base64', data });
 * console.log(joinParts([part(2, 'bG8='), part(1, 'aGVs')]) === 'hello');
 * ```
 */
export function joinParts(parts: readonly unknown[]): string | Buffer {
  const read = parts.map((each, index) => asPart(each) ?? refuse(String(index), 'a part of a message'));
  const [first] = read;
  if (first === undefined) return refuse('', 'at least one part');
  const pieces = new Map<number, Buffer>();
  for (const [index, each] of read.entries()) {
    const isSame = each.of === first.of && each.parts === first.parts && each.encoding === first.encoding;
    if (!isSame) refuse(String(index), 'a part of the same message');
    if (pieces.has(each.part)) refuse(String(index), 'each part once');
    pieces.set(each.part, pieceOf(each));
  }
  if (pieces.size !== first.parts) refuse('', `all ${first.parts} parts`);
  const whole = Buffer.concat([...pieces].sort(([a], [b]) => a - b).map(([, piece]) => piece));
  if (bytesDigest(whole) !== first.of) refuse('', 'parts whose SHA-256 is as they say');
  return first.encoding === 'base64' ? whole.toString('utf8') : whole;
}
