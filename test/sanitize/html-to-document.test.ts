import { beforeAll, describe, expect, it } from 'vitest';
import {
  codeBlock,
  deletion,
  divider,
  document,
  emphasis,
  heading,
  inlineCode,
  link,
  list,
  media,
  paragraph,
  quote,
  strong,
  table,
} from '../../src/document/build.js';
import { exceedsDepth, inputBounds } from '../../src/document/depth.js';
import type { Block } from '../../src/document/nodes.js';
import { documentSchema } from '../../src/document/schema.js';
import { loadSanitizer, type Sanitizer } from '../../src/sanitize/sanitizer.js';

let sanitizer: Sanitizer;

beforeAll(async () => {
  sanitizer = await loadSanitizer({ images: 'allow' });
}, 30_000);

const blocks = (html: string): readonly Block[] => sanitizer.toBlocks(sanitizer.sanitize(html));

describe('toBlocks', () => {
  it.each<[string, string, Block[]]>([
    ['paragraphs', '<p>a</p><p>b</p>', [paragraph('a'), paragraph('b')]],
    ['text between blocks', 'a<div>b</div>c', [paragraph('a'), paragraph('b'), paragraph('c')]],
    ['layout without content', '<div><p></p><span> </span><br></div>', []],
    ['gaps', '<p>\n  a \n <b> b</b>\t</p>', [paragraph('a ', strong('b'))]],
    ['line breaks', '<p>a <br> b<br><br>c<br></p>', [paragraph('a\nb\n\nc')]],
    ['headings', '<h1>a</h1><h4>b <i>c</i></h4>', [heading(1, 'a'), heading(4, 'b ', emphasis('c'))]],
    ['headings of the lowest ranks', '<h5>a</h5><h6>b</h6>', [heading(4, 'a'), heading(4, 'b')]],
    ['an empty heading', '<h1> </h1>', []],
    [
      'marks',
      '<p><b>a</b><em>b</em><del>c</del><s>d</s><code>e</code></p>',
      [paragraph(strong('a'), emphasis('b'), deletion('cd'), inlineCode('e'))],
    ],
    ['marks inside marks', '<p><i><b><b>a</b></b></i></p>', [paragraph(strong(emphasis('a')))]],
    ['marks around blocks', '<b><p>a</p><p>b</p></b>', [paragraph(strong('a')), paragraph(strong('b'))]],
    [
      'a link',
      '<a href="https://example.com/">a <b>b</b></a>',
      [paragraph(link('https://example.com/', 'a ', strong('b')))],
    ],
    ['a link that leads nowhere', '<a href="javascript:alert(1)">a</a>', [paragraph('a')]],
    [
      'a link around blocks',
      '<a href="https://example.com/"><p>a</p><p>b</p></a>',
      [paragraph(link('https://example.com/', 'a')), paragraph(link('https://example.com/', 'b'))],
    ],
    ['lists', '<ul><li>a</li><li><p>b</p><p>c</p></li></ul>', [list(['a', [paragraph('b'), paragraph('c')]])]],
    ['an ordered list', '<ol><li>a</li><li> </li></ol>', [list(['a'], { ordered: true })]],
    [
      'a list in an item',
      '<ul><li>a<ol><li>b</li></ol></li></ul>',
      [list([[paragraph('a'), list(['b'], { ordered: true })]])],
    ],
    ['a list between items', '<ul><li>a</li><ul><li>b</li></ul></ul>', [list([[paragraph('a'), list(['b'])]])]],
    ['a list of nothing', '<ul><li></li></ul>', []],
    ['an item without a list', '<li>a</li>', [paragraph('a')]],
    ['a quote', '<blockquote><p>a</p>b</blockquote>', [quote('a', 'b')]],
    ['an empty quote', '<blockquote></blockquote>', []],
    ['a rule', 'a<hr>b', [paragraph('a'), divider(), paragraph('b')]],
    ['code', '<pre><code>a &lt;b\n  c<br>d</code>\n</pre>', [codeBlock('a <b\n  c\nd')]],
    [
      'an image',
      '<p>a<img src="https://example.com/a.png" alt="A">b</p>',
      [paragraph('a'), media('image', 'https://example.com/a.png', 'A'), paragraph('b')],
    ],
    [
      'an image in a link',
      '<a href="https://example.com/"><img src="https://example.com/a.png" alt="A"></a>',
      [media('image', 'https://example.com/a.png', 'A'), paragraph(link('https://example.com/', 'A'))],
    ],
    ['an image that only mail can show', 'a <img src="cid:a@b" alt="A">', [paragraph('a A')]],
    ['an image that nobody described', '<img src="https://example.com/a.png" alt=" ">', []],
    ['text with entities', '&lt;b&gt; &amp;amp;', [paragraph('<b> &amp;')]],
  ])('reads %s', (_, html, expected) => {
    expect(blocks(html)).toEqual(expected);
  });

  it.each<[string, string, Block[]]>([
    [
      'with a head',
      '<table><thead><tr><td>A<td align=right>B</thead><tr><td>1<td><b>2</b></table>',
      [table(['A', { label: 'B', align: 'end' }], [['1', strong('2')]])],
    ],
    [
      'with headings in the first row',
      '<table><caption>C</caption><tr><th>A<th>B<tr><th>1<td>2</table>',
      [table(['A', 'B'], [['1', '2']], { caption: 'C' })],
    ],
    [
      'whose foot is written first',
      '<table><tr><th>A</th></tr><tfoot><tr><td>2</td></tr></tfoot><tbody><tr><td>1</td></tr></tbody></table>',
      [table(['A'], [['1'], ['2']])],
    ],
    [
      'with spanning cells',
      '<table><tr><th>A<th>B<th>C<tr><td colspan=2>1<td rowspan=2>2<tr><td>3<td>4</table>',
      [
        table(
          ['A', 'B', 'C'],
          [
            ['1', [], '2'],
            ['3', '4', []],
          ],
        ),
      ],
    ],
    ['with rows of unequal length', '<table><tr><th>A<tr><td>1<td>2<tr></table>', [table(['A', ''], [['1', '2']])]],
    ['with blocks in cells', '<table><tr><th>A<tr><td><p>a</p><ul><li>b</ul></table>', [table(['A'], [['a b']])]],
  ])('reads a table %s', (_, html, expected) => {
    expect(blocks(html)).toEqual(expected);
  });

  it.each<[string, string, Block[]]>([
    ['without headings', '<table><tr><td>a</td><td><p>b</p></td></tr></table>', [paragraph('a'), paragraph('b')]],
    [
      'around another table',
      '<table><tr><th><table><tr><th>A</th></tr><tr><td>1</td></tr></table></th></tr></table>',
      [table(['A'], [['1']])],
    ],
    ['without rows', '<table></table>', []],
  ])('flattens a table %s', (_, html, expected) => {
    expect(blocks(html)).toEqual(expected);
  });

  it('bounds the width of tables', () => {
    const [block] = blocks(`<table><tr><th colspan=999>A</th></tr><tr>${'<td>x</td>'.repeat(60)}</tr></table>`);
    expect(block?.type === 'table' && block.columns.length).toBe(50);
    expect(block?.type === 'table' && block.rows[0]?.length).toBe(50);
  });

  it.each([
    ['lists', '<ul><li>a'.repeat(40)],
    ['quotes', '<blockquote>a'.repeat(90)],
    ['marks', '<b><i><s>'.repeat(30)],
    ['everything', '<ul><li><blockquote><b><i><del><a href="https://example.com/">x</a>'.repeat(12)],
  ])('stays within the depth of documents, however deep its %s are nested', (_, html) => {
    const nested = blocks(`${html}x`);
    expect(JSON.stringify(nested)).toContain('"value":"');
    expect(exceedsDepth(nested, inputBounds.maxDepth - 10, inputBounds.maxNodes)).toBe(false);
    const whole = document({ locale: 'en', dir: 'ltr', title: 'x', children: nested });
    expect(documentSchema().safeParse(whole)).toMatchObject({ success: true });
  });

  it('keeps all text of what is nested too deep for blocks', () => {
    const words = Array.from({ length: 20 }, (_, index) => `w${index}`);
    const text = JSON.stringify(blocks(words.map((word) => `<blockquote>${word}`).join('')));
    for (const word of words) expect(text).toContain(`"${word}"`);
  });
});
