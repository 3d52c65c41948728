/** Events as MQTT messages, by the CloudEvents MQTT binding 1.0.2: https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/mqtt-protocol-binding.md */
import { compressEvent } from '../../codec/compress-event.js';
import type { CloudEvent } from '../../envelope/envelope.js';
import { isTextData } from '../../envelope/event.js';
import { attributeTexts, dataBytes, structuredContentType, structuredText } from '../../envelope/formats.js';
import type { Diagnostic } from '../../kernel/diagnostics.js';
import { InputInvalidError, type Issue, LimitExceededError, OptionsInvalidError } from '../../kernel/errors.js';
import { settleCompression } from '../../tenant/compression-options.js';
import type { MqttTenantOptions } from '../../tenant/mqtt-options.js';
import { type MqttCallOptions, version5Keys } from './options.js';
import type { MqttMessage, MqttProperties } from './payload.js';
import { maxStringBytes, topicOf } from './topic.js';

const defaultMaxPayloadBytes = 1_048_576;

type Body = {
  readonly payload: Buffer;
  readonly contentType: string;
  readonly isText: boolean;
  readonly attributes: [string, string][];
};

/** Whole as JSON, or the data alone with attributes beside them. */
function bodyOf(event: CloudEvent, isBinary: boolean): Body {
  if (!isBinary) {
    return {
      payload: Buffer.from(structuredText(event)),
      contentType: structuredContentType,
      isText: true,
      attributes: [],
    };
  }
  return {
    payload: dataBytes(event) ?? Buffer.alloc(0),
    contentType: event.datacontenttype ?? '',
    isText: isTextData(event),
    attributes: attributeTexts(event),
  };
}

/** The tenant's level stands before everything that an event or a caller can say. */
function topicFor(event: CloudEvent, prefix: readonly string[], levels: readonly string[] | undefined): string {
  const own = levels ?? (event.subject === undefined ? [event.type] : [event.type, event.subject]);
  const topic = topicOf([...prefix, event.tenantid, ...own]);
  const actual = Buffer.byteLength(topic);
  if (actual > maxStringBytes)
    throw new LimitExceededError({ path: 'topic', limit: maxStringBytes, actual, unit: 'byte' });
  return topic;
}

/** Names of attributes are letters and digits: none of them is the prototype. */
function recordOf(attributes: readonly [string, string][]): Record<string, string> {
  const record: Record<string, string> = {};
  for (const [name, value] of attributes) record[name] = value;
  return record;
}

function userProperties(
  attributes: readonly [string, string][],
  further: MqttCallOptions['userProperties'],
): Record<string, string | string[]> | undefined {
  if (further === undefined) return attributes.length === 0 ? undefined : recordOf(attributes);
  const properties = new Map<string, string | string[]>(attributes);
  const issues: Issue[] = [];
  for (const [name, value] of Object.entries(further)) {
    if (properties.has(name)) {
      const expected = 'a name that is no attribute of the event';
      issues.push({ path: `userProperties.${name}`, message: `expected ${expected}`, expected });
    }
    properties.set(name, Array.isArray(value) ? [...value] : value);
  }
  if (issues.length > 0) throw new OptionsInvalidError(issues);
  return properties.size === 0 ? undefined : Object.fromEntries(properties);
}

function propertiesOf(body: Body, options: MqttCallOptions): MqttProperties {
  const { expirySeconds, responseTopic, correlationData, topicAlias } = options;
  const user = userProperties(body.attributes, options.userProperties);
  // Not one literal with spreads: these take as long as all the rest.
  const properties: MqttProperties = {};
  // Promises well-formed UTF-8, which brokers do not check.
  if (body.isText) properties.payloadFormatIndicator = true;
  if (expirySeconds !== undefined) properties.messageExpiryInterval = expirySeconds;
  if (topicAlias !== undefined) properties.topicAlias = topicAlias;
  if (responseTopic !== undefined) properties.responseTopic = responseTopic;
  if (correlationData !== undefined) properties.correlationData = Buffer.from(correlationData);
  if (user !== undefined) properties.userProperties = user;
  if (body.contentType !== '') properties.contentType = body.contentType;
  return properties;
}

function reportMissingProperties(options: MqttCallOptions, diagnostics: Diagnostic[]): void {
  for (const path of version5Keys) {
    if (options[path] === undefined) continue;
    diagnostics.push({ code: 'dropped', severity: 'warning', path, message: 'MQTT 3.1.1 has no properties' });
  }
}

/** Section 3.3.1.3: an empty payload with RETAIN deletes what is retained. */
function checkRetained(formatter: string, payload: Buffer, retain: boolean): void {
  if (!retain || payload.length > 0) return;
  const expected = 'data, or the option `clearRetained`: an empty retained message deletes the one before';
  throw new InputInvalidError(formatter, [{ path: 'data', message: `expected ${expected}`, expected }]);
}

/**
 * Makes the message of one event.
 *
 * @throws LimitExceededError when topic or payload are larger than MQTT or the tenant allow
 */
export function renderMqtt(
  formatter: string,
  event: CloudEvent,
  settled: Readonly<MqttTenantOptions>,
  options: MqttCallOptions,
  diagnostics: Diagnostic[],
): MqttMessage {
  const { version = 5, topicPrefix = [], mode = 'binary', maxPayloadBytes = defaultMaxPayloadBytes } = settled;
  const qos = options.qos ?? settled.qos ?? 1;
  const topic = topicFor(event, topicPrefix, options.levels);
  if (options.clearRetained === true) return { topic, payload: Buffer.alloc(0), options: { qos, retain: true } };
  const retain = options.retain ?? false;
  const isBinary = version === 5 && mode === 'binary';
  const sent = compressEvent(event, settleCompression(settled, options), isBinary ? 'bytes' : 'base64');
  const body = bodyOf(sent, isBinary);
  const actual = body.payload.length;
  if (actual > maxPayloadBytes)
    throw new LimitExceededError({ path: 'data', limit: maxPayloadBytes, actual, unit: 'byte' });
  checkRetained(formatter, body.payload, retain);
  if (version !== 5) {
    reportMissingProperties(options, diagnostics);
    return { topic, payload: body.payload, options: { qos, retain } };
  }
  return { topic, payload: body.payload, options: { qos, retain, properties: propertiesOf(body, options) } };
}
