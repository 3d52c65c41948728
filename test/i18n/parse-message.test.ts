import { createFormatters } from '@formatjs/intl';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPrinter, type MessageIntl } from '../../src/i18n/formatjs.js';
import { parseMessage } from '../../src/i18n/parse-message.js';

const intl: MessageIntl = {
  getNumberFormat: (_locales, options) => new Intl.NumberFormat('en', options),
  getDateTimeFormat: (_locales, options) => new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' }),
  getPluralRules: (_locales, options) => new Intl.PluralRules('en', options),
};

const values = { n: 3, m: 0.5, d: Date.UTC(2026, 10, 20, 9, 30), s: 'a', t: '<#{}>' };

/** What formatjs makes of the source with its own parser. */
const printDirectly = (source: string): unknown =>
  createFormatters().getMessageFormat(source, 'en', undefined, { formatters: intl }).format(values);

describe('parseMessage', () => {
  it.each([
    ['', ''],
    ['Status', 'Status'],
    ["It''s '{'here'}' #", "It's {here} #"],
    ['{t}', [[1, 't']]],
    ['a {t} b', ['a ', [1, 't'], ' b']],
    ['{n, number}', [[2, 'n']]],
    ['{n, number, percent}', [[2, 'n', 'percent']]],
    ['{n, number, ::.00}', [[2, 'n', { minimumFractionDigits: 2, maximumFractionDigits: 2 }]]],
    ['{d, date, short}', [[3, 'd', 'short']]],
    ['{d, time, ::Hmm}', [[4, 'd', { hourCycle: 'h23', hour: 'numeric', minute: '2-digit' }]]],
    ['{s, select, a {A} other {{t}}}', [[5, 's', { a: 'A', other: [[1, 't']] }]]],
    ['{n, plural, =0 {} one {#} other {# x}}', [[6, 'n', { '=0': '', one: [[7]], other: [[7], ' x'] }]]],
    ['{n, plural, offset:1 other {#}}', [[6, 'n', { other: [[7]] }, 1]]],
    ['{n, selectordinal, one {#st} other {#th}}', [[6, 'n', { one: [[7], 'st'], other: [[7], 'th'] }, 0, 'ordinal']]],
    ['<b>x</b>', [[8, 'b']]],
  ])('of %j is %j', (source, expected) => {
    expect(parseMessage(source, 'en')).toEqual(expected);
  });

  it('reads the hours of a skeleton in the way of the locale', () => {
    const hours = (locale: string) => parseMessage('{d, time, ::jmm}', locale);
    expect(hours('en-US')).toEqual([[4, 'd', expect.objectContaining({ hourCycle: 'h12' })]]);
    expect(hours('de')).toEqual([[4, 'd', expect.objectContaining({ hourCycle: 'h23' })]]);
  });

  it.each(['{', '{n', '{}', '{n, plural, one {x}}', '{n, plural, one {x} one {y} other {}}', '{n, size}', '<b>'])(
    'throws a SyntaxError for %s',
    (source) => {
      expect(() => parseMessage(source, 'en')).toThrow(SyntaxError);
    },
  );
});

const leaf = fc.constantFrom(
  ...['text ', "it''s", '{t}', '{n, number}', '{m, number, percent}', '{n, number, ::compact-short}'],
  ...['{m, number, ::.00}', '{n, number, ::scale/100}', '{d, date}', '{d, date, long}', '{d, time, ::Hmm}', '#'],
);
const { message } = fc.letrec<{ message: string; part: string }>((tie) => ({
  message: fc.array(tie('part'), { maxLength: 3, size: 'max' }).map((parts) => parts.join('')),
  part: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.tuple(tie('message'), tie('message')).map(([a, other]) => `{s, select, a {${a}} other {${other}}}`),
    fc.tuple(tie('message'), tie('message')).map(([one, other]) => `{n, plural, one {${one}} other {${other}}}`),
    fc.tuple(tie('message'), tie('message')).map(([x, other]) => `{n, plural, offset:1 =3 {${x}} other {${other}}}`),
    fc.tuple(tie('message'), tie('message')).map(([few, other]) => `{n, selectordinal, few {${few}} other {${other}}}`),
  ),
}));

describe('a parsed message', () => {
  it('prints as formatjs prints its source, and survives JSON', () => {
    fc.assert(
      fc.property(message, (source) => {
        const parsed = parseMessage(source, 'en');
        expect(createPrinter(parsed, 'en', intl)(values)).toBe(printDirectly(source));
        expect(JSON.parse(JSON.stringify(parsed))).toEqual(parsed);
      }),
      { numRuns: 300 },
    );
  });
});
