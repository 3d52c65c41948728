/**
 * The HTML sanitizer: DOMPurify on jsdom, behind bounds that hold both in time and memory. An entry point of its own,
 * `channel-formatters/sanitizer`: nothing is loaded before {@link loadSanitizer} is called.
 */
import { createSanitizer, type Sanitizer } from './create-sanitizer.js';
import { loadEngine } from './dompurify.js';
import type { SanitizerOptions } from './html-policy.js';

export type { Sanitizer } from './create-sanitizer.js';
export type { ImagePolicy, SanitizerOptions } from './html-policy.js';
// biome-ignore lint/performance/noBarrelFile: this is a public entry point, not a shortcut between folders
export { isSafeHtml, type SafeHtml, safeHtmlText } from './safe-html.js';
export type { HtmlSanitizer, SanitizeOptions } from './sanitizer-port.js';

/**
 * Loads jsdom (an optional peer dependency, 26.1.0 or later) and DOMPurify, proves them on fragments whose safe form is
 * known, and returns a sanitizer. Takes half a second of CPU and about 100 MB: load one and share it.
 *
 * @throws SanitizeError `unavailable` if a package is missing or does not load, `unsupported` if the proof fails
 * @example
 * ```ts
 * import { loadSanitizer, safeHtmlText } from 'channel-formatters/sanitizer';
 *
 * const sanitizer = await loadSanitizer();
 * export const toMail = (html: string): string => safeHtmlText(sanitizer.sanitize(html));
 * ```
 */
export async function loadSanitizer(options: SanitizerOptions = {}): Promise<Sanitizer> {
  const images = options.images ?? 'block';
  if (!['block', 'proxy', 'allow'].includes(images))
    throw new TypeError(`Cannot load a sanitizer with images \`${images}\`, expected block, proxy or allow`);
  if (images === 'proxy' && typeof options.proxyUrl !== 'function')
    throw new TypeError('Cannot load a sanitizer that proxies images, expected a function as `proxyUrl`');
  const policy = options.proxyUrl === undefined ? { images } : { images, proxyUrl: options.proxyUrl };
  return createSanitizer(await loadEngine(Object.freeze(policy)));
}
