import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from '../../src/sanitize/text.js';

const samplesUrl = new URL('../../../shared/data/injection-samples.json', import.meta.url);
const hasSamples = existsSync(samplesUrl);

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Every code point that is removed when it stands alone, as a list of ranges. */
const removed: [name: string, codes: number[]][] = [
  ['C0 controls but TAB, LF and CR', [...range(0, 8), 0x0b, 0x0c, ...range(0x0e, 0x1f)]],
  ['DEL and C1 controls', range(0x7f, 0x9f)],
  ['bidi embeddings and overrides', range(0x202a, 0x202e)],
  ['bidi isolates', range(0x2066, 0x2069)],
  ['the byte order mark', [0xfeff]],
  ['interlinear annotation', range(0xfff9, 0xfffb)],
  ['tag characters', range(0xe0000, 0xe007f)],
  [
    'noncharacters',
    [
      ...range(0xfdd0, 0xfdef),
      ...range(0, 16).flatMap((plane) => [plane * 0x10000 + 0xfffe, plane * 0x10000 + 0xffff]),
    ],
  ],
];
const replaced = new Map([
  [0x0d, '\n'],
  [0x2028, '\n'],
  [0x2029, '\n'],
]);

const scotland = '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}';
const anyText = fc.oneof(
  fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }),
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      ' ',
      '\t',
      '\r',
      '\n',
      '\u0000',
      '\u2028',
      '\u202e',
      '🏴',
      '\u{e0067}',
      '\u{e007f}',
      '\ud83c',
      '\udff4',
      '\ufeff',
      scotland,
    ),
  }),
);

describe('cleanText', () => {
  it('removes or replaces exactly the listed code points, and keeps all others', () => {
    const listed = new Set(removed.flatMap(([, codes]) => codes));
    const wrong: string[] = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      const isSurrogate = code >= 0xd800 && code <= 0xdfff;
      const char = String.fromCodePoint(code);
      const expected = isSurrogate ? '\ufffd' : (replaced.get(code) ?? (listed.has(code) ? '' : char));
      if (cleanText(`a${char}b`) !== `a${expected}b`) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it.each(removed)('removes %s', (_, codes) => {
    expect(cleanText(`a${String.fromCodePoint(...codes)}b`)).toBe('ab');
  });

  it.each([
    ['line ends of any system', 'a\r\nb\rc\nd\n\re', 'a\nb\nc\nd\n\ne'],
    ['Unicode line and paragraph separators', 'a\u2028b\u2029c', 'a\nb\nc'],
    ['a reversed file name', 'invoice\u202egnp.exe', 'invoicegnp.exe'],
    ['a terminal escape', '\u001b[31mred\u001b[0m', '[31mred[0m'],
    ['an isolate closed by force', 'a\u2069b\u2066c', 'abc'],
    ['smuggled tag characters', 'hi\u{e0001}\u{e0069}\u{e0067}\u{e006e}', 'hi'],
    ['a black flag with a smuggled text', '🏴\u{e0069}\u{e0020}\u{e0069}\u{e007f}', '🏴'],
    ['a flag without an end', '🏴\u{e0067}\u{e0062}\u{e0073}', '🏴'],
    ['a flag of more than a subdivision code', `🏴${'\u{e0061}'.repeat(8)}\u{e007f}`, '🏴'],
    ['lone surrogates', '\ud83da\udd25\ud83d', '\ufffda\ufffd\ufffd'],
    ['a pair put together by removal of what was between', '\ud83d\u0000\udd25', '\ufffd\ufffd'],
    ['a line end put together by removal', '\r\u0000\n', '\n\n'],
  ])('cleans %s', (_, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it.each([
    ['ASCII', 'CPU at 95 % on "web-01"\n\t(prod)'],
    ['joined emoji', '👨‍👩‍👧 👍🏽 ❤️'],
    ['the flag of Scotland', scotland],
    ['Persian with a non-joiner', 'می\u200cخواهم'],
    ['direction marks', 'a\u200eb\u200fc\u061cd'],
    ['a soft hyphen, no-break spaces and a word joiner', 'a\u00adb\u00a0c\u202fd\u2060e'],
    ['private use and unassigned characters', '\ue000\u{f0000}\u{e01ef}\u0378'],
    ['the replacement character', '\ufffd\ufffc'],
  ])('keeps %s', (_, text) => {
    expect(cleanText(text)).toBe(text);
  });

  it('gives well-formed text without a forbidden character, and the same when applied again', () => {
    const forbidden = new Set(removed.filter(([name]) => name !== 'tag characters').flatMap(([, codes]) => codes));
    fc.assert(
      fc.property(anyText, (text) => {
        const cleaned = cleanText(text);
        expect(cleaned.isWellFormed()).toBe(true);
        expect(cleanText(cleaned)).toBe(cleaned);
        expect(
          [...cleaned].filter(
            (char) => forbidden.has(char.codePointAt(0) ?? 0) || replaced.has(char.codePointAt(0) ?? 0),
          ),
        ).toEqual([]);
        expect(cleaned.replaceAll(/🏴[\u{e0030}-\u{e007a}]+\u{e007f}/gu, '')).not.toMatch(/[\u{e0000}-\u{e007f}]/u);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('cleanLine', () => {
  it.each([
    ['a\nb', 'a b'],
    ['a \n\t  b', 'a b'],
    ['a  b', 'a  b'],
    ['a  b \r\n c', 'a  b c'],
    ['  a\t', 'a'],
    ['\u00a0a\u3000', 'a'],
    ['\n\n', ''],
    ['', ''],
    ['a\u2029b\u202ec', 'a bc'],
    ['plain', 'plain'],
  ])('makes one line of %j', (text, expected) => {
    expect(cleanLine(text)).toBe(expected);
  });

  it('has neither breaks nor outer blanks, and is the same when applied again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = cleanLine(text);
        expect(line).not.toMatch(/[\n\r\t\u2028\u2029]/);
        expect(line).toBe(line.trim());
        expect(cleanLine(line)).toBe(line);
        expect(cleanText(line)).toBe(line);
      }),
    );
  });
});

describe.skipIf(!hasSamples)('injection samples', () => {
  const entries: { class: string; payload: unknown }[] = hasSamples
    ? JSON.parse(readFileSync(samplesUrl, 'utf8')).entries
    : [];

  it('come out without line breaks, controls and reordering', () => {
    const lines = entries.flatMap(({ payload }) => (typeof payload === 'string' ? [cleanLine(payload)] : []));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u);
  });
});
