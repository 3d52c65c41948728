/** Limits of short messages. */
import type { Limit } from '../../kernel/fit.js';

/** User data of one message on the radio interface: 160 septets or 70 UTF-16 units. */
const userData: Limit = {
  max: 140,
  unit: 'byte',
  source: '3GPP TS 23.040 section 9.2.3.24, https://www.3gpp.org/dynareport/23040.htm',
  asOf: '2026-11-20',
};

/** The header of a part of a longer message: 6 octets with a reference of one octet, 7 with one of two (TS 23.040, 9.2.3.24.1). */
export const concatenationOctets = { 8: 6, 16: 7 } as const;

/** Septets that fit beside a header of so many octets. */
export const septetRoom = (headerOctets: number): number => Math.floor(((userData.max - headerOctets) * 8) / 7);

/** UTF-16 units that fit beside a header of so many octets. */
export const unitRoom = (headerOctets: number): number => (userData.max - headerOctets) >> 1;
