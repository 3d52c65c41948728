/** Running text: one rich text block, or several where it is long. */
import type { Inline } from '../../document/nodes.js';
import type { SlackContext } from './context.js';
import { appendInlines } from './inline.js';
import { pushElements, sectionOf } from './rich.js';
import { createRun, elementsOf, isEmpty } from './run.js';

/** Writes a paragraph. */
export function pushParagraph(context: SlackContext, inlines: readonly Inline[], bold = false): void {
  const out = createRun();
  appendInlines(context, out, inlines, bold ? { bold: true } : undefined);
  if (isEmpty(out)) context.chars = 0;
  else pushElements(context, elementsOf(out), sectionOf);
}
