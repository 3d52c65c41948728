import { describe, expect, it } from 'vitest';
import { type FitOptions, fitItems, fitText, splitText } from '../../src/kernel/fit.js';
import { maxClusterUnits } from '../../src/kernel/graphemes.js';
import { measure } from '../../src/kernel/measure.js';

const family = '👨‍👩‍👧';
const slackCost = { '&': 5, '<': 4, '>': 4 };
const markup = /<[^<>\n]+>|&(?:amp|lt|gt);/g;

describe('fitText', () => {
  it.each([
    // text, max, kept text, units cut
    ['hello', 5, 'hello', 0],
    ['hello', 4, 'hel…', 2],
    ['hello', 1, '…', 5],
    ['hello', 0, '', 5],
    ['hello', -1, '', 5],
    ['hello', 4.9, 'hel…', 2],
    ['hello', Number.NaN, '', 5],
    ['hello', Number.POSITIVE_INFINITY, 'hello', 0],
    ['', 0, '', 0],
  ])('cuts %j at %d to %j', (text, max, kept, cut) => {
    expect(fitText(text, max)).toEqual({ text: kept, cut });
  });

  it.each([
    [`ab${family}`, 9, 'ab…'],
    [`ab${family}`, 10, `ab${family}`],
    ['ab👍🏽!', 5, 'ab…'],
    ['e\u0301e\u0301e\u0301', 4, 'e\u0301…'],
    ['a\r\nb', 3, 'a…'],
    ['🇫🇷🇩🇪🇮🇹', 8, '🇫🇷…'],
    ['क्षक्ष', 5, 'क्ष…'],
    [family, 5, '…'],
  ])('keeps the clusters of %j whole at %d', (text, max, kept) => {
    expect(fitText(text, max).text).toBe(kept);
  });

  it.each([
    ['utf16', 4, 'é🔥…', 2],
    ['utf16', 3, 'é…', 4],
    ['codepoint', 3, 'é🔥🔥', 0],
    ['codepoint', 2, 'é…', 2],
    ['byte', 10, 'é🔥🔥', 0],
    ['byte', 9, 'é🔥…', 4],
    ['byte', 8, 'é…', 8],
    ['byte', 2, 'é', 8],
  ] as const)('counts in %s: at %d', (unit, max, kept, cut) => {
    expect(fitText('é🔥🔥', max, { unit })).toEqual({ text: kept, cut });
  });

  it.each([
    ['a&b', 7, 'a&b'],
    ['a&b', 6, 'a…'],
    ['&&&', 11, '&&…'],
    ['<b>', 8, '<b…'],
    ['a\u2028b', 3, 'a\u2028b'],
  ])('charges escapes: %j at %d', (text, max, kept) => {
    expect(fitText(text, max, { cost: slackCost }).text).toBe(kept);
  });

  it('counts what was cut as the limit counts it', () => {
    expect(fitText('abc&&', 6, { cost: slackCost }).cut).toBe(10);
    expect(fitText('ab漢字', 5, { unit: 'byte' }).cut).toBe(6);
  });

  it.each([
    ['...', 5, 'he...'],
    ['...', 3, '...'],
    ['...', 2, 'he'],
    ['', 2, 'he'],
  ])('leaves the marker %j out where %d has no room for it', (marker, max, kept) => {
    expect(fitText('hello!', max, { marker }).text).toBe(kept);
  });

  it.each([
    ['see <https://a.example|b> now', 12, 'see …'],
    ['see <https://a.example|b> now', 26, 'see <https://a.example|b>…'],
    ['&amp;&amp;&amp;', 14, '&amp;&amp;…'],
    ['&amp;&amp;&amp;', 10, '&amp;…'],
    ['<https://a.example|b>', 20, '…'],
    ['<@U1><@U2><@U3>', 14, '<@U1><@U2>…'],
    ['a\u0600<@U1> and more', 4, 'a…'],
  ])('never cuts inside an atom: %j at %d', (text, max, kept) => {
    expect(fitText(text, max, { atoms: markup }).text).toBe(kept);
  });

  it('leaves the given expression as it was', () => {
    const atoms = /&amp;/g;
    fitText('&amp;&amp;', 6, { atoms });
    expect(atoms.lastIndex).toBe(0);
  });

  it('refuses atoms that are not global', () => {
    expect(() => fitText('hello', 2, { atoms: /l/ })).toThrow(TypeError);
  });

  it('refuses to count a text in items', () => {
    expect(() => fitText('hello', 10, { unit: 'item' })).toThrow(TypeError);
  });

  it.each([
    ['a\u2068bcdef\u2069g', 5, 'a\u2068b\u2069…'],
    ['\u2067\u2066abc', 4, '\u2067\u2069…'],
    ['\u2067\u2066abc', 5, '\u2067\u2066abc'],
    ['\u2067\u2066abcde', 6, '\u2067\u2066a\u2069\u2069…'],
    ['\u2068ab\u2069cdef', 6, '\u2068ab\u2069c…'],
    ['\u2069abcdef', 4, '\u2069ab…'],
  ])('closes the isolates that are open at the cut: %j at %d', (text, max, kept) => {
    expect(fitText(text, max).text).toBe(kept);
  });

  it('cuts a cluster that is longer than the window at a code point boundary', () => {
    const marks = `a${'\u0301'.repeat(2 * maxClusterUnits)}`;
    expect(fitText(marks, 400).text).toBe(`${marks.slice(0, 399)}…`);
    const chain = '👩\u200d'.repeat(maxClusterUnits);
    expect(fitText(chain, 400).text.isWellFormed()).toBe(true);
    expect(fitText(chain, 400).text.length).toBeGreaterThan(396);
  });

  it('knows where flags begin in a run that is longer than the window', () => {
    const flags = '🇫🇷'.repeat(3 * maxClusterUnits);
    expect(Array.from({ length: 8 }, (_, index) => fitText(flags, 2001 + index).text.length)).toEqual([
      2001, 2001, 2001, 2001, 2005, 2005, 2005, 2005,
    ]);
    // An odd indicator before the run leaves it alone only if something stands between them.
    expect(fitText(`🇫 ${flags}`, 2004).text).toBe(`🇫 ${flags.slice(0, 2000)}…`);
  });
});

