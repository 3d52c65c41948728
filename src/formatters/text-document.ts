/** Alerts and documents as plain text. */
import { renderText, type TextCallOptions, type TextPayload } from '../channels/text/render.js';
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

export type { TextFragment, TextPayload } from '../channels/text/render.js';

/** Options of one call: the common ones, the width, and where addresses stand. */
export type TextOptions = FormatOptions & TextCallOptions;

const kinds: OptionKinds<TextCallOptions> = {
  width: { min: 20 },
  links: ['inline', 'footnotes'],
  maxChars: { min: 1 },
};

/**
 * Formats alerts and documents as plain text, for terminals, logs, tickets and text-only mail: lines of a width, tables in
 * columns, and values of another direction isolated.
 *
 * @example
 * ```ts
 * import { en } from 'channel-formatters/locales/en';
 * import { TextFormatter } from 'channel-formatters/text';
 *
 * const text = new TextFormatter({ tenantId: 'label_42', locales: [en] });
 * const alert = {
 *   severity: 'critical',
 *   title: 'Stream latency over 2 s',
 *   source: 'edge-gateway',
 *   startedAt: '2026-11-20T09:30:00Z',
 * } as const;
 * console.log(text.format(alert, { width: 60, links: 'footnotes' }).payload.text);
 * ```
 */
export class TextFormatter extends FormatterBase<ChannelInput, TextPayload, TextOptions> {
  readonly id = 'text';
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
    options: TextOptions | undefined,
    diagnostics: Diagnostic[],
  ): Produced<TextPayload> {
    const check = (given: TextOptions) => checkKinds<TextCallOptions>(kinds, given);
    const context = createRenderContext(this.#tenant, options, Object.keys(kinds), diagnostics, check);
    const document = readInput(this.id, input, context);
    const { payload, followUps } = renderText(document, context, options ?? {});
    return { payload, followUps, locale: context.localizer.locale, size: payload.text.length };
  }
}

/** The entry of a registry for `createFormatters` of `channel-formatters/factory`. */
export const text: FormatterDefinition<TextFormatter> = { create: (tenant) => new TextFormatter(tenant) };
