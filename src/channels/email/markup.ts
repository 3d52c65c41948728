/**
 * The only markup of mails that no template writes: sanitized fragments, and machine data in a script element. Both are made
 * so that nothing in them can end the element they stand in.
 */
import type { Html } from '../../generated/templates/template.js';
import { type SafeHtml, safeHtmlText } from '../../sanitize/safe-html.js';

/** The payload of a `custom` block for the target `email`. */
export type EmailFragment = {
  readonly html: SafeHtml;
  /** Says the same in the plain-text part. */
  readonly text: string;
};

/** No markup at all. */
export const noHtml = '' as Html;

/** Returns the markup of a sanitized fragment. */
export const sanitizedHtml = (html: SafeHtml): Html => safeHtmlText(html) as Html;

/** What could end a script element, or a line of JavaScript before ES2019. */
const breaksScript = /[<>&\u2028\u2029]/g;

const toEscape = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The page that a mail is about, and how a button to it is labelled in the list of mails. */
export type ViewAction = { readonly url: string; readonly name: string; readonly description: string };

/**
 * Writes schema.org's `EmailMessage` with a `ViewAction`, for which Gmail shows a button beside the subject.
 * https://developers.google.com/workspace/gmail/markup/reference/go-to-action
 */
export function viewActionScript({ url, name, description }: ViewAction): Html {
  const json = JSON.stringify({
    '@context': 'http://schema.org',
    '@type': 'EmailMessage',
    potentialAction: { '@type': 'ViewAction', target: url, name },
    description,
  });
  return `<script type="application/ld+json">${json.replace(breaksScript, toEscape)}</script>` as Html;
}
