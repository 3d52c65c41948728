/** Alerts and documents as Slack messages. */
import type { SlackPayload } from '../channels/slack/payload.js';
import { renderSlack, type SlackCallOptions } from '../channels/slack/render.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import type { Issue } from '../kernel/errors.js';
import { FormatterBase, type Produced } from '../kernel/formatter.js';
import type { FormatOptions } from '../kernel/result.js';
import type { Schema } from '../kernel/schema.js';
import type { TenantConfig } from '../tenant/config.js';
import { createTenantContext, type TenantContext } from '../tenant/context.js';
import { createRenderContext } from '../tenant/render-context.js';
import { slackChannel } from '../tenant/slack-options.js';
import { type ChannelInput, channelSchema, readInput } from './channel-input.js';
import type { FormatterDefinition } from './registry.js';

export type { SlackBlock, SlackPayload } from '../channels/slack/payload.js';
export type { SlackMention, SlackTenantOptions } from '../tenant/slack-options.js';

/** Options of one call: the common ones, and the thread to post into. */
export type SlackOptions = FormatOptions & SlackCallOptions;

const optionKinds = { threadTs: 'string', replyBroadcast: 'boolean' } as const;
const optionKeys = ['threadTs', 'replyBroadcast'] as const;

/** A `ts` as a number would have lost its last digits, and be the `ts` of no message. */
function checkKinds(options: SlackOptions): Issue[] {
  const issues: Issue[] = [];
  for (const key of optionKeys) {
    const expected = optionKinds[key];
    if (options[key] === undefined || typeof options[key] === expected) continue;
    issues.push({ path: key, message: `expected ${expected}`, expected });
  }
  // Slack refuses a broadcast of what is no reply, and the client's types do too.
  if (options.replyBroadcast !== undefined && options.threadTs === undefined) {
    issues.push({ path: 'replyBroadcast', message: 'only with `threadTs`', expected: 'a `threadTs` beside it' });
  }
  return issues;
}

/**
 * Formats alerts and documents for `chat.postMessage`, `chat.update` and incoming webhooks.
 *
 * Untrusted text stands only where Slack parses no markup; every limit of Block Kit holds, the unpublished budget of a
 * whole message included. What does not fit goes into `followUps`, thread replies to the first message.
 *
 * @example
 * ```ts
 * import { SlackAlertFormatter } from 'channel-formatters/slack';
 * import { fr } from 'channel-formatters/locales/fr';
 *
 * const slack = new SlackAlertFormatter({ tenantId: 'label_42', locale: 'fr-FR', locales: [fr] });
 * const { payload } = slack.format({
 *   severity: 'critical',
 *   title: 'Stream latency over 2 s',
 *   source: 'edge-gateway',
 *   startedAt: '2026-11-20T09:30:00Z',
 * });
 * console.log(payload.text);
 * ```
 */
export class SlackAlertFormatter extends FormatterBase<ChannelInput, SlackPayload, SlackOptions> {
  readonly id = 'slack';
  readonly schema: Schema<ChannelInput>;
  readonly #tenant: TenantContext;

  constructor(tenant: TenantConfig | TenantContext) {
    const context = createTenantContext(tenant, [slackChannel]);
    super(context);
    this.#tenant = context;
    this.schema = channelSchema(context);
  }

  protected override produce(
    input: unknown,
    options: SlackOptions | undefined,
    diagnostics: Diagnostic[],
  ): Produced<SlackPayload> {
    const context = createRenderContext(this.#tenant, options, optionKeys, diagnostics, checkKinds);
    const document = readInput(this.id, input, context);
    const { payload, followUps, size } = renderSlack(document, context, options ?? {});
    return { payload, followUps, locale: context.localizer.locale, size };
  }
}

/** The entry of a registry for `createFormatters` of `channel-formatters/factory`. */
export const slack: FormatterDefinition<SlackAlertFormatter> = {
  create: (tenant) => new SlackAlertFormatter(tenant),
  channel: slackChannel,
};
