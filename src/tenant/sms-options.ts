/** What a tenant settles about SMS, once, in its configuration: who sends, what a message may cost, what has to be in it. */
import * as z from '../kernel/zod.js';
import type { ChannelDefinition } from './channel.js';
import { recordOf } from './record-of.js';

/**
 * Checks a phone number and returns it as E.164, or undefined for one that does not exist:
 * `createPhoneNumbers()` of `channel-formatters/phone-numbers`.
 */
export type PhoneNumbers = (number: string) => string | undefined;

export type SmsTenantOptions = {
  /** Who sends: an E.164 number, a short code, a name of up to 11 characters, or the id of a messaging service (`MG...`). */
  from?: string;
  /** Most segments that one message is billed as. @default 3 */
  maxSegments?: number;
  /** Most messages after the first, for what did not fit into it; each costs as much again. @default 2 */
  maxFollowUps?: number;
  /**
   * Bits of the number that ties the segments of a message together. 16 where a route reports 152 and 66 units a segment
   * instead of 153 and 67. @default 8
   */
  referenceBits?: 8 | 16;
  /**
   * What may be spelled otherwise where that makes UCS-2 needless: nothing, signs and spaces, or also the accents that the
   * reader's language leaves out in messages. @default 'letters'
   */
  transliterate?: 'none' | 'punctuation' | 'letters';
  /**
   * How to opt out, by the beginning of the numbers that need it: `{ '+1': true, '+33': 'STOP au 36180' }`, `'+'` for all.
   * `true` is "Reply STOP to opt out" in the reader's language. At most 40 characters. @default nothing
   */
  optOut?: Record<string, string | true>;
  /** Whether actions are shown with codes to reply. @default true */
  replies?: boolean;
  /** Checks numbers beyond their shape. @default the shape of E.164 */
  phoneNumbers?: PhoneNumbers;
};

/** A number as ITU-T E.164 writes it: a plus sign and up to 15 digits, of which the first is no 0. */
export const isE164 = (number: string): boolean => /^\+[1-9]\d{6,14}$/.test(number);

/** What kind of sender a text names; undefined for none. */
export type SenderKind = 'number' | 'short-code' | 'name' | 'service';

/**
 * Short codes have 3 to 8 digits (CTIA Short Code Monitoring Handbook; national plans differ). Names have up to 11 ASCII
 * characters and at least a letter, or nobody could tell them from a code; Twilio and TS 23.040 section 9.1.2.5 agree.
 */
const senders: readonly (readonly [SenderKind, RegExp])[] = [
  ['number', /^\+[1-9]\d{6,14}$/],
  ['short-code', /^\d{3,8}$/],
  ['service', /^MG[0-9a-f]{32}$/],
  ['name', /^(?=.*[A-Za-z])[A-Za-z0-9&+_-](?:[A-Za-z0-9 &+_-]{0,9}[A-Za-z0-9&+_-])?$/],
];

/** Tells what kind of sender a text names. */
export const senderKind = (from: string): SenderKind | undefined => senders.find(([, shape]) => shape.test(from))?.[0];

/** What the checks of this file call valid, in words. */
export const expectedSms = {
  to: 'an E.164 number such as +14155550123',
  from: 'an E.164 number, a short code, a name of up to 11 ASCII characters with a letter, or a messaging service id',
} as const;

/** Leaves room for the severity and the beginning of a title in the smallest message there is. */
const maxOptOutChars = 40;

const isNotice = (text: unknown): boolean =>
  text === true ||
  (typeof text === 'string' && /^(?=.*\S)[^\p{Cc}\p{Cf}\u2028\u2029]+$/u.test(text) && text.length <= maxOptOutChars);

const isPrefix = (prefix: string): boolean => /^\+\d{0,15}$/.test(prefix);

/** Where gateways stop: Telnyx at 10 parts, Twilio at 1,600 characters, which are 11 (both read on 2026-11-20). */
const maxSegments = 10;

function createSmsOptionsSchema() {
  const count = (least: number, most: number) =>
    z.optional(
      z.int().check(z.refine((value) => value >= least && value <= most, `a whole number from ${least} to ${most}`)),
    );
  const notice = z.custom<string | true>(isNotice, `true, or one line of at most ${maxOptOutChars} characters`);
  return z.strictObject({
    from: z.optional(z.string().check(z.refine((from) => senderKind(from) !== undefined, expectedSms.from))),
    maxSegments: count(1, maxSegments),
    maxFollowUps: count(0, 9),
    referenceBits: z.optional(z.enum([8, 16])),
    transliterate: z.optional(z.enum(['none', 'punctuation', 'letters'])),
    optOut: z.optional(recordOf(notice)),
    replies: z.optional(z.boolean()),
    phoneNumbers: z.optional(z.custom<PhoneNumbers>((value) => typeof value === 'function', 'a function')),
  });
}

/** SMS as a channel that tenants can settle something about. */
export const smsChannel: ChannelDefinition<'sms', SmsTenantOptions> = {
  id: 'sms',
  schema: createSmsOptionsSchema,
  check: ({ optOut = {} }) =>
    Object.keys(optOut).flatMap((prefix) =>
      isPrefix(prefix)
        ? []
        : [{ path: `optOut.${prefix}`, message: 'expected the beginning of a number, such as `+1`', expected: '+1' }],
    ),
};
