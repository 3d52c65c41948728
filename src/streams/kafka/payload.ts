/** What `producer.send(record)` of kafkajs takes. */

export type KafkaMessage = {
  key: Buffer;
  /** `null` is a tombstone: it deletes what the topic holds under the key. */
  value: Buffer | null;
  headers: Record<string, Buffer>;
  /** Epoch milliseconds as text. */
  timestamp?: string;
  partition?: number;
};

export type KafkaRecord = { topic: string; messages: KafkaMessage[] };
