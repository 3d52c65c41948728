/** Messages of one reader: where each comes from, and its printing. */
import type { LocaleCatalog } from '../generated/messages.js';
import type { ParsedMessage } from '../kernel/parsed-message.js';
import type { MessageIntl } from './formatjs.js';
import { directionOf, localeChain, normalizeLocale, resolveCatalog } from './locale.js';
import { type CompiledMessage, compileMessage, type MessageValues } from './message.js';
import { type HourCycle, resolveHourCycle } from './times.js';

export type TranslateConfig = {
  readonly locale: string;
  readonly fallbackLocales: readonly string[];
  readonly timeZone: string;
  readonly numberingSystem: string;
  readonly calendar: string;
  readonly hourCycle?: HourCycle;
  readonly catalogs: readonly LocaleCatalog[];
  readonly overrides?: readonly Source[];
};

/** The messages that say which arguments all others take: those in English, the source, if it is there. */
export function referenceMessages(catalogs: readonly LocaleCatalog[]): LocaleCatalog['messages'] {
  const tag = catalogs.some(({ locale }) => locale === 'en') ? 'en' : catalogs[0]?.locale;
  const parts = catalogs.filter(({ locale }) => locale === tag).map(({ messages }) => messages);
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : Object.assign({}, ...parts);
}

const ownMessage = (messages: Source['messages'], id: string): ParsedMessage | undefined =>
  Object.hasOwn(messages, id) ? messages[id] : undefined;

type Source = { readonly locale: string; readonly messages: Readonly<Partial<Record<string, ParsedMessage>>> };

/**
 * Orders the places where a message can come from: overrides along the chain, then the catalog of the chain; the same for
 * each fallback locale; English; whatever is left.
 */
function orderSources({ locale, fallbackLocales, catalogs, overrides = [] }: TranslateConfig): Source[] {
  const sources: Source[] = [];
  const own = overrides.map(({ locale: name, messages }) => ({ locale: normalizeLocale(name) ?? name, messages }));
  const tags = catalogs.map((catalog) => catalog.locale);
  for (const wanted of [locale, ...fallbackLocales, 'en']) {
    for (const tag of localeChain(wanted)) sources.push(...own.filter((override) => override.locale === tag));
    const name = resolveCatalog(wanted, tags);
    // A language may come in parts.
    sources.push(...catalogs.filter((catalog) => catalog.locale === name));
  }
  return [...sources, ...catalogs];
}

function createMessageIntl(locales: readonly string[], messageLocale: string, config: TranslateConfig): MessageIntl {
  const { numberingSystem, calendar, timeZone } = config;
  const tags = [...locales];
  const pinned = { numberingSystem };
  const plain = new Intl.NumberFormat(tags, pinned);
  // Options are objects of the parsed message, so they live as long as it does and identify the formatter.
  const numbers = new WeakMap<object, Intl.NumberFormat>();
  const dates = new WeakMap<object, Intl.DateTimeFormat>();
  const rules = {
    cardinal: new Intl.PluralRules(messageLocale),
    ordinal: new Intl.PluralRules(messageLocale, { type: 'ordinal' }),
  };
  const defaultDate: Intl.DateTimeFormatOptions = {};
  return {
    getNumberFormat(_locales, options) {
      if (options === undefined) return plain;
      let format = numbers.get(options);
      if (format === undefined) {
        format = new Intl.NumberFormat(tags, { ...options, ...pinned });
        numbers.set(options, format);
      }
      return format;
    },
    getDateTimeFormat(_locales, options = defaultDate) {
      let format = dates.get(options);
      if (format === undefined) {
        const clock = options.hour === undefined ? {} : { hourCycle: resolveHourCycle(locales, config.hourCycle) };
        format = new Intl.DateTimeFormat(tags, { ...options, ...clock, timeZone, calendar, numberingSystem });
        dates.set(options, format);
      }
      return format;
    },
    getPluralRules: (_locales, options) => rules[options?.type ?? 'cardinal'],
  };
}

/**
 * Creates the function that prints messages. A message is prepared on first use and kept, so the size is bounded by the number
 * of messages. `locales` is what `Intl` gets: digits and dates follow the reader, plural rules the message.
 */
export function createTranslate(config: TranslateConfig, locales: readonly string[]) {
  const sources = orderSources(config);
  const references = referenceMessages(config.catalogs);
  const compiled = new Map<string, CompiledMessage>();
  const intlByLocale = new Map<string, MessageIntl>();
  const intlOf = (locale: string): MessageIntl => {
    const intl = intlByLocale.get(locale) ?? createMessageIntl(locales, locale, config);
    intlByLocale.set(locale, intl);
    return intl;
  };
  const compile = (id: string): CompiledMessage => {
    for (const { locale, messages } of sources) {
      const parsed = ownMessage(messages, id);
      if (parsed === undefined) continue;
      const reference = ownMessage(references, id) ?? parsed;
      const message = compileMessage(parsed, { id, locale, dir: directionOf(locale), intl: intlOf(locale), reference });
      if (message === undefined) continue;
      compiled.set(id, message);
      return message;
    }
    throw new TypeError(`Cannot print the message \`${id}\`: no catalog has it`);
  };
  return (id: string, values?: MessageValues): string => {
    const message = compiled.get(id) ?? compile(id);
    return typeof message === 'string' ? message : message(values);
  };
}
