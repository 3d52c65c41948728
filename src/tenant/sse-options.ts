/** What a tenant settles about server-sent events. */
import * as z from '../kernel/zod.js';
import type { ChannelDefinition } from './channel.js';

export type SseTenantOptions = {
  /**
   * `structured`: the whole event as CloudEvents JSON; `data`: its data alone, and only `type` (as the event's name, see
   * `event`) and `id` beside them.
   * @default 'structured'
   */
  mode?: 'structured' | 'data';
  /** `message`: readers use `onmessage`; `type`: they listen to the type of each event. @default 'message' */
  event?: 'message' | 'type';
  /** The most that one event may take in UTF-8; larger ones are refused. @default 1048576 */
  maxEventBytes?: number;
};

function createSseOptionsSchema() {
  return z.strictObject({
    mode: z.optional(z.enum(['structured', 'data'])),
    event: z.optional(z.enum(['message', 'type'])),
    maxEventBytes: z.optional(
      z.int().check(z.refine((value) => value >= 1024 && value <= 2 ** 28, 'a whole number from 1,024 to 268,435,456')),
    ),
  });
}

/** Server-sent events, as far as a tenant settles them. */
export const sseChannel: ChannelDefinition<'sse', SseTenantOptions> = { id: 'sse', schema: createSseOptionsSchema };
