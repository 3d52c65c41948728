/**
 * Names of measurements and tags as InfluxDB stores them: one table for whoever writes points and whoever asks for them.
 * https://docs.influxdata.com/influxdb/v2/reference/syntax/line-protocol/ (read 2026-08-21)
 */
import { escapeName, labelNames, losslessName, type NameGrammar, type Naming } from './names.js';

/** The generation of the server. */
export type InfluxProfile = 'v1' | 'v2' | 'v3';

/** `#`, LF, CR and a last backslash, as percent codes; `%` in front of what would read as such a code. */
const codes: Readonly<Record<string, string>> = { '\n': '%0A', '\r': '%0D', '\\': '%5C', '#': '%23', '%': '%25' };
const encode = (char: string): string => codes[char] ?? char;

const unsafeInTag = /[\n\r%]|\\$/;
const unsafeChars = /[\n\r]|\\$|%(?=(?:25)*(?:0A|0D|5C|23))/g;

/**
 * Replaces what servers lose or misread, escaped or not: a line break ends the line, a backslash at the end swallows the
 * separator behind it. No two texts become one: a text that looks encoded is encoded once more.
 */
export const encodeUnsafe = (text: string): string =>
  unsafeInTag.test(text) ? text.replace(unsafeChars, encode) : text;

/** As {@link encodeUnsafe}; a `#` at the beginning of a line makes a comment of it, which servers accept and drop. */
const encodeMeasurement = (name: string): string => encodeUnsafe(name).replace(/^#/, encode);

/** Names in v3: https://docs.influxdata.com/influxdb3/core/write-data/best-practices/schema-design/#naming-restrictions */
const v3Names: NameGrammar = { whole: /^[A-Za-z0-9][A-Za-z0-9_-]*$/, allowed: /[A-Za-z0-9-]/ };

const isReserved = (name: string): boolean => name.startsWith('_') || name.startsWith('\0');

/** Names of measurements and keys: as they are, but for what a profile cannot store. */
const nameIn = (profile: InfluxProfile, raw: string): string => {
  const name = profile === 'v3' ? escapeName(raw, 'underscores', v3Names) : encodeMeasurement(raw.toWellFormed());
  return isReserved(name) ? `exported${name}` : name;
};

const lossless = (raw: string): string => losslessName(raw, labelNames);

/** How metrics are named. */
export const measurementNaming = (profile: InfluxProfile): Naming => ({
  translate: (raw) => nameIn(profile, raw),
  lossless,
});

/** `time` is the column of timestamps, the others are fields here: a tag of the name would be lost or refused. */
const takenKeys: ReadonlySet<string> = new Set(['time', 'value', 'count', 'sum', 'bucket', 'active']);

/** How attributes are named, where some keys are taken: by the tenant's tag, or by one that a kind of metric needs. */
export const tagNaming = (profile: InfluxProfile, taken: readonly (string | undefined)[]): Naming => ({
  translate: (raw) => {
    let name = nameIn(profile, raw);
    while (taken.includes(name) || takenKeys.has(name)) name = `exported_${name}`;
    return name;
  },
  lossless,
});
