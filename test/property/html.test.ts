/** Pages read by a browser's parser: their structure is the document's, never a text's. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../src/document/nodes.js';
import { cleanText } from '../../src/sanitize/text.js';
import { createFormatter } from '../contract/formatter-of.js';
import { attribute, elementsOf, textOf } from '../support/html-tree.js';
import { runs } from '../support/runs.js';
import { anyAlert } from './arbitraries/alert.js';
import { anyDocument } from './arbitraries/document.js';
import { anyText } from './arbitraries/text.js';

type Payload = { html: string; headers: Record<string, string> };

const english = createFormatter('html', { tenantId: 'label_42' });
const formatter = fc.constantFrom(english, createFormatter('html', { tenantId: 'label_42', locale: 'ar' }));

const documentOf = (...children: Block[]): Document => ({
  type: 'document',
  locale: 'en',
  dir: 'ltr',
  title: 'Title',
  meta: {},
  children,
});

const pageOf = (document: unknown): string => (english.format(document as never).payload as Payload).html;

const hostile = fc.oneof(
  anyText(60),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'--><svg/onload=alert(1)>",
    '&lt;b&gt;',
    '</style>',
    ']]>',
  ),
);

describe('a page', () => {
  it('says in a paragraph what the text says', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const text = cleanText(value);
        fc.pre(/\S/.test(text));
        const page = pageOf(documentOf({ type: 'paragraph', children: [{ type: 'text', value }] }));
        const [paragraph] = elementsOf(page).filter(({ tagName }) => tagName === 'p');
        expect(paragraph && textOf(paragraph)).toBe(text);
      }),
      { numRuns: runs(500) },
    );
  });

  it('has the same elements and attributes whatever the texts are', { timeout: 60_000 }, () => {
    const shape = (value: string): Document =>
      documentOf(
        {
          type: 'section',
          title: value,
          children: [
            { type: 'list', ordered: true, items: [[{ type: 'paragraph', children: [{ type: 'text', value }] }]] },
          ],
        },
        {
          type: 'facts',
          items: [
            {
              label: value,
              value: [
                { type: 'code', value: `x${value}` },
                { type: 'strong', children: [{ type: 'text', value }] },
              ],
            },
          ],
        },
        {
          type: 'table',
          caption: value,
          columns: [{ label: value }],
          rows: [[[{ type: 'link', url: 'https://ok.example/', children: [{ type: 'text', value }] }]]],
        },
        {
          type: 'chart',
          kind: 'bar',
          title: value,
          alt: value,
          categories: [value],
          series: [{ name: value, values: [1] }],
        },
        { type: 'media', kind: 'image', url: 'https://ok.example/x.png', alt: value, title: value },
        { type: 'code', value, language: value },
        { type: 'actions', items: [{ id: 'a', kind: 'link', label: value, url: 'https://ok.example/' }] },
      );
    /** Elements with their attributes, without those that hold words, and the parts that only direction and breaks need. */
    const skeleton = (html: string): string =>
      elementsOf(html)
        .filter(({ tagName }) => tagName !== 'bdi' && tagName !== 'br')
        .map((element) =>
          [
            element.tagName,
            ...element.attrs
              .filter(({ name, value: held }) => !isWords(name, held))
              .map(({ name, value: held }) => `${name}=${isDrawn(element) ? shapeOf(held) : held}`),
          ].join(' '),
        )
        .join('\n');
    const isDrawn = ({ namespaceURI }: { namespaceURI: string }): boolean =>
      namespaceURI === 'http://www.w3.org/2000/svg';
    /** Lengths of words move what is drawn beside them, and ids are digests of them. */
    const shapeOf = (held: string): string => held.replace(/cf[0-9a-f]{12}/g, 'cf').replace(/-?\d+(?:\.\d+)?/g, '0');
    const isWords = (name: string, held: string): boolean =>
      name === 'aria-label' || name === 'alt' || (name === 'class' && /^language-[\w+#.-]{1,30}$/.test(held));
    fc.assert(
      fc.property(hostile, (value) => {
        fc.pre(/[a-z0-9]/i.test(cleanText(value)));
        expect(skeleton(pageOf(shape(value)))).toBe(skeleton(pageOf(shape('plain'))));
      }),
      { numRuns: runs(300) },
    );
  });

  it('loads and runs nothing, and leads to the web or to mail only', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(anyAlert, anyDocument), formatter, (input, chosen) => {
        const result = chosen.tryFormat(input);
        if (!result.ok) return;
        const { html, headers } = result.value.payload as Payload;
        const origins = headers['Content-Security-Policy'] ?? '';
        for (const element of elementsOf(html)) {
          expect(['script', 'iframe', 'object', 'embed', 'link', 'form', 'base']).not.toContain(element.tagName);
          for (const { name } of element.attrs) expect(name).not.toMatch(/^on|^style$|^srcset$|^action$/);
          const href = attribute(element, 'href');
          if (href !== undefined) expect(href).toMatch(/^(?:https?|mailto):/);
          const source = attribute(element, 'src');
          if (source !== undefined) expect(origins).toContain(new URL(source).origin);
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it('never skips a level of headings', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const result = english.tryFormat(document);
        if (!result.ok) return;
        const levels = elementsOf((result.value.payload as Payload).html)
          .filter(({ tagName }) => /^h[1-6]$/.test(tagName))
          .map(({ tagName }) => Number(tagName[1]));
        expect(levels.filter((level) => level === 1)).toHaveLength(1);
        for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
      }),
      { numRuns: runs(100) },
    );
  });

  it('stays within a limit of bytes, or is refused', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        anyDocument,
        fc.integer({ min: 1000, max: 9000 }),
        fc.constantFrom('split', 'truncate', 'error'),
        (document, maxBytes, overflow) => {
          const options = { page: false, maxBytes, overflow };
          const result = english.tryFormat(document, options as never);
          if (!result.ok) {
            expect(['ERR_LIMIT_EXCEEDED', 'ERR_INPUT_INVALID']).toContain(result.error.code);
            return;
          }
          const { payload, followUps } = result.value;
          for (const { html } of [payload, ...followUps] as Payload[])
            expect(Buffer.byteLength(html)).toBeLessThanOrEqual(maxBytes);
          if (overflow !== 'split') expect(followUps).toEqual([]);
        },
      ),
      { numRuns: runs(60) },
    );
  });
});
