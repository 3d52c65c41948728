/** Completes a checked envelope: id, time as text, tenant, data that JSON can say. */
import type { Diagnostic } from '../kernel/diagnostics.js';
import { InputInvalidError, type Issue, OptionsInvalidError } from '../kernel/errors.js';
import { digest, shortDigest } from '../kernel/hash.js';
import { toEpochMs } from '../kernel/instant.js';
import type { RawIssue } from '../kernel/issues.js';
import type { Schema } from '../kernel/schema.js';
import { toTimestamp } from '../kernel/timestamp.js';
import { checkEnvelope, isAttributeText, isJsonType } from './check.js';
import type { CloudEvent, Envelope, ExtensionValue } from './envelope.js';
import { canonicalJson, withoutBytes } from './json-data.js';

const none: readonly (readonly [string, ExtensionValue])[] = [];

/** Tells whether the data of an event are JSON, and not a text or bytes in another format. */
export function isJsonData({ datacontenttype, data }: CloudEvent): boolean {
  return !(data instanceof Uint8Array) && (datacontenttype === undefined || isJsonType(datacontenttype));
}

/** RFC 6657: `text/*` may say another charset than UTF-8, and what is not text may be anything. */
const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i;
const textType = /^text\//i;

/** Tells whether the data are written as UTF-8: JSON, and text that was given as a string. */
export function isTextData(event: CloudEvent): boolean {
  if (event.data === undefined || event.data instanceof Uint8Array) return false;
  if (isJsonData(event)) return true;
  const named = charset.exec(event.datacontenttype ?? '')?.[1]?.toLowerCase();
  return textType.test(event.datacontenttype ?? '') && (named === undefined || named === 'utf-8');
}

function contentTypeOf({ datacontenttype, data }: Envelope): string | undefined {
  if (datacontenttype !== undefined || data === undefined) return datacontenttype;
  return data instanceof Uint8Array ? 'application/octet-stream' : 'application/json';
}

function sorted(extensions: Record<string, ExtensionValue> | undefined): CloudEvent['extensions'] {
  if (extensions === undefined) return none;
  return Object.entries(extensions).sort(([a], [b]) => (a < b ? -1 : 1));
}

const dataDigest = (data: unknown): string => {
  if (data === undefined) return '';
  if (!(data instanceof Uint8Array)) return digest('json', canonicalJson(data));
  return digest('bytes', Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64'));
};

/** The same for the same event, whoever derives it and how often: what consumers drop repeated events by. */
function derivedId(event: Omit<CloudEvent, 'id'>): string {
  return shortDigest(
    32,
    event.tenantid,
    event.source,
    event.type,
    event.subject ?? '',
    event.time ?? '',
    event.datacontenttype ?? '',
    event.dataschema ?? '',
    JSON.stringify(event.extensions),
    dataDigest(event.data),
  );
}

/** An issue in the shape in which schemas report. */
export const toRawIssue = ({ path, message, expected }: Issue): RawIssue => {
  const keys = path === '' ? [] : path.split('.');
  return message === 'unknown member'
    ? { code: 'unrecognized_keys', path: keys.slice(0, -1), keys: keys.slice(-1) }
    : { code: 'custom', path: keys, message: expected };
};

/** What every formatter of events accepts. */
export const envelopeSchema: Schema<Envelope> = {
  safeParse: (value) => {
    const { issues } = checkEnvelope(value);
    return issues.length === 0
      ? { success: true, data: value as Envelope }
      : { success: false, error: { issues: issues.map(toRawIssue) } };
  },
};

/** The extension by which an event names what it belongs to: https://github.com/cloudevents/spec/blob/main/cloudevents/extensions/correlation.md */
const correlationAttribute = 'correlationid';

function withCorrelation(event: CloudEvent, correlationId: string): CloudEvent {
  if (event.extensions.some(([name]) => name === correlationAttribute)) return event;
  if (!isAttributeText(correlationId)) {
    const expected = 'a text without controls';
    throw new OptionsInvalidError([{ path: 'correlationId', message: `expected ${expected}`, expected }]);
  }
  const extensions = [...event.extensions, [correlationAttribute, correlationId] as const];
  return { ...event, extensions: extensions.sort(([a], [b]) => (a < b ? -1 : 1)) };
}

/**
 * Checks an envelope and makes the event of it that is sent for a tenant.
 *
 * @param formatter the id that errors name
 * @param correlationId becomes an extension, unless the envelope has its own
 * @throws InputInvalidError with all issues at once
 */
export function toEvent(
  formatter: string,
  input: unknown,
  tenantid: string,
  diagnostics: Diagnostic[],
  correlationId?: string,
): CloudEvent {
  const { issues, hasBytes } = checkEnvelope(input);
  if (issues.length > 0) throw new InputInvalidError(formatter, issues);
  const envelope = input as Envelope;
  const epochMs = envelope.time === undefined ? undefined : toEpochMs(envelope.time);
  const isInside = hasBytes && !(envelope.data instanceof Uint8Array);
  const parts = {
    source: envelope.source,
    type: envelope.type,
    datacontenttype: contentTypeOf(envelope),
    dataschema: envelope.dataschema,
    subject: envelope.subject,
    time: epochMs === undefined ? undefined : toTimestamp(epochMs),
    tenantid,
    extensions: sorted(envelope.extensions),
    data: isInside ? withoutBytes(envelope.data, 'data', (path) => diagnostics.push(asBase64(path))) : envelope.data,
  };
  // Not part of the id: whoever sends an event again may do so for another reason.
  const event: CloudEvent = {
    id: envelope.id ?? derivedId(parts),
    source: parts.source,
    type: parts.type,
    datacontenttype: parts.datacontenttype,
    dataschema: parts.dataschema,
    subject: parts.subject,
    time: parts.time,
    tenantid,
    extensions: parts.extensions,
    data: parts.data,
  };
  return correlationId === undefined ? event : withCorrelation(event, correlationId);
}

const asBase64 = (path: string): Diagnostic => ({
  code: 'normalized',
  severity: 'info',
  path,
  message: 'Bytes inside of JSON are written as base64',
});
