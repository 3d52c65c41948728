import { describe, expect, it } from 'vitest';
import { createFormatters, type TenantConfig } from '../../src/index.js';
import type { Issue } from '../../src/kernel/errors.js';
import { createTenantContext } from '../../src/tenant/context.js';

/** The issues of a configuration, as the package root checks it; none for a good one. */
function issuesOf(config: object): readonly Issue[] {
  try {
    createFormatters({ tenantId: 't', ...config } as TenantConfig);
    return [];
  } catch (error) {
    expect(error).toMatchObject({ name: 'ConfigInvalidError', code: 'ERR_CONFIG_INVALID' });
    return (error as { issues: readonly Issue[] }).issues;
  }
}

const said = (config: object): string[] => issuesOf(config).map(({ path, message }) => `${path}: ${message}`);

const slack = (options: object) => ({ channels: { slack: options } });
const onCall = { 'on-call': { userId: 'U012AB3CD' } };

describe('a configuration', () => {
  it.each<[string, object]>([
    ['nothing but the tenant', {}],
    ['a BCP 47 tag', { locale: 'fr-CA' }],
    ['a POSIX tag', { locale: 'fr_FR.UTF-8' }],
    ['a locale that has no catalog', { locale: 'de-CH' }],
    ['fallbacks', { locale: 'wo', fallbackLocales: ['fr', 'ar_MA'] }],
    ['UTC, which is no city', { timeZone: 'UTC' }],
    ['a zone under its old name', { timeZone: 'Asia/Calcutta' }],
    ['a zone under its new name', { timeZone: 'Europe/Kyiv' }],
    ['digits and calendar', { numberingSystem: 'arab', calendar: 'islamic-umalqura', hourCycle: 'h23' }],
    ['a currency without cents', { currency: 'JPY' }],
    ['a brand', { brand: { name: 'n', color: '#1db954', logoUrl: 'https://cdn.example.com/l.png', footer: 'f' } }],
    ['colours of charts', { brand: { chartColors: ['#3b82d6', '#D9601A'] } }],
    ['own wording', { messages: { fr: { 'alert.summary.firing': '{title} – {severity}' }, en: {} } }],
    [
      'mentions of each kind',
      slack({ mentions: { ...onCall, g: { userGroupId: 'S1B' }, c: { channelId: 'C1B' }, h: { broadcast: 'here' } } }),
    ],
    ['people to notify', slack({ mentions: onCall, notify: { critical: ['on-call'], info: [] } })],
    ['limits', slack({ dates: 'text', maxFollowUps: 0, maxMessageChars: 2000 })],
    ['hooks and a clock', { hooks: { format: () => {} }, clock: () => 0 }],
  ])('takes %s', (_what, config) => {
    expect(issuesOf(config)).toEqual([]);
  });

  it.each<[string, object, string[]]>([
    ['an empty tenant id', { tenantId: '' }, ['tenantId: expected at least one character']],
    ['no tenant id', { tenantId: undefined }, ['tenantId: expected string']],
    ['a locale that is a number', { locale: 5 }, ['locale: expected string']],
    ['a language in words', { locale: 'english' }, ['locale: unknown locale `english`']],
    ['a language that nobody has data for', { locale: 'xx-YY' }, ['locale: unknown locale `xx-YY`']],
    ['a locale with a typo', { locale: 'frr_' }, ['locale: unknown locale `frr_`, did you mean `fr`?']],
    ['an empty locale', { locale: '' }, ['locale: unknown locale ``']],
    ['the locale of a bare C program', { locale: 'C' }, ['locale: unknown locale `C`']],
    ['a fallback that is no locale', { fallbackLocales: ['fr', 'zz'] }, ['fallbackLocales.1: unknown locale `zz`']],
    ['fallbacks that are no list', { fallbackLocales: 'fr' }, ['fallbackLocales: expected array']],
    [
      'a zone with a typo',
      { timeZone: 'Europe/Pari' },
      ['timeZone: unknown time zone `Europe/Pari`, did you mean `Europe/Paris`?'],
    ],
    ['a zone by its offset', { timeZone: '+01:00' }, ['timeZone: unknown time zone `+01:00`']],
    ['an empty zone', { timeZone: '' }, ['timeZone: unknown time zone ``']],
    ['a currency in words', { currency: 'EURO' }, ['currency: unknown currency `EURO`, did you mean `EUR`?']],
    ['a currency with a typo', { currency: 'EUF' }, ['currency: unknown currency `EUF`, did you mean `EUR`?']],
    ['a currency in small letters', { currency: 'eur' }, ['currency: unknown currency `eur`, did you mean `EUR`?']],
    [
      'digits with a typo',
      { numberingSystem: 'latin' },
      ['numberingSystem: unknown numbering system `latin`, did you mean `latn`?'],
    ],
    [
      'a calendar with a typo',
      { calendar: 'gregorian' },
      ['calendar: unknown calendar `gregorian`, did you mean `gregory`?'],
    ],
    ['an hour cycle of 25', { hourCycle: 'h25' }, ['hourCycle: expected one of `h11`, `h12`, `h23`, `h24`']],
    ['a colour in words', { brand: { color: 'red' } }, ['brand.color: expected a colour as #RRGGBB']],
    ['a short colour', { brand: { color: '#fff' } }, ['brand.color: expected a colour as #RRGGBB']],
    [
      'a chart colour in words',
      { brand: { chartColors: ['#3B82D6', 'red'] } },
      ['brand.chartColors.1: expected a colour as #RRGGBB'],
    ],
    ['no chart colours', { brand: { chartColors: [] } }, ['brand.chartColors: expected 1 to 12 colours']],
    [
      'more chart colours than a legend holds',
      { brand: { chartColors: Array.from({ length: 13 }, () => '#3B82D6') } },
      ['brand.chartColors: expected 1 to 12 colours'],
    ],
    ['an empty brand name', { brand: { name: '' } }, ['brand.name: expected at least one character']],
    [
      'a logo over http',
      { brand: { logoUrl: 'http://example.com/l.png' } },
      ['brand.logoUrl: expected an absolute https URL'],
    ],
    ['a logo by path', { brand: { logoUrl: '/l.png' } }, ['brand.logoUrl: expected an absolute https URL']],
    ['an unknown brand member', { brand: { colour: '#ffffff' } }, ['brand.colour: unknown member']],
    [
      'a catalog that is none',
      { locales: [{}] },
      ['locales.0.locale: expected string', 'locales.0.messages: expected object'],
    ],
    ['no catalog', { locales: [] }, ['locales: no message catalog given']],
    ['a clock that stands', { clock: 5 }, ['clock: expected a function']],
    ['a hook that is none', { hooks: { format: true } }, ['hooks.format: expected a function']],
    ['an unknown hook', { hooks: { formatted: () => {} } }, ['hooks.formatted: unknown member']],
    ['a parser that is none', { markdown: 'commonmark' }, ['markdown: expected a function']],
    ['a member in other letters', { timezone: 'UTC' }, ['timezone: unknown member, did you mean `timeZone`?']],
    ['a member with a typo', { curency: 'EUR' }, ['curency: unknown member, did you mean `currency`?']],
    ['a member like no other', { xyzzyx: 1 }, ['xyzzyx: unknown member']],
    ['an unknown channel', { channels: { xyzzyx: {} } }, ['channels.xyzzyx: unknown member']],
    ['a channel with a typo', { channels: { slak: {} } }, ['channels.slak: unknown member, did you mean `slack`?']],
    ['channels that are no object', { channels: 'slack' }, ['channels: expected object']],
    ['a list of channels', { channels: [{}] }, ['channels: expected object']],
    ['a channel that is no object', { channels: { slack: 'text' } }, ['channels.slack: expected object']],
    ['a channel that is null', { channels: { email: null } }, ['channels.email: expected object']],
  ])('refuses %s', (_what, config, messages) => {
    expect(said(config)).toEqual(messages);
  });

  it.each<[string, object, string[]]>([
    [
      'a user id in words',
      { mentions: { a: { userId: 'ann' } } },
      ['mentions.a.userId: expected a Slack id that starts with UW'],
    ],
    [
      'a user id as a group',
      { mentions: { a: { userGroupId: 'U012AB3CD' } } },
      ['mentions.a.userGroupId: expected a Slack id that starts with S'],
    ],
    [
      'an unknown broadcast',
      { mentions: { a: { broadcast: 'all' } } },
      ['mentions.a.broadcast: expected one of `here`, `channel`, `everyone`'],
    ],
    ['a mention as a text', { mentions: { a: '@ann' } }, ['mentions.a: expected object']],
    [
      'two ids for one mention',
      { mentions: { a: { userId: 'U1B', channelId: 'C1B' } } },
      ['mentions.a.channelId: unknown member'],
    ],
    [
      'a name that no mention has',
      { mentions: onCall, notify: { critical: ['on_call'] } },
      ['notify.critical.0: unknown mention `on_call`, did you mean `on-call`?'],
    ],
    [
      'a name without any mention',
      { notify: { warning: ['x', 'on-call'] } },
      ['notify.warning.0: unknown mention `x`', 'notify.warning.1: unknown mention `on-call`'],
    ],
    [
      'a name that every object has',
      { mentions: onCall, notify: { error: ['constructor'] } },
      ['notify.error.0: unknown mention `constructor`'],
    ],
    ['an unknown severity', { notify: { fatal: [] } }, ['notify.fatal: unknown member']],
    ['dates in a third way', { dates: 'iso' }, ['dates: expected one of `native`, `text`']],
    ['half a follow-up', { maxFollowUps: 0.5 }, ['maxFollowUps: expected a whole number']],
    ['fewer follow-ups than none', { maxFollowUps: -1 }, ['maxFollowUps: expected a whole number from 0 to 50']],
    ['a flood of follow-ups', { maxFollowUps: 51 }, ['maxFollowUps: expected a whole number from 0 to 50']],
    [
      'a budget over Slack’s',
      { maxMessageChars: 13_001 },
      ['maxMessageChars: expected a whole number from 2,000 to 13,000'],
    ],
    [
      'a budget for nothing',
      { maxMessageChars: 1999 },
      ['maxMessageChars: expected a whole number from 2,000 to 13,000'],
    ],
    ['an unknown option', { dats: 'text' }, ['dats: unknown member']],
  ])('refuses for Slack %s', (_what, options, messages) => {
    expect(said(slack(options))).toEqual(messages.map((message) => `channels.slack.${message}`));
  });

  it.each<[string, object, RegExp]>([
    [
      'an argument that does not exist',
      { 'alert.source': 'From {origin}' },
      /^messages\.fr\.alert\.source: the argument `origin` does not exist/,
    ],
    [
      'an argument of another kind',
      { 'overflow.facts': '{count}' },
      /^messages\.fr\.overflow\.facts: the argument `count` is a number/,
    ],
    [
      'a plural of a text',
      { 'alert.summary.firing': '{title, plural, other {x}}' },
      /^messages\.fr\.alert\.summary\.firing: the argument `title` is a string/,
    ],
    ['what is no ICU message', { 'alert.source': '{' }, /^messages\.fr\.alert\.source: it is not a valid ICU message/],
    ['a tag', { 'alert.source': '<b>Source</b>' }, /^messages\.fr\.alert\.source: /],
    [
      'a message that does not exist',
      { 'alert.sourc': 'x' },
      /^messages\.fr\.alert\.sourc: unknown message `alert\.sourc`, did you mean `alert\.source`\?$/,
    ],
    [
      'a message that every object has',
      { constructor: 'x' },
      /^messages\.fr\.constructor: unknown message `constructor`/,
    ],
    ['a message that is no text', { 'alert.source': 5 }, /^messages\.fr\.alert\.source: expected string$/],
  ])('refuses as own wording %s', (_what, messages, message) => {
    expect(said({ messages: { fr: messages } })).toEqual([expect.stringMatching(message)]);
  });

  it('refuses own wording for a language that does not exist', () => {
    expect(said({ messages: { 'french!': { 'alert.source': 'Origine' } } })).toEqual([
      'messages.french!: unknown locale `french!`',
    ]);
  });

  it('is told everything that names nothing at once', () => {
    const wrong = {
      locale: 'zz',
      timeZone: 'Mars/Olympus',
      currency: 'XYZ',
      calendar: 'maya',
      messages: { en: { x: '' } },
    };
    expect(issuesOf(wrong).map(({ path }) => path)).toEqual([
      'locale',
      'timeZone',
      'currency',
      'calendar',
      'messages.en.x',
    ]);
  });

  it('is told everything of a wrong type at once', () => {
    expect(issuesOf({ locale: 1, currency: 2, hooks: 3, zone: 4 }).map(({ path }) => path)).toEqual([
      'locale',
      'currency',
      'hooks',
      'zone',
    ]);
  });

  it('is told what is wrong in it and in its channels at once', () => {
    const channels = { email: { subject: 'none' }, slack: { notify: { error: ['x'] } } };
    const ofChannels = ['channels.email.subject', 'channels.slack.notify.error.0'];
    expect(issuesOf({ timeZone: 'Mars', channels }).map(({ path }) => path)).toEqual(['timeZone', ...ofChannels]);
    expect(issuesOf({ timeZone: 5, channels }).map(({ path }) => path)).toEqual(['timeZone', ...ofChannels]);
  });

  it('offers what was probably meant to programs too', () => {
    expect(issuesOf({ timezone: 'UTC' })).toMatchObject([{ expected: 'timeZone' }]);
    expect(issuesOf({ currency: 'EUF' })).toMatchObject([{ expected: 'EUR' }]);
  });

  it.each([
    ['null', null],
    ['nothing', undefined],
    ['a text', 'maison_carthage'],
    ['a number', 5],
  ])('that is %s is a mistake of the program', (_what, config) => {
    expect(() => createTenantContext(config as never)).toThrowError(TypeError);
    expect(() => createFormatters(config as never)).toThrowError(
      new TypeError('Cannot create a tenant context, expected a tenant configuration object'),
    );
  });
});
