import { describe, expect, it } from 'vitest';
import { allowedAttributes, allowedTags, cleanAttribute, imageUrl } from '../../src/sanitize/html-policy.js';
import { attributes, elements } from '../fixtures/html/allow-lists.js';

describe('html policy', () => {
  it('allows the elements of a separately written list and no others', () => {
    expect(new Set(allowedTags)).toEqual(elements);
  });

  it('allows the attributes of a separately written list, where rel is only ever written', () => {
    expect(new Set([...allowedAttributes, 'rel'])).toEqual(attributes);
  });

  it('cannot be widened at run time', () => {
    expect(() => (allowedTags as string[]).push('script')).toThrow(TypeError);
    expect(() => (allowedAttributes as string[]).push('onclick')).toThrow(TypeError);
  });

  it.each([
    ['td', 'width', '50%'],
    ['td', 'align', 'RIGHT'],
    ['p', 'lang', 'zh-Hant-HK'],
    ['font', 'color', '#fff'],
    ['td', 'colspan', '12'],
    ['p', 'dir', 'rtl'],
  ])('keeps <%s %s="%s">', (tag, name, value) => {
    expect(cleanAttribute(tag, name, value)).toBe(value);
  });

  it.each([
    ['td', 'width', '1e9'],
    ['td', 'width', 'javascript:alert(1)'],
    ['td', 'align', 'expression(1)'],
    ['p', 'lang', 'en"><script>'],
    ['font', 'color', 'url(x)'],
    ['td', 'colspan', '99999'],
    ['p', 'dir', ''],
    ['p', 'href', 'https://example.com/'],
    ['a', 'src', 'https://example.com/'],
    ['p', 'alt', 'x'],
    ['a', 'href', 'ftp://example.com/'],
    ['p', 'style', 'position:fixed'],
    ['p', 'onclick', 'alert(1)'],
    ['p', 'class', 'x'],
  ])('drops <%s %s="%s">', (tag, name, value) => {
    expect(cleanAttribute(tag, name, value)).toBeUndefined();
  });

  it('makes titles one clean line', () => {
    expect(cleanAttribute('p', 'title', 'a\u202e\n b')).toBe('a b');
  });

  it.each([
    ['https://example.com/a.png', {}, undefined],
    ['https://example.com/a.png', { images: 'block' }, undefined],
    ['https://example.com/a.png', { images: 'allow' }, 'https://example.com/a.png'],
    ['data:image/png;base64,AA==', { images: 'allow' }, undefined],
    ['//example.com/a.png', { images: 'allow' }, undefined],
    ['cid:a@b', { images: 'block' }, 'cid:a@b'],
    ['https://example.com/a.png', { images: 'proxy' }, undefined],
  ] as const)('decides on the image %s under %o', (url, options, expected) => {
    expect(imageUrl(url, options)).toBe(expected);
  });

  it.each([
    ['https://proxy.example.com/?u=1', 'https://proxy.example.com/?u=1'],
    ['http://proxy.example.com/', undefined],
    ['javascript:alert(1)', undefined],
    ['', undefined],
  ])('takes the proxied URL %o as %o', (proxied, expected) => {
    expect(imageUrl('https://example.com/a.png', { images: 'proxy', proxyUrl: () => proxied })).toBe(expected);
  });
});
