/** Completes a checked envelope: id, time as text, tenant, data that JSON can say. */
import type { Diagnostic } from '../kernel/diagnostics.js';
import { InputInvalidError } from '../kernel/errors.js';
import { digest, shortDigest } from '../kernel/hash.js';
import { toEpochMs } from '../kernel/instant.js';
import { checkEnvelope } from './check.js';
import type { CloudEvent, Envelope, ExtensionValue } from './envelope.js';
import { canonicalJson, withoutBytes } from './json-data.js';

const none: readonly (readonly [string, ExtensionValue])[] = [];

/** JSON format 3.1: what is written as a JSON value, by its media type; no type means JSON. */
const jsonType = /^[^;]*[/+]json\s*(?:;|$)/i;

/** Tells whether the data of an event are JSON, and not a text or bytes in another format. */
export function isJsonData({ datacontenttype, data }: CloudEvent): boolean {
  return !(data instanceof Uint8Array) && (datacontenttype === undefined || jsonType.test(datacontenttype));
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

/**
 * Checks an envelope and makes the event of it that is sent for a tenant.
 *
 * @param formatter the id that errors name
 * @throws InputInvalidError with all issues at once
 */
export function toEvent(formatter: string, input: unknown, tenantid: string, diagnostics: Diagnostic[]): CloudEvent {
  const { issues, hasBytes } = checkEnvelope(input);
  if (issues.length > 0) throw new InputInvalidError(formatter, issues);
  const envelope = input as Envelope;
  const epochMs = envelope.time === undefined ? undefined : toEpochMs(envelope.time);
  const isInside = hasBytes && !(envelope.data instanceof Uint8Array);
  const event = {
    source: envelope.source,
    type: envelope.type,
    datacontenttype: contentTypeOf(envelope),
    dataschema: envelope.dataschema,
    subject: envelope.subject,
    time: epochMs === undefined ? undefined : new Date(epochMs).toISOString(),
    tenantid,
    extensions: sorted(envelope.extensions),
    data: isInside ? withoutBytes(envelope.data, 'data', (path) => diagnostics.push(asBase64(path))) : envelope.data,
  };
  const typed = typedData(formatter, event);
  return { id: envelope.id ?? derivedId(typed), ...typed };
}

/** Data of a type that is not JSON are a text or bytes: nothing here knows how to write an object as, say, XML. */
function typedData<Event extends Omit<CloudEvent, 'id'>>(formatter: string, event: Event): Event {
  const { data } = event;
  if (data === undefined || typeof data === 'string' || data instanceof Uint8Array) return event;
  if (isJsonData({ id: '', ...event })) return event;
  const expected = 'text or bytes, as `datacontenttype` is not JSON';
  throw new InputInvalidError(formatter, [{ path: 'data', message: `expected ${expected}`, expected }]);
}

const asBase64 = (path: string): Diagnostic => ({
  code: 'normalized',
  severity: 'info',
  path,
  message: 'Bytes inside of JSON are written as base64',
});
