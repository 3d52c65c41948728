import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exceedsDepth, inputBounds } from '../../src/document/depth.js';
import type { Block, Inline } from '../../src/document/nodes.js';
import { createDocumentSchemas } from '../../src/document/schema.js';
import { parseMarkdown } from '../../src/sanitize/markdown.js';
import { exceedsMarkdownEffort } from '../../src/sanitize/markdown-effort.js';

/** Nodes as short text: `p(a strong(b))`. */
const inline = (node: Inline): string => {
  if ('children' in node) {
    const mark = node.type === 'link' ? `link<${node.url}>` : node.type;
    return `${mark}(${node.children.map(inline).join('')})`;
  }
  return node.type === 'code' ? `code(${node.value})` : node.type === 'text' ? node.value : node.type;
};

const blockText: { readonly [Kind in Block['type']]?: (node: Extract<Block, { type: Kind }>) => string } = {
  paragraph: (node) => `p(${node.children.map(inline).join('')})`,
  heading: (node) => `h${node.level}(${node.children.map(inline).join('')})`,
  quote: (node) => `quote(${show(node.children)})`,
  list: (node) => `${node.ordered ? 'ol' : 'ul'}(${node.items.map((item) => `[${show(item)}]`).join('')})`,
  code: (node) => `pre${node.language === undefined ? '' : `<${node.language}>`}(${node.value})`,
  divider: () => 'hr',
  media: (node) => `${node.kind}<${node.url}>(${node.alt}${node.title === undefined ? '' : `, ${node.title}`})`,
  table: (node) =>
    `table(${node.columns.map(({ label, align = '' }) => `${label}:${align}`).join('|')})` +
    node.rows.map((row) => `(${row.map((cell) => cell.map(inline).join('')).join('|')})`).join(''),
};

const show = (blocks: readonly Block[]): string =>
  blocks.map((block) => (blockText[block.type] as ((node: Block) => string) | undefined)?.(block) ?? '?').join(' ');

const parsed = (source: string): string => show(parseMarkdown(source));

describe('parseMarkdown', () => {
  it.each<[string, string, string]>([
    ['nothing', '', ''],
    ['white space', ' \n\t\n', ''],
    ['a paragraph', 'a', 'p(a)'],
    ['paragraphs', 'a\n\nb', 'p(a) p(b)'],
    ['a line of the source as a blank', 'a\nb', 'p(a b)'],
    ['a hard break as a line of the text', 'a  \nb\\\nc', 'p(a\nb\nc)'],
    [
      'headings, at most four deep',
      '# a\n## b\n### c\n#### d\n##### e\n###### f',
      'h1(a) h2(b) h3(c) h4(d) h4(e) h4(f)',
    ],
    ['an underlined heading', 'a *b*\n=', 'h1(a emphasis(b))'],
    ['no empty heading', '#\n\na', 'p(a)'],
    ['marks', '*a* _b_ **c** ~~d~~ `e`', 'p(emphasis(a) emphasis(b) strong(c) deletion(d) code(e))'],
    ['marks in marks', '***a** b*', 'p(emphasis(strong(a) b))'],
    ['signs that are no marks', 'a * b_c_d ~ e', 'p(a * b_c_d ~ e)'],
    ['escapes and entities', '\\*a\\* &lt;b&gt; &amp;', 'p(*a* <b> &)'],
    ['a list', '- a\n- b', 'ul([p(a)][p(b)])'],
    ['an ordered list, wherever it starts', '7. a\n8. b', 'ol([p(a)][p(b)])'],
    ['nested lists', '- a\n  - b\n    1. c\n- d', 'ul([p(a) ul([p(b) ol([p(c)])])][p(d)])'],
    ['blocks in an item', '- a\n\n  > b\n\n  ---', 'ul([p(a) quote(p(b)) hr])'],
    ['check boxes as written', '- [ ] a\n- [x] b', 'ul([p([ ] a)][p([x] b)])'],
    ['empty items', '-\n-', 'ul([][])'],
    ['quotes', '> a\n> > b', 'quote(p(a) quote(p(b)))'],
    ['no empty quote', '>\n\na', 'p(a)'],
    ['fenced code', '~~~js\na\n\n b\n~~~', 'pre<js>(a\n\n b)'],
    ['indented code', '    a\n', 'pre(a)'],
    ['code without interpreting it', '```\n[a](b) <b>\n```', 'pre([a](b) <b>)'],
    ['a divider', 'a\n\n***', 'p(a) hr'],
    ['a byte order mark as nothing', '\ufeff# a', 'h1(a)'],
    ['a NUL as the replacement character', 'a\0b', 'p(a\ufffdb)'],
    ['line ends of all kinds', 'a\r\rb\r\n\r\nc', 'p(a) p(b) p(c)'],
  ])('reads %s', (_, source, expected) => {
    expect(parsed(source)).toBe(expected);
  });

  it('gives the same for the same source', () => {
    const source = '# a\n\n- *b*\n\n|c|\n|-|\n|d|';
    expect(parseMarkdown(source)).toStrictEqual(parseMarkdown(source));
  });
});

