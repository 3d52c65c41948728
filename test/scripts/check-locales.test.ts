import { describe, expect, it } from 'vitest';
import { checkCatalog, checkSource, type Rule } from '../../scripts/locales/check.js';
import { listLocales, readLocale } from '../../scripts/locales/files.js';
import { checkUsed, readSources } from '../../scripts/locales/used.js';

/** Every feature of ICU messages, complete in three languages with two, three and six plural categories. */
const source = {
  plural: 'In {service}: {count, plural, =0 {no alerts} one {one alert} other {# alerts}}.',
  offset: '{count, plural, offset:1 one {{name} and # other} other {{name} and # others}}',
  ordinal: 'The {place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} place',
  percent: 'Load is {load, number, ::percent}',
  currency: 'Total {total, number, ::currency/EUR}',
  date: 'Since {start, date, ::yMMMd}',
  select:
    '{severity, select, critical {Critical in {service}} warning {Warning in {service}} other {Notice in {service}}}',
  tag: 'See <link>the page</link> of {service}',
  number: 'Part {index, number}',
};
const complete: Readonly<Record<string, Readonly<Record<keyof typeof source, string>>>> = {
  fr: {
    plural:
      'Dans {service}\u00a0: {count, plural, =0 {aucune alerte} one {# alerte} many {# d’alertes} other {# alertes}}.',
    offset: '{count, plural, offset:1 one {{name} et # autre} many {{name} et # d’autres} other {{name} et # autres}}',
    ordinal: 'La {place, selectordinal, one {#re} other {#e}} place',
    percent: 'La charge est de {load, number, ::percent}',
    currency: 'Montant {total, number, ::currency/EUR}',
    date: 'Depuis le {start, date, ::yMMMd}',
    select:
      '{severity, select, critical {Critique dans {service}} warning {Avertissement dans {service}} other {Avis dans {service}}}',
    tag: 'Voir <link>la page</link> de {service}',
    number: 'Partie {index, number}',
  },
  ar: {
    plural:
      'في {service}: {count, plural, zero {لا تنبيهات} one {تنبيه واحد} two {تنبيهان} few {# تنبيهات} many {# تنبيهًا} other {# تنبيه}}.',
    offset:
      '{count, plural, offset:1 zero {{name} وحده} one {{name} وآخر} two {{name} واثنان} few {{name} و# آخرون} many {{name} و# آخر} other {{name} و# آخر}}',
    ordinal: 'المركز {place, selectordinal, other {#}}',
    percent: 'الحمل {load, number, ::percent}',
    currency: 'المجموع {total, number, ::currency/EUR}',
    date: 'منذ {start, date, ::yMMMd}',
    select: '{severity, select, critical {حرج في {service}} warning {تحذير في {service}} other {إشعار في {service}}}',
    tag: 'انظر <link>الصفحة</link> من {service}',
    number: 'الجزء {index, number}',
  },
};

