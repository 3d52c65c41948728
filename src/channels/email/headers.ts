/** Everything of a mail that becomes a header. */
import type { Document, Severity } from '../../document/nodes.js';
import { fitText } from '../../kernel/fit.js';
import { shortDigest } from '../../kernel/hash.js';
import { cleanLine } from '../../sanitize/text.js';
import { safeUrl } from '../../sanitize/url.js';
import { type EmailContext, orMark, report } from './context.js';
import { emailLimits } from './limits.js';
import { type EmailCallOptions, encodeHeaderId } from './options.js';
import type { EmailPayload } from './payload.js';

/** The right side of ids: the tenant's domain, or a name that no mail server has (RFC 2606) and that names nobody. */
export function messageIdDomain({ options, render }: EmailContext): string {
  return options.messageIdDomain ?? `${render.tenant.tenantHash}.invalid`;
}

/** 128 bits of the parts, tied to the tenant: neither who sends nor what happened can be told from an id. */
const idOf = (context: EmailContext, ...parts: readonly string[]): string =>
  `<${shortDigest(32, context.render.tenant.config.tenantId, ...parts)}@${messageIdDomain(context)}>`;

type Ids = Pick<EmailPayload, 'messageId' | 'inReplyTo' | 'references'>;

/**
 * One message id a state of an incident and reader's language, and one parent for all of them. The parent is no mail: clients
 * group what refers to it all the same (JWZ threading), whichever state arrives first.
 */
function idsOf(context: EmailContext, document: Document, { update }: EmailCallOptions): Ids {
  const { meta, title, severity = '', status = '', locale } = document;
  const state = [
    severity,
    status,
    String(meta.occurredAt ?? ''),
    String(meta.endedAt ?? ''),
    locale,
    update === undefined ? '' : String(update),
  ];
  if (meta.fingerprint === undefined)
    return { messageId: idOf(context, 'document', title, meta.summary ?? '', ...state) };
  const root = idOf(context, 'root', meta.fingerprint);
  return {
    messageId: idOf(context, 'state', meta.fingerprint, ...state),
    inReplyTo: root,
    references: [root],
  };
}

/** How an encoded word begins (RFC 2047 section 2): mailers leave it as it is, and readers would decode what was cleaned. */
const encodedWord = /=\?(?=[^?]{0,200}\?[bq]\?)/gi;

/** The subject: one line, without anything that reorders or hides, cut at a cluster. */
export function subjectOf(context: EmailContext, { title, meta }: Document): string {
  const { max, unit } = emailLimits.subject;
  const raw = context.options.subject === 'title' ? title : (meta.summary ?? title);
  const line = orMark(cleanLine(raw)).replace(encodedWord, '= ?');
  const { text, cut } = fitText(line, max);
  if (cut > 0) {
    report(context, 'truncated', 'title', 'The subject was cut, the mail has the whole title', {
      limit: max,
      actual: line.length,
      unit,
    });
  }
  return text;
}

/** How urgent clients should show a mail while its alert fires. */
const priorities: Record<Severity, 'high' | 'low' | undefined> = {
  critical: 'high',
  error: 'high',
  warning: undefined,
  info: 'low',
};

function priorityOf({ severity, status = 'firing' }: Document): Pick<EmailPayload, 'priority'> {
  const priority = severity === undefined || status !== 'firing' ? undefined : priorities[severity];
  return priority === undefined ? {} : { priority };
}

function listOf({ options: { listId } }: EmailContext): Pick<EmailPayload, 'list'> {
  if (listId === undefined) return {};
  return { list: { id: listId.name === undefined ? listId.id : { url: listId.id, comment: listId.name } } };
}

/** The URL that unsubscribes, in the form in which nothing in it can end the angle brackets around it. */
export function unsubscribeOf({ options }: EmailContext, ofCall: string | undefined): string | undefined {
  const url = ofCall ?? options.unsubscribeUrl;
  return url === undefined ? undefined : safeUrl(url, { schemes: ['https'] });
}

function fixedHeaders(
  context: EmailContext,
  { unsubscribeUrl }: EmailCallOptions,
  locale: string,
): EmailPayload['headers'] {
  const headers: EmailPayload['headers'] = {
    // RFC 3834 section 5: nobody's absence assistant answers.
    'Auto-Submitted': 'auto-generated',
    // The same for Exchange: [MS-OXCMAIL] 2.2.3.2.14.
    'X-Auto-Response-Suppress': 'All',
    'Content-Language': locale,
  };
  const unsubscribe = unsubscribeOf(context, unsubscribeUrl);
  if (unsubscribe !== undefined) {
    // RFC 8058 section 3.1 wants both. `list` of nodemailer would write one of them only.
    headers['List-Unsubscribe'] = `<${unsubscribe}>`;
    headers['List-Unsubscribe-Post'] = 'List-Unsubscribe=One-Click';
  }
  const { correlationId } = context.render;
  if (correlationId !== undefined) headers['X-Correlation-ID'] = encodeHeaderId(correlationId);
  return headers;
}

type Headers = Omit<EmailPayload, 'subject' | 'html' | 'text' | 'attachments'>;

/** Makes the headers of a mail. Their names depend on configuration and options, never on data. */
export function headersOf(context: EmailContext, document: Document, options: EmailCallOptions): Headers {
  const { from = context.options.from, replyTo = context.options.replyTo } = options;
  const copy = (address: NonNullable<EmailPayload['from']>) => (typeof address === 'string' ? address : { ...address });
  return {
    headers: fixedHeaders(context, options, document.locale),
    ...listOf(context),
    ...idsOf(context, document, options),
    ...priorityOf(document),
    ...(from !== undefined && { from: copy(from) }),
    ...(replyTo !== undefined && { replyTo: copy(replyTo) }),
  };
}
