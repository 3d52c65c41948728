import { describe, expect, it } from 'vitest';
import type { ActionElement, ActionsBlock } from '../../../src/channels/slack/payload.js';
import type { Action } from '../../../src/document/nodes.js';
import { alertWith, documentWith } from '../../support/slack-inputs.js';
import { actionIdsOf, blocksOf, checkSlackMessages } from '../../support/slack-limits.js';
import { smallPrintOf } from '../../support/slack-walk.js';
import { createSlack } from '../../support/tenants.js';

const slack = createSlack();

const elementsOf = (payload: unknown): ActionElement[] =>
  blocksOf(payload).flatMap((block) => (block.type === 'actions' ? (block as unknown as ActionsBlock).elements : []));

const acknowledge = (members: Partial<Action> = {}): Action => ({
  id: 'inc-1',
  label: 'Acknowledge',
  kind: 'acknowledge',
  ...members,
});

const many = (count: number, members: (index: number) => Partial<Action>): Action[] =>
  Array.from({ length: count }, (_, index) => acknowledge({ id: `${index}`, ...members(index) }));

describe('actions', () => {
  it('counts what buttons say when they ask for confirmation', () => {
    const confirm = {
      title: 'Are you sure?',
      text: 'It stops all streams. '.repeat(13),
      confirmLabel: 'Stop',
      cancelLabel: 'No',
    };
    const formatted = slack.format(alertWith({ actions: many(25, () => ({ style: 'danger', confirm })) }));
    expect(checkSlackMessages(formatted)).toEqual([]);
    expect([formatted.payload, ...formatted.followUps].flatMap(elementsOf)).toHaveLength(25);
  });

  it('counts the options of menus', () => {
    const options = Array.from({ length: 100 }, (_, index) => ({
      label: 'Region '.repeat(10) + index,
      value: `${index}`,
    }));
    const formatted = slack.format(alertWith({ actions: many(8, () => ({ kind: 'select', options })) }));
    expect(checkSlackMessages(formatted)).toEqual([]);
  });

  it('counts each element by itself where one is much longer than the others', () => {
    const confirm = { title: 'x'.repeat(100), text: 'y'.repeat(300) };
    const actions = many(60, (index) => ({ style: 'danger', ...(index < 25 && { confirm }) }));
    expect(checkSlackMessages(slack.format(alertWith({ actions })))).toEqual([]);
  });

  it('keeps a button whose value tells what is meant out of menus, where its kind would be lost', () => {
    const actions: Action[] = [
      ...many(5, () => ({})),
      acknowledge({ id: 'a', value: 'inc-1' }),
      acknowledge({ id: 'b', kind: 'resolve', value: 'inc-1' }),
    ];
    const elements = elementsOf(slack.format(alertWith({ actions })).payload);
    expect(elements.slice(5)).toMatchObject([
      { type: 'button', action_id: 'acknowledge:a', value: 'inc-1' },
      { type: 'button', action_id: 'resolve:b', value: 'inc-1' },
    ]);
  });

  it('gives every entry of a menu a value that names its action', () => {
    const [, , , , , menu] = elementsOf(slack.format(alertWith({ actions: many(9, () => ({})) })).payload);
    expect(menu).toMatchObject({
      type: 'overflow',
      options: [5, 6, 7, 8].map((id) => ({ value: `acknowledge:${id}` })),
    });
  });

  it.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '20 November'])(
    'leaves %s out of a date picker, as it is no day',
    (value) => {
      const [element] = elementsOf(
        slack.format(alertWith({ actions: [acknowledge({ kind: 'date', value })] })).payload,
      );
      expect(element).toMatchObject({ type: 'datepicker' });
      expect(element).not.toHaveProperty('initial_date');
    },
  );

  it.each(['2026-11-20', '2024-02-29', '0001-01-01'])('offers %s first in a date picker', (value) => {
    const [element] = elementsOf(slack.format(alertWith({ actions: [acknowledge({ kind: 'date', value })] })).payload);
    expect(element).toHaveProperty('initial_date', value);
  });

  it('tells thousands of actions with the same id apart', () => {
    const { payload, followUps } = slack.format(alertWith({ actions: many(20_000, () => ({ id: 'same' })) }));
    const ids = [payload, ...followUps].flatMap(actionIdsOf);
    expect(ids.length).toBeGreaterThan(1000);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('tells an id apart from one that looks like the copy of another', () => {
    const actions = ['a', 'a', 'a#2', 'a#2', 'a'].map((id) => acknowledge({ id, value: 'v' }));
    const ids = actionIdsOf(slack.format(alertWith({ actions })).payload);
    expect(new Set(ids).size).toBe(5);
  });

  it.each<[string, Action, RegExp]>([
    [
      'a link that is not safe',
      acknowledge({ kind: 'link', url: 'javascript:alert(1)' }),
      /1 more action is not shown/,
    ],
    ['a link without a URL', acknowledge({ kind: 'link' }), /1 more action is not shown/],
    ['a value over the limit', acknowledge({ value: 'x'.repeat(2001) }), /1 more action is not shown/],
    ['a menu without options', acknowledge({ kind: 'select' }), /1 more action is not shown/],
  ])('tells readers and callers of %s', (_what, action, note) => {
    const { payload, diagnostics } = slack.format(alertWith({ actions: [acknowledge({ id: 'kept' }), action] }));
    expect(elementsOf(payload)).toHaveLength(1);
    expect(smallPrintOf(payload)).toEqual([expect.stringMatching(note)]);
    expect(diagnostics).toMatchObject([{ code: 'dropped', path: 'actions' }]);
  });

  it('tells readers how many options of a menu are left out', () => {
    const options = Array.from({ length: 130 }, (_, index) => ({ label: `${index}`, value: `${index}` }));
    const { payload, diagnostics } = slack.format(alertWith({ actions: [acknowledge({ kind: 'select', options })] }));
    expect(smallPrintOf(payload)).toEqual([expect.stringMatching(/30 more items are not shown/)]);
    expect(diagnostics).toMatchObject([{ code: 'dropped', path: 'actions', limit: 100, actual: 130, unit: 'item' }]);
  });

  it('counts all actions that are left out, for different reasons too', () => {
    const actions = [
      acknowledge({ id: '1', kind: 'link', url: 'javascript:alert(1)' }),
      acknowledge({ id: '2', kind: 'link' }),
      acknowledge({ id: '3', value: 'x'.repeat(2001) }),
    ];
    const { payload } = slack.format(alertWith({ actions }));
    expect(smallPrintOf(payload)).toEqual([expect.stringMatching(/3 more actions are not shown/)]);
  });

  it('shows the note of what is left out within the limits of a message that is full', () => {
    const full = Array.from({ length: 48 }, () => ({ type: 'divider' }) as const);
    const dropped = { type: 'actions', items: [acknowledge({ kind: 'link' })] } as const;
    const formatted = slack.format(documentWith([...full, dropped, { type: 'divider' }]));
    expect(checkSlackMessages(formatted)).toEqual([]);
    expect([formatted.payload, ...formatted.followUps].flatMap(smallPrintOf).join()).toMatch(
      /1 more action is not shown/,
    );
  });
});

