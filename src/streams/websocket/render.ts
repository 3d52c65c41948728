/** Events as WebSocket messages. */
import { compressEvent } from '../../codec/compress-event.js';
import type { CloudEvent } from '../../envelope/envelope.js';
import type { Diagnostic } from '../../kernel/diagnostics.js';
import { InputInvalidError, LimitExceededError } from '../../kernel/errors.js';
import type { Overflow } from '../../kernel/result.js';
import { settleCompression } from '../../tenant/compression-options.js';
import type { WebSocketCodec, WebSocketTenantOptions } from '../../tenant/websocket-options.js';
import { type Position, toMessage } from './message.js';
import type { WebSocketCallOptions } from './options.js';
import { type PartHead, splitWritten } from './parts.js';
import type { WebSocketMessage } from './payload.js';
import { graphqlNextText, jsonRpcText, socketIoText } from './profiles.js';
import { checkProfile } from './schema.js';

/** `maxHttpBufferSize` of Socket.IO 4: https://socket.io/docs/v4/server-options/#maxhttpbuffersize */
const defaultMaxMessageBytes = 1_000_000;

export type WebSocketCall = {
  readonly formatter: string;
  readonly settled: Readonly<WebSocketTenantOptions>;
  readonly options: WebSocketCallOptions;
  readonly seq: number | undefined;
  readonly overflow: Overflow;
  readonly nowMs: number | undefined;
  readonly diagnostics: Diagnostic[];
};

/** What is sent first, and what follows. */
type Messages = [WebSocketMessage, ...WebSocketMessage[]];

/** A message that is written, and what its parts would repeat. */
type Written = { readonly whole: string | Buffer; readonly head: PartHead; readonly isCompressed: boolean };

type Profile = NonNullable<WebSocketTenantOptions['profile']>;

function encode(codec: WebSocketCodec, value: unknown): Buffer {
  const bytes: unknown = codec.encode(value);
  if (!(bytes instanceof Uint8Array)) {
    throw new TypeError(`Cannot use what the codec \`${codec.name}\` returned, expected a Uint8Array`);
  }
  // A copy: encoders give out views into a buffer that they use again.
  return Buffer.from(bytes);
}

const writers: Readonly<
  Record<Profile, (event: CloudEvent, position: Position, call: WebSocketCall) => string | Buffer>
> = {
  envelope: (event, position, { settled: { codec } }) =>
    codec === undefined
      ? JSON.stringify(toMessage(event, position, true))
      : encode(codec, toMessage(event, position, false)),
  jsonrpc: jsonRpcText,
  'graphql-transport-ws': (event, position, { options }) =>
    graphqlNextText(event, position, options.subscriptionId ?? ''),
  'socket.io': (event, position, { options: { namespace = '/', event: name = 'message', ackId } }) =>
    socketIoText(event, position, { namespace, event: name, ackId }),
};

/** The tenant and the channel are in it: a queue for all tenants must not replace one's message by another's. */
const coalesceKeyOf = ({ tenantid }: CloudEvent, channel: string, key: string): string =>
  JSON.stringify([tenantid, channel, key]);

function payloadOf(data: string | Buffer, isCompressed: boolean, call: WebSocketCall): WebSocketMessage {
  return {
    data,
    options: { binary: typeof data !== 'string', compress: !isCompressed },
    byteLength: Buffer.byteLength(data),
    priority: call.options.priority ?? 'normal',
    droppable: call.options.droppable ?? false,
  };
}

/** The fields of a GraphQL result are what readers asked for: they stay as they are. */
function compressed(event: CloudEvent, { settled, options }: WebSocketCall): CloudEvent {
  if (settled.profile === 'graphql-transport-ws') return event;
  return compressEvent(event, settleCompression(settled, options), settled.codec === undefined ? 'base64' : 'bytes');
}

/** Only messages of this package have a word for parts. */
function splitOver({ whole, head, isCompressed }: Written, limit: number, call: WebSocketCall): Messages {
  const { settled, overflow, diagnostics } = call;
  const { profile = 'envelope', codec } = settled;
  const actual = Buffer.byteLength(whole);
  const write = (part: unknown): string | Buffer => (codec === undefined ? JSON.stringify(part) : encode(codec, part));
  const parts = overflow === 'split' && profile === 'envelope' ? splitWritten(whole, head, limit, write) : undefined;
  if (parts === undefined) throw new LimitExceededError({ path: 'data', limit, actual, unit: 'byte' });
  const message = `The message is in ${parts.length} parts, none of which can be dropped or replaced alone`;
  diagnostics.push({ code: 'split', severity: 'warning', path: 'data', message, limit, actual, unit: 'byte' });
  const [first, ...rest] = parts;
  const messageOf = (part: string | Buffer) => ({ ...payloadOf(part, isCompressed, call), droppable: false });
  return [messageOf(first), ...rest.map(messageOf)];
}

/**
 * Makes the messages of one event: one, or several where it does not fit.
 *
 * @throws InputInvalidError when the profile cannot say it
 * @throws LimitExceededError when it does not fit and may not be split
 */
export function renderWebSocket(event: CloudEvent, call: WebSocketCall): Messages {
  const { formatter, settled, options, seq, nowMs } = call;
  const { profile = 'envelope', maxMessageBytes: limit = defaultMaxMessageBytes } = settled;
  const issues = checkProfile(event, profile);
  if (issues.length > 0) throw new InputInvalidError(formatter, issues);
  const channel = options.channel ?? event.type;
  const sent = compressed(event, call);
  const whole = writers[profile](sent, { channel, seq, nowMs }, call);
  const isCompressed = sent !== event;
  const payload = payloadOf(whole, isCompressed, call);
  if (payload.byteLength > limit) {
    return splitOver({ whole, head: { channel, seq, tenant: event.tenantid }, isCompressed }, limit, call);
  }
  if (options.coalesceKey !== undefined) payload.coalesceKey = coalesceKeyOf(event, channel, options.coalesceKey);
  return [payload];
}
