/** Alerts and documents as Markdown. */
import { type MarkdownCallOptions, type MarkdownPayload, renderMarkdown } from '../channels/markdown/render.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { FormatterBase, type Produced } from '../kernel/formatter.js';
import type { FormatOptions } from '../kernel/result.js';
import type { Schema } from '../kernel/schema.js';
import type { TenantConfig } from '../tenant/config.js';
import { createTenantContext, type TenantContext } from '../tenant/context.js';
import { createRenderContext } from '../tenant/render-context.js';
import { type ChannelInput, channelSchema, readInput } from './channel-input.js';
import type { FormatterDefinition } from './registry.js';
import { checkKinds, type OptionKinds } from './render-options.js';

export type { MarkdownFragment } from '../channels/markdown/blocks.js';
export type { MarkdownPayload } from '../channels/markdown/render.js';

/** Options of one call: the common ones, the dialect, and a limit. */
export type MarkdownOptions = FormatOptions & MarkdownCallOptions;

const kinds: OptionKinds<MarkdownCallOptions> = { profile: ['gfm', 'commonmark'], maxChars: { min: 1 } };

/**
 * Formats alerts and documents as Markdown: for GitHub and what reads its dialect, or as plain CommonMark. Text of unknown
 * origin can make no heading, list, link, mention or reference of itself.
 *
 * @example
 * ```ts
 * import { en } from 'channel-formatters/locales/en';
 * import { MarkdownFormatter } from 'channel-formatters/markdown';
 *
 * const markdown = new MarkdownFormatter({ tenantId: 'label_42', locales: [en] });
 * const alert = {
 *   severity: 'critical',
 *   title: 'Stream latency over 2 s',
 *   source: 'edge-gateway',
 *   startedAt: '2026-11-20T09:30:00Z',
 * } as const;
 * const { payload, followUps } = markdown.format(alert, { maxChars: 65_536 });
 * console.log(payload.markdown, followUps.length);
 * ```
 */
export class MarkdownFormatter extends FormatterBase<ChannelInput, MarkdownPayload, MarkdownOptions> {
  readonly id = 'markdown';
  readonly schema: Schema<ChannelInput>;
  readonly #tenant: TenantContext;

  constructor(tenant: TenantConfig | TenantContext) {
    const context = createTenantContext(tenant);
    super(context);
    this.#tenant = context;
    this.schema = channelSchema(context);
  }

  protected override produce(
    input: unknown,
    options: MarkdownOptions | undefined,
    diagnostics: Diagnostic[],
  ): Produced<MarkdownPayload> {
    const check = (given: MarkdownOptions) => checkKinds<MarkdownCallOptions>(kinds, given);
    const context = createRenderContext(this.#tenant, options, Object.keys(kinds), diagnostics, check);
    const document = readInput(this.id, input, context);
    const { payload, followUps } = renderMarkdown(document, context, options ?? {});
    return { payload, followUps, locale: context.localizer.locale, size: payload.markdown.length };
  }
}

/** The entry of a registry for `createFormatters` of `channel-formatters/factory`. */
export const markdown: FormatterDefinition<MarkdownFormatter> = { create: (tenant) => new MarkdownFormatter(tenant) };
