/** Limits of short messages. */
import type { Limit } from '../../kernel/fit.js';

const asOf = '2026-11-20';
const transport = '3GPP TS 23.040, https://www.3gpp.org/dynareport/23040.htm';

export const smsLimits = {
  /** User data of one message on the radio interface: 160 septets or 70 UTF-16 units. */
  userData: { max: 140, unit: 'byte', source: `${transport} section 9.2.3.24`, asOf },
  /** Where a gateway stops: 10 at Telnyx, and 1,600 characters at Twilio, which are 11 segments of GSM-7. */
  segments: {
    max: 10,
    unit: 'item',
    source: 'https://developers.telnyx.com/docs/messaging/messages/message-length-limits',
    asOf,
  },
  /** Sender names in letters: as long as an address field of TS 23.040 holds in septets. */
  alphanumericSender: { max: 11, unit: 'utf16', source: `${transport} section 9.1.2.5`, asOf },
} as const satisfies Record<string, Limit>;

/** The header of a part of a longer message: 6 octets with a reference of one octet, 7 with one of two (TS 23.040, 9.2.3.24.1). */
export const concatenationOctets = { 8: 6, 16: 7 } as const;

/** Septets that fit beside a header of so many octets. */
export const septetRoom = (headerOctets: number): number =>
  Math.floor(((smsLimits.userData.max - headerOctets) * 8) / 7);

/** UTF-16 units that fit beside a header of so many octets. */
export const unitRoom = (headerOctets: number): number => (smsLimits.userData.max - headerOctets) >> 1;
