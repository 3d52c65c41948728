/** Records as kafkajs produces them, and kafkajs and kcat read them from the broker that is inside of librdkafka. */
import { type IHeaders, Kafka, logLevel, Partitioners } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KafkaEventFormatter, type KafkaMessage, type KafkaOptions, partitionOf } from '../../src/formatters/kafka.js';
import { en } from '../../src/generated/locales/en.js';
import type { KafkaTenantOptions } from '../../src/tenant/kafka-options.js';
import { events } from '../contract/events.js';
import { attributeProblems, readKafkaBinary, readStructured } from '../support/cloudevents.js';
import { type Broker, eventually, hasKcat, isRequired, start, startKafka } from '../support/stream-consumers.js';

const create = (kafka: KafkaTenantOptions = {}) =>
  new KafkaEventFormatter({ tenantId: 'label_42', locales: [en], channels: { kafka } });

type Read = {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Record<string, Buffer>;
  readonly partition: number;
};

const partitions = 4;

const toBuffers = (headers: IHeaders | undefined): Record<string, Buffer> =>
  Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, Buffer.from(String(value))]));

describe.skipIf(!hasKcat && !isRequired)('a broker (apt-get install kcat)', { timeout: 30_000 }, () => {
  let broker: Broker;
  let client: Kafka;
  beforeAll(async () => {
    broker = await startKafka();
    client = new Kafka({ clientId: 'test', brokers: [`127.0.0.1:${broker.port}`], logLevel: logLevel.NOTHING });
  });
  afterAll(() => broker.stop());

  /** Produces records of one topic and reads them again, in order of their partitions. */
  async function roundTrip(topic: string, records: readonly KafkaMessage[]): Promise<Read[]> {
    const producer = client.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    for (const record of records) await producer.send({ topic, messages: [record] });
    await producer.disconnect();
    const consumer = client.consumer({ groupId: `${topic}-group`, sessionTimeout: 6000, rebalanceTimeout: 6000 });
    const read: Read[] = [];
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ partition, message: { key, value, headers } }) => {
        read.push({ key, value, headers: toBuffers(headers), partition });
      },
    });
    await eventually('all records', () => (read.length >= records.length ? true : undefined));
    await consumer.disconnect();
    return read;
  }

  const byKey = (a: { key: Buffer | null }, b: { key: Buffer | null }): number =>
    String(a.key).localeCompare(String(b.key));

  it('gives kafkajs back what was produced: keys, values, headers, tombstones, partitions', async () => {
    const kafka = create({ topic: 'plays' });
    const structured = create({ topic: 'plays', mode: 'structured' });
    const of = (
      formatter: KafkaEventFormatter,
      event: (typeof events)[number],
      options: KafkaOptions,
    ): KafkaMessage => {
      const [message] = formatter.format(event, options).payload.messages;
      if (message === undefined) throw new Error('there is no message');
      return message;
    };
    const records = [
      ...events.map((event, index) => of(kafka, event, { entity: `binary-${index}` })),
      ...events.map((event, index) => of(structured, event, { entity: `structured-${index}` })),
      of(kafka, { source: '/x', type: 'bytes', data: new Uint8Array([0, 128, 255]) }, { entity: 'bytes' }),
      of(kafka, { source: '/x', type: 'framed', data: new Uint8Array([2, 6]) }, { entity: 'framed', schemaId: 258 }),
      of(kafka, { source: '/x', type: 'deleted' }, { entity: 'tombstone/ميلودي', tombstone: true }),
      of(kafka, { source: '/x', type: 'long', data: 'abc'.repeat(500) }, { entity: 'zipped', compression: 'gzip' }),
    ];
    const read = await roundTrip('plays', records);
    const plain = ({ key, value, headers }: KafkaMessage | Read) => ({ key, value, headers });
    expect([...read].sort(byKey).map(plain)).toEqual([...records].sort(byKey).map(plain));
    for (const { key, partition } of read) expect(partition).toBe(partitionOf(key ?? Buffer.alloc(0), partitions));
    expect(read.filter(({ value }) => value === null).map(({ key }) => String(key))).toEqual([
      'label_42/tombstone%2Fميلودي',
    ]);
    for (const { key, value, headers } of read) {
      const isWhole = String(key).includes('structured');
      const { attributes } = isWhole
        ? readStructured(String(headers['content-type']), String(value))
        : readKafkaBinary(headers, value);
      expect(attributeProblems(attributes)).toEqual([]);
      expect(attributes['tenantid']).toBe('label_42');
    }
  });

  it('gives librdkafka records whose checksums hold', async () => {
    const kafka = create({ topic: 'checked' });
    const producer = client.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    for (const event of events) await producer.send(kafka.format(event).payload);
    await producer.send(kafka.format({ source: '/x', type: 'gone' }, { tombstone: true }).payload);
    await producer.disconnect();
    const reader = start('kcat', [
      '-C',
      '-b',
      `127.0.0.1:${broker.port}`,
      '-t',
      'checked',
      '-J',
      '-e',
      '-q',
      '-X',
      'check.crcs=true',
    ]);
    await new Promise((resolve) => reader.child.once('close', resolve));
    type Line = { key: string; headers: string[]; payload: string | null; partition: number };
    const lines = reader
      .output()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    expect(lines.length).toBe(events.length + 1);
    for (const event of events) {
      const [message] = kafka.format(event).payload.messages;
      const id = String(message?.headers['ce_id']);
      const line = lines.find(({ headers }) => headers.includes(id));
      expect(line?.headers).toEqual(
        Object.entries(message?.headers ?? {}).flatMap(([name, value]) => [name, String(value)]),
      );
      expect([line?.key, line?.payload ?? '']).toEqual([String(message?.key), String(message?.value)]);
    }
    expect(lines.filter(({ headers, payload }) => payload === null && headers.includes('gone')).length).toBe(1);
  });

  it('gives all parts of a large value to one reader, in order', async () => {
    const kafka = create({ topic: 'parts', maxRecordBytes: 4096 });
    const data = 'ميلودي '.repeat(2000);
    const { payload, followUps } = kafka.format({ source: '/x', type: 'long', datacontenttype: 'text/plain', data });
    const read = await roundTrip(
      'parts',
      [payload, ...followUps].flatMap(({ messages }) => messages),
    );
    expect(read.length).toBeGreaterThan(4);
    expect(read.map(({ headers }) => String(headers['chunk-index']))).toEqual(read.map((_, index) => String(index)));
    expect(Buffer.concat(read.map(({ value }) => value ?? Buffer.alloc(0))).toString()).toBe(data);
  });
});
