/** The line that names a message, and the notification text that is built on it. */

import type { Actions, Document } from '../../document/nodes.js';
import { walk } from '../../document/walk.js';
import { severityWords, summaryWords } from '../../document/words.js';
import { normalizeSpaces } from '../../i18n/spaces.js';
import { fitText } from '../../kernel/fit.js';
import { createRuler, measureFrom } from '../../kernel/measure.js';
import { escapeWith, mrkdwnEscapes } from '../../sanitize/escape.js';
import { cleanSentence } from '../../sanitize/sentence.js';
import { cleanLine } from '../../sanitize/text.js';
import { safeUrl } from '../../sanitize/url.js';
import { printDate, report, type SlackContext } from './context.js';
import { escapedCost, oneLine, orMark } from './leaf.js';
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
  return { line: t(summaryWords[status], { severity: t(severityWords[severity]), title: name }), more: summary };
}

/** Room for the source in a notification that is too long. */
const maxSourceBytes = 300;

/** Room for the link in a notification: what is longer leaves too little for the rest, and stands in the body. */
const maxLinkBytes = 2000;

/** What isolates around a text and around its line add: U+2068 and U+2069, twice. */
const isolateBytes = 12;

const bytesOf = (text: string): number => measureFrom(text, 0, createRuler('byte', escapedCost));

/** No unit takes more than the five bytes of `&amp;`, so that most texts need not be measured. */
const fitsBytes = (text: string, max: number): boolean => text.length * 5 <= max || bytesOf(text) <= max;

/** Tells whether the body has the link, and says itself what becomes of it. */
function showsLink(document: Document, url: string): boolean {
  let isShown = false;
  walk(document, {
    inline: (node) => {
      if (node.type === 'link' && node.url === url) isShown = true;
    },
  });
  return isShown;
}

/** Where to look first: the primary link, or else where the first button leads. Never cut, a cut URL is another one. */
function linkOf(context: SlackContext, document: Document): string | undefined {
  const { meta, children } = document;
  if (meta.url === undefined) {
    const actions = children.find((block): block is Actions => block.type === 'actions');
    const url = actions?.items.find(({ kind }) => kind === 'link')?.url;
    // Buttons say themselves what becomes of their URLs.
    const safe = url === undefined ? undefined : safeUrl(url);
    return safe !== undefined && fitsBytes(safe, maxLinkBytes) ? safe : undefined;
  }
  const safe = safeUrl(meta.url);
  if (safe === undefined) {
    report(context, 'dropped', 'meta.url', 'A URL that is not safe to follow was left out');
    return undefined;
  }
  if (fitsBytes(safe, maxLinkBytes)) return safe;
  if (showsLink(document, meta.url)) return undefined;
  const numbers = { limit: maxLinkBytes, actual: bytesOf(safe), unit: 'byte' } as const;
  report(context, 'dropped', 'meta.url', 'The notification text has no room for the primary link', numbers);
  return undefined;
}

/** The notification text. Slack parses it for markup even when blocks are shown, so it is escaped like mrkdwn. */
export function fallbackText(context: SlackContext, document: Document, { line, more }: Heading): string {
  const { localizer } = context;
  const { meta } = document;
  const { occurredAt } = meta;
  const { max, unit } = slackLimits.fallbackText;
  const cutTo = (text: string, maxBytes: number): string => fitText(text, maxBytes, { unit, cost: escapedCost }).text;
  // Lock screens and screen readers get this text, and not all of them know the spaces that CLDR puts into dates.
  const time =
    occurredAt === undefined
      ? undefined
      : normalizeSpaces(printDate(context, { type: 'date', value: occurredAt }), 'ascii');
  const source = meta.source === undefined ? undefined : cleanLine(meta.source);
  const link = linkOf(context, document);
  const pair = (first: string, second: string): string => localizer.t('text.pair', { first, second });
  const named = more === undefined ? orMark(line) : pair(more, orMark(line));
  const headline = meta.headline === undefined ? '' : oneLine(cleanSentence(meta.headline)).trim();
  const summary = headline === '' ? named : pair(named, headline);
  const withTime = (what: string, where: string | undefined): string => {
    if (time === undefined) return what;
    if (where === undefined) return pair(what, time);
    return localizer.t('alert.summary.at', { summary: what, source: where, time });
  };
  const write = (what: string, where: string | undefined): string => {
    const said = withTime(what, where);
    return link === undefined ? said : pair(said, localizer.isolate(link, 'ltr'));
  };
  const text = write(summary, source);
  if (fitsBytes(text, max)) return escapeWith(mrkdwnEscapes, text);
  // Time, zone and link stay, whatever the title and the source are; both are whole in the body.
  const where = source === undefined ? undefined : cutTo(source, maxSourceBytes);
  const room = max - bytesOf(write('', where)) - isolateBytes;
  return escapeWith(mrkdwnEscapes, cutTo(write(cutTo(summary, room), where), max));
}
