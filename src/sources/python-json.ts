/**
 * JSON as Python writes it: `json.dumps` has bare `NaN`, `Infinity` and `-Infinity`, which RFC 8259 does not know.
 * https://docs.python.org/3/library/json.html#infinite-and-nan-number-values
 */
import type { Diagnostic } from '../kernel/diagnostics.js';
import { InputInvalidError } from '../kernel/errors.js';

const id = 'sources/python-json';

const words = ['NaN', 'Infinity', '-Infinity'] as const;

const quote = 0x22;
const backslash = 0x5c;

/** The end of a string that begins at an index: behind its closing quote, or the end of the text. */
function endOfString(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code === quote) return index + 1;
    index += code === backslash ? 2 : 1;
  }
  return text.length;
}

/** Writes `null` for each word outside of strings. */
function withoutWords(text: string): { readonly json: string; readonly count: number } {
  let json = '';
  let copied = 0;
  let count = 0;
  let index = 0;
  while (index < text.length) {
    if (text.charCodeAt(index) === quote) {
      index = endOfString(text, index);
      continue;
    }
    const word = words.find((each) => text.startsWith(each, index));
    if (word === undefined) {
      index += 1;
      continue;
    }
    json += `${text.slice(copied, index)}null`;
    index += word.length;
    copied = index;
    count += 1;
  }
  return { json: json + text.slice(copied), count };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // The message of a SyntaxError quotes the text.
    const expected = 'JSON, in which `NaN` and `Infinity` may stand for numbers';
    throw new InputInvalidError(id, [{ path: '', message: `expected ${expected}`, expected }]);
  }
}

/**
 * Parses JSON that a Python program wrote. Numbers that JSON does not have are read as `null`; all else is as with `JSON.parse`.
 *
 * @param diagnostics receives how many numbers were read as `null`
 * @throws InputInvalidError for what is no JSON; the error holds nothing of the text
 * @example
 * ```ts
 * import { parsePythonJson } from 'channel-formatters/sources/python-json';
 *
 * const metrics = parsePythonJson('{"loss": NaN, "f1": 0.82}');
 * console.log(metrics);
 * ```
 */
export function parsePythonJson(text: string, diagnostics: Diagnostic[] = []): unknown {
  if (typeof text !== 'string') {
    throw new InputInvalidError(id, [{ path: '', message: 'expected string', expected: 'string' }]);
  }
  if (!text.includes('NaN') && !text.includes('Infinity')) return parse(text);
  const { json, count } = withoutWords(text);
  const value = parse(json);
  if (count > 0) {
    diagnostics.push({
      code: 'normalized',
      severity: 'warning',
      path: '',
      message: 'Numbers that JSON does not have, NaN or Infinity, were read as null',
      actual: count,
      unit: 'item',
    });
  }
  return value;
}
