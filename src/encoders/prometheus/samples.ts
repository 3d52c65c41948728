/** Sample lines: a name, labels, a value, and what may stand behind it. */
import type { DiagnosticCode } from '../../kernel/diagnostics.js';
import type { Exemplar } from '../../metric/model.js';
import { labelNames, metricNames } from '../../metric/names.js';
import { printSeconds, printValue } from '../../metric/number.js';
import type { Encoding } from './encoding.js';
import { escapeValue, quoteLabelName } from './labels.js';

/** The beginning of lines of one sample name, with labels behind it and without. */
export type Head = { readonly open: string; readonly bare: string };

/** A name outside of the classic ones stands within the braces, in quotes. */
export function headOf(name: string): Head {
  if (metricNames.whole.test(name)) return { open: `${name}{`, bare: `${name} ` };
  const quoted = `"${escapeValue(name)}"`;
  return { open: `{${quoted},`, bare: `{${quoted}} ` };
}

/** A name in the lines of metadata. */
export const quoteMetricName = (name: string): string =>
  metricNames.whole.test(name) ? name : `"${escapeValue(name)}"`;

/** The beginning of a line, up to the value. */
export const lineStart = ({ open, bare }: Head, labels: string): string =>
  labels === '' ? bare : `${open}${labels}} `;

/** Adds a label to others. */
export const withLabel = (labels: string, name: string, value: string): string =>
  `${labels}${labels === '' ? '' : ','}${quoteLabelName(name)}="${escapeValue(value)}"`;

/** The time behind a value: milliseconds in the text format, seconds in OpenMetrics. */
export function printTime(timestamp: number | undefined, { hasTimestamps, isOpenMetrics }: Encoding): string {
  if (!hasTimestamps || timestamp === undefined) return '';
  return isOpenMetrics ? ` ${printSeconds(timestamp)}` : ` ${timestamp}`;
}

/** OpenMetrics 1.0, "Exemplars": names and values together. */
const maxExemplarChars = 128;

const codePoints = (text: string): number => {
  let count = 0;
  for (const _ of text) count++;
  return count;
};

/** Tells what is wrong with an exemplar. */
function exemplarExpected({ attributes = {}, value }: Exemplar, above: number, upTo: number): string | undefined {
  if (!(value > above && value <= upTo)) return 'a value within its bucket';
  let chars = 0;
  for (const [name, text] of Object.entries(attributes)) {
    if (!labelNames.whole.test(name) || name.startsWith('_')) return 'names of letters, digits and underscores';
    chars += codePoints(name) + codePoints(text);
  }
  return chars > maxExemplarChars ? `${maxExemplarChars} characters at most` : undefined;
}

/** Prints an exemplar, which only OpenMetrics has, behind the counters and buckets that may have one. */
export function printExemplar(
  exemplar: Exemplar | undefined,
  encoding: Encoding,
  path: () => string,
  range: readonly [above: number, upTo: number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
): string {
  if (exemplar === undefined) return '';
  const { isOpenMetrics, format, report } = encoding;
  if (!isOpenMetrics) {
    tellOnce(encoding, 'exemplar', () => `${path()}.exemplar`, 'The text format has no exemplars: they are left out');
    return '';
  }
  const { attributes = {}, value, timestamp } = exemplar;
  const expected =
    exemplarExpected(exemplar, ...range) ??
    (format === 'openmetrics-2.0' && timestamp === undefined ? 'a timestamp' : undefined);
  if (expected !== undefined) {
    report.refuse(`${path()}.exemplar`, expected);
    return '';
  }
  let labels = '';
  for (const [name, text] of Object.entries(attributes)) labels = withLabel(labels, name, text.toWellFormed());
  return ` # {${labels}} ${printValue(value)}${timestamp === undefined ? '' : ` ${printSeconds(timestamp)}`}`;
}

/** Reports a loss that all points of a metric share, once. */
export function tellOnce(
  { told, report }: Encoding,
  what: string,
  path: () => string,
  message: string,
  code: DiagnosticCode = 'dropped',
): void {
  if (told.has(what)) return;
  told.add(what);
  report.note(code, path(), message);
}
