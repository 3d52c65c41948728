/** Document -> PagerDuty event. */
import type { Block, Document, Severity, Status } from '../../document/nodes.js';
import { fitText } from '../../kernel/fit.js';
import { digest, stableId } from '../../kernel/hash.js';
import { toTimestamp } from '../../kernel/timestamp.js';
import type { PagerDutyTenantOptions } from '../../tenant/pagerduty-options.js';
import type { RenderContext } from '../../tenant/render-context.js';
import { cleanName, cleanOneLine, createPagerDutyContext, type PagerDutyContext, report } from './context.js';
import { detailsOf } from './details.js';
import { maxNameChars, pagerDutyLimits, timestampRange } from './limits.js';
import type { PagerDutyCallOptions, PagerDutyEventKind } from './options.js';
import type {
  PagerDutyChangePayload,
  PagerDutyPayload,
  PagerDutySeverity,
  PagerDutyTriggerPayload,
} from './payload.js';
import { fitEvent, type Shrinkable } from './shrink.js';
import { put, type Writer } from './writer.js';

export type RenderedEvent = { payload: PagerDutyPayload; size: number };

const eventOfStatus: Record<Status, Exclude<PagerDutyEventKind, 'change'>> = {
  firing: 'trigger',
  acknowledged: 'acknowledge',
  resolved: 'resolve',
};

/** The API's four words, by ours: the same today, and written down, so that a fifth of either side is somebody's decision. */
const severities: Record<Severity, PagerDutySeverity> = {
  critical: 'critical',
  error: 'error',
  warning: 'warning',
  info: 'info',
};

/** What ties the events of one incident together: whole, or hashed as a whole. A cut key is another incident's. */
function dedupKeyOf({ meta, title }: Document): string {
  const { max } = pagerDutyLimits.dedupKey;
  return meta.fingerprint === undefined
    ? digest('document', meta.source ?? '', title)
    : stableId(meta.fingerprint, max);
}

function severityOf(context: PagerDutyContext, { severity }: Document): PagerDutySeverity {
  if (severity !== undefined) return context.options.severities?.[severity] ?? severities[severity];
  report(context, 'fallback', 'severity', 'The document has no severity, and PagerDuty needs one: `info` is sent');
  return 'info';
}

/** The line that people are woken with. What of it is cut stands in the details, whole. */
function summaryOf(context: PagerDutyContext, { title, meta }: Document, writer: Writer): string {
  context.path = 'title';
  const line =
    cleanOneLine(context, meta.summary ?? title) ||
    cleanOneLine(context, title) ||
    context.localizer.t('alert.untitled');
  const { max, unit } = pagerDutyLimits.summary;
  const { text, cut } = fitText(line, max);
  if (cut === 0) return text;
  put(writer, 'title', line);
  const message = 'The summary was cut, the details have the whole line';
  report(context, 'truncated', 'title', message, { limit: max, actual: line.length, unit });
  return text;
}

/** The API needs a source; who configured the tenant is the best guess where the document names none. */
function sourceOf(context: PagerDutyContext, { meta }: Document): string {
  const source = meta.source === undefined ? '' : cleanName(context, meta.source, maxNameChars, 'source');
  if (source !== '') return source;
  const { brand, tenantId } = context.render.tenant.config;
  report(context, 'fallback', 'source', 'There is no source, and PagerDuty needs one: the name of the tenant is sent');
  return cleanName(context, brand?.name ?? tenantId, maxNameChars, 'source');
}

function timestampOf(context: PagerDutyContext, { meta }: Document): string | undefined {
  const epochMs = meta.occurredAt ?? context.render.nowMs;
  if (epochMs === undefined) return undefined;
  if (epochMs >= timestampRange.minMs && epochMs <= timestampRange.maxMs) return toTimestamp(epochMs);
  report(context, 'dropped', 'startedAt', 'A time before the year 0 or after 9999 was left out');
  return undefined;
}

/** The value of a label that the tenant wants in a place of its own. */
function labelValue(children: readonly Block[], name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  for (const block of children) {
    if (block.type !== 'facts' || block.path !== 'labels') continue;
    const [only] = block.items.find(({ label }) => label === name)?.value ?? [];
    if (only?.type === 'text') return only.value;
  }
  return undefined;
}

