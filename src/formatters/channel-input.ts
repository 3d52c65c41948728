/** What every human channel accepts: an alert, a document, or anything that carries one. */

import { exceedsDepth, inputBounds } from '../document/depth.js';
import type { Document } from '../document/nodes.js';
import { documentSchema } from '../document/schema.js';
import { composeAlert } from '../domains/alert/compose.js';
import { type Alert, alertSchema } from '../domains/alert/schema.js';
import { InputInvalidError } from '../kernel/errors.js';
import { validate } from '../kernel/formatter.js';
import type { RenderContext } from '../tenant/render-context.js';

export type ChannelInput = Alert | Document | { readonly document: Document };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function toDocument(formatter: string, input: unknown, path: readonly string[], context: RenderContext): Document {
  const { maxDepth, maxNodes } = inputBounds;
  // zod recurses; deeper or larger trees are refused before it sees them.
  if (exceedsDepth(input, maxDepth, maxNodes)) {
    const expected = `at most ${maxDepth} levels and ${maxNodes} nodes`;
    throw new InputInvalidError(formatter, [{ path: path.join('.'), message: `expected ${expected}`, expected }]);
  }
  return validate(formatter, context.tenant.validator(documentSchema), input, path);
}

/** Validates what a channel was given and makes a document of it. @throws InputInvalidError */
export function readInput(formatter: string, input: unknown, context: RenderContext): Document {
  if (isRecord(input) && input.type === 'document') return toDocument(formatter, input, [], context);
  if (isRecord(input) && 'document' in input) return toDocument(formatter, input.document, ['document'], context);
  // zod lets a member be `undefined` where the type says it is absent; the composer treats both alike.
  const alert = validate(formatter, context.tenant.validator(alertSchema), input) as Alert;
  return composeAlert(alert, context);
}
