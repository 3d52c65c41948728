/**
 * Expositions of Prometheus: text 0.0.4 and 1.0.0, OpenMetrics 1.0. Read as servers read them, line by line.
 * https://prometheus.io/docs/instrumenting/exposition_formats/ (read 2026-08-06)
 */
import type { Diagnostic } from '../kernel/diagnostics.js';
import { InputInvalidError } from '../kernel/errors.js';
import { fromSamples, readNumber, type Sample } from '../metric/from-samples.js';
import type { Exemplar, MetricBatch, MetricKind } from '../metric/model.js';

const name = '[A-Za-z_:][A-Za-z0-9_:]*';
const quoted = '"(?:[^"\\\\]|\\\\.)*"';
/** Sticky: each is tried where the last one ended. */
const namePattern = new RegExp(`${name}`, 'y');
const labelPattern = new RegExp(`\\s*(${name}|${quoted})\\s*=\\s*(${quoted})\\s*(?:,|(?=\\}))`, 'y');
const quotedNamePattern = new RegExp(`\\s*(${quoted})\\s*(?:,|(?=\\}))`, 'y');
const restPattern = /^\s*(\S+)(?:\s+([^\s#]\S*))?\s*(?:#\s*(\{.*))?$/;
const metadataPattern = new RegExp(`^#[ \\t]+(TYPE|HELP|UNIT)[ \\t]+(${name}|${quoted})(?:[ \\t]+(.*))?$`);

const kinds: ReadonlyMap<string | undefined, MetricKind> = new Map([
  ['counter', 'counter'],
  ['gauge', 'gauge'],
  ['histogram', 'histogram'],
  ['summary', 'summary'],
  ['info', 'info'],
  ['stateset', 'stateset'],
]);

const suffixes: Readonly<Record<MetricKind, readonly string[]>> = {
  counter: ['', '_total', '_created'],
  gauge: [''],
  histogram: ['_bucket', '_count', '_sum', '_created'],
  summary: ['', '_count', '_sum', '_created'],
  info: ['', '_info'],
  stateset: [''],
};

const escapes: Readonly<Record<string, string>> = { n: '\n' };
const unescapeText = (text: string): string => text.replace(/\\(.)/g, (_all, char: string) => escapes[char] ?? char);
const unquote = (text: string): string => (text.startsWith('"') ? unescapeText(text.slice(1, -1)) : text);

type Family = { name: string; kind: MetricKind | undefined; help?: string; unit?: string; samples: Sample[] };

/** Reads braces and what is between them. Returns where they end, or -1. */
function readLabels(line: string, from: number, into: [string, string][], onName: (name: string) => void): number {
  let at = from + 1;
  for (;;) {
    labelPattern.lastIndex = at;
    const label = labelPattern.exec(line);
    if (label !== null) {
      into.push([unquote(label[1] ?? ''), unquote(label[2] ?? '')]);
      at = labelPattern.lastIndex;
      continue;
    }
    quotedNamePattern.lastIndex = at;
    const own = quotedNamePattern.exec(line);
    if (own === null) break;
    onName(unquote(own[1] ?? ''));
    at = quotedNamePattern.lastIndex;
  }
  while (line[at] === ' ') at++;
  return line[at] === '}' ? at + 1 : -1;
}

function readExemplar(text: string): Exemplar | undefined {
  const labels: [string, string][] = [];
  const end = readLabels(text, 0, labels, () => {});
  const [value, time] = end === -1 ? [] : text.slice(end).trim().split(/\s+/);
  if (value === undefined || Number.isNaN(readNumber(value))) return undefined;
  const timestamp = time === undefined ? undefined : Math.round(Number(time) * 1000);
  return {
    attributes: Object.fromEntries(labels),
    value: readNumber(value),
    ...(timestamp !== undefined && Number.isFinite(timestamp) && { timestamp }),
  };
}

function readSample(line: string, isOpenMetrics: boolean): Sample | undefined {
  namePattern.lastIndex = 0;
  let sampleName = namePattern.exec(line)?.[0];
  let at = sampleName?.length ?? 0;
  while (line[at] === ' ' || line[at] === '\t') at++;
  const labels: [string, string][] = [];
  if (line[at] === '{') {
    at = readLabels(line, at, labels, (own) => {
      sampleName ??= own;
    });
    if (at === -1) return undefined;
  }
  const [, value = '', time, exemplarText] = restPattern.exec(line.slice(at)) ?? [];
  if (sampleName === undefined || sampleName === '' || value === '') return undefined;
  const number = readNumber(value);
  if (Number.isNaN(number) && value.toLowerCase() !== 'nan') return undefined;
  const timestamp = time === undefined ? undefined : Math.round(Number(time) * (isOpenMetrics ? 1000 : 1));
  if (timestamp !== undefined && !Number.isSafeInteger(timestamp)) return undefined;
  const exemplar = exemplarText === undefined ? undefined : readExemplar(exemplarText);
  return {
    name: sampleName,
    labels: Object.fromEntries(labels),
    value: number,
    ...(timestamp !== undefined && { timestamp }),
    ...(exemplar && { exemplar }),
  };
}

/**
 * Reads an exposition. Metrics without a type are gauges.
 *
 * @param diagnostics receives metrics whose type is not known
 * @throws InputInvalidError that names the first line which is none
 * @example
 * ```ts
 * import { fromPrometheus } from 'channel-formatters/sources/prometheus';
 *
 * const batch = fromPrometheus('# TYPE streams_total counter\nstreams_total{country="FR"} 3\n');
 * console.log(batch.metrics[0]?.points.length);
 * ```
 */
export function fromPrometheus(text: string, diagnostics: Diagnostic[] = []): MetricBatch {
  if (typeof text !== 'string') throw new TypeError('Cannot read an exposition, expected a string');
  const families = new Map<string, Family>();
  const owners = new Map<string, Family>();
  const familyOf = (familyName: string): Family => {
    const known = families.get(familyName);
    if (known !== undefined) return known;
    const created: Family = { name: familyName, kind: undefined, samples: [] };
    families.set(familyName, created);
    owners.set(familyName, created);
    return created;
  };
  const lines = text.split('\n');
  const isOpenMetrics = /\n?# EOF\n?$/.test(text.slice(-8));
  for (const [index, line] of lines.entries()) {
    if (/^\s*$/.test(line)) continue;
    if (line.startsWith('#')) {
      const [, word, given = '', rest = ''] = metadataPattern.exec(line) ?? [];
      if (word === undefined) continue;
      const family = familyOf(unquote(given));
      if (word === 'HELP') family.help = unescapeText(rest);
      else if (word === 'UNIT') family.unit = rest;
      else {
        family.kind = kinds.get(rest.trim());
        for (const suffix of suffixes[family.kind ?? 'gauge']) owners.set(family.name + suffix, family);
        if (family.kind === undefined) {
          const message = 'A metric of an unknown type is read as a gauge';
          diagnostics.push({ code: 'fallback', severity: 'info', path: `${index + 1}`, message });
        }
      }
      continue;
    }
    const sample = readSample(line, isOpenMetrics);
    if (sample === undefined) {
      const expected = 'a sample: name, labels, value, time';
      throw new InputInvalidError('sources/prometheus', [
        { path: `${index + 1}`, message: `expected ${expected}`, expected },
      ]);
    }
    (owners.get(sample.name) ?? familyOf(sample.name)).samples.push(sample);
  }
  const metrics = [...families.values()]
    .filter(({ samples }) => samples.length > 0)
    .map((family) => fromSamples({ ...family, kind: family.kind ?? 'gauge' }));
  return { metrics };
}
