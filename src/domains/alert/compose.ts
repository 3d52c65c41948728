/** Alert -> Document: what people need to know, most important first. Literals, not constructors: this is the hot path. */

import type { Action, Block, Document, DocumentMeta, Fact, Inline, Status, Text } from '../../document/nodes.js';
import { severityWords, statusWords, summaryWords } from '../../document/words.js';
import type { MessageId } from '../../generated/messages.js';
import type { Localizer } from '../../i18n/localizer.js';
import { ParserMissingError } from '../../kernel/errors.js';
import { toEpochMs } from '../../kernel/instant.js';
import { cleanLine, cleanText } from '../../sanitize/text.js';
import { safeUrl } from '../../sanitize/url.js';
import type { RenderContext } from '../../tenant/render-context.js';
import { fingerprintOf } from './fingerprint.js';
import { composeInstances } from './instances.js';
import { toKpi } from './kpi.js';
import type { Alert, AlertLink } from './schema.js';

const markdownRemedy =
  'Set `markdown: parseMarkdown` in the tenant configuration, from `channel-formatters/parse-markdown`.';

const htmlRemedy =
  'Set `sanitizer: await loadSanitizer()` in the tenant configuration, from `channel-formatters/sanitizer`.';

/** More tenants than this get a list of their own instead of a line. */
const maxInlineTenants = 20;

const linkLabels: Record<NonNullable<AlertLink['kind']>, MessageId> = {
  runbook: 'alert.runbook',
  dashboard: 'alert.dashboard',
};

/** What makes no sense any more in a state: nobody can acknowledge what is over. */
const staleActions: Record<Status, readonly Action['kind'][]> = {
  firing: [],
  acknowledged: ['acknowledge'],
  resolved: ['acknowledge', 'resolve', 'silence'],
};

/**
 * A character that somebody sees, if only as a box: a description of blanks and controls is there, and empty. Unassigned
 * characters count as seen, or a newer emoji would be gone on an older runtime.
 */
const visible = /[^\s\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}]/u;

const text = (value: string): Text => ({ type: 'text', value });

function pushDescription(blocks: Block[], { description }: Alert, context: RenderContext): void {
  if (description === undefined) return;
  if (typeof description === 'string') {
    const shown = visible.test(description) ? description : context.localizer.t('text.empty');
    blocks.push({ type: 'paragraph', path: 'description', children: [text(shown)] });
    return;
  }
  const isMarkdown = 'markdown' in description;
  const parsed = isMarkdown ? fromMarkdown(description.markdown, context) : fromHtml(description.html, context);
  for (const block of parsed) blocks.push({ ...block, path: 'description' });
}

function fromMarkdown(markdown: string, { tenant, diagnostics }: RenderContext): readonly Block[] {
  const parse = tenant.config.markdown;
  if (parse === undefined) throw new ParserMissingError('description', 'markdown', markdownRemedy);
  const onPlain = (): void => {
    const message = 'The Markdown is too long or too deeply nested and is shown as it was written';
    diagnostics.push({ code: 'fallback', severity: 'info', path: 'description', message });
  };
  let dropped = 0;
  const onUrlDropped = (): void => {
    dropped += 1;
  };
  const blocks = parse(markdown, { onPlain, onUrlDropped });
  if (dropped > 0) {
    const message = 'Links that are not safe to follow, or stand where no link can, keep their text only';
    const numbers = { actual: dropped, unit: 'item' } as const;
    diagnostics.push({ code: 'dropped', severity: 'warning', path: 'description', message, ...numbers });
  }
  return blocks;
}

function fromHtml(html: string, { tenant }: RenderContext): readonly Block[] {
  const { sanitizer } = tenant.config;
  if (sanitizer === undefined) throw new ParserMissingError('description', 'html', htmlRemedy);
  return sanitizer.toBlocks(sanitizer.sanitize(html, { path: 'description.html' }));
}

