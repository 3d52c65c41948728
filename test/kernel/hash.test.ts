import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digest, shortDigest, stableId } from '../../src/kernel/hash.js';

describe('digest', () => {
  it.each([
    // Expected values: `printf '3:abc' | sha256sum`.
    [[], 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [['abc'], 'aab5f9ae99b2e38fb462025c8f72f570c9c811705d2a4277dc855d7fa293fe97'],
    [['ab', 'é'], '5d3958ab870c6c1df4ae4cd56231c5b9fb152b0b8778737f5935503b0350c211'],
  ])('hashes the netstrings of %j', (parts, expected) => {
    expect(digest(...parts)).toBe(expected);
  });

  it.each([
    [
      ['ab', 'c'],
      ['a', 'bc'],
    ],
    [['a', ''], ['a']],
    [
      ['', 'a'],
      ['a', ''],
    ],
    [['1:a'], ['a']],
    [['a1:b'], ['a', 'b']],
    [[], ['']],
  ])('tells %j from %j', (left, right) => {
    expect(digest(...left)).not.toBe(digest(...right));
  });

  it('gives equal digests to equal lists of parts and to no others', () => {
    const parts = fc.array(fc.string({ unit: fc.constantFrom('a', ':', '0', '1', '2'), maxLength: 4 }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(parts, parts, (left, right) => {
        expect(digest(...left) === digest(...right)).toBe(JSON.stringify(left) === JSON.stringify(right));
      }),
    );
  });
});

describe('shortDigest', () => {
  it('is the beginning of the digest', () => {
    expect(shortDigest(16, 'a', 'b')).toBe(digest('a', 'b').slice(0, 16));
    expect(shortDigest(16, 'a', 'b')).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is never longer than the digest', () => {
    expect(shortDigest(100, 'a')).toBe(digest('a'));
  });
});

describe('stableId', () => {
  it.each(['web-01', 'a', '{"region":"eu"}', 'x'.repeat(40)])('keeps %j', (id) => {
    expect(stableId(id, 40)).toBe(id);
  });

  it.each(['', 'x'.repeat(41), 'has space', 'line\nbreak', 'é', '\u007f', 'a\u202eb'])('hashes %j', (id) => {
    expect(stableId(id, 40)).toBe(shortDigest(32, id));
  });

  it('gives ids with the same beginning different names', () => {
    expect(stableId(`${'x'.repeat(40)}a`, 40)).not.toBe(stableId(`${'x'.repeat(40)}b`, 40));
  });
});
