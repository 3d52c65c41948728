/** Everything that depends on language, digits, calendar and zone, for one reader. */
import type { Direction } from '../document/nodes.js';
import type { LocaleCatalog, MessageArguments, MessageId } from '../generated/messages.js';
import type { ParsedMessage } from '../kernel/parsed-message.js';
import { isolate } from './bidi.js';
import type { Days } from './days.js';
import { joinLabelled, type LabelPart, labelParts } from './labelled.js';
import { type Pair, pairOf } from './list-pair.js';
import { directionOf, normalizeLocale, resolveCatalog } from './locale.js';
import { createNumbers, type NumberSpec } from './numbers.js';
import { createRegions } from './regions.js';
import { createTimes, type HourCycle } from './times.js';
import { createTranslate } from './translate.js';

export type { NumberSpec } from './numbers.js';

/** Texts of a tenant's own in one language, parsed. */
export type MessageOverrides = {
  /** BCP 47, or a POSIX name. */
  readonly locale: string;
  readonly messages: Readonly<Partial<Record<MessageId, ParsedMessage>>>;
};

export type LocalizerConfig = {
  /** Wanted; any well-formed tag. */
  readonly locale: string;
  readonly fallbackLocales: readonly string[];
  /** Any IANA id. */
  readonly timeZone: string;
  /** CLDR numbering system, as `latn`. */
  readonly numberingSystem: string;
  /** CLDR calendar, as `gregory`. */
  readonly calendar: string;
  /** @default what CLDR says for the locale */
  readonly hourCycle?: HourCycle;
  readonly catalogs: readonly LocaleCatalog[];
  readonly overrides?: readonly MessageOverrides[];
};

/** Prints for one reader. Pure: the host's locale, zone and clock are never read. */
export interface Localizer {
  /** The wanted locale, canonical: `fr-CA`. Numbers and dates follow it. */
  readonly locale: string;
  /** The locale whose messages are used: `fr`. */
  readonly catalogLocale: string;
  /** The direction of the messages. */
  readonly dir: Direction;
  /** The zone, as it was given. */
  readonly timeZone: string;
  /** Prints a message. String arguments are isolated where direction can matter. @throws TypeError for a wrong argument */
  t<Id extends MessageId>(id: Id, ...args: MessageArguments<Id>): string;
  /** Prints a number; decimal strings exactly. NaN is an em dash. */
  number(value: number | string, spec?: NumberSpec): string;
  /** Prints an exact decimal amount, rounded half-even to the currency's ISO 4217 digits, or to those that are asked for. */
  money(amount: string, currency: string, maxFractionDigits?: number): string;
  /** Prints an instant; `time` and `datetime` with the zone's offset, so that the instant can be told; `day` in UTC. */
  date(epochMs: number, style?: 'date' | 'time' | 'datetime' | 'day'): string;
  /** Prints calendar days, which are the same in every zone. */
  readonly days: Days;
  /** Prints the distance to now: "yesterday" is the day before by the zone's calendar. */
  relative(epochMs: number, nowMs: number): string;
  /** Prints the two largest units. */
  duration(durationMs: number): string;
  /** Names a country by its ISO 3166-1 code. */
  region(code: string): string;
  /** Joins with commas and "and". Items are isolated where direction can matter. */
  list(items: readonly string[]): string;
  /** Writes a label and what it names on one line, as the language punctuates it. Neither is isolated. */
  labelled(label: string, value: string): string;
  /** The same for values that are no text: what stands where, in order. */
  readonly labelParts: readonly LabelPart[];
  /** Isolates a value for a text in the direction of the messages. */
  isolate(value: string, kind?: 'text' | 'ltr'): string;
}

/**
 * Creates the localizer of one reader. Made once a tenant context and reused: messages are prepared and `Intl` objects built
 * on first use and kept, bounded. @throws RangeError when there is no catalog or the locale is malformed
 */
export function createLocalizer(config: LocalizerConfig): Localizer {
  const locale = normalizeLocale(config.locale);
  if (locale === undefined) throw new RangeError(`Cannot localize for \`${config.locale}\`: it is not a language tag`);
  const tags = config.catalogs.map((catalog) => catalog.locale);
  const [firstTag] = tags;
  if (firstTag === undefined) throw new RangeError('Cannot localize without a catalog, expected at least one');
  const catalogLocale =
    [locale, ...config.fallbackLocales, 'en']
      .map((tag) => resolveCatalog(tag, tags))
      .find((tag) => tag !== undefined) ?? firstTag;
  // Ends with a locale that every runtime has: for an unknown one `Intl` would take the host's.
  const locales = [locale, catalogLocale, 'en'];
  const dir = directionOf(catalogLocale);
  const { numberingSystem, calendar, timeZone, hourCycle } = config;
  const numbers = createNumbers({ locales, dir, numberingSystem });
  const times = createTimes({
    locales,
    timeZone,
    numberingSystem,
    calendar,
    numbers,
    ...(hourCycle === undefined ? {} : { hourCycle }),
  });
  const t = createTranslate(config, locales) as Localizer['t'];
  let conjunction: Intl.ListFormat | undefined;
  /** What stands before, between and after two items: asking `Intl` each time takes a microsecond. */
  let pair: Pair | undefined;
  let parts: readonly LabelPart[] | undefined;
  const partsOf = (): readonly LabelPart[] => {
    parts ??= labelParts((values) => t('text.labelled', values));
    return parts;
  };
  return {
    locale,
    catalogLocale,
    dir,
    timeZone,
    t,
    number: numbers.number,
    money: numbers.money,
    date: times.date,
    days: times.days,
    relative: times.relative,
    duration: times.duration,
    region: createRegions(locales).region,
    list(items) {
      const [only] = items;
      // Nothing to join, and `Intl` takes a microsecond for it.
      if (only !== undefined && items.length === 1) return isolate(only, dir);
      conjunction ??= new Intl.ListFormat(locales, { type: 'conjunction', style: 'long' });
      const isolated = items.map((item) => isolate(item, dir));
      if (isolated.length !== 2) return conjunction.format(isolated);
      pair ??= pairOf(conjunction);
      return pair === 'shifting' ? conjunction.format(isolated) : pair.join(isolated);
    },
    labelled: (label, value) => joinLabelled(partsOf(), label, value),
    get labelParts() {
      return partsOf();
    },
    isolate: (value, kind) => isolate(value, dir, kind),
  };
}
