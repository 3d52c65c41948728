/** Gets at the alarms in whatever carried them: SNS over HTTP, Lambda events of SNS and SQS, EventBridge, or nothing. */
import { InputInvalidError } from '../../kernel/errors.js';

const formatter = 'sources/cloudwatch';

/** An alarm that is not checked yet, and where in the input it was. */
export type Carried = { readonly value: unknown; readonly path: readonly string[] };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function refuse(path: readonly string[], expected: string): never {
  throw new InputInvalidError(formatter, [{ path: path.join('.'), message: `expected ${expected}`, expected }]);
}

function parsed(text: unknown, path: readonly string[]): Carried {
  if (typeof text !== 'string') refuse(path, 'an alarm as JSON in a string');
  try {
    return { value: JSON.parse(text), path };
  } catch {
    return refuse(path, 'an alarm as JSON in a string');
  }
}

/** The message of an SNS notification. Other types ask to confirm a subscription. */
function fromNotification(envelope: Record<string, unknown>, path: readonly string[]): Carried {
  const { Type: type, Message: message } = envelope;
  if (type !== undefined && type !== 'Notification') refuse([...path, 'Type'], '`Notification`');
  return parsed(message, [...path, 'Message']);
}

const isNotification = (value: unknown): value is Record<string, unknown> => isRecord(value) && 'Message' in value;

/** One record of a Lambda event: SNS itself, or a queue that holds its notification or, with raw delivery, the alarm. */
function fromRecord(record: unknown, path: readonly string[]): Carried {
  if (isRecord(record)) {
    const { Sns: sns, body } = record;
    if (isRecord(sns)) return fromNotification(sns, [...path, 'Sns']);
    if (body !== undefined) {
      const inner = parsed(body, [...path, 'body']);
      return isNotification(inner.value) ? fromNotification(inner.value, inner.path) : inner;
    }
  }
  return refuse(path, 'a record of SNS or SQS');
}

/** Finds all alarms of an input. @throws InputInvalidError for an envelope that holds none */
export function unwrap(input: unknown): Carried[] {
  if (isRecord(input) && Array.isArray(input['Records'])) {
    return input['Records'].map((record: unknown, index) => fromRecord(record, ['Records', String(index)]));
  }
  return [isNotification(input) ? fromNotification(input, []) : { value: input, path: [] }];
}
