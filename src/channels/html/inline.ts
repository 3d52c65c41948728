/** Inlines -> elements. Values of another direction are isolated by `bdi`, never by characters. */
import { handleInline, type Inline, type InlineHandlers } from '../../document/nodes.js';
import { inlineText } from '../../document/plain-text.js';
import { hasRtl, stripIsolates } from '../../i18n/bidi.js';
import type { HtmlContext } from './context.js';
import { element, empty, type Html, join, nothing, text } from './markup.js';

/** A text with its line breaks, which HTML would take for spaces. */
function lines(value: string): Html {
  if (!value.includes('\n')) return text(value);
  return join(value.split('\n').flatMap((line, index) => (index === 0 ? [text(line)] : [empty('br'), text(line)])));
}

/** `link`: the inlines stand in a link already, and links do not nest. */
type Line = { readonly context: HtmlContext; readonly inLink: boolean };

/** Whether the direction of a text can disturb what stands around it. */
const isolates = ({ dir }: HtmlContext, value: string): boolean => dir === 'rtl' || hasRtl(value);

/** Keeps the direction of a printed text to itself. The element does what the characters of the localizer would. */
export function isolated(context: HtmlContext, value: string): Html {
  const plain = stripIsolates(value);
  return isolates(context, plain) ? element('bdi', {}, lines(plain)) : lines(plain);
}

const styled =
  (name: 'strong' | 'em' | 's') =>
  ({ children }: { readonly children: readonly Inline[] }, line: Line): Html =>
    children.length === 0 ? nothing : element(name, {}, inside(children, line));

const value = (node: Inline, { context }: Line): Html => isolated(context, inlineText([node], context.print));

const handlers: InlineHandlers<Line, Html> = {
  text: (node) => lines(node.value),
  strong: styled('strong'),
  emphasis: styled('em'),
  deletion: styled('s'),
  // Code is written from left to right in every language; `dir` isolates it too.
  code: (node) => (node.value === '' ? nothing : element('code', { dir: 'ltr' }, lines(node.value))),
  link: ({ url, children }, line) => {
    const label = inside(children, { ...line, inLink: true });
    if (line.inLink) return label;
    return element('a', { href: url, rel: 'noopener noreferrer' }, label);
  },
  number: value,
  money: value,
  date: (node, line) => {
    const printed = value(node, line);
    if (node.style === 'relative' || line.inLink) return printed;
    return element('time', { datetime: new Date(node.value).toISOString() }, printed);
  },
  duration: value,
  mention: value,
};

/** What isolates itself. */
const isolatedKinds: ReadonlySet<Inline['type']> = new Set(['code', 'number', 'money', 'date', 'duration', 'mention']);

const inside = (inlines: readonly Inline[], line: Line): Html =>
  join(inlines.map((inline) => handleInline(handlers, inline, line)));

/** Writes inlines that share a line with others. */
export const inline = (context: HtmlContext, inlines: readonly Inline[]): Html =>
  inside(inlines, { context, inLink: false });

/** Writes inlines that are all of a paragraph or a cell: their first strong character says how they run. */
export function flow(context: HtmlContext, inlines: readonly Inline[]): Html {
  const written = inline(context, inlines);
  const [only] = inlines;
  if (written === '' || (inlines.length === 1 && only !== undefined && isolatedKinds.has(only.type))) return written;
  return isolates(context, inlineText(inlines, context.print)) ? element('bdi', {}, written) : written;
}
