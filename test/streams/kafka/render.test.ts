import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Envelope } from '../../../src/envelope/envelope.js';
import { createFormatters } from '../../../src/index.js';
import { isFormatError } from '../../../src/kernel/errors.js';
import type { KafkaRecord } from '../../../src/streams/kafka/payload.js';
import { recordBatchBytes } from '../../../src/streams/kafka/size.js';
import type { KafkaTenantOptions } from '../../../src/tenant/kafka-options.js';

const played: Envelope = {
  id: 'p1',
  source: '/ledger',
  type: 'track.played',
  subject: 'track-7',
  time: '2026-11-20T10:00:00Z',
  extensions: { shard: 3 },
  data: { plays: 3 },
};

const formatterFor = (kafka: KafkaTenantOptions = { topic: 'plays' }) =>
  createFormatters({ tenantId: 'label_42', channels: { kafka } }).kafka;

const only = ({ messages }: KafkaRecord) => {
  const [message, ...others] = messages;
  if (message === undefined || others.length > 0) throw new Error('Not one message');
  return message;
};

const texts = (headers: Record<string, Buffer>) =>
  Object.fromEntries(Object.entries(headers).map(([name, bytes]) => [name, bytes.toString()]));

function pathsOf(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (isFormatError(error) && 'issues' in error) return error.issues.map(({ path }) => path);
    if (isFormatError(error, 'ERR_LIMIT_EXCEEDED')) return [`${error.path} > ${error.limit}`];
    throw error;
  }
  return [];
}

describe('a record', () => {
  it('carries data as value and attributes as headers', () => {
    const { payload } = formatterFor().format(played);
    expect(payload.topic).toBe('plays');
    const { key, value, headers, timestamp } = only(payload);
    expect([key.toString(), value?.toString(), timestamp]).toEqual([
      'label_42/track-7',
      '{"plays":3}',
      '1795168800000',
    ]);
    expect(texts(headers)).toEqual({
      ce_specversion: '1.0',
      ce_id: 'p1',
      ce_source: '/ledger',
      ce_type: 'track.played',
      ce_subject: 'track-7',
      ce_time: '2026-11-20T10:00:00.000Z',
      ce_tenantid: 'label_42',
      ce_shard: '3',
      'content-type': 'application/json',
    });
  });

  it('can be one JSON', () => {
    const { value, headers } = only(formatterFor({ topic: 'plays', mode: 'structured' }).format(played).payload);
    expect(JSON.parse(value?.toString() ?? '')).toMatchObject({ specversion: '1.0', shard: 3, data: { plays: 3 } });
    expect(texts(headers)).toEqual({ 'content-type': 'application/cloudevents+json; charset=UTF-8' });
  });

  it.each<[what: string, change: Partial<Envelope>, options: { entity?: string }, key: string]>([
    ['the entity that the caller names', {}, { entity: 'x/y' }, 'label_42/x%2Fy'],
    ['the partition key', { extensions: { partitionkey: 'pk' } }, {}, 'label_42/pk'],
    ['the subject', {}, {}, 'label_42/track-7'],
  ])('has a key of %s', (_what, change, options, key) => {
    expect(only(formatterFor().format({ ...played, ...change }, options).payload).key.toString()).toBe(key);
  });

  it('without a subject is about its source', () => {
    const { key } = only(formatterFor().format({ source: '/a/b', type: 't' }).payload);
    expect(key.toString()).toBe('label_42/%2Fa%2Fb');
  });

  it('is a tombstone only when asked for', () => {
    const deleted = { source: '/ledger', type: 'track.deleted', subject: 'track-7' };
    expect(only(formatterFor().format(deleted).payload).value).toEqual(Buffer.alloc(0));
    const tombstone = only(
      formatterFor({ topic: 'plays', mode: 'structured' }).format(deleted, { tombstone: true }).payload,
    );
    expect(tombstone.value).toBeNull();
    expect(texts(tombstone.headers)).toMatchObject({ ce_type: 'track.deleted' });
    expect(pathsOf(() => formatterFor().format(played, { tombstone: true }))).toEqual(['data']);
  });

  it('names the schema of bytes that follow one', () => {
    const avro = { ...played, data: new Uint8Array([6]) };
    expect(only(formatterFor().format(avro, { schemaId: 258 }).payload).value).toEqual(Buffer.from([0, 0, 0, 1, 2, 6]));
    expect(pathsOf(() => formatterFor().format(played, { schemaId: 1 }))).toEqual(['data']);
    expect(pathsOf(() => formatterFor({ topic: 'a', mode: 'structured' }).format(avro, { schemaId: 1 }))).toEqual([
      'data',
    ]);
  });
});

