/**
 * Reads Markdown (CommonMark with GFM tables and strikethrough) of unknown origin as blocks.
 *
 * Nothing is interpreted that could harm a reader: raw HTML stays visible text, and a link that `safeUrl` refuses keeps
 * its text only. Nor can a source keep the process busy: see markdown-effort.ts.
 */
import type {
  AlignType,
  Definition,
  Html,
  Table as MarkdownTable,
  Nodes,
  Parent,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Block, Column, Deletion, Emphasis, Heading, Inline, Media, Strong } from '../document/nodes.js';
import { exceedsMarkdownEffort } from './markdown-effort.js';
import type { MarkdownParser } from './parser.js';
import { safeUrl } from './url.js';

/** Far longer than a description; micromark takes up to 1 µs a character even of what is no markup. */
const defaultMaxChars = 32_768;
/** What is deeper stays as written: recursion is bounded, and the document stays within 64 levels of JSON. */
const maxContainerDepth = 10;
const maxInlineDepth = 8;
/** Short rows are filled up, so that few marks could make very many cells. */
const maxTableCells = 2000;

const syntax = {
  extensions: [gfmTable(), gfmStrikethrough()],
  mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
};

type Context = {
  readonly source: string;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** How many containers, or inside a text how many marks, are around the node. */
  readonly depth: number;
  readonly inLink: boolean;
  readonly onUrlDropped: () => void;
};

type FlowContent = Exclude<RootContent, PhrasingContent> | Html;
type Handlers<Node extends { type: string }, Result> = {
  readonly [Kind in Node['type']]: (node: Extract<Node, { type: Kind }>, context: Context) => readonly Result[];
};
type HandlerOf<Result> = Readonly<Record<string, ((node: Nodes, context: Context) => readonly Result[]) | undefined>>;
type Picture = { readonly alt?: string | null | undefined; readonly title?: string | null | undefined };

const levels: Record<1 | 2 | 3 | 4 | 5 | 6, Heading['level']> = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 4, 6: 4 };
const aligns: Record<NonNullable<AlignType>, NonNullable<Column['align']>> = {
  left: 'start',
  center: 'center',
  right: 'end',
};

const lineBreaks = /\r\n?|\n/g;

const flowHandlers: Handlers<FlowContent, Block> = {
  blockquote: (node, context) => {
    if (context.depth >= maxContainerDepth) return writtenBlock(node, context);
    const children = toBlocks(node.children, deeper(context));
    return children.length === 0 ? [] : [{ type: 'quote', children }];
  },
  list: (node, context) => {
    if (context.depth >= maxContainerDepth) return writtenBlock(node, context);
    const inner = deeper(context);
    return [
      {
        type: 'list',
        ordered: node.ordered === true,
        items: node.children.map((item) => toBlocks(item.children, inner)),
      },
    ];
  },
  heading: (node, context) => {
    const children = toInlines(node.children, textContext(context));
    return children.length === 0 ? [] : [{ type: 'heading', level: levels[node.depth], children }];
  },
  paragraph: (node, context) => {
    const [only, ...others] = node.children;
    const media = only === undefined || others.length > 0 ? undefined : toMedia(only, context);
    return media === undefined ? toParagraph(toInlines(node.children, textContext(context))) : [media];
  },
  code: ({ value, lang }) => [
    lang === null || lang === undefined ? { type: 'code', value } : { type: 'code', value, language: lang },
  ],
  html: ({ value }) => toParagraph(toText(value)),
  thematicBreak: () => [{ type: 'divider' }],
  table: (node, context) => toTable(node, context),
  // Without the extension for footnotes, `[^1]: word` is a definition like any other, which is not shown.
  definition: (node, context) => (isFootnote(node) ? writtenBlock(node, context) : []),
  footnoteDefinition: writtenBlock,
  // Stand in lists and tables only, or need an extension that is not used.
  listItem: writtenBlock,
  tableRow: writtenBlock,
  tableCell: writtenBlock,
  yaml: writtenBlock,
};