type Mutation = { name: string; id: keyof typeof source; rules: readonly Rule[]; mutate: (text: string) => string };
const lastBranch = / other \{(?:[^{}]|\{[^{}]*\})*\}/;
const mutations: readonly Mutation[] = [
  {
    name: 'a plural is flattened',
    id: 'plural',
    rules: ['arguments'],
    mutate: (text) => text.replace(/\{count, plural.*\}\./s, '{count} x.'),
  },
  {
    name: 'a plural is flattened to its number',
    id: 'plural',
    rules: ['arguments'],
    mutate: (text) => text.replace(/\{count, plural.*\}\./s, '{count, number}.'),
  },
  {
    name: 'a category is dropped',
    id: 'plural',
    rules: ['plural-branches'],
    mutate: (text) => text.replace(/ many \{[^{}]*\}/, ''),
  },
  {
    name: 'a category is dropped under an offset',
    id: 'offset',
    rules: ['plural-branches'],
    mutate: (text) => text.replace(/ one \{(?:[^{}]|\{[^{}]*\})*\}/, ''),
  },
  {
    name: 'a category of no use is added',
    id: 'ordinal',
    rules: ['plural-branches'],
    mutate: (text) => text.replace('other', 'few {#} other'),
  },
  {
    name: 'a number format is stripped',
    id: 'percent',
    rules: ['format'],
    mutate: (text) => text.replace(', number, ::percent', ', number'),
  },
  {
    name: 'a number format is stripped entirely',
    id: 'percent',
    rules: ['arguments'],
    mutate: (text) => text.replace(', number, ::percent', ''),
  },
  {
    name: 'a plain number format is stripped',
    id: 'number',
    rules: ['arguments'],
    mutate: (text) => text.replace(', number', ''),
  },
  { name: 'a date format changes', id: 'date', rules: ['format'], mutate: (text) => text.replace('yMMMd', 'yMMM') },
  {
    name: 'a date becomes a time',
    id: 'date',
    rules: ['arguments'],
    mutate: (text) => text.replace('date, ::yMMMd', 'time, ::yMMMd'),
  },
  {
    name: 'a select branch is dropped',
    id: 'select',
    rules: ['select-branches'],
    mutate: (text) => text.replace(/ warning \{[^{}]*\{service\}[^{}]*\}/, ''),
  },
  {
    name: 'a select branch is renamed',
    id: 'select',
    rules: ['select-branches'],
    mutate: (text) => text.replace('critical {', 'warn {'),
  },
  {
    name: 'an offset is dropped',
    id: 'offset',
    rules: ['plural-offset'],
    mutate: (text) => text.replace(' offset:1', ''),
  },
  {
    name: 'an offset changes',
    id: 'offset',
    rules: ['plural-offset'],
    mutate: (text) => text.replace('offset:1', 'offset:2'),
  },
  {
    name: 'a cardinal becomes an ordinal',
    id: 'plural',
    rules: ['plural-type'],
    mutate: (text) => text.replace('plural', 'selectordinal'),
  },
  {
    name: 'an ordinal becomes a cardinal',
    id: 'ordinal',
    rules: ['plural-type'],
    mutate: (text) => text.replace('selectordinal', 'plural'),
  },
  { name: 'a type is unknown', id: 'plural', rules: ['syntax'], mutate: (text) => text.replace('plural', 'pluriel') },
  {
    name: 'the keyword `other` of a plural is translated',
    id: 'plural',
    rules: ['syntax'],
    mutate: (text) => text.replace(' other {', ' autre {'),
  },
  {
    name: 'the keyword `other` of a select is translated',
    id: 'select',
    rules: ['syntax'],
    mutate: (text) => text.replace(' other {', ' autre {'),
  },
  {
    name: 'a translated keyword joins the right one',
    id: 'plural',
    rules: ['plural-branches'],
    mutate: (text) => text.replace(' other {', ' autre {#} other {'),
  },
  { name: 'a currency changes', id: 'currency', rules: ['format'], mutate: (text) => text.replace('EUR', 'PLN') },
  { name: 'a currency sign is written out', id: 'percent', rules: ['currency'], mutate: (text) => `${text} €` },
  {
    name: 'a placeholder is lost in one branch of a select',
    id: 'select',
    rules: ['lost-argument'],
    mutate: (text) => text.replace(/(other \{[^{}]*)\{service\}/, '$1'),
  },
  {
    name: 'a placeholder is lost in one branch of a plural',
    id: 'offset',
    rules: ['lost-argument'],
    mutate: (text) => text.replace(/(other \{)\{name\}/, '$1x'),
  },
  {
    name: 'the number is lost in a branch of many numbers',
    id: 'plural',
    rules: ['lost-argument'],
    mutate: (text) => text.replace(lastBranch, (branch) => branch.replace('#', '')),
  },
  {
    name: 'a placeholder is lost everywhere',
    id: 'tag',
    rules: ['arguments'],
    mutate: (text) => text.replace('{service}', ''),
  },
  {
    name: 'a placeholder is renamed',
    id: 'tag',
    rules: ['arguments'],
    mutate: (text) => text.replace('{service}', '{dienst}'),
  },
  { name: 'a tag is lost', id: 'tag', rules: ['tags'], mutate: (text) => text.replace(/<\/?link>/g, '') },
  { name: 'a tag is renamed', id: 'tag', rules: ['tags'], mutate: (text) => text.replaceAll('link>', 'lien>') },
  { name: 'a tag is left open', id: 'tag', rules: ['syntax'], mutate: (text) => text.replace('</link>', '') },
  {
    name: 'a bidi control is inserted',
    id: 'tag',
    rules: ['invisible'],
    mutate: (text) => text.replace('{service}', '\u202e{service}'),
  },
  { name: 'an isolate is inserted', id: 'number', rules: ['invisible'], mutate: (text) => `${text}\u2069` },
  {
    name: 'a zero-width space is inserted',
    id: 'number',
    rules: ['invisible'],
    mutate: (text) => text.replace(' ', '\u200b '),
  },
  { name: 'a control is inserted', id: 'number', rules: ['invisible'], mutate: (text) => `${text}\u0007` },
  { name: 'a double space is left over', id: 'tag', rules: ['spaces'], mutate: (text) => text.replace(' ', '  ') },
  {
    name: 'two different spaces follow each other',
    id: 'tag',
    rules: ['spaces'],
    mutate: (text) => text.replace(' ', '\u00a0 '),
  },
  { name: 'a space is left at the start', id: 'number', rules: ['spaces'], mutate: (text) => ` ${text}` },
  { name: 'a space is left at the end', id: 'number', rules: ['spaces'], mutate: (text) => `${text}\u00a0` },
  {
    name: 'a letter of another script slips in',
    id: 'number',
    rules: ['script'],
    mutate: (text) => `${text} критично`,
  },
];

describe.each(Object.entries(complete))('the checker in %s', (locale, catalog) => {
  it('has nothing to say about a complete catalog', () => {
    expect(checkCatalog(source, catalog, locale)).toEqual([]);
  });

  it.each(mutations)('finds that $name', ({ id, rules, mutate }) => {
    const original = catalog[id];
    const mutated = mutate(original);
    // Arabic has one ordinal category and no branch to lose in some places: a mutation that changes nothing proves nothing.
    expect(mutated).not.toBe(original);
    const findings = checkCatalog(source, { ...catalog, [id]: mutated }, locale);
    expect(findings.map((finding) => finding.rule)).toEqual(expect.arrayContaining([...rules]));
    expect(new Set(findings.map((finding) => finding.id))).toEqual(new Set([id]));
  });

  it('finds a missing, an empty and a superfluous message', () => {
    const { number: _, ...rest } = catalog;
    expect(checkCatalog(source, rest, locale)).toMatchObject([{ id: 'number', rule: 'missing-key' }]);
    expect(checkCatalog(source, { ...catalog, number: ' ' }, locale)).toMatchObject([
      { id: 'number', rule: 'missing-key' },
    ]);
    expect(checkCatalog(source, { ...catalog, more: 'x' }, locale)).toMatchObject([{ id: 'more', rule: 'extra-key' }]);
  });
});

describe('the rule about numbers that words may name', () => {
  const english = { a: '{count, plural, one {one alert} other {# alerts}}' };
  it.each([
    ['fr', '{count, plural, one {une alerte} many {# d’alertes} other {# alertes}}', ['lost-argument']],
    ['ar', '{count, plural, zero {لا} one {واحد} two {اثنان} few {# ا} many {# ا} other {# ا}}', []],
    ['ar', '{count, plural, zero {لا} one {واحد} two {اثنان} few {ثلاثة} many {# ا} other {# ا}}', ['lost-argument']],
    ['ru', '{count, plural, one {одна} few {# а} many {# а} other {# а}}', ['lost-argument']],
    ['de', '{count, plural, one {eine Meldung} other {# Meldungen}}', []],
    ['ja', '{count, plural, other {#件}}', []],
    ['he', '{count, plural, one {# א} two {שתיים} other {# א}}', []],
  ])('holds in %s for %s', (locale, text, rules) => {
    expect(checkCatalog(english, { a: text }, locale).map((finding) => finding.rule)).toEqual(rules);
  });

  it('asks for no number that English does not show', () => {
    const silent = { a: '{count, plural, one {alert} other {alerts}}' };
    expect(checkCatalog(silent, { a: '{count, plural, one {Meldung} other {Meldungen}}' }, 'de')).toEqual([]);
  });
});

describe('the rule about scripts', () => {
  it.each([
    ['ar', 'تنبيه SMS', []],
    ['ar', 'تنبيه critical', ['script']],
    ['ar', 'گزارش', ['script']],
    ['fa', 'گزارش\u200cها', []],
    ['fr', 'naïf œuvre', []],
    ['fr', 'Сritique', ['script']],
    ['uk', 'пам’ять', []],
    ['uk', 'ошибкы', ['script']],
    ['ja', '重大なエラー', []],
    ['ko', '오류', []],
    ['zh-Hant', '錯誤', []],
    ['el', 'σφάλμα error', ['script']],
  ])('in %s says of %j %j', (locale, text, rules) => {
    expect(checkCatalog({ a: 'x' }, { a: text }, locale).map((finding) => finding.rule)).toEqual(rules);
  });
});

describe('the shipped catalogs', () => {
  const english = readLocale('en');
  it('are English and at least two more', () => {
    expect(listLocales()).toEqual(expect.arrayContaining(['ar', 'en', 'fr']));
  });
  it.each(listLocales())('are complete: %s', (locale) => {
    expect(locale === 'en' ? checkSource(english) : checkCatalog(english, readLocale(locale), locale)).toEqual([]);
  });
});

describe('checkSource', () => {
  it.each([
    ['a fixed currency', '{total, number, ::currency/EUR}', 'currency'],
    ['a currency sign', 'Costs $5', 'currency'],
    ['a missing category', '{count, plural, other {#}}', 'plural-branches'],
    ['broken ICU', '{count, plural', 'syntax'],
  ])('finds %s', (_, text, rule) => {
    expect(checkSource({ a: text }).map((finding) => finding.rule)).toContain(rule);
  });
});

describe('messages that no source names', () => {
  const computed = { 'status.': ['firing', 'resolved'] };
  const catalog = { 'status.firing': 'Firing', 'status.resolved': 'Resolved', 'text.empty': '(empty)' };
  const sources = "t(`status.${status}`); t('text.empty');";

  it('are none where each is named or computed', () => {
    expect(checkUsed(catalog, sources, computed)).toEqual([]);
    expect(checkUsed(catalog, '{{t "text.empty"}} t(`status.${status}`)', computed)).toEqual([]);
  });

  it.each<[string, typeof catalog & Record<string, string>, string, string]>([
    ['a message that nothing names', { ...catalog, 'text.full': 'full' }, sources, 'text.full'],
    ['a message whose name only begins another', catalog, "t(`status.${status}`); t('text.empty.more')", 'text.empty'],
    ['a value that is not in the table', { ...catalog, 'status.lost': 'Lost' }, sources, 'status.lost'],
    [
      'a prefix that nothing computes any more',
      catalog,
      "t('status.firing') 'status.resolved' 'text.empty'",
      'status.',
    ],
  ])('are found: %s', (_what, messages, text, id) => {
    expect(checkUsed(messages, text, computed)).toMatchObject([{ id, rule: 'unused' }]);
  });

  it('are found in the table too, where no catalog has them', () => {
    const more = { 'status.': ['firing', 'resolved', 'silenced'] };
    expect(checkUsed(catalog, sources, more)).toMatchObject([{ id: 'status.silenced', rule: 'unused' }]);
  });

  it('are none in the shipped catalogs', () => {
    expect(checkUsed(readLocale('en'), readSources())).toEqual([]);
  });
});
