/**
 * Machine events in the words of CloudEvents 1.0.2: the model behind WebSocket, SSE, MQTT and Kafka.
 *
 * Attribute names are those of the specification, lower case and without separators, so that what is written here is what
 * travels. https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md
 */
import type { Instant } from '../kernel/instant.js';

/** Anything that JSON can say, and bytes; bytes inside of JSON travel as base64, which is reported. */
export type EventData = unknown;

/** What an extension attribute may hold: CloudEvents types String, Integer (32 bits) and Boolean. */
export type ExtensionValue = string | number | boolean;

/** One event, as its producer knows it. */
export type Envelope = {
  /** Unique with `source`. @default derived from everything else, so that a repeated event has a repeated id */
  id?: string;
  /** Where it happened: a URI-reference such as `/tenants/label-42/ledger`. */
  source: string;
  /** What happened: a reverse-DNS name such as `com.example.track.played`. */
  type: string;
  /** What it happened to, within `source`. */
  subject?: string;
  time?: Instant;
  /** RFC 2046. @default `application/json`, or `application/octet-stream` for bytes */
  datacontenttype?: string;
  /** An absolute URI. */
  dataschema?: string;
  /** Names of `a` to `z` and `0` to `9`, 20 characters at most. */
  extensions?: Record<string, ExtensionValue>;
  data?: EventData;
};

/** The attribute that names the tenant. Nothing in an envelope can set it. */
const tenantAttribute = 'tenantid';

/** Attributes of the specification and of this package, which no extension may be called. */
export const reservedAttributes: readonly string[] = [
  'specversion',
  'id',
  'source',
  'type',
  'subject',
  'time',
  'datacontenttype',
  'dataschema',
  'data',
  // JSON format 3.1: beside `data`, never with it.
  'data_base64',
  tenantAttribute,
];

/** An event that is complete: checked, with an id, and bound to its tenant. */
export type CloudEvent = {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly datacontenttype: string | undefined;
  readonly dataschema: string | undefined;
  readonly subject: string | undefined;
  /** RFC 3339, UTC, milliseconds. */
  readonly time: string | undefined;
  readonly tenantid: string;
  /** Sorted by name, so that the same event gives the same bytes. */
  readonly extensions: readonly (readonly [name: string, value: ExtensionValue])[];
  /** JSON that {@link JSON.stringify} writes as it is, bytes, or `undefined` for none. */
  readonly data: EventData;
};
