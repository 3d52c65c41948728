/** Events as WebSocket messages. */
import type { CloudEvent } from '../../envelope/envelope.js';
import type { Diagnostic } from '../../kernel/diagnostics.js';
import { InputInvalidError, LimitExceededError } from '../../kernel/errors.js';
import type { Overflow } from '../../kernel/result.js';
import type { WebSocketCodec, WebSocketTenantOptions } from '../../tenant/websocket-options.js';
import { type Position, toMessage } from './message.js';
import type { WebSocketCallOptions } from './options.js';
import { splitWritten } from './parts.js';
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
  /** Whether the data are compressed already. */
  readonly isCompressed: boolean;
  readonly diagnostics: Diagnostic[];
};

/** What is sent first, and what follows. */
type Messages = [WebSocketMessage, ...WebSocketMessage[]];

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

function payloadOf(data: string | Buffer, call: WebSocketCall): WebSocketMessage {
  return {
    data,
    options: { binary: typeof data !== 'string', compress: !call.isCompressed },
    byteLength: Buffer.byteLength(data),
    priority: call.options.priority ?? 'normal',
    droppable: call.options.droppable ?? false,
  };
}

/** Only messages of this package have a word for parts. */
function splitOver(
  whole: string | Buffer,
  event: CloudEvent,
  channel: string,
  limit: number,
  call: WebSocketCall,
): Messages {
  const { settled, overflow, seq, diagnostics } = call;
  const { profile = 'envelope', codec } = settled;
  const actual = Buffer.byteLength(whole);
  const write = (part: unknown): string | Buffer => (codec === undefined ? JSON.stringify(part) : encode(codec, part));
  const parts =
    overflow === 'split' && profile === 'envelope'
      ? splitWritten(whole, { channel, seq, tenant: event.tenantid }, limit, write)
      : undefined;
  if (parts === undefined) throw new LimitExceededError({ path: 'data', limit, actual, unit: 'byte' });
  const message = `The message is in ${parts.length} parts, none of which can be dropped or replaced alone`;
  diagnostics.push({ code: 'split', severity: 'warning', path: 'data', message, limit, actual, unit: 'byte' });
  const [first, ...rest] = parts;
  const messageOf = (part: string | Buffer) => ({ ...payloadOf(part, call), droppable: false });
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
  const whole = writers[profile](event, { channel, seq, nowMs }, call);
  const payload = payloadOf(whole, call);
  if (payload.byteLength > limit) return splitOver(whole, event, channel, limit, call);
  if (options.coalesceKey !== undefined) payload.coalesceKey = coalesceKeyOf(event, channel, options.coalesceKey);
  return [payload];
}
