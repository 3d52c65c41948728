/** Units as people abbreviate them, mapped to CLDR units, which every language has names for. */

/** The simple units that ECMA-402 sanctions (table 2 of `IsSanctionedSingleUnitIdentifier`). */
const sanctioned: ReadonlySet<string> = new Set(
  (
    'acre bit byte celsius centimeter day degree fahrenheit fluid-ounce foot gallon gigabit gigabyte gram hectare hour inch ' +
    'kilobit kilobyte kilogram kilometer liter megabit megabyte meter microsecond mile mile-scandinavian milliliter ' +
    'millimeter millisecond minute month nanosecond ounce percent petabyte pound second stone terabit terabyte week yard year'
  ).split(' '),
);

/**
 * Usual abbreviations. Left out on purpose, and so printed as they are: `m` (metre or minute), `M` and `k` (counts), and the
 * binary `KiB`, `MiB`, `GiB`, which CLDR's decimal units would falsify.
 */
const abbreviations: ReadonlyMap<string, string> = new Map([
  ['%', 'percent'],
  ['ns', 'nanosecond'],
  ['us', 'microsecond'],
  ['\u00b5s', 'microsecond'],
  ['\u03bcs', 'microsecond'],
  ['ms', 'millisecond'],
  ['s', 'second'],
  ['sec', 'second'],
  ['min', 'minute'],
  ['h', 'hour'],
  ['hr', 'hour'],
  ['d', 'day'],
  ['B', 'byte'],
  ['kB', 'kilobyte'],
  ['KB', 'kilobyte'],
  ['MB', 'megabyte'],
  ['GB', 'gigabyte'],
  ['TB', 'terabyte'],
  ['PB', 'petabyte'],
  ['kbit', 'kilobit'],
  ['Kbit', 'kilobit'],
  ['Mbit', 'megabit'],
  ['Gbit', 'gigabit'],
  ['Tbit', 'terabit'],
  ['bps', 'bit-per-second'],
  ['kbps', 'kilobit-per-second'],
  ['Mbps', 'megabit-per-second'],
  ['Gbps', 'gigabit-per-second'],
  ['Tbps', 'terabit-per-second'],
  ['km', 'kilometer'],
  ['cm', 'centimeter'],
  ['mm', 'millimeter'],
  ['kg', 'kilogram'],
  ['g', 'gram'],
  ['\u00b0', 'degree'],
  ['\u00b0C', 'celsius'],
  ['\u00b0F', 'fahrenheit'],
]);

function simpleUnit(unit: string): string | undefined {
  if (sanctioned.has(unit)) return unit;
  const known = abbreviations.get(unit);
  if (known !== undefined) return known;
  // `seconds`, `bytes`: metric names come in the plural too.
  return unit.endsWith('s') && sanctioned.has(unit.slice(0, -1)) ? unit.slice(0, -1) : undefined;
}

/** Finds the CLDR unit of an abbreviation, a name, or a rate of two (`MB/s`, `byte-per-second`). Undefined when there is none. */
export function cldrUnit(unit: string): string | undefined {
  const simple = simpleUnit(unit);
  if (simple !== undefined) return simple;
  const [numerator, denominator, more] = unit.split(/\/|-per-/);
  if (numerator === undefined || denominator === undefined || more !== undefined) return undefined;
  const amount = simpleUnit(numerator);
  const per = simpleUnit(denominator);
  if (amount === undefined || per === undefined || amount.includes('-per-') || per.includes('-per-')) return undefined;
  return `${amount}-per-${per}`;
}
