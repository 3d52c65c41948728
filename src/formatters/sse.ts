/** Events as server-sent events. */
import type { Envelope } from '../envelope/envelope.js';
import { toEvent } from '../envelope/event.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { type Issue, OptionsInvalidError } from '../kernel/errors.js';
import { FormatterBase, type Produced } from '../kernel/formatter.js';
import type { FormatOptions } from '../kernel/result.js';
import { checkSseFields } from '../streams/sse/frame.js';
import { renderSse, type SseCallOptions } from '../streams/sse/render.js';
import { createSseSchema } from '../streams/sse/schema.js';
import { checkCompression, compressionKeys } from '../tenant/compression-options.js';
import type { TenantConfig } from '../tenant/config.js';
import { createTenantContext, type TenantContext } from '../tenant/context.js';
import { createRenderContext } from '../tenant/render-context.js';
import { checkSseCompression, type SseTenantOptions, sseChannel } from '../tenant/sse-options.js';
import type { FormatterDefinition } from './registry.js';

export type { Envelope, ExtensionValue } from '../envelope/envelope.js';
// biome-ignore lint/performance/noBarrelFile: the subpath of a formatter holds what goes with it
export { sseComment } from '../streams/sse/frame.js';
export { type Resumption, resumeAfter } from '../streams/sse/resume.js';
export type { SseTenantOptions } from '../tenant/sse-options.js';

/** Options of one call: the common ones, and the fields of a frame. */
export type SSEOptions = FormatOptions & SseCallOptions;

const optionKeys: readonly string[] = ['event', 'retryMs', ...compressionKeys];

function checkOptions(options: SSEOptions, { mode }: Readonly<SseTenantOptions>): Issue[] {
  const issues = [...checkSseFields({ event: options.event, retryMs: options.retryMs }), ...checkCompression(options)];
  return issues.length > 0 ? issues : checkSseCompression(mode, options);
}

/**
 * Formats events for `res.write` of a response with the content type `text/event-stream`: one frame an event, which browsers
 * and Node's readers understand alike.
 *
 * @example
 * ```ts
 * import { en } from 'channel-formatters/locales/en';
 * import { SSEFormatter } from 'channel-formatters/sse';
 *
 * const sse = new SSEFormatter({ tenantId: 'label_42', locales: [en] });
 * const { payload } = sse.format({ source: '/ledger', type: 'com.example.track.played', data: { plays: 3 } });
 * console.log(payload.endsWith('\n\n'));
 * ```
 */
export class SSEFormatter extends FormatterBase<Envelope, string, SSEOptions> {
  readonly id = 'sse';
  readonly schema;
  readonly #tenant: TenantContext;

  constructor(tenant: TenantConfig | TenantContext) {
    const context = createTenantContext(tenant, [sseChannel]);
    super(context);
    this.#tenant = context;
    this.schema = createSseSchema(context.channel(sseChannel));
  }

  protected override produce(
    input: unknown,
    options: SSEOptions | undefined,
    diagnostics: Diagnostic[],
  ): Produced<string> {
    const context = createRenderContext(this.#tenant, options, optionKeys, diagnostics);
    const settled = this.#tenant.channel(sseChannel);
    const issues = options === undefined ? [] : checkOptions(options, settled);
    if (issues.length > 0) throw new OptionsInvalidError(issues);
    const event = toEvent(this.id, input, this.#tenant.config.tenantId, diagnostics, context.correlationId);
    const { frame, bytes } = renderSse(this.id, event, settled, options ?? {}, diagnostics);
    return { payload: frame, followUps: [], locale: context.localizer.locale, size: bytes };
  }
}

/** The entry of a registry for `createFormatters` of `channel-formatters/factory`. */
export const sse: FormatterDefinition<SSEFormatter> = {
  create: (tenant) => new SSEFormatter(tenant),
  channel: sseChannel,
};
