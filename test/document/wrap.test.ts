import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapText } from '../../src/document/wrap.js';
import { runs } from '../support/runs.js';

describe('wrapText', () => {
  it.each([
    ['breaks behind spaces', 'one two three', 7, 'one two\nthree'],
    ['keeps lines that fit', 'one\ntwo', 3, 'one\ntwo'],
    ['keeps words whole', 'see https://example.com/a/long/path now', 10, 'see\nhttps://example.com/a/long/path\nnow'],
    ['breaks between wide characters', '日本語の文章です', 6, '日本語\nの文章\nです'],
    ['keeps closing punctuation with what it follows', '日本語。文', 6, '日本\n語。文'],
    ['closes an isolate and opens it again', '\u2067one two\u2069 three', 5, '\u2067one\u2069\n\u2067two\u2069\nthree'],
  ])('%s', (_what, text, columns, expected) => {
    expect(wrapText(text, columns)).toBe(expected);
  });

  it('loses no word and makes no line wider that could be broken', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.integer({ min: 8, max: 40 }), (list, columns) => {
        const wrapped = wrapText(list.join(' '), columns);
        expect(wrapped.split(/\s/)).toEqual(list);
        for (const line of wrapped.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
      }),
      { numRuns: runs(300) },
    );
  });
});
