/** Events as MQTT messages. */
import type { Envelope } from '../envelope/envelope.js';
import { envelopeSchema, toEvent } from '../envelope/event.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { OptionsInvalidError } from '../kernel/errors.js';
import { FormatterBase, type Produced } from '../kernel/formatter.js';
import type { FormatOptions } from '../kernel/result.js';
import { checkMqttOptions, type MqttCallOptions, mqttOptionKeys } from '../streams/mqtt/options.js';
import type { MqttMessage } from '../streams/mqtt/payload.js';
import { renderMqtt } from '../streams/mqtt/render.js';
import type { TenantConfig } from '../tenant/config.js';
import { createTenantContext, type TenantContext } from '../tenant/context.js';
import { mqttChannel } from '../tenant/mqtt-options.js';
import { createRenderContext } from '../tenant/render-context.js';
import type { FormatterDefinition } from './registry.js';

export type { Envelope, ExtensionValue } from '../envelope/envelope.js';
export type { MqttMessage, MqttProperties } from '../streams/mqtt/payload.js';
export type { MqttTenantOptions } from '../tenant/mqtt-options.js';

/** Options of one call: the common ones, and what MQTT lets a publisher say. */
export type MQTTOptions = FormatOptions & MqttCallOptions;

/**
 * Formats events for MQTT.js: `client.publish(payload.topic, payload.payload, payload.options)`.
 *
 * The topic begins with the tenant, and each level holds its text alone: no data can add levels, wildcards or a topic of
 * the server.
 *
 * @example
 * ```ts
 * import { en } from 'channel-formatters/locales/en';
 * import { MQTTMessageFormatter } from 'channel-formatters/mqtt';
 *
 * const mqtt = new MQTTMessageFormatter({ tenantId: 'label_42', locales: [en] });
 * const { payload } = mqtt.format({ source: '/ledger', type: 'track.played', subject: 'a/b', data: { plays: 3 } });
 * console.log(payload.topic === 'label_42/track.played/a%2Fb');
 * ```
 */
export class MQTTMessageFormatter extends FormatterBase<Envelope, MqttMessage, MQTTOptions> {
  readonly id = 'mqtt';
  readonly schema = envelopeSchema;
  readonly #tenant: TenantContext;

  constructor(tenant: TenantConfig | TenantContext) {
    const context = createTenantContext(tenant, [mqttChannel]);
    super(context);
    this.#tenant = context;
  }

  protected override produce(
    input: unknown,
    options: MQTTOptions | undefined,
    diagnostics: Diagnostic[],
  ): Produced<MqttMessage> {
    const context = createRenderContext(this.#tenant, options, mqttOptionKeys, diagnostics);
    const issues = options === undefined ? [] : checkMqttOptions(options);
    if (issues.length > 0) throw new OptionsInvalidError(issues);
    const event = toEvent(this.id, input, this.#tenant.config.tenantId, diagnostics, context.correlationId);
    const message = renderMqtt(this.id, event, this.#tenant.channel(mqttChannel), options ?? {}, diagnostics);
    return { payload: message, followUps: [], locale: context.localizer.locale, size: message.payload.length };
  }
}

/** The entry of a registry for `createFormatters` of `channel-formatters/factory`. */
export const mqtt: FormatterDefinition<MQTTMessageFormatter> = {
  create: (tenant) => new MQTTMessageFormatter(tenant),
  channel: mqttChannel,
};
