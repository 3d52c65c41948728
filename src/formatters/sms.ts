/** Alerts and documents as SMS. */
import { readAddresses, type SmsCallOptions, smsOptionKeys } from '../channels/sms/address.js';
import type { AddressedSmsPayload, SmsPayload } from '../channels/sms/payload.js';
import { renderSms } from '../channels/sms/render.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { FormatterBase, type Produced } from '../kernel/formatter.js';
import type { FormatOptions, Formatted } from '../kernel/result.js';
import type { Schema } from '../kernel/schema.js';
import type { TenantConfig } from '../tenant/config.js';
import { createTenantContext, type TenantContext } from '../tenant/context.js';
import { createRenderContext } from '../tenant/render-context.js';
import { smsChannel } from '../tenant/sms-options.js';
import { type ChannelInput, channelSchema, readInput } from './channel-input.js';
import type { FormatterDefinition } from './registry.js';

// biome-ignore lint/performance/noBarrelFile: this is a public entry point, not a shortcut between folders
export {
  estimateNationalSms,
  type NationalEstimate,
  type NationalLanguage,
  type NationalTables,
} from '../channels/sms/national.js';
export type { AddressedSmsPayload, SmsPayload } from '../channels/sms/payload.js';
export { replyCode } from '../channels/sms/reply-code.js';
export {
  type SegmentOptions,
  type SmsEncoding,
  type SmsSegment,
  type SmsSegmentation,
  segmentSms,
} from '../channels/sms/segments.js';
export type { PhoneNumbers, SmsTenantOptions } from '../tenant/sms-options.js';

/** Options of one call: the common ones, and the numbers. */
export type SmsOptions = FormatOptions & SmsCallOptions;

const noOptions: SmsOptions = {};

/**
 * Formats alerts and documents for `messages.create` of Twilio and clients like it: severity and title first, the key figure,
 * a link that is never cut, and what each message costs.
 *
 * What does not fit into the segments that the tenant pays for goes into `followUps`, further messages.
 *
 * @example
 * ```ts
 * import { fr } from 'channel-formatters/locales/fr';
 * import { SMSAlertFormatter } from 'channel-formatters/sms';
 *
 * const sms = new SMSAlertFormatter({ tenantId: 'label_42', locale: 'fr-FR', locales: [fr] });
 * const { payload } = sms.format(
 *   { severity: 'critical', title: 'Stream latency over 2 s', source: 'edge', startedAt: '2026-11-20T09:30:00Z' },
 *   { to: '+14155550123' },
 * );
 * console.log(payload.body, payload.encoding, payload.segments.length);
 * ```
 */
export class SMSAlertFormatter extends FormatterBase<ChannelInput, SmsPayload, SmsOptions> {
  readonly id = 'sms';
  readonly schema: Schema<ChannelInput>;
  readonly #tenant: TenantContext;

  constructor(tenant: TenantConfig | TenantContext) {
    const context = createTenantContext(tenant, [smsChannel]);
    super(context);
    this.#tenant = context;
    this.schema = channelSchema(context);
  }

  /** With `to` the payload is all that `messages.create` asks for. @throws PhoneNumberInvalidError */
  override format(input: ChannelInput, options: SmsOptions & { to: string }): Formatted<AddressedSmsPayload>;
  override format(input: ChannelInput, options?: SmsOptions): Formatted<SmsPayload>;
  override format(input: ChannelInput, options?: SmsOptions): Formatted<SmsPayload> {
    return super.format(input, options);
  }

  protected override produce(
    input: unknown,
    options: SmsOptions | undefined,
    diagnostics: Diagnostic[],
  ): Produced<SmsPayload> {
    const context = createRenderContext(this.#tenant, options, smsOptionKeys, diagnostics);
    const settled = this.#tenant.channel(smsChannel);
    const addresses = readAddresses(options ?? noOptions, settled);
    const document = readInput(this.id, input, context);
    const { payload, followUps, size } = renderSms(document, context, settled, addresses);
    return { payload, followUps, locale: context.localizer.locale, size };
  }
}

/** The entry of a registry for `createFormatters` of `channel-formatters/factory`. */
export const sms: FormatterDefinition<SMSAlertFormatter> = {
  create: (tenant) => new SMSAlertFormatter(tenant),
  channel: smsChannel,
};
