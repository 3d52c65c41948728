/** Document -> the lines of a short message: what matters most of it, and a report of the rest. */
import type { Action, Block, BlockHandlers, Document, Kpi } from '../../document/nodes.js';
import { handleBlock } from '../../document/nodes.js';
import { safeUrl } from '../../sanitize/url.js';
import { around, leafOrMark, report, type SmsContext } from './context.js';
import { printLine } from './inline.js';
import { type Line, ranks } from './line.js';
import { dropNeedlessIsolates } from './needless-isolates.js';
import { replyCode } from './reply-code.js';
import { durationLine, headOf, metricText, noteText, originLine, summaryLine } from './sentences.js';

/** What a document comes down to. */
export type Lines = {
  readonly title: string;
  /** The first line with all of the title. */
  readonly first: string;
  /** Writes the first line around a title, which may be the beginning of the real one. */
  readonly head: (title: string) => string;
  /** The other lines, in reading order. */
  readonly lines: readonly Line[];
};

/** More than these is no short message. */
const maxMetrics = 3;
const maxReplies = 3;

/** A shorter text is shown whole or not at all: half a sentence of a few words says nothing. */
const minFlexibleChars = 80;

type Found = {
  readonly context: SmsContext;
  readonly callsToAction: Line[];
  readonly texts: Line[];
  readonly kpis: { readonly kpi: Kpi; readonly path: string }[];
  /** Addresses in the order in which they are worth following. */
  readonly urls: { readonly url: string; readonly path: string }[];
  readonly actions: Action[];
  /** Items that have no place here, by where they come from. */
  readonly omitted: Map<string, number>;
};

function leaveOut({ omitted }: Found, { path = '', type }: Block, count: number): void {
  const key = path === '' ? type : path;
  omitted.set(key, (omitted.get(key) ?? 0) + count);
}

function reportOmitted({ context, omitted }: Found): void {
  for (const [path, actual] of omitted) {
    const numbers = { limit: 0, actual, unit: 'item', severity: 'info' } as const;
    report(context, 'dropped', path, 'Not a part of short messages', numbers);
  }
}

const blocks = (children: readonly Block[], found: Found): void => {
  for (const child of children) {
    found.context.path = child.path ?? child.type;
    handleBlock(handlers, child, found);
  }
};

const word = /[\p{L}\p{N}]/u;

const handlers: BlockHandlers<Found, void> = {
  section: (node, found) => blocks(node.children, found),
  quote: (node, found) => blocks(node.children, found),
  heading: (node, found) => leaveOut(found, node, 1),
  paragraph: (node, found) => {
    const { context, callsToAction, texts, urls } = found;
    const { path = 'paragraph', importance, children } = node;
    // A row of links is no text: the first address is a line of its own, and its label says little without it.
    const isRow =
      children.length > 0 &&
      children.every((child) => child.type === 'link' || (child.type === 'text' && !word.test(child.value)));
    const isWanted = importance === 'high' || (importance !== 'low' && texts.length === 0);
    if (!isRow && !isWanted) return leaveOut(found, node, 1);
    const { text, urls: followed } = printLine(context, children);
    for (const url of followed) urls.push({ url, path });
    if (isRow || text === '') return;
    const isHigh = importance === 'high';
    const isFlexible = text.length > minFlexibleChars;
    const line = { text, path, rank: isHigh ? ranks.callToAction : ranks.text, isFlexible };
    (isHigh ? callsToAction : texts).push(line);
  },
  list: (node, found) => leaveOut(found, node, node.items.length),
  facts: (node, found) => leaveOut(found, node, node.items.length),
  kpis: (node, { kpis }) => {
    for (const kpi of node.items) kpis.push({ kpi, path: node.path ?? 'kpis' });
  },
  table: (node, found) => leaveOut(found, node, node.rows.length),
  chart: (node, found) => leaveOut(found, node, 1),
  media: (node, found) => leaveOut(found, node, 1),
  code: (node, found) => leaveOut(found, node, 1),
  divider: () => {},
  actions: (node, { actions }) => {
    for (const action of node.items) actions.push(action);
  },
  custom: (node, found) => {
    if (node.target === 'sms') leaveOut(found, node, 1);
  },
};

function metricLines({ context, kpis }: Found): Line[] {
  // What needs attention comes first; among equals the order of the input stays.
  const bad = kpis.filter(({ kpi }) => kpi.assessment === 'bad');
  const chosen = bad.length === 0 ? kpis : [...bad, ...kpis.filter(({ kpi }) => kpi.assessment !== 'bad')];
  const lines = chosen.slice(0, maxMetrics).flatMap(({ kpi, path }, index): Line[] => {
    context.path = path;
    const rank = index === 0 ? ranks.metric : ranks.moreMetrics;
    const line = { text: metricText(context, kpi), path, rank, isFlexible: false };
    if (kpi.note === undefined) return [line];
    return [line, { text: noteText(context, kpi.label, kpi.note), path, rank: ranks.note, isFlexible: false }];
  });
  if (chosen.length > maxMetrics) {
    const numbers = { limit: maxMetrics, actual: chosen.length, unit: 'item', severity: 'info' } as const;
    report(context, 'dropped', chosen[maxMetrics]?.path ?? '', 'Only the most important figures are shown', numbers);
  }
  return lines;
}

