import { describe, expect, it } from 'vitest';
import { directionOf, localeChain, normalizeLocale, resolveCatalog } from '../../src/i18n/locale.js';

describe('normalizeLocale', () => {
  it.each([
    ['fr_FR', 'fr-FR'],
    ['fr_FR.UTF-8', 'fr-FR'],
    ['sr_RS@latin', 'sr-Latn-RS'],
    ['de_DE@euro', 'de-DE'],
    ['FR-fr', 'fr-FR'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['ar-EG-u-nu-arab-ca-islamic', 'ar-EG'],
    ['iw', 'he'],
    ['in', 'id'],
    ['tl', 'fil'],
    ['sh', 'sr-Latn'],
    ['mo', 'ro'],
    ['english', 'english'],
  ])('reads %s as %s', (tag, expected) => {
    expect(normalizeLocale(tag)).toBe(expected);
  });

  it.each([
    '',
    'x-private',
    'C',
    'C.UTF-8',
    'POSIX',
    'root',
    'und',
    'f',
    'fr FR',
    ' fr',
    'fr-',
    '../fr',
    'fr-FR-FR-x!',
    '日本',
  ])('rejects %j', (tag) => {
    expect(normalizeLocale(tag)).toBeUndefined();
  });
});

describe('localeChain', () => {
  it.each([
    ['fr', 'fr'],
    ['fr-CA', 'fr-CA fr'],
    ['pt-AO', 'pt-AO pt-PT pt'],
    ['pt-BR', 'pt-BR pt'],
    ['es-MX', 'es-MX es-419 es'],
    ['es-ES', 'es-ES es'],
    ['zh-MO', 'zh-MO zh-Hant-MO zh-Hant-HK zh-Hant'],
    ['zh-HK', 'zh-HK zh-Hant-HK zh-Hant'],
    ['zh-TW', 'zh-TW zh-Hant-TW zh-Hant'],
    ['zh-CN', 'zh-CN zh'],
    ['zh-Hans-SG', 'zh-Hans-SG zh-Hans zh'],
    ['en-US', 'en-US en'],
    ['en-IN', 'en-IN en-001 en'],
    ['en-DE', 'en-DE en-150 en-001 en'],
    ['nb-NO', 'nb-NO nb no'],
    ['nn', 'nn no'],
    ['sr-ME', 'sr-ME sr-Latn-ME sr-Latn'],
    ['sr-RS', 'sr-RS sr'],
    ['pa-PK', 'pa-PK pa-Arab-PK pa-Arab'],
    ['hi-Latn', 'hi-Latn en-IN en-001 en'],
    ['az-Cyrl', 'az-Cyrl'],
    ['de-CH-1996', 'de-CH-1996 de-CH de'],
  ])('of %s is %s', (tag, chain) => {
    expect(localeChain(tag)).toEqual(chain.split(' '));
  });

  it('is empty for a malformed tag', () => {
    expect(localeChain('not a tag')).toEqual([]);
  });
});

describe('resolveCatalog', () => {
  const shipped = ['en', 'fr', 'es', 'es-419', 'pt-BR', 'pt-PT', 'nb', 'ar', 'zh-Hans', 'zh-Hant', 'sr'];
  it.each([
    ['fr-CA', 'fr'],
    ['es-MX', 'es-419'],
    ['es-ES', 'es'],
    ['pt', 'pt-BR'],
    ['pt-AO', 'pt-PT'],
    ['no', 'nb'],
    ['nb-NO', 'nb'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-HK', 'zh-Hant'],
    ['zh-TW', 'zh-Hant'],
    ['ar-EG', 'ar'],
    ['hi-Latn', 'en'],
  ])('finds for %s the catalog %s', (tag, expected) => {
    expect(resolveCatalog(tag, shipped)).toBe(expected);
  });

  it.each([
    ['sr-Latn', 'sr'],
    ['zh-TW', 'zh-Hans'],
    ['zh-TW', 'zh'],
    ['pa-PK', 'pa'],
    ['de', 'en'],
    ['not a tag', 'en'],
  ])('finds nothing for %s among %s: script and language never change silently', (tag, catalog) => {
    expect(resolveCatalog(tag, [catalog])).toBeUndefined();
  });

  it('answers in the spelling of the list', () => {
    expect(resolveCatalog('fr', ['fr_FR', 'en_US'])).toBe('fr_FR');
  });
});

describe('directionOf', () => {
  it.each(['ar', 'ar_EG', 'he', 'fa', 'ur', 'pa-Arab', 'pa-PK', 'yi', 'ckb', 'dv', 'uz-Arab', 'iw'])(
    '%s is written from the right',
    (tag) => {
      expect(directionOf(tag)).toBe('rtl');
    },
  );
  it.each(['en', 'fr', 'ja', 'pa', 'uz', 'ar-Latn', 'not a tag', ''])('%j is written from the left', (tag) => {
    expect(directionOf(tag)).toBe('ltr');
  });
});