const inlineHandlers: Handlers<PhrasingContent, Inline> = {
  // A line of the source is no line of the text; those that are end in a `break`.
  text: ({ value }) => toText(value.replace(lineBreaks, ' ')),
  break: () => toText('\n'),
  html: ({ value }) => toText(value),
  inlineCode: ({ value }) => [{ type: 'code', value }],
  strong: (node, context) => mark('strong', node, context),
  emphasis: (node, context) => mark('emphasis', node, context),
  delete: (node, context) => mark('deletion', node, context),
  link: (node, context) => toLink(node.url, node.children, context),
  linkReference: (node, context) => {
    const definition = context.definitions.get(node.identifier);
    return definition === undefined ? writtenInline(node, context) : toLink(definition.url, node.children, context);
  },
  image: (node, context) => toImageLink(node.url, node, context),
  imageReference: (node, context) => {
    const definition = context.definitions.get(node.identifier);
    if (definition === undefined) return writtenInline(node, context);
    return toImageLink(definition.url, { alt: node.alt, title: definition.title }, context);
  },
  footnoteReference: writtenInline,
};

/**
 * Parses Markdown into blocks. Never throws.
 *
 * A source that is too long, or that would take more than about 40 ms of CPU to parse, becomes one paragraph of the
 * source as it is. Single parts that nest too deep, and tables with too many cells, stay as written too.
 *
 * @example
 * ```ts
 * import { parseMarkdown } from 'channel-formatters/parse-markdown';
 *
 * export const steps = parseMarkdown('1. Drain the node\n2. Restart **one** pod');
 * ```
 */
export const parseMarkdown: MarkdownParser = (source, options) => {
  const text = source.startsWith('\ufeff') ? source.slice(1) : source;
  const plain = (): Block[] => {
    options?.onPlain?.();
    return asIs(text);
  };
  if (text.length > (options?.maxChars ?? defaultMaxChars) || exceedsMarkdownEffort(text)) return plain();
  try {
    const root = fromMarkdown(text, syntax);
    const { onUrlDropped = ignore } = options ?? {};
    const definitions = definitionsOf(root);
    return toBlocks(root.children, { source: text, definitions, depth: 0, inLink: false, onUrlDropped });
  } catch {
    // A defect of the parser must not cost the reader the alert.
    return plain();
  }
};

const ignore = (): void => {};

const asIs = (source: string): Block[] => toParagraph(toText(source.trim()));

function toBlocks(nodes: readonly RootContent[], context: Context): Block[] {
  // The one place where the union meets the table.
  const handlers = flowHandlers as HandlerOf<Block>;
  return nodes.flatMap((node) => (handlers[node.type] ?? writtenBlock)(node, context));
}

/** Converts inlines, and joins texts that stand side by side. */
function toInlines(nodes: readonly PhrasingContent[], context: Context): Inline[] {
  const handlers = inlineHandlers as HandlerOf<Inline>;
  const inlines: Inline[] = [];
  for (const node of nodes) {
    for (const inline of (handlers[node.type] ?? writtenInline)(node, context)) {
      const last = inlines.at(-1);
      if (last?.type === 'text' && inline.type === 'text') {
        inlines[inlines.length - 1] = { type: 'text', value: last.value + inline.value };
      } else inlines.push(inline);
    }
  }
  return inlines;
}

const deeper = (context: Context): Context => ({ ...context, depth: context.depth + 1 });
const textContext = (context: Context): Context => ({ ...context, depth: 0 });

const toText = (value: string): Inline[] => (value === '' ? [] : [{ type: 'text', value }]);

function toParagraph(children: readonly Inline[]): Block[] {
  const isBlank = children.every((inline) => inline.type === 'text' && inline.value.trim() === '');
  return isBlank ? [] : [{ type: 'paragraph', children }];
}

function written(node: Nodes, { source }: Context): string {
  const { start, end } = node.position ?? {};
  return source.slice(start?.offset ?? 0, end?.offset ?? 0);
}

