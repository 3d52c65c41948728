import { describe, expect, it } from 'vitest';
import {
  actions,
  chart,
  codeBlock,
  deletion,
  document,
  emphasis,
  facts,
  heading,
  kpis,
  link,
  list,
  media,
  number,
  paragraph,
  quote,
  section,
  strong,
  table,
  text,
} from '../../src/document/build.js';
import type { Block, Inline } from '../../src/document/nodes.js';
import { inlineText, toPlainText } from '../../src/document/plain-text.js';
import { blocks, everyKind, inlines } from './every-kind.js';
import { labels, print } from './printer.js';

const plain = (...children: Block[]): string =>
  toPlainText(document({ locale: 'de', dir: 'ltr', title: '', children }), { print, labels });

describe('toPlainText', () => {
  it('prints every kind of block', () => {
    expect(toPlainText(everyKind, { print, labels })).toMatchInlineSnapshot(`
      "Everything

      Part
      first

      second

      Head line

      see here (https://example.com/a).

      - one
      - two
        1. two a
        2. two b

      > said
      >
      > - so

      Facts
      Region: eu-west-1
      Owner: team @payments

      Figures
      Errors: 12 % (Schwelle 5 % · Ziel 1 % · vorher 4 % · ▲ 2 x100%)
      Nodes: 3 of 3

      Top tracks
      Track               Plays
      ------------------  -----
      One More Time        1200
      Aerodynamic (live)     98

      Plays a day
      Plays fall on Tuesday.
                 DE       FR
      ---  --------  -------
      Mon  10 plays  7 plays
      Tue   5 plays  6 plays
      Wed         –  8 plays

      Jingle
      [A short jingle] https://example.com/a.mp3 (3s)

          if (x) {

            y();
          }

      ---

      [Open] https://example.com/open
      [Acknowledge]

      plainbold bothsoft~~gone~~x = 1here (https://example.com/a)1234567890.5 msEUR 12.50<date 1767225600000>90s@on-call"
    `);
  });

  it('prints a document without title or blocks as nothing', () => {
    expect(plain()).toBe('');
  });

  it('prints a title alone', () => {
    expect(toPlainText(document({ locale: 'en', dir: 'ltr', title: 'T', children: [] }), { print, labels })).toBe('T');
  });

  it.each<[string, Block, string]>([
    ['a section without title', section(undefined, 'a', 'b'), 'a\n\nb'],
    ['an empty section', section('Title'), 'Title'],
    [
      'nested lists',
      list(['a', ['b', list(['c', list(['d'])], { ordered: true })], 'e']),
      '- a\n- b\n  1. c\n  2. - d\n- e',
    ],
    ['an item of several lines', list([[paragraph('a\nb'), paragraph('c')]], { ordered: true }), '1. a\n   b\n   c'],
    [
      'a tenth item under its marker',
      list([...Array(9).fill('x'), 'a\nb'], { ordered: true }),
      `${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${n}. x`).join('\n')}\n10. a\n    b`,
    ],
    ['an empty item', list([[], 'a']), '-\n- a'],
    ['code that starts with a blank line in a list', list([[codeBlock('\nx')]]), '-\n      x'],
    ['quotes in quotes', quote('a', quote('b\nc'), 'd'), '> a\n>\n> > b\n> > c\n>\n> d'],
    ['blank lines in code', codeBlock('a\n\n  b'), '    a\n\n      b'],
    ['an empty table', table(['A', 'BB'], []), 'A  BB\n-  --'],
    [
      'a chart without data',
      chart({ kind: 'bar', title: 'T', alt: 'Nothing yet', categories: [], series: [] }),
      'T\nNothing yet',
    ],
    ['media without title and length', media('image', 'https://a.b/c.png', 'A cat'), '[A cat] https://a.b/c.png'],
    ['an action without URL', actions([{ id: 'a', label: 'Ack', kind: 'acknowledge' }]), '[Ack]'],
    ['a figure with a direction only', kpis([{ label: 'a', value: 'b', direction: 'flat' }]), 'a: b (▬)'],
    ['a figure with a change only', kpis([{ label: 'a', value: 'b', delta: '-3' }]), 'a: b (-3)'],
  ])('prints %s', (_, block, expected) => {
    expect(plain(block)).toBe(expected);
  });

  it('says in words whether a movement is welcome, if it is given words', () => {
    const worded = { ...labels, assessment: (value: string) => (value === 'neutral' ? '' : value) };
    const block = kpis([
      { label: 'a', value: '1', direction: 'up', assessment: 'bad' },
      { label: 'b', value: '2', assessment: 'neutral' },
    ]);
    const tile = document({ locale: 'en', dir: 'ltr', title: '', children: [block] });
    expect(toPlainText(tile, { print, labels: worded })).toBe('a: 1 (▲ · bad)\nb: 2');
  });

  it('leaves out the fragments of single targets and all that is empty, without gaps', () => {
    expect(plain(paragraph('a'), blocks.custom, paragraph(), section(undefined), paragraph('b'))).toBe('a\n\nb');
  });
});

describe('tables', () => {
  const wide = 'x'.repeat(40);
  const grid = table(
    ['A', { label: 'B', align: 'end' }, { label: 'C', align: 'center' }],
    [
      ['a', number(1), 'c'],
      ['long', number(1000), 'cc cc'],
    ],
  );

  it('align their columns while they are narrow', () => {
    expect(plain(grid)).toMatchInlineSnapshot(`
      "A        B    C
      ----  ----  -----
      a        1    c
      long  1000  cc cc"
    `);
  });

  it('become records once they are wider than asked for', () => {
    const narrow = document({ locale: 'en', dir: 'ltr', title: '', children: [grid] });
    // 4 + 4 + 5 and two gaps of 2.
    expect(toPlainText(narrow, { print, labels, maxTableColumns: 17 })).toBe(plain(grid));
    expect(toPlainText(narrow, { print, labels, maxTableColumns: 16 })).toMatchInlineSnapshot(`
      "A: a
      B: 1
      C: c

      A: long
      B: 1000
      C: cc cc"
    `);
  });

  it('become records beyond 72 columns', () => {
    expect(plain(table(['A', ''], [[wide, wide]]))).toBe(`A: ${wide}\n${wide}`);
  });

  it('keep their cells on one line', () => {
    expect(plain(table(['A\nB'], [[[text('a\nb: c\u2028d\r\ne')]]]))).toBe('A B\n----------\na b: c d e');
  });

  it('count wide characters as two columns and combining marks as none', () => {
    expect(
      plain(
        table(
          ['名', 'x'],
          [
            ['e\u0301', 'y'],
            ['東京', 'z'],
          ],
        ),
      ),
    ).toBe('名    x\n----  -\ne\u0301     y\n東京  z');
  });
});

describe('inlineText', () => {
  it.each<[string, Inline[], string]>([
    ['marks', [strong('a', emphasis('b')), inlines.code], 'abx = 1'],
    ['text that no longer holds', [deletion('5'), text(' 6')], '~~5~~ 6'],
    ['a link', [link('https://a.b', 'here')], 'here (https://a.b)'],
    ['a link that shows its URL', [link('https://a.b')], 'https://a.b'],
    ['a link without text', [{ type: 'link', url: 'https://a.b', children: [] }], 'https://a.b'],
    [
      'values',
      [
        inlines.number,
        text(' '),
        inlines.money,
        text(' '),
        inlines.date,
        text(' '),
        inlines.duration,
        text(' '),
        inlines.mention,
      ],
      '1234567890.5 ms EUR 12.50 <date 1767225600000> 90s @on-call',
    ],
    ['nothing', [], ''],
  ])('prints %s', (_, nodes, expected) => {
    expect(inlineText(nodes, print)).toBe(expected);
  });
});

describe('text of unknown origin', () => {
  const hostile = 'a\nStatus: resolved';

  it.each<[string, Block]>([
    ['a label', facts([{ label: hostile, value: 'x' }])],
    ['a value', facts([{ label: 'x', value: hostile }])],
    ['a figure', kpis([{ label: 'x', value: hostile }])],
    ['the label of a figure', kpis([{ label: hostile, value: 'x' }])],
    ['a heading', heading(1, hostile)],
    ['the title of a section', section(hostile, 'x')],
    ['the caption of a table', table(['x'], [], { caption: hostile })],
    ['a cell', table(['x'], [[hostile]])],
    ['a record', table(['x'.repeat(80)], [[hostile]])],
    ['an action', actions([{ id: 'x', label: hostile, kind: 'acknowledge' }])],
    ['the words of a picture', media('image', 'https://a.b', hostile)],
    ['code', codeBlock(hostile)],
    ['a quote', quote(hostile)],
    ['a list', list([hostile])],
  ])('cannot start a line of its own from %s', (_, block) => {
    expect(plain(block)).toContain('Status: resolved');
    expect(plain(block).split('\n')).not.toContain('Status: resolved');
  });

  it('cannot start a line from a title', () => {
    const titled = document({ locale: 'en', dir: 'ltr', title: hostile, children: [] });
    expect(toPlainText(titled, { print, labels })).toBe('a Status: resolved');
  });

  it('stays as it is, markup and all', () => {
    expect(plain(paragraph('<b>*x*</b> & [a](b) `c`'))).toBe('<b>*x*</b> & [a](b) `c`');
  });
});