describe('links', () => {
  it.each<[string, string, string]>([
    ['an inline link', '[a *b*](https://example.com/x "title")', 'p(link<https://example.com/x>(a emphasis(b)))'],
    ['an auto link', '<https://example.com/x>', 'p(link<https://example.com/x>(https://example.com/x))'],
    ['a mail address', '<a@example.com>', 'p(link<mailto:a@example.com>(a@example.com))'],
    ['no bare URL', 'https://example.com/x', 'p(https://example.com/x)'],
    ['a link without text', '[](https://example.com/x)', 'p(link<https://example.com/x>(https://example.com/x))'],
    [
      'a reference',
      '[a][r], [r][], [r]\n\n[R]: https://example.com/x',
      'p(link<https://example.com/x>(a), link<https://example.com/x>(r), link<https://example.com/x>(r))',
    ],
    [
      'the first of two definitions',
      '[r]\n\n> [r]: https://example.com/1\n\n[r]: https://example.com/2',
      'p(link<https://example.com/1>(r))',
    ],
    ['a reference to nothing as written', '[a][r] [constructor] [toString]', 'p([a][r] [constructor] [toString])'],
    ['footnotes as written', 'a[^1]\n\n[^1]: word\n\n[^2]: two words', 'p(a[^1]) p([^1]: word) p([^2]: two words)'],
  ])('reads %s', (_, source, expected) => {
    expect(parsed(source)).toBe(expected);
  });

  it.each([
    'javascript:1',
    'JaVaScRiPt:alert(1)',
    '&#106;avascript:1',
    'java&Tab;script:1',
    '\\javascript:1',
    'vbscript:1',
    'data:text/html,x',
    'file:///etc/passwd',
    '!channel',
    '!subteam^S1',
    '@U123',
    '#C123',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'relative/path',
    '?query',
    '#fragment',
    'https:evil.example',
    'https://user:password@evil.example/',
    '<https://evil|bank.com>',
    '<https://evil.example/ a>',
    '<java\tscript:1>',
    'https://evil.example&NewLine;/',
    '',
  ])('keep the text and lose the link to %j', (url) => {
    expect(parsed(`[a *b*](${url})`)).toBe('p(a emphasis(b))');
    expect(parsed(`![a](${url})`)).toBe('p(a)');
  });

  it.each<[string, string, string]>([
    ['an unsafe reference', '[a][r] ![b][r]\n\n[r]: javascript:1', 'p(a b)'],
    ['an unsafe auto link', '<javascript:1>', 'p(javascript:1)'],
    ['an unsafe link without text', 'a [](javascript:1)', 'p(a )'],
    ['nothing but unsafe links without text', '[](javascript:1) [](javascript:1)', ''],
    [
      'an unsafe link around a picture',
      '[![a](https://example.com/x)](javascript:1)',
      'p(link<https://example.com/x>(a))',
    ],
  ])('read %s', (_, source, expected) => {
    expect(parsed(source)).toBe(expected);
  });

  it('cannot be closed or split from inside by the delimiters of a channel', () => {
    expect(parsed('[a|b>c](https://example.com/?q=a|b"<c>)')).toBe(
      'p(link<https://example.com/?q=a%7Cb%22%3Cc%3E>(a|b>c))',
    );
  });
});

