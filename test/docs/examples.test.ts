import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSnippets, root, type Snippet, snippetsIn } from './snippets.js';

const read = (file: string): Snippet[] => snippetsIn(file, readFileSync(join(root, file), 'utf8'));

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src', name));
const pages = ['README.md'].filter((page) => existsSync(join(root, page)));

const snippets = [...sources, ...pages].flatMap(read);

/** One more, which is wrong on its third line, tells whether anything is checked at all. */
const wrong: Snippet = {
  file: 'wrong.md',
  line: 10,
  code: [
    "import { createFormatters } from 'channel-formatters';",
    "const formatters = createFormatters({ tenantId: 't' });",
    "formatters.slack.format({ severity: 'high' });",
  ].join('\n'),
};

describe('the TypeScript in the documentation', { timeout: 120_000 }, () => {
  const complaints = checkSnippets([...snippets, wrong]);

  it('is found', () => {
    expect(snippets.map(({ file }) => file)).toEqual(
      expect.arrayContaining([
        'src/index.ts',
        'src/factory.ts',
        'src/formatters/slack.ts',
        'src/sources/alertmanager.ts',
        ...pages,
      ]),
    );
  });

  it('is checked, and an error is told with its place', () => {
    expect(complaints.at(-1)).toEqual([
      expect.stringMatching(/^wrong\.md:12: (?:No overload|Argument of type|Type '"high"')/),
    ]);
  });

  it.each(snippets.map(({ file, line }, index) => [`${file}:${line}`, index] as const))(
    'compiles: %s',
    (_at, index) => {
      expect(complaints[index]).toEqual([]);
    },
  );
});

describe('a block of code', () => {
  it.each<[string, string, Snippet[]]>([
    ['is found in Markdown', 'a\n```ts\nlet a;\n\nlet b;\n```\n', [{ file: 'f', line: 3, code: 'let a;\n\nlet b;' }]],
    [
      'is found in a doc comment',
      '/**\n * @example\n * ```ts\n * if (a) {\n *   b();\n *\n * }\n * ```\n */\n',
      [{ file: 'f', line: 4, code: 'if (a) {\n  b();\n\n}' }],
    ],
    ['is found behind another', '```sh\nnpm i\n```\n```ts\nlet a;\n```', [{ file: 'f', line: 5, code: 'let a;' }]],
    ['of another language is none of ours', '```js\nlet a;\n```', []],
    ['is not begun by the end of another', '```sh\nx\n```\ntext\n```\ny\n```', []],
  ])('%s', (_what, text, found) => {
    expect(snippetsIn('f', text)).toEqual(found);
  });

  it('without an end is refused', () => {
    expect(() => snippetsIn('f', 'a\n```ts\nlet a;')).toThrowError('f:2: the block has no end');
  });
});
