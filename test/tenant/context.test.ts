import { describe, expect, it } from 'vitest';
import { allCatalogs } from '../../src/generated/all-locales.js';
import { en } from '../../src/generated/locales/en.js';
import { createFormatters, type TenantConfig } from '../../src/index.js';
import type { CacheEvent } from '../../src/kernel/hooks.js';
import { createTenantContext, isTenantContext, TenantContext } from '../../src/tenant/context.js';
import { deepFreeze } from '../support/deep-freeze.js';

const minimal: TenantConfig = { tenantId: 'maison_carthage', locales: allCatalogs };

/** A configuration with something in every member that can hold something. */
const full = (): TenantConfig => ({
  tenantId: 'maison_carthage',
  locale: 'fr_FR',
  fallbackLocales: ['ar'],
  timeZone: 'Africa/Tunis',
  currency: 'TND',
  numberingSystem: 'latn',
  calendar: 'gregory',
  hourCycle: 'h23',
  brand: { name: 'Maison Carthage', color: '#1db954' },
  locales: [...allCatalogs],
  channels: {
    slack: { mentions: { ops: { userGroupId: 'S012AB3CD' } }, notify: { critical: ['ops'], error: ['ops'] } },
  },
  hooks: { format: () => {} },
  clock: () => 0,
});

function notFrozen(value: unknown, path = 'config'): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, member]) => notFrozen(member, `${path}.${key}`));
  return Object.isFrozen(value) ? inner : [path, ...inner];
}

describe('a tenant context', () => {
  it('keeps its configuration frozen, all the way down', () => {
    const { config } = createTenantContext(full());
    expect(
      notFrozen({ ...config, locales: [] }).filter((path) => path !== 'config' && path !== 'config.locales'),
    ).toEqual([]);
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.locales)).toBe(true);
  });

  it('leaves the configuration that it was given as it was, and free to change', () => {
    const config = full();
    const before = structuredClone({ ...config, hooks: undefined, clock: undefined });
    createTenantContext(config);
    expect(structuredClone({ ...config, hooks: undefined, clock: undefined })).toEqual(before);
    expect(Object.isFrozen(config)).toBe(false);
    expect(Object.isFrozen(config.brand)).toBe(false);
    expect(Object.isFrozen(config.locales)).toBe(false);
    expect(Object.isFrozen(config.fallbackLocales)).toBe(false);
    expect(Object.isFrozen(config.channels?.slack?.mentions)).toBe(false);
    expect(Object.isFrozen(config.hooks)).toBe(false);
  });

  it('keeps the sanitizer of the caller by reference, and free to change', () => {
    const sanitizer = {
      sanitize: () => {
        throw new TypeError('not called');
      },
      toBlocks: () => [],
    };
    const { config } = createTenantContext({ ...full(), sanitizer });
    expect(config.sanitizer).toBe(sanitizer);
    expect(Object.isFrozen(sanitizer)).toBe(false);
  });

  it('leaves catalogs that it was given free to change', () => {
    const catalog = { locale: 'en', messages: { ...en.messages } };
    createTenantContext({ tenantId: 't', locales: [catalog] });
    expect([Object.isFrozen(catalog), Object.isFrozen(catalog.messages)]).toEqual([false, false]);
  });

  it('takes a frozen configuration', () => {
    expect(createTenantContext(deepFreeze(full())).config.currency).toBe('TND');
  });

  it('is not changed by a later change of the configuration that it was made from', () => {
    const config = full();
    const context = createTenantContext(config);
    config.currency = 'USD';
    config.brand = {};
    config.channels?.slack?.notify?.critical?.push('nobody');
    expect(context.config.currency).toBe('TND');
    expect(context.config.brand?.name).toBe('Maison Carthage');
    expect(context.config.channels?.slack?.notify?.critical).toEqual(['ops']);
  });

  it('cannot be given another configuration', () => {
    const context = createTenantContext(minimal);
    expect(() => Object.assign(context, { config: { tenantId: 'another' } })).toThrowError(TypeError);
    expect(context.config.tenantId).toBe('maison_carthage');
  });

  it('is known to observers by a hash', () => {
    const { tenantHash } = createTenantContext(minimal);
    expect(tenantHash).toMatch(/^[0-9a-f]{16}$/);
    expect(createTenantContext(full()).tenantHash).toBe(tenantHash);
    expect(createTenantContext({ ...minimal, tenantId: 'label_42' }).tenantHash).not.toBe(tenantHash);
  });

  it('is returned as it is where a configuration or a context is taken', () => {
    const context = createTenantContext(minimal);
    expect(createTenantContext(context)).toBe(context);
    expect(createFormatters(context).tenant).toBe(context);
    expect(
      createFormatters(context).slack.format({ severity: 'info', title: 't', source: 's', startedAt: 0 }).diagnostics,
    ).toEqual([]);
  });

  it.each([
    ['a context', new TenantContext(minimal), true],
    ['a context of another copy of this package', { [Symbol.for('channel-formatters.tenant')]: true }, true],
    ['a configuration', minimal, false],
    ['null', null, false],
    ['nothing', undefined, false],
    ['a text', 'tenant', false],
  ])('tells %s', (_what, value, is) => {
    expect(isTenantContext(value as never)).toBe(is);
  });
});

