import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionToken } from '../../src/actions/token.js';
import { carriedId, createActionVerifier } from '../../src/actions/verifier.js';
import type { Action } from '../../src/document/nodes.js';
import { en } from '../../src/generated/locales/en.js';
import type { TenantConfig } from '../../src/tenant/config.js';
import { createTenantContext } from '../../src/tenant/context.js';
import { createRenderContext } from '../../src/tenant/render-context.js';
import { runs } from '../support/runs.js';
import { blockActions, execute, fingerprint, key, now, slackElements, submit, tenant } from './interactions.js';

const day = 24 * 60 * 60 * 1000;
const verifierOf = (config: TenantConfig = tenant()) => createActionVerifier({ locales: [en], ...config });

const acknowledge: Action = { id: 'inc-1', label: 'Acknowledge', kind: 'acknowledge' };

function tokenOf(action: Action, config: TenantConfig = tenant(), present: number | null = now): string {
  const context = createTenantContext({ locales: [en], ...config });
  const options = present === null ? undefined : { now: present };
  return actionToken(action, { meta: { fingerprint } }, createRenderContext(context, options, [], []));
}

const codeOf = (payload: unknown, config?: TenantConfig, present = now): string => {
  const result = verifierOf(config).tryVerify(payload, { now: present });
  return result.ok ? 'ok' : result.error.code;
};

const [button] = slackElements([acknowledge]);
const token = tokenOf(acknowledge);

describe('a Slack interaction', () => {
  const options = [
    { label: 'One hour', value: '1h' },
    { label: 'A day', value: '1d' },
  ];

  it.each([
    ['a button', acknowledge, {}, undefined],
    ['a button with a value', { ...acknowledge, value: 'incident 7' }, {}, 'incident 7'],
    ['a button with a link', { ...acknowledge, kind: 'link', url: 'https://example.org/' }, {}, undefined],
    ['a select', { ...acknowledge, kind: 'select', options }, { selected_option: { value: '1d' } }, '1d'],
    [
      'a select of which nothing is chosen',
      { ...acknowledge, kind: 'select', options },
      { selected_option: null },
      undefined,
    ],
    ['a date picker', { ...acknowledge, kind: 'date' }, { selected_date: '2026-11-21' }, '2026-11-21'],
    ['an input', { ...acknowledge, kind: 'input' }, { value: 'rolled back' }, 'rolled back'],
  ])('with %s says what was meant and by whom', (_what, action, chosen, value) => {
    const [element] = slackElements([action]);
    expect(verifierOf().verify(blockActions(element ?? {}, chosen), { now: now + 60_000 })).toEqual([
      {
        actionId: 'inc-1',
        kind: action.kind,
        fingerprint,
        issuedAt: now,
        expiresAt: now + 7 * day,
        ...(value !== undefined && { value }),
        actor: { channel: 'slack', id: 'U024BE7LH' },
      },
    ]);
  });

  it('with an entry of a menu says which action it stands for', () => {
    const ids = [...'abcdefgh', `${'long '.repeat(20)}id`, 'ä.b'];
    const elements = slackElements(ids.map((id) => ({ ...acknowledge, id, kind: id === 'h' ? 'resolve' : 'silence' })));
    const menus = elements.filter(({ type }) => type === 'overflow');
    const found = menus.flatMap((menu) =>
      ('options' in menu ? menu.options : []).flatMap((option) => {
        expect(option.value.length).toBeLessThanOrEqual(75);
        return verifierOf().verify(blockActions(menu, { selected_option: option }), { now });
      }),
    );
    expect(found.map(({ actionId, kind }) => [actionId, kind])).toEqual([
      ['f', 'silence'],
      ['g', 'silence'],
      ['h', 'resolve'],
      [expect.stringMatching(/^sha256:[0-9a-f]{32}$/), 'silence'],
      [expect.stringMatching(/^sha256:[0-9a-f]{32}$/), 'silence'],
    ]);
    expect(found.every((action) => action.fingerprint === fingerprint && action.value === undefined)).toBe(true);
  });

  it('tells copies of an action apart on Slack and takes all of them', () => {
    const elements = slackElements([acknowledge, acknowledge]);
    expect(new Set(elements.map(({ action_id }) => action_id)).size).toBe(2);
    for (const element of elements) expect(codeOf(blockActions(element))).toBe('ok');
  });

  it.each([
    ['an entry of another menu', (option: string) => option, 'ERR_ACTION_FORGED', 'other-print'],
    ['an entry of another kind', (option: string) => `2${option.slice(1)}`, 'ERR_ACTION_FORGED', fingerprint],
    ['an entry of another id', (option: string) => option.replace('f.', 'g.'), 'ERR_ACTION_FORGED', fingerprint],
    ['an unsigned entry', () => 'silence:f', 'ERR_ACTION_MALFORMED', fingerprint],
    ['an empty entry', () => '', 'ERR_ACTION_MALFORMED', fingerprint],
    [
      'an entry of a kind that does not exist',
      (option: string) => `9${option.slice(1)}`,
      'ERR_ACTION_MALFORMED',
      fingerprint,
    ],
  ])('with %s is refused', (_what, change, code, print) => {
    const silence = [...'abcdef'].map((id) => ({ ...acknowledge, id, kind: 'silence' }));
    const menuOf = (of: string) => slackElements(silence, tenant(), of).find(({ type }) => type === 'overflow');
    const theirs = menuOf(print);
    const option = theirs !== undefined && 'options' in theirs ? (theirs.options[0]?.value ?? '') : '';
    expect(option).not.toBe('');
    expect(codeOf(blockActions(menuOf(fingerprint) ?? {}, { selected_option: { value: change(option) } }))).toBe(code);
  });

  it.each([
    ['a shortcut', { type: 'shortcut', api_app_id: 'A02', user: { id: 'U1' } }, 'ERR_ACTION_UNSUPPORTED'],
    ['a view', { type: 'view_submission', api_app_id: 'A02', user: { id: 'U1' } }, 'ERR_ACTION_UNSUPPORTED'],
    ['a message of the old kind', { type: 'interactive_message', actions: [] }, 'ERR_ACTION_UNSUPPORTED'],
    ['a choice of users', blockActions({ type: 'users_select', action_id: token }), 'ERR_ACTION_UNSUPPORTED'],
    [
      'an element named like a member of objects',
      blockActions({ type: 'constructor', action_id: token }),
      'ERR_ACTION_UNSUPPORTED',
    ],
    ['no element', { ...blockActions({}), actions: [] }, 'ERR_ACTION_MALFORMED'],
    ['no list of elements', { ...blockActions({}), actions: {} }, 'ERR_ACTION_MALFORMED'],
    ['a text for an element', { ...blockActions({}), actions: ['x'] }, 'ERR_ACTION_MALFORMED'],
    ['nobody', { ...blockActions(button ?? {}), user: undefined }, 'ERR_ACTION_MALFORMED'],
    ['a user without an id', { ...blockActions(button ?? {}), user: { id: '' } }, 'ERR_ACTION_MALFORMED'],
    ['a number for a value', blockActions({ ...button, value: 7 }), 'ERR_ACTION_MALFORMED'],
    ['an unsigned id', blockActions({ ...button, action_id: 'acknowledge:inc-1' }), 'ERR_ACTION_MALFORMED'],
    ['a number for an id', blockActions({ ...button, action_id: 7 }), 'ERR_ACTION_MALFORMED'],
  ])('with %s is refused', (_what, payload, code) => {
    expect(codeOf(payload)).toBe(code);
  });
});

