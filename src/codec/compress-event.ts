/** Events whose data are compressed, and say so: readable by whoever knows the two extensions. */
import type { CloudEvent } from '../envelope/envelope.js';
import { dataBytes } from '../envelope/formats.js';
import { type CompressOptions, compress, type Dictionary } from './compress.js';

export type Compression = NonNullable<CompressOptions['encoding']>;

export type CompressionOptions = {
  /** `auto`: `deflate` where there is a `dictionary`, else `gzip`. Left out where it does not pay. @default 'none' */
  compression?: Compression;
  /** Text that readers have too: one of `channel-formatters/dictionaries`, or an own one. */
  dictionary?: Dictionary;
};

/** The extension that names the encoding of the data, `gzip` or `deflate`, as `Content-Encoding` does in HTTP. */
const encodingAttribute = 'contentencoding';
/** The extension that names the dictionary without which the data cannot be read. */
const dictionaryAttribute = 'dictionary';

/** What an attribute takes beside its name and value, in the dearest of the transports: `,"":""`. */
const attributeBytes = 6;

const base64Bytes = (bytes: number): number => Math.ceil(bytes / 3) * 4;

/**
 * Compresses the data of an event, unless it does not pay.
 *
 * @param written how bytes travel: as they are, or as base64 inside of JSON, which takes a third more
 */
export function compressEvent(
  event: CloudEvent,
  { compression = 'none', dictionary }: CompressionOptions,
  written: 'bytes' | 'base64',
): CloudEvent {
  if (compression === 'none') return event;
  // Data that say they are encoded already would be read as if they were encoded once.
  const isTaken = event.extensions.some(([name]) => name === encodingAttribute || name === dictionaryAttribute);
  if (isTaken) return event;
  const original = dataBytes(event);
  if (original === undefined) return event;
  const compressed = compress(original, { encoding: compression, ...(dictionary !== undefined && { dictionary }) });
  if (compressed.encoding === 'identity') return event;
  const added: [string, string][] = [[encodingAttribute, compressed.encoding]];
  if (compressed.dictionary !== undefined) added.push([dictionaryAttribute, compressed.dictionary]);
  const overhead = added.reduce((bytes, [name, value]) => bytes + name.length + value.length + attributeBytes, 0);
  const { length } = compressed.bytes;
  const isGivenAsBytes = event.data instanceof Uint8Array && written === 'base64';
  const before = isGivenAsBytes ? base64Bytes(original.length) : original.length;
  if ((written === 'base64' ? base64Bytes(length) : length) + overhead >= before) return event;
  const extensions = [...event.extensions, ...added].sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...event, extensions, data: compressed.bytes };
}
