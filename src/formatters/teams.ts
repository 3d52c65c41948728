/** Alerts and documents as Microsoft Teams cards. */
import { envelopeNames } from '../channels/teams/envelope.js';
import type { TeamsBotActivity, TeamsCard, TeamsPayload, TeamsWorkflowMessage } from '../channels/teams/payload.js';
import { renderTeams } from '../channels/teams/render.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import type { Issue } from '../kernel/errors.js';
import { FormatterBase, type Produced } from '../kernel/formatter.js';
import type { FormatOptions, Formatted } from '../kernel/result.js';
import type { Schema } from '../kernel/schema.js';
import { unknownName } from '../kernel/suggest.js';
import type { TenantConfig } from '../tenant/config.js';
import { createTenantContext, type TenantContext } from '../tenant/context.js';
import { createRenderContext } from '../tenant/render-context.js';
import { teamsChannel } from '../tenant/teams-options.js';
import { type ChannelInput, channelSchema, readInput } from './channel-input.js';
import type { FormatterDefinition } from './registry.js';

export type {
  CardAction,
  CardElement,
  ChartElement,
  TeamsBotActivity,
  TeamsCard,
  TeamsPayload,
  TeamsWorkflowMessage,
} from '../channels/teams/payload.js';
export type { TeamsMention, TeamsTenantOptions } from '../tenant/teams-options.js';

/** What each envelope makes of a card. */
type Enveloped = { workflow: TeamsWorkflowMessage; card: TeamsCard; botActivity: TeamsBotActivity };

/** Options of one call: the common ones, and where the card goes. */
export type TeamsOptions = FormatOptions & {
  /** @default the tenant's, which is `workflow` by default */
  envelope?: 'workflow' | 'card' | 'botActivity';
};

function checkEnvelope({ envelope }: TeamsOptions): Issue[] {
  if (envelope === undefined || envelopeNames.includes(envelope)) return [];
  if (typeof envelope === 'string') return [unknownName('envelope', 'envelope', envelope, envelopeNames)];
  return [{ path: 'envelope', message: 'expected string', expected: 'string' }];
}

/**
 * Formats alerts and documents as Adaptive Cards 1.5 for Workflows webhooks, flows and bots.
 *
 * Untrusted text stands only where Teams parses no markup, or is escaped; mentions come from the tenant's configuration. What
 * does not fit goes into `followUps`, cards titled "(2/3)".
 *
 * @example
 * ```ts
 * import { TeamsAlertFormatter } from 'channel-formatters/teams';
 * import { fr } from 'channel-formatters/locales/fr';
 *
 * const teams = new TeamsAlertFormatter({ tenantId: 'label_42', locale: 'fr-FR', locales: [fr] });
 * const { payload } = teams.format({
 *   severity: 'critical',
 *   title: 'Stream latency over 2 s',
 *   source: 'edge-gateway',
 *   startedAt: '2026-11-20T09:30:00Z',
 * });
 * console.log(JSON.stringify(payload));
 * ```
 */
export class TeamsAlertFormatter extends FormatterBase<ChannelInput, TeamsPayload, TeamsOptions> {
  readonly id = 'teams';
  readonly schema: Schema<ChannelInput>;
  readonly #tenant: TenantContext;

  constructor(tenant: TenantConfig | TenantContext) {
    const context = createTenantContext(tenant, [teamsChannel]);
    super(context);
    this.#tenant = context;
    this.schema = channelSchema(context);
  }

  /** Formats a valid input; a call that names the envelope gets the payload of that envelope. @throws FormatError */
  override format<Envelope extends keyof Enveloped>(
    input: ChannelInput,
    options: TeamsOptions & { envelope: Envelope },
  ): Formatted<Enveloped[Envelope]>;
  override format(input: ChannelInput, options?: TeamsOptions): Formatted<TeamsPayload>;
  override format(input: ChannelInput, options?: TeamsOptions): Formatted<TeamsPayload> {
    return super.format(input, options);
  }

  protected override produce(
    input: unknown,
    options: TeamsOptions | undefined,
    diagnostics: Diagnostic[],
  ): Produced<TeamsPayload> {
    const context = createRenderContext(this.#tenant, options, ['envelope'], diagnostics, checkEnvelope);
    const settled = this.#tenant.channel(teamsChannel);
    const document = readInput(this.id, input, context);
    const envelope = options?.envelope ?? settled.envelope ?? 'workflow';
    const { payload, followUps, size } = renderTeams(document, context, settled, envelope);
    return { payload, followUps, locale: context.localizer.locale, size };
  }
}

/** The entry of a registry for `createFormatters` of `channel-formatters/factory`. */
export const teams: FormatterDefinition<TeamsAlertFormatter> = {
  create: (tenant) => new TeamsAlertFormatter(tenant),
  channel: teamsChannel,
};
