/** What readers answer: up to where they have a channel, and from where they want it again. */

/** A place in a channel: the last message that a reader has. */
export type ChannelPosition = { channel: string; seq: number };

/** A message of a reader. */
export type ControlMessage =
  | { readonly kind: 'ack'; readonly position: ChannelPosition }
  | { readonly kind: 'resume'; readonly position: ChannelPosition };

const write = (kind: ControlMessage['kind'], { channel, seq }: ChannelPosition): string =>
  JSON.stringify({ v: 1, [kind]: { channel, seq } });

/** Writes what a reader sends once it has handled all messages of a channel up to a number. */
export const ackMessage = (position: ChannelPosition): string => write('ack', position);

/** Writes what a reader sends after it lost its connection: the last message that it has. */
export const resumeMessage = (position: ChannelPosition): string => write('resume', position);

/** No channel is longer: see the options of a call. */
const maxControlChars = 8192;

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readPosition(value: unknown): ChannelPosition | undefined {
  if (!isRecord(value)) return undefined;
  const { channel, seq } = value;
  if (typeof channel !== 'string' || typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 0) return undefined;
  return { channel, seq };
}

/**
 * Reads what a reader sent, which can be anything.
 *
 * @returns `undefined` for what is neither an acknowledgement nor a wish to resume
 * @example
 * ```ts
 * import { ackMessage, readControlMessage } from 'channel-formatters/websocket';
 *
 * const control = readControlMessage(ackMessage({ channel: 'plays', seq: 7 }));
 * console.log(control?.kind === 'ack', control?.position.seq === 7);
 * ```
 */
export function readControlMessage(data: string): ControlMessage | undefined {
  const message = data.length > maxControlChars ? undefined : parse(data);
  if (!isRecord(message) || message['v'] !== 1) return undefined;
  const kinds = (['ack', 'resume'] as const).filter((kind) => Object.hasOwn(message, kind));
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) return undefined;
  const position = readPosition(message[kind]);
  return position === undefined ? undefined : { kind, position };
}

/**
 * Finds the messages after the one that a reader has, and tells whether none is missing between them.
 *
 * @param kept the messages of the channel that are still kept, oldest first
 */
export function messagesAfter<Message extends { readonly seq: number }>(
  seq: number,
  kept: readonly Message[],
): { readonly messages: readonly Message[]; readonly isComplete: boolean } {
  const messages = kept.filter((message) => message.seq > seq);
  const last = kept.at(-1);
  // A reader that is ahead of the channel knows another one: of a server that counts anew.
  const isKnown = last !== undefined && last.seq >= seq;
  return { messages: isKnown ? messages : kept, isComplete: isKnown && (kept[0]?.seq ?? 0) <= seq + 1 };
}