function pushCallToAction(blocks: Block[], { actionRequired }: Alert, { t, labelParts }: Localizer): void {
  if (actionRequired === undefined || actionRequired === false) return;
  const label: Inline = { type: 'strong', children: [text(t('alert.actionRequired'))] };
  const children =
    actionRequired === true
      ? [label]
      : labelParts.map((part) => (part === 'label' ? label : text(part === 'value' ? actionRequired : part.literal)));
  blocks.push({ type: 'paragraph', path: 'actionRequired', importance: 'high', children });
}

function pushMetrics(blocks: Block[], { metrics }: Alert, { t }: Localizer): void {
  if (metrics === undefined) return;
  const items = Object.keys(metrics).map((name) => toKpi(name, metrics[name] ?? 0));
  if (items.length > 0) blocks.push({ type: 'kpis', path: 'metrics', title: t('alert.metrics'), items });
}

/** How long it lasted, or has lasted so far if the present is known. */
function lasted(startedAt: number, endedAt: number | undefined, nowMs: number | undefined): number | undefined {
  const end = endedAt ?? nowMs;
  return end === undefined || end < startedAt ? undefined : end - startedAt;
}

function pushIdentity(blocks: Block[], alert: Alert, meta: DocumentMeta, context: RenderContext): void {
  const { t, list } = context.localizer;
  const { occurredAt = 0, endedAt } = meta;
  const items: Fact[] = [
    { path: 'status', label: t('alert.status'), value: [text(t(statusWords[alert.status ?? 'firing']))] },
    { path: 'severity', label: t('alert.severity'), value: [text(t(severityWords[alert.severity]))] },
    { path: 'source', label: t('alert.source'), value: [text(alert.source)] },
  ];
  if (alert.component !== undefined)
    items.push({ path: 'component', label: t('alert.component'), value: [text(alert.component)] });
  if (alert.environment !== undefined)
    items.push({ path: 'environment', label: t('alert.environment'), value: [text(alert.environment)] });
  items.push({ path: 'startedAt', label: t('alert.started'), value: [{ type: 'date', value: occurredAt }] });
  if (endedAt !== undefined)
    items.push({ path: 'endedAt', label: t('alert.ended'), value: [{ type: 'date', value: endedAt }] });
  const durationMs = lasted(occurredAt, endedAt, context.nowMs);
  if (durationMs !== undefined)
    items.push({ path: 'endedAt', label: t('alert.lasted'), value: [{ type: 'duration', durationMs }] });
  const { occurrences, affectedTenants = [] } = alert;
  if (occurrences !== undefined) {
    items.push({ path: 'occurrences', label: t('alert.occurrences'), value: [{ type: 'number', value: occurrences }] });
  }
  const inline = affectedTenants.length > 0 && affectedTenants.length <= maxInlineTenants;
  if (inline) {
    // Isolating the names takes away what cannot be shown, so that the channel would not see it to report it.
    const names = affectedTenants.map(cleanText);
    if (names.some((name, index) => name !== affectedTenants[index])) {
      const message = 'Control or direction characters were removed';
      context.diagnostics.push({ code: 'sanitized', severity: 'info', path: 'affectedTenants', message });
    }
    items.push({ path: 'affectedTenants', label: t('alert.tenants'), value: [text(list(names))] });
  }
  blocks.push({ type: 'facts', path: 'facts', importance: 'high', items });
  if (affectedTenants.length === 0 || inline) return;
  const entries = affectedTenants.map((tenant): Block[] => [{ type: 'paragraph', children: [text(tenant)] }]);
  const children: Block[] = [{ type: 'list', ordered: false, items: entries }];
  blocks.push({ type: 'section', path: 'affectedTenants', title: t('alert.tenants'), children });
}

function pushLabels(blocks: Block[], { labels }: Alert, { t }: Localizer): void {
  if (labels === undefined) return;
  const items = Object.keys(labels).map(
    (label): Fact => ({ path: `labels.${label}`, label, value: [text(labels[label] ?? '')] }),
  );
  if (items.length > 0) {
    blocks.push({ type: 'facts', path: 'labels', importance: 'low', title: t('alert.labels'), items });
  }
}

