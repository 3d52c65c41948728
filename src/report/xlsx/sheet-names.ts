/** Names of sheets: short, without what references need, and no two alike. */
import { fitText } from '../../kernel/fit.js';
import { cleanLine } from '../../sanitize/text.js';
import { maxSheetName } from './limits.js';

/**
 * What Excel refuses in names (see the page that `maxSheetName` names), with what stands in for it: brackets and the
 * exclamation of a reference would end the name there.
 */
const standIns: Readonly<Record<string, string>> = {
  '[': '(',
  ']': ')',
  ':': ' ',
  '*': ' ',
  '?': ' ',
  '/': '-',
  '\\': '-',
};
const refused = /[[\]:*?/\\]/g;
const gaps = /\s+/g;
const edges = /^[\s']+|[\s']+$/g;
/** The name of the sheet in which Excel keeps tracked changes, in its English version. */
const reserved = 'history';

const trimmed = (text: string): string => text.replace(edges, '');
/** Excel does not tell capitals and widths apart. */
const keyOf = (name: string): string => name.normalize('NFKC').toLowerCase();

function fitted(name: string, max: number): string {
  return trimmed(fitText(name, max).text);
}

/**
 * Makes of a text the name of a sheet.
 *
 * @param fallback what an unusable text is replaced by
 * @param taken keys of the names in use; the new one is added
 */
export function sheetName(text: string, fallback: string, taken: Set<string>): string {
  const usable = (raw: string): string =>
    trimmed(
      cleanLine(raw.slice(0, 1024))
        .replace(refused, (char) => standIns[char] ?? ' ')
        .replace(gaps, ' '),
    );
  const named = [usable(text), usable(fallback), '1'].find((name) => name !== '') ?? '1';
  const base = keyOf(named) === reserved ? `${named}_` : named;
  let name = fitted(base, maxSheetName.max);
  for (let number = 2; taken.has(keyOf(name)) || name === ''; number++) {
    const suffix = ` (${number})`;
    name = fitted(base, maxSheetName.max - suffix.length) + suffix;
  }
  taken.add(keyOf(name));
  return name;
}
