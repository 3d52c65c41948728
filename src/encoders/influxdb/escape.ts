/**
 * Escapes of line protocol, by position. What no escape can save is in `src/metric/influx-names.ts`.
 * https://docs.influxdata.com/influxdb/v2/reference/syntax/line-protocol/#special-characters (read 2026-08-21)
 */

/** Measurements: commas and spaces. */
export const escapeMeasurement = (name: string): string => name.replace(/[, ]/g, '\\$&');

/** Keys and values of tags: equals signs too. */
export const escapeTag = (text: string): string => text.replace(/[,= ]/g, '\\$&');

/** ASCII characters that make a tag value more than a copy. */
export const markedChars = ', =\\\n\r%';
