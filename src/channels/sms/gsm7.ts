/**
 * The GSM 7-bit default alphabet and its extension table: 3GPP TS 23.038 version 18.0.0, sections 6.2.1 and 6.2.1.1.
 */

import { codePointIn } from '../../kernel/measure.js';

/** In the order of the table, 16 a line. `\x1b` leads to the extension table and stands for no character of its own. */
export const basicAlphabet =
  '@£$¥èéùìòÇ\nØø\rÅå' +
  'Δ_ΦΓΛΩΠΨΣΘΞ\x1bÆæßÉ' +
  ' !"#¤%&\'()*+,-./' +
  '0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNO' +
  'PQRSTUVWXYZÄÖÑÜ§' +
  '¿abcdefghijklmno' +
  'pqrstuvwxyzäöñüà';

/** Written as an escape and a character: two septets. */
export const extensionAlphabet = '\f^{}\\[~]|€';

/** Septets of each UTF-16 unit up to the last of the alphabet, U+20AC; 0 is none. A look-up is several times faster than a map. */
export const septetTable: Readonly<Uint8Array> = ((): Uint8Array => {
  const table = new Uint8Array(0x20ad);
  for (let index = 0; index < basicAlphabet.length; index++) table[basicAlphabet.charCodeAt(index)] = 1;
  for (let index = 0; index < extensionAlphabet.length; index++) table[extensionAlphabet.charCodeAt(index)] = 2;
  table[0x1b] = 0;
  return table;
})();

/** Septets of a UTF-16 unit: 1, 2, or 0 for what is not in the alphabet. */
export const septetsOf = (unit: number): number => septetTable[unit] ?? 0;

/** Anything but ASCII of the alphabet that takes one septet: nearly all of a message. */
const unusual = /[^\n\r !-?@A-Z_a-z]/;

/** Above this length the regular expression engine is faster than a loop. */
const longChars = 40;

/** Septets of a text, or -1 if one of its characters is not in the alphabet. */
export function countSeptets(text: string): number {
  if (text.length > longChars && !unusual.test(text)) return text.length;
  let total = 0;
  for (let index = 0; index < text.length; index++) {
    const cost = septetTable[text.charCodeAt(index)] ?? 0;
    if (cost === 0) return -1;
    total += cost;
  }
  return total;
}

/** Septets of texts on lines of their own, or -1. */
export function countLines(texts: readonly string[]): number {
  let total = Math.max(0, texts.length - 1);
  for (const text of texts) {
    const cost = countSeptets(text);
    if (cost < 0) return -1;
    total += cost;
  }
  return total;
}

/** The characters that are not in the alphabet, each once, in their order. */
export function culpritsIn(text: string): string[] {
  // By number: a text of each character that is found again takes longer than all the rest.
  const found = new Set<number>();
  const culprits: string[] = [];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (septetsOf(unit) !== 0) continue;
    const code = codePointIn(text, index);
    if (code > 0xffff) index += 1;
    if (found.has(code)) continue;
    found.add(code);
    culprits.push(String.fromCodePoint(code));
  }
  return culprits;
}
