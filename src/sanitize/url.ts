/** Decides whether a URL of unknown origin may become a link, and writes it so that no sink can misread it. */

import { isEncodedName } from './punycode.js';

/** What {@link safeUrl} accepts. */
export type SafeUrlOptions = {
  /** Schemes without the colon, lower case. @default ['https', 'http', 'mailto'] */
  readonly schemes?: readonly string[];
};

const defaultSchemes: readonly string[] = ['https', 'http', 'mailto'];
/** Refused even when asked for: they run code, or hold a document of their own. */
const activeSchemes: readonly string[] = ['javascript', 'vbscript', 'data', 'blob', 'file', 'filesystem', 'about'];

/**
 * URLs that the WHATWG parser returns unchanged: lower-case host with a name as last label (`127.1` is an address), a
 * port that is neither the default nor out of range, a path, and only characters that are never encoded.
 */
const plainUrl = /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*(?::[1-9]\d{3})?\/[\w\-./~%?=&#+,;:@!$*()]*$/;
/** What makes a URL less plain: punycode to validate, dot segments to resolve (`%2e` is a dot there). */
const notPlain = /xn--|\/(?:\.|%2e)/i;

const scheme = /^([a-z][a-z0-9+.-]*):/i;
/** Parsers drop or trim these, and turn `\` into `/`: what is checked would not be what is opened. */
const unclear = /[\s\\]|\p{Cc}/u;
/** The parser also takes `https:host`, `https:///host` and an empty user name; none of them is written in good faith. */
const webAuthority = /^https?:\/\/[^/?#@]+(?:[/?#]|$)/i;
const webHost = /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])$/;
const mailbox = /^[^@/]+@[^@/]+$/;
const mailBody = /([?&]body=)[^&]*/gi;
const encodedControl = /%(?:[01][0-9a-f]|7f)/i;
/** End a Slack link, a quoted attribute or a template expression; the parser leaves some of them in some parts. */
const delimiters = /[|<>"'`{}^]/g;

/**
 * Returns the URL in the form in which it is safe inside a Slack link, a quoted attribute and an Adaptive Card, or
 * `undefined` if it may not become a link: relative, of another scheme, with credentials, blanks or backslashes.
 *
 * Nothing is cut off or repaired: a URL that is changed leads to a wrong page.
 */
export function safeUrl(url: string, options?: SafeUrlOptions): string | undefined {
  const schemes = options?.schemes ?? defaultSchemes;
  if (plainUrl.test(url) && !notPlain.test(url) && schemes.includes('https')) return url;

  const name = scheme.exec(url)?.[1]?.toLowerCase();
  if (name === undefined || !schemes.includes(name) || activeSchemes.includes(name)) return undefined;
  if (unclear.test(url)) return undefined;

  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || parsed.username !== '' || parsed.password !== '') return undefined;
  if (!mayHold(name, url, parsed)) return undefined;
  return parsed.href.replace(delimiters, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Tells whether a URL holds what its scheme needs. */
function mayHold(name: string, source: string, parsed: URL): boolean {
  if (name === 'http' || name === 'https') {
    return webAuthority.test(source) && webHost.test(parsed.hostname) && isEncodedName(parsed.hostname);
  }
  // RFC 6068: line breaks belong into the body; anywhere else they would add header fields to the mail.
  if (name === 'mailto')
    return mailbox.test(parsed.pathname) && !encodedControl.test(parsed.href.replace(mailBody, '$1'));
  return parsed.pathname !== '' || parsed.host !== '';
}
