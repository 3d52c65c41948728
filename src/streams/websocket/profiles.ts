/** Messages in the words of protocols that readers have libraries for. */
import type { CloudEvent } from '../../envelope/envelope.js';
import { type Position, toMessage } from './message.js';

/** JSON-RPC 2.0 section 4.1: a request without `id` is a notification, which nobody answers. https://www.jsonrpc.org/specification */
export function jsonRpcText(event: CloudEvent, position: Position): string {
  return JSON.stringify({ jsonrpc: '2.0', method: event.type, params: toMessage(event, position, true) });
}

/** JSON-RPC 2.0 section 4: names that begin so are the protocol's own. */
export const isReservedMethod = (name: string): boolean => name.startsWith('rpc.');

/** https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md, message `next`; the rest of the event is in `extensions`. */
export function graphqlNextText(event: CloudEvent, position: Position, subscriptionId: string): string {
  const { data, ...rest } = toMessage(event, position, true);
  const payload = { data: data ?? null, extensions: { event: rest } };
  return JSON.stringify({ id: subscriptionId, type: 'next', payload });
}

/** An error of a subscription, as `GraphQLError.toJSON` returns it. */
export type GraphqlErrorEntry = {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
};

/** Writes the message that ends a subscription of `graphql-transport-ws` with errors; no `complete` may follow. */
export function graphqlErrorMessage(subscriptionId: string, errors: readonly GraphqlErrorEntry[]): string {
  if (errors.length === 0)
    throw new TypeError('Cannot write an `error` of a subscription, expected at least one error');
  return JSON.stringify({ id: subscriptionId, type: 'error', payload: errors });
}

/** Writes the message that ends a subscription of `graphql-transport-ws`. */
export function graphqlCompleteMessage(subscriptionId: string): string {
  return JSON.stringify({ id: subscriptionId, type: 'complete' });
}

/** Engine.IO 4: a message. https://socket.io/docs/v4/engine-io-protocol/ */
const engineMessage = '4';
/** Socket.IO protocol 5: EVENT. Bytes are base64 in it, so that there are no attachments to count. */
const socketEvent = '2';

export type SocketIoAddress = {
  readonly namespace: string;
  readonly event: string;
  readonly ackId: number | undefined;
};

/** https://socket.io/docs/v4/socket-io-protocol/: packet type, namespace if it is not the main one, id, JSON. */
export function socketIoText(event: CloudEvent, position: Position, address: SocketIoAddress): string {
  const namespace = address.namespace === '/' ? '' : `${address.namespace},`;
  const json = JSON.stringify([address.event, toMessage(event, position, true)]);
  return `${engineMessage}${socketEvent}${namespace}${address.ackId ?? ''}${json}`;
}

/** A comma ends a namespace, and `?` begins a query, which clients cut off. */
const namespaceText = /^\/[\x21-\x2b\x2d-\x3e\x40-\x7e]{0,255}$/;
/** Names that clients keep for themselves: a packet with one ends the connection. */
const reservedEvents: readonly string[] = [
  'connect',
  'connect_error',
  'disconnect',
  'disconnecting',
  'newListener',
  'removeListener',
];

export const isNamespace = (value: unknown): value is string => typeof value === 'string' && namespaceText.test(value);

/** Tells whether a text can be the name of an event of Socket.IO. */
export const isSocketIoEvent = (value: unknown): value is string =>
  typeof value === 'string' &&
  value !== '' &&
  value.length <= 256 &&
  value.isWellFormed() &&
  !reservedEvents.includes(value);
