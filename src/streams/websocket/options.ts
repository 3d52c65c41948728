/** Options of one call, and their checks. */
import { isAttributeText } from '../../envelope/check.js';
import type { Issue } from '../../kernel/errors.js';
import { type CompressionOptions, checkCompression, compressionKeys } from '../../tenant/compression-options.js';
import type { WebSocketTenantOptions } from '../../tenant/websocket-options.js';
import type { WebSocketPriority } from './payload.js';
import { isNamespace, isSocketIoEvent } from './profiles.js';

export type WebSocketCallOptions = CompressionOptions & {
  /** What the reader subscribed to. @default the type of the event */
  channel?: string;
  /**
   * The number of this message in its channel; `formatMany` counts on from it. A function is asked once a message, for
   * streams that are formatted in batches.
   */
  seq?: number | (() => number);
  /** @default 'normal' */
  priority?: WebSocketPriority;
  /** A message that waits can be replaced by a later one with the same key: the thing whose state it tells. */
  coalesceKey?: string;
  /** Whether a reader that is behind can do without it. @default false */
  droppable?: boolean;
  /** Profile `graphql-transport-ws`, required there: the id that the reader gave its subscription. */
  subscriptionId?: string;
  /** Profile `socket.io`. @default '/' */
  namespace?: string;
  /** Profile `socket.io`: the name that the reader listens to. @default 'message' */
  event?: string;
  /** Profile `socket.io`: asks the reader for an answer under this number. */
  ackId?: number;
};

type Profile = NonNullable<WebSocketTenantOptions['profile']>;

type Check = {
  readonly isValid: (value: unknown) => boolean;
  readonly expected: string;
  /** The only profile that knows it. */
  readonly profile?: Profile;
};

const isText = (value: unknown): boolean => typeof value === 'string' && isAttributeText(value);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const aText = 'a text of 1 to 2,048 characters without controls';

const checks: Readonly<Record<Exclude<keyof WebSocketCallOptions, keyof CompressionOptions>, Check>> = {
  channel: { isValid: isText, expected: aText },
  seq: {
    isValid: (value) => typeof value === 'function' || isCount(value),
    expected: 'a whole number from 0, or a function',
  },
  priority: {
    isValid: (value) => value === 'low' || value === 'normal' || value === 'high',
    expected: '`low`, `normal` or `high`',
  },
  coalesceKey: { isValid: isText, expected: aText },
  droppable: { isValid: (value) => typeof value === 'boolean', expected: 'boolean' },
  subscriptionId: { isValid: isText, expected: aText, profile: 'graphql-transport-ws' },
  namespace: {
    isValid: isNamespace,
    expected: 'a `/` and up to 255 of ASCII without `,` and `?`',
    profile: 'socket.io',
  },
  event: {
    isValid: isSocketIoEvent,
    expected: '1 to 256 characters, and no name that Socket.IO keeps for itself',
    profile: 'socket.io',
  },
  ackId: { isValid: isCount, expected: 'a whole number from 0', profile: 'socket.io' },
};

const allChecks = /* @__PURE__ */ Object.entries(checks);

/** The names of these options. */
export const websocketOptionKeys: readonly string[] = [...Object.keys(checks), ...compressionKeys];

const unexpected = (path: string, expected: string): Issue => ({ path, message: `expected ${expected}`, expected });

/** Finds everything that is wrong with the options of a call. */
export function checkWebSocketOptions(options: Readonly<Record<string, unknown>>, profile: Profile): Issue[] {
  const issues: Issue[] = [];
  for (const [path, check] of allChecks) {
    if (options[path] === undefined) continue;
    if (!check.isValid(options[path])) issues.push(unexpected(path, check.expected));
    else if (check.profile !== undefined && check.profile !== profile) {
      issues.push(unexpected(path, `the profile \`${check.profile}\` beside it`));
    }
  }
  issues.push(...checkCompression(options));
  if (profile === 'graphql-transport-ws' && options['subscriptionId'] === undefined) {
    issues.push(unexpected('subscriptionId', 'the id of the subscription'));
  }
  return issues;
}