describe('an event that is larger than a record may be', () => {
  const maxRecordBytes = 4096;
  const large = { ...played, data: 'é'.repeat(5000) };

  it('is split into records that fit, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3000, max: 40_000 }), (length) => {
        const data = new Uint8Array(length).map((_, index) => index % 251);
        const { payload, followUps, diagnostics } = formatterFor({ topic: 'plays', maxRecordBytes }).format({
          ...played,
          data,
        });
        const messages = [payload, ...followUps].map(only);
        for (const message of messages) expect(recordBatchBytes(message)).toBeLessThanOrEqual(maxRecordBytes);
        expect(new Set(messages.map(({ key }) => key.toString())).size).toBe(1);
        expect(Buffer.concat(messages.map(({ value }) => value ?? Buffer.alloc(0))).equals(data)).toBe(true);
        if (messages.length === 1) return;
        expect(diagnostics).toMatchObject([{ code: 'split', path: 'data', limit: maxRecordBytes }]);
        const sha256 = createHash('sha256').update(data).digest('hex');
        messages.forEach(({ headers }, index) => {
          expect(texts(headers)).toMatchObject({
            'chunk-of': sha256,
            'chunk-index': String(index),
            'chunk-count': String(messages.length),
          });
        });
      }),
      { numRuns: 50 },
    );
  });

  it('refers to its data where the tenant says where they will be', () => {
    const kafka = formatterFor({
      topic: 'plays',
      maxRecordBytes,
      dataref: (sha256) => `https://blobs.example.com/${sha256}`,
    });
    const { payload, followUps, diagnostics } = kafka.format(large);
    const sha256 = createHash('sha256').update(JSON.stringify(large.data)).digest('hex');
    expect(texts(only(payload).headers)).toMatchObject({ ce_dataref: `https://blobs.example.com/${sha256}` });
    expect(only(payload).value).toHaveLength(0);
    expect(followUps).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'split', path: 'data', actual: 10_002, unit: 'byte' }]);
  });

  it.each(['error', 'truncate'] as const)('is refused where the policy is %s: half an event is none', (overflow) => {
    const kafka = formatterFor({ topic: 'plays', maxRecordBytes });
    expect(pathsOf(() => kafka.format(large, { overflow }))).toEqual([`data > ${maxRecordBytes}`]);
  });

  it('is refused where its attributes alone are too large', () => {
    const kafka = formatterFor({ topic: 'plays', maxRecordBytes });
    const extensions = Object.fromEntries(['a', 'b', 'c'].map((name) => [name, 'x'.repeat(2000)]));
    expect(pathsOf(() => kafka.format({ ...large, extensions }))).toEqual([`data > ${maxRecordBytes}`]);
  });
});

describe('options are refused when', () => {
  it.each<[what: string, options: object, paths: string[]]>([
    ['a topic cannot exist', { topic: 'a/b' }, ['topic']],
    ['a partition is none', { partition: -1 }, ['partition']],
    ['an entity is ill formed', { entity: '\ud800' }, ['entity']],
    ['a path has no schema', { messageIndexes: [0] }, ['messageIndexes']],
    ['much is wrong', { topic: '', tombstone: 1, schemaId: 0 }, ['topic', 'tombstone', 'schemaId']],
  ])('%s', (_what, options, paths) => {
    expect(pathsOf(() => formatterFor().format(played, options))).toEqual(paths);
  });

  it('nobody names a topic', () => {
    expect(pathsOf(() => formatterFor({}).format(played))).toEqual(['topic']);
  });

  it.each<[options: object, paths: string[]]>([
    [{ topic: '..' }, ['channels.kafka.topic']],
    [{ maxRecordBytes: 1 }, ['channels.kafka.maxRecordBytes']],
    [{ dataref: 'https://blobs.example.com' }, ['channels.kafka.dataref']],
  ])('a tenant settles %j', (options, paths) => {
    expect(pathsOf(() => formatterFor(options))).toEqual(paths);
  });
});
