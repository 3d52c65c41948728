import { describe, expect, it } from 'vitest';
import type { Envelope } from '../../src/envelope/envelope.js';
import { createFormatters } from '../../src/index.js';
import { events } from '../contract/events.js';
import {
  attributeProblems,
  type ReadEvent,
  readKafkaBinary,
  readMqttBinary,
  readStructured,
} from '../support/cloudevents.js';

const { kafka, mqtt, sse } = createFormatters({ tenantId: 'label_42', channels: { kafka: { topic: 'events' } } });
const whole = createFormatters({
  tenantId: 'label_42',
  channels: { kafka: { topic: 'events', mode: 'structured' }, mqtt: { version: '3.1.1' } },
});

const all: readonly Envelope[] = [...events, { source: '/x', type: 'bytes', data: new Uint8Array([0, 255, 10]) }];

/** The same event, by every way in which it travels. */
function readAll(event: Envelope): ReadEvent[] {
  const [binary] = kafka.format(event).payload.messages;
  const [structured] = whole.kafka.format(event).payload.messages;
  if (binary === undefined || structured === undefined) throw new Error('there is no message');
  const published = mqtt.format(event).payload;
  return [
    readKafkaBinary(binary.headers, binary.value),
    readStructured(String(structured.headers['content-type']), String(structured.value)),
    readMqttBinary(published.options.properties ?? {}, published.payload),
    readStructured('application/cloudevents+json', whole.mqtt.format(event).payload.payload.toString()),
    readStructured('application/cloudevents+json', /^data: (.*)$/m.exec(sse.format(event).payload)?.[1] ?? ''),
  ];
}

/** Headers are texts: what is a number in JSON is read as its digits there. */
const asTexts = (attributes: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)]));

describe('an event, by whatever way it travels,', () => {
  it.each(all.map((event) => [event.type, event] as const))('is one of CloudEvents 1.0: %s', (_type, event) => {
    for (const { attributes } of readAll(event)) expect(attributeProblems(attributes)).toEqual([]);
  });

  it.each(all.map((event) => [event.type, event] as const))('is the same: %s', (_type, event) => {
    const [first, ...rest] = readAll(event);
    for (const read of rest) {
      expect(asTexts(read.attributes)).toEqual(asTexts(first?.attributes ?? {}));
      expect(read.data).toEqual(first?.data);
    }
    expect(first?.attributes).toMatchObject({ source: event.source, type: event.type, tenantid: 'label_42' });
  });
});

describe('the check itself', () => {
  it('finds what is wrong', () => {
    const good = { specversion: '1.0', id: 'a', source: '/x', type: 'y' };
    expect(attributeProblems(good)).toEqual([]);
    for (const wrong of [
      { id: undefined },
      { specversion: '0.3' },
      { Shard: 'a' },
      { time: 'today' },
      { subject: '' },
      { n: 1.5 },
      { s: '\u0001' },
    ])
      expect(attributeProblems({ ...good, ...wrong }), JSON.stringify(wrong)).not.toEqual([]);
    expect(() => readStructured('application/json', '{}')).toThrow('not structured');
    expect(() => readStructured('application/cloudevents+json', '{"data":1,"data_base64":""}')).toThrow('exclude');
  });
});
