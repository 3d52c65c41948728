import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { InputInvalidError, InternalError, isFormatError } from '../../src/kernel/errors.js';
import { FormatterBase, type Observed, type Produced, validate } from '../../src/kernel/formatter.js';
import type { FormatOptions } from '../../src/kernel/result.js';
import * as z from '../../src/kernel/zod.js';

type Payload = { text: string };

const words = z.array(z.string());

/** Joins words, one payload a word; `boom` stands for a defect. */
class WordFormatter extends FormatterBase<string[], Payload, FormatOptions> {
  readonly id = 'words';
  readonly schema = words;

  constructor(observed: Partial<Observed> = {}) {
    super({ hooks: undefined, tenantHash: '0123456789abcdef', ...observed });
  }

  protected override produce(
    input: unknown,
    options: FormatOptions | undefined,
    diagnostics: Diagnostic[],
  ): Produced<Payload> {
    const [first = '', ...rest] = validate(this.id, words, input);
    if (first === 'boom') throw new RangeError('a defect');
    if (rest.length > 0) diagnostics.push({ code: 'split', severity: 'info', path: '', message: 'moved' });
    return {
      payload: { text: first },
      followUps: rest.map((text) => ({ text })),
      locale: options?.locale ?? 'en',
      size: 5,
    };
  }
}

const formatter = new WordFormatter();

describe('format', () => {
  it('returns the payload, what follows and what had to give', () => {
    expect(formatter.format(['a', 'b', 'c'])).toEqual({
      payload: { text: 'a' },
      followUps: [{ text: 'b' }, { text: 'c' }],
      diagnostics: [{ code: 'split', severity: 'info', path: '', message: 'moved' }],
    });
  });

  it('returns no diagnostic of another call', () => {
    formatter.format(['a', 'b']);
    expect(formatter.format(['a']).diagnostics).toEqual([]);
  });

  it('throws what is wrong with the input', () => {
    expect(() => formatter.format([1, 2] as never)).toThrowError(InputInvalidError);
  });

  it('throws a defect as it is', () => {
    expect(() => formatter.format(['boom'])).toThrowError(new RangeError('a defect'));
  });
});

describe('tryFormat', () => {
  it('returns what format returns', () => {
    expect(formatter.tryFormat(['a', 'b'])).toEqual({ ok: true, value: formatter.format(['a', 'b']) });
  });

  it.each([
    ['nothing', undefined],
    ['a wrong value', [5]],
    ['another thing', 'a'],
  ])('returns the error for %s', (_what, input) => {
    const result = formatter.tryFormat(input);
    expect(result).toMatchObject({ ok: false, error: { code: 'ERR_INPUT_INVALID', formatter: 'words' } });
  });

  it('returns what refuses to be looked at as the cause', () => {
    const refuse = (): never => {
      throw new Error('no');
    };
    const thrown = new Proxy({}, { has: refuse, get: refuse });
    const input = Object.defineProperty([], 0, {
      get: () => {
        throw thrown;
      },
      enumerable: true,
    });
    const result = formatter.tryFormat(input);
    expect(!result.ok && result.error.code).toBe('ERR_INTERNAL');
    expect(!result.ok && result.error.cause === thrown).toBe(true);
  });

  it('wraps a defect and keeps it as the cause', () => {
    const result = formatter.tryFormat(['boom']);
    expect(result).toMatchObject({ ok: false, error: { code: 'ERR_INTERNAL' } });
    expect(result.ok || result.error.cause).toEqual(new RangeError('a defect'));
    expect(isFormatError(result.ok || result.error, 'ERR_INTERNAL')).toBe(true);
  });
});

describe('formatMany', () => {
  const codesOf = (results: ReturnType<typeof formatter.formatMany>) =>
    results.map((result) => (result.ok ? result.value.payload.text : result.error.code));

  it('returns one result an input, in order, whatever happens to the others', () => {
    const inputs = [['a'], 5, ['b'], ['boom'], null, ['c']];
    expect(codesOf(formatter.formatMany(inputs))).toEqual([
      'a',
      'ERR_INPUT_INVALID',
      'b',
      'ERR_INTERNAL',
      'ERR_INPUT_INVALID',
      'c',
    ]);
  });

  it('takes any iterable', () => {
    expect(codesOf(formatter.formatMany(new Set([['a'], ['b']])))).toEqual(['a', 'b']);
    expect(
      codesOf(
        formatter.formatMany(
          (function* () {
            yield ['a'];
          })(),
        ),
      ),
    ).toEqual(['a']);
  });

  it('returns nothing for nothing', () => {
    expect(formatter.formatMany([])).toEqual([]);
  });

  it.each<[string, () => Iterable<unknown>, string[]]>([
    [
      'at once',
      () => ({
        [Symbol.iterator]: () => {
          throw new RangeError('no more');
        },
      }),
      [],
    ],
    [
      'after some inputs',
      function* () {
        yield ['a'];
        yield 5;
        throw new RangeError('no more');
      },
      ['a', 'ERR_INPUT_INVALID'],
    ],
    [
      'an error of this package',
      function* () {
        yield ['a'];
        throw new InternalError(new RangeError('no more'));
      },
      ['a'],
    ],
  ])('keeps what came before where the iterable throws %s', (_when, inputs, before) => {
    const results = formatter.formatMany(inputs());
    expect(codesOf(results)).toEqual([...before, 'ERR_INTERNAL']);
    const last = results.at(-1);
    expect(last?.ok).toBe(false);
    if (last?.ok === false) expect(String(last.error.cause)).toMatch(/no more|InternalError/);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 5],
    ['an object', { length: 1, 0: ['a'] }],
  ])('takes %s for a mistake of the program', (_what, inputs) => {
    expect(() => formatter.formatMany(inputs as never)).toThrowError(
      new TypeError('Cannot format many inputs, expected an iterable of them'),
    );
  });

  it('passes the options to each', () => {
    const seen: string[] = [];
    const observed = new WordFormatter({ hooks: { format: ({ locale }) => seen.push(locale) } });
    observed.formatMany([['a'], ['b']], { locale: 'fr' });
    expect(seen).toEqual(['fr', 'fr']);
  });
});

describe('validate', () => {
  it('returns the value that the schema returns', () => {
    expect(validate('words', words, ['a'])).toEqual(['a']);
  });

  it('throws all issues at once', () => {
    const attempt = (): unknown => validate('words', words, [1, 'b', 3]);
    expect(attempt).toThrowError(
      expect.objectContaining({
        code: 'ERR_INPUT_INVALID',
        formatter: 'words',
        issues: [
          { path: '0', message: 'expected string', expected: 'string' },
          { path: '2', message: 'expected string', expected: 'string' },
        ],
      }),
    );
  });
});
