/** Rules on the letters, spaces and invisible characters of a message. */

const scripts: Readonly<Record<string, readonly string[]>> = {
  Arab: ['Arabic'],
  Beng: ['Bengali'],
  Cyrl: ['Cyrillic'],
  Deva: ['Devanagari'],
  Grek: ['Greek'],
  Hans: ['Han'],
  Hant: ['Han'],
  Hebr: ['Hebrew'],
  Jpan: ['Han', 'Hiragana', 'Katakana'],
  Kore: ['Hangul', 'Han'],
  Latn: ['Latin'],
  Taml: ['Tamil'],
  Thai: ['Thai'],
};

/** Letters of the same script that belong to a neighbour language, so a file in the wrong one shows. */
const foreignLetters: Readonly<Record<string, RegExp>> = {
  ar: /[\u067e\u0686\u0698\u06af\u06cc\u06a9]/u,
  fa: /[\u064a\u0643\u0679\u0688\u0691]/u,
  ru: /[\u0456\u0457\u0454\u0491]/iu,
  uk: /[\u044b\u044d\u044a\u0451]/iu,
};

/** Joiners are letters' business in these languages. */
const joiners: Readonly<Record<string, RegExp>> = {
  fa: /\u200c/g,
  hi: /[\u200c\u200d]/g,
  bn: /[\u200c\u200d]/g,
  mr: /[\u200c\u200d]/g,
  ta: /[\u200c\u200d]/g,
};

// Controls, soft hyphen, ALM, zero-width characters, marks, embeddings, isolates, invisible operators, BOM, tags.
const invisible =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;
const space = '[ \\u00a0\\u2007\\u2009\\u200a\\u202f]';
const doubleSpace = new RegExp(`${space}{2}`, 'u');
const leadingSpace = new RegExp(`^${space}`, 'u');
const trailingSpace = new RegExp(`${space}$`, 'u');
const latinAcronym = /\b[A-Z][A-Z0-9]{1,5}\b/g;

/** Finds letters that the language is not written in. Acronyms in Latin capitals (`SMS`, `URL`) are at home everywhere. */
export function findScriptProblem(text: string, locale: string): string | undefined {
  const { language, script } = new Intl.Locale(locale).maximize();
  const names = scripts[script ?? ''];
  if (names === undefined) return `the script of \`${locale}\` is unknown, add it to the table`;
  const letters = new RegExp(`(?!(?:${names.map((name) => `\\p{Script=${name}}`).join('|')}))\\p{L}`, 'u');
  // Letters that many scripts share (Script=Common or Inherited) are no sign of another language.
  const own = text.replace(latinAcronym, '').replace(/[\p{Script=Common}\p{Script=Inherited}]/gu, '');
  const stranger = letters.exec(own)?.[0] ?? foreignLetters[language]?.exec(own)?.[0];
  return stranger === undefined ? undefined : `the letter "${stranger}" is not of this language`;
}

const hex = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Finds invisible characters. A line break is allowed where the source has one. */
export function findInvisible(text: string, source: string, locale: string): string | undefined {
  const allowed = joiners[new Intl.Locale(locale).language];
  let visible = allowed === undefined ? text : text.replace(allowed, '');
  if (source.includes('\n')) visible = visible.replaceAll('\n', '');
  const found = invisible.exec(visible)?.[0];
  return found === undefined ? undefined : `the invisible character ${hex(found)}`;
}

/** Finds spaces that are too many: doubled, or at an end where the source has none. */
export function findSpaceProblem(text: string, source: string): string | undefined {
  if (doubleSpace.test(text) && !doubleSpace.test(source)) return 'two spaces in a row';
  if (leadingSpace.test(text) && !leadingSpace.test(source)) return 'a space at the start';
  if (trailingSpace.test(text) && !trailingSpace.test(source)) return 'a space at the end';
  return undefined;
}
