import { expect, it } from 'vitest';
import { pairOf } from '../../src/i18n/list-pair.js';

/** Languages with much data of their own; whatever CLDR has for two items must come out, word by word. */
const languages = [
  'en', 'fr', 'ar', 'de', 'es', 'it', 'pt-BR', 'pt-PT', 'nl', 'sv', 'da', 'nb', 'fi', 'is', 'pl', 'cs', 'sk', 'hu', 'ro', 'bg',
  'el', 'tr', 'ru', 'uk', 'he', 'fa', 'ur', 'hi', 'bn', 'ta', 'th', 'vi', 'id', 'ms', 'fil', 'sw', 'ja', 'ko', 'zh-Hans', 'zh-Hant',
]; // biome-ignore format: one list

const pairs = [
  ['a', 'b'],
  ['Ana', 'Inés'],
  ['España', 'hielo'],
  ['דוד', 'משה'],
  ['א', '7'],
  ['', 'b'],
  ['$1', '{0}'],
  ['夜', '音楽'],
];

it.each(languages)('joins two as Intl does in %s', (language) => {
  const format = new Intl.ListFormat([language, 'en'], { type: 'conjunction', style: 'long' });
  const pair = pairOf(format);
  for (const items of pairs) {
    if (pair !== 'shifting') expect(pair.join(items)).toBe(format.format(items));
  }
});

it('leaves to Intl where the word between depends on the items', () => {
  expect(pairOf(new Intl.ListFormat(['es-MX', 'en'], { type: 'conjunction', style: 'long' }))).toBe('shifting');
});
