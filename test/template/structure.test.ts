import fc from 'fast-check';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { createRender } from '../../src/template/runtime.js';
import { makeLocalizer } from '../i18n/make-localizer.js';
import { compile } from './compile.js';
import { noticeTemplate } from './golden/mail/notice.js';
import { noticeOf } from './notice.js';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const elementsOf = (node: Node): Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsOf) : []),
];

/** Elements with the names of their attributes, and comments: all but the values. */
function structureOf(node: Node): unknown {
  if (node.nodeName === '#text') return [];
  const name = 'tagName' in node ? [node.tagName, node.attrs.map((attribute) => attribute.name)] : [node.nodeName];
  return 'childNodes' in node
    ? [...name, node.childNodes.map(structureOf).filter((part) => String(part) !== '')]
    : name;
}

const valuesOf = (html: string, attribute: string): string[] =>
  elementsOf(parse(html)).flatMap(({ attrs }) =>
    attrs.filter(({ name }) => name === attribute).map(({ value }) => value),
  );

const hostile = fc.constantFrom(
  '"',
  "'",
  '`',
  '<',
  '>',
  '&',
  '=',
  ' ',
  '/',
  '\n',
  '\0',
  '<b>',
  '</p>',
  '</title>',
  '<!--',
  '-->',
  ']]>',
  '&quot;',
  '&#34;',
  ' onmouseover=alert(1) ',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  'data:text/html,',
  'https://a.example/',
  '//a.example',
  ';background:url(//a.example)',
  '{{title}}',
  '{{{body}}}',
  '[object Object]',
  '__proto__',
  '\u2028',
  '\ud800',
  '\u202e',
  '%22',
  '<plaintext>',
  '<svg onload=x>',
);
const text = fc
  .array(fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 4 })), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(''))
  .filter((joined) => joined !== '');

const render = createRender(noticeTemplate);
const options = { localizer: makeLocalizer() };

describe('a rendered template', () => {
  it('has the same elements, attributes and comments whatever its texts are', () => {
    const expected = structureOf(parse(render(noticeOf('x'), options)));
    fc.assert(
      fc.property(text, (value) => {
        expect(structureOf(parse(render(noticeOf(value), options)))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('links to nowhere but to safe addresses, and styles with nothing but colours and lengths', () => {
    fc.assert(
      fc.property(text, (value) => {
        const html = render(noticeOf(value), options);
        for (const href of valuesOf(html, 'href'))
          expect(href).toMatch(/^(?:https?:\/\/|mailto:|about:invalid#blocked$)/);
        for (const src of valuesOf(html, 'src')) expect(src).toMatch(/^cid:[\w\-.!~*'()%@]*$/);
        for (const style of valuesOf(html, 'style')) expect(style).toMatch(/^[a-z-]+: ?(?:#[0-9A-Fa-f]{6}|\d+px)$/);
      }),
    );
  });

  it('shows its texts unchanged', () => {
    fc.assert(
      // NUL and CR are not in the set of characters that HTML can show.
      fc.property(
        text.filter((value) => !/[\0\r]/.test(value)),
        (value) => {
          expect(valuesOf(render(noticeOf(value), options), 'title')).toEqual([value]);
        },
      ),
    );
  });
});

describe('every place that takes a text', () => {
  it.each([
    '<p>{{x}}</p>',
    '<title>{{x}}</title>',
    '<textarea>{{x}}</textarea>',
    '<pre>{{x}}</pre>',
    '<table><tr><td>{{x}}</td></tr></table>',
    ...[
      'title',
      'alt',
      'lang',
      'dir',
      'class',
      'abbr',
      'datetime',
      'label',
      'summary',
      'value',
      'placeholder',
      'width',
      'height',
      'colspan',
      'rowspan',
      'aria-label',
      'data-x',
    ].flatMap((name) => [`<p ${name}="{{x}}">a</p>`, `<p ${name}='{{x}}'>a</p>`]),
    ...['href', 'src', 'background', 'action', 'formaction', 'cite', 'poster', 'longdesc', 'data'].flatMap((name) => [
      `<p ${name}="{{url x}}">a</p>`,
      `<p ${name}='cid:{{x}}'>a</p>`,
    ]),
    '<p bgcolor="{{color x}}" style=\'color:{{color x}}\'>a</p>',
    '<p title="{{t "kpi.threshold" value=x}}">{{url (t "kpi.threshold" value=x)}}</p>',
    '<p class="a {{#if x}}{{x}}{{/if}} b">a</p>',
  ])('keeps its structure: %s', (source) => {
    const print = compile(source, 'html');
    const expected = structureOf(parse(print({ x: 'x' })));
    fc.assert(
      fc.property(text, (x) => {
        expect(structureOf(parse(print({ x })))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