describe('splitText', () => {
  it.each([
    ['', 5, ['']],
    ['hello', 5, ['hello']],
    ['hello!', 5, ['hello', '!']],
    ['aaaa bbbb cccc', 6, ['aaaa ', 'bbbb ', 'cccc']],
    ['aaaaaa\nb cdefgh', 9, ['aaaaaa\n', 'b cdefgh']],
    ['a bbbbbbbbbbbb', 8, ['a bbbbbb', 'bbbbbb']],
    [`${family}${family}`, 10, [family, family]],
    ['🔥🔥', 3, ['🔥', '🔥']],
    ['aaa \u0301bbbb', 5, ['aaa \u0301', 'bbbb']],
  ])('splits %j at %d', (text, max, parts) => {
    expect(splitText(text, max)).toEqual(parts);
  });

  it('cuts a cluster or an atom that is larger than a part', () => {
    expect(splitText(family, 4).join('')).toBe(family);
    expect(splitText(family, 4).every((part) => part.isWellFormed() && part.length <= 4)).toBe(true);
    expect(splitText('<https://a.example>', 10, { atoms: markup })).toEqual(['<https://a', '.example>']);
  });

  it('does not take a space inside an atom for a place to cut', () => {
    expect(splitText('aaaa aaa <x y>bbb', 13, { atoms: markup })).toEqual(['aaaa aaa ', '<x y>bbb']);
    expect(splitText('aaaaaa <a b>ccc', 13, { atoms: markup })).toEqual(['aaaaaa <a b>c', 'cc']);
  });

  it('charges escapes', () => {
    expect(splitText('&&&', 10, { cost: slackCost })).toEqual(['&&', '&']);
  });

  it('closes open isolates at a cut and opens them again behind it', () => {
    expect(splitText('\u2067abcdefgh\u2069ij', 8)).toEqual(['\u2067abcdef\u2069', '\u2067gh\u2069ij']);
    expect(splitText('\u2067\u2068abcdefghijk', 12)).toEqual(['\u2067\u2068abcdefgh\u2069\u2069', '\u2067\u2068ijk']);
  });

  it('leaves room for text in a hostile pile of isolates', () => {
    const text = `${'\u2068'.repeat(1000)}abc${'\u2069'.repeat(1000)}`;
    const parts = splitText(text, 20);
    expect(parts.every((part) => part.length <= 20)).toBe(true);
    expect(parts.join('').replace(/[\u2066-\u2069]/g, '')).toBe('abc');
  });

  it.each([
    ['ab', 1, {}],
    ['ab', 0, {}],
    ['ab', Number.NaN, {}],
    ['abcd', 3, { unit: 'byte' }],
    ['abcdef', 4, { cost: slackCost }],
  ] as const)('refuses to split %j into parts too small for every character: %d %j', (text, max, options) => {
    expect(() => splitText(text, max, options)).toThrow(RangeError);
  });
});

describe('fitItems', () => {
  it.each([
    [3, [1, 2, 3], 0],
    [2, [1, 2], 1],
    [2.9, [1, 2], 1],
    [0, [], 3],
    [-1, [], 3],
    [Number.NaN, [], 3],
  ])('keeps at most %d items', (max, items, cut) => {
    expect(fitItems([1, 2, 3], max)).toEqual({ items, cut });
  });

  it('returns the same list when all of it fits', () => {
    const items = [1, 2];
    expect(fitItems(items, 2).items).toBe(items);
  });
});

describe('text of a megabyte', () => {
  const million = 1 << 20;
  const hostile: Record<string, string> = {
    'combining marks': '\u0301',
    'joined emoji': family,
    'one chain of joiners': '👩\u200d',
    ampersands: '&',
    flags: '🇫🇷',
    'isolate initiators': '\u2068',
    'isolates opened and closed': '\u2068a\u2069',
    'spaces with marks': ' \u0301',
    'conjunct consonants': 'क्',
    'lone surrogates': '\ud800',
    'open angle brackets': '<',
    'prepended marks': '\u0600',
    'no break at all': 'x',
    'line breaks': '\r\n',
    entities: '&amp;',
  };

  // Anything quadratic takes minutes here.
  it.each(Object.entries(hostile))('of %s is cut and split', (_, unit) => {
    const text = unit.repeat(million / unit.length);
    const optionSets: FitOptions[] = [
      { unit: 'utf16' },
      { unit: 'byte', cost: slackCost },
      { unit: 'codepoint', atoms: markup },
    ];
    for (const options of optionSets) {
      const unit = options.unit ?? 'utf16';
      expect(measure(fitText(text, 3000, options).text, unit)).toBeLessThanOrEqual(3000);
      const parts = splitText(text, 3000, options);
      expect(parts.every((part) => measure(part, unit) <= 3000)).toBe(true);
      expect(parts.join('').replace(/[\u2066-\u2069]/g, '') === text.replace(/[\u2066-\u2069]/g, '')).toBe(true);
    }
  });
});
