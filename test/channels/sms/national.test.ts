import { describe, expect, it } from 'vitest';
import { estimateNationalSms, type NationalLanguage } from '../../../src/channels/sms/national.js';
import { segmentSms } from '../../../src/channels/sms/segments.js';

const estimate = (text: string, language: NationalLanguage, referenceBits: 8 | 16 = 8) => {
  const { encoding, segments, tables } = estimateNationalSms(text, language, { referenceBits });
  return [encoding, segments, tables];
};

describe('the national tables', () => {
  it.each<[string, NationalLanguage, string, unknown[]]>([
    ['win nothing for one segment', 'tr', 'Işık', ['UCS-2', 1, 'none']],
    ['win nothing for GSM-7', 'es', 'a'.repeat(200), ['GSM-7', 2, 'none']],
    // One table leaves (140 - 4) * 8 / 7 = 155 septets of a single message, and 149 of a part.
    ['hold 155 septets with one table', 'tr', 'ş'.repeat(155), ['GSM-7', 1, 'locking']],
    ['need a second segment for more', 'tr', 'ş'.repeat(156), ['GSM-7', 2, 'locking']],
    ['hold 2 x 149 septets in two parts', 'tr', 'ş'.repeat(298), ['GSM-7', 2, 'locking']],
    ['need a third part for more', 'tr', 'ş'.repeat(299), ['GSM-7', 3, 'locking']],
    ['take two septets in a single shift table', 'es', 'á'.repeat(77), ['GSM-7', 1, 'single']],
    ['need a segment more for one more', 'es', 'á'.repeat(78), ['UCS-2', 2, 'none']],
    // Two tables leave 152; Ξ is in the default alphabet only, Φ in the single shift table, ã in both, once cheaper.
    ['are both announced where both are needed', 'pt', `Φ${'ã'.repeat(150)}`, ['GSM-7', 1, 'both']],
    ['are of no use to another language', 'pt', 'ş'.repeat(100), ['UCS-2', 2, 'none']],
    ['are of no use where a character is in none of them', 'tr', `я${'ş'.repeat(100)}`, ['UCS-2', 2, 'none']],
  ])('%s', (_what, language, text, expected) => expect(estimate(text, language)).toEqual(expected));

  it('leave less room beside a longer reference', () => {
    // (140 - 10) * 8 / 7 = 148.
    expect(estimate('ş'.repeat(296), 'tr', 16)).toEqual(['GSM-7', 2, 'locking']);
    expect(estimate('ş'.repeat(297), 'tr', 16)).toEqual(['GSM-7', 3, 'locking']);
  });

  it('never make a text dearer', () => {
    for (const language of ['tr', 'es', 'pt'] as const) {
      for (const text of ['', 'plain', 'ñandú'.repeat(40), '€{}'.repeat(60), 'não ş 😀'.repeat(20)]) {
        const plain = segmentSms(text).segments.length;
        expect(estimateNationalSms(text, language).segments).toBeLessThanOrEqual(plain);
      }
    }
  });
});
