import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/document/nodes.js';
import { ConfigInvalidError } from '../../../src/kernel/errors.js';
import { alertWith, documentWith } from '../../support/slack-inputs.js';
import { blocksOf, checkSlackMessages } from '../../support/slack-limits.js';
import { contentOf, liveElementsOf, smallPrintOf } from '../../support/slack-walk.js';
import { createSlack, mentions } from '../../support/tenants.js';

const text = (value: string) => ({ type: 'text', value }) as const;
const slackOf = (maxMessageChars?: number) =>
  createSlack({ channels: { slack: { mentions, ...(maxMessageChars !== undefined && { maxMessageChars }) } } });

describe('pages', () => {
  it.each<[string, Block]>([
    [
      'a wide table',
      {
        type: 'table',
        columns: Array.from({ length: 20 }, () => ({ label: 'x'.repeat(18) })),
        rows: Array.from({ length: 20 }, () => Array.from({ length: 20 }, () => [text('y'.repeat(18))])),
      },
    ],
    [
      'an image with a long description',
      {
        type: 'media',
        kind: 'image',
        url: `https://x.example/${'a'.repeat(2900)}`,
        alt: 'b'.repeat(2000),
        title: 'c'.repeat(2000),
      },
    ],
    [
      'a menu of many options',
      {
        type: 'actions',
        items: [
          {
            id: 'a',
            label: 'x',
            kind: 'select',
            options: Array.from({ length: 100 }, (_, index) => ({
              label: `${'x'.repeat(70)}${index}`,
              value: `${index}`,
            })),
          },
        ],
      },
    ],
    [
      'a long link',
      {
        type: 'paragraph',
        children: [{ type: 'link', url: `https://x.example/${'a'.repeat(2900)}`, children: [text('b'.repeat(5000))] }],
      },
    ],
    [
      'a quote of empty lines',
      {
        type: 'quote',
        children: Array.from({ length: 6000 }, (_, index) => ({
          type: 'paragraph',
          children: index === 0 ? [text('x')] : [],
        })),
      },
    ],
    [
      'a long caption',
      { type: 'table', caption: 'x'.repeat(20_000), columns: [{ label: 'a' }], rows: [[[text('b')]]] },
    ],
  ])('never hold more than their budget, whatever %s takes', (_what, block) => {
    for (const budgetChars of [2000, 7000, 12_000]) {
      const formatted = slackOf(budgetChars).format(documentWith([block, block]));
      // A headline and one block are shown whatever the budget.
      expect(checkSlackMessages(formatted, { budgetChars: Math.max(7000, budgetChars) })).toEqual([]);
      expect([formatted.payload, ...formatted.followUps].flatMap(contentOf).length).toBeGreaterThan(0);
    }
  });

  it('never hold more than their budget when the tenant uses all of the frame', () => {
    const slack = createSlack({
      brand: { name: '&'.repeat(3000), footer: '<'.repeat(3000) },
      channels: {
        slack: { mentions, notify: { critical: Array.from({ length: 20 }, () => 'oncall') }, maxMessageChars: 7000 },
      },
      messages: {
        en: {
          'overflow.part': `{index, number}{total, number}${'x'.repeat(4000)}`,
          'overflow.facts': `{count, number}${'y'.repeat(4000)}`,
          'overflow.characters': `{count, number}${'&'.repeat(4000)}`,
        },
      },
    });
    const labels = Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`label ${index}`, 'value']));
    const formatted = slack.format(
      alertWith({ severity: 'critical', title: 't'.repeat(9000), description: 'd'.repeat(90_000), labels }),
    );
    expect(checkSlackMessages(formatted, { budgetChars: 7000 })).toEqual([]);
  });

  it('keep to a small budget where blocks are small', () => {
    const blocks = Array.from(
      { length: 40 },
      (_, index): Block => ({ type: 'paragraph', children: [text(`${index} `.repeat(100))] }),
    );
    const formatted = slackOf(6000).format(documentWith(blocks));
    expect(formatted.followUps.length).toBeGreaterThan(1);
    expect(checkSlackMessages(formatted, { budgetChars: 6000 })).toEqual([]);
  });

  it('cannot be configured to mention more people than a message has room for', () => {
    const notify = { critical: Array.from({ length: 21 }, () => 'oncall') };
    expect(() => createSlack({ channels: { slack: { mentions, notify } } })).toThrow(ConfigInvalidError);
  });

  it('keep status, severity and the primary link on the first, however long the rest is', () => {
    const long = 'words and more words '.repeat(5000);
    const url = `https://x.example/${'a'.repeat(2900)}`;
    const alert = alertWith({
      title: long,
      actionRequired: long,
      source: long,
      component: long,
      description: long,
      links: [{ url, label: long }],
    });
    for (const overflow of ['split', 'truncate'] as const) {
      const { payload } = createSlack().format(alert, { overflow });
      expect(liveElementsOf(payload)).toContainEqual(expect.objectContaining({ type: 'link', url }));
      expect(JSON.stringify(payload)).toMatch(/Status: Firing\\nSeverity: Warning/);
    }
  });

  it('report what is left out, one entry a path, of ten thousand images too', () => {
    const images = Array.from({ length: 10_000 }, (_, index) => ({
      url: `https://x.example/${index}.png`,
      alt: `${index}`,
    }));
    const { payload, diagnostics } = createSlack().format(alertWith({ images }), { overflow: 'truncate' });
    const shown = contentOf(payload).filter(({ type }) => type === 'image').length;
    expect(shown).toBeGreaterThan(10);
    expect(diagnostics.filter(({ code }) => code === 'dropped')).toHaveLength(10_000 - shown);
    expect(smallPrintOf(payload).join()).toContain(
      `${(10_000 - shown).toLocaleString('en')} more images are not shown`,
    );
  });

  it.each([
    ['en', 'Part 2 of 3', 'Labels (continued)'],
    ['fr', 'Partie 2 sur 3', 'Étiquettes (suite)'],
    ['ar', 'الجزء 2 من 3', 'التسميات (تابع)'],
  ])('say in a follow-up what it continues, in %s', (locale, part, continued) => {
    const labels = Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`label ${index}`, `value ${index}`]));
    const formatted = createSlack({ locale }).format(alertWith({ labels }));
    expect(checkSlackMessages(formatted)).toEqual([]);
    const prints = formatted.followUps.map(smallPrintOf);
    expect(prints).toHaveLength(2);
    expect(prints[0]).toEqual([part, continued]);
    expect(smallPrintOf(formatted.payload)).toEqual([]);
    const [, first, second] = blocksOf(formatted.followUps[0]);
    expect([first?.type, second?.type]).toEqual(['context', 'rich_text']);
  });

  it('say it of a list under a title, cut short, but not where the list begins or has no title', () => {
    const items = Array.from({ length: 400 }, (_, index): Block[] => [
      { type: 'paragraph', children: [text(`${'word '.repeat(12)}${index}`)] },
    ]);
    const listOf = (title?: string): Block => ({
      type: 'section',
      ...(title !== undefined && { title }),
      children: [{ type: 'list', ordered: false, items }],
    });
    const notes = (block: Block): string[] =>
      slackOf()
        .format(documentWith([block]))
        .followUps.flatMap((followUp) => smallPrintOf(followUp).slice(1));
    for (const note of notes(listOf('Open incidents'))) expect(note).toBe('Open incidents (continued)');
    expect(notes(listOf('Open incidents')).length).toBeGreaterThan(1);
    expect(notes(listOf('<long> '.repeat(90)))[0]).toMatch(/^<long> .*… \(continued\)$/);
    expect(notes(listOf())).toEqual([]);
  });
});