describe('texts that an action leaves blank', () => {
  it.each([
    ['en', 'Choose an option', 'Choose a date', 'Are you sure?', 'This takes effect at once.', 'Confirm', 'Cancel'],
    [
      'fr',
      'Choisir une option',
      'Choisir une date',
      'Voulez-vous vraiment continuer\u202f?',
      'Cette action prend effet immédiatement.',
      'Confirmer',
      'Annuler',
    ],
  ])('are what is usually said there, in %s', (locale, choose, chooseDate, title, text, confirm, deny) => {
    const blank = { title: '', text: ' \u200b' };
    const { payload } = createSlack({ locale }).format(
      alertWith({
        actions: [
          { id: 'a', kind: 'select', label: ' ', options: [{ label: 'Europe', value: 'eu' }] },
          { id: 'b', kind: 'date', label: '' },
          { id: 'c', kind: 'silence', label: 'Silence', confirm: blank },
        ],
      }),
    );
    const plain = (value: string) => ({ type: 'plain_text', text: value, emoji: false });
    expect(elementsOf(payload)).toMatchObject([
      { type: 'static_select', placeholder: plain(choose) },
      { type: 'datepicker', placeholder: plain(chooseDate) },
      { confirm: { title: plain(title), text: plain(text), confirm: plain(confirm), deny: plain(deny) } },
    ]);
  });
});
