import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripIsolates } from '../../src/i18n/bidi.js';
import { isolateLine, textDirection } from '../../src/i18n/isolate-line.js';
import { tries } from '../support/runs.js';

describe('textDirection', () => {
  it.each([
    ['p99 > 2 s', 'ltr'],
    ['تأخر', 'rtl'],
    ['(תאריך) x', 'rtl'],
    ['12 تأخر abc', 'rtl'],
    ['🔴 abc تأخر', 'ltr'],
    ['\u200e5', 'ltr'],
    ['\u200f5', 'rtl'],
    ['\u061c5', 'rtl'],
    ['10-20', 'ltr'],
    ['', 'ltr'],
  ])('of `%s` is %s', (text, direction) => {
    expect(textDirection(text)).toBe(direction);
  });
});

describe('isolateLine', () => {
  it.each([
    ['ltr', 'edge-gateway (3).'],
    ['ltr', 'sync:قوائم-رمضان'],
    ['ltr', '!'],
    ['ltr', ''],
    ['rtl', 'تأخر مزامنة'],
    ['rtl', 'تأخر (playlist-sync) > 25'],
    // Names, ids and numbers, which people copy.
    ['rtl', 'edge-gateway-3'],
    ['rtl', 'Maison Carthage'],
    ['rtl', 'https://status.example.com/ar'],
    ['rtl', '12,480.5'],
    ['rtl', '–'],
    ['rtl', ''],
  ] as const)('leaves in %s what looks the same there: `%s`', (page, text) => {
    expect(isolateLine(text, page)).toBe(text);
  });

  it.each([
    ['ltr', 'تأخر (playlist-sync)!'],
    ['ltr', '(تأخر)'],
    ['rtl', 'Streams fell.'],
    ['rtl', 'p95 (ms)'],
    ['rtl', '/var/log/app.log'],
    ['rtl', '10-20'],
    ['rtl', '-5%'],
    ['rtl', 'sync:قوائم-رمضان'],
  ] as const)('isolates in %s what would be drawn in another order: `%s`', (page, text) => {
    expect(isolateLine(text, page)).toBe(`\u2068${text}\u2069`);
  });

  it('changes nothing but isolates, and nothing twice', () => {
    const pieces = fc.constantFrom(
      'a',
      'א',
      'ت',
      '1',
      ' ',
      '-',
      '(',
      '.',
      '\u200f',
      '\u202e',
      '\u2067',
      '\u2069',
      '🔴',
    );
    const text = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom('ltr', 'rtl'), (value, page) => {
        const once = isolateLine(value, page);
        const bare = (isolated: string): string => stripIsolates(isolated).replace(/[\u202a-\u202e]/g, '');
        expect(bare(once)).toBe(bare(value));
        expect(isolateLine(once, page)).toBe(once);
      }),
      tries(500),
    );
  });
});
