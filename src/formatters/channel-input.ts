/** What every human channel accepts: an alert, a document, or anything that carries one. */

import { exceedsDepth, inputBounds } from '../document/depth.js';
import type { Document } from '../document/nodes.js';
import { documentSchema } from '../document/schema.js';
import { composeAlert } from '../domains/alert/compose.js';
import { type Alert, alertSchema } from '../domains/alert/schema.js';
import { validate } from '../kernel/formatter.js';
import type { Schema } from '../kernel/schema.js';
import type { TenantContext } from '../tenant/context.js';
import type { RenderContext } from '../tenant/render-context.js';

export type ChannelInput = Alert | Document | { readonly document: Document };

type Parsed<Output> = ReturnType<Schema<Output>['safeParse']>;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const { maxDepth, maxNodes } = inputBounds;

function refuse(message: string): Parsed<never> {
  return { success: false, error: { issues: [{ code: 'custom', path: [], message }] } };
}

function below(key: string, parsed: Parsed<Document>): Parsed<{ readonly document: Document }> {
  if (parsed.success) return { success: true, data: { document: parsed.data } };
  const issues = parsed.error.issues.map((issue) => ({ ...issue, path: [key, ...(issue.path ?? [])] }));
  return { success: false, error: { issues } };
}

function createChannelSchema(tenant: TenantContext): Schema<ChannelInput> {
  const parseDocument = (value: unknown): Parsed<Document> =>
    // zod recurses; deeper or larger trees are refused before it sees them.
    exceedsDepth(value, maxDepth, maxNodes)
      ? refuse(`at most ${maxDepth} levels and ${maxNodes} nodes`)
      : tenant.validator(documentSchema).safeParse(value);
  return {
    safeParse(value) {
      if (isRecord(value) && value.type === 'document') return parseDocument(value);
      if (isRecord(value) && 'document' in value) return below('document', parseDocument(value.document));
      // zod lets a member be `undefined` where the type says it is absent; the composer treats both alike.
      return tenant.validator(alertSchema).safeParse(value) as Parsed<Alert>;
    },
  };
}

/** What channels accept for a tenant; always the same schema. */
export function channelSchema(tenant: TenantContext): Schema<ChannelInput> {
  return tenant.kept(createChannelSchema);
}

/** Validates what a channel was given and makes a document of it. @throws InputInvalidError */
export function readInput(formatter: string, input: unknown, context: RenderContext): Document {
  const checked = validate(formatter, channelSchema(context.tenant), input);
  if ('document' in checked) return checked.document;
  return 'type' in checked ? checked : composeAlert(checked, context);
}
