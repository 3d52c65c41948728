/** Markdown read back by a parser that nobody here wrote: the same text, and no structure of the text's making. */
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { describe, expect, it } from 'vitest';
import type { Block, Document, Inline } from '../../src/document/nodes.js';
import { cleanText } from '../../src/sanitize/text.js';
import { createFormatter } from '../contract/formatter-of.js';
import { runs } from '../support/runs.js';
import { anyDocument } from './arbitraries/document.js';
import { anyText } from './arbitraries/text.js';

type Payload = { markdown: string };

const formatter = createFormatter('markdown', { tenantId: 'label_42' });

const written = (document: Document, options: object): string =>
  (formatter.format(document as never, options as never).payload as Payload).markdown;

const profiles = ['gfm', 'commonmark'] as const;

const parse = (markdown: string, profile: (typeof profiles)[number]): Nodes =>
  profile === 'commonmark'
    ? fromMarkdown(markdown)
    : fromMarkdown(markdown, {
        extensions: [gfmTable(), gfmStrikethrough({ singleTilde: false })],
        mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
      });

/** Kinds of nodes with what they lead to, without texts and breaks. */
function structureOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'break') return '';
  const own = node.type + ('url' in node ? `:${node.url}` : '') + ('depth' in node ? node.depth : '');
  const children =
    'children' in node ? node.children.map((child) => structureOf(child)).filter((part) => part !== '') : [];
  return children.length === 0 ? own : `${own}(${children.join(',')})`;
}

/** All text, with breaks as line ends. */
function textOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}

const documentOf = (...children: Block[]): Document => ({
  type: 'document',
  locale: 'en',
  dir: 'ltr',
  title: 'Title',
  meta: {},
  children,
});

const hostile = fc.oneof(
  anyText(60),
  fc.string({ unit: fc.constantFrom(...'*_~`[]()<>#&|!$:@.-+=\\\\/\n 1a\té中'), maxLength: 30 }),
  fc.constantFrom(
    '# heading',
    '- item',
    '1. item',
    '1) item',
    '> quote',
    '---',
    '===',
    ':-:',
    '| a |\n|---|',
    '```\nfence',
    '    code',
    '<b>bold</b>',
    '&amp; &#65; &copy;',
    '[a](https://evil.example)',
    '![a](https://evil.example)',
    '[a]: https://evil.example',
    '[^1]',
    '- [ ] task',
    '**strong**',
    '~~gone~~',
    '<https://evil.example>',
    '\\',
    'a\\\nb',
    'x  \ny',
    '\u00a0',
    '&#8203;',
    '***',
    '<!-- comment -->',
  ),
);

/** How a word reads once it is parsed: what is left of the text but for spaces nobody sees. */
const normal = (text: string): string =>
  text
    .replaceAll('\u200b', '')
    .trim()
    .replace(/[ \t]*\n[ \t]*/g, '\n');

const plain = (value: string): Inline => ({ type: 'text', value });

