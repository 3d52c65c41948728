/** Checks an envelope by hand: every member of it goes on the wire, and a schema library takes longer than the writing. */
import type { Issue } from '../kernel/errors.js';
import { toEpochMs } from '../kernel/instant.js';
import { reservedAttributes } from './envelope.js';
import { checkJson } from './json-data.js';

/** CloudEvents 1.0.2 "Type System": a String holds no control characters, noncharacters or lone surrogates. */
const notAttributeText = /[\p{Cc}\p{Noncharacter_Code_Point}\p{Cs}]/u;
/** Most are, and looking at these takes a tenth of the time. */
const plainText = /^[ -~]+$/;
/** RFC 3986, loosely: what no URI-reference holds unencoded. */
const notUriReference = /[\s<>"{}|\\^`]/;
const absoluteUri = /^[a-z][a-z0-9+.-]*:./i;
/** RFC 2045 section 5.1: type, subtype, parameters. */
const mediaType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:\s*;\s*[\w!#$&^.+-]+=(?:[\w!#$&^.+-]+|"[^"\\\p{Cc}]*"))*$/u;
/** CloudEvents JSON format 3.1: what is written as a JSON value, by its media type. */
const jsonType = /^[^;]*[/+]json\s*(?:;|$)/i;
/** CloudEvents 1.0.2 "Naming Conventions". */
const extensionName = /^[a-z0-9]{1,20}$/;
const maxInteger = 2 ** 31 - 1;

/** Room for every transport: an HTTP header, an MQTT user property. */
const maxAttributeChars = 2048;

type Check = { readonly isValid: (text: string) => boolean; readonly expected: string };

const text: Check = { isValid: () => true, expected: `1 to ${maxAttributeChars} characters without controls` };

/** The attributes that are texts, and what more they must be. */
const attributes: Readonly<Record<string, Check & { readonly required?: true }>> = {
  id: text,
  source: {
    isValid: (value) => !notUriReference.test(value),
    expected: 'a URI-reference such as `/ledger/eu`',
    required: true,
  },
  type: { ...text, required: true },
  subject: text,
  datacontenttype: { isValid: (value) => mediaType.test(value), expected: 'a media type such as `application/json`' },
  dataschema: {
    isValid: (value) => absoluteUri.test(value) && !notUriReference.test(value),
    expected: 'an absolute URI',
  },
};

const attributeChecks = /* @__PURE__ */ Object.entries(attributes);

/** Tells whether a text may be the value of an attribute. */
export const isAttributeText = (value: string): boolean =>
  value.length <= maxAttributeChars && (plainText.test(value) || (value !== '' && !notAttributeText.test(value)));

/** Tells whether a media type is one of JSON. */
export const isJsonType = (type: string): boolean => type === 'application/json' || jsonType.test(type);

/** Data of a type that is not JSON are a text or bytes: nothing here knows how to write an object as, say, XML. */
function typeIssues({ datacontenttype: type, data }: Record<string, unknown>): Issue[] {
  if (
    typeof type !== 'string' ||
    !mediaType.test(type) ||
    isJsonType(type) ||
    typeof data === 'string' ||
    data instanceof Uint8Array
  )
    return [];
  return [unexpected('data', 'text or bytes, as `datacontenttype` is not JSON')];
}

const known: readonly string[] = [...Object.keys(attributes), 'time', 'extensions', 'data'];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const unexpected = (path: string, expected: string): Issue => ({ path, message: `expected ${expected}`, expected });

function attributeIssues(envelope: Record<string, unknown>): Issue[] {
  const issues: Issue[] = [];
  for (const [name, check] of attributeChecks) {
    const value = envelope[name];
    if (value === undefined && check.required !== true) continue;
    if (typeof value !== 'string') issues.push(unexpected(name, 'string'));
    else if (!isAttributeText(value)) issues.push(unexpected(name, text.expected));
    else if (!check.isValid(value)) issues.push(unexpected(name, check.expected));
  }
  return issues;
}

function isExtensionValue(value: unknown): boolean {
  if (typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) <= maxInteger;
  return typeof value === 'string' && isAttributeText(value);
}

function extensionIssues(extensions: unknown): Issue[] {
  if (extensions === undefined) return [];
  if (!isRecord(extensions)) return [unexpected('extensions', 'object')];
  return Object.entries(extensions).flatMap(([name, value]) => {
    const path = `extensions.${name}`;
    if (reservedAttributes.includes(name)) return unexpected(path, 'a name that is not an attribute of its own');
    if (!extensionName.test(name)) return unexpected(path, 'a name of 1 to 20 characters, a to z and 0 to 9');
    return isExtensionValue(value) ? [] : unexpected(path, `a boolean, a 32-bit integer, or ${text.expected}`);
  });
}

/** Finds everything that is wrong with an envelope, all at once. */
export function checkEnvelope(input: unknown): { issues: Issue[]; hasBytes: boolean } {
  if (!isRecord(input)) return { issues: [unexpected('', 'object')], hasBytes: false };
  const issues = attributeIssues(input);
  for (const key of Object.keys(input)) {
    if (!known.includes(key)) issues.push({ ...unexpected(key, 'only known members'), message: 'unknown member' });
  }
  if (input['time'] !== undefined && toEpochMs(input['time']) === undefined) {
    issues.push(unexpected('time', 'an instant with an offset'));
  }
  issues.push(...extensionIssues(input['extensions']));
  if (input['data'] === undefined) return { issues, hasBytes: false };
  issues.push(...typeIssues(input));
  const data = checkJson(input['data'], 'data');
  return { issues: issues.length === 0 ? data.issues : [...issues, ...data.issues], hasBytes: data.hasBytes };
}
