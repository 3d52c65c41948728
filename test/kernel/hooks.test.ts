import { describe, expect, it } from 'vitest';
import { createFormatters, type TenantConfig } from '../../src/index.js';
import type { Hooks } from '../../src/kernel/hooks.js';
import { overLong } from '../fixtures/alerts/over-long.js';

type Event = { readonly hook: string } & Record<string, unknown>;

/** Collects all events of all hooks in the order in which they happen. */
function observed(config: Partial<TenantConfig> = {}) {
  const events: Event[] = [];
  const keep = (hook: keyof Hooks) => (event: object) => void events.push({ hook, ...event });
  const hooks: Hooks = {
    format: keep('format'),
    error: keep('error'),
    truncation: keep('truncation'),
    fallback: keep('fallback'),
    cache: keep('cache'),
  };
  const { slack } = createFormatters({ tenantId: 'maison_carthage', hooks, ...config });
  return { events, slack };
}

const alert = { severity: 'info', title: 'Up', source: 's', startedAt: 0 } as const;

describe('hooks', () => {
  it('are told of a formatted message once it is made', () => {
    const { events, slack } = observed();
    slack.format(alert, { correlationId: 'req-1' });
    expect(events).toEqual([
      {
        hook: 'format',
        formatter: 'slack',
        tenant: expect.stringMatching(/^[0-9a-f]{16}$/),
        locale: 'en',
        payloads: 1,
        size: expect.any(Number),
        diagnostics: 0,
        correlationId: 'req-1',
      },
    ]);
  });

  it('are told of the message first, then of each loss in the order of the diagnostics', () => {
    const { events, slack } = observed();
    const { diagnostics, followUps } = slack.format(overLong);
    expect(events.map(({ hook }) => hook)).toEqual(['format', ...diagnostics.map(() => 'truncation')]);
    expect(events.slice(1).map(({ code, path }) => `${code} ${path}`)).toEqual(
      diagnostics.map(({ code, path }) => `${code} ${path}`),
    );
    expect(events[0]).toMatchObject({ payloads: 1 + followUps.length, diagnostics: diagnostics.length });
  });

  it('are told of a loss with its limit, not with its words', () => {
    const { events, slack } = observed();
    slack.format(overLong);
    expect(events.find(({ code }) => code === 'split')).toEqual({
      hook: 'truncation',
      formatter: 'slack',
      tenant: events[0]?.tenant,
      code: 'split',
      path: '',
      limit: 12_000,
      actual: expect.any(Number),
    });
  });

  it('are told of a language that is missing', () => {
    const { events, slack } = observed();
    slack.format(alert, { locale: 'de' });
    expect(events.map(({ hook, code }) => [hook, code])).toEqual([
      ['cache', undefined],
      ['format', undefined],
      ['fallback', 'locale-fallback'],
    ]);
  });

  it('are not told of what takes nothing away', () => {
    const { events, slack } = observed();
    const { diagnostics } = slack.format({ ...alert, title: 'Up', description: 'a\u0000b' });
    expect(diagnostics.map(({ code }) => code)).toEqual(['sanitized']);
    expect(events.map(({ hook }) => hook)).toEqual(['format']);
  });

  it('are told of a refused input by its code', () => {
    const { events, slack } = observed();
    expect(slack.tryFormat({ ...alert, severity: 'high' }, { correlationId: 'req-2' }).ok).toBe(false);
    expect(events).toEqual([
      {
        hook: 'error',
        formatter: 'slack',
        tenant: events[0]?.tenant,
        code: 'ERR_INPUT_INVALID',
        correlationId: 'req-2',
      },
    ]);
  });

  it.each([
    ['an unknown option', { local: 'fr' }, 'ERR_OPTIONS_INVALID'],
    ['an unknown zone', { timeZone: 'Europe/Pari' }, 'ERR_OPTIONS_INVALID'],
  ])('are told of %s by its code', (_what, options, code) => {
    const { events, slack } = observed();
    slack.tryFormat(alert, options as object);
    expect(events.filter(({ hook }) => hook === 'error').map((event) => event.code)).toEqual([code]);
  });

  it('are told of a defect by its code', () => {
    const { events, slack } = observed({
      clock: () => {
        throw new Error('no clock');
      },
    });
    const result = slack.tryFormat(alert);
    expect(result).toMatchObject({ ok: false, error: { code: 'ERR_INTERNAL' } });
    expect(events.map(({ hook, code }) => [hook, code])).toEqual([['error', 'ERR_INTERNAL']]);
  });

  it('never see text of the input, nor the name of the tenant', () => {
    const secret = 'hunter2';
    const { events, slack } = observed();
    const texts = {
      title: secret,
      description: `${secret}\u0000`,
      source: secret,
      component: secret,
      environment: secret,
    };
    const lists = { affectedTenants: [secret], labels: { [secret]: secret }, metrics: { [secret]: 1 } };
    slack.format({
      ...alert,
      ...texts,
      ...lists,
      fingerprint: secret,
      actions: [{ id: secret, label: secret.repeat(50), kind: 'custom' }],
    });
    slack.tryFormat({ ...alert, ...texts, startedAt: secret });
    slack.tryFormat({ ...overLong, ...texts }, { overflow: 'error' });
    expect(events.map(({ hook }) => hook)).toEqual(expect.arrayContaining(['format', 'truncation', 'error']));
    expect(JSON.stringify(events)).not.toContain(secret);
    expect(JSON.stringify(events)).not.toContain('maison_carthage');
  });

  it('change nothing of the result', () => {
    const { slack } = observed();
    const plain = createFormatters({ tenantId: 'maison_carthage' }).slack;
    expect(slack.format(overLong)).toEqual(plain.format(overLong));
  });

  it('may be given in part', () => {
    const seen: string[] = [];
    const { slack } = createFormatters({ tenantId: 't', hooks: { error: ({ code }) => seen.push(code) } });
    slack.format(overLong);
    slack.tryFormat(5);
    expect(seen).toEqual(['ERR_INPUT_INVALID']);
  });
});

describe('a hook that throws', () => {
  const failure = new Error('the metrics store is down');
  const failing = (): never => {
    throw failure;
  };

  it.each<[keyof Hooks, object, object]>([
    ['format', {}, alert],
    ['truncation', {}, overLong],
    ['fallback', { locale: 'de' }, alert],
    ['cache', { locale: 'fr' }, alert],
    ['error', {}, { ...alert, severity: 'high' }],
  ])('in `%s` fails its own message only', (hook, options, input) => {
    const { slack } = createFormatters({ tenantId: 't', hooks: { [hook]: failing } });
    const results = slack.formatMany([input, input], options);
    expect(results).toHaveLength(2);
    for (const result of results) {
      expect(result).toMatchObject({ ok: false, error: { code: 'ERR_INTERNAL' } });
      expect(result.ok || result.error.cause).toBe(failure);
    }
  });

  it('reaches the caller of format', () => {
    const { slack } = createFormatters({ tenantId: 't', hooks: { format: failing } });
    expect(() => slack.format(alert)).toThrowError(failure);
  });
});
