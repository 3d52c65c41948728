/** Messages as Mosquitto takes them and hands them on, on both versions of the protocol; packets are MQTT.js's. */
import { connect, type Socket } from 'node:net';
import { parser as createParser, generate, type Packet } from 'mqtt-packet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Envelope } from '../../src/envelope/envelope.js';
import { MQTTMessageFormatter, type MQTTOptions, type MqttMessage } from '../../src/formatters/mqtt.js';
import { en } from '../../src/generated/locales/en.js';
import type { MqttTenantOptions } from '../../src/tenant/mqtt-options.js';
import { events } from '../contract/events.js';
import { attributeProblems, readMqttBinary, readStructured } from '../support/cloudevents.js';
import {
  type Broker,
  eventually,
  hasMosquitto,
  isRequired,
  start,
  startMosquitto,
} from '../support/stream-consumers.js';

const create = (mqtt: MqttTenantOptions = {}) =>
  new MQTTMessageFormatter({ tenantId: 'label_42', locales: [en], channels: { mqtt } });

type Version = 4 | 5;

/** A client of a few lines: connects, publishes with packets of MQTT.js, and returns what the broker answered. */
async function publish(port: number, version: Version, messages: readonly MqttMessage[]): Promise<Packet[]> {
  const socket: Socket = connect(port, '127.0.0.1');
  const answers: Packet[] = [];
  const parser = createParser({ protocolVersion: version });
  parser.on('packet', (packet) => answers.push(packet));
  socket.on('data', (data) => parser.parse(data));
  const write = (packet: Packet): boolean => socket.write(generate(packet, { protocolVersion: version }));
  write({
    cmd: 'connect',
    clientId: `p${version}`,
    protocolId: 'MQTT',
    protocolVersion: version,
    clean: true,
    keepalive: 60,
  });
  await eventually('connack', () => answers.find(({ cmd }) => cmd === 'connack'));
  for (const [index, { topic, payload, options }] of messages.entries()) {
    write({ cmd: 'publish', dup: false, topic, payload, ...options, qos: 1, messageId: index + 1 });
    await eventually('puback', () => answers.find(({ cmd, messageId }) => cmd === 'puback' && messageId === index + 1));
  }
  socket.destroy();
  return answers;
}

type Seen = {
  readonly topic: string;
  readonly retain: number;
  readonly payload: Buffer;
  readonly properties: Record<string, unknown>;
};

const toSeen = (line: string): Seen => {
  const [hex = '', ...rest] = line.split(' ');
  const { topic, retain, properties = {} } = JSON.parse(rest.join(' ')) as Omit<Seen, 'payload'>;
  return { topic, retain, properties, payload: Buffer.from(hex, 'hex') };
};

