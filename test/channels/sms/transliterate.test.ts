import { describe, expect, it } from 'vitest';
import { countSeptets } from '../../../src/channels/sms/gsm7.js';
import { transliterate } from '../../../src/channels/sms/transliterate.js';

const spell = (
  text: string,
  locale: string,
  mode: 'none' | 'punctuation' | 'letters' = 'letters',
): string | undefined => transliterate([text], locale, mode)?.texts[0];

describe('a spelling in GSM-7', () => {
  it.each([
    ['fr', 'L’hôtel « Œuvre » à Nîmes…', 'L\'hotel " OEuvre " à Nimes...'],
    ['fr-CA', 'Ça déçoit : ÀÂÈÊÙ', 'Ça décoit : AAEEU'],
    ['es', 'Señal: 5–10 µs, acción', 'Señal: 5-10 us, accion'],
    ['pt-BR', 'Atenção: não há áudio', 'Atencao: nao ha audio'],
    ['pl', 'Błąd: żądanie', 'Blad: zadanie'],
    ['tr', 'Işık şğı', 'Isik sgi'],
    ['de', '„Störung“ STRAẞE', '"Störung" STRASSE'],
    ['en', 'naïve “quotes” ≥ 5 ± 1', 'naive "quotes" >= 5 +/- 1'],
  ])('is the customary one in %s', (locale, text, spelled) => {
    expect(spell(text, locale)).toBe(spelled);
    expect(countSeptets(spelled)).toBeGreaterThan(0);
  });

  it.each([
    ['an emoji', 'fr', 'fenêtre 😀'],
    ['a name of another language', 'fr', 'Łódź’s'],
    ['a language that is not in the table', 'xx', '“hi”'],
    ['Arabic, whose letters have no spelling', 'ar', 'تنبيه'],
    ['signs in Arabic messages', 'ar', '“hi”'],
    ['Russian', 'ru', 'тест'],
    ['a lone surrogate', 'en', '\ud800'],
  ])('is not tried where it leads nowhere: %s', (_what, locale, text) => expect(spell(text, locale)).toBeUndefined());

  it('leaves letters alone where only signs may change', () => {
    expect(spell('“hi”', 'fr', 'punctuation')).toBe('"hi"');
    expect(spell('fenêtre', 'fr', 'punctuation')).toBeUndefined();
    expect(spell('“hi”', 'fr', 'none')).toBeUndefined();
  });

  it('counts what it replaces, and needs all texts to get there', () => {
    expect(transliterate(['“a”', 'b…'], 'en', 'letters')).toEqual({ texts: ['"a"', 'b...'], replaced: 3 });
    expect(transliterate(['“a”', '😀'], 'en', 'letters')).toBeUndefined();
  });
});
