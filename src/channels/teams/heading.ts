/** The line that names a message, and the notification text that is built on it. */

import type { Document } from '../../document/nodes.js';
import { severityWords, summaryWords } from '../../document/words.js';
import { normalizeSpaces } from '../../i18n/spaces.js';
import { fitText } from '../../kernel/fit.js';
import { cleanSentence } from '../../sanitize/sentence.js';
import { cleanLine } from '../../sanitize/text.js';
import { safeUrl } from '../../sanitize/url.js';
import { printDate, type TeamsContext } from './context.js';
import { oneLine, orMark } from './leaf.js';
import { maxFallbackUnits, maxFallbackUrlUnits } from './limits.js';
import { escapeMarkdown, markdownUrl } from './markdown.js';

/** What a document is called, in one line. */
export type Heading = {
  /** Names the document; with its severity and state, where it has them. */
  readonly line: string;
  /** A summary that says something else; it opens the body. */
  readonly more: string | undefined;
};

/** Names a document, so that its title, severity and state are in words. */
export function headingOf(
  { localizer }: TeamsContext,
  { title, severity, status = 'firing', meta }: Document,
): Heading {
  const name = cleanLine(title);
  const summary = meta.summary === undefined ? undefined : oneLine(cleanSentence(meta.summary)).trim();
  // A composed summary names the title, and the severity in words.
  if (summary?.includes(name) === true) return { line: summary, more: undefined };
  if (severity === undefined) return { line: name, more: summary };
  const { t } = localizer;
  return { line: t(summaryWords[status], { severity: t(severityWords[severity]), title: name }), more: summary };
}

/** Room for the source in a notification. */
const maxSourceUnits = 100;

/** Severity or state, title, source, time with its zone, and the primary link, in plain words. */
export function notificationText(context: TeamsContext, { meta }: Document, { line }: Heading): string {
  const { localizer } = context;
  const { occurredAt } = meta;
  const headline = meta.headline === undefined ? '' : oneLine(cleanSentence(meta.headline)).trim();
  const said = headline === '' ? orMark(line) : localizer.t('text.pair', { first: orMark(line), second: headline });
  const summary = fitText(said, maxFallbackUnits).text;
  // Lock screens and screen readers get this text, and not all of them know the spaces that CLDR puts into dates.
  const time =
    occurredAt === undefined
      ? undefined
      : normalizeSpaces(printDate(context, { type: 'date', value: occurredAt }), 'ascii');
  if (time === undefined) return summary;
  if (meta.source === undefined) return localizer.t('text.pair', { first: summary, second: time });
  const source = fitText(cleanLine(meta.source), maxSourceUnits).text;
  return localizer.t('alert.summary.at', { summary, source, time });
}

/** The same for clients that cannot show the card. They parse it for Markdown. */
export function fallbackTextOf(text: string, { meta }: Document): string {
  const url = meta.url === undefined ? undefined : safeUrl(meta.url);
  const escaped = escapeMarkdown(text);
  // Over the limit it is left out here only: the card has it.
  return url === undefined || url.length > maxFallbackUrlUnits ? escaped : `${escaped} ${markdownUrl(url)}`;
}
