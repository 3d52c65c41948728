/** Alerts and documents as e-mail. */
import { checkEmailOptions, type EmailCallOptions, emailOptionKeys } from '../channels/email/options.js';
import type { EmailPayload } from '../channels/email/payload.js';
import { bytesOf, renderEmail } from '../channels/email/render.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { FormatterBase, type Produced } from '../kernel/formatter.js';
import type { FormatOptions } from '../kernel/result.js';
import type { Schema } from '../kernel/schema.js';
import type { TenantConfig } from '../tenant/config.js';
import { createTenantContext, type TenantContext } from '../tenant/context.js';
import { emailChannel } from '../tenant/email-options.js';
import { createRenderContext } from '../tenant/render-context.js';
import { type ChannelInput, channelSchema, readInput } from './channel-input.js';
import type { FormatterDefinition } from './registry.js';

export type { EmailFragment } from '../channels/email/markup.js';
export type { EmailAttachment, EmailPayload } from '../channels/email/payload.js';
export type {
  ChartImageOptions,
  ChartImageWriter,
  EmailAddress,
  EmailCharts,
  EmailTenantOptions,
} from '../tenant/email-options.js';

/** Options of one call: the common ones, addresses, pictures, and what belongs to one recipient. */
export type EmailOptions = FormatOptions & EmailCallOptions;

/**
 * Formats alerts and documents for nodemailer's `sendMail`: HTML that Outlook and Gmail keep, plain text that says the same,
 * and headers by which clients thread the states of an incident.
 *
 * The HTML stays within what Gmail shows without clipping. What does not fit is in an attached file, whole.
 *
 * @example
 * ```ts
 * import { EmailAlertFormatter } from 'channel-formatters/email';
 * import { fr } from 'channel-formatters/locales/fr';
 *
 * const email = new EmailAlertFormatter({ tenantId: 'label_42', locale: 'fr-FR', locales: [fr] });
 * const { payload } = email.format({
 *   severity: 'critical',
 *   title: 'Stream latency over 2 s',
 *   source: 'edge-gateway',
 *   startedAt: '2026-11-20T09:30:00Z',
 * });
 * console.log(payload.subject, payload.messageId);
 * ```
 */
export class EmailAlertFormatter extends FormatterBase<ChannelInput, EmailPayload, EmailOptions> {
  readonly id = 'email';
  readonly schema: Schema<ChannelInput>;
  readonly #tenant: TenantContext;

  constructor(tenant: TenantConfig | TenantContext) {
    const context = createTenantContext(tenant, [emailChannel]);
    super(context);
    this.#tenant = context;
    this.schema = channelSchema(context);
  }

  protected override produce(
    input: unknown,
    options: EmailOptions | undefined,
    diagnostics: Diagnostic[],
  ): Produced<EmailPayload> {
    const settled = this.#tenant.channel(emailChannel);
    const context = createRenderContext(this.#tenant, options, emailOptionKeys, diagnostics, (given: EmailOptions) =>
      checkEmailOptions(given, settled),
    );
    const document = readInput(this.id, input, context);
    const payload = renderEmail(document, context, options ?? {});
    // Counting takes a tenth as long as all the rest, and only hooks are told.
    const size = context.tenant.hooks === undefined ? payload.html.length : bytesOf(payload.html);
    return { payload, followUps: [], locale: context.localizer.locale, size };
  }
}

/** The entry of a registry for `createFormatters` of `channel-formatters/factory`. */
export const email: FormatterDefinition<EmailAlertFormatter> = {
  create: (tenant) => new EmailAlertFormatter(tenant),
  channel: emailChannel,
};