describe.each(profiles)('Markdown as %s', (profile) => {
  it('says in a paragraph what the text says, and is nothing but a paragraph', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(hostile, (value) => {
        fc.pre(/\S/.test(cleanText(value)));
        const tree = parse(written(documentOf({ type: 'paragraph', children: [plain(value)] }), { profile }), profile);
        expect(structureOf(tree)).toBe('root(heading1,paragraph)');
        expect(normal(textOf((tree as { children: Nodes[] }).children[1] as Nodes))).toBe(
          normal(cleanText(value).replace(/^\n+|\n+$/g, '')),
        );
      }),
      { numRuns: runs(1000) },
    );
  });

  it('keeps marks where they are, beside whatever stands there', { timeout: 60_000 }, () => {
    const word = fc.string({ unit: fc.constantFrom(...'ab.,(é*_~`中 '), minLength: 1, maxLength: 4 });
    const kind = fc.constantFrom('text', 'strong', 'emphasis', 'deletion', 'both');
    const wrap = (type: string, value: string): Inline => {
      if (type === 'text') return plain(value);
      if (type === 'both') return { type: 'emphasis', children: [{ type: 'strong', children: [plain(value)] }] };
      return { type: type as 'strong', children: [plain(value)] };
    };
    /** Each visible character with the marks around it. */
    const marksOf = (node: Nodes, marks: readonly string[]): string[] => {
      if ('value' in node)
        return [...node.value].filter((char) => /\S/.test(char)).map((char) => `${char}${[...marks].sort().join('+')}`);
      const own =
        node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete' ? [...marks, node.type] : marks;
      return 'children' in node ? node.children.flatMap((child) => marksOf(child, own)) : [];
    };
    const wanted: Record<string, readonly string[]> = {
      text: [],
      strong: ['strong'],
      emphasis: ['emphasis'],
      deletion: ['delete'],
      both: ['emphasis', 'strong'],
    };
    fc.assert(
      fc.property(fc.array(fc.tuple(kind, word), { minLength: 1, maxLength: 6 }), (parts) => {
        const used = profile === 'gfm' ? parts : parts.filter(([type]) => type !== 'deletion');
        fc.pre(/\S/.test(used.map(([, value]) => value).join('')));
        const children = used.map(([type, value]) => wrap(type, value));
        const tree = parse(written(documentOf({ type: 'paragraph', children }), { profile }), profile);
        const found = marksOf((tree as { children: Nodes[] }).children[1] as Nodes, []);
        const expected = used.flatMap(([type, value]) =>
          [...value].filter((char) => /\S/.test(char)).map((char) => `${char}${(wanted[type] ?? []).join('+')}`),
        );
        expect(found).toEqual(expected);
      }),
      { numRuns: runs(800) },
    );
  });

  it('has the same structure whatever the texts are', { timeout: 60_000 }, () => {
    const shape = (value: string): Document =>
      documentOf(
        {
          type: 'section',
          title: value,
          children: [
            {
              type: 'list',
              ordered: true,
              items: [
                [{ type: 'paragraph', children: [plain(value)] }],
                [
                  { type: 'paragraph', children: [plain(value)] },
                  { type: 'code', value },
                ],
              ],
            },
          ],
        },
        {
          type: 'quote',
          children: [
            {
              type: 'paragraph',
              children: [{ type: 'link', url: 'https://ok.example/a(b)', children: [plain(value)] }],
            },
          ],
        },
        { type: 'facts', items: [{ label: value, value: [plain(value), { type: 'code', value: `x${value}` }] }] },
        { type: 'list', ordered: false, items: [[{ type: 'paragraph', children: [plain(value)] }]] },
        {
          type: 'table',
          columns: [{ label: value }, { label: 'b' }],
          rows: [[[plain(value)], [{ type: 'code', value: `y${value.replaceAll('\\|', '|')}` }]]],
        },
        { type: 'media', kind: 'image', url: 'https://ok.example/x.png', alt: value },
        { type: 'heading', level: 2, children: [plain(value)] },
      );
    fc.assert(
      fc.property(hostile, (value) => {
        fc.pre(/[a-z0-9é中*#]/i.test(cleanText(value)));
        const tree = parse(written(shape(value), { profile }), profile);
        expect(structureOf(tree)).toBe(structureOf(parse(written(shape('plain'), { profile }), profile)));
      }),
      { numRuns: runs(300) },
    );
  });

  it('stays within a limit, or is refused, and loses nothing without a word', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        anyDocument,
        fc.integer({ min: 300, max: 3000 }),
        fc.constantFrom('split', 'truncate'),
        (document, maxChars, overflow) => {
          const result = formatter.tryFormat(document, { profile, maxChars, overflow } as never);
          if (!result.ok) {
            expect(['ERR_LIMIT_EXCEEDED', 'ERR_INPUT_INVALID']).toContain(result.error.code);
            return;
          }
          const { payload, followUps, diagnostics } = result.value;
          for (const each of [payload, ...followUps] as Payload[])
            expect(each.markdown.length).toBeLessThanOrEqual(maxChars);
          const whole = written(document, { profile });
          if (whole.length > maxChars)
            expect(diagnostics.map(({ code }) => code)).toSatisfy((codes: string[]) =>
              codes.some((code) => ['split', 'dropped', 'truncated'].includes(code)),
            );
        },
      ),
      { numRuns: runs(60) },
    );
  });
});

describe('GFM', () => {
  it.each([
    ['a mention', 'ask @octocat', '@&#8203;octocat'],
    ['an address', 'write to a.b@evil.example', '@&#8203;evil'],
    ['a web address', 'see https://evil.example/x', 'https:&#8203;//'],
    ['an address without a scheme', 'see www.evil.example', 'www&#8203;.evil'],
    ['a number of an issue', 'fixes #123', '\\#&#8203;123'],
    ['another form of it', 'fixes GH-123', 'GH-&#8203;123'],
    ['an emoji', 'done :tada:', ':&#8203;tada:'],
    ['mathematics', 'costs $5 and $6', '\\$5 and \\$6'],
  ])('parts %s, and CommonMark, which knows none, leaves it', (_what, value, expected) => {
    const document = documentOf({ type: 'paragraph', children: [plain(value)] });
    expect(written(document, {})).toContain(expected);
    expect(written(document, { profile: 'commonmark' })).not.toContain('&#8203;');
  });

  it('writes code in a cell as text where its readers disagree on where it ends', () => {
    const cell: Inline[] = [{ type: 'code', value: 'a\\|b' }];
    const { payload, diagnostics } = formatter.format(
      documentOf({ type: 'table', columns: [{ label: 'a' }], rows: [[cell]] }) as never,
    );
    expect((payload as Payload).markdown).toContain('| a\\\\\\|b |');
    expect(diagnostics).toMatchObject([{ code: 'fallback', path: 'children.0' }]);
  });

  it('writes no code that GitHub draws', () => {
    const code = (language: string) => written(documentOf({ type: 'code', value: 'graph TD', language }), {});
    expect(code('mermaid')).toContain('\n```\n');
    expect(code('sql')).toContain('\n```sql\n');
    expect(code('sql`\nx')).toContain('\n```\n');
  });
});
