import { describe, expect, it } from 'vitest';
import { allCatalogs } from '../../src/generated/all-locales.js';
import { en } from '../../src/generated/locales/en.js';
import { fr } from '../../src/generated/locales/fr.js';
import { argumentKinds, type MessageId } from '../../src/generated/messages.js';
import type { Localizer } from '../../src/i18n/localizer.js';
import { checkMessage } from '../../src/i18n/message.js';
import { parseMessage } from '../../src/i18n/parse-message.js';
import { makeLocalizer } from './make-localizer.js';

const check = (id: MessageId, text: string) => checkMessage(text, en.messages[id] ?? '', 'en', parseMessage);

type LooseT = (id: string, values?: object) => string;
const loose = (localizer: Localizer): LooseT => localizer.t as LooseT;
const counts = [...Array.from({ length: 201 }, (_, index) => index), 1e6, 0.5, 1.5];

describe('t', () => {
  const localizer = makeLocalizer();

  it('prints messages with and without arguments', () => {
    expect(localizer.t('alert.status')).toBe('Status');
    expect(localizer.t('alert.summary.firing', { severity: 'Critical', title: 'Disk full' })).toBe(
      'Critical: Disk full',
    );
    expect(localizer.t('overflow.items', { count: 1 })).toBe('1 more item is not shown');
    expect(localizer.t('overflow.part', { index: 1, total: 1200 })).toBe('Part 1 of 1,200');
  });

  it('inserts arguments as they are, whatever they look like', () => {
    const title = "{severity} <b>#</b> '{' %s {count, plural, other {#}}";
    expect(localizer.t('alert.summary.firing', { severity: 'Error', title })).toBe(`Error: ${title}`);
  });

  it.each<[string, string, object | undefined]>([
    ['alert.summary.firing', 'severity', undefined],
    ['alert.summary.firing', 'title', { severity: 'Error' }],
    ['alert.summary.firing', 'title', { severity: 'Error', title: undefined }],
    ['alert.summary.firing', 'title', { severity: 'Error', title: 5 }],
    ['alert.summary.firing', 'title', { severity: 'Error', title: null }],
    ['overflow.items', 'count', {}],
    ['overflow.items', 'count', { count: '3' }],
    ['overflow.items', 'count', { count: Number.NaN }],
    ['overflow.items', 'count', { count: Number.POSITIVE_INFINITY }],
    ['overflow.items', 'count', Object.create({ count: 3 })],
  ])('refuses to print %s with a wrong `%s`', (id, name, values) => {
    for (const locale of ['en', 'fr', 'ar']) {
      const print = () => loose(makeLocalizer({ locale }))(id, values);
      expect(print).toThrow(TypeError);
      expect(print).toThrow(new RegExp(`\`${id}\`.*\`${name}\``));
    }
  });

  it.each(['alert.unknown', 'constructor', '__proto__', 'toString'])('refuses the id %s, which is none', (id) => {
    expect(() => loose(localizer)(id)).toThrow(TypeError);
  });

  it('isolates values in right-to-left text, and right-to-left values anywhere', () => {
    const arabic = makeLocalizer({ locale: 'ar' });
    expect(arabic.t('alert.summary.firing', { severity: 'حرج', title: 'disk full' })).toBe(
      'حرج: \u2068disk full\u2069',
    );
    expect(localizer.t('alert.summary.firing', { severity: 'Error', title: 'قرص' })).toBe('Error: \u2068قرص\u2069');
    expect(localizer.t('alert.summary.firing', { severity: 'Error', title: 'disk' })).toBe('Error: disk');
  });

  it('keeps the isolates of a value that is a message itself', () => {
    const arabic = makeLocalizer({ locale: 'ar' });
    const summary = arabic.t('alert.summary.firing', { severity: 'حرج', title: 'disk' });
    const text = arabic.t('alert.summary.at', { summary, source: 'api', time: '10:00' });
    expect(text.match(/[\u2066-\u2068]/g)).toHaveLength(4);
    expect(text.match(/\u2069/g)).toHaveLength(4);
  });
});

