/** What the profiles accept of events. */
import type { Envelope } from '../../envelope/envelope.js';
import { envelopeSchema, toRawIssue } from '../../envelope/event.js';
import type { Issue } from '../../kernel/errors.js';
import type { Schema } from '../../kernel/schema.js';
import type { WebSocketTenantOptions } from '../../tenant/websocket-options.js';
import { isReservedMethod } from './profiles.js';

const unexpected = (path: string, expected: string): Issue => ({ path, message: `expected ${expected}`, expected });

/** A result of GraphQL is an object by the names of its fields, or `null`: https://spec.graphql.org/October2021/#sec-Data */
const isResult = (data: unknown): boolean =>
  data === undefined ||
  data === null ||
  (typeof data === 'object' && !Array.isArray(data) && !(data instanceof Uint8Array));

/** Finds what of an event cannot be said in a profile. */
export function checkProfile(
  { type, data }: Pick<Envelope, 'type' | 'data'>,
  profile: WebSocketTenantOptions['profile'],
): Issue[] {
  if (profile === 'jsonrpc' && isReservedMethod(type))
    return [unexpected('type', 'a name that does not begin with `rpc.`')];
  if (profile === 'graphql-transport-ws' && !isResult(data))
    return [unexpected('data', 'an object by field, or `null`')];
  return [];
}

/** Creates the schema for a tenant. */
export const createWebSocketSchema = ({ profile }: Readonly<WebSocketTenantOptions>): Schema<Envelope> => ({
  safeParse: (value) => {
    const parsed = envelopeSchema.safeParse(value);
    if (!parsed.success) return parsed;
    const issues = checkProfile(parsed.data, profile);
    return issues.length === 0 ? parsed : { success: false, error: { issues: issues.map(toRawIssue) } };
  },
});
