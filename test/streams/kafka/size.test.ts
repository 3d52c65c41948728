import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordBatchBytes } from '../../../src/streams/kafka/size.js';

type Encoder = { buffer: Buffer };
const load = createRequire(import.meta.url);
const { RecordBatch } = load('kafkajs/src/protocol/recordBatch/v0/index.js') as {
  RecordBatch: (batch: object) => Promise<Encoder>;
};
const Record = load('kafkajs/src/protocol/recordBatch/record/v0/index.js') as (record: object) => Encoder;

const bytes = fc.uint8Array({ maxLength: 300 }).map((some) => Buffer.from(some));
const headers = fc.dictionary(
  fc.string({ maxLength: 20 }).filter((name) => name !== '__proto__'),
  bytes,
  { maxKeys: 8 },
);

it('says how long a batch with one record is, to the byte', async () => {
  await fc.assert(
    fc.asyncProperty(fc.option(bytes), fc.option(bytes), headers, async (key, value, named) => {
      const record = Record({ offsetDelta: 0, timestampDelta: 0, key, value, headers: named });
      const { buffer } = await RecordBatch({ firstTimestamp: 1, maxTimestamp: 1, records: [record] });
      expect(recordBatchBytes({ key, value, headers: named })).toBe(buffer.length);
    }),
  );
});

it('counts every one of repeated headers', () => {
  const one = recordBatchBytes({ key: null, value: null, headers: { a: Buffer.from('x') } });
  const two = recordBatchBytes({ key: null, value: null, headers: { a: [Buffer.from('x'), Buffer.from('x')] } });
  expect(two - one).toBe(4);
});
