/** Inlines -> the contexts of the template `rich`: plain text, or runs of one look, together where they share a link. */
import { handleInline, type Inline, type InlineHandlers } from '../../document/nodes.js';
import { inlineText } from '../../document/plain-text.js';
import { richTemplate } from '../../generated/templates/email/rich.js';
import type { Html } from '../../generated/templates/template.js';
import { createRender } from '../../template/runtime.js';
import type { EmailContext } from './context.js';
import { isolateRuns, type Run, type Segment } from './isolate-runs.js';
import { noHtml } from './markup.js';

type Marks = { readonly strong?: true; readonly emphasis?: true; readonly deletion?: true };

/** Where runs go, and the look around them. */
type Line = {
  readonly context: EmailContext;
  readonly segments: Segment[];
  readonly marks: Marks | undefined;
  /** Runs of the link around, if there is one. */
  readonly link: Run[] | undefined;
};

function push(line: Line, span: Run): void {
  if (line.link !== undefined) line.link.push(span);
  else line.segments.push({ tint: line.context.accent, spans: [span] });
}

/** `value`: isolated from the text around it, as everything with a look of its own is. */
function pushText(line: Line, value: string, look: 'text' | 'value' | 'code'): void {
  const { marks } = line;
  const isStyled = marks !== undefined || look !== 'text';
  // Word's engine knows no `white-space`, so lines end with an element.
  let isBreak = false;
  for (const text of value.includes('\n') ? value.split('\n') : [value]) {
    push(line, {
      text,
      ...(isBreak && { isBreak }),
      ...(isStyled && { isStyled, ...marks, ...(look === 'code' && { code: true }) }),
    });
    isBreak = true;
  }
}

const styled =
  (mark: Marks) =>
  ({ children }: { readonly children: readonly Inline[] }, line: Line): void => {
    const inner: Line = { ...line, marks: { ...line.marks, ...mark } };
    for (const child of children) handleInline(handlers, child, inner);
  };

const value = (node: Inline, line: Line): void => pushText(line, inlineText([node], line.context.print), 'value');

const handlers: InlineHandlers<Line, void> = {
  text: (node, line) => pushText(line, node.value, 'text'),
  strong: styled({ strong: true }),
  emphasis: styled({ emphasis: true }),
  deletion: styled({ deletion: true }),
  code: (node, line) => pushText(line, node.value, 'code'),
  link: ({ url, children }, line) => {
    const spans: Run[] = [];
    const inner: Line = { ...line, link: spans };
    for (const child of children) handleInline(handlers, child, inner);
    // Links do not nest: the outer one has the words of the inner one.
    if (line.link !== undefined) line.link.push(...spans);
    else line.segments.push({ href: url, tint: line.context.accent, spans });
  },
  number: value,
  money: value,
  date: value,
  duration: value,
  mention: value,
};

const printed = new Set<Inline['type']>(['number', 'money', 'date', 'duration', 'mention']);

/** What a line of inlines is when it is nothing but text; `undefined` where it has looks or breaks. */
function plainOf(context: EmailContext, inlines: readonly Inline[]): string | undefined {
  const [only] = inlines;
  if (only === undefined) return '';
  if (inlines.length > 1) return undefined;
  if (only.type === 'text') return only.value.includes('\n') ? undefined : only.value;
  return printed.has(only.type) ? inlineText(inlines, context.print) : undefined;
}

const printRich = /* @__PURE__ */ createRender(richTemplate);

/** A line for a template: its text, or its markup. Both are printed, and one of them is empty. */
export type Words = { readonly plain: string; readonly rich: Html };

/** Makes the words of a line. `empty` stands where there are none. */
export function toWords(context: EmailContext, inlines: readonly Inline[], empty = ''): Words {
  const plain = plainOf(context, inlines);
  if (plain !== undefined) return { plain: plain === '' ? empty : plain, rich: noHtml };
  const line: Line = { context, segments: [], marks: undefined, link: undefined };
  for (const inline of inlines) handleInline(handlers, inline, line);
  isolateRuns(line.segments, context.dir);
  return { plain: '', rich: printRich({ segments: line.segments }, context.template) };
}
