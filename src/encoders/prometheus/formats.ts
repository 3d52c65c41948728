/**
 * The exposition formats and how a scraper asks for one.
 * https://prometheus.io/docs/instrumenting/content_negotiation/ (read 2026-08-06)
 */
import { type EscapingScheme, escapingSchemes } from '../../metric/names.js';

/** `text` is 0.0.4. `openmetrics-2.0` is a release candidate: current servers refuse it, so that it is never negotiated. */
export type PrometheusFormat = 'text' | 'text-1.0' | 'openmetrics' | 'openmetrics-2.0' | 'protobuf';

type FormatFacts = {
  readonly mediaType: string;
  readonly parameters: string;
  /** The values of these parameters in `Accept`, and of `version` where others are possible. */
  readonly accepts: (parameters: ReadonlyMap<string, string>) => boolean;
};

const protobufType = 'application/vnd.google.protobuf';

/** In the order of preference where a scraper has none. */
const facts: Readonly<Record<PrometheusFormat, FormatFacts>> = {
  openmetrics: {
    mediaType: 'application/openmetrics-text',
    parameters: '; version=1.0.0; charset=utf-8',
    // 0.0.1 is what was there before the standard, and the same text.
    accepts: (given) => ['1.0.0', '0.0.1', undefined].includes(given.get('version')),
  },
  'text-1.0': {
    mediaType: 'text/plain',
    parameters: '; version=1.0.0; charset=utf-8',
    accepts: (given) => given.get('version') === '1.0.0',
  },
  text: {
    mediaType: 'text/plain',
    parameters: '; version=0.0.4; charset=utf-8',
    accepts: (given) => ['0.0.4', undefined].includes(given.get('version')),
  },
  protobuf: {
    mediaType: protobufType,
    parameters: '; proto=io.prometheus.client.MetricFamily; encoding=delimited',
    accepts: (given) =>
      given.get('proto') === 'io.prometheus.client.MetricFamily' && given.get('encoding') === 'delimited',
  },
  'openmetrics-2.0': {
    mediaType: 'application/openmetrics-text',
    parameters: '; version=2.0.0; charset=utf-8',
    accepts: () => false,
  },
};

export const prometheusFormats = Object.keys(facts) as readonly PrometheusFormat[];

/** The header `Content-Type` of a format: a server from 3.0 on refuses a scrape without a right one. */
export function contentTypeOf(format: PrometheusFormat, escaping: EscapingScheme): string {
  const { mediaType, parameters } = facts[format];
  // 0.0.4 is older than the parameter.
  return mediaType + parameters + (format === 'text' ? '' : `; escaping=${escaping}`);
}

/** What a scraper gets. */
export type Negotiated = { format: PrometheusFormat; escaping: EscapingScheme };

type Range = { readonly type: string; readonly parameters: ReadonlyMap<string, string>; readonly quality: number };

function parseRange(range: string): Range {
  const [type = '', ...rest] = range.split(';').map((part) => part.trim());
  const parameters = new Map<string, string>();
  for (const parameter of rest) {
    const at = parameter.indexOf('=');
    if (at > 0) {
      const value = parameter.slice(at + 1).trim();
      parameters.set(parameter.slice(0, at).trim().toLowerCase(), value.replace(/^"(.*)"$/, '$1'));
    }
  }
  const quality = parameters.has('q') ? Number(parameters.get('q')) : 1;
  return { type: type.toLowerCase(), parameters, quality: quality >= 0 && quality <= 1 ? quality : 0 };
}

const isScheme = (word: string | undefined): word is EscapingScheme =>
  escapingSchemes.some((scheme) => scheme === word);

/** Longer headers are none of a scraper; what is behind is not read. */
const maxAcceptChars = 4096;

/**
 * Chooses a format and an escaping scheme from the header `Accept` of a scrape. Without a header, and for what is not
 * understood, that is text 0.0.4 with underscores, which everything reads.
 *
 * @example
 * ```ts
 * import { negotiate } from 'channel-formatters/prometheus';
 *
 * const { format, escaping } = negotiate('application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,*\/*;q=0.1');
 * console.log(format === 'openmetrics', escaping === 'allow-utf-8');
 * ```
 */
export function negotiate(accept: string | undefined): Negotiated {
  const ranges = (accept ?? '')
    .slice(0, maxAcceptChars)
    .split(',')
    .map(parseRange)
    .filter(({ quality }) => quality > 0)
    // Stable: of two that are wanted alike, the first.
    .sort((a, b) => b.quality - a.quality);
  for (const { type, parameters } of ranges) {
    const format = prometheusFormats.find((each) => facts[each].mediaType === type && facts[each].accepts(parameters));
    const escaping = parameters.get('escaping');
    if (format !== undefined) return { format, escaping: isScheme(escaping) ? escaping : 'underscores' };
  }
  return { format: 'text', escaping: 'underscores' };
}
