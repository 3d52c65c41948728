import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointIn, costOf, createRuler, measure, measureFrom } from '../../src/kernel/measure.js';

describe('measure', () => {
  it.each([
    // text, utf16, codepoint, byte
    ['', 0, 0, 0],
    ['abc', 3, 3, 3],
    ['é', 1, 1, 2],
    ['\u07ff\u0800', 2, 2, 5],
    ['漢字', 2, 2, 6],
    ['🔥', 2, 1, 4],
    ['👨‍👩‍👧', 8, 5, 18],
    ['\ud83d', 1, 1, 3],
    ['\udd25', 1, 1, 3],
    ['\udd25\ud83d', 2, 2, 6],
    ['\ud83d\ud83d\udd25', 3, 2, 7],
    ['\u0000', 1, 1, 1],
  ])('counts %j', (text, utf16, codepoint, byte) => {
    expect([measure(text, 'utf16'), measure(text, 'codepoint'), measure(text, 'byte')]).toEqual([
      utf16,
      codepoint,
      byte,
    ]);
  });

  it('agrees with the encoders of the platform on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }), (text) => {
        expect(measure(text, 'byte')).toBe(new TextEncoder().encode(text).length);
        expect(measure(text, 'codepoint')).toBe([...text].length);
      }),
    );
  });

  it('refuses to count a text in items', () => {
    expect(() => measure('a', 'item')).toThrow(TypeError);
    expect(() => createRuler('item')).toThrow('`item`');
  });
});

describe('createRuler', () => {
  it('charges the escaped length of characters that grow', () => {
    const ruler = createRuler('byte', { '&': 5, '\u2028': 6 });
    expect(measureFrom('a&\u2028é', 0, ruler)).toBe(1 + 5 + 6 + 2);
    expect(measureFrom('a&\u2028é', 2, ruler)).toBe(6 + 2);
  });

  it.each([
    ['utf16', 2],
    ['codepoint', 1],
    ['byte', 4],
  ] as const)('knows the dearest code point in %s', (unit, dearest) => {
    expect(createRuler(unit).dearest).toBe(dearest);
    expect(costOf(0x1f525, createRuler(unit))).toBe(dearest);
    expect(createRuler(unit, { '&': 5 }).dearest).toBe(5);
  });

  it('measures as `measure` does when nothing grows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('utf16', 'codepoint', 'byte'), (text, unit) => {
        expect(measureFrom(text, 0, createRuler(unit))).toBe(measure(text, unit));
        expect(measureFrom(text, 0, createRuler(unit, {}))).toBe(measure(text, unit));
      }),
    );
  });
});

describe('codePointIn', () => {
  it.each([
    ['a', 0, 0x61],
    ['a🔥', 1, 0x1f525],
    ['🔥', 1, 0xdd25],
    ['\ud83d', 0, 0xd83d],
    ['\ud83da', 0, 0xd83d],
  ])('reads %j at %i', (text, index, code) => {
    expect(codePointIn(text, index)).toBe(code);
  });
});
