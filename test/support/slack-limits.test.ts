import { describe, expect, it } from 'vitest';
import { checkSlackMessages, checkSlackPayload, escapedChars } from './slack-limits.js';

const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
const x = (length: number): string => 'x'.repeat(length);
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const message = (...blocks: unknown[]) => ({ text: 'x', blocks, unfurl_links: false, unfurl_media: false });
const actions = (...elements: unknown[]) => ({ type: 'actions', elements });
const button = (members: object = {}) => ({ type: 'button', text: plain('x'), action_id: 'a', ...members });
const menu = (options: unknown[]) => ({ type: 'static_select', action_id: 'a', placeholder: plain('x'), options });
const option = (index: number | string = 0) => ({ text: plain('x'), value: `${index}` });
const confirm = (members: object) =>
  actions(
    button({ confirm: { title: plain('x'), text: plain('x'), confirm: plain('x'), deny: plain('x'), ...members } }),
  );
const cell = (text: string) => ({ type: 'raw_text', text });
const rich = (...elements: unknown[]) => ({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] });
const image = (members: object) => ({ type: 'image', image_url: 'https://x.example/', alt_text: 'x', ...members });
const address = (length: number): string => `https://x.example/${x(length - 18)}`;

/** A limit, and a message that is as large as its number says. */
const limits: readonly (readonly [limit: string, max: number, make: (size: number) => unknown])[] = [
  ['blocks of a message', 50, (size) => message(...times(size, () => ({ type: 'divider' })))],
  ['characters and tolls', 12_000 - 135, (size) => message(rich({ type: 'text', text: x(size) }))],
  ['a block id', 255, (size) => message({ type: 'divider', block_id: x(size) })],
  ['a header', 150, (size) => message({ type: 'header', text: plain(x(size)) })],
  ['a header that is escaped', 150, (size) => message({ type: 'header', text: plain(`&${x(size - 5)}`) })],
  ['the text of a section', 3000, (size) => message({ type: 'section', text: plain(x(size)) })],
  ['the fields of a section', 10, (size) => message({ type: 'section', fields: times(size, () => plain('x')) })],
  ['a field of a section', 2000, (size) => message({ type: 'section', fields: [plain(x(size))] })],
  ['elements of a context', 10, (size) => message({ type: 'context', elements: times(size, () => plain('x')) })],
  ['elements of actions', 25, (size) => message(actions(...times(size, (index) => button({ action_id: `${index}` }))))],
  ['the address of an image', 3000, (size) => message(image({ image_url: address(size) }))],
  ['the description of an image', 2000, (size) => message(image({ alt_text: x(size) }))],
  ['the title of an image', 2000, (size) => message(image({ title: plain(x(size)) }))],
  ['the rows of a table', 100, (size) => message({ type: 'table', rows: times(size, () => [cell('x')]) })],
  ['the columns of a table', 20, (size) => message({ type: 'table', rows: [times(size, () => cell('x'))] })],
  ['the characters of a table', 10_000, (size) => message({ type: 'table', rows: [[cell(x(size))]] })],
  ['tables of a message', 1, (size) => message(...times(size, () => ({ type: 'table', rows: [[cell('x')]] })))],
  ['the text of a button', 75, (size) => message(actions(button({ text: plain(x(size)) })))],
  ['the value of a button', 2000, (size) => message(actions(button({ value: x(size) })))],
  ['the address of a button', 3000, (size) => message(actions(button({ url: address(size) })))],
  ['an action id', 255, (size) => message(actions(button({ action_id: x(size) })))],
  ['the title of a confirmation', 100, (size) => message(confirm({ title: plain(x(size)) }))],
  ['the text of a confirmation', 300, (size) => message(confirm({ text: plain(x(size)) }))],
  ['the button of a confirmation', 30, (size) => message(confirm({ deny: plain(x(size)) }))],
  ['the options of a menu', 100, (size) => message(actions(menu(times(size, option))))],
  ['the text of an option', 75, (size) => message(actions(menu([{ text: plain(x(size)), value: 'x' }])))],
  ['the value of an option', 75, (size) => message(actions(menu([option(x(size))])))],
  [
    'the options of an overflow menu',
    5,
    (size) => message(actions({ type: 'overflow', action_id: 'a', options: times(size, option) })),
  ],
  ['a placeholder', 150, (size) => message(actions({ ...menu([option()]), placeholder: plain(x(size)) }))],
  [
    'the label of an input',
    2000,
    (size) => message({ type: 'input', label: plain(x(size)), element: { type: 'plain_text_input', action_id: 'a' } }),
  ],
  [
    'a list indent',
    8,
    (indent) =>
      message({
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_list',
            style: 'bullet',
            indent,
            elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }],
          },
        ],
      }),
  ],
  ['the address of a link', 3000, (size) => message(rich({ type: 'link', url: address(size), text: 'x' }))],
  [
    'attachments',
    20,
    (size) => ({ ...message(), attachments: times(size, () => ({ color: '#C62828', blocks: [{ type: 'divider' }] })) }),
  ],
  ['the notification text', 3800, (size) => ({ ...message({ type: 'divider' }), text: x(size) })],
  ['the notification text in bytes', 3800, (size) => ({ ...message({ type: 'divider' }), text: `漢${x(size - 3)}` })],
  ['the Markdown of a message', 11_865, (size) => message({ type: 'markdown', text: x(size) })],
  ['the title of a card', 150, (size) => message({ type: 'card', title: plain(x(size)) })],
  [
    'the cards of a carousel',
    10,
    (size) => message({ type: 'carousel', elements: times(size, () => ({ title: plain('x') })) }),
  ],
  [
    'the blocks of a container',
    10,
    (size) => message({ type: 'container', child_blocks: times(size, () => ({ type: 'divider' })) }),
  ],
  [
    'charts of a message',
    2,
    (size) =>
      message(
        ...times(size, () => ({
          type: 'data_visualization',
          title: 'x',
          chart: { type: 'pie', segments: [{ label: 'x', value: 1 }] },
        })),
      ),
  ],
];

