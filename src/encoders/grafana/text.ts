/**
 * Texts that stay texts. Grafana reads variables (`$a`, `${a}`, `[[a]]`) in every text of a dashboard, series' labels
 * (`{{a}}`) in legends, Markdown in descriptions, and Go templates in the labels and annotations of alert rules.
 */
import { escapeWith, markdownEscapes } from '../../sanitize/escape.js';
import { cleanLine, cleanText } from '../../sanitize/text.js';

/** What begins something in a text that Grafana has no escape for. https://grafana.com/docs/grafana/latest/dashboards/variables/variable-syntax/ */
const openings = /\$(?=[\w{])|\[(?=\[)|\{(?=\{)/g;
/** Not seen, no break, and no part of a name. */
const wordJoiner = '\u2060';

/** Most texts have none of these, and are looked at once. */
const live = /[$[{]/;

/** Keeps a text that was cleaned from naming variables: a word joiner parts what would begin one. */
export const partOpenings = (text: string): string =>
  live.test(text) ? text.replace(openings, `$&${wordJoiner}`) : text;

/** Whether {@link partOpenings} has something to part, which copies of the text will show. */
export const hasOpening = (text: string): boolean => live.test(text) && text.search(openings) !== -1;

/** Makes one line of a text, without variables in it. */
export const plainLine = (text: string): string => partOpenings(cleanLine(text));

/** GFM's extended autolinks. https://github.github.com/gfm/#autolinks-extension- */
const bareUrl = /\b(?:https?|ftp|mailto|xmpp):(?=\S)/gi;

/** Makes a text for a place where Markdown is read. */
export function markdownText(text: string): string {
  const escaped = partOpenings(escapeWith(markdownEscapes, cleanText(text).trim()));
  return escaped.includes(':') ? escaped.replace(bareUrl, `$&${wordJoiner}`) : escaped;
}

const goEscapes: Readonly<Record<string, string>> = { '{': '{{"{"}}', $: '{{"\\x24"}}' };

/**
 * Makes a text for a place where Go templates are read: it comes out as it is. There is no `$` left in it, as files of
 * provisioning read environment variables there. https://pkg.go.dev/text/template
 */
export const goText = (text: string): string => cleanText(text).replace(/[{$]/g, (char) => goEscapes[char] ?? char);

/** https://grafana.com/docs/grafana/latest/alerting/set-up/provision-alerting-resources/file-provisioning/ ("Template variable interpolation") */
export const provisioned = (text: string): string => text.replaceAll('$', '$$$$');
