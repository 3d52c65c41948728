/** What a tenant settles about server-sent events. */
import type { Issue } from '../kernel/errors.js';
import * as z from '../kernel/zod.js';
import type { ChannelDefinition } from './channel.js';
import { type CompressionOptions, compressionShape } from './compression-options.js';

export type SseTenantOptions = CompressionOptions & {
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
    ...compressionShape(),
    mode: z.optional(z.enum(['structured', 'data'])),
    event: z.optional(z.enum(['message', 'type'])),
    maxEventBytes: z.optional(
      z.int().check(z.refine((value) => value >= 1024 && value <= 2 ** 28, 'a whole number from 1,024 to 268,435,456')),
    ),
  });
}

/** Data alone have no place for the name of their encoding. */
export function checkSseCompression(
  mode: SseTenantOptions['mode'],
  { compression = 'none' }: CompressionOptions,
): Issue[] {
  if (mode !== 'data' || compression === 'none') return [];
  const expected = '`none`, or the mode `structured`';
  return [{ path: 'compression', message: `expected ${expected}`, expected }];
}

/** Server-sent events, as far as a tenant settles them. */
export const sseChannel: ChannelDefinition<'sse', SseTenantOptions> = {
  id: 'sse',
  schema: createSseOptionsSchema,
  check: (options) => checkSseCompression(options.mode, options),
};
