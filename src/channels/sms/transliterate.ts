/**
 * Equal or customary spellings in the GSM-7 alphabet, one language at a time. A letter of a language that is not the
 * reader's stays: nobody should read a name in a spelling that its bearer does not use.
 */
import { septetsOf } from './gsm7.js';

/** `punctuation`: signs and spaces only; `letters`: also what the reader's language writes without its accents in messages. */
export type Transliteration = 'none' | 'punctuation' | 'letters';

/** Replacement, and the characters that it stands for. Invisible ones are left out. */
const punctuation: readonly (readonly [replacement: string, characters: string])[] = [
  ["'", '\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`'],
  ['"', '\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb'],
  ['<', '\u2039'],
  ['>', '\u203a'],
  ['-', '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00b7\u2022'],
  [' ', '\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f'],
  ['', '\u00ad\u200b\u200c\u200d\u2060'],
  ['...', '\u2026'],
  ['x', '\u00d7'],
  ['u', '\u00b5\u03bc'],
  ['1/2', '\u00bd'],
  ['1/4', '\u00bc'],
  ['3/4', '\u00be'],
  ['<=', '\u2264'],
  ['>=', '\u2265'],
  ['!=', '\u2260'],
  ['+/-', '\u00b1'],
  ['->', '\u2192'],
  ['<-', '\u2190'],
];

/**
 * A small letter and its replacement, by language; capitals follow, as far as GSM-7 lacks them. Languages of other scripts are
 * not in the table, and nothing is replaced in their messages.
 */
const letters: Readonly<Record<string, string>> = {
  ca: 'ïi çc íi óo úu áa ÀA ÈE ÒO',
  cs: 'áa čc ďd ěe íi ňn óo řr šs ťt úu ůu ýy žz',
  da: '',
  de: 'ẞSS',
  en: 'âa çc êe ëe îi ïi ôo ûu',
  es: 'áa íi óo úu ªa ºo',
  fi: 'šs žz',
  fr: 'âa çc êe ëe îi ïi ôo ûu ÿy œoe ÀA ÈE ÙU',
  hr: 'čc ćc đd šs žz',
  hu: 'áa íi óo őo úu űu',
  it: 'íi îi óo úu ÀA ÈE ÌI ÒO ÙU',
  nb: 'êe óo ôo',
  nl: 'áa êe ëe íi ïi óo úu',
  pl: 'ąa ćc ęe łl ńn óo śs źz żz',
  pt: 'áa âa ãa çc êe íi óo ôo õo úu ªa ºo ÀA',
  ro: 'ăa âa îi șs şs țt ţt',
  sk: 'áa čc ďd íi ĺl ľl ňn óo ôo ŕr šs ťt úu ýy žz',
  sl: 'čc šs žz',
  sv: '',
  tr: 'âa çc ğg ıi îi İI şs ûu',
};

const languageOf = (locale: string): string => locale.split('-', 1)[0] ?? '';

type Table = ReadonlyMap<string, string>;

const signs: Table = new Map(punctuation.flatMap(([to, from]) => [...from].map((char) => [char, to] as const)));

function lettersTable(pairs: string): Table {
  const table = new Map<string, string>();
  for (const [from = '', ...to] of pairs === '' ? [] : pairs.split(' ')) {
    const capital = from.toUpperCase();
    table.set(from, to.join(''));
    if (capital.length === 1 && septetsOf(capital.charCodeAt(0)) === 0) table.set(capital, to.join('').toUpperCase());
  }
  return table;
}

const tables: Readonly<Record<string, Table>> = Object.fromEntries(
  Object.entries(letters).map(([language, pairs]) => [language, lettersTable(pairs)]),
);

/** Tells whether readers of a language are used to messages in the GSM-7 alphabet. */
const mayTransliterate = (locale: string): boolean => Object.hasOwn(letters, languageOf(locale));

/** A spelling of the texts in GSM-7, and how many characters it replaces. */
export type Transliterated = { readonly texts: readonly string[]; readonly replaced: number };

/**
 * Spells texts in GSM-7. Undefined where one character is in no table, or the language allows none: the message would be sent
 * as UCS-2 all the same, and nothing would be won.
 */
export function transliterate(
  texts: readonly string[],
  locale: string,
  mode: Transliteration,
): Transliterated | undefined {
  if (mode === 'none' || !mayTransliterate(locale)) return undefined;
  const spellings = mode === 'letters' ? tables[languageOf(locale)] : undefined;
  const spelled: string[] = [];
  let replaced = 0;
  for (const text of texts) {
    let result = '';
    for (const char of text) {
      if (septetsOf(char.charCodeAt(0)) > 0) result += char;
      else {
        const replacement = signs.get(char) ?? spellings?.get(char);
        if (replacement === undefined) return undefined;
        result += replacement;
        replaced += 1;
      }
    }
    spelled.push(result);
  }
  return { texts: spelled, replaced };
}
