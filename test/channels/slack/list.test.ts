import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/document/nodes.js';
import { documentWith } from '../../support/slack-inputs.js';
import { checkSlackMessages } from '../../support/slack-limits.js';
import { bodyText, contentOf, liveElementsOf, smallPrintOf, textsOf } from '../../support/slack-walk.js';
import { createSlack } from '../../support/tenants.js';

const slack = createSlack();
const text = (value: string) => ({ type: 'text', value }) as const;
const listOf = (...item: Block[]): Block => ({ type: 'list', ordered: false, items: [item] });

describe('blocks inside of list items', () => {
  it('shows all of a key figure', () => {
    const kpis: Block = {
      type: 'kpis',
      title: 'Audience',
      items: [
        {
          label: 'Listeners',
          value: { type: 'number', value: 1200 },
          previous: { type: 'number', value: 1000 },
          threshold: { type: 'number', value: 900 },
          direction: 'up',
          assessment: 'good',
        },
      ],
    };
    const { payload, diagnostics } = slack.format(documentWith([listOf(kpis)]));
    expect(bodyText(payload)).toMatch(
      /Audience\n• Listeners: 1,200 \(threshold 900 · previously 1,000 · ▲ rising · good\)/,
    );
    expect(diagnostics).toEqual([]);
  });

  it('shows the title of facts', () => {
    const facts: Block = { type: 'facts', title: 'Labels', items: [{ label: 'region', value: [text('eu-west-1')] }] };
    expect(bodyText(slack.format(documentWith([listOf(facts)])).payload)).toMatch(/Labels\nregion: eu-west-1/);
  });

  it('shows caption, header and cells of a table', () => {
    const table: Block = {
      type: 'table',
      caption: 'Top tracks',
      columns: [{ label: 'Track' }, { label: 'Plays' }],
      rows: [[[text('One More Time')], [{ type: 'number', value: 12_000 }]]],
    };
    const { payload, diagnostics } = slack.format(documentWith([listOf(table)]));
    expect(bodyText(payload)).toMatch(/Top tracks\nTrack: One More Time · Plays: 12,000/);
    expect(diagnostics).toMatchObject([{ code: 'fallback' }]);
  });

  it('shows title, description and values of a chart', () => {
    const chart: Block = {
      type: 'chart',
      kind: 'bar',
      title: 'Plays by day',
      alt: 'Plays double on Saturday',
      categories: ['Fri', 'Sat'],
      series: [{ name: 'Plays', values: [10, null] }],
    };
    const { payload, diagnostics } = slack.format(documentWith([listOf(chart)]));
    expect(bodyText(payload)).toMatch(/Chart: Plays by day\nPlays double on Saturday\n.*Fri · Plays: 10/);
    expect(diagnostics).toMatchObject([{ code: 'fallback' }]);
  });

  it('shows the title of media as a link, and its description beside it', () => {
    const media: Block = { type: 'media', kind: 'image', url: 'https://x.example/a.png', alt: 'A map', title: 'Reach' };
    const { payload } = slack.format(documentWith([listOf(media)]));
    expect(liveElementsOf(payload)).toEqual([{ type: 'link', url: 'https://x.example/a.png', text: 'Image: Reach' }]);
    expect(bodyText(payload)).toMatch(/Image: Reach – A map/);
  });

  it('shows actions as text and says that they do nothing there', () => {
    const actions: Block = { type: 'actions', items: [{ id: 'a', label: 'Acknowledge', kind: 'acknowledge' }] };
    const { payload, diagnostics } = slack.format(documentWith([listOf(actions)]));
    expect(bodyText(payload)).toMatch(/\[Acknowledge\]/);
    expect(diagnostics).toMatchObject([{ code: 'fallback', path: 'children.0' }]);
  });

  it.each(['slack', 'teams'])('reports a fragment for %s that has no place there', (target) => {
    const custom: Block = { type: 'custom', target, payload: { type: 'divider' } };
    const { diagnostics } = slack.format(documentWith([listOf(custom)]));
    expect(diagnostics).toMatchObject([{ code: 'dropped', path: 'children.0' }]);
  });

  it('tells readers of a Slack fragment that has no place there', () => {
    const custom: Block = { type: 'custom', target: 'slack', payload: { type: 'divider' } };
    expect(smallPrintOf(slack.format(documentWith([listOf(custom)])).payload)).toEqual([
      expect.stringMatching(/1 more section is not shown/),
    ]);
  });

  it('counts all that stands in an item, marks and line breaks too', () => {
    const items = Array.from({ length: 3000 }, () => ({ label: '', value: [] }));
    expect(checkSlackMessages(slack.format(documentWith([listOf({ type: 'facts', items })])))).toEqual([]);
  });
});

describe('lists', () => {
  it('keeps the title of a section whose list is empty', () => {
    const section: Block = {
      type: 'section',
      title: 'Open incidents',
      children: [{ type: 'list', ordered: false, items: [] }],
    };
    expect(bodyText(slack.format(documentWith([section])).payload)).toMatch(/Open incidents/);
  });

  it('splits a title that is longer than a block', () => {
    const title = 'Open incidents '.repeat(1500);
    const section: Block = { type: 'section', title, children: [{ type: 'list', ordered: false, items: [[]] }] };
    const formatted = slack.format(documentWith([section]));
    expect(checkSlackMessages(formatted)).toEqual([]);
    expect(
      [formatted.payload, ...formatted.followUps].flatMap(contentOf).flatMap(textsOf).join('').replace('–', ''),
    ).toBe(title);
  });
});
