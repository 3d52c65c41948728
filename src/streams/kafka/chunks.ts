/** A value that is larger than a record may be, as several records. */
import { createChunkHeaders } from './chunk-headers.js';
import type { KafkaMessage } from './payload.js';
import { recordBatchBytes } from './size.js';

/**
 * Splits the value of a message so that each part fits. All have the key of the whole, so that one consumer gets all of
 * them, in order.
 *
 * @returns `undefined` when the headers alone take more than a record may
 */
export function splitMessage(
  message: KafkaMessage,
  sha256: string,
  maxRecordBytes: number,
): KafkaMessage[] | undefined {
  const { key, value } = message;
  if (value === null) return undefined;
  // As many digits as any part can need, so that every part has the same room.
  const widest = { ...message.headers, ...createChunkHeaders(sha256, value.length, value.length) };
  // A value as long as allowed has the widest length before it.
  const overhead = recordBatchBytes({ key, value: null, headers: widest }) + 8;
  const room = maxRecordBytes - overhead;
  if (room < 1) return undefined;
  const count = Math.ceil(value.length / room);
  return Array.from({ length: count }, (_, index) => ({
    ...message,
    value: value.subarray(index * room, (index + 1) * room),
    headers: { ...message.headers, ...createChunkHeaders(sha256, index, count) },
  }));
}
