import { describe, expect, it } from 'vitest';
import type { Action } from '../../../src/document/nodes.js';
import type { TeamsCard } from '../../../src/formatters/teams.js';
import type { Diagnostic } from '../../../src/kernel/diagnostics.js';
import { createTeams } from '../../fixtures/teams/tenants.js';
import { alertWith } from '../../support/slack-inputs.js';

const teams = createTeams();
const submits = createTeams({ botActions: 'submit' });

type Made = { card: TeamsCard; diagnostics: Diagnostic[] };

const forWebhook = (...actions: Action[]): Made => {
  const { payload, diagnostics } = teams.format(alertWith({ actions }), { envelope: 'card' });
  return { card: payload, diagnostics };
};
const forBot = (actions: readonly Action[], formatter = teams): Made => {
  const { payload, diagnostics } = formatter.format(alertWith({ actions }), { envelope: 'botActivity' });
  return { card: payload.attachments[0]?.content as TeamsCard, diagnostics };
};

const url = 'https://dash.example.com/';
const link = (id: string, members: Partial<Action> = {}): Action => ({ id, label: id, kind: 'link', url, ...members });
const titles = ({ card }: Made): unknown[] => (card.actions ?? []).map(({ title }) => title);
const codes = ({ diagnostics }: Made): string[] => diagnostics.map(({ code, path }) => `${code} ${path}`);

describe('on a webhook', () => {
  it('a link opens its page', () => {
    const made = forWebhook(link('Open', { style: 'primary' }));
    expect(made.card.actions).toEqual([{ type: 'Action.OpenUrl', title: 'Open', url, style: 'positive' }]);
    expect(made.diagnostics).toEqual([]);
  });

  it.each(['acknowledge', 'resolve', 'silence', 'custom', 'select', 'date', 'input'] as const)(
    '%s needs a bot: it opens its page, or is left out',
    (kind) => {
      const paged = forWebhook({ id: 'a', label: 'Go', kind, url });
      expect(paged.card.actions).toEqual([{ type: 'Action.OpenUrl', title: 'Go', url }]);
      expect(codes(paged)).toEqual(['fallback actions']);
      const bare = forWebhook({ id: 'a', label: 'Go', kind });
      expect(bare.card).not.toHaveProperty('actions');
      expect(codes(bare)).toEqual(['dropped actions']);
    },
  );

  it.each([
    ['no URL', undefined],
    ['a URL that runs code', 'javascript:alert(1)'],
    ['a URL over the limit', `https://x.example/${'a'.repeat(4000)}`],
  ])('leaves out a link with %s, never a part of it', (_name, bad) => {
    const { url: _, ...rest } = link('Open');
    const made = forWebhook(bad === undefined ? rest : { ...rest, url: bad });
    expect(made.card).not.toHaveProperty('actions');
    expect(codes(made)).toContain('dropped actions');
    expect(JSON.stringify(made.card)).not.toMatch(/javascript|aaaa/);
  });

  it('asks before a link that wants it, in a card below', () => {
    const confirm = { title: 'Sure?', text: 'It pages all.', confirmLabel: 'Yes', cancelLabel: 'No' };
    const made = forWebhook(link('Open', { confirm }));
    expect(made.card.actions).toMatchObject([
      { type: 'Action.ShowCard', title: 'Open', card: { actions: [{ type: 'Action.OpenUrl', title: 'Yes', url }] } },
    ]);
    expect(JSON.stringify(made.card.actions)).toMatch(/Sure\?.*It pages all\./);
    expect(codes(made)).toEqual(['fallback actions']);
  });
});

