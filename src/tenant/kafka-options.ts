/** What a tenant settles about Kafka. */
import * as z from '../kernel/zod.js';
import type { ChannelDefinition } from './channel.js';
import { type CompressionOptions, compressionShape } from './compression-options.js';

export type KafkaTenantOptions = CompressionOptions & {
  /** Where records go unless a call says otherwise. */
  topic?: string;
  /** `binary`: data as value and attributes as headers; `structured`: all as JSON. @default 'binary' */
  mode?: 'binary' | 'structured';
  /** The most that a record may take, batch header included: the producer's `max.request.size`. @default 1048576 */
  maxRecordBytes?: number;
  /**
   * Where data that are too large will be found (CloudEvents `dataref`): called with the SHA-256 of the data, returns a
   * URI. The record then carries the URI alone, and the caller stores the data there.
   */
  dataref?: (sha256: string) => string;
};

/** Kafka's `Topic.validate`: letters, digits, `.`, `_` and `-`, 249 characters at most, neither `.` nor `..`. */
const topicName = /^(?!\.{1,2}$)[a-zA-Z0-9._-]{1,249}$/;

/** What {@link isTopic} accepts, in words. */
export const expectedTopic = 'a topic of 1 to 249 letters, digits, `.`, `_` and `-`';

/** Tells whether a broker takes a topic of this name. */
export const isTopic = (topic: unknown): topic is string => typeof topic === 'string' && topicName.test(topic);

function createKafkaOptionsSchema() {
  return z.strictObject({
    ...compressionShape(),
    topic: z.optional(z.string().check(z.refine(isTopic, expectedTopic))),
    mode: z.optional(z.enum(['binary', 'structured'])),
    maxRecordBytes: z.optional(
      z
        .int()
        .check(
          z.refine((value) => value >= 4096 && value <= 2 ** 31 - 1, 'a whole number from 4,096 to 2,147,483,647'),
        ),
    ),
    dataref: z.optional(
      z.custom<NonNullable<KafkaTenantOptions['dataref']>>((value) => typeof value === 'function', 'a function'),
    ),
  });
}

/** Kafka, as far as a tenant settles it. */
export const kafkaChannel: ChannelDefinition<'kafka', KafkaTenantOptions> = {
  id: 'kafka',
  schema: createKafkaOptionsSchema,
};
