import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../src/document/nodes.js';
import { createFormatter } from '../contract/formatter-of.js';

type Payload = { markdown: string };

const formatter = createFormatter('markdown', { tenantId: 'label_42' });

const paragraph = (value: string, members: Partial<Block> = {}): Block =>
  ({ type: 'paragraph', children: [{ type: 'text', value }], ...members }) as Block;

const documentOf = (...children: Block[]): Document => ({
  type: 'document',
  locale: 'en',
  dir: 'ltr',
  title: 'Title',
  meta: {},
  children,
});

function pagesOf(document: Document, options: object): { pages: string[]; codes: string[] } {
  const { payload, followUps, diagnostics } = formatter.format(document as never, options as never);
  return {
    pages: [payload, ...followUps].map((each) => (each as Payload).markdown),
    codes: diagnostics.map(({ code, path }) => `${code} ${path}`),
  };
}

const three = documentOf(paragraph('a'.repeat(200)), paragraph('b'.repeat(200)), paragraph('c'.repeat(200)));

describe('a document over its limit', () => {
  it('goes on in further payloads, whole blocks first', () => {
    const { pages, codes } = pagesOf(three, { maxChars: 330 });
    expect(pages).toHaveLength(3);
    for (const [index, letter] of [...'abc'].entries()) expect(pages[index]).toContain(letter.repeat(200));
    expect(pages[1]).toContain('Part 2 of 3');
    expect(codes).toEqual(['split ']);
  });

  it('loses no character of a block that is larger than a page', () => {
    const text = Array.from({ length: 200 }, (_, index) => `word${index}`).join(' ');
    const { pages } = pagesOf(documentOf(paragraph(text)), { maxChars: 400 });
    const words = pages.join(' ').match(/word\d+/g);
    expect(words).toEqual(text.split(' '));
  });

  it('keeps what matters most where it has to be one payload, and says how much is missing', () => {
    const ranked = documentOf(
      paragraph('a'.repeat(200), { importance: 'low', path: 'labels' }),
      paragraph('b'.repeat(200), { importance: 'high', path: 'facts' }),
    );
    const { pages, codes } = pagesOf(ranked, { maxChars: 300, overflow: 'truncate' });
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('b'.repeat(200));
    expect(pages[0]).toContain('1 more section is not shown');
    expect(codes).toEqual(['truncated labels']);
  });

  it('names a block that fits no page', () => {
    const url = `https://ok.example/${'x'.repeat(500)}`;
    const { pages, codes } = pagesOf(
      documentOf(paragraph('first'), { type: 'media', kind: 'image', url, alt: 'Cover', path: 'images.0' }),
      { maxChars: 400 },
    );
    expect(codes).toEqual(['dropped images.0']);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('1 more section is not shown');
  });

  it.each([
    ['the policy says so', { maxChars: 330, overflow: 'error' }],
    ['not even the frame fits', { maxChars: 20 }],
  ])('is refused where %s', (_why, options) => {
    expect(formatter.tryFormat(three, options as never)).toMatchObject({
      ok: false,
      error: { code: 'ERR_LIMIT_EXCEEDED', limit: options.maxChars, unit: 'utf16' },
    });
  });
});
