/** The words of a short message around what is in a document. */
import type { Document, Kpi } from '../../document/nodes.js';
import { isolate as isolateText, stripIsolates } from '../../i18n/bidi.js';
import { around, isAscii, leaf, leafOrMark, own, printDate, type SmsContext } from './context.js';
import { printInline } from './inline.js';
import { type Line, ranks } from './line.js';

/** A figure and what it is measured against. */
export function metricText(context: SmsContext, { label, value, threshold, previous }: Kpi): string {
  const { localizer } = context;
  const { t, isolate } = localizer;
  const name = leafOrMark(context, label);
  const notes: string[] = [];
  if (threshold !== undefined) notes.push(own(t('kpi.threshold', { value: printInline(context, threshold) })));
  else if (previous !== undefined) notes.push(own(t('kpi.previous', { value: printInline(context, previous) })));
  const details = notes.length === 0 ? '' : ` (${notes.join(' / ')})`;
  return around(localizer.labelled(isolate(name), isolate(printInline(context, value)) + details), name);
}

/** What else to know of a figure, on a line of its own, so that the figure is shown without it where there is no room. */
export function noteText(context: SmsContext, label: string, note: string): string {
  const { isolate, labelParts } = context.localizer;
  const parts = { label: isolate(leafOrMark(context, label)), value: isolate(leafOrMark(context, note)) };
  return labelParts.map((part) => (typeof part === 'string' ? parts[part] : own(part.literal))).join('');
}

// Whole ids: one that is put together is looked up by its characters, each time.
const severityWords = {
  critical: 'severity.critical',
  error: 'severity.error',
  warning: 'severity.warning',
  info: 'severity.info',
} as const;
const summaries = {
  firing: 'alert.summary.firing',
  acknowledged: 'alert.summary.acknowledged',
  resolved: 'alert.summary.resolved',
} as const;

/** How the first line is written around a title. */
export function headOf(context: SmsContext, { severity, status = 'firing' }: Document): (title: string) => string {
  const { t } = context.localizer;
  if (severity === undefined) return (title) => title;
  const word = t(severityWords[severity]);
  return (title) => around(t(summaries[status], { severity: word, title }), title);
}

/** A summary that says more than the first line does. */
export function summaryLine(context: SmsContext, { meta }: Document, title: string, head: string): Line | undefined {
  if (meta.summary === undefined) return undefined;
  context.path = 'meta.summary';
  if (meta.summary === head && isAscii(head)) return undefined;
  const text = leaf(context, stripIsolates(meta.summary));
  const said = stripIsolates(head);
  return text === '' || text === title || own(text) === own(said)
    ? undefined
    : { text, path: 'meta.summary', rank: ranks.callToAction, isFlexible: true };
}

/** Where an alert comes from, and since when. */
export function originLine(context: SmsContext, { meta }: Document): Line | undefined {
  const { source, occurredAt } = meta;
  if (source === undefined && occurredAt === undefined) return undefined;
  context.path = 'source';
  const name = source === undefined ? '' : leafOrMark(context, source);
  const time = occurredAt === undefined ? '' : printDate(context, { type: 'date', value: occurredAt });
  const text =
    name === '' || time === '' ? name + time : around(context.localizer.t('sms.origin', { source: name, time }), name);
  return { text, path: 'source', rank: ranks.origin, isFlexible: false };
}

/** How long an incident lasted, in the message that says that it is over. */
export function durationLine({ localizer }: SmsContext, { meta }: Document): Line | undefined {
  const { occurredAt, endedAt } = meta;
  if (occurredAt === undefined || endedAt === undefined || endedAt < occurredAt) return undefined;
  const value = localizer.duration(endedAt - occurredAt);
  const text = own(localizer.labelled(localizer.t('alert.lasted'), isolateText(value, localizer.dir)));
  return { text, path: 'endedAt', rank: ranks.metric, isFlexible: false };
}
