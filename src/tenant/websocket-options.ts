/** What a tenant settles about WebSocket messages. */
import type { Issue } from '../kernel/errors.js';
import * as z from '../kernel/zod.js';
import type { ChannelDefinition } from './channel.js';
import { type CompressionOptions, compressionShape } from './compression-options.js';

/** Writes messages as bytes: a function around `pack` of msgpackr or `encode` of cbor-x. */
export type WebSocketCodec = {
  /** Which one it is, for people: `msgpack`, `cbor`. */
  readonly name: string;
  /** Gets objects, arrays, strings, numbers, booleans, `null`, and a `Uint8Array` where data are bytes. */
  readonly encode: (value: unknown) => Uint8Array;
};

export type WebSocketTenantOptions = CompressionOptions & {
  /**
   * `envelope`: messages of this package; `jsonrpc`: notifications of JSON-RPC 2.0; `graphql-transport-ws`: results of a
   * subscription; `socket.io`: events of Socket.IO, packets inside of Engine.IO's.
   * @default 'envelope'
   */
  profile?: 'envelope' | 'jsonrpc' | 'graphql-transport-ws' | 'socket.io';
  /** Only with the profile `envelope`. @default JSON as text */
  codec?: WebSocketCodec;
  /** The most that one message may take: Socket.IO's `maxHttpBufferSize`, the least of the common receivers'. @default 1000000 */
  maxMessageBytes?: number;
};

/** RFC 6455 knows no limit; `maxPayload` of ws is 100 MiB. */
const mostBytes = 100 * 2 ** 20;

function isCodec(value: unknown): value is WebSocketCodec {
  if (typeof value !== 'object' || value === null) return false;
  const { name, encode } = value as Partial<WebSocketCodec>;
  return typeof name === 'string' && name !== '' && typeof encode === 'function';
}

function createWebSocketOptionsSchema() {
  return z.strictObject({
    ...compressionShape(),
    profile: z.optional(z.enum(['envelope', 'jsonrpc', 'graphql-transport-ws', 'socket.io'])),
    codec: z.optional(z.custom<WebSocketCodec>(isCodec, 'an object with a `name` and a function `encode`')),
    maxMessageBytes: z.optional(
      z
        .int()
        .check(z.refine((value) => value >= 1024 && value <= mostBytes, `a whole number from 1,024 to ${mostBytes}`)),
    ),
  });
}

/** The other profiles are protocols of text. */
function checkCodec({ profile = 'envelope', codec }: WebSocketTenantOptions): Issue[] {
  if (codec === undefined || profile === 'envelope') return [];
  const expected = 'no codec, or the profile `envelope`';
  return [{ path: 'codec', message: `expected ${expected}`, expected }];
}

/** WebSocket, as far as a tenant settles it. */
export const websocketChannel: ChannelDefinition<'websocket', WebSocketTenantOptions> = {
  id: 'websocket',
  schema: createWebSocketOptionsSchema,
  check: checkCodec,
};
