/** Compiled, never run: messages go into the clients of sockets, brokers and responses as they are. */
import type { ServerResponse } from 'node:http';
import { createFormatters } from 'channel-formatters';
import { readControlMessage } from 'channel-formatters/websocket';
import type { Producer } from 'kafkajs';
import { type IPublishPacket, writeToStream } from 'mqtt-packet';
import type { WebSocket } from 'ws';

const event = { source: '/ledger', type: 'track.played', data: { plays: 3 } };
const { kafka, mqtt, sse, websocket } = createFormatters({
  tenantId: 'label_42',
  channels: { kafka: { topic: 'plays' } },
});

export async function send(producer: Producer, socket: WebSocket, response: ServerResponse): Promise<void> {
  const records = kafka.format(event);
  for (const record of [records.payload, ...records.followUps]) await producer.send(record);
  await producer.sendBatch({ topicMessages: [records.payload] });
  response.write(sse.format(event).payload);
  const { data, options } = websocket.format(event, { channel: 'plays', seq: 1 }).payload;
  socket.send(data, options);
  socket.on('message', (received) => readControlMessage(String(received))?.position.seq);
}

/** What MQTT.js makes of the arguments of `publish`. */
const { topic, payload, options } = mqtt.format(event).payload;
export const packet: IPublishPacket = { cmd: 'publish', dup: false, topic, payload, ...options };
export const written = (stream: NodeJS.WritableStream): boolean => writeToStream(packet, stream);

// @ts-expect-error records are no arguments of a socket
export const wrong = (socket: WebSocket): void => socket.send(kafka.format(event).payload);
