/** Alerts and documents as web pages. */
import { type HtmlCallOptions, type HtmlPayload, renderHtmlPages } from '../channels/html/render.js';
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

export type { HtmlFragment } from '../channels/html/markup.js';
export type { HtmlPayload } from '../channels/html/render.js';

/** Options of one call: the common ones, and what is written around the document. */
export type HtmlOptions = FormatOptions & HtmlCallOptions;

const kinds: OptionKinds<HtmlCallOptions> = { page: 'boolean', maxBytes: { min: 1 } };

/**
 * Formats alerts and documents as web pages or fragments: accessible, light and dark, without script, and with a Content
 * Security Policy by which a page loads nothing but the pictures of its document.
 *
 * @example
 * ```ts
 * import { HtmlFormatter } from 'channel-formatters/html';
 * import { ar } from 'channel-formatters/locales/ar';
 *
 * const html = new HtmlFormatter({ tenantId: 'label_42', locale: 'ar', locales: [ar] });
 * const { payload } = html.format({
 *   severity: 'critical',
 *   title: 'Stream latency over 2 s',
 *   source: 'edge-gateway',
 *   startedAt: '2026-11-20T09:30:00Z',
 * });
 * console.log(payload.html, payload.headers['Content-Security-Policy']);
 * ```
 */
export class HtmlFormatter extends FormatterBase<ChannelInput, HtmlPayload, HtmlOptions> {
  readonly id = 'html';
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
    options: HtmlOptions | undefined,
    diagnostics: Diagnostic[],
  ): Produced<HtmlPayload> {
    const check = (given: HtmlOptions) => checkKinds<HtmlCallOptions>(kinds, given);
    const context = createRenderContext(this.#tenant, options, Object.keys(kinds), diagnostics, check);
    const document = readInput(this.id, input, context);
    const { payload, followUps } = renderHtmlPages(document, context, options ?? {});
    return { payload, followUps, locale: context.localizer.locale, size: payload.html.length };
  }
}

/** The entry of a registry for `createFormatters` of `channel-formatters/factory`. */
export const html: FormatterDefinition<HtmlFormatter> = { create: (tenant) => new HtmlFormatter(tenant) };