describe('pictures', () => {
  it.each<[string, string, string]>([
    ['a picture that stands alone', '![a](https://example.com/x.png)', 'image<https://example.com/x.png>(a)'],
    ['its title', '![a](https://example.com/x.png "b")', 'image<https://example.com/x.png>(a, b)'],
    ['a title that says the same once', '![a](https://example.com/x.png "a")', 'image<https://example.com/x.png>(a)'],
    ['a title in place of words', '![](https://example.com/x.png "b")', 'image<https://example.com/x.png>(b)'],
    ['a reference', '![a][r]\n\n[r]: https://example.com/x.png (b)', 'image<https://example.com/x.png>(a, b)'],
    ['a picture in an item', '- ![a](https://example.com/x.png)', 'ul([image<https://example.com/x.png>(a)])'],
    ['a picture in a text as a link', 'a ![b](https://example.com/x.png)', 'p(a link<https://example.com/x.png>(b))'],
    [
      'a picture without words as a link',
      '![ ](https://example.com/x.png)',
      'p(link<https://example.com/x.png>(https://example.com/x.png))',
    ],
    [
      'a picture in a link as its text',
      '[![a](https://example.com/x.png)](https://example.com/y)',
      'p(link<https://example.com/y>(a))',
    ],
    ['a picture that is no web page as a link', '![a](mailto:a@example.com)', 'p(link<mailto:a@example.com>(a))'],
  ])('read %s', (_, source, expected) => {
    expect(parsed(source)).toBe(expected);
  });
});

describe('tables', () => {
  it.each<[string, string, string]>([
    ['alignment', '|a|b|c|d|\n|-|:-|:-:|-:|\n|1|2|3|4|', 'table(a:|b:start|c:center|d:end)(1|2|3|4)'],
    ['inlines', '|*a*|\n|-|\n|[b](https://example.com/x) `c`|', 'table(a:)(link<https://example.com/x>(b) code(c))'],
    ['escaped pipes, in code too', '|a|b|\n|-|-|\n|c \\| d|`e \\| f`|', 'table(a:|b:)(c | d|code(e | f))'],
    ['short rows', '|a|b|\n|-|-|\n|c|', 'table(a:|b:)(c|)'],
    ['long rows, with all their cells', '|a|\n|-|\n|b|c|\n|d|', 'table(a:|:)(b|c)(d|)'],
    ['no rows', '|a|\n|-|', 'table(a:)'],
    ['raw HTML', '|<b>|\n|-|\n|<i>|', 'table(<b>:)(<i>)'],
    ['a header without delimiters', '|a|\n|b|', 'p(|a| |b|)'],
  ])('read %s', (_, source, expected) => {
    expect(parsed(source)).toBe(expected);
  });

  it('stay as written where few marks would make very many cells', () => {
    const source = `${'|a'.repeat(100)}|\n${'|-'.repeat(100)}|\n${'|b\n'.repeat(30)}`;
    expect(exceedsMarkdownEffort(source)).toBe(false);
    expect(parsed(source)).toBe(`p(${source.trim()})`);
  });
});

describe('raw HTML', () => {
  it.each<[string, string, string]>([
    ['inline', 'a <b onclick="x()">b</b> c', 'p(a <b onclick="x()">b</b> c)'],
    ['a block', '<div>\n*a*\n</div>', 'p(<div>\n*a*\n</div>)'],
    ['a script', '<script>\nalert(1)\n</script>', 'p(<script>\nalert(1)\n</script>)'],
    ['a comment', 'a <!-- b -->', 'p(a <!-- b -->)'],
    ['a picture', '<img src=x onerror=alert(1)>', 'p(<img src=x onerror=alert(1)>)'],
    ['what is around Markdown', '<p>\n\n*a*\n\n</p>', 'p(<p>) p(emphasis(a)) p(</p>)'],
    ['a tag that is none', 'a <b', 'p(a <b)'],
  ])('stays text as written: %s', (_, source, expected) => {
    expect(parsed(source)).toBe(expected);
  });
});

