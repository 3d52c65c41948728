/**
 * Makes payloads smaller, and reads them again without trusting them.
 *
 * Synchronous and deterministic: the same bytes give the same bytes, on any host and at any time.
 */
import { Gunzip, gzipSync, Unzlib, zlibSync } from 'fflate';
import { DecompressError } from '../kernel/errors.js';
import { adler32, crc32 } from './checksums.js';

/** `gzip`: RFC 1952. `deflate`: the zlib format of RFC 1950, which HTTP calls so, and which can name a dictionary. */
export type Encoding = 'gzip' | 'deflate';

/** Text that both sides have, so that small messages need not repeat it. */
export type Dictionary = {
  /** Travels with the message: `slack-1`. */
  readonly id: string;
  readonly bytes: Uint8Array;
};

export type CompressOptions = {
  /** `auto`: `deflate` where there is a dictionary, else `gzip`. @default 'auto' */
  encoding?: Encoding | 'auto' | 'none';
  /** Only for `deflate`: gzip cannot name one. */
  dictionary?: Dictionary;
  /** 1 (fast) to 9 (small). @default 6 */
  level?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
};

export type Compressed = {
  bytes: Buffer;
  /** `identity`: it did not pay, `bytes` are what was given. */
  encoding: Encoding | 'identity';
  /** The id of the dictionary that reading needs. */
  dictionary?: string;
};

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * Compresses bytes or text, unless it does not pay.
 *
 * @example
 * ```ts
 * import { compress, decompress } from 'channel-formatters/compress';
 *
 * const { bytes, encoding } = compress('{"plays":1}'.repeat(100));
 * if (encoding !== 'identity') console.log(decompress(bytes, { encoding, maxBytes: 10_000 }).length);
 * ```
 */
export function compress(content: Uint8Array | string, options: CompressOptions = {}): Compressed {
  const original = typeof content === 'string' ? Buffer.from(content, 'utf8') : asBuffer(content);
  const { encoding: wanted = 'auto', dictionary, level = 6 } = options;
  if (wanted === 'none' || original.length === 0) return { bytes: original, encoding: 'identity' };
  const encoding = wanted === 'auto' ? (dictionary === undefined ? 'gzip' : 'deflate') : wanted;
  const known = encoding === 'deflate' ? dictionary : undefined;
  const bytes =
    encoding === 'gzip'
      ? // Without a time: fflate would read the host's clock.
        gzipSync(original, { level, mtime: 0 })
      : zlibSync(original, { level, ...(known !== undefined && { dictionary: known.bytes }) });
  if (bytes.length >= original.length) return { bytes: original, encoding: 'identity' };
  return { bytes: asBuffer(bytes), encoding, ...(known !== undefined && { dictionary: known.id }) };
}

export type DecompressOptions = {
  encoding: Encoding;
  /** The most that may come out. What would be more is refused before it is made. */
  maxBytes: number;
  /** The dictionary that the message names. */
  dictionary?: Dictionary;
};

/** Deflate makes at most 1,032 bytes of one: so many at a time go over the limit by a megabyte at most. */
const sliceBytes = 1024;
/** Header and trailer of the smallest gzip and zlib data. */
const leastBytes: Readonly<Record<Encoding, number>> = { gzip: 18, deflate: 6 };

function checkTrailer(bytes: Buffer, content: Buffer, encoding: Encoding): void {
  const isWhole =
    encoding === 'gzip'
      ? bytes.readUInt32LE(bytes.length - 8) === crc32(content) &&
        bytes.readUInt32LE(bytes.length - 4) === content.length % 2 ** 32
      : bytes.readUInt32BE(bytes.length - 4) === adler32(content);
  if (!isWhole) throw new DecompressError('corrupt', 'the checksum is another one');
}

/** RFC 1950 section 2.2: the flag FDICT, and the Adler-32 of the dictionary after the header. */
function checkDictionary(bytes: Buffer, dictionary: Dictionary | undefined): void {
  const isNamed = ((bytes[1] ?? 0) & 0x20) !== 0;
  if (isNamed !== (dictionary !== undefined)) {
    throw new DecompressError('dictionary', isNamed ? 'it needs a dictionary' : 'it was made without a dictionary');
  }
  if (dictionary !== undefined && bytes.readUInt32BE(2) !== adler32(dictionary.bytes)) {
    throw new DecompressError('dictionary', `it was made with another dictionary than \`${dictionary.id}\``);
  }
}

/**
 * Reads compressed bytes from anywhere.
 *
 * @throws DecompressError when more than `maxBytes` would come out, or the bytes are damaged or need another dictionary
 */
export function decompress(compressed: Uint8Array, { encoding, maxBytes, dictionary }: DecompressOptions): Buffer {
  const bytes = asBuffer(compressed);
  if (bytes.length < leastBytes[encoding]) throw new DecompressError('corrupt', 'it is too short');
  if (encoding === 'deflate') checkDictionary(bytes, dictionary);
  const parts: Uint8Array[] = [];
  let total = 0;
  const collect = (part: Uint8Array): void => {
    total += part.length;
    if (total > maxBytes) throw new DecompressError('too-large', `more than ${maxBytes} bytes come out`);
    parts.push(part);
  };
  const reader =
    encoding === 'gzip'
      ? new Gunzip(collect)
      : new Unzlib({ ...(dictionary && { dictionary: dictionary.bytes }) }, collect);
  try {
    for (let start = 0; start < bytes.length; start += sliceBytes) {
      const end = start + sliceBytes;
      reader.push(bytes.subarray(start, end), end >= bytes.length);
    }
  } catch (error) {
    if (error instanceof DecompressError) throw error;
    throw new DecompressError('corrupt', 'it cannot be read', error);
  }
  const content = Buffer.concat(parts);
  checkTrailer(bytes, content, encoding);
  return content;
}
