/** Alerts and documents as PagerDuty events. */
import {
  checkPagerDutyOptions,
  type PagerDutyCallOptions,
  type PagerDutyEventKind,
  pagerDutyOptionKeys,
} from '../channels/pagerduty/options.js';
import type {
  PagerDutyChangePayload,
  PagerDutyPayload,
  PagerDutyTriggerPayload,
  PagerDutyUpdatePayload,
} from '../channels/pagerduty/payload.js';
import { renderPagerDuty } from '../channels/pagerduty/render.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { FormatterBase, type Produced } from '../kernel/formatter.js';
import type { FormatOptions, Formatted } from '../kernel/result.js';
import type { Schema } from '../kernel/schema.js';
import type { TenantConfig } from '../tenant/config.js';
import { createTenantContext, type TenantContext } from '../tenant/context.js';
import { pagerdutyChannel } from '../tenant/pagerduty-options.js';
import { createRenderContext } from '../tenant/render-context.js';
import { type ChannelInput, channelSchema, readInput } from './channel-input.js';
import type { FormatterDefinition } from './registry.js';

export type {
  PagerDutyChangePayload,
  PagerDutyDetail,
  PagerDutyDetails,
  PagerDutyPayload,
  PagerDutyTriggerPayload,
  PagerDutyUpdatePayload,
} from '../channels/pagerduty/payload.js';
export type { PagerDutyTenantOptions } from '../tenant/pagerduty-options.js';

/** Options of one call: the common ones, the key of the service, and what the event does. */
export type PagerDutyOptions = FormatOptions & PagerDutyCallOptions;

type PayloadOfEvent = {
  trigger: PagerDutyTriggerPayload;
  acknowledge: PagerDutyUpdatePayload<'acknowledge'>;
  resolve: PagerDutyUpdatePayload<'resolve'>;
  change: PagerDutyChangePayload;
};

/** Without `event` the status decides. Change events have an endpoint of their own, so nothing but `event` makes one. */
type ByStatus = Exclude<PagerDutyPayload, PagerDutyChangePayload>;

/**
 * Formats alerts and documents for PagerDuty's Events API v2: what fires triggers, what is acknowledged or resolved does so by
 * the same key, and `event: 'change'` makes a change event.
 *
 * An event is one request and cannot be continued, so `followUps` is always empty. What is too large leaves the details, the
 * largest first, and is named in the event and in the diagnostics.
 *
 * @example
 * ```ts
 * import { fr } from 'channel-formatters/locales/fr';
 * import { PagerDutyAlertFormatter } from 'channel-formatters/pagerduty';
 *
 * const pagerduty = new PagerDutyAlertFormatter({ tenantId: 'label_42', locale: 'fr-FR', locales: [fr] });
 * const { payload } = pagerduty.format({
 *   severity: 'critical',
 *   title: 'Stream latency over 2 s',
 *   source: 'edge-gateway',
 *   startedAt: '2026-11-20T09:30:00Z',
 * });
 * console.log(payload.event_action, payload.dedup_key);
 * ```
 */
export class PagerDutyAlertFormatter extends FormatterBase<ChannelInput, PagerDutyPayload, PagerDutyOptions> {
  readonly id = 'pagerduty';
  readonly schema: Schema<ChannelInput>;
  readonly #tenant: TenantContext;

  constructor(tenant: TenantConfig | TenantContext) {
    const context = createTenantContext(tenant, [pagerdutyChannel]);
    super(context);
    this.#tenant = context;
    this.schema = channelSchema(context);
  }

  /** Formats a valid input; a call that names the event gets the payload of that event. @throws FormatError */
  override format<Kind extends PagerDutyEventKind>(
    input: ChannelInput,
    options: PagerDutyOptions & { event: Kind; routingKey: string },
  ): Formatted<PayloadOfEvent[Kind] & { routing_key: string }>;
  override format<Kind extends PagerDutyEventKind>(
    input: ChannelInput,
    options: PagerDutyOptions & { event: Kind },
  ): Formatted<PayloadOfEvent[Kind]>;
  override format(input: ChannelInput, options?: PagerDutyOptions & { event?: never }): Formatted<ByStatus>;
  override format(input: ChannelInput, options?: PagerDutyOptions): Formatted<PagerDutyPayload>;
  override format(input: ChannelInput, options?: PagerDutyOptions): Formatted<PagerDutyPayload> {
    return super.format(input, options);
  }

  protected override produce(
    input: unknown,
    options: PagerDutyOptions | undefined,
    diagnostics: Diagnostic[],
  ): Produced<PagerDutyPayload> {
    const settled = this.#tenant.channel(pagerdutyChannel);
    const context = createRenderContext(this.#tenant, options, pagerDutyOptionKeys, diagnostics, (given) =>
      checkPagerDutyOptions(given, settled.routingKey),
    );
    const document = readInput(this.id, input, context);
    const { payload, size } = renderPagerDuty(document, context, settled, options ?? {});
    return { payload, followUps: [], locale: context.localizer.locale, size };
  }
}

/** The entry of a registry for `createFormatters` of `channel-formatters/factory`. */
export const pagerduty: FormatterDefinition<PagerDutyAlertFormatter> = {
  create: (tenant) => new PagerDutyAlertFormatter(tenant),
  channel: pagerdutyChannel,
};
