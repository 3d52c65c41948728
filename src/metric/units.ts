/**
 * Units of metrics: UCUM codes as OpenTelemetry has them, in the words that Prometheus puts at the end of names.
 * https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/#metric-metadata-1
 */

const words: ReadonlyMap<string, string> = new Map([
  ['d', 'days'],
  ['h', 'hours'],
  ['min', 'minutes'],
  ['s', 'seconds'],
  ['ms', 'milliseconds'],
  ['us', 'microseconds'],
  ['ns', 'nanoseconds'],
  ['By', 'bytes'],
  ['KiBy', 'kibibytes'],
  ['MiBy', 'mebibytes'],
  ['GiBy', 'gibibytes'],
  ['TiBy', 'tebibytes'],
  ['KBy', 'kilobytes'],
  ['MBy', 'megabytes'],
  ['GBy', 'gigabytes'],
  ['TBy', 'terabytes'],
  ['m', 'meters'],
  ['V', 'volts'],
  ['A', 'amperes'],
  ['J', 'joules'],
  ['W', 'watts'],
  ['g', 'grams'],
  ['Cel', 'celsius'],
  ['Hz', 'hertz'],
  ['%', 'percent'],
]);

/** What a rate is per: one of it, so in the singular. */
const perWords: ReadonlyMap<string, string> = new Map([
  ['s', 'second'],
  ['min', 'minute'],
  ['h', 'hour'],
  ['d', 'day'],
  ['wk', 'week'],
  ['mo', 'month'],
  ['a', 'year'],
]);

/** Base units, by the units that are multiples of them. https://prometheus.io/docs/practices/naming/#base-units */
const baseUnits: ReadonlyMap<string, string> = new Map([
  ...['days', 'hours', 'minutes', 'milliseconds', 'microseconds', 'nanoseconds'].map(
    (unit) => [unit, 'seconds'] as const,
  ),
  ...['kibi', 'mebi', 'gibi', 'tebi', 'kilo', 'mega', 'giga', 'tera'].map(
    (prefix) => [`${prefix}bytes`, 'bytes'] as const,
  ),
  ['percent', 'ratio'],
  ['ms', 'seconds'],
  ['us', 'seconds'],
  ['ns', 'seconds'],
]);

const annotation = /\{[^{}]*\}/g;

/** The word for a unit; `undefined` where a name has none: counts of things, and what is no unit at all. */
export function unitWord(unit: string | undefined, isGauge: boolean): string | undefined {
  if (unit === undefined) return undefined;
  const bare = unit.replace(annotation, '').trim();
  // UCUM's unity: a share where a value goes up and down, a number of things where it is counted.
  if (bare === '1') return isGauge ? 'ratio' : undefined;
  const [counted = '', per, ...more] = bare.split('/');
  if (more.length > 0) return plain(bare);
  const word = counted === '' ? '' : (words.get(counted) ?? plain(counted) ?? '');
  if (per === undefined || per === '') return word === '' ? undefined : word;
  const perWord = perWords.get(per) ?? plain(per) ?? '';
  return [word, 'per', perWord].filter((part) => part !== '').join('_');
}

/** A word of a unit that is in no table, in characters that names may have. */
function plain(unit: string): string | undefined {
  const word = unit.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '');
  return word === '' ? undefined : word;
}

/** The base unit that should be used instead of a unit, if it is not one itself. */
export const baseUnitOf = (word: string): string | undefined => baseUnits.get(word);
