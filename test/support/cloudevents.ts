/** What CloudEvents 1.0.2 says an event is, checked by hand, without a line of the package: https://github.com/cloudevents/spec/tree/v1.0.2 */

const attributeName = /^[a-z0-9]+$/;
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;
const forbidden = /[\u0000-\u001f\u007f-\u009f\ufdd0-\ufdef]/;
const required = ['specversion', 'id', 'source', 'type'];

/** Finds what is wrong with attributes, however they travelled. */
export function attributeProblems(attributes: Readonly<Record<string, unknown>>): string[] {
  const problems = required.filter((name) => attributes[name] === undefined).map((name) => `${name} is missing`);
  if (attributes['specversion'] !== '1.0') problems.push('specversion is not 1.0');
  for (const [name, value] of Object.entries(attributes)) {
    if (!attributeName.test(name)) problems.push(`${name} is not a name`);
    if (value === '' || value === null || typeof value === 'object')
      problems.push(`${name} has no value of the type system`);
    if (typeof value === 'number' && !Number.isInteger(value)) problems.push(`${name} is not an Integer`);
    if (typeof value === 'string' && (forbidden.test(value) || !value.isWellFormed()))
      problems.push(`${name} is no String`);
  }
  const { time, source } = attributes;
  if (time !== undefined && !(typeof time === 'string' && dateTime.test(time))) problems.push('time is no Timestamp');
  if (typeof source === 'string' && !URL.canParse(source, 'http://host/')) problems.push('source is no URI-reference');
  return problems;
}

export type ReadEvent = { readonly attributes: Record<string, unknown>; readonly data: Buffer | undefined };

/** Reads the JSON format: `data` is JSON, `data_base64` bytes, never both. */
export function readStructured(contentType: string, body: string): ReadEvent {
  if (!/^application\/cloudevents\+json(?:;|$)/.test(contentType)) throw new Error(`${contentType} is not structured`);
  const { data, data_base64: base64, ...attributes } = JSON.parse(body) as Record<string, unknown>;
  if (data !== undefined && base64 !== undefined) throw new Error('data and data_base64 exclude each other');
  if (base64 !== undefined) return { attributes, data: Buffer.from(String(base64), 'base64') };
  if (data === undefined) return { attributes, data: undefined };
  // JSON format 3.1: a value of a type that is not JSON is a string.
  const isJson = /[/+]json\s*(?:;|$)/.test(String(attributes['datacontenttype'] ?? 'application/json'));
  return { attributes, data: Buffer.from(isJson ? JSON.stringify(data) : String(data)) };
}

type Headers = Readonly<Record<string, Uint8Array>>;

/** Reads the binary mode of the Kafka binding: `ce_` headers in UTF-8, `content-type`, the value as it is. */
export function readKafkaBinary(headers: Headers, value: Uint8Array | null): ReadEvent {
  const attributes: Record<string, unknown> = {};
  for (const [name, bytes] of Object.entries(headers)) {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (name === 'content-type') attributes['datacontenttype'] = text;
    else if (name.startsWith('ce_')) attributes[name.slice(3)] = text;
  }
  return { attributes, data: value === null || value.length === 0 ? undefined : Buffer.from(value) };
}

/** Reads the binary mode of the MQTT binding: user properties without a prefix, and the content type. */
export function readMqttBinary(
  properties: { readonly contentType?: string; readonly userProperties?: Readonly<Record<string, unknown>> },
  payload: Uint8Array,
): ReadEvent {
  const attributes: Record<string, unknown> = { ...properties.userProperties };
  if (properties.contentType !== undefined) attributes['datacontenttype'] = properties.contentType;
  return { attributes, data: payload.length === 0 ? undefined : Buffer.from(payload) };
}
