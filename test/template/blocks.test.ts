import { describe, expect, it } from 'vitest';
import { compile } from './compile.js';

describe('if and unless', () => {
  const render = compile('{{#if x}}yes{{else}}no{{/if}}{{#unless x}} no{{else}} yes{{/unless}}', 'text');

  it.each([
    ['a text', 'a'],
    ['a number', 1],
    ['true', true],
    ['a list', ['a']],
    ['an object', {}],
  ])('take %s for something', (_, x) => {
    expect(render({ x })).toBe('yes yes');
  });

  it.each([
    ['an empty text', ''],
    ['zero', 0],
    ['NaN', Number.NaN],
    ['false', false],
    ['null', null],
    ['an empty list', []],
    ['an absent value', undefined],
  ])('take %s for nothing', (_, x) => {
    expect(render({ x })).toBe('no no');
  });

  it('keep the context', () => {
    const nested = compile('{{#each words}}{{#if @first}}{{this}}{{else}}, {{this}}{{/if}}{{/each}}', 'text');
    expect(nested({ words: ['a', 'b', 'c'] })).toBe('a, b, c');
  });

  it('do not see inherited properties', () => {
    expect(render(Object.create({ x: 'a' }))).toBe('no no');
  });

  it('follow chains of else', () => {
    const chain = compile('{{#if a}}1{{else if b}}2{{else}}3{{/if}}', 'text');
    expect([{ a: 1 }, { b: 1 }, {}].map((context) => chain(context))).toEqual(['1', '2', '3']);
  });
});

describe('each', () => {
  it('prints its elements with index, first and last', () => {
    const render = compile('{{#each words}}{{@index}}{{this}}{{#unless @last}};{{/unless}}{{/each}}', 'text');
    expect(render({ words: ['a', 'b'] })).toBe('0a;1b');
  });

  it('prints the alternative for an empty list', () => {
    const render = compile('{{#each words}}{{this}}{{else}}none of {{title}}{{/each}}', 'text');
    expect(render({ words: [], title: 'T' })).toBe('none of T');
  });

  it('keeps the indexes of nested loops apart', () => {
    const render = compile('{{#each rows}}{{#each cells}}{{@index}}{{/each}}|{{@index}};{{/each}}', 'text');
    expect(render({ rows: [{ cells: ['a', 'b'] }, { cells: ['c'] }] })).toBe('01|0;0|1;');
  });

  it.each([
    ['an object', { a: 'b' }],
    ['a text', 'ab'],
    ['nothing', undefined],
    ['a set', new Set(['a'])],
  ])('refuses %s', (_, words) => {
    const render = compile('{{#each words}}{{this}}{{/each}}', 'text');
    expect(() => render({ words })).toThrow(TypeError);
  });
});

describe('outer contexts', () => {
  // Handlebars compares values to tell whether the context changed, with `!=`: '[object Object]' equals any object.
  it.each(['[object Object]', 'a', ''])('are found from within a list that holds `%s`', (word) => {
    const render = compile('{{#each words}}{{#each ../words}}{{../../title}}{{/each}}{{../title}}{{/each}}', 'text');
    expect(render({ title: 'T', words: [word] })).toBe('TT');
  });

  it('are found when inner and outer context are one object', () => {
    const self: Record<string, unknown> = { title: 'T' };
    self['self'] = self;
    expect(compile('{{#with self}}{{#with self}}{{../../title}}{{/with}}{{/with}}', 'text')(self)).toBe('T');
  });

  it('are found by name', () => {
    const source = '{{#each rows as |row|}}{{#each row.cells as |cell|}}{{row.name}}{{cell}} {{/each}}{{/each}}';
    expect(compile(source, 'text')({ rows: [{ name: 'r', cells: ['1', '2'] }] })).toBe('r1 r2 ');
  });

  it('are not hidden by a variable that has the name of a helper', () => {
    expect(
      compile('{{this.number}} {{#with t}}{{this.list}}{{/with}}', 'text')({ number: 'n', t: { list: 'l' } }),
    ).toBe('n l');
  });
});

describe('with', () => {
  const render = compile('{{#with a as |thing|}}{{thing.b}}{{b}}{{../c}}{{else}}{{c}}{{/with}}', 'text');

  it('changes the context', () => {
    expect(render({ a: { b: 'B' }, c: 'C' })).toBe('BBC');
  });

  it('prints the alternative where there is nothing', () => {
    expect(render({ c: 'C' })).toBe('C');
  });
});