describe('the checker of Slack’s limits', () => {
  it.each(limits)('knows the limit of %s', (_limit, max, make) => {
    // An empty list of blocks is refused for that alone.
    const problems = (size: number): string[] =>
      checkSlackPayload(make(size)).filter((problem) => !problem.includes('payload.blocks: 0 items'));
    expect(problems(max)).toEqual([]);
    expect(problems(max + 1)).not.toEqual([]);
  });

  it.each<[string, unknown]>([
    ['a block that only modals take', message({ type: 'alert', text: plain('x') })],
    ['a block that cannot be posted', message({ type: 'file', external_id: 'x', source: 'remote' })],
    ['a block that does not exist', message({ type: 'blink' })],
    ['a member that does not exist', message({ type: 'divider', colour: 'red' })],
    ['a blank text', message({ type: 'header', text: plain(' \n') })],
    ['an empty rich text', message(rich())],
    ['an empty rich text element', message(rich({ type: 'text', text: '' }))],
    ['plain text that shows emoji', message({ type: 'header', text: { ...plain('x'), emoji: true } })],
    ['mrkdwn that finds links by itself', message({ type: 'section', text: { type: 'mrkdwn', text: 'x' } })],
    ['mrkdwn in a button', message(actions(button({ text: { type: 'mrkdwn', text: 'x', verbatim: true } })))],
    ['an address that runs code', message(actions(button({ url: 'javascript:alert(1)' })))],
    ['a day that does not exist', message(actions({ type: 'datepicker', action_id: 'a', initial_date: '2026-02-30' }))],
    ['a lone surrogate', message(rich({ type: 'text', text: '\ud800' }))],
    ['a control character', message(rich({ type: 'text', text: 'a\u0007' }))],
    ['a direction override', message(rich({ type: 'text', text: '\u202ea' }))],
    ['an isolate that is not closed', message(rich({ type: 'text', text: '\u2068a' }))],
    ['an isolate that was not opened', message(rich({ type: 'text', text: 'a\u2069\u2068' }))],
    ['two blocks of one id', message({ type: 'divider', block_id: 'x' }, { type: 'divider', block_id: 'x' })],
    ['two actions of one id', message(actions(button(), button()))],
    ['a mention in the notification text', { ...message({ type: 'divider' }), text: '<!channel>' }],
    ['an ampersand in the notification text', { ...message({ type: 'divider' }), text: 'a & b' }],
    ['links that unfold', { ...message({ type: 'divider' }), unfurl_links: true }],
    ['a broadcast outside of a thread', { ...message({ type: 'divider' }), reply_broadcast: true }],
    ['no text', { ...message({ type: 'divider' }), text: undefined }],
  ])('sees %s', (_what, payload) => {
    expect(checkSlackPayload(payload)).not.toEqual([]);
  });

  it('sees ids that return in a follow-up, and too many follow-ups', () => {
    const one = message({ type: 'divider', block_id: 'x' });
    const other = message({ type: 'divider', block_id: 'y' });
    expect(checkSlackMessages({ payload: one, followUps: [other] })).toEqual([]);
    expect(checkSlackMessages({ payload: one, followUps: [one] })).not.toEqual([]);
    expect(checkSlackMessages({ payload: one, followUps: [other] }, { maxFollowUps: 0 })).not.toEqual([]);
  });

  it('counts what is shown, escaped, and the addresses of links', () => {
    expect(escapedChars(rich({ type: 'link', url: 'https://x.example/?a&b', text: '<>' }))).toBe(26 + 8);
    expect(escapedChars(actions(button({ text: plain('abc'), value: 'hidden', url: 'https://x.example/' })))).toBe(3);
    expect(escapedChars(rich({ type: 'date', timestamp: 0, format: '{date}', fallback: 'then' }))).toBe(4);
  });
});
