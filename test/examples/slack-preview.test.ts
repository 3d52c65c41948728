import { describe, expect, it } from 'vitest';
import { previewSlack } from '../../examples/support/slack-preview.js';
import { createFormatters } from '../../src/index.js';
import { everyNode } from '../fixtures/alerts/every-node.js';
import { typical } from '../fixtures/alerts/typical.js';

const { slack } = createFormatters({
  tenantId: 't',
  channels: {
    slack: {
      mentions: { all: { broadcast: 'here' }, ann: { userId: 'U012AB3CD' } },
      notify: { warning: ['ann', 'all'] },
    },
  },
});

const section = (...elements: object[]) => ({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] });

describe('the preview of a Slack message', () => {
  it.each<[string, object, string]>([
    ['a header', { type: 'header', text: { text: 'Up' } }, '# Up'],
    [
      'text, whatever its style',
      section({ type: 'text', text: 'a' }, { type: 'text', text: 'b', style: { bold: true } }),
      'ab',
    ],
    [
      'a link with its address',
      section({ type: 'link', url: 'https://a.example', text: 'A' }),
      'A <https://a.example>',
    ],
    [
      'a link that shows its address once',
      section({ type: 'link', url: 'https://a.example', text: 'https://a.example' }),
      'https://a.example',
    ],
    [
      'a date as the tenant prints it',
      section({ type: 'date', timestamp: 0, format: '{date}', fallback: '1 janv. 1970' }),
      '1 janv. 1970',
    ],
    [
      'whom it pings',
      section(
        { type: 'user', user_id: 'U1' },
        { type: 'usergroup', usergroup_id: 'S1' },
        { type: 'channel', channel_id: 'C1' },
        { type: 'broadcast', range: 'here' },
      ),
      '@U1@S1#C1@here',
    ],
    [
      'a quotation line by line',
      { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: 'a\nb' }] }] },
      '> a\n> b',
    ],
    [
      'code indented',
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'a\n\nb' }] }],
      },
      '    a\n    \n    b',
    ],
    [
      'lists with their numbers and indents',
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_list',
            style: 'ordered',
            indent: 0,
            offset: 2,
            elements: [{ elements: [{ type: 'text', text: 'c' }] }],
          },
          {
            type: 'rich_text_list',
            style: 'bullet',
            indent: 1,
            elements: [{ elements: [{ type: 'text', text: 'd' }] }],
          },
        ],
      },
      '3. c\n   • d',
    ],
    ['small print', { type: 'context', elements: [{ text: 'a' }, { text: 'b' }] }, '~ a\n~ b'],
    ['a line', { type: 'divider' }, '────────'],
    [
      'an image by its title',
      { type: 'image', image_url: 'https://a.example/i.png', alt_text: 'alt', title: { text: 'Title' } },
      '[Title] <https://a.example/i.png>',
    ],
    [
      'an image by its description',
      { type: 'image', image_url: 'https://a.example/i.png', alt_text: 'alt' },
      '[alt] <https://a.example/i.png>',
    ],
    [
      'a table row by row',
      {
        type: 'table',
        rows: [
          [{ text: 'A' }, { text: 'B' }],
          [{ text: '1' }, { text: '2' }],
        ],
      },
      '| A | B |\n| 1 | 2 |',
    ],
    [
      'buttons, menus and dates side by side',
      {
        type: 'actions',
        elements: [
          { type: 'button', text: { text: 'Go' }, url: 'https://a.example' },
          { type: 'button', text: { text: 'Ack' } },
          {
            type: 'static_select',
            placeholder: { text: 'Pick' },
            options: [{ text: { text: '1' } }, { text: { text: '2' } }],
          },
          { type: 'overflow', options: [{ text: { text: 'More' } }] },
          { type: 'datepicker', placeholder: { text: 'Day' }, initial_date: '2026-11-21' },
          { type: 'datepicker', placeholder: { text: 'Day' } },
        ],
      },
      '[Go] <https://a.example>  [Ack]  [Pick: 1 | 2]  [⋯: More]  [Day: 2026-11-21]  [Day: ____-__-__]',
    ],
    ['a field to fill in', { type: 'input', label: { text: 'Note' }, element: {} }, 'Note: ________'],
    ['the name of what it does not know', { type: 'video' }, '[video]'],
  ])('shows %s', (_what, block, shown) => {
    expect(previewSlack({ text: '', blocks: [block], unfurl_links: false, unfurl_media: false } as never)).toBe(shown);
  });

  it('shows first what stands above the bar, then what stands beside it', () => {
    const { payload } = slack.format(typical);
    const lines = previewSlack(payload).split('\n');
    expect(lines.slice(0, 3)).toEqual(['# 🟡 Warning: Stream start latency above 2 s', '', '@U012AB3CD @here']);
    expect(lines).toContain(
      'Runbook <https://runbooks.example.com/start-latency> · Dashboard <https://grafana.example.com/d/playback>',
    );
  });

  it('knows every block that the formatter makes', () => {
    const { payload } = slack.format(everyNode('en', 'ltr'));
    expect(previewSlack(payload)).not.toMatch(/\[(?:header|rich_text|context|image|table|actions|input)\w*\]/);
  });
});
