/** A text as the parts in which it is sent and billed. */
import { codePointFloor, createGraphemeFloor } from '../../kernel/graphemes.js';
import { countSeptets, culpritsIn, septetTable } from './gsm7.js';
import { concatenationOctets, septetRoom, unitRoom } from './limits.js';

/** `UCS-2` is the field's name for what is UTF-16BE in all phones. */
export type SmsEncoding = 'GSM-7' | 'UCS-2';

export type SmsSegment = {
  text: string;
  /** Septets of GSM-7, 16-bit units of UCS-2; the header is not counted. */
  units: number;
};

export type SmsSegmentation = {
  encoding: SmsEncoding;
  segments: SmsSegment[];
  /** What is not in the GSM-7 alphabet, each character once, in order: why the encoding is UCS-2. */
  culprits: string[];
};

export type SegmentOptions = {
  /** Bits of the number that ties parts together: 8 leave 153 or 67 units a part, 16 leave 152 or 66. @default 8 */
  readonly referenceBits?: 8 | 16;
};

function septetSegments(text: string, septets: number, room: number): SmsSegment[] {
  const segments: SmsSegment[] = [];
  let start = 0;
  if (septets === text.length) {
    // One septet a character: every place is a border.
    for (; start + room < septets; start += room) segments.push({ text: text.slice(start, start + room), units: room });
    segments.push({ text: text.slice(start), units: septets - start });
    return segments;
  }
  let units = 0;
  for (let index = 0; index < text.length; index++) {
    const cost = septetTable[text.charCodeAt(index)] ?? 0;
    // The two septets of an extension character stay together: half of them is another character.
    if (units + cost > room) {
      segments.push({ text: text.slice(start, index), units });
      start = index;
      units = 0;
    }
    units += cost;
  }
  segments.push({ text: text.slice(start), units });
  return segments;
}

function unitSegments(text: string, room: number): SmsSegment[] {
  const segments: SmsSegment[] = [];
  const graphemeFloor = createGraphemeFloor();
  for (let start = 0; start < text.length; ) {
    let end = text.length;
    if (end - start > room) {
      end = graphemeFloor(text, start + room, start);
      // What is seen as one character may be longer than a part; only code points are never cut.
      if (end === start) end = codePointFloor(text, start + room);
    }
    segments.push({ text: text.slice(start, end), units: end - start });
    start = end;
  }
  return segments;
}

/**
 * Splits a text into segments as gateways do: GSM-7 if all of it is in that alphabet, UCS-2 if one character is not. Counts
 * the text as it is; formatters compose it and unify its line breaks first.
 *
 * @example
 * ```ts
 * import { segmentSms } from 'channel-formatters/sms';
 *
 * const { encoding, segments, culprits } = segmentSms('Latency is “high” again');
 * console.log(encoding, segments.length, culprits);
 * ```
 */
export function segmentSms(text: string, { referenceBits = 8 }: SegmentOptions = {}): SmsSegmentation {
  return segmentCounted(text, countSeptets(text), referenceBits);
}

/** The same for a text whose septets are counted; -1 where it is not in the alphabet. */
export function segmentCounted(text: string, septets: number, referenceBits: 8 | 16): SmsSegmentation {
  const headerOctets = concatenationOctets[referenceBits];
  if (septets >= 0) {
    const segments =
      septets <= septetRoom(0) ? [{ text, units: septets }] : septetSegments(text, septets, septetRoom(headerOctets));
    return { encoding: 'GSM-7', segments, culprits: [] };
  }
  const segments =
    text.length <= unitRoom(0) ? [{ text, units: text.length }] : unitSegments(text, unitRoom(headerOctets));
  return { encoding: 'UCS-2', segments, culprits: culpritsIn(text) };
}