describe('a Teams interaction', () => {
  it.each([
    ['Action.Submit', submit],
    ['Action.Execute', execute],
  ])('of %s says what was meant and by whom', (_what, toActivity) => {
    expect(verifierOf().verify(toActivity({ cfAction: token }), { now })).toEqual([
      {
        actionId: 'inc-1',
        kind: 'acknowledge',
        fingerprint,
        issuedAt: now,
        expiresAt: now + 7 * day,
        actor: { channel: 'teams', id: '6f9619ff-8b86-d011-b42d-00cf4fc964ff' },
      },
    ]);
  });

  it('brings the value of the input that belongs to the action', () => {
    const select = tokenOf({ ...acknowledge, kind: 'select' });
    const data = { cfAction: select, cfInput: 'hours', hours: '4', other: '7' };
    expect(verifierOf().verify(execute(data), { now })).toMatchObject([{ kind: 'select', value: '4' }]);
  });

  it('names the account where Teams knows no directory', () => {
    const activity = { ...submit({ cfAction: token }), from: { id: '29:1a2b' } };
    expect(verifierOf().verify(activity, { now })).toMatchObject([{ actor: { id: '29:1a2b' } }]);
  });

  it.each([
    ['a message of words', { type: 'message', text: 'hello' }, 'ERR_ACTION_MALFORMED'],
    ['another invoke', { ...execute({ cfAction: token }), name: 'task/fetch' }, 'ERR_ACTION_UNSUPPORTED'],
    [
      'another action',
      { type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.OpenUrl' } } },
      'ERR_ACTION_UNSUPPORTED',
    ],
    [
      'no data',
      { type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute' } } },
      'ERR_ACTION_MALFORMED',
    ],
    ['nobody', { ...submit({ cfAction: token }), from: {} }, 'ERR_ACTION_MALFORMED'],
    ['an input that is not there', submit({ cfAction: token, cfInput: 'hours' }), 'ERR_ACTION_MALFORMED'],
    ['an input named like the action', submit({ cfAction: token, cfInput: 'cfAction' }), 'ERR_ACTION_MALFORMED'],
    ['a value that was added', submit({ cfAction: token, cfValue: 'all' }), 'ERR_ACTION_FORGED'],
    ['an input where none was', submit({ cfAction: token, cfInput: 'x', x: 'all' }), 'ERR_ACTION_FORGED'],
    ['an event', { type: 'conversationUpdate' }, 'ERR_ACTION_UNSUPPORTED'],
  ])('with %s is refused', (_what, activity, code) => {
    expect(codeOf(activity)).toBe(code);
  });
});

describe('a signed action', () => {
  it.each([
    ['with the key of somebody else', { key: 'b'.repeat(32) }],
    ['with a key that is no longer listed', { key: 'c'.repeat(32), previousKeys: ['d'.repeat(32)] }],
  ])('made %s is forged', (_what, actions) => {
    expect(codeOf(submit({ cfAction: tokenOf(acknowledge, tenant({ actions })) }))).toBe('ERR_ACTION_FORGED');
  });

  it('of another tenant is foreign, with the same key and with another', () => {
    const theirs = tenant({ tenantId: 'label_43' });
    expect(codeOf(submit({ cfAction: tokenOf(acknowledge, theirs) }))).toBe('ERR_ACTION_FOREIGN_TENANT');
    const own = { ...theirs, actions: { key: 'b'.repeat(32) } };
    expect(codeOf(submit({ cfAction: tokenOf(acknowledge, own) }))).toBe('ERR_ACTION_FOREIGN_TENANT');
  });

  it('made with a key that has been replaced goes on working', () => {
    const rotated = tenant({ actions: { key: 'new '.repeat(8), previousKeys: ['old '.repeat(8), key] } });
    expect(codeOf(submit({ cfAction: token }), rotated)).toBe('ok');
    expect(tokenOf(acknowledge, rotated)).not.toBe(token);
  });

  it('takes a key as text or as the same bytes, of which it keeps a copy', () => {
    const bytes = new TextEncoder().encode(key);
    const config = tenant({ actions: { key: bytes } });
    const context = createTenantContext({ locales: [en], ...config });
    bytes.fill(0);
    expect(createActionVerifier(context).tryVerify(submit({ cfAction: token }), { now }).ok).toBe(true);
    expect(JSON.stringify(context.config.actions)).toBe('{"key":{}}');
  });

  it('expires, by default after a week, to the second', () => {
    expect(codeOf(submit({ cfAction: token }), tenant(), now + 7 * day)).toBe('ok');
    expect(codeOf(submit({ cfAction: token }), tenant(), now + 7 * day + 1)).toBe('ERR_ACTION_EXPIRED');
    const brief = tenant({ actions: { key, ttlMs: 60_000 } });
    expect(codeOf(submit({ cfAction: tokenOf(acknowledge, brief) }), brief, now + 60_001)).toBe('ERR_ACTION_EXPIRED');
  });

  it('does not expire where the present was not known', () => {
    const [action] = verifierOf().verify(submit({ cfAction: tokenOf(acknowledge, tenant(), null) }));
    expect(action).toEqual({
      actionId: 'inc-1',
      kind: 'acknowledge',
      fingerprint,
      actor: { channel: 'teams', id: expect.any(String) },
    });
  });

  it('needs the present when it expires, from the call or from the clock', () => {
    expect(verifierOf().tryVerify(submit({ cfAction: token }))).toMatchObject({
      error: { code: 'ERR_OPTIONS_INVALID' },
    });
    expect(verifierOf().tryVerify(submit({ cfAction: token }), { now: Number.NaN })).toMatchObject({
      error: { issues: [{ path: 'now' }] },
    });
    expect(verifierOf(tenant({ clock: () => now })).tryVerify(submit({ cfAction: token })).ok).toBe(true);
  });

  it('carries long ids as a digest that can be compared', () => {
    const id = 'é'.repeat(40);
    const [action] = verifierOf().verify(submit({ cfAction: tokenOf({ ...acknowledge, id }) }), { now });
    expect(action?.actionId).toBe(carriedId(id));
    expect(carriedId(id)).toMatch(/^sha256:[0-9a-f]{32}$/);
    expect(carriedId('x'.repeat(70), 'fingerprint')).toBe('x'.repeat(70));
    expect(carriedId('\ud800')).toMatch(/^sha256:/);
  });

  it('is refused after any change of a single character', () => {
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'AQgw-_09z#.'), (index, char) => {
        const changed = token.slice(0, index) + char + token.slice(index + 1);
        expect(codeOf(submit({ cfAction: changed })) === 'ok').toBe(changed === token);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('comes back as it went, whatever its id, kind and value, and fits the places it goes to', () => {
    const kinds = fc.constantFrom<Action['kind']>('link', 'acknowledge', 'resolve', 'silence', 'custom');
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 90 }),
        kinds,
        fc.option(fc.string({ unit: 'binary', maxLength: 40 }), { nil: undefined }),
        (id, kind, value) => {
          const action = { ...acknowledge, id, kind, ...(value !== undefined && { value }) };
          const signed = tokenOf(action);
          expect(signed.length).toBeLessThanOrEqual(244);
          expect(signed).toMatch(/^cf1_[\w-]+$/);
          const data = { cfAction: signed, ...(value !== undefined && { cfValue: value }) };
          const [back] = verifierOf().verify(execute(data), { now });
          expect([back?.actionId, back?.kind, back?.value]).toEqual([carriedId(id), kind, value]);
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('is the same for the same action, alert, tenant and present, and another for any other', () => {
    expect(tokenOf(acknowledge)).toBe(token);
    const others = [
      tokenOf({ ...acknowledge, id: 'inc-2' }),
      tokenOf({ ...acknowledge, kind: 'resolve' }),
      tokenOf({ ...acknowledge, value: 'x' }),
      tokenOf(acknowledge, tenant(), now + 1000),
      tokenOf(acknowledge, tenant({ tenantId: 'label_43' })),
    ];
    expect(new Set([token, ...others]).size).toBe(6);
  });
});

describe('a verifier', () => {
  const hostile: readonly (readonly [string, unknown])[] = [
    ['nothing', undefined],
    ['a text', 'payload=%7B%7D'],
    ['a list', []],
    ['an object without members', {}],
    [
      'a getter that throws',
      Object.defineProperty({}, 'type', {
        enumerable: true,
        get: () => {
          throw new Error('no');
        },
      }),
    ],
    [
      'a proxy that refuses',
      new Proxy(
        {},
        {
          get: () => {
            throw new Error('no');
          },
          ownKeys: () => {
            throw new Error('no');
          },
        },
      ),
    ],
    ['a pile of objects', JSON.parse(`${'{"value":'.repeat(5000)}1${'}'.repeat(5000)}`)],
  ];

  it.each(hostile)('returns a typed error for %s', (_what, payload) => {
    expect(codeOf(payload)).toMatch(/^ERR_ACTION_(?:MALFORMED|UNSUPPORTED)$/);
    expect(() => verifierOf().verify(payload, { now })).toThrow(/Cannot read the interaction/);
  });

  it('throws nothing but its own errors at any payload, and repeats nothing of it', () => {
    const shapes = fc.constantFrom<object>(
      blockActions(button ?? {}),
      submit({ cfAction: token }),
      execute({ cfAction: token }),
    );
    const anything = fc.anything({ withNullPrototype: true, withSparseArray: true });
    const names = fc.constantFrom('type', 'actions', 'user', 'value', 'from', 'name');
    fc.assert(
      fc.property(shapes, names, anything, (shape, name, value) => {
        const payload = { ...shape, [name]: value };
        const result = verifierOf().tryVerify(payload, { now });
        if (!result.ok) expect(result.error.code).toMatch(/^ERR_ACTION_/);
      }),
      { numRuns: runs(500) },
    );
    const secret = 'tell-nobody';
    for (const payload of [
      submit({ cfAction: secret }),
      submit({ cfAction: token, cfInput: secret }),
      blockActions({ type: secret }),
    ]) {
      const result = verifierOf().tryVerify(payload, { now });
      expect(result.ok ? secret : result.error.message).not.toContain(secret);
    }
  });

  it('is not made without a key', () => {
    expect(() => createActionVerifier({ tenantId: 'label_42', locales: [en] })).toThrow(/actions\.key/);
  });

  it.each([
    ['a short key', { key: 'x'.repeat(31) }, 'actions.key'],
    ['a short list of bytes', { key: new Uint8Array(31) }, 'actions.key'],
    ['a number for a key', { key: 7 }, 'actions.key'],
    ['a short previous key', { key, previousKeys: ['x'] }, 'actions.previousKeys.0'],
    ['a lifetime below a second', { key, ttlMs: 999 }, 'actions.ttlMs'],
    ['a misspelt member', { key, ttl: 5000 }, 'actions.ttl'],
  ])('refuses %s in the configuration, and does not repeat it', (_what, actions, path) => {
    let error: unknown;
    try {
      verifierOf(tenant({ actions: actions as never }));
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ code: 'ERR_CONFIG_INVALID', issues: [{ path }] });
    expect(String(error)).not.toContain('xxxx');
  });
});
