/** What `messages.create` of Twilio takes, and what the message costs. */
import type { SmsEncoding, SmsSegment } from './segments.js';

export type SmsPayload = {
  /** E.164. Absent where neither the call nor anything else has named a number. */
  to?: string;
  /** E.164, a short code, or a name of up to 11 characters. */
  from?: string;
  /** Stands in the place of `from` where the sender is a messaging service. */
  messagingServiceSid?: string;
  body: string;
  encoding: SmsEncoding;
  /** The parts in which `body` is sent and billed. */
  segments: SmsSegment[];
  /** The characters for which `body` takes UCS-2 instead of GSM-7, each once. */
  culprits: string[];
  /** Segments that `body` would take in a spelling that its language allows in GSM-7; as many as `segments` where there is none. */
  costIfTransliterated: number;
};

/** A payload with a destination, which is what `messages.create` asks for. */
export type AddressedSmsPayload = SmsPayload & { to: string };
