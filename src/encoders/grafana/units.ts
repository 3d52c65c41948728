/**
 * Units of metrics as Grafana names them, each one of the constants in its foundation SDK.
 * https://github.com/grafana/grafana-foundation-sdk (`units.jsonschema.json`, read 2026-06-16)
 */
import type { MetricKind } from '../../metric/model.js';
import { unitWord } from '../../metric/units.js';

type UnitNames = { readonly value: string; readonly perSecond?: string };

const units: Readonly<Record<string, UnitNames>> = {
  days: { value: 'd' },
  hours: { value: 'h' },
  minutes: { value: 'm' },
  // Seconds in a second are a share of time: of a processor, of a connection.
  seconds: { value: 's', perSecond: 'percentunit' },
  milliseconds: { value: 'ms' },
  microseconds: { value: 'µs' },
  nanoseconds: { value: 'ns' },
  bytes: { value: 'bytes', perSecond: 'binBps' },
  kibibytes: { value: 'kbytes', perSecond: 'KiBs' },
  mebibytes: { value: 'mbytes', perSecond: 'MiBs' },
  gibibytes: { value: 'gbytes', perSecond: 'GiBs' },
  tebibytes: { value: 'tbytes', perSecond: 'TiBs' },
  kilobytes: { value: 'deckbytes', perSecond: 'KBs' },
  megabytes: { value: 'decmbytes', perSecond: 'MBs' },
  gigabytes: { value: 'decgbytes', perSecond: 'GBs' },
  terabytes: { value: 'dectbytes', perSecond: 'TBs' },
  bytes_per_second: { value: 'binBps' },
  bits: { value: 'bits', perSecond: 'binbps' },
  bit: { value: 'bits', perSecond: 'binbps' },
  bit_per_second: { value: 'binbps' },
  meters: { value: 'lengthm' },
  volts: { value: 'volt' },
  amperes: { value: 'amp' },
  joules: { value: 'joule', perSecond: 'watt' },
  watts: { value: 'watt' },
  grams: { value: 'massg' },
  celsius: { value: 'celsius' },
  hertz: { value: 'hertz' },
  percent: { value: 'percent' },
  ratio: { value: 'percentunit' },
};

/** What is counted, where a unit says so in braces (UCUM, "annotations"). */
const counted: readonly (readonly [pattern: RegExp, perSecond: string])[] = [
  [/^\{requests?\}$/, 'reqps'],
  [/^\{(?:operations?|ops?)\}$/, 'ops'],
  [/^\{reads?\}$/, 'rps'],
  [/^\{writes?\}$/, 'wps'],
  [/^\{messages?\}$/, 'mps'],
  [/^\{events?\}$/, 'eps'],
  [/^\{records?\}$/, 'recps'],
];

const namesOf = (kind: MetricKind, unit: string | undefined): UnitNames | undefined => {
  const word = unitWord(unit, kind === 'gauge');
  return word !== undefined && Object.hasOwn(units, word) ? units[word] : undefined;
};

/** The unit of what a metric measures. */
export const valueUnit = (kind: MetricKind, unit: string | undefined): string => namesOf(kind, unit)?.value ?? 'short';

/** The unit of how much more of it there is in each second. */
export function rateUnit(unit: string | undefined): string {
  if (unit === undefined) return 'cps';
  const perSecond = counted.find(([pattern]) => pattern.test(unit))?.[1];
  if (perSecond !== undefined) return perSecond;
  if (unitWord(unit, false) === undefined) return 'cps';
  return namesOf('counter', unit)?.perSecond ?? 'short';
}
