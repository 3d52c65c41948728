import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { isFormatError } from '../../src/kernel/errors.js';
import { parsePythonJson } from '../../src/sources/python-json.js';
import { tries } from '../support/runs.js';

function read(text: string) {
  const diagnostics: Diagnostic[] = [];
  return { value: parsePythonJson(text, diagnostics), counts: diagnostics.map(({ actual }) => actual) };
}

describe('JSON of Python', () => {
  it.each<[string, unknown, number[]]>([
    ['NaN', null, [1]],
    ['[NaN, Infinity, -Infinity, 1]', [null, null, null, 1], [3]],
    ['{"a":NaN,"b":{"c":-Infinity}}', { a: null, b: { c: null } }, [2]],
    ['{"NaN": "Infinity"}', { NaN: 'Infinity' }, []],
    ['["\\"NaN", NaN]', ['"NaN', null], [1]],
    ['["\\\\", NaN]', ['\\', null], [1]],
    ['["a\\\\\\"NaN"]', ['a\\"NaN'], []],
    ['{"a": 1e3}', { a: 1000 }, []],
  ])('reads %s', (text, value, counts) => {
    expect(read(text)).toEqual({ value, counts });
  });

  it.each([
    ['nothing', ''],
    ['a name of another thing', 'NaNa'],
    ['two numbers', '[1NaN]'],
    ['a sign too many', '--Infinity'],
    ['a sign that Python never writes', '[-NaN]'],
    ['a number as a name', '{NaN: 1}'],
    ['a text without an end', '["NaN'],
    ['single quotes', "{'hunter2': NaN}"],
    ['words of Python', '{"hunter2": None}'],
  ])('is not %s', (_name, text) => {
    try {
      parsePythonJson(text);
      expect.unreachable();
    } catch (error) {
      if (!isFormatError(error, 'ERR_INPUT_INVALID')) throw error;
      expect(error.formatter).toBe('sources/python-json');
      expect(error.message).not.toContain('hunter2');
      expect(error.cause).toBeUndefined();
    }
  });

  it('refuses what is no text', () => {
    expect(() => parsePythonJson(undefined as unknown as string)).toThrow(/expected string/);
  });

  it('reads all else as `JSON.parse` does', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(read(text)).toEqual({ value: JSON.parse(text), counts: [] });
      }),
      tries(200),
    );
  });

  it('finds numbers between texts of any kind', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('NaN', '"NaN', '\\', '-Infinity"'));
    fc.assert(
      fc.property(fc.array(fc.option(text)), (items) => {
        const json = `[${items.map((item) => (item === null ? 'NaN' : JSON.stringify(item))).join(',')}]`;
        expect(parsePythonJson(json)).toEqual(items);
      }),
      tries(200),
    );
  });
});