/** The first address that can be followed, whole. */
function linkLine({ context, urls, actions }: Found, primary: string | undefined): Line | undefined {
  const candidates = primary === undefined ? [...urls] : [{ url: primary, path: 'links' }, ...urls];
  for (const { url, kind } of actions)
    if (kind === 'link' && url !== undefined) candidates.push({ url, path: 'actions' });
  let line: Line | undefined;
  const others = new Set<string>();
  for (const { url, path } of candidates) {
    const safe = safeUrl(url);
    if (safe === undefined) report(context, 'dropped', path, 'A URL that is not safe to follow was left out');
    else if (line === undefined) line = { text: safe, path, rank: ranks.link, isFlexible: false };
    else if (safe !== line.text) others.add(safe);
  }
  if (others.size > 0) {
    const numbers = { limit: 1, actual: others.size + 1, unit: 'item', severity: 'info' } as const;
    report(context, 'dropped', 'links', 'Only the first link is shown', numbers);
  }
  return line;
}

/** What can be answered by a word. Links are addresses, and menus, dates and inputs have no place here. */
const replyKinds: readonly Action['kind'][] = ['acknowledge', 'resolve', 'silence', 'custom'];

function replyLines({ context, actions }: Found, canReply: boolean, identity: string): Line[] {
  const { localizer, options } = context;
  const lines: Line[] = [];
  const codes = new Set<string>();
  const takesReplies = canReply && options.replies !== false;
  let left = 0;
  for (const { id, kind, label, url } of actions) {
    if (kind === 'link') continue;
    const code = replyCode(id, identity);
    const isReply = takesReplies && replyKinds.includes(kind) && url === undefined && lines.length < maxReplies;
    // Of two actions with one code nobody could tell which one was meant.
    if (!isReply || codes.has(code)) {
      left += 1;
      continue;
    }
    codes.add(code);
    context.path = 'actions';
    const name = leafOrMark(context, label);
    const text = around(localizer.t('sms.reply', { code, label: name }), name);
    lines.push({ text, path: 'actions', rank: ranks.reply, isFlexible: false });
  }
  if (left > 0) {
    const reason = canReply ? 'Actions were left out' : 'Actions were left out: the sender takes no replies';
    const numbers = { limit: lines.length, actual: lines.length + left, unit: 'item', severity: 'info' } as const;
    report(context, 'dropped', 'actions', reason, numbers);
  }
  return lines;
}

/** A change of state is told in a few words: readers have the alert already. */
function stateChange(context: SmsContext, document: Document, found: Found): Line[] {
  const left = found.kpis.length + found.texts.length;
  if (left > 0) {
    const numbers = { limit: 0, actual: left, unit: 'item', severity: 'info' } as const;
    report(context, 'dropped', 'children', 'Not a part of the message about a change of state', numbers);
  }
  const lasted = durationLine(context, document);
  return lasted === undefined ? [] : [lasted];
}

/** Chooses and writes the lines of a message. */
export function linesOf(
  context: SmsContext,
  document: Document,
  recipient: { canReply: boolean; optOut: string | undefined },
): Lines {
  const found: Found = { context, callsToAction: [], texts: [], kpis: [], urls: [], actions: [], omitted: new Map() };
  context.path = 'title';
  const title = leafOrMark(context, document.title);
  const isRtl = context.localizer.dir === 'rtl';
  const write = headOf(context, document);
  const head = isRtl ? (text: string): string => dropNeedlessIsolates(write(text)) : write;
  const identity = document.meta.fingerprint ?? title;
  const first = head(title);
  const summary = summaryLine(context, document, title, first);
  blocks(document.children, found);
  reportOmitted(found);
  const isChange = document.severity !== undefined && (document.status ?? 'firing') !== 'firing';
  const origin = isChange ? undefined : originLine(context, document);
  const link = linkLine(found, document.meta.url);
  const lines = [
    summary,
    ...found.callsToAction,
    ...(isChange ? stateChange(context, document, found) : [...metricLines(found), ...found.texts]),
    origin,
    link,
    ...replyLines(found, recipient.canReply, identity),
    recipient.optOut === undefined
      ? undefined
      : { text: recipient.optOut, path: 'channels.sms.optOut', rank: ranks.optOut, isFlexible: false },
  ];
  const written = lines.filter((line) => line !== undefined);
  if (!isRtl) return { title, first, head, lines: written };
  return { title, first, head, lines: written.map((line) => ({ ...line, text: dropNeedlessIsolates(line.text) })) };
}
