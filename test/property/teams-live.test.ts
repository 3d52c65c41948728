/** Nothing in data is live: no expression, no Markdown, no mention. */
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../src/channels/teams/markdown.js';
import type { Alert } from '../../src/domains/alert/schema.js';
import { cleanLine } from '../../src/sanitize/text.js';
import { cardsOf, nodesOfType, textsOf, urlsOf } from '../fixtures/teams/cards.js';
import { checkTeamsMessages } from '../fixtures/teams/rules.js';
import { createTeams, mentions } from '../fixtures/teams/tenants.js';
import { injectionSamples } from '../support/injection-samples.js';
import { tries } from '../support/runs.js';
import { alertWith, documentWith } from '../support/slack-inputs.js';
import { anyText } from './arbitraries/text.js';

const markup = [
  '*', '**', '_', '__', '~~', '`', '```', '[', ']', '(', ')', '](', '![', '<', '>', '</', '&amp;', '&#42;', '\\', '|',
  '# ', '- ', '+ ', '1. ', '1) ', '> ', '---', '===', '    ', 'http://x.example', '<at>', '</at>', '{{', '}}', '${', '}',
  'a', 'b c', ' ', 'é', '漢', '{', '$', '<https://x.example>', '[a]: https://x.example', 'عربي',
]; // biome-ignore format: one list

const livelyText = fc.string({ unit: fc.constantFrom(...markup), maxLength: 30 });

describe('text in a fact', () => {
  it('is the same text when it is read as Markdown', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(livelyText, anyText()), (raw) => {
        const text = cleanLine(raw);
        fc.pre(/\S/.test(text));
        const { children } = fromMarkdown(escapeMarkdown(text));
        expect(children).toMatchObject([{ type: 'paragraph', children: [{ type: 'text' }] }]);
        const [paragraph] = children;
        const [only] = paragraph?.type === 'paragraph' ? paragraph.children : [];
        // Blanks at the ends are no text in Markdown.
        expect(only?.type === 'text' ? only.value.trim() : undefined).toBe(text.trim());
      }),
      tries(2000),
    );
  });

  it.each([
    ['node_exporter', 'node_exporter'],
    ['eu-west-1', 'eu-west-1'],
    ['v2.1 (stable)', 'v2.1 (stable)'],
    ['*b*', '\\*b\\*'],
    ['_i_', '\\_i\\_'],
    ['[x](https://evil.example)', '\\[x\\](https://evil.example)'],
    ['<at>Ada Lovelace</at>', '\\<at>Ada Lovelace\\</at>'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['1.5 s', '1.5 s'],
    ['&amp; &c', '\\&amp; &c'],
    ['C:\\temp', 'C:\\\\temp'],
  ])('is escaped only where it would begin something: %s', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});

const teams = createTeams({ mentions, notify: { critical: ['oncall'] } });

/** Puts a text everywhere. */
const everywhere = (text: string): Alert =>
  alertWith({
    severity: 'critical',
    title: text,
    description: text,
    source: `x${text}`,
    component: text,
    labels: { [`x${text}`]: text },
    metrics: { [`x${text}`]: { value: 1, unit: text, threshold: 2 } },
    affectedTenants: [text, text],
    actionRequired: text,
    actions: [{ id: `x${text}`, label: text, kind: 'link', url: 'https://x.example/' }],
    links: [{ url: 'https://x.example/', label: text }],
    images: [{ url: 'https://x.example/a.png', alt: text }],
  });

describe('a text of any kind', { timeout: 60_000 }, () => {
  const samples = injectionSamples.map(([, text]) => text.slice(0, 300));
  const text = fc.oneof(livelyText, anyText(), ...(samples.length > 0 ? [fc.constantFrom(...samples)] : []));

  it('is no expression, no mention and no link, wherever it stands', () => {
    fc.assert(
      fc.property(text, (value) => {
        const posted = teams.format(everywhere(value));
        expect(checkTeamsMessages(posted)).toEqual([]);
        for (const card of cardsOf(posted)) {
          expect(card.msteams.entities?.map(({ mentioned }) => mentioned.name) ?? []).toEqual(
            card === cardsOf(posted)[0] ? ['Ada Lovelace'] : [],
          );
          for (const url of urlsOf(card)) expect(url).toMatch(/^https:\/\/x\.example\//);
        }
      }),
      tries(150),
    );
  });

  it('makes no expression with its neighbour', () => {
    const { payload } = teams.format(
      documentWith([
        {
          type: 'paragraph',
          children: [
            { type: 'text', value: '{' },
            { type: 'text', value: '{DATE(2026-11-20T09:30:00Z)}}' },
          ],
        },
        {
          type: 'facts',
          items: [
            {
              label: 'x$',
              value: [
                { type: 'text', value: '$' },
                { type: 'text', value: '{x}' },
              ],
            },
          ],
        },
        { type: 'code', value: 'echo ${HOME} {{ x }}' },
      ]),
    );
    expect(checkTeamsMessages({ payload, followUps: [] })).toEqual([]);
    expect(
      textsOf(cardsOf({ payload, followUps: [] })[0]?.body)
        .join('|')
        .replaceAll('\u200b', ''),
    ).toContain('{{DATE(');
  });
});

describe('a mention', () => {
  it('comes from the configuration, once for each, and by its very text', () => {
    const { payload } = teams.format(
      documentWith(
        [
          {
            type: 'paragraph',
            children: [
              { type: 'mention', ref: 'team' },
              { type: 'text', value: ' <at>غريس</at> ' },
              { type: 'mention', ref: 'team' },
              { type: 'mention', ref: 'nobody' },
            ],
          },
        ],
        { severity: 'critical' },
      ),
    );
    const [card] = cardsOf({ payload, followUps: [] });
    expect(card?.msteams.entities).toEqual([
      { type: 'mention', text: '<at>Ada Lovelace</at>', mentioned: { id: 'ada@example.com', name: 'Ada Lovelace' } },
      {
        type: 'mention',
        text: '<at>Streaming (on call)</at>',
        mentioned: { id: '29:1a2b3c4d5e', name: 'Streaming (on call)' },
      },
    ]);
    expect(nodesOfType(card?.body, 'TextBlock').map(({ text }) => text)).toEqual([
      '<at>Ada Lovelace</at> <at>Streaming (on call)</at>',
    ]);
  });

  it.each(['acknowledged', 'resolved'] as const)('is for nobody once an alert is %s', (status) => {
    const { payload } = teams.format(alertWith({ severity: 'critical', status }));
    const [card] = cardsOf({ payload, followUps: [] });
    expect(card?.msteams).toEqual({ width: 'full' });
  });
});
