/** What an event stream accepts of events: ids and names that survive it. */
import type { Envelope } from '../../envelope/envelope.js';
import { envelopeSchema, toRawIssue } from '../../envelope/event.js';
import type { Issue } from '../../kernel/errors.js';
import type { Schema } from '../../kernel/schema.js';
import type { SseTenantOptions } from '../../tenant/sse-options.js';
import { checkSseFields } from './frame.js';

/** Finds what of an event cannot stand in a frame. `name` is the event's type, where that becomes the name. */
export function checkSseEvent(id: string | undefined, name: string | undefined): Issue[] {
  const issues = checkSseFields({ id });
  if (name === undefined) return issues;
  return [...issues, ...checkSseFields({ event: name }).map((issue) => ({ ...issue, path: 'type' }))];
}

/** Creates the schema for a tenant. */
export const createSseSchema = ({ event }: Readonly<SseTenantOptions>): Schema<Envelope> => ({
  safeParse: (value) => {
    const parsed = envelopeSchema.safeParse(value);
    if (!parsed.success) return parsed;
    const issues = checkSseEvent(parsed.data.id, event === 'type' ? parsed.data.type : undefined);
    return issues.length === 0 ? parsed : { success: false, error: { issues: issues.map(toRawIssue) } };
  },
});
