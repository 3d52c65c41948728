/** Live plays over WebSocket: numbered messages, a large one in parts, and a reader that comes back: `npm run example websocket`. */
import { createFormatters } from 'channel-formatters';
import {
  type EventMessage,
  joinParts,
  messagesAfter,
  readControlMessage,
  resumeMessage,
  type WebSocketMessage,
} from 'channel-formatters/websocket';

const { websocket } = createFormatters({
  tenantId: 'maison_carthage',
  channels: { websocket: { maxMessageBytes: 4096 } },
});

// In a service: socket.send(data, options), where socket.bufferedAmount and byteLength allow it.
const sent: string[] = [];
function send({ data, priority, droppable, coalesceKey = 'none' }: WebSocketMessage): void {
  sent.push(String(data));
  console.log(`${priority}, droppable: ${droppable}, coalesced by: ${coalesceKey}\n  ${String(data).slice(0, 140)}`);
}

const plays = [3, 4, 7].map((count) => ({
  source: '/ledger',
  type: 'track.played',
  subject: 'track-7',
  data: { count },
}));
const results = websocket.formatMany(plays, { channel: 'plays', seq: 41, coalesceKey: 'track-7', droppable: true });
for (const result of results) if (result.ok) send(result.value.payload);

// A reader that lost its connection after message 42.
const control = readControlMessage(resumeMessage({ channel: 'plays', seq: 42 }));
const kept = sent.map((data) => JSON.parse(data) as EventMessage & { seq: number });
const { messages, isComplete } = messagesAfter(control?.position.seq ?? 0, kept);
console.log(`resumed: ${messages.map(({ seq }) => seq).join(', ')}, complete: ${isComplete}`);

const chart = {
  source: '/charts',
  type: 'chart.updated',
  data: Array.from({ length: 300 }, (_, rank) => ({ rank, track: `track-${rank}` })),
};
const { payload, followUps } = websocket.format(chart, { priority: 'low' });
const parts = [payload, ...followUps].map(({ data }) => JSON.parse(String(data)) as unknown);
const whole = JSON.parse(String(joinParts(parts))) as EventMessage;
console.log(`${parts.length} parts, joined: ${whole.type}`);
