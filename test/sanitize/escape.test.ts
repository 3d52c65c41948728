import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { describe, expect, it } from 'vitest';
import {
  type EscapeTable,
  escapeTable,
  escapeWith,
  htmlEscapes,
  markdownEscapes,
  mrkdwnEscapes,
  xmlEscapes,
} from '../../src/sanitize/escape.js';

const samplesUrl = new URL('../../../shared/data/injection-samples.json', import.meta.url);
const hasSamples = existsSync(samplesUrl);

const tables: [string, EscapeTable][] = [
  ['mrkdwn', mrkdwnEscapes],
  ['html', htmlEscapes],
  ['xml', xmlEscapes],
  ['markdown', markdownEscapes],
];

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      '&',
      '<',
      '>',
      '"',
      "'",
      '`',
      '\\',
      '&amp;',
      '&lt;',
      '&#39;',
      '<!channel>',
      '<@U1>',
      '*',
      '_',
      '[',
      '](',
      ')',
      '|',
      '#',
      '1.',
      '-',
      '+',
      '=',
      '~~~',
      'a',
      ' ',
      '\r',
      '🔥',
    ),
  }),
);

/** Reads an escaped text from the left, as every decoder does. */
function decode(table: EscapeTable, text: string): string {
  const originals = new Map(Object.entries(table.escapes).map(([char, written]) => [written, char]));
  let raw = '';
  for (let index = 0; index < text.length; ) {
    const written = [...originals.keys()].find((candidate) => text.startsWith(candidate, index));
    raw += written === undefined ? text[index] : originals.get(written);
    index += written?.length ?? 1;
  }
  return raw;
}

describe('escapeWith', () => {
  it.each([
    ['mrkdwn', mrkdwnEscapes, 'a & <b> "c" \'d\' *e* `f`', 'a &amp; &lt;b&gt; "c" \'d\' *e* `f`'],
    ['mrkdwn', mrkdwnEscapes, '&amp;', '&amp;amp;'],
    ['mrkdwn', mrkdwnEscapes, '<!channel>', '&lt;!channel&gt;'],
    ['html', htmlEscapes, `<a href="x" title='y'>\``, '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&#96;'],
    ['xml', xmlEscapes, `]]> "a" 'b'\r\n`, ']]&gt; &quot;a&quot; &apos;b&apos;&#13;\n'],
    ['markdown', markdownEscapes, '[a](b) *c* \\ 1. d', '\\[a\\]\\(b\\) \\*c\\* \\\\ 1\\. d'],
  ])('escapes for %s', (_, table, text, expected) => {
    expect(escapeWith(table, text)).toBe(expected);
  });

  it.each(tables)('leaves a text without live characters as it is: %s', (_, table) => {
    expect(escapeWith(table, 'CPU usage 95 % 漢字 🔥')).toBe('CPU usage 95 % 漢字 🔥');
    expect(escapeWith(table, '')).toBe('');
  });

  it.each(tables)('can be undone: %s', (_, table) => {
    fc.assert(fc.property(anyText, (text) => decode(table, escapeWith(table, text)) === text));
  });

  it.each(tables)('lengthens a text by what its costs say: %s', (_, table) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cost = [...text].reduce((sum, char) => sum + (table.cost[char] ?? char.length), 0);
        expect(escapeWith(table, text).length).toBe(cost);
      }),
    );
  });

  it('leaves no control sequence of Slack alive', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(escapeWith(mrkdwnEscapes, text)).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves nothing in HTML that opens a tag or ends an attribute', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(escapeWith(htmlEscapes, text)).not.toMatch(/[<>"'`]|&(?!amp;|lt;|gt;|quot;|#39;|#96;)/);
      }),
    );
  });

  it('leaves one line of Markdown as plain text', () => {
    const line = anyText.map((text) => text.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim()).filter((text) => text !== '');
    fc.assert(
      fc.property(line, (text) => {
        const tree = fromMarkdown(escapeWith(markdownEscapes, text), {
          extensions: [gfmTable()],
          mdastExtensions: [gfmTableFromMarkdown()],
        });
        const [paragraph, ...others] = tree.children;
        expect(others).toEqual([]);
        expect(paragraph).toMatchObject({ type: 'paragraph', children: [{ type: 'text', value: text }] });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('escapeTable', () => {
  it('takes characters that mean something in a regular expression', () => {
    const table = escapeTable({ ']': '1', '\\': '22', '^': '333', '-': '4444' });
    expect(escapeWith(table, ']\\^-z')).toBe('1223334444z');
    expect(table.cost).toEqual({ ']': 1, '\\': 2, '^': 3, '-': 4 });
  });
});

describe.skipIf(!hasSamples)('injection samples', () => {
  const entries: { payload: unknown }[] = hasSamples ? JSON.parse(readFileSync(samplesUrl, 'utf8')).entries : [];

  it('hold nothing alive in Slack or HTML once escaped', () => {
    const payloads = entries.flatMap(({ payload }) => (typeof payload === 'string' ? [payload] : []));
    expect(payloads.length).toBeGreaterThan(0);
    for (const payload of payloads) {
      expect(escapeWith(mrkdwnEscapes, payload)).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
      expect(escapeWith(htmlEscapes, payload)).not.toMatch(/[<>"'`]/);
    }
  });
});
