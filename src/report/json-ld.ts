/** What search engines read of a report: JSON-LD, as it stands in a page. */
import type { Report } from './model.js';

/** What ends a script or begins a comment in it, and what some parsers take for line ends: all as JSON escapes. */
const unsafe = /[<>&\u2028\u2029]/g;

const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * Returns the JSON-LD of a report, for `<script type="application/ld+json">`; `undefined` where schema.org has no type for its
 * subject. No text in it can end the script (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements).
 *
 * @example
 * ```ts
 * import { toJsonLd } from 'channel-formatters/json-ld';
 *
 * const jsonLd = { '@context': 'https://schema.org', '@type': 'MusicGroup', name: 'Mira Solane </script>' };
 * console.log(toJsonLd({ jsonLd }));
 * ```
 */
export function toJsonLd({ jsonLd }: Pick<Report, 'jsonLd'>): string | undefined {
  return jsonLd === undefined ? undefined : JSON.stringify(jsonLd).replace(unsafe, escaped);
}