describe('bounds', () => {
  const { block } = createDocumentSchemas();

  const fits = (blocks: readonly Block[]): boolean =>
    !exceedsDepth({ children: blocks }, inputBounds.maxDepth, inputBounds.maxNodes);

  it('shows a source that is too long as it is', () => {
    expect(parsed(`${'a'.repeat(32_767)}*`)).toBe(`p(${'a'.repeat(32_767)}*)`);
    const source = `# ${'a'.repeat(40_000)}`;
    expect(parseMarkdown(source)).toEqual([{ type: 'paragraph', children: [{ type: 'text', value: source }] }]);
    expect(show(parseMarkdown('# abc', { maxChars: 5 }))).toBe('h1(abc)');
    let plain = 0;
    const onPlain = (): void => {
      plain += 1;
    };
    expect(show(parseMarkdown('# abcd', { maxChars: 5, onPlain }))).toBe('p(# abcd)');
    expect(show(parseMarkdown('# abc', { maxChars: 5, onPlain }))).toBe('h1(abc)');
    expect(plain).toBe(1);
  });

  it.each([
    ['an unsafe link', '[a](javascript:1) [b](https://example.com/)', 1],
    ['an unsafe reference and an unsafe picture', '[a][r] ![b][r] c\n\n[r]: javascript:1', 2],
    ['an unsafe picture that stands alone', '![a](javascript:1)', 1],
    ['a relative link', '[a](/docs)', 1],
    ['a picture inside of a link', '[![a](https://example.com/a.png)](https://example.com/)', 1],
    ['a link in the header of a table', '|[a](https://example.com/)|\n|-|\n|[b](https://example.com/)|', 1],
    ['safe links', '[a](https://example.com/) ![b](https://example.com/b.png) <mailto:a@example.com>', 0],
  ])('tells of each URL that is gone: %s', (_what, source, expected) => {
    let dropped = 0;
    const onUrlDropped = (): void => {
      dropped += 1;
    };
    parseMarkdown(source, { onUrlDropped });
    expect(dropped).toBe(expected);
  });

  it('shows a source that is too dear as it is', () => {
    const source = '*a* '.repeat(2000).trim();
    expect(source.length).toBeLessThan(32_768);
    expect(parseMarkdown(source)).toEqual([{ type: 'paragraph', children: [{ type: 'text', value: source }] }]);
  });

  it('reads 10 KB of prose with ordinary markup', () => {
    const source =
      `## Step\n\nRestart **one** node, see [the runbook](https://example.com/r), and wait: \`kubectl get pods\`.\n${'Then look at the graphs again, at least for a few minutes. '.repeat(10)}\n\n- a\n- b\n\n`.repeat(
        16,
      );
    expect(source.length).toBeGreaterThan(10_000);
    expect(parseMarkdown(source)).toHaveLength(48);
  });

  it.each<[string, string, string]>([
    ['quotes', `${'> '.repeat(12)}a`, `${'quote('.repeat(10)}p(> > a)${')'.repeat(10)}`],
    ['lists', `${'- '.repeat(12)}a`, `${'ul(['.repeat(10)}p(- - a)${'])'.repeat(10)}`],
    [
      'marks',
      `${'*a '.repeat(10)}${'b* '.repeat(10).trim()}`,
      `p(${'emphasis(a '.repeat(8)}*a *a b* b*${' b)'.repeat(8).replace(/^/, '')})`,
    ],
  ])('leave %s that nest too deep as written', (_, source, expected) => {
    expect(parsed(source)).toBe(expected);
  });

  it.each<[string, string]>([
    ['10,000 quotes', '>'.repeat(10_000)],
    ['10,000 spaced quotes', '> '.repeat(10_000)],
    ['10,000 lists', '- '.repeat(10_000)],
    ['10,000 ordered lists', '1. '.repeat(10_000)],
    ['200 indented lists', Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join('')],
    ['100,000 stars', '*'.repeat(100_000)],
    ['32,000 stars', '*'.repeat(32_000)],
    ['stars around a letter', `${'*'.repeat(16_000)}a${'*'.repeat(16_000)}`],
    ['mixed signs', '_**~'.repeat(8000)],
    ['open emphasis', '*a '.repeat(10_000)],
    ['nested emphasis', '*a **a '.repeat(2000) + ' a** a*'.repeat(2000)],
    ['50,000 brackets', '['.repeat(50_000)],
    ['nested images', `${'!['.repeat(1000)}a${'](b)'.repeat(1000)}`],
    ['open link titles', `${'[a](b ('.repeat(400)}${'x'.repeat(16_000)}`],
    ['open comments', `${'a<!--'.repeat(400)}${'x'.repeat(16_000)}`],
    ['open comments between lines that look blank', `${'a<!--\n\u00a0\n'.repeat(400)}${'x'.repeat(16_000)}`],
    ['code spans of all lengths', Array.from({ length: 200 }, (_, length) => `a${'`'.repeat(length + 1)}`).join('')],
    ['underlined headings', 'a\n=\n'.repeat(4000)],
    ['definitions', '[a]: b\n'.repeat(4000)],
    ['lines inside deep lists', `${'- '.repeat(15)}a\n${`${' '.repeat(30)}b\n`.repeat(700)}`],
    ['code spans behind backslashes', `${'---\\```'.repeat(157)}x${' y'.repeat(2355)}`],
    ['tables', '|a|\n|-|\n\n'.repeat(3000)],
  ])('show %s as they are', (_, source) => {
    expect(parseMarkdown(source)).toEqual([{ type: 'paragraph', children: [{ type: 'text', value: source.trim() }] }]);
  });

  const fragments = fc.constantFrom(
    '*',
    '**',
    '_',
    '~~',
    '~',
    '`',
    '```',
    '[',
    ']',
    '![',
    '](',
    '](b)',
    '(',
    ')',
    '<',
    '>',
    '<a ',
    '<!--',
    '-->',
    '<?',
    '&',
    '&amp;',
    '\\',
    'a',
    'b c',
    '\n',
    '\n\n',
    ' ',
    '    ',
    '\t',
    '- ',
    '* ',
    '1. ',
    '> ',
    '# ',
    '===\n',
    '---\n',
    '|',
    '|-|\n',
    '|a|b|\n',
    '[a]: b\n',
    '[^a]: b\n',
    '[a]',
    '[^a]',
    '"',
    '\0',
    '  \n',
    '\\\n',
    '\u00a0',
    '\ufeff',
    '\ud800',
    'https://a.b',
    '(https://a.b)',
    'javascript:',
    '\u202e',
    '\r',
  );
  const markup = fc.array(fragments, { maxLength: 60 }).map((parts) => parts.join(''));
  const repeated = fc
    .tuple(markup, fc.integer({ min: 1, max: 30 }), markup)
    .map(([start, times, end]) => start.repeat(times) + end);
  const sources = fc.oneof(
    markup,
    repeated,
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
  );

  it('never throws, and makes documents that pass their schema and its bounds, from any string', () => {
    fc.assert(
      fc.property(sources, (source) => {
        const blocks = parseMarkdown(source);
        expect(fits(blocks)).toBe(true);
        for (const each of blocks) expect(block.safeParse(each).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('makes no link that safeUrl has not seen, from any string', () => {
    const urls = (nodes: readonly unknown[]): string[] =>
      nodes.flatMap((node) => {
        if (typeof node !== 'object' || node === null) return [];
        const { url } = node as { url?: string };
        return [...(url === undefined ? [] : [url]), ...urls(Object.values(node))];
      });
    fc.assert(
      fc.property(sources, (source) => {
        for (const url of urls(parseMarkdown(source))) expect(url).toMatch(/^(?:https?:\/\/|mailto:)[^\s|<>"]+$/);
      }),
      { numRuns: 200 },
    );
  });
});