function pushLinks(blocks: Block[], { links = [] }: Alert, { t }: Localizer): void {
  if (links.length === 0) return;
  const children: Inline[] = [];
  for (const { url, label, kind } of links) {
    if (children.length > 0) children.push(text(' · '));
    children.push({ type: 'link', url, children: [text(label ?? (kind === undefined ? url : t(linkLabels[kind])))] });
  }
  blocks.push({ type: 'paragraph', path: 'links', importance: 'high', children });
}

function pushActions(blocks: Block[], { actions = [], status = 'firing' }: Alert, context: RenderContext): void {
  const stale = staleActions[status];
  const items = stale.length === 0 ? actions : actions.filter(({ kind }) => !stale.includes(kind));
  if (items.length < actions.length) {
    const message = `Actions that make no sense once an alert is ${status} were left out`;
    const numbers = { limit: items.length, actual: actions.length, unit: 'item' } as const;
    context.diagnostics.push({ code: 'dropped', severity: 'info', path: 'actions', message, ...numbers });
  }
  if (items.length > 0) blocks.push({ type: 'actions', path: 'actions', importance: 'high', items });
}

function summarize({ severity, status = 'firing' }: Alert, title: string, { t }: Localizer): string {
  return t(summaryWords[status], { severity: t(severityWords[severity]), title });
}

function metaOf(alert: Alert, title: string, localizer: Localizer): DocumentMeta {
  const meta: { -readonly [Key in keyof DocumentMeta]: DocumentMeta[Key] } = {
    fingerprint: fingerprintOf(alert),
    source: alert.source,
    // The schema has checked it; an instant that is not one cannot get here.
    occurredAt: toEpochMs(alert.startedAt) ?? 0,
    summary: summarize(alert, title, localizer),
  };
  if (alert.component !== undefined) meta.component = alert.component;
  if (alert.environment !== undefined) meta.environment = alert.environment;
  const endedAt = alert.endedAt === undefined ? undefined : toEpochMs(alert.endedAt);
  if (endedAt !== undefined) meta.endedAt = endedAt;
  // The first that a reader may follow: those that nobody may are reported where they would be shown.
  const primary = alert.links?.find((link) => safeUrl(link.url) !== undefined);
  if (primary !== undefined) meta.url = primary.url;
  return meta;
}

/**
 * Composes the document of an alert that passed its schema.
 *
 * @throws ParserMissingError for Markdown or HTML without its parser, SanitizeError for HTML over the sanitizer's bounds
 */
export function composeAlert(alert: Alert, context: RenderContext): Document {
  const { localizer } = context;
  const { instances = [] } = alert;
  const one = cleanLine(alert.title) || localizer.t('alert.untitled');
  const title = instances.length > 1 ? localizer.t('alert.many', { title: one, count: instances.length }) : one;
  const meta = metaOf(alert, title, localizer);
  const children: Block[] = [];
  pushCallToAction(children, alert, localizer);
  pushDescription(children, alert, context);
  pushMetrics(children, alert, localizer);
  pushIdentity(children, alert, meta, context);
  if (instances.length > 0) children.push(composeInstances(instances, localizer));
  pushLabels(children, alert, localizer);
  for (const [index, { url, alt }] of (alert.images ?? []).entries()) {
    children.push({ type: 'media', path: `images.${index}`, kind: 'image', url, alt });
  }
  pushLinks(children, alert, localizer);
  pushActions(children, alert, context);
  if (alert.omittedAlerts !== undefined && alert.omittedAlerts > 0) {
    const note = text(localizer.t('alert.omittedBySource', { count: alert.omittedAlerts }));
    children.push({ type: 'paragraph', path: 'omittedAlerts', importance: 'high', children: [note] });
  }
  return {
    type: 'document',
    locale: localizer.locale,
    dir: localizer.dir,
    title,
    severity: alert.severity,
    status: alert.status ?? 'firing',
    meta,
    children,
  };
}