describe('of many actions', () => {
  const many = Array.from({ length: 10 }, (_, index) => link(`link ${index}`));

  it('six are side by side, and all six where there are no more', () => {
    expect(titles(forWebhook(...many.slice(0, 6)))).toEqual(many.slice(0, 6).map(({ label }) => label));
  });

  it('the most important are, in their order, and the others behind one more', () => {
    const made = forBot([
      ...many,
      { id: 'ack', label: 'Ack', kind: 'acknowledge' },
      link('Plan', { style: 'primary' }),
    ]);
    expect(titles(made)).toEqual(['link 0', 'link 1', 'link 2', 'Ack', 'Plan', 'More actions']);
    const more = made.card.actions?.at(-1);
    expect(more).toMatchObject({
      type: 'Action.ShowCard',
      card: { body: [{ type: 'ActionSet' }, { type: 'ActionSet' }] },
    });
    expect(JSON.stringify(more)).toContain('link 9');
    expect(codes(made)).toEqual(['fallback actions']);
  });

  it('those that a card has no room for are counted for readers and senders', () => {
    const hundreds = Array.from({ length: 500 }, (_, index) => link(`link ${index}`));
    const made = forWebhook(...hundreds);
    const shown = JSON.stringify(made.card).match(/"title":"link /g)?.length ?? 0;
    expect(made.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'dropped', path: 'actions', limit: shown, actual: 500, unit: 'item' }),
    );
    expect(JSON.stringify(made.card.body)).toContain(`${500 - shown} more actions are not shown`);
  });
});

describe('for a bot', () => {
  const ack: Action = { id: 'ack', label: 'Ack', kind: 'acknowledge', value: 'inc-1', style: 'danger' };

  it('a button is executed, and says which it was', () => {
    expect(forBot([ack]).card.actions).toEqual([
      {
        type: 'Action.Execute',
        title: 'Ack',
        verb: 'acknowledge',
        data: { cfAction: 'acknowledge:ack', cfValue: 'inc-1' },
        style: 'destructive',
      },
    ]);
  });

  it('a button is submitted, if the tenant wants it so', () => {
    expect(forBot([ack], submits).card.actions).toMatchObject([
      { type: 'Action.Submit', title: 'Ack', data: { cfAction: 'acknowledge:ack' } },
    ]);
  });

  it.each([
    [
      'select',
      { options: [{ label: 'Europe', value: 'eu' }] },
      { type: 'Input.ChoiceSet', choices: [{ title: 'Europe', value: 'eu' }] },
    ],
    ['date', { value: '2026-11-21' }, { type: 'Input.Date', value: '2026-11-21' }],
    ['input', {}, { type: 'Input.Text', label: 'Field' }],
  ] as const)('a %s asks in a card below, and names its field', (kind, members, input) => {
    const made = forBot([{ id: 'f', label: 'Field', kind, ...members } as Action]);
    expect(made.card.actions).toMatchObject([
      {
        type: 'Action.ShowCard',
        title: 'Field',
        card: {
          body: [{ id: 'input-0', ...input }],
          actions: [{ type: 'Action.Execute', data: { cfInput: 'input-0' } }],
        },
      },
    ]);
    expect(made.diagnostics).toEqual([]);
  });

  it('30 February is no day to begin with', () => {
    const made = forBot([{ id: 'f', label: 'Field', kind: 'date', value: '2026-02-30' }]);
    expect(JSON.stringify(made.card.actions)).not.toContain('"value"');
  });

  it.each([
    ['over the limit', 'x'.repeat(2001)],
    ['like an expression', '{{x}}'],
    ['that is not well formed', '\ud800'],
  ])('a value %s is left out with its action, never changed', (_name, value) => {
    const made = forBot([{ ...ack, value }]);
    expect(made.card).not.toHaveProperty('actions');
    expect(codes(made)).toEqual(['dropped actions']);
  });

  it('an id like an expression comes back as its digest', () => {
    const [action] = forBot([{ ...ack, id: '{{x}}' }]).card.actions ?? [];
    expect(action).toMatchObject({ data: { cfAction: expect.stringMatching(/^acknowledge:[\da-f]{32}$/) } });
  });

  it('a menu shows what can be told apart, at most a hundred', () => {
    const options = Array.from({ length: 130 }, (_, index) => ({ label: `${index}`, value: `${index}` }));
    const made = forBot([
      { id: 'f', label: 'Field', kind: 'select', options: [{ label: 'x', value: '' }, ...options] },
    ]);
    expect(JSON.stringify(made.card.actions).match(/"value":/g)).toHaveLength(100);
    expect(made.diagnostics).toMatchObject([{ code: 'dropped', limit: 100, actual: 131 }]);
    expect(codes(forBot([{ id: 'f', label: 'Field', kind: 'select' }]))).toEqual(['dropped actions']);
  });
});
