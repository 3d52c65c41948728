/** Tells which texts a spreadsheet would calculate. */

/**
 * `= + - @` begin a formula, tab and line ends a new cell or line: https://owasp.org/www-community/attacks/CSV_Injection,
 * ASVS 5.0 1.2.10. Full-width and small forms count as the same in East Asian versions. Blanks and characters that are not
 * seen are passed over, as readers trim them.
 */
const formulaStart = /^[\s\p{Cf}]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]/u;
/** A number is worth itself. */
const negativeNumber = /^-\d+(?:\.\d+)?$/;
/**
 * Behind what another reader may take for the start of a cell: the separators of other places, line ends, quotation marks.
 * The sign comes first in the expression, and what stands before it is looked at only then: one that looked back from every
 * place would take the square of a long blank.
 */
const formulaWithin =
  /[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b](?<=[\r\n,;\t|"][\s\p{Cf}]*[^\s\p{Cf}])/gu;

/** Letters and digits of ASCII begin most texts and no formula. */
const isWordCode = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** Tells whether a text would be taken for a formula, or for the start of another cell. */
export function looksLikeFormula(text: string): boolean {
  if (text === '' || isWordCode(text.charCodeAt(0))) return false;
  return formulaStart.test(text) && !negativeNumber.test(text);
}

/** Puts an apostrophe before everything in a text that could begin a formula if the file were divided another way. */
export const disarmWithin = (text: string): string => text.replace(formulaWithin, "'$&");
