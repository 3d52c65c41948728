import bidiFactory from 'bidi-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropNeedlessIsolates } from '../../../src/channels/sms/needless-isolates.js';
import { tries } from '../../support/runs.js';

// The declarations of the package are those of its ESM build only.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();

/** What is seen from left to right. */
const drawn = (line: string): string =>
  bidi.getReorderedString(line, bidi.getEmbeddingLevels(line, 'rtl')).replaceAll(/[\u2066-\u2069]/g, '');

const isolate = (text: string): string => `\u2068${text}\u2069`;

describe('isolates in a right-to-left line', () => {
  it.each([
    ['around a code between words', `أرسل ${isolate('RMYG')} لتنفيذ`, 'أرسل RMYG لتنفيذ'],
    ['around a name at the end', `تحذير: ${isolate('Stream latency above 2 s')}`, 'تحذير: Stream latency above 2 s'],
    ['around a figure after a word', `(الحد ${isolate('5,000,000')})`, '(الحد 5,000,000)'],
  ])('go where they are not needed: %s', (_what, line, expected) => {
    expect(dropNeedlessIsolates(line)).toBe(expected);
    expect(drawn(expected)).toBe(drawn(line));
  });

  it.each([
    ['at the start, where they keep the direction of the line', `${isolate('Queue')}: طويل`],
    ['around what ends with a sign', `تحذير: ${isolate('down!')}`],
    ['around what holds right-to-left letters', `تحذير: ${isolate('a ب c')}`],
    ['around a figure with a sign', `الحد ${isolate('-5')}`],
    ['before another figure', `من ${isolate('abc')} ${isolate('10')}`],
    ['after a Latin word', `من abc ${isolate('10')}`],
  ])('stay where they are needed: %s', (_what, line) => expect(dropNeedlessIsolates(line)).toBe(line));

  it('change nothing on the screen by going', () => {
    const rtl = fc.constantFrom('تحذير', 'الحد', 'من', 'أرسل', 'עברית');
    const neutral = fc.constantFrom(' ', ': ', ' (', ') ', ' – ', '، ', '/', '');
    const value = fc
      .oneof(
        fc.constantFrom('abc', 'a-b c', 'p99', '5', '5,000.5', '2.41', '-5', '10%', 'x!', '(y)', 'a ب', '10-20', 'C++'),
        fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom(...'abZ019.,-+/%() :') }),
      )
      .map(isolate);
    const line = fc.array(fc.oneof(rtl, neutral, value, fc.constantFrom('abc', '7')), { maxLength: 12 });
    fc.assert(
      fc.property(line, (parts) => {
        const text = `نص ${parts.join('')}`;
        expect(drawn(dropNeedlessIsolates(text))).toBe(drawn(text));
      }),
      tries(3000),
    );
  });
});
