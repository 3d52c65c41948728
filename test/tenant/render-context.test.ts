import { describe, expect, it } from 'vitest';
import { allCatalogs } from '../../src/generated/all-locales.js';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import type { Issue } from '../../src/kernel/errors.js';
import { createTenantContext } from '../../src/tenant/context.js';
import { createRenderContext } from '../../src/tenant/render-context.js';

const tenant = createTenantContext({ tenantId: 't', locales: allCatalogs });
const extraKeys = ['threadTs'];

const contextOf = (options?: object, diagnostics: Diagnostic[] = []) =>
  createRenderContext(tenant, options, extraKeys, diagnostics);

function said(options: object): string[] {
  try {
    contextOf(options);
    return [];
  } catch (error) {
    expect(error).toMatchObject({ name: 'OptionsInvalidError', code: 'ERR_OPTIONS_INVALID' });
    return (error as { issues: readonly Issue[] }).issues.map(({ path, message }) => `${path}: ${message}`);
  }
}

describe('the options of a call', () => {
  it('are the tenant’s where none are given', () => {
    expect(contextOf()).toMatchObject({ tenant, overflow: 'split', nowMs: undefined, correlationId: undefined });
    expect(contextOf().localizer).toBe(tenant.language().localizer);
    expect(contextOf({})).toEqual(contextOf());
  });

  it('replace those of the tenant', () => {
    const clocked = createTenantContext({ tenantId: 't', locales: allCatalogs, clock: () => 1000 });
    expect(createRenderContext(clocked, {}, [], []).nowMs).toBe(1000);
    const context = createRenderContext(
      clocked,
      { now: 5, overflow: 'error', correlationId: 'c', locale: 'ar' },
      [],
      [],
    );
    expect(context).toMatchObject({ nowMs: 5, overflow: 'error', correlationId: 'c' });
    expect(context.localizer.dir).toBe('rtl');
  });

  it('may be given as undefined', () => {
    expect(
      said({ locale: undefined, timeZone: undefined, now: undefined, overflow: undefined, correlationId: undefined }),
    ).toEqual([]);
  });

  it('hand diagnostics on to whoever collects them', () => {
    const diagnostics: Diagnostic[] = [];
    expect(contextOf({ locale: 'de' }, diagnostics).diagnostics).toBe(diagnostics);
    expect(diagnostics.map(({ code }) => code)).toEqual(['locale-fallback']);
  });

  it.each<[string, object, string[]]>([
    ['a misspelt name', { local: 'fr' }, ['local: unknown option `local`, did you mean `locale`?']],
    ['a name in other letters', { timezone: 'UTC' }, ['timezone: unknown option `timezone`, did you mean `timeZone`?']],
    [
      'a misspelt name of the channel’s own',
      { threadTS: '1' },
      ['threadTS: unknown option `threadTS`, did you mean `threadTs`?'],
    ],
    ['an option of another channel', { routingKey: 'x' }, ['routingKey: unknown option `routingKey`']],
    [
      'a policy with a typo',
      { overflow: 'spilt' },
      ['overflow: unknown overflow policy `spilt`, did you mean `split`?'],
    ],
    ['a policy that is no text', { overflow: 5 }, ['overflow: expected string']],
    [
      'a policy that every object has',
      { overflow: 'constructor' },
      ['overflow: unknown overflow policy `constructor`'],
    ],
    ['a present that is none', { now: Number.NaN }, ['now: expected epoch milliseconds']],
    ['a present out of range', { now: 9e15 }, ['now: expected epoch milliseconds']],
    ['a present as a text', { now: '1795167000000' }, ['now: expected epoch milliseconds']],
    ['a present as a Date', { now: new Date(0) }, ['now: expected epoch milliseconds']],
    ['a locale that is no text', { locale: 5 }, ['locale: expected string']],
    ['a locale that is null', { locale: null }, ['locale: expected string']],
    ['several locales', { locale: ['fr'] }, ['locale: expected string']],
    ['a zone that is no text', { timeZone: 60 }, ['timeZone: expected string']],
    ['a correlation id that is no text', { correlationId: 7 }, ['correlationId: expected string']],
    ['a locale that does not exist', { locale: 'english' }, ['locale: unknown locale `english`']],
    [
      'everything at once',
      { locale: 'zz', timeZone: 'Mars/Olympus', lokale: 'fr', correlationId: 7, overflow: 'x', now: 'now' },
      [
        'lokale: unknown option `lokale`, did you mean `locale`?',
        'correlationId: expected string',
        'locale: unknown locale `zz`',
        'timeZone: unknown time zone `Mars/Olympus`',
        'overflow: unknown overflow policy `x`',
        'now: expected epoch milliseconds',
      ],
    ],
    [
      'names and values at once',
      { nw: 1, overflow: 'x' },
      ['nw: unknown option `nw`, did you mean `now`?', 'overflow: unknown overflow policy `x`'],
    ],
  ])('are refused for %s', (_what, options, messages) => {
    expect(said(options)).toEqual(messages);
  });
});
