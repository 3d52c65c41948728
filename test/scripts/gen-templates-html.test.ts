import fc from 'fast-check';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { expect, it } from 'vitest';
import { elementContent, type HtmlState, readHtml } from '../../scripts/templates/html-state.js';

type Node = DefaultTreeAdapterMap['node'];

const fragments = [
  '<p',
  '<P ',
  '</p',
  '<a/',
  '<br/>',
  '<b>',
  '</b>',
  '<title>',
  '</title>',
  '<textarea ',
  '</textarea',
  '<style>',
  '</style>',
  '<STYLE',
  '</sTyle ',
  '<xmp>',
  '</xmp>',
  '<!--',
  '-->',
  '--!>',
  '<!-->',
  '<!--->',
  '-',
  '!',
  '<!',
  '<?',
  '</',
  '<',
  '>',
  '/',
  '=',
  ' ',
  '\n',
  '"',
  "'",
  'title',
  ' alt=',
  ' href="',
  " title='",
  'a',
  '1',
  '&lt;',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE html>',
  '<!--[if mso]>',
  '<![endif]-->',
  '<![endif]>',
];
const markup = fc.array(fc.constantFrom(...fragments), { maxLength: 14 }).map((parts) => parts.join(''));

function stateAfter(html: string): { state: HtmlState; problems: number } {
  let problems = 0;
  const state = readHtml(elementContent, html, () => {
    problems += 1;
  });
  return { state, problems };
}

/** Names the places of a document in which a text turns up. */
function placesOf(node: Node, text: string): string[] {
  const own = [
    ...('value' in node && node.value.includes(text) ? [`text in ${node.parentNode?.nodeName}`] : []),
    ...('data' in node && node.data.includes(text) ? ['comment'] : []),
    ...('attrs' in node
      ? node.attrs.filter(({ value }) => value.includes(text)).map(({ name }) => `value of ${name}`)
      : []),
  ];
  return [...own, ...('childNodes' in node ? node.childNodes.flatMap((child) => placesOf(child, text)) : [])];
}

const body = '<!DOCTYPE html><body>';

it('says element content where a browser finds text, and no text of a script or comment', () => {
  let checked = 0;
  fc.assert(
    fc.property(markup, (html) => {
      const { state } = stateAfter(html);
      fc.pre(state.mode === 'text');
      checked += 1;
      expect(placesOf(parse(`${body}${html}MARK`), 'MARK')).toEqual([
        expect.stringMatching(/^text in (?!(?:style|xmp|title|textarea)$)/),
      ]);
    }),
    { numRuns: 2000 },
  );
  expect(checked).toBeGreaterThan(300);
});

it('says raw or escapable text where a browser finds the text of such an element', () => {
  const within = markup.chain((inside) =>
    fc.constantFrom('style', 'xmp', 'title', 'textarea').map((tag) => `<${tag}>${inside}`),
  );
  fc.assert(
    fc.property(within, (html) => {
      const { state } = stateAfter(html);
      fc.pre(state.mode === 'rawText' || state.mode === 'escapableText');
      expect(placesOf(parse(`${body}${html}MARK`), 'MARK')).toEqual([`text in ${state.tag}`]);
    }),
    { numRuns: 1000 },
  );
});

it('says the attribute in whose value a browser finds the text', () => {
  const inValue = fc.tuple(
    markup,
    fc.constantFrom('<p ', '<img alt="" '),
    fc.constantFrom('title', 'data-x'),
    fc.constantFrom('"', "'"),
    markup,
  );
  fc.assert(
    fc.property(inValue, ([before, tag, name, quote, inside]) => {
      const html = `${before}${tag}${name}=${quote}${inside}`;
      const { state } = stateAfter(html);
      fc.pre(
        stateAfter(before).state.mode === 'text' &&
          state.mode === 'value' &&
          !state.closing &&
          inside.split(quote).length === 1,
      );
      expect(state).toMatchObject({ attribute: name, quote });
      expect(placesOf(parse(`${body}${html}MARK${quote}>`), 'MARK')).toEqual([`value of ${name}`]);
    }),
    { numRuns: 1000 },
  );
});

it('does not depend on where the text is split', () => {
  fc.assert(
    fc.property(markup, fc.nat(), (html, at) => {
      const split = at % (html.length + 1);
      const first = readHtml(elementContent, html.slice(0, split), () => {});
      expect(readHtml(first, html.slice(split), () => {})).toEqual(stateAfter(html).state);
    }),
  );
});

it.each([
  ['<p title=a>', 1],
  ['<p title= a b=c d="e">', 2],
  ['<p title = "a" b=\'c\' d>', 0],
  ['<p title=>', 1],
  ['<!-- a=b --><style>a=b</style>', 0],
])('reports each unquoted value of %s', (html, count) => {
  expect(stateAfter(html).problems).toBe(count);
});
