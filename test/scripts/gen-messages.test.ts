import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listLocales, readLocale, root } from '../../scripts/locales/files.js';
import { readArguments, renderAllLocales, renderLocale, renderMessages } from '../../scripts/locales/generate.js';
import { quote, renderProperty } from '../../scripts/locales/literal.js';
import { partOf, parts } from '../../scripts/locales/parts.js';
import { renderSnapshot, sampleCounts } from '../../scripts/locales/snapshot.js';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the committed output', () => {
  it('is what the catalogs give today', () => {
    expect(read('src/generated/messages.ts')).toBe(renderMessages(readLocale('en')));
    expect(read('src/generated/all-locales.ts')).toBe(renderAllLocales(listLocales()));
  });
  it.each(listLocales())('is what the catalog gives today: %s', (locale) => {
    for (const part of parts) {
      expect(read(`src/generated/locales/${locale}${part}.ts`)).toBe(renderLocale(locale, readLocale(locale), part));
    }
    expect(read(`locales/${locale}.snapshot.md`)).toBe(renderSnapshot(locale, readLocale(locale)));
  });
});

describe('readArguments', () => {
  it.each([
    ['plain', []],
    [
      '{b} {a} {b}',
      [
        ['a', 'string'],
        ['b', 'string'],
      ],
    ],
    [
      '{n, number} {d, date, short} {t, time}',
      [
        ['d', 'date'],
        ['n', 'number'],
        ['t', 'date'],
      ],
    ],
    [
      '{n, plural, one {# {x}} other {{n, number} {x}}}',
      [
        ['n', 'number'],
        ['x', 'string'],
      ],
    ],
    [
      '{s, select, a {{x}} other {}}',
      [
        ['s', 'string'],
        ['x', 'string'],
      ],
    ],
  ])('of %s', (text, expected) => {
    expect(readArguments('id', text)).toEqual(expected);
  });

  it.each(['{n', '<b>x</b>', '{n} {n, number}', '{n, plural, one {x}}'])('rejects %s and names the message', (text) => {
    expect(() => readArguments('some.id', text)).toThrow(/some\.id/);
  });
});

describe('quote', () => {
  it.each([
    ['plain', "'plain'"],
    ["it's", '"it\'s"'],
    ['say "x"', '\'say "x"\''],
    [`'"`, `'\\'"'`],
    ['a\\b\nc', "'a\\\\b\\nc'"],
  ])('of %j is %s', (text, expected) => {
    expect(quote(text)).toBe(expected);
  });
});

describe('renderProperty', () => {
  const text = 'x'.repeat(100);
  it.each<[string, string, unknown, string]>([
    ['a text', 'a.b', 'x', "  'a.b': 'x',"],
    ['a text too long for its line', 'a', 'y'.repeat(113), `  a:\n    '${'y'.repeat(113)}',`],
    ['the longest text that fits', 'a', 'y'.repeat(112), `  a: '${'y'.repeat(112)}',`],
    ['a short list', 'a', [[1, 'x'], ' y'], "  a: [[1, 'x'], ' y'],"],
    [
      'a list of pairs',
      'a',
      [
        [1, 'x'],
        [1, 'y'],
      ],
      "  a: [\n    [1, 'x'],\n    [1, 'y'],\n  ],",
    ],
    ['a list of one', 'a', [[7]], '  a: [[7]],'],
    ['an object', 'a', [[6, 'n', { one: '1', other: [[7]] }]], "  a: [[6, 'n', { one: '1', other: [[7]] }]],"],
    ['an empty object', 'a', {}, '  a: {},'],
    [
      'an object too long for its line',
      'a',
      [[5, 's', { x: text, other: '' }]],
      `  a: [\n    [\n      5,\n      's',\n      {\n        x: '${text}',\n        other: '',\n      },\n    ],\n  ],`,
    ],
  ])('writes %s as the formatter would', (_, name, value, expected) => {
    expect(renderProperty(name, value, 2)).toBe(`${expected}\n`);
  });
});

describe('renderLocale', () => {
  it('names a message that cannot be parsed', () => {
    expect(() => renderLocale('en', { 'some.id': '{n' }, '')).toThrow(/some\.id/);
  });
});

describe('the parts of a catalog', () => {
  it('hold every message once, those of reports apart', () => {
    const all = readLocale('en');
    const [core, reports] = [partOf(all, ''), partOf(all, '-reports')];
    expect(Object.keys({ ...core, ...reports }).sort()).toEqual(Object.keys(all).sort());
    expect(Object.keys(core).filter((id) => Object.hasOwn(reports, id))).toEqual([]);
    expect(Object.keys(reports)).toContain('insight.rose');
    expect(Object.keys(core)).toContain('alert.source');
  });
});

describe('sampleCounts', () => {
  it.each([
    ['en', [0, 1]],
    ['fr', [0, 2, 1_000_000]],
    ['ar', [0, 1, 2, 3, 11, 100]],
    ['ja', [0]],
  ])('has one number for each category of %s', (locale, expected) => {
    expect(sampleCounts(locale)).toEqual(expected);
  });
});
