/** Events as Kafka records, by the CloudEvents Kafka binding 1.0.2: https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md */
import { compressEvent } from '../../codec/compress-event.js';
import type { CloudEvent } from '../../envelope/envelope.js';
import { attributeTexts, dataBytes, structuredContentType, structuredText } from '../../envelope/formats.js';
import type { Diagnostic } from '../../kernel/diagnostics.js';
import { InputInvalidError, LimitExceededError } from '../../kernel/errors.js';
import { bytesDigest } from '../../kernel/hash.js';
import type { Overflow } from '../../kernel/result.js';
import { settleCompression } from '../../tenant/compression-options.js';
import type { KafkaTenantOptions } from '../../tenant/kafka-options.js';
import { splitMessage } from './chunks.js';
import { frame } from './framing.js';
import { keyOf } from './key.js';
import type { KafkaCallOptions } from './options.js';
import type { KafkaMessage, KafkaRecord } from './payload.js';
import { recordBatchBytes } from './size.js';

/** `max.request.size` of Kafka's producer; a broker takes 12 bytes more. */
const defaultMaxRecordBytes = 1_048_576;

export type KafkaCall = {
  readonly formatter: string;
  readonly settled: Readonly<KafkaTenantOptions>;
  readonly options: KafkaCallOptions;
  readonly overflow: Overflow;
  readonly diagnostics: Diagnostic[];
};

function refuse(formatter: string, path: string, expected: string): never {
  throw new InputInvalidError(formatter, [{ path, message: `expected ${expected}`, expected }]);
}

/** The extension `partitionkey` says what belongs together, where an event has it. */
function entityOf(event: CloudEvent): string {
  const named = event.extensions.find(([name]) => name === 'partitionkey')?.[1];
  return named === undefined ? (event.subject ?? event.source) : String(named);
}

function headersOf(event: CloudEvent, isBinary: boolean): Record<string, Buffer> {
  // Written with the charset by the binding, section 3.3.
  if (!isBinary) return { 'content-type': Buffer.from(`${structuredContentType}; charset=UTF-8`) };
  const headers: Record<string, Buffer> = {};
  for (const [name, value] of attributeTexts(event)) headers[`ce_${name}`] = Buffer.from(value);
  if (event.datacontenttype !== undefined) headers['content-type'] = Buffer.from(event.datacontenttype);
  return headers;
}

/** A value of no bytes, where there are no data: `null` would delete what the topic holds under the key. */
function recordValue(event: CloudEvent, isBinary: boolean, { formatter, options }: KafkaCall): Buffer | null {
  if (options.tombstone === true) {
    return event.data === undefined ? null : refuse(formatter, 'data', 'no data, as the record is a tombstone');
  }
  if (options.schemaId === undefined) {
    return isBinary ? (dataBytes(event) ?? Buffer.alloc(0)) : Buffer.from(structuredText(event));
  }
  if (!isBinary || !(event.data instanceof Uint8Array)) {
    return refuse(formatter, 'data', 'bytes, in mode `binary`, as they follow a schema');
  }
  const { schemaId, messageIndexes } = options;
  return frame(dataBytes(event) ?? Buffer.alloc(0), { schemaId, messageIndexes });
}

function messageOf(event: CloudEvent, call: KafkaCall): KafkaMessage {
  const { options, settled } = call;
  // A tombstone has no value to hold attributes.
  const isBinary = options.tombstone === true || (settled.mode ?? 'binary') === 'binary';
  const message: KafkaMessage = {
    key: keyOf(event.tenantid, options.entity ?? entityOf(event)),
    value: recordValue(event, isBinary, call),
    headers: headersOf(event, isBinary),
  };
  if (event.time !== undefined) message.timestamp = String(Date.parse(event.time));
  if (options.partition !== undefined) message.partition = options.partition;
  return message;
}

/** Bytes that follow a schema begin with its id, which readers look for before anything else. */
function compressed(event: CloudEvent, { settled, options }: KafkaCall): CloudEvent {
  if (options.schemaId !== undefined) return event;
  const written = (settled.mode ?? 'binary') === 'binary' ? 'bytes' : 'base64';
  return compressEvent(event, settleCompression(settled, options), written);
}

/** The event without its data and with the URI at which they will be: the CloudEvents extension `dataref`. */
function withDataref(event: CloudEvent, toUri: (sha256: string) => string, call: KafkaCall): CloudEvent {
  const data = dataBytes(event);
  if (data === undefined) return event;
  call.diagnostics.push({
    code: 'split',
    severity: 'warning',
    path: 'data',
    message: 'The record refers to its data: store them where `dataref` says',
    actual: data.length,
    unit: 'byte',
  });
  const extensions = [...event.extensions, ['dataref', toUri(bytesDigest(data))] as const];
  return { ...event, data: undefined, extensions: extensions.sort(([a], [b]) => (a < b ? -1 : 1)) };
}

/**
 * Makes the records of one event: one, or several where it does not fit.
 *
 * @throws LimitExceededError when it does not fit and may not be split
 */
export function renderKafka(event: CloudEvent, topic: string, call: KafkaCall): KafkaRecord[] {
  const { settled, overflow, diagnostics } = call;
  const { maxRecordBytes: limit = defaultMaxRecordBytes, dataref } = settled;
  const whole = messageOf(compressed(event, call), call);
  const actual = recordBatchBytes(whole);
  if (actual <= limit) return [{ topic, messages: [whole] }];
  if (dataref !== undefined && event.data !== undefined) {
    const referring = messageOf(withDataref(event, dataref, call), call);
    if (recordBatchBytes(referring) <= limit) return [{ topic, messages: [referring] }];
  }
  const parts =
    overflow === 'split' ? splitMessage(whole, bytesDigest(whole.value ?? Buffer.alloc(0)), limit) : undefined;
  if (parts === undefined) throw new LimitExceededError({ path: 'data', limit, actual, unit: 'byte' });
  const message = `The value is in ${parts.length} records, see the headers \`chunk-of\`, \`chunk-index\` and \`chunk-count\``;
  diagnostics.push({ code: 'split', severity: 'warning', path: 'data', message, limit, actual, unit: 'byte' });
  return parts.map((part) => ({ topic, messages: [part] }));
}
