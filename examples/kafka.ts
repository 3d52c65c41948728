/** Plays as Kafka records: keys, a tombstone, and data that are too large for a record: `npm run example kafka`. */
import { createFormatters } from 'channel-formatters';
import { type KafkaRecord, partitionOf } from 'channel-formatters/kafka';

const { kafka } = createFormatters({
  tenantId: 'maison_carthage',
  channels: {
    kafka: { topic: 'plays', maxRecordBytes: 8192, dataref: (sha256) => `https://objects.example.com/${sha256}` },
  },
});

// In a service: producer.send(record) of kafkajs.
function send({ topic, messages }: KafkaRecord): void {
  for (const { key, value, headers } of messages) {
    const names = Object.entries(headers).map(([name, text]) => `${name}: ${text.toString()}`);
    console.log(`${topic}, ${key.toString()} (partition ${partitionOf(key, 12)} of 12)`);
    console.log(`  ${names.join('\n  ')}\n  ${value === null ? 'tombstone' : `${value.length} bytes`}`);
  }
}

const played = { source: '/ledger', type: 'track.played', subject: 'track-7', time: '2026-11-20T09:22:05Z' };
send(kafka.format({ ...played, data: { count: 3 } }).payload);
send(kafka.format({ ...played, type: 'track.deleted' }, { tombstone: true }).payload);

const report = Array.from({ length: 1000 }, (_, day) => ({ day, plays: day * 7919 }));
const { payload, diagnostics } = kafka.format({ ...played, type: 'track.report', data: report });
send(payload);
for (const { code, path, message } of diagnostics) console.log(`${code} ${path}: ${message}`);
send(kafka.format({ ...played, type: 'track.report', data: report }, { compression: 'auto' }).payload);
