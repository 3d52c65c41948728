/** Inlines -> text runs, which Teams never parses for markup, so data cannot become any. */
import { handleInline, type Inline, type InlineHandlers } from '../../document/nodes.js';
import { safeUrl } from '../../sanitize/url.js';
import { printDate, report, type TeamsContext } from './context.js';
import { isolated, leaf, oneLine, printNumber, prose } from './leaf.js';
import { nameOf } from './mentions.js';
import type { TextStyle } from './payload.js';
import { appendLink, appendText, type Run } from './run.js';

/** Where runs go, and the style around them. Kept apart from the context, because inlines nest. */
type Line = { readonly out: Run; readonly style: TextStyle | undefined };

/** A URL that Teams takes: allowed scheme, within the limit. Never cut: a cut URL is another address. */
export function teamsUrl(context: TeamsContext, url: string): string | undefined {
  const safe = safeUrl(url);
  if (safe === undefined) {
    report(context, 'dropped', context.path, 'A URL that is not safe to follow was left out');
    return undefined;
  }
  if (safe.length <= context.maxUrlBytes) return safe;
  const numbers = { limit: context.maxUrlBytes, actual: safe.length, unit: 'utf16' } as const;
  report(context, 'dropped', context.path, 'A URL over the limit was left out', numbers);
  return undefined;
}

function nest({ out, style }: Line, children: readonly Inline[], more: TextStyle): void {
  const inner: Line = { out, style: { ...style, ...more } };
  for (const child of children) handleInline(handlers, child, inner);
}

/** The values whose text is the package's own. */
export const values = {
  number: (node, context) => printNumber(context, node),
  money: (node, { localizer }) => localizer.money(node.amount, node.currency, node.maxFractionDigits),
  duration: (node, { localizer }) => localizer.duration(node.durationMs),
  date: (node, context) => printDate(context, node),
} as const satisfies Partial<InlineHandlers<TeamsContext, string>>;

const printers: Partial<InlineHandlers<TeamsContext, string>> = values;

/** Prints a value whose text is the package's own; `undefined` for any other inline. */
export function printed(context: TeamsContext, inline: Inline): string | undefined {
  const print = printers[inline.type] as ((node: Inline, context: TeamsContext) => string) | undefined;
  return print?.(inline, context);
}

/** The same, so that the text around it cannot reorder it. */
export function printedText(context: TeamsContext, inline: Inline): string | undefined {
  const text = printed(context, inline);
  return text === undefined || context.ltr ? text : context.localizer.isolate(text);
}

/** One inline as clean text, for places where only text can stand. */
export const flatInline = (context: TeamsContext, inline: Inline): string => handleInline(flat, inline, context);

/** Inlines as clean text. */
export function flatText(context: TeamsContext, inlines: readonly Inline[]): string {
  let text = '';
  for (const inline of inlines) text += handleInline(flat, inline, context);
  return text;
}

const children = (node: { readonly children: readonly Inline[] }, context: TeamsContext): string =>
  flatText(context, node.children);

const flat: InlineHandlers<TeamsContext, string> = {
  ...values,
  text: (node, context) => leaf(context, node.value),
  strong: children,
  emphasis: children,
  // Without its marks, text that no longer holds would read as text that does.
  deletion: (node, context) => `~~${flatText(context, node.children)}~~`,
  code: (node, context) => isolated(context, node.value, 'ltr'),
  link: (node, context) => {
    const text = oneLine(flatText(context, node.children));
    const url = teamsUrl(context, node.url);
    if (url === undefined) return text;
    return /\S/.test(text) && text !== url ? `${text} (${url})` : url;
  },
  mention: (node, context) => isolated(context, nameOf(context, node.ref) ?? node.ref),
};

/** Appends a printed value, which the text around it cannot reorder. */
function value({ out, style }: Line, text: string): void {
  appendText(out, out.context.ltr ? text : out.context.localizer.isolate(text), style);
}

const handlers: InlineHandlers<Line, void> = {
  text: (node, { out, style }) => appendText(out, leaf(out.context, node.value), style),
  strong: (node, line) => nest(line, node.children, { weight: 'Bolder' }),
  emphasis: (node, line) => nest(line, node.children, { italic: true }),
  deletion: (node, line) => nest(line, node.children, { strikethrough: true }),
  code: (node, { out, style }) =>
    appendText(out, isolated(out.context, node.value, 'ltr'), { ...style, fontType: 'Monospace' }),
  link: (node, line) => {
    const { context } = line.out;
    const url = teamsUrl(context, node.url);
    if (url === undefined) {
      for (const child of node.children) handleInline(handlers, child, line);
      return;
    }
    const text = oneLine(flatText(context, node.children));
    appendLink(line.out, /\S/.test(text) ? text : url, url, line.style);
  },
  number: (node, line) => value(line, values.number(node, line.out.context)),
  money: (node, line) => value(line, values.money(node, line.out.context)),
  duration: (node, line) => value(line, values.duration(node, line.out.context)),
  date: (node, line) => value(line, values.date(node, line.out.context)),
  // Text runs cannot hold a live mention: the name stands here, and the card mentions it below its title.
  mention: (node, { out, style }) => {
    const { context } = out;
    const name = nameOf(context, node.ref);
    if (name === undefined) appendText(out, isolated(context, node.ref), style);
    else {
      context.mentioned.add(node.ref);
      appendText(out, isolated(context, `@${name}`), { ...style, weight: 'Bolder' });
    }
  },
};

/** Appends inlines. */
export function appendInlines(out: Run, inlines: readonly Inline[], style?: TextStyle): void {
  const [only] = inlines;
  // Texts around other inlines belong to one sentence, whose parts keep their order only if none is isolated.
  if (inlines.length === 1 && only?.type === 'text') {
    appendText(out, prose(out.context, only.value), style);
    return;
  }
  const line: Line = { out, style };
  for (const inline of inlines) handleInline(handlers, inline, line);
}
