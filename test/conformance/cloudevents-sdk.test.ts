import { CloudEvent, HTTP, Kafka, MQTT } from 'cloudevents';
import { describe, expect, it } from 'vitest';
import type { Envelope } from '../../src/envelope/envelope.js';
import { createFormatters } from '../../src/index.js';
import { events } from '../contract/events.js';

const formattersFor = (mode: 'binary' | 'structured') =>
  createFormatters({ tenantId: 'label_42', channels: { kafka: { topic: 'plays', mode }, mqtt: { mode }, sse: {} } });

/** What the SDK has to read: the attributes as they were given, and the data. */
function expectEvent(read: unknown, event: Envelope, data: unknown): void {
  const sdk = read as CloudEvent<unknown>;
  expect(sdk.specversion).toBe('1.0');
  expect([sdk.source, sdk.type]).toEqual([event.source, event.type]);
  if (event.id !== undefined) expect(sdk.id).toBe(event.id);
  expect(sdk.subject ?? undefined).toBe(event.subject);
  expect(sdk['tenantid']).toBe('label_42');
  expect(sdk.data ?? undefined).toEqual(data);
  if (event.time !== undefined) expect(Date.parse(sdk.time ?? '')).toBe(Date.parse(String(event.time)));
}

// The SDK's reader of structured Kafka messages throws for events without a time.
const withData = events
  .filter(({ data }) => data !== undefined)
  .map((event): Envelope => ({ time: '2026-11-20T10:00:00Z', ...event }));

describe('the CloudEvents SDK', () => {
  it.each(withData)('reads what Kafka carries of %o', (event) => {
    for (const mode of ['binary', 'structured'] as const) {
      const message = formattersFor(mode).kafka.format(event).payload.messages[0];
      if (message === undefined || message.value === null) throw new Error('No message');
      const headers = Object.fromEntries(
        Object.entries(message.headers).map(([name, bytes]) => [name, bytes.toString()]),
      );
      const value = message.value.toString();
      const read = Kafka.toEvent({
        key: message.key.toString(),
        value,
        headers,
        body: value,
        timestamp: message.timestamp,
      } as never);
      expectEvent(read, event, event.data);
    }
  });

  it.each(withData)('reads what MQTT carries of %o', (event) => {
    for (const mode of ['binary', 'structured'] as const) {
      const { payload, options } = formattersFor(mode).mqtt.format(event).payload;
      const { contentType = '', userProperties = {} } = options.properties ?? {};
      const isBinary = mode === 'binary';
      const read = MQTT.toEvent({
        payload:
          isBinary && contentType.includes('json') ? (JSON.parse(payload.toString()) as unknown) : payload.toString(),
        body: payload.toString(),
        PUBLISH: { 'Content Type': contentType },
        // Where the SDK looks for user properties.
        headers: isBinary ? { ...userProperties, datacontenttype: contentType } : {},
      } as never);
      // The SDK leaves the payload of a binary message to its reader.
      const isText = isBinary && contentType === 'application/json';
      expectEvent(read, event, isText ? JSON.stringify(event.data) : event.data);
    }
  });

  it.each(withData)('reads the frame of an event stream for %o', (event) => {
    const frame = formattersFor('structured').sse.format(event).payload;
    const body = /^data: (.*)$/m.exec(frame)?.[1] ?? '';
    const read = HTTP.toEvent({ headers: { 'content-type': 'application/cloudevents+json' }, body });
    expectEvent(read, event, event.data);
  });

  it('reads bytes as bytes', () => {
    const event: Envelope = { source: '/a', type: 'b', data: new Uint8Array([0, 255, 7]) };
    const frame = formattersFor('structured').sse.format(event).payload;
    const body = /^data: (.*)$/m.exec(frame)?.[1] ?? '';
    const read = HTTP.toEvent({
      headers: { 'content-type': 'application/cloudevents+json' },
      body,
    }) as CloudEvent<unknown>;
    expect(read.data_base64).toBe('AP8H');
  });

  it('accepts every event under its own strict checks', () => {
    for (const event of events) {
      const frame = formattersFor('structured').sse.format(event).payload;
      const object = JSON.parse(/^data: (.*)$/m.exec(frame)?.[1] ?? '') as Record<string, unknown>;
      expect(new CloudEvent(object as never, true).validate()).toBe(true);
    }
  });
});
