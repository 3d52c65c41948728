import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { murmur2, partitionOf } from '../../../src/streams/kafka/murmur2.js';

const theirs = createRequire(import.meta.url)('kafkajs/src/producer/partitioners/default/murmur2.js') as (
  key: Buffer,
) => number;

describe('the partition of a key', () => {
  it('is the one that another client chooses', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.integer({ min: 1, max: 1000 }), (bytes, partitions) => {
        const hash = theirs(Buffer.from(bytes));
        expect(murmur2(bytes)).toBe(hash | 0);
        expect(partitionOf(bytes, partitions)).toBe((hash & 0x7fffffff) % partitions);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    // Kafka's own test of `Utils.murmur2`.
    ['21', -973932308],
    ['foobar', -790332482],
    ['a-little-bit-long-string', -985981536],
    ['a-little-bit-longer-string', -1486304829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
  ])('is made of the hash that Kafka states for %s', (text, hash) => {
    expect(murmur2(Buffer.from(text))).toBe(hash);
  });
});
