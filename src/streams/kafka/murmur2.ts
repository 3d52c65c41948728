/** The hash by which Kafka's Java client, and those that follow it, choose the partition of a key. */

const seed = 0x9747b28c;
const multiplier = 0x5bd1e995;
const rotation = 24;

/** MurmurHash2 of 32 bits as `org.apache.kafka.common.utils.Utils.murmur2` computes it: little endian, signed result. */
export function murmur2(bytes: Uint8Array): number {
  const length = bytes.length;
  let hash = seed ^ length;
  const whole = length & ~3;
  for (let index = 0; index < whole; index += 4) {
    let word =
      (bytes[index] ?? 0) |
      ((bytes[index + 1] ?? 0) << 8) |
      ((bytes[index + 2] ?? 0) << 16) |
      ((bytes[index + 3] ?? 0) << 24);
    word = Math.imul(word, multiplier);
    word ^= word >>> rotation;
    hash = Math.imul(hash, multiplier) ^ Math.imul(word, multiplier);
  }
  const rest = length - whole;
  if (rest === 3) hash ^= (bytes[whole + 2] ?? 0) << 16;
  if (rest >= 2) hash ^= (bytes[whole + 1] ?? 0) << 8;
  if (rest >= 1) hash = Math.imul(hash ^ (bytes[whole] ?? 0), multiplier);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, multiplier);
  return hash ^ (hash >>> 15);
}

/** The partition that a key goes to: a preview, the producer's client decides. */
export const partitionOf = (key: Uint8Array, partitions: number): number => (murmur2(key) & 0x7fffffff) % partitions;
