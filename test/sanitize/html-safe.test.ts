import { describe, expect, it } from 'vitest';
import { isSafeHtml, type SafeHtml, safeHtmlText, sealHtml } from '../../src/sanitize/safe-html.js';

const safe = sealHtml('<b>x</b>');

describe('SafeHtml', () => {
  it('gives its markup back', () => {
    expect(isSafeHtml(safe)).toBe(true);
    expect(safeHtmlText(safe)).toBe('<b>x</b>');
  });

  it('may be empty', () => {
    expect(isSafeHtml(sealHtml(''))).toBe(true);
    expect(safeHtmlText(sealHtml(''))).toBe('');
  });

  it.each<[string, () => unknown]>([
    ['a string', () => '<b>x</b>'],
    ['null', () => null],
    ['a look-alike', () => ({ html: '<b>x</b>', '#html': '<b>x</b>' })],
    ['JSON', () => JSON.parse('{"html":"<b>x</b>","#html":"<b>x</b>","__proto__":{}}')],
    ['a round trip through JSON', () => JSON.parse(JSON.stringify(safe))],
    ['a structured clone', () => structuredClone(safe)],
    ['an object with its prototype', () => Object.create(Object.getPrototypeOf(safe))],
    ['a copy', () => Object.assign(Object.create(Object.getPrototypeOf(safe)), safe)],
    ['a proxy', () => new Proxy(safe, {})],
  ])('is not %s', (_, make) => {
    expect(isSafeHtml(make())).toBe(false);
    expect(() => safeHtmlText(make() as SafeHtml)).toThrow(TypeError);
  });

  it('cannot be made with the constructor of another one', () => {
    const Made = safe.constructor as unknown as new (key: unknown, html: string) => SafeHtml;
    expect(() => new Made(Symbol('seal'), '<script>')).toThrow(TypeError);
    expect(() => new Made(undefined, '<script>')).toThrow(TypeError);
  });

  it('shows its markup to nobody who did not ask for it', () => {
    expect(JSON.stringify({ safe })).toBe('{"safe":{}}');
    expect(`${safe}`).not.toContain('<b>');
    expect(Object.isFrozen(safe)).toBe(true);
  });
});