describe('the language of a tenant', () => {
  it('speaks English in Universal Time where nothing is said', () => {
    const { localizer, fallsBack } = createTenantContext(minimal).language();
    expect([localizer.locale, localizer.timeZone, fallsBack]).toEqual(['en', 'UTC', false]);
  });

  it('is the same object for each call', () => {
    const context = createTenantContext(full());
    expect(context.language()).toBe(context.language());
    expect(context.language('ar')).toBe(context.language('ar'));
  });

  it.each<[tag: string, locale: string, catalog: string, fallsBack: boolean]>([
    ['fr', 'fr', 'fr', false],
    ['fr-CA', 'fr-CA', 'fr', false],
    ['fr_FR', 'fr-FR', 'fr', false],
    ['fr_CH.UTF-8', 'fr-CH', 'fr', false],
    ['fr-FX', 'fr-FR', 'fr', false],
    ['ar_MA', 'ar-MA', 'ar', false],
    ['en-GB', 'en-GB', 'en', false],
    ['de-CH', 'de-CH', 'en', true],
    ['zh_TW', 'zh-TW', 'en', true],
    ['FR-fr-u-nu-arab', 'fr-FR', 'fr', false],
  ])('of %s is %s with messages of %s', (tag, locale, catalog, fallsBack) => {
    const { localizer, fallsBack: falls } = createTenantContext({ ...minimal, locale: tag }).language();
    expect([localizer.locale, localizer.catalogLocale, falls]).toEqual([locale, catalog, fallsBack]);
  });

  it('prefers the fallbacks of the tenant to English', () => {
    const { localizer, fallsBack } = createTenantContext({
      ...minimal,
      locale: 'wo',
      fallbackLocales: ['de', 'fr-SN'],
    }).language();
    expect([localizer.locale, localizer.catalogLocale, fallsBack]).toEqual(['wo', 'fr', true]);
  });

  it('is told of a fallback in every message', () => {
    const { slack } = createFormatters({ tenantId: 't', locale: 'de' });
    const alert = { severity: 'info', title: 't', source: 's', startedAt: 0 } as const;
    const fallback = (locale: string, catalog: string) => ({
      code: 'locale-fallback',
      severity: 'warning',
      path: '',
      message: `No catalog for \`${locale}\`, messages are in \`${catalog}\``,
    });
    expect(slack.format(alert).diagnostics).toEqual([fallback('de', 'en')]);
    expect(slack.format(alert).diagnostics).toEqual([fallback('de', 'en')]);
    expect(slack.format(alert, { locale: 'nl_BE' }).diagnostics).toEqual([fallback('nl-BE', 'en')]);
    expect(slack.format(alert, { locale: 'fr-BE' }).diagnostics).toEqual([]);
  });

  it('takes the zone of the tenant with another locale, and the locale of the tenant with another zone', () => {
    const context = createTenantContext(full());
    expect(context.language('ar').localizer.timeZone).toBe('Africa/Tunis');
    expect(context.language(undefined, 'Asia/Riyadh').localizer.locale).toBe('fr-FR');
    expect(context.language(undefined, 'Asia/Riyadh').localizer.timeZone).toBe('Asia/Riyadh');
  });

  it.each<[string, string | undefined, string | undefined, string]>([
    ['a locale', 'english', undefined, 'locale: unknown locale `english`'],
    ['a zone', undefined, 'Europe/Pari', 'timeZone: unknown time zone `Europe/Pari`, did you mean `Europe/Paris`?'],
  ])('refuses %s that does not exist', (_what, locale, timeZone, message) => {
    expect(() => createTenantContext(minimal).language(locale, timeZone)).toThrowError(
      expect.objectContaining({ code: 'ERR_OPTIONS_INVALID', message: `Cannot use the format options:\n  ${message}` }),
    );
  });
});

describe('the cache of languages', () => {
  const zones = Intl.supportedValuesOf('timeZone').slice(0, 34);

  function cached() {
    const events: CacheEvent[] = [];
    const context = createTenantContext({ ...minimal, hooks: { cache: (event) => events.push(event) } });
    /** Whether the language of the zone with this number was at hand. */
    const hit = (zone: number): boolean | undefined => {
      context.language('fr', zones[zone]);
      return events.at(-1)?.hit;
    };
    return { context, events, hit };
  }

  it('holds 32 and drops the oldest for the next', () => {
    const { hit } = cached();
    for (let zone = 0; zone < 32; zone++) expect(hit(zone)).toBe(false);
    for (let zone = 0; zone < 32; zone++) expect(hit(zone)).toBe(true);
    expect(hit(32)).toBe(false);
    expect([hit(31), hit(32), hit(1)]).toEqual([true, true, true]);
    expect(hit(0)).toBe(false);
    expect(hit(1)).toBe(false);
  });

  it('serves what it has dropped all the same', () => {
    const { context } = cached();
    const prints = () => zones.map((zone) => context.language('fr', zone).localizer.date(0));
    expect(prints()).toEqual(prints());
  });

  it('never drops the language of the tenant itself, nor asks it of the cache', () => {
    const { context, events, hit } = cached();
    const own = context.language();
    for (let zone = 0; zone < zones.length; zone++) hit(zone);
    expect(context.language()).toBe(own);
    expect(events).toHaveLength(zones.length);
    expect(events[0]).toEqual({ cache: 'localizer', tenant: context.tenantHash, hit: false });
  });

  it('keeps nothing for what does not exist', () => {
    const { context, hit } = cached();
    for (let zone = 0; zone < 32; zone++) hit(zone);
    for (let index = 0; index < 40; index++) expect(() => context.language(`zz-${index}`)).toThrowError();
    expect(hit(0)).toBe(true);
  });
});
