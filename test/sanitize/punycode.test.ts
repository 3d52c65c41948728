import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEncodedName, isPunycode } from '../../src/sanitize/punycode.js';

describe('punycode', () => {
  it.each([
    'bcher-kva', // bücher
    'fa-hia', // faß
    'ls8h', // an emoji
    '80ak6aa92e', // Cyrillic
    'ihqwcrb4cv8a8dqg056pqjye', // RFC 3492 section 7.1 (B), Chinese
    'Proprostnemluvesky-uyb24dma41a'.toLowerCase(), // (D), Czech
  ])('that stands for something: %s', (text) => {
    expect(isPunycode(text)).toBe(true);
  });

  it.each(['', '-', 'a', 'a-', '--', '0', '9999999999', 'é', 'a-A', 'a_b', '99999999', 'zzzzzzzz'])(
    'that stands for nothing: %j',
    (text) => {
      expect(isPunycode(text)).toBe(false);
    },
  );

  it('is what encoders write', () => {
    const letters = fc.array(fc.constantFrom('ü', 'ж', '夜', 'é', 'ñ', 'a', 'b', '1', 'ع'), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(letters, (label) => {
        const host = domainToASCII(`${label.join('')}.example`);
        fc.pre(host.includes('xn--'));
        expect(isEncodedName(host)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('ends for any text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 80 }), (text) => typeof isPunycode(text) === 'boolean'));
  });
});