function writtenBlock(node: Nodes, context: Context): Block[] {
  return toParagraph(toText(written(node, context)));
}

function writtenInline(node: Nodes, context: Context): Inline[] {
  return toText(written(node, context).replace(lineBreaks, ' '));
}

function mark(
  type: (Strong | Emphasis | Deletion)['type'],
  node: Parent & { children: PhrasingContent[] } & Extract<Nodes, Parent>,
  context: Context,
): Inline[] {
  if (context.depth >= maxInlineDepth) return writtenInline(node, context);
  const children = toInlines(node.children, deeper(context));
  return children.length === 0 ? [] : [{ type, children }];
}

function toLink(url: string, nodes: readonly PhrasingContent[], context: Context): Inline[] {
  const safe = context.inLink ? undefined : safeUrl(url);
  const children = toInlines(nodes, { ...context, inLink: context.inLink || safe !== undefined });
  if (safe === undefined) {
    context.onUrlDropped();
    return children;
  }
  return [{ type: 'link', url: safe, children: children.length === 0 ? toText(safe) : children }];
}

const labelOf = ({ alt, title }: Picture): string => (alt?.trim() || title?.trim() || '').replace(lineBreaks, ' ');

/** A picture inside a text is a link to it. */
function toImageLink(url: string, picture: Picture, { inLink, onUrlDropped }: Context): Inline[] {
  const label = labelOf(picture);
  const safe = inLink ? undefined : safeUrl(url);
  if (safe !== undefined) return [{ type: 'link', url: safe, children: toText(label || safe) }];
  onUrlDropped();
  return toText(label);
}

const webSchemes = { schemes: ['https', 'http'] };

/** A picture that stands alone, if it has words for those who cannot see it. */
function toMedia(node: PhrasingContent, { definitions }: Context): Media | undefined {
  if (node.type !== 'image' && node.type !== 'imageReference') return undefined;
  const { url, title } = node.type === 'image' ? node : (definitions.get(node.identifier) ?? {});
  const safe = url === undefined ? undefined : safeUrl(url, webSchemes);
  const alt = labelOf({ alt: node.alt, title });
  if (safe === undefined || alt === '') return undefined;
  const shown = title?.trim();
  if (!shown || shown === alt) return { type: 'media', kind: 'image', url: safe, alt };
  return { type: 'media', kind: 'image', url: safe, alt, title: shown };
}

function toTable(node: MarkdownTable, context: Context): readonly Block[] {
  const [header, ...body] = node.children;
  // GFM drops cells beyond the header; here the header grows, because nothing may be lost.
  const width = Math.max(...node.children.map((row) => row.children.length));
  if (width * node.children.length > maxTableCells) return writtenBlock(node, context);
  const inner = textContext(context);
  // Labels of columns are text.
  const labels = { ...inner, inLink: true };
  const columns = Array.from({ length: width }, (_, index): Column => {
    const label = plain(toInlines(header?.children[index]?.children ?? [], labels));
    const align = node.align?.[index];
    return align === null || align === undefined ? { label } : { label, align: aligns[align] };
  });
  const rows = body.map((row) =>
    Array.from({ length: width }, (_, index) => toInlines(row.children[index]?.children ?? [], inner)),
  );
  return [{ type: 'table', columns, rows }];
}

/** The text of inlines that came from Markdown, at most `maxInlineDepth` deep. */
function plain(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if ('children' in inline) return plain(inline.children);
      return inline.type === 'text' || inline.type === 'code' ? inline.value : '';
    })
    .join('');
}

const isFootnote = (node: Definition): boolean => node.identifier.startsWith('^');

/** The first definition of each name, in document order as CommonMark has it. Iterative. */
function definitionsOf(root: Nodes): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>();
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'definition' && !isFootnote(node) && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    }
    if ('children' in node) {
      for (let index = node.children.length - 1; index >= 0; index--) {
        const child = node.children[index];
        if (child !== undefined) stack.push(child);
      }
    }
  }
  return definitions;
}