type Places = Pick<PagerDutyTriggerPayload['payload'], 'component' | 'group' | 'class'>;

function placesOf(context: PagerDutyContext, { meta, children }: Document): Places {
  const { component, group, class: kind } = context.options.labels ?? {};
  const wanted = {
    component: labelValue(children, component) ?? meta.component,
    group: labelValue(children, group) ?? meta.environment,
    class: labelValue(children, kind),
  };
  const places: Places = {};
  for (const place of ['component', 'group', 'class'] as const) {
    const value = wanted[place];
    const name = value === undefined ? '' : cleanName(context, value, maxNameChars, place);
    if (name !== '') places[place] = name;
  }
  return places;
}

/** Everything that PagerDuty shows of an alert beside its summary. */
function writeDetails(context: PagerDutyContext, document: Document): Writer {
  const writer = detailsOf(context, document.children);
  const { correlationId } = context.render;
  if (correlationId !== undefined) put(writer, 'correlationId', stableId(correlationId, 200));
  return writer;
}

function triggerOf(
  context: PagerDutyContext,
  document: Document,
  routing: Routing,
  writer: Writer,
): PagerDutyTriggerPayload {
  const { brand } = context.render.tenant.config;
  const { client = brand?.name, clientUrl } = context.options;
  const timestamp = timestampOf(context, document);
  const event: PagerDutyTriggerPayload = {
    ...routing,
    event_action: 'trigger',
    dedup_key: dedupKeyOf(document),
    payload: {
      summary: summaryOf(context, document, writer),
      source: sourceOf(context, document),
      severity: severityOf(context, document),
    },
  };
  if (timestamp !== undefined) event.payload.timestamp = timestamp;
  Object.assign(event.payload, placesOf(context, document));
  if (Object.keys(writer.target).length > 0) event.payload.custom_details = writer.target;
  if (context.images.length > 0) event.images = context.images;
  if (context.links.length > 0) event.links = context.links;
  if (client !== undefined) event.client = cleanName(context, client, maxNameChars, 'client');
  if (clientUrl !== undefined) event.client_url = clientUrl;
  return event;
}

function changeOf(
  context: PagerDutyContext,
  document: Document,
  routing: Routing,
  writer: Writer,
): PagerDutyChangePayload {
  const timestamp = timestampOf(context, document);
  const event: PagerDutyChangePayload = {
    ...routing,
    payload: { summary: summaryOf(context, document, writer), source: sourceOf(context, document) },
  };
  if (timestamp !== undefined) event.payload.timestamp = timestamp;
  if (Object.keys(writer.target).length > 0) event.payload.custom_details = writer.target;
  if (context.links.length > 0) event.links = context.links;
  return event;
}

type Routing = { routing_key?: string };

/** Renders a document as one event: PagerDuty has no follow-ups. */
export function renderPagerDuty(
  document: Document,
  render: RenderContext,
  options: PagerDutyTenantOptions,
  { event, routingKey = options.routingKey }: PagerDutyCallOptions,
): RenderedEvent {
  const routing: Routing = routingKey === undefined ? {} : { routing_key: routingKey };
  const kind = event ?? eventOfStatus[document.status ?? 'firing'];
  const context = createPagerDutyContext(render, options, kind !== 'change');
  if (kind === 'acknowledge' || kind === 'resolve') {
    const message = 'PagerDuty takes nothing but the key of the alert when it is acknowledged or resolved';
    render.diagnostics.push({ code: 'dropped', severity: 'info', path: '', message });
    return { payload: { ...routing, event_action: kind, dedup_key: dedupKeyOf(document) }, size: 0 };
  }
  const writer = writeDetails(context, document);
  const payload: PagerDutyPayload & Shrinkable =
    kind === 'change' ? changeOf(context, document, routing, writer) : triggerOf(context, document, routing, writer);
  return { payload, size: fitEvent(context, payload, writer) ?? context.bytesAtMost };
}
