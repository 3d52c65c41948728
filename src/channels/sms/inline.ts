/** Inlines -> text of a line. */
import { handleInline, type Inline, type InlineHandlers } from '../../document/nodes.js';
import { leaf, own, printDate, printNumber, report, type SmsContext } from './context.js';

/** A run of inlines, and the addresses that it leads to. */
type Run = { readonly context: SmsContext; readonly urls: string[] };

const nested = (node: { readonly children: readonly Inline[] }, run: Run): string => join(node.children, run);

const handlers: InlineHandlers<Run, string> = {
  text: (node, { context }) => keepEnds(node.value, leaf(context, node.value)),
  strong: nested,
  emphasis: nested,
  // Without its marks, text that no longer holds would read as text that does.
  deletion: (node, run) => `~~${join(node.children, run)}~~`,
  code: (node, { context }) => leaf(context, node.value),
  link: (node, run) => {
    run.urls.push(node.url);
    return join(node.children, run);
  },
  number: (node, { context }) => printNumber(context, node),
  money: (node, { context }) => own(context.localizer.money(node.amount, node.currency, node.maxFractionDigits)),
  date: (node, { context }) => printDate(context, node),
  duration: (node, { context }) => own(context.localizer.duration(node.durationMs)),
  mention: (node, { context }) => {
    report(context, 'fallback', context.path, 'A mention pings nobody here and stays text');
    return leaf(context, node.ref);
  },
};

/** A space at an end parts a text from its neighbour. */
function keepEnds(raw: string, text: string): string {
  if (text === raw) return text;
  return `${/^\s/.test(raw) ? ' ' : ''}${text}${/\s$/.test(raw) ? ' ' : ''}`;
}

function join(inlines: readonly Inline[], run: Run): string {
  let text = '';
  for (const inline of inlines) text += handleInline(handlers, inline, run);
  return text;
}

/** One inline as text. */
export const printInline = (context: SmsContext, inline: Inline): string =>
  handleInline(handlers, inline, { context, urls: [] });

/** Inlines as a line; addresses of links are not in the text. */
export function printLine(context: SmsContext, inlines: readonly Inline[]): { text: string; urls: readonly string[] } {
  const urls: string[] = [];
  return { text: join(inlines, { context, urls }).trim(), urls };
}
