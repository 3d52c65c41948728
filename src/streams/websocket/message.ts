/**
 * The messages of this package: one object an event, with everything that the event says.
 *
 * What a message is can be told from its members, never from a text in it: an event has `type`, a part has `part`, and those
 * of readers have `ack` or `resume`.
 */
import type { CloudEvent, ExtensionValue } from '../../envelope/envelope.js';

/** One event as a reader gets it. */
export type EventMessage = {
  v: 1;
  type: string;
  id: string;
  channel: string;
  /** Counts the messages of a channel: a gap is a loss. */
  seq?: number;
  /** Epoch milliseconds: when it happened, or else when it was formatted. */
  ts?: number;
  tenant: string;
  source: string;
  subject?: string;
  schema?: string;
  contentType?: string;
  extensions?: Record<string, ExtensionValue>;
  /** How `data` is written, where it is bytes and the message is text. */
  encoding?: 'base64';
  data?: unknown;
};

/** Where in a stream a message stands. */
export type Position = {
  readonly channel: string;
  readonly seq: number | undefined;
  readonly nowMs: number | undefined;
};

const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

/** Returns the event as an object, members in a fixed order. `isText`: bytes have to be written as text. */
export function toMessage(event: CloudEvent, { channel, seq, nowMs }: Position, isText: boolean): EventMessage {
  const { data, datacontenttype, extensions } = event;
  const ts = event.time === undefined ? nowMs : Date.parse(event.time);
  const message: EventMessage = {
    v: 1,
    type: event.type,
    id: event.id,
    channel,
    ...(seq !== undefined && { seq }),
    ...(ts !== undefined && { ts }),
    tenant: event.tenantid,
    source: event.source,
  };
  if (event.subject !== undefined) message.subject = event.subject;
  if (event.dataschema !== undefined) message.schema = event.dataschema;
  if (datacontenttype !== undefined && datacontenttype !== 'application/json') message.contentType = datacontenttype;
  if (extensions.length > 0) message.extensions = Object.fromEntries(extensions);
  if (data instanceof Uint8Array && isText) {
    message.encoding = 'base64';
    message.data = base64(data);
  } else if (data !== undefined) {
    message.data = data;
  }
  return message;
}
