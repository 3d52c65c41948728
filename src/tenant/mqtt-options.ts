/** What a tenant settles about MQTT. */
import * as z from '../kernel/zod.js';
import type { ChannelDefinition } from './channel.js';
import { type CompressionOptions, compressionShape } from './compression-options.js';

export type MqttTenantOptions = CompressionOptions & {
  /** The protocol that the client speaks. 3.1.1 has no properties: events travel whole, as JSON. @default 5 */
  version?: 5 | '3.1.1';
  /** Levels before the tenant's own, which is before all that data can say. @default [] */
  topicPrefix?: string[];
  /** `binary`: data as payload and attributes as user properties (version 5); `structured`: all as JSON. @default 'binary' */
  mode?: 'binary' | 'structured';
  /** @default 1 */
  qos?: 0 | 1 | 2;
  /** The most that a payload may take; brokers mostly allow less than the protocol's 268,435,455 bytes. @default 1048576 */
  maxPayloadBytes?: number;
};

/** OASIS MQTT 5.0 section 2.1.4: remaining length in four bytes. */
const maxPacketBytes = 268_435_455;

function createMqttOptionsSchema() {
  return z.strictObject({
    ...compressionShape(),
    version: z.optional(z.literal([5, '3.1.1'])),
    topicPrefix: z.optional(
      z
        .array(z.string().check(z.minLength(1, 'at least one character')))
        .check(z.refine((levels) => levels.length <= 10, 'at most 10 levels')),
    ),
    mode: z.optional(z.enum(['binary', 'structured'])),
    qos: z.optional(z.literal([0, 1, 2])),
    maxPayloadBytes: z.optional(
      z
        .int()
        .check(
          z.refine((value) => value >= 128 && value <= maxPacketBytes, `a whole number from 128 to ${maxPacketBytes}`),
        ),
    ),
  });
}

/** MQTT, as far as a tenant settles it. */
export const mqttChannel: ChannelDefinition<'mqtt', MqttTenantOptions> = {
  id: 'mqtt',
  schema: createMqttOptionsSchema,
};
