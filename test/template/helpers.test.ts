import { describe, expect, it } from 'vitest';
import { blockHelpers, internalHelpers, valueHelpers } from '../../scripts/templates/helper-table.js';
import { helpers } from '../../src/template/runtime.js';
import { makeLocalizer } from '../i18n/make-localizer.js';
import { compile } from './compile.js';

const startedAt = Date.UTC(2026, 10, 20, 13, 5);
const nowMs = startedAt + 5 * 60_000;

const print = (expression: string, context: unknown, locale = 'en'): string =>
  compile(`{{${expression}}}`, 'text')(context, { localizer: makeLocalizer({ locale }), nowMs });

it('are those that the compiler knows', () => {
  expect(Object.keys(helpers).sort()).toEqual(
    ['t', ...valueHelpers.keys(), ...blockHelpers, ...internalHelpers].sort(),
  );
});

describe('helpers', () => {
  it.each<[string, unknown, string]>([
    ['t "alert.status"', {}, 'Status'],
    ['t "alert.summary.firing" severity=s title=t', { s: 'Error', t: 'Disk <full>' }, 'Error: Disk <full>'],
    ['t "overflow.items" count=n', { n: 1 }, '1 more item is not shown'],
    ['t "alert.summary.firing" severity="Error" title=(number n)', { n: 1234 }, 'Error: 1,234'],
    ['number n', { n: 1234.567 }, '1,234.57'],
    ['number n', { n: '12345678901234567890.1' }, '12,345,678,901,234,567,890.1'],
    ['number n maxFractionDigits=0 sign="always"', { n: 12.4 }, '+12'],
    ['number n notation="compact"', { n: 12_345 }, '12.3K'],
    ['number n unit=u', { n: 5, u: 'ms' }, '5 ms'],
    ['number n', { n: Number.NaN }, '—'],
    ['percent r', { r: 0.256 }, '25.6%'],
    ['percent r sign="always" maxFractionDigits=0', { r: 0.256 }, '+26%'],
    ['money a c', { a: '1234.5', c: 'EUR' }, '€1,234.50'],
    ['date at', { at: startedAt }, 'Nov 20, 2026'],
    ['time at', { at: startedAt }, makeLocalizer().date(startedAt, 'time')],
    ['date at style="datetime"', { at: startedAt }, makeLocalizer().date(startedAt, 'datetime')],
    ['relative at', { at: startedAt }, '5 minutes ago'],
    ['duration d', { d: 90_000 }, makeLocalizer().duration(90_000)],
    ['list names', { names: ['a', 'b', 'c'] }, 'a, b, and c'],
    ['severityEmoji s', { s: 'critical' }, '🔴'],
    ['severityEmoji s st', { s: 'critical', st: 'resolved' }, '✅'],
    ['severityEmoji s st', {}, ''],
    ['statusColor s st', { s: 'info', st: 'firing' }, '#1565C0'],
    ['url u', { u: 'https://example.com/a?b=c&d' }, 'https://example.com/a?b=c&d'],
    ['color c', { c: '#1DB954' }, '#1DB954'],
    ['px n', { n: 12.6 }, '13px'],
  ])('print `%s` of %j as %s', (expression, context, expected) => {
    expect(print(expression, context)).toBe(expected);
  });

  it('print in the language of the reader', () => {
    expect(print('number n', { n: 1234.5 }, 'fr')).toBe('1\u202f234,5');
    expect(print('relative at', { at: startedAt }, 'fr')).toBe('il y a 5 minutes');
  });

  it('print a date for a distance when there is no present', () => {
    const localizer = makeLocalizer();
    expect(compile('{{relative at}}', 'text')({ at: startedAt }, { localizer })).toBe(
      localizer.date(startedAt, 'datetime'),
    );
  });

  it.each([
    ['javascript:alert(1)'],
    [' javascript:alert(1)'],
    ['java\tscript:alert(1)'],
    ['data:text/html,x'],
    ['//evil.example'],
    ['https://user:pass@evil.example/'],
    ['about:blank'],
    [''],
  ])('print an inert address for `%s`', (u) => {
    expect(print('url u', { u })).toBe('about:invalid#blocked');
  });

  it.each(['red', '#fff', '#1DB9541', 'red;background:url(//evil)', '#1DB954;', '#1DB954\n', ''])(
    'print a neutral colour for `%s`',
    (c) => {
      expect(print('color c', { c })).toBe('#616161');
    },
  );

  it.each([
    [Number.NaN, '0px'],
    [-5, '0px'],
    [Number.POSITIVE_INFINITY, '0px'],
  ])('print %s as the length %s', (n, expected) => {
    expect(print('px n', { n })).toBe(expected);
  });

  it.each<[string, unknown]>([
    ['t "overflow.items" count=x', '1'],
    ['number x', {}],
    ['number x', undefined],
    ['percent x', null],
    ['money x x', 5],
    ['date x', '2026-11-20'],
    ['time x', undefined],
    ['relative x', new Date(0)],
    ['duration x', '5'],
    ['list x', 'abc'],
    ['list x', [1]],
    ['severityEmoji x', 'fatal'],
    ['severityEmoji x', 'constructor'],
    ['statusColor s x', 'gone'],
    ['url x', undefined],
    ['url x', ['https://example.com/']],
    ['color x', 0],
    ['px x', '12'],
  ])('refuse `%s` of %j', (expression, x) => {
    expect(() => print(expression, { x })).toThrow(TypeError);
  });
});
