import { describe, expect, it } from 'vitest';
import { makeLocalizer } from '../i18n/make-localizer.js';
import { compile } from './compile.js';

class Money {
  toString(): string {
    return '5';
  }
}

describe('values in HTML', () => {
  const render = compile('<p title="{{x}}">{{x}}</p>', 'html');

  it('are escaped once', () => {
    const escaped = '&amp;&lt;&gt;&quot;&#39;&#96;=/é';
    expect(render({ x: '&<>"\'`=/é' })).toBe(`<p title="${escaped}">${escaped}</p>`);
    expect(render({ x: '&amp;' })).toBe('<p title="&amp;amp;">&amp;amp;</p>');
  });

  it('print numbers as digits', () => {
    expect(render({ x: -1234.5 })).toBe('<p title="-1234.5">-1234.5</p>');
  });

  it.each<[string, unknown]>([
    ['an object', {}],
    ['an object that claims to be HTML', { toHTML: () => '<b>' }],
    ['an instance', new Money()],
    ['a list', ['a']],
    ['a function', () => 'a'],
    ['a boolean', true],
    ['null', null],
    ['undefined', undefined],
    ['a symbol', Symbol('a')],
    ['a bigint', 1n],
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
  ])('refuse %s', (_, x) => {
    expect(() => render({ x })).toThrow(TypeError);
  });

  it('are not inherited', () => {
    expect(() => render(Object.create({ x: 'a' }))).toThrow(TypeError);
  });

  it('never appear in the error', () => {
    expect(() => render({ x: ['secret'] })).toThrow(
      new TypeError('Cannot print a list with `{{...}}`, expected a string or a finite number'),
    );
  });
});

describe('lines in HTML', () => {
  const render = compile('{{#each xs}}<p>{{line this}}</p>{{/each}}', 'html');

  const localizer = makeLocalizer();

  it('are escaped once, and isolated where they run the other way than the page', () => {
    const xs = ['a<b.', 'تأخر <b>.'];
    const [latin, arabic] = ['a&lt;b.', 'تأخر &lt;b&gt;.'];
    expect(render({ xs }, { localizer, dir: 'ltr' })).toBe(`<p>${latin}</p><p>\u2068${arabic}\u2069</p>`);
    expect(render({ xs }, { localizer, dir: 'rtl' })).toBe(`<p>\u2068${latin}\u2069</p><p>${arabic}</p>`);
  });

  it('run as the language of the localizer does, unless the page says otherwise', () => {
    expect(render({ xs: ['a.'] })).toBe('<p>a.</p>');
  });

  it.each([[{}], [null], [true], [['a']]])('refuse %j', (x) => {
    expect(() => render({ xs: [x] })).toThrow(TypeError);
  });
});

describe('values in text', () => {
  const render = compile('{{x}}', 'text');

  it('are printed as they are', () => {
    const text = '&<>"\'`=\u0000\u2028{{y}} é';
    expect(render({ x: text })).toBe(text);
  });

  it.each([[{}], [null], [undefined], [true], [['a']]])('refuse %j', (x) => {
    expect(() => render({ x })).toThrow(TypeError);
  });
});

describe('finished HTML', () => {
  const render = compile('{{!-- @raw body --}}<div>{{{body}}}</div>', 'html');

  it('is inserted as it is', () => {
    expect(render({ body: '<b>&amp;</b>' })).toBe('<div><b>&amp;</b></div>');
  });

  it.each([[undefined], [1], [{}], [{ toHTML: '<b>' }]])('cannot be %j', (body) => {
    expect(() => render({ body })).toThrow(TypeError);
  });
});

describe('names of attached parts', () => {
  const render = compile('<img src="cid:{{name}}">', 'html');

  it.each([
    ['logo@example.com', 'logo@example.com'],
    ['a b"c\'d&', 'a%20b%22c&#39;d%26'],
    ['é/?#', '%C3%A9%2F%3F%23'],
    ['\ud800', '%EF%BF%BD'],
  ])('encode `%s` as `%s`', (name, encoded) => {
    expect(render({ name })).toBe(`<img src="cid:${encoded}">`);
  });
});
