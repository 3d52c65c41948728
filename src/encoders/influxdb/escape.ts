/**
 * Escapes of line protocol, by position, and what no escape can save.
 * https://docs.influxdata.com/influxdb/v2/reference/syntax/line-protocol/#special-characters (read 2026-08-21)
 */

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
export const encodeMeasurement = (name: string): string => encodeUnsafe(name).replace(/^#/, encode);

/** Measurements: commas and spaces. */
export const escapeMeasurement = (name: string): string => name.replace(/[, ]/g, '\\$&');

/** Keys and values of tags: equals signs too. */
export const escapeTag = (text: string): string => text.replace(/[,= ]/g, '\\$&');

/** ASCII characters that make a tag value more than a copy. */
export const markedChars = ', =\\\n\r%';
