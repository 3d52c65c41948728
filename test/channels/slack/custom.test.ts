import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../../support/deep-freeze.js';
import { documentWith } from '../../support/slack-inputs.js';
import { blocksOf, checkSlackMessages } from '../../support/slack-limits.js';
import { smallPrintOf } from '../../support/slack-walk.js';
import { createSlack } from '../../support/tenants.js';

const slack = createSlack();
const custom = (payload: unknown) => ({ type: 'custom', target: 'slack', payload }) as const;

describe('fragments for Slack', () => {
  it('are passed through as they are', () => {
    const payload = { type: 'video', title: { type: 'plain_text', text: 'x' }, nested: [1, true, null] };
    expect(blocksOf(slack.format(documentWith([custom(payload)])).payload)).toContainEqual(payload);
  });

  it('are copied, so that whoever changes the payload does not change the input', () => {
    const own = deepFreeze({ type: 'context', elements: [{ type: 'plain_text', text: 'x', emoji: false }] });
    const block = blocksOf(slack.format(documentWith([custom(own)])).payload)[1] as { elements: unknown[] };
    block.elements.push('more');
    expect(own.elements).toHaveLength(1);
  });

  it.each<[string, unknown]>([
    ['a function', () => {}],
    ['a symbol', Symbol('x')],
    ['a bigint', { type: 'divider', value: 1n }],
    ['nothing', null],
    ['a text', 'divider'],
    ['a list', [{ type: 'divider' }]],
    ['no type', {}],
    ['a type that is no text', { type: 1 }],
    ['more than a message holds', { type: 'section', text: { type: 'plain_text', text: 'x'.repeat(12_000) } }],
    [
      'a toJSON that throws',
      {
        type: 'divider',
        toJSON: () => {
          throw new Error('no');
        },
      },
    ],
  ])('are left out with a note when they are %s', (_what, payload) => {
    const formatted = slack.format(documentWith([custom(payload)]));
    expect(checkSlackMessages(formatted)).toEqual([]);
    expect(formatted.diagnostics).toMatchObject([{ code: 'dropped', path: 'children.0' }]);
    expect(smallPrintOf(formatted.payload)).toEqual([expect.stringMatching(/1 more section is not shown/)]);
  });

  it('count as the one table of a message', () => {
    const table = { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] };
    const own = { type: 'table', columns: [{ label: 'a' }], rows: [] } as const;
    const formatted = slack.format(documentWith([custom(table), custom(table), own]));
    expect(checkSlackMessages(formatted)).toEqual([]);
    expect(formatted.diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ['dropped', 'children.1'],
      ['fallback', 'children.2'],
    ]);
  });
});