/** What `mosquitto_sub` reads while messages are published. */
async function roundTrip(port: number, version: Version, messages: readonly MqttMessage[]): Promise<Seen[]> {
  const reader = start('stdbuf', [
    // Told at once, and not when a buffer is full.
    ...['-oL', 'mosquitto_sub'],
    ...['-h', '127.0.0.1', '-p', String(port), '-V', version === 5 ? '5' : '311', '-t', '#', '-F', '%x %j', '-d'],
  ]);
  try {
    await eventually('suback', () => (reader.output().includes('SUBACK') ? true : undefined));
    const answers = await publish(port, version, messages);
    for (const answer of answers) expect('reasonCode' in answer ? (answer.reasonCode ?? 0) : 0).toBe(0);
    const lines = (): string[] =>
      reader
        .output()
        .split('\n')
        .filter((line) => /^[0-9a-f]* \{/.test(line));
    return await eventually('all messages', () =>
      lines().length >= messages.length ? lines().map(toSeen) : undefined,
    );
  } finally {
    await reader.stop();
  }
}

describe.skipIf(!hasMosquitto && !isRequired)(
  'Mosquitto (apt-get install mosquitto mosquitto-clients)',
  { timeout: 30_000 },
  () => {
    let broker: Broker;
    beforeAll(async () => {
      broker = await startMosquitto();
    });
    afterAll(() => broker.stop());

    it('hands on messages of version 5 with all their properties', async () => {
      const options: MQTTOptions = {
        expirySeconds: 3600,
        responseTopic: 'replies/7',
        correlationData: Buffer.from('corr-7'),
        userProperties: { trace: 'ab', region: 'eu' },
      };
      const messages = events.map((event) => create().format(event, options).payload);
      const seen = await roundTrip(broker.port, 5, messages);
      for (const [index, { topic, payload, properties }] of seen.entries()) {
        const message = messages[index];
        expect([topic, payload]).toEqual([message?.topic, message?.payload]);
        expect(properties).toMatchObject({
          'user-properties': { ...message?.options.properties?.userProperties },
          'response-topic': 'replies/7',
          'correlation-data': 'corr-7',
          ...(events[index]?.data !== undefined && {
            'content-type': message?.options.properties?.contentType,
            'payload-format-indicator': 1,
          }),
        });
        expect(Number(properties['message-expiry-interval'])).toBeGreaterThan(3500);
        const { trace: _, region: __, ...userProperties } = properties['user-properties'] as Record<string, unknown>;
        const read = readMqttBinary(
          {
            userProperties,
            ...(properties['content-type'] !== undefined && { contentType: String(properties['content-type']) }),
          },
          payload,
        );
        expect(attributeProblems(read.attributes)).toEqual([]);
        expect(read.attributes).toMatchObject({ tenantid: 'label_42', type: events[index]?.type });
      }
    });

    it('hands on whole events on version 3.1.1', async () => {
      const messages = events.map((event) => create({ version: '3.1.1' }).format(event).payload);
      const seen = await roundTrip(broker.port, 4, messages);
      for (const [index, { topic, payload }] of seen.entries()) {
        expect([topic, payload]).toEqual([messages[index]?.topic, messages[index]?.payload]);
        const { attributes } = readStructured('application/cloudevents+json', payload.toString());
        expect(attributeProblems(attributes)).toEqual([]);
        expect(attributes).toMatchObject({ tenantid: 'label_42', type: events[index]?.type });
      }
    });

    it('takes any level as one level of the tenant', async () => {
      const levels = [
        'a/b',
        '#',
        '+',
        '$SYS',
        '',
        ' ',
        '%',
        '\u0000\u0001\u007f',
        '\ud800',
        'ميلودي',
        '../..',
        'é'.repeat(200),
      ];
      const messages = levels.map((level) => create().format({ source: '/x', type: 't' }, { levels: [level] }).payload);
      for (const version of [4, 5] as const) {
        const seen = await roundTrip(
          broker.port,
          version,
          version === 5
            ? messages
            : messages.map(({ topic, payload }) => ({ topic, payload, options: { qos: 1, retain: false } })),
        );
        const topics = seen.map(({ topic }) => topic);
        expect(topics).toEqual(messages.map(({ topic }) => topic));
        expect(new Set(topics).size).toBe(levels.length);
        for (const topic of topics) expect(topic.split('/').slice(0, -1)).toEqual(['label_42']);
      }
    });

    it('keeps what is retained, and forgets it when asked to', async () => {
      const mqtt = create();
      const kept: Envelope = { source: '/x', type: 'state', data: { on: true } };
      const topicOf = async (messages: MqttMessage[]): Promise<string[]> => {
        await publish(broker.port, 5, messages);
        const [last] = await roundTrip(broker.port, 5, [
          create().format({ source: '/x', type: 'probe', data: 1 }).payload,
        ]);
        return last === undefined ? [] : [last.topic];
      };
      expect(await topicOf([mqtt.format(kept, { retain: true }).payload])).toEqual(['label_42/state']);
      expect(await topicOf([mqtt.format(kept, { clearRetained: true }).payload])).toEqual(['label_42/probe']);
    });
  },
);
