/** Options of one call, and their checks against the limits of MQTT 5.0: https://docs.oasis-open.org/mqtt/mqtt/v5.0/mqtt-v5.0.html */
import type { Issue } from '../../kernel/errors.js';
import { type CompressionOptions, checkCompression, compressionKeys } from '../../tenant/compression-options.js';
import { isTopicName, maxStringBytes } from './topic.js';

export type MqttCallOptions = CompressionOptions & {
  /** Levels after the tenant's; each becomes one level, whatever it holds. @default the type and the subject of the event */
  levels?: readonly string[];
  /** @default the tenant's */
  qos?: 0 | 1 | 2;
  /** The broker keeps the message for later subscribers. @default false */
  retain?: boolean;
  /** Deletes the retained message of the topic: an empty payload, whatever the event holds. */
  clearRetained?: boolean;
  /** Version 5: the broker drops the message after so many seconds. */
  expirySeconds?: number;
  /** Version 5: where an answer is expected. */
  responseTopic?: string;
  /** Version 5: what the answer has to repeat. */
  correlationData?: Uint8Array;
  /** Version 5: a number in place of the topic, which the client and the broker have agreed on. */
  topicAlias?: number;
  /** Version 5: further user properties. None may be called like an attribute of the event. */
  userProperties?: Record<string, string | string[]>;
};

/** [MQTT-1.5.4-1] and [MQTT-1.5.4-2]: well formed, without U+0000; controls and noncharacters may end the connection. */
const notText = /\p{Cc}|\p{Noncharacter_Code_Point}|\p{Cs}/u;

/** Tells whether a text can be a string of a packet. */
const isMqttText = (text: unknown): text is string =>
  typeof text === 'string' && !notText.test(text) && Buffer.byteLength(text) <= maxStringBytes;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isWhole = (value: unknown, from: number, to: number): boolean =>
  Number.isInteger(value) && Number(value) >= from && Number(value) <= to;
const isBoolean = (value: unknown): boolean => typeof value === 'boolean';

type Check = { readonly isValid: (value: unknown) => boolean; readonly expected: string };

const checks: Readonly<Record<Exclude<keyof MqttCallOptions, keyof CompressionOptions>, Check>> = {
  levels: {
    isValid: (value) => Array.isArray(value) && value.length > 0 && value.every((level) => typeof level === 'string'),
    expected: 'at least one level, each a string',
  },
  qos: { isValid: (value) => isWhole(value, 0, 2), expected: '0, 1 or 2' },
  retain: { isValid: isBoolean, expected: 'boolean' },
  clearRetained: { isValid: isBoolean, expected: 'boolean' },
  // Section 3.3.2.3.3: four bytes.
  expirySeconds: {
    isValid: (value) => isWhole(value, 0, 2 ** 32 - 1),
    expected: 'a whole number of seconds in 32 bits',
  },
  // [MQTT-3.3.2-14]: no wildcards. Brokers let them pass.
  responseTopic: { isValid: isTopicName, expected: 'a topic name without wildcards' },
  // Section 1.5.6: two bytes of length.
  correlationData: {
    isValid: (value) => value instanceof Uint8Array && value.length <= maxStringBytes,
    expected: `at most ${maxStringBytes} bytes`,
  },
  // Section 3.3.2.3.4: zero is a protocol error.
  topicAlias: { isValid: (value) => isWhole(value, 1, 65_535), expected: 'a whole number from 1 to 65,535' },
  userProperties: {
    isValid: (value) =>
      isRecord(value) &&
      Object.entries(value).every(
        ([name, texts]) => isMqttText(name) && (Array.isArray(texts) ? texts.every(isMqttText) : isMqttText(texts)),
      ),
    expected: `strings, or arrays of them, of at most ${maxStringBytes} bytes without controls`,
  },
};

const allChecks = /* @__PURE__ */ Object.entries(checks);

/** The names of these options. */
export const mqttOptionKeys: readonly string[] = [...Object.keys(checks), ...compressionKeys];

/** What 3.1.1 has no place for. */
export const version5Keys = [
  'expirySeconds',
  'responseTopic',
  'correlationData',
  'topicAlias',
  'userProperties',
] as const;

/** Finds everything that is wrong with the options of a call. */
export function checkMqttOptions(options: Readonly<Record<string, unknown>>): Issue[] {
  const issues: Issue[] = [];
  for (const [path, { isValid, expected }] of allChecks) {
    if (options[path] === undefined || isValid(options[path])) continue;
    issues.push({ path, message: `expected ${expected}`, expected });
  }
  issues.push(...checkCompression(options));
  if (options['clearRetained'] === true && options['retain'] === false) {
    issues.push({
      path: 'retain',
      message: 'expected `true` with `clearRetained`',
      expected: '`true` with `clearRetained`',
    });
  }
  return issues;
}
