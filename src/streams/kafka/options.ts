/** Options of one call, and their checks. */
import type { Issue } from '../../kernel/errors.js';
import { type CompressionOptions, checkCompression, compressionKeys } from '../../tenant/compression-options.js';
import { expectedTopic, isTopic } from '../../tenant/kafka-options.js';
import { isMessageIndexes, isSchemaId } from './framing.js';

export type KafkaCallOptions = CompressionOptions & {
  /** @default the tenant's */
  topic?: string;
  /** What the record is about: records of one entity stay in order. @default `partitionkey`, `subject` or `source` of the event */
  entity?: string;
  /** @default chosen by the client from the key */
  partition?: number;
  /** Deletes what a compacted topic holds under the key. The event must be without data. */
  tombstone?: boolean;
  /** The schema of the data in a registry, which then have to be bytes that follow it. */
  schemaId?: number;
  /** Protobuf only: the path to the message in its file. */
  messageIndexes?: readonly number[];
};

type Check = { readonly isValid: (value: unknown) => boolean; readonly expected: string };

const checks: Readonly<Record<Exclude<keyof KafkaCallOptions, keyof CompressionOptions>, Check>> = {
  topic: { isValid: isTopic, expected: expectedTopic },
  entity: {
    isValid: (value) => typeof value === 'string' && value !== '' && value.isWellFormed(),
    expected: 'a well-formed text',
  },
  partition: {
    isValid: (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < 2 ** 31,
    expected: 'a whole number from 0',
  },
  tombstone: { isValid: (value) => typeof value === 'boolean', expected: 'boolean' },
  schemaId: { isValid: isSchemaId, expected: 'a whole number from 1' },
  messageIndexes: { isValid: isMessageIndexes, expected: 'whole numbers from 0' },
};

const allChecks = /* @__PURE__ */ Object.entries(checks);

/** The names of these options. */
export const kafkaOptionKeys: readonly string[] = [...Object.keys(checks), ...compressionKeys];

/** Finds everything that is wrong with the options of a call, the topic of the tenant included. */
export function checkKafkaOptions(
  options: Readonly<Record<string, unknown>>,
  settledTopic: string | undefined,
): Issue[] {
  const issues: Issue[] = [];
  for (const [path, { isValid, expected }] of allChecks) {
    if (options[path] === undefined || isValid(options[path])) continue;
    issues.push({ path, message: `expected ${expected}`, expected });
  }
  issues.push(...checkCompression(options));
  if (options['topic'] === undefined && settledTopic === undefined) {
    issues.push({ path: 'topic', message: 'no topic given', expected: 'a topic here or in `channels.kafka.topic`' });
  }
  if (options['messageIndexes'] !== undefined && options['schemaId'] === undefined) {
    issues.push({ path: 'messageIndexes', message: 'only with `schemaId`', expected: 'a `schemaId` beside it' });
  }
  return issues;
}