describe('a word that chooses', () => {
  it.each([
    ['en', 'Overall, it is rising.'],
    ['fr', 'La tendance générale est à la hausse.'],
    ['ar', 'الاتجاه العام صاعد.'],
  ])('chooses the same branch in %s, whatever the direction of writing', (locale, text) => {
    expect(makeLocalizer({ locale }).t('chart.alt.trend', { trend: 'up' })).toBe(text);
  });

  it('is no reason to leave texts beside it bare', () => {
    const { t } = makeLocalizer({ locale: 'ar' });
    expect(t('userEngagement.retentionAt', { unit: 'day', k: 7 })).toBe('الاحتفاظ في اليوم 7');
    expect(t('insight.halfLife', { unit: 'week', value: '3.4' })).toContain('\u20683.4\u2069');
  });
});

describe.each(allCatalogs.map((catalog) => catalog.locale))('messages in %s', (locale) => {
  const catalog = allCatalogs.find((candidate) => candidate.locale === locale);
  const localizer = makeLocalizer({ locale });
  const ids = Object.keys(catalog?.messages ?? {}) as MessageId[];
  const kinds = argumentKinds as Readonly<Record<string, Readonly<Record<string, string>>>>;

  it('all print, for every number, without a trace of ICU', () => {
    for (const id of ids) {
      for (const count of Object.values(kinds[id] ?? {}).includes('number') ? counts : [0]) {
        const values = Object.fromEntries(
          Object.entries(kinds[id] ?? {}).map(([name, kind]) => [name, kind === 'string' ? 'X' : count]),
        );
        const text = loose(localizer)(id, values);
        expect(text, id).not.toMatch(/[{}#]|undefined|null|NaN|\[object|\bplural\b/);
        expect(text, id).not.toBe('');
      }
    }
  });

  it('choose the branch of the category that the language has for the number', () => {
    const rules = new Intl.PluralRules(locale);
    const names = rules.resolvedOptions().pluralCategories;
    const source = `{count, plural, ${names.map((name) => `${name} {${name}}`).join(' ')}}`;
    const tagged = makeLocalizer({ locale, messages: { [locale]: { 'overflow.items': source } } });
    for (const count of counts) expect(tagged.t('overflow.items', { count })).toBe(rules.select(count));
  });
});

describe('the choice of the catalog', () => {
  it.each([
    ['fr-CA', [], 'fr', 'Statut'],
    ['fr_FR', [], 'fr', 'Statut'],
    ['ar-EG', [], 'ar', 'الحالة'],
    ['sw', [], 'en', 'Status'],
    ['sw', ['fr'], 'fr', 'Statut'],
    ['sw', ['de', 'ar-SA', 'fr'], 'ar', 'الحالة'],
  ])('for %s with the fallbacks %j is %s', (locale, fallbackLocales, catalogLocale, text) => {
    const localizer = makeLocalizer({ locale, fallbackLocales });
    expect(localizer.catalogLocale).toBe(catalogLocale);
    expect(localizer.t('alert.status')).toBe(text);
  });

  it('keeps the wanted locale for numbers, and the catalog’s for plurals and direction', () => {
    const localizer = makeLocalizer({ locale: 'he' });
    expect([localizer.locale, localizer.dir]).toEqual(['he', 'ltr']);
    expect(localizer.t('overflow.items', { count: 2 })).toBe('2 more items are not shown');
    expect(makeLocalizer({ locale: 'de' }).t('overflow.items', { count: 1234 })).toBe('1.234 more items are not shown');
  });

  it('takes the only catalog there is when none fits', () => {
    const catalogs = allCatalogs.filter((catalog) => catalog.locale === 'ar');
    const localizer = makeLocalizer({ locale: 'fr', catalogs });
    expect([localizer.catalogLocale, localizer.dir]).toEqual(['ar', 'rtl']);
  });

  it('passes over a message that takes other arguments than the English one', () => {
    const messages = { ...fr.messages, 'chart.label': ['Graphique : ', [1, 'titre']] } as const;
    const catalogs = [{ locale: 'fr', messages }, en];
    expect(makeLocalizer({ locale: 'fr', catalogs }).t('chart.label', { title: 'x' })).toBe('Chart: x');
    const withoutEnglish = makeLocalizer({ locale: 'fr', catalogs: [{ locale: 'fr', messages }] });
    expect(() => withoutEnglish.t('chart.label', { title: 'x' })).toThrow(/`titre`/);
  });

  it('never takes the locale of the host for a language the runtime does not know', () => {
    expect(makeLocalizer({ locale: 'tlh' }).number(1234.5)).toBe('1,234.5');
    expect(makeLocalizer({ locale: 'tlh', fallbackLocales: ['fr'] }).number(0.5)).toBe('0,5');
  });

  it('throws a RangeError without catalogs or for a malformed tag', () => {
    expect(() => makeLocalizer({ catalogs: [] })).toThrow(RangeError);
    expect(() => makeLocalizer({ locale: 'not a tag' })).toThrow(RangeError);
  });
});

describe('overrides', () => {
  it('win over the catalog, nearest locale first', () => {
    const messages = {
      fr: { 'alert.status': 'État' },
      'fr-CA': { 'alert.source': 'Provenance' },
      en: { 'alert.status': 'State' },
    } as const;
    const canadian = makeLocalizer({ locale: 'fr-CA', messages });
    expect(canadian.t('alert.status')).toBe('État');
    expect(canadian.t('alert.source')).toBe('Provenance');
    expect(makeLocalizer({ locale: 'fr', messages }).t('alert.source')).toBe('Source');
    expect(makeLocalizer({ locale: 'en', messages }).t('alert.status')).toBe('State');
    expect(makeLocalizer({ locale: 'ar', messages }).t('alert.status')).toBe('الحالة');
  });

  it('may be written under a POSIX name', () => {
    expect(makeLocalizer({ locale: 'fr-FR', messages: { fr_FR: { 'alert.status': 'État' } } }).t('alert.status')).toBe(
      'État',
    );
  });

  it('use the plural rules of their own language', () => {
    const messages = {
      pl: { 'overflow.items': '{count, plural, one {jeden} few {kilka} many {wiele} other {część}}' },
    } as const;
    const localizer = makeLocalizer({ locale: 'pl', messages });
    expect([1, 3, 5, 0.5].map((count) => localizer.t('overflow.items', { count }))).toEqual([
      'jeden',
      'kilka',
      'wiele',
      'część',
    ]);
    expect(localizer.t('alert.status')).toBe('Status');
  });

  it.each(['{count, plural, one {x}', '{count, plural, one {x}}', '{', '<b>'])(
    'are refused by checkMessage when they cannot be parsed: %s',
    (text) => {
      expect(check('overflow.items', text)).toEqual({ problem: expect.stringContaining('not a valid ICU message') });
    },
  );

  it.each([
    ['an argument that does not exist', 'there are {number}'],
    ['an inherited name', '{constructor}'],
    ['an argument of another kind', '{count, date, short}'],
    ['a number without number format', '{count}'],
    ['a tag', '<b>{count, number}</b>'],
  ])('are skipped with %s, and named by checkMessage', (_, text) => {
    expect(check('overflow.items', text)).toEqual({ problem: expect.any(String) });
    const localizer = makeLocalizer({ messages: { en: { 'overflow.items': text } } });
    expect(localizer.t('overflow.items', { count: 2 })).toBe('2 more items are not shown');
  });

  it.each<[MessageId, string]>([
    ['overflow.items', 'More'],
    ['overflow.items', '{count, number} more'],
    ['alert.summary.firing', '{title}'],
    ['alert.summary.firing', '{severity, select, Error {!} other {?}} {title}'],
  ])('of %s may say %s', (id, text) => {
    expect(check(id, text)).toEqual({ message: parseMessage(text, 'en') });
  });
});

describe('list', () => {
  it('joins with the words of the language', () => {
    expect(makeLocalizer().list(['a', 'b', 'c'])).toBe('a, b, and c');
    expect(makeLocalizer({ locale: 'fr' }).list(['a', 'b', 'c'])).toBe('a, b et c');
    expect(makeLocalizer().list(['a', 'b'])).toBe('a and b');
    expect(makeLocalizer({ locale: 'es' }).list(['Ana', 'Inés'])).toBe('Ana e Inés');
    expect(makeLocalizer().list([])).toBe('');
    expect(makeLocalizer().list(['only'])).toBe('only');
  });
  it('isolates items of another direction', () => {
    expect(makeLocalizer().list(['דוד', 'משה'])).toBe('\u2068דוד\u2069 and \u2068משה\u2069');
  });
});
