import { describe, expect, it } from 'vitest';
import { normalizeSpaces } from '../../src/i18n/spaces.js';

describe('normalizeSpaces', () => {
  it.each([
    ['1\u202f234,50\u00a0€', '1 234,50 €'],
    ['\u22125\u2009%', '-5 %'],
    ['10\u201320', '10-20'],
    ['1\u2007234\u200a5', '1 234 5'],
    ['plain', 'plain'],
    ['', ''],
    ['a\u2014b', 'a\u2014b'],
  ])('makes %j plain: %j', (text, expected) => {
    expect(normalizeSpaces(text, 'ascii')).toBe(expected);
    expect(normalizeSpaces(text, 'keep')).toBe(text);
  });
});
