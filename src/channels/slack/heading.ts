/** The line that names a message, and the notification text that is built on it. */
import type { Document } from '../../document/nodes.js';
import { normalizeSpaces } from '../../i18n/spaces.js';
import { fitText } from '../../kernel/fit.js';
import { createRuler, measureFrom } from '../../kernel/measure.js';
import { escapeWith, mrkdwnEscapes } from '../../sanitize/escape.js';
import { cleanSentence } from '../../sanitize/sentence.js';
import { cleanLine } from '../../sanitize/text.js';
import { printDate, type SlackContext } from './context.js';
import { escapedCost, orMark } from './leaf.js';
import { slackLimits } from './limits.js';

/** Cleans a line that may be a composed sentence: on one line, its isolates kept. */
function cleanHeading(raw: string): string {
  const text = cleanSentence(raw);
  return /[\n\t]/.test(text)
    ? text.replace(/[ \n\t]+/g, (gap) => (/[\n\t]/.test(gap) ? ' ' : gap)).trim()
    : text.trim();
}

/** What a document is called, in one line. */
export type Heading = {
  /** Names the document; with its severity and state, where it has them. */
  readonly line: string;
  /** A summary that says something else; it opens the body. */
  readonly more: string | undefined;
};

/** Names a document, so that its title, severity and state are in words. */
export function headingOf(
  { localizer }: SlackContext,
  { title, severity, status = 'firing', meta }: Document,
): Heading {
  const name = cleanLine(title);
  const summary = meta.summary === undefined ? undefined : cleanHeading(meta.summary);
  // A composed summary names the title, and the severity in words.
  if (summary?.includes(name) === true) return { line: summary, more: undefined };
  if (severity === undefined) return { line: name, more: summary };
  const { t } = localizer;
  if (status !== 'firing') return { line: t(`alert.summary.${status}`, { title: name }), more: summary };
  return { line: t('alert.summary.firing', { severity: t(`severity.${severity}`), title: name }), more: summary };
}

/** Room for the source in a notification that is too long. */
const maxSourceBytes = 300;

/** What an isolate around a text adds: U+2068 and U+2069. */
const isolateBytes = 6;

const bytesOf = (text: string): number => measureFrom(text, 0, createRuler('byte', escapedCost));

/** The notification text. Slack parses it for markup even when blocks are shown, so it is escaped like mrkdwn. */
export function fallbackText(context: SlackContext, { meta }: Document, { line, more }: Heading): string {
  const { localizer } = context;
  const { occurredAt } = meta;
  const { max, unit } = slackLimits.fallbackText;
  const cutTo = (text: string, maxBytes: number): string => fitText(text, maxBytes, { unit, cost: escapedCost }).text;
  // Lock screens and screen readers get this text, and not all of them know the spaces that CLDR puts into dates.
  const time =
    occurredAt === undefined
      ? undefined
      : normalizeSpaces(printDate(context, { type: 'date', value: occurredAt }), 'ascii');
  const source = meta.source === undefined ? undefined : cleanLine(meta.source);
  const summary = more === undefined ? orMark(line) : `${more} – ${orMark(line)}`;
  const write = (what: string, where: string | undefined): string => {
    if (time === undefined) return what;
    if (where === undefined) return `${localizer.isolate(what)} – ${localizer.isolate(time)}`;
    return localizer.t('alert.summary.at', { summary: what, source: where, time });
  };
  const text = write(summary, source);
  // No unit takes more than the five bytes of `&amp;`.
  if (text.length * 5 <= max || bytesOf(text) <= max) return escapeWith(mrkdwnEscapes, text);
  // Time and zone stay, whatever the title and the source are; both are whole in the body.
  const where = source === undefined ? undefined : cutTo(source, maxSourceBytes);
  const room = max - bytesOf(write('', where)) - isolateBytes;
  return escapeWith(mrkdwnEscapes, cutTo(write(cutTo(summary, room), where), max));
}
