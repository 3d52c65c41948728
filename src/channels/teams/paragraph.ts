/** Running text: one block of rich text, or several where it is long. */
import type { Inline } from '../../document/nodes.js';
import { pushBlockOf, pushRich } from './chunk.js';
import type { TeamsContext } from './context.js';
import { appendInlines } from './inline.js';
import { prose } from './leaf.js';
import type { RichTextBlock, TextStyle } from './payload.js';
import { createRun, isEmpty, oneText } from './run.js';

/** Writes a paragraph. */
export function pushParagraph(
  context: TeamsContext,
  inlines: readonly Inline[],
  style?: TextStyle,
  spacing?: RichTextBlock['spacing'],
): void {
  const [only] = inlines;
  if (inlines.length === 1 && only?.type === 'text') {
    const text = prose(context, only.value);
    if (text !== '') pushBlockOf(context, oneText(context, text, style, spacing));
    return;
  }
  const out = createRun(context);
  appendInlines(out, inlines, style);
  if (!isEmpty(out)) pushRich(context, out, spacing);
}
