/** Events as Kafka records. */
import type { Envelope } from '../envelope/envelope.js';
import { envelopeSchema, toEvent } from '../envelope/event.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { OptionsInvalidError } from '../kernel/errors.js';
import { FormatterBase, type Produced } from '../kernel/formatter.js';
import type { FormatOptions } from '../kernel/result.js';
import { checkKafkaOptions, type KafkaCallOptions, kafkaOptionKeys } from '../streams/kafka/options.js';
import type { KafkaRecord } from '../streams/kafka/payload.js';
import { renderKafka } from '../streams/kafka/render.js';
import { recordBatchBytes } from '../streams/kafka/size.js';
import type { TenantConfig } from '../tenant/config.js';
import { createTenantContext, type TenantContext } from '../tenant/context.js';
import { kafkaChannel } from '../tenant/kafka-options.js';
import { createRenderContext } from '../tenant/render-context.js';
import type { FormatterDefinition } from './registry.js';

export type { Envelope, ExtensionValue } from '../envelope/envelope.js';
// biome-ignore lint/performance/noBarrelFile: the subpath of a formatter holds what goes with it
export { partitionOf } from '../streams/kafka/murmur2.js';
export type { KafkaMessage, KafkaRecord } from '../streams/kafka/payload.js';
export type { KafkaTenantOptions } from '../tenant/kafka-options.js';

/** Options of one call: the common ones, and what a record can be told. */
export type KafkaOptions = FormatOptions & KafkaCallOptions;

/**
 * Formats events for kafkajs: `producer.send(payload)`. The key begins with the tenant, so that no event of one can replace
 * another's. What is larger than a record may be continues in `followUps`, to be sent in order.
 *
 * @example
 * ```ts
 * import { KafkaEventFormatter } from 'channel-formatters/kafka';
 * import { en } from 'channel-formatters/locales/en';
 *
 * const kafka = new KafkaEventFormatter({ tenantId: 'label_42', locales: [en], channels: { kafka: { topic: 'plays' } } });
 * const { payload } = kafka.format({ source: '/ledger', type: 'track.played', subject: 'track-7', data: { plays: 3 } });
 * console.log(payload.messages[0]?.key.toString() === 'label_42/track-7');
 * ```
 */
export class KafkaEventFormatter extends FormatterBase<Envelope, KafkaRecord, KafkaOptions> {
  readonly id = 'kafka';
  readonly schema = envelopeSchema;
  readonly #tenant: TenantContext;

  constructor(tenant: TenantConfig | TenantContext) {
    const context = createTenantContext(tenant, [kafkaChannel]);
    super(context);
    this.#tenant = context;
  }

  protected override produce(
    input: unknown,
    options: KafkaOptions = {},
    diagnostics: Diagnostic[],
  ): Produced<KafkaRecord> {
    const { overflow, correlationId, localizer } = createRenderContext(
      this.#tenant,
      options,
      kafkaOptionKeys,
      diagnostics,
    );
    const settled = this.#tenant.channel(kafkaChannel);
    const issues = checkKafkaOptions(options, settled.topic);
    if (issues.length > 0) throw new OptionsInvalidError(issues);
    const event = toEvent(this.id, input, this.#tenant.config.tenantId, diagnostics, correlationId);
    const topic = options.topic ?? settled.topic ?? '';
    const call = { formatter: this.id, settled, options, overflow, diagnostics };
    const [payload = { topic, messages: [] }, ...followUps] = renderKafka(event, topic, call);
    const size = payload.messages.reduce((bytes, message) => bytes + recordBatchBytes(message), 0);
    return { payload, followUps, locale: localizer.locale, size };
  }
}

/** The entry of a registry for `createFormatters` of `channel-formatters/factory`. */
export const kafka: FormatterDefinition<KafkaEventFormatter> = {
  create: (tenant) => new KafkaEventFormatter(tenant),
  channel: kafkaChannel,
};
