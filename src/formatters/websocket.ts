/** Events as WebSocket messages. */
import type { Envelope } from '../envelope/envelope.js';
import { toEvent } from '../envelope/event.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { InternalError, OptionsInvalidError } from '../kernel/errors.js';
import { FormatterBase, type Produced } from '../kernel/formatter.js';
import type { FormatOptions, Formatted, Result } from '../kernel/result.js';
import { checkWebSocketOptions, type WebSocketCallOptions, websocketOptionKeys } from '../streams/websocket/options.js';
import type { WebSocketMessage } from '../streams/websocket/payload.js';
import { renderWebSocket } from '../streams/websocket/render.js';
import { createWebSocketSchema } from '../streams/websocket/schema.js';
import type { TenantConfig } from '../tenant/config.js';
import { createTenantContext, type TenantContext } from '../tenant/context.js';
import { createRenderContext } from '../tenant/render-context.js';
import { websocketChannel } from '../tenant/websocket-options.js';
import type { FormatterDefinition } from './registry.js';

export type { Envelope, ExtensionValue } from '../envelope/envelope.js';
// biome-ignore lint/performance/noBarrelFile: the subpath of a formatter holds what goes with it
export {
  ackMessage,
  type ChannelPosition,
  type ControlMessage,
  messagesAfter,
  readControlMessage,
  resumeMessage,
} from '../streams/websocket/control.js';
export type { EventMessage } from '../streams/websocket/message.js';
export { isPartMessage, joinParts, type PartMessage } from '../streams/websocket/parts.js';
export type { WebSocketMessage, WebSocketPriority } from '../streams/websocket/payload.js';
export {
  type GraphqlErrorEntry,
  graphqlCompleteMessage,
  graphqlErrorMessage,
} from '../streams/websocket/profiles.js';
export type { WebSocketCodec, WebSocketTenantOptions } from '../tenant/websocket-options.js';

/** Options of one call: the common ones, and where the message goes. */
export type WebSocketOptions = FormatOptions & WebSocketCallOptions;

/** @throws OptionsInvalidError when a port returns something else than a number of a message */
function nextSeq(seq: WebSocketCallOptions['seq']): number | undefined {
  const next = typeof seq === 'function' ? seq() : seq;
  if (next === undefined || (Number.isSafeInteger(next) && next >= 0)) return next;
  const expected = 'a function that returns whole numbers from 0';
  throw new OptionsInvalidError([{ path: 'seq', message: `expected ${expected}`, expected }]);
}

/**
 * Formats events for `ws.send(payload.data, payload.options)`. What is larger than a message may be continues in
 * `followUps`, to be sent in order; `joinParts` puts it together.
 *
 * @example
 * ```ts
 * import { en } from 'channel-formatters/locales/en';
 * import { WebSocketMessageFormatter } from 'channel-formatters/websocket';
 *
 * const websocket = new WebSocketMessageFormatter({ tenantId: 'label_42', locales: [en] });
 * const event = { source: '/ledger', type: 'track.played', data: { plays: 3 } };
 * const { payload } = websocket.format(event, { channel: 'plays', seq: 7 });
 * console.log(payload.byteLength, payload.options.binary);
 * ```
 */
export class WebSocketMessageFormatter extends FormatterBase<Envelope, WebSocketMessage, WebSocketOptions> {
  readonly id = 'websocket';
  readonly schema;
  readonly #tenant: TenantContext;

  constructor(tenant: TenantConfig | TenantContext) {
    const context = createTenantContext(tenant, [websocketChannel]);
    super(context);
    this.#tenant = context;
    this.schema = createWebSocketSchema(context.channel(websocketChannel));
  }

  /** With a `seq`, messages are counted on from it; an input that fails takes no number, as a gap would be a loss. */
  override formatMany(inputs: Iterable<unknown>, options?: WebSocketOptions): Result<Formatted<WebSocketMessage>>[] {
    const from = options?.seq;
    if (typeof from !== 'number' || typeof inputs?.[Symbol.iterator] !== 'function') {
      return super.formatMany(inputs, options);
    }
    const results: Result<Formatted<WebSocketMessage>>[] = [];
    let seq = from;
    try {
      for (const input of inputs) {
        const result = this.tryFormat(input, { ...options, seq });
        results.push(result);
        if (result.ok) seq++;
      }
    } catch (error) {
      // `tryFormat` throws nothing, so the iterable did.
      results.push({ ok: false, error: new InternalError(error) });
    }
    return results;
  }

  protected override produce(
    input: unknown,
    options: WebSocketOptions = {},
    diagnostics: Diagnostic[],
  ): Produced<WebSocketMessage> {
    const settled = this.#tenant.channel(websocketChannel);
    const { overflow, correlationId, localizer, nowMs } = createRenderContext(
      this.#tenant,
      options,
      websocketOptionKeys,
      diagnostics,
    );
    const issues = checkWebSocketOptions(options, settled.profile ?? 'envelope');
    if (issues.length > 0) throw new OptionsInvalidError(issues);
    const event = toEvent(this.id, input, this.#tenant.config.tenantId, diagnostics, correlationId);
    const [payload, ...followUps] = renderWebSocket(event, {
      formatter: this.id,
      settled,
      options,
      seq: nextSeq(options.seq),
      overflow,
      nowMs,
      diagnostics,
    });
    const size = [payload, ...followUps].reduce((bytes, { byteLength }) => bytes + byteLength, 0);
    return { payload, followUps, locale: localizer.locale, size };
  }
}

/** The entry of a registry for `createFormatters` of `channel-formatters/factory`. */
export const websocket: FormatterDefinition<WebSocketMessageFormatter> = {
  create: (tenant) => new WebSocketMessageFormatter(tenant),
  channel: websocketChannel,
};
