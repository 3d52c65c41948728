import { describe, expect, it } from 'vitest';
import { basicAlphabet, countSeptets, culpritsIn, extensionAlphabet } from '../../../src/channels/sms/gsm7.js';
import { segmentSms } from '../../../src/channels/sms/segments.js';
import { transliterate } from '../../../src/channels/sms/transliterate.js';

const smart = (text: string): string => transliterate([text], 'en', 'punctuation')?.texts[0] ?? text;

/** Billed by Twilio as `num_segments`: TwilioDevEd/message-segment-calculator, issue 66, 28 July 2026. */
const billed: readonly (readonly [what: string, text: string, encoding: string, segments: number])[] = [
  ['80 a, CRLF, 79 a', `${'a'.repeat(80)}\r\n${'a'.repeat(79)}`, 'GSM-7', 2],
  ['80 a, LF, 79 a', `${'a'.repeat(80)}\n${'a'.repeat(79)}`, 'GSM-7', 1],
  ['200 a, CRLF, 105 a', `${'a'.repeat(200)}\r\n${'a'.repeat(105)}`, 'GSM-7', 3],
  ['70 composed é', '\u00e9'.repeat(70), 'GSM-7', 1],
  ['70 decomposed é', 'e\u0301'.repeat(70), 'UCS-2', 3],
  ['1 decomposed é', 'e\u0301', 'UCS-2', 1],
  ['curly quotes', '\u201chi\u201d', 'UCS-2', 1],
  ['curly quotes, spelled otherwise', smart('\u201chi\u201d'), 'GSM-7', 1],
  ['a low quote and a non-joiner', '\u201ehi\u200c', 'UCS-2', 1],
  ['a low quote and a non-joiner, spelled otherwise', smart('\u201ehi\u200c'), 'GSM-7', 1],
  ['an emoji and a bar', '😀|', 'UCS-2', 1],
  ['160 a', 'a'.repeat(160), 'GSM-7', 1],
  ['161 a', 'a'.repeat(161), 'GSM-7', 2],
  ['70 中', '中'.repeat(70), 'UCS-2', 1],
  ['71 中', '中'.repeat(71), 'UCS-2', 2],
  ['a bar', '|', 'GSM-7', 1],
];

describe('what a carrier has billed', () => {
  it.each(billed)('is what is counted: %s', (_what, text, encoding, count) => {
    const { segments, ...rest } = segmentSms(text);
    expect({ encoding: rest.encoding, count: segments.length }).toEqual({ encoding, count });
  });
});

describe('the GSM-7 alphabet', () => {
  it('has 128 places, of which one is the escape, and 9 more characters behind it', () => {
    expect(basicAlphabet).toHaveLength(128);
    expect(new Set(basicAlphabet).size).toBe(128);
    expect(basicAlphabet.indexOf('\x1b')).toBe(0x1b);
    // Three places that tables often get wrong: TS 23.038, 6.2.1.
    expect([basicAlphabet[0x09], basicAlphabet[0x24], basicAlphabet[0x60]]).toEqual(['Ç', '¤', '¿']);
    expect(extensionAlphabet).toHaveLength(10);
  });

  it.each([
    ['', 0],
    ['plain', 5],
    ['{}', 4],
    ['€', 2],
    ['à la carte', 10],
    ['ΔΦΓ', 3],
  ])('counts septets: %s', (text, septets) => expect(countSeptets(text)).toBe(septets));

  it.each(['ç', '`', 'ı', '\t', '\x1b', '\u00a0', '’', 'я', '\u{1f600}', '\ud800', '\u20ad'])(
    'has no %j',
    (character) =>
      expect([countSeptets(character), culpritsIn(`a${character}b${character}`)]).toEqual([-1, [character]]),
  );
});

describe('segments', () => {
  const unitsOf = (text: string, referenceBits?: 8 | 16): number[] =>
    segmentSms(text, referenceBits === undefined ? {} : { referenceBits }).segments.map(({ units }) => units);

  it.each([
    ['nothing', '', [0]],
    ['307 septets', 'a'.repeat(307), [153, 153, 1]],
    ['an extension character at the border', `${'a'.repeat(152)}€${'a'.repeat(20)}`, [152, 22]],
    ['an extension character before the border', `${'a'.repeat(151)}€${'a'.repeat(20)}`, [153, 20]],
    ['135 units of UCS-2', 'я'.repeat(135), [67, 67, 1]],
    ['a surrogate pair at the border', `${'я'.repeat(66)}😀${'я'.repeat(66)}`, [66, 67, 1]],
    ['a family at the border', `${'я'.repeat(60)}👩‍👩‍👧‍👦${'я'.repeat(10)}`, [60, 21]],
    ['a flag at the border', `${'я'.repeat(65)}🇫🇷${'я'.repeat(10)}`, [65, 14]],
  ])('hold what belongs together: %s', (_what, text, units) => {
    expect(unitsOf(text)).toEqual(units);
    expect(
      segmentSms(text)
        .segments.map((segment) => segment.text)
        .join(''),
    ).toBe(text);
  });

  it('leave a code point whole where a cluster is longer than a segment', () => {
    const { segments } = segmentSms(`я${'\u0301'.repeat(200)}${'😀\u200d'.repeat(40)}`);
    expect(segments.length).toBeGreaterThan(4);
    for (const { text, units } of segments) {
      expect(text.isWellFormed()).toBe(true);
      expect(units).toBeLessThanOrEqual(67);
    }
  });

  it('are shorter where the reference takes an octet more', () => {
    expect(unitsOf('a'.repeat(310), 16)).toEqual([152, 152, 6]);
    expect(unitsOf('я'.repeat(135), 16)).toEqual([66, 66, 3]);
    expect(unitsOf('a'.repeat(160), 16)).toEqual([160]);
  });
});
