/** One alert as a Slack payload, as an event, and as a message of each stream: `npm run example streaming`. */
import { createFormatters } from 'channel-formatters';
import { decompress } from 'channel-formatters/compress';
import { slack1 } from 'channel-formatters/dictionaries/slack-1';
import type { Envelope } from 'channel-formatters/kafka';

const compressed = { compression: 'auto', dictionary: slack1 } as const;
const formatters = createFormatters({
  tenantId: 'maison_carthage',
  locale: 'fr-FR',
  timeZone: 'Africa/Tunis',
  channels: {
    kafka: { topic: 'notifications', ...compressed },
    mqtt: compressed,
    sse: compressed,
    websocket: compressed,
  },
});

const startedAt = '2026-11-20T09:22:05Z';
const alert = {
  severity: 'critical',
  title: 'Royautés : 31 millions d’écoutes en attente',
  source: 'ledger-monitor',
  startedAt,
  metrics: { 'File d’attente': { value: 31_204_551, threshold: 5_000_000 } },
} as const;

const event: Envelope = {
  source: '/alerts/ledger-monitor',
  type: 'com.example.slack.message',
  subject: 'ledger',
  time: startedAt,
  data: formatters.slack.format(alert).payload,
};
console.log(`Slack payload: ${JSON.stringify(event.data).length} characters`);

const { data, byteLength } = formatters.websocket.format(event, { channel: 'alerts', seq: 1 }).payload;
console.log(`WebSocket: ${byteLength} bytes: ${String(data).slice(0, 120)}`);

const frame = formatters.sse.format(event).payload;
console.log(`SSE: ${Buffer.byteLength(frame)} bytes: ${frame.slice(0, 120).replaceAll('\n', ' | ')}`);

const { topic, payload } = formatters.mqtt.format(event).payload;
console.log(`MQTT: ${payload.length} bytes on ${topic}`);

const [message] = formatters.kafka.format(event).payload.messages;
const value = message?.value ?? Buffer.alloc(0);
const named = message?.headers['ce_dictionary']?.toString();
console.log(`Kafka: ${value.length} bytes under ${message?.key.toString()}, compressed with ${named}`);

// What a consumer does: the headers say how the value is encoded, and maxBytes what it is prepared for.
const text = decompress(value, { encoding: 'deflate', maxBytes: 100_000, dictionary: slack1 }).toString();
console.log(`read back: ${text === JSON.stringify(event.data)}`);
