/** The two ways in which CloudEvents travel: whole as JSON, or data alone with attributes beside them. */
import type { CloudEvent } from './envelope.js';
import { isJsonData } from './event.js';

/** CloudEvents JSON format 1.0.2. */
export const structuredContentType = 'application/cloudevents+json';

const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

/** Returns the event as the JSON object of the CloudEvents JSON format, members in a fixed order. */
export function toStructured(event: CloudEvent): Record<string, unknown> {
  const { data } = event;
  const object: Record<string, unknown> = {
    specversion: '1.0',
    id: event.id,
    source: event.source,
    type: event.type,
  };
  if (event.subject !== undefined) object['subject'] = event.subject;
  if (event.time !== undefined) object['time'] = event.time;
  if (event.datacontenttype !== undefined) object['datacontenttype'] = event.datacontenttype;
  if (event.dataschema !== undefined) object['dataschema'] = event.dataschema;
  object['tenantid'] = event.tenantid;
  for (const [name, value] of event.extensions) object[name] = value;
  if (data instanceof Uint8Array) object['data_base64'] = base64(data);
  else if (data !== undefined) object['data'] = data;
  return object;
}

/** Returns the event as the text of the CloudEvents JSON format. */
export const structuredText = (event: CloudEvent): string => JSON.stringify(toStructured(event));

/** Returns the data alone: bytes as they are, JSON as its text, other text as it is; `undefined` without data. */
export function dataBytes(event: CloudEvent): Buffer | undefined {
  const { data } = event;
  if (data === undefined) return undefined;
  if (data instanceof Uint8Array) return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return Buffer.from(isJsonData(event) ? JSON.stringify(data) : String(data), 'utf8');
}

/** Lists the attributes but `datacontenttype`, which transports have a place for, as texts, in a fixed order. */
export function attributeTexts(event: CloudEvent): [name: string, value: string][] {
  const texts: [string, string][] = [
    ['specversion', '1.0'],
    ['id', event.id],
    ['source', event.source],
    ['type', event.type],
  ];
  if (event.subject !== undefined) texts.push(['subject', event.subject]);
  if (event.time !== undefined) texts.push(['time', event.time]);
  if (event.dataschema !== undefined) texts.push(['dataschema', event.dataschema]);
  texts.push(['tenantid', event.tenantid]);
  for (const [name, value] of event.extensions) texts.push([name, String(value)]);
  return texts;
}
