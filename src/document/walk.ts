/** Visits a tree of nodes, however deep. */
import {
  type Block,
  type BlockHandlers,
  type Document,
  handleBlock,
  handleInline,
  type Inline,
  type InlineHandlers,
} from './nodes.js';

/** Is told every node with its path from the document: `children.2.items.0.value.1`. */
export type Visitor = {
  block?(node: Block, path: string): void;
  inline?(node: Inline, path: string): void;
};

/** Takes the children of a node, in reading order, with where they are in it. */
type Sink = {
  blocks(at: string, nodes: readonly Block[]): void;
  inlines(at: string, nodes: readonly Inline[]): void;
  inline(at: string, node: Inline | undefined): void;
};

type Visit =
  | { readonly block: Block; readonly path: string }
  | { readonly block?: never; readonly inline: Inline; readonly path: string };

const none = (): void => {};
const children = (node: { readonly children: readonly Inline[] }, sink: Sink): void =>
  sink.inlines('children', node.children);
const blocks = (node: { readonly children: readonly Block[] }, sink: Sink): void =>
  sink.blocks('children', node.children);

const figures = ['value', 'previous', 'threshold', 'target', 'delta'] as const;

const blockChildren: BlockHandlers<Sink, void> = {
  section: blocks,
  heading: children,
  paragraph: children,
  list: (node, sink) => {
    for (const [index, item] of node.items.entries()) sink.blocks(`items.${index}`, item);
  },
  quote: blocks,
  facts: (node, sink) => {
    for (const [index, item] of node.items.entries()) sink.inlines(`items.${index}.value`, item.value);
  },
  kpis: (node, sink) => {
    for (const [index, item] of node.items.entries()) {
      for (const figure of figures) sink.inline(`items.${index}.${figure}`, item[figure]);
    }
  },
  table: (node, sink) => {
    for (const [row, cells] of node.rows.entries()) {
      for (const [column, cell] of cells.entries()) sink.inlines(`rows.${row}.${column}`, cell);
    }
  },
  chart: none,
  media: none,
  code: none,
  divider: none,
  actions: none,
  custom: none,
};

const inlineChildren: InlineHandlers<Sink, void> = {
  text: none,
  strong: children,
  emphasis: children,
  deletion: children,
  code: none,
  link: children,
  number: none,
  money: none,
  date: none,
  duration: none,
  mention: none,
};

/** Visits every block and inline of a document, parents before children, in reading order. */
export function walk(document: Document, visitor: Visitor): void {
  // An explicit stack: recursion would overflow on a document nested a few thousand levels deep.
  const stack: Visit[] = [];
  const found: Visit[] = [];
  let base = '';
  const sink: Sink = {
    blocks: (at, nodes) => {
      for (const [index, block] of nodes.entries()) found.push({ block, path: `${base}${at}.${index}` });
    },
    inlines: (at, nodes) => {
      for (const [index, inline] of nodes.entries()) found.push({ inline, path: `${base}${at}.${index}` });
    },
    inline: (at, inline) => {
      if (inline !== undefined) found.push({ inline, path: base + at });
    },
  };
  const descend = (): void => {
    for (let next = found.pop(); next !== undefined; next = found.pop()) stack.push(next);
  };

  sink.blocks('children', document.children);
  descend();
  for (let visit = stack.pop(); visit !== undefined; visit = stack.pop()) {
    base = `${visit.path}.`;
    if (visit.block !== undefined) {
      visitor.block?.(visit.block, visit.path);
      handleBlock(blockChildren, visit.block, sink);
    } else {
      visitor.inline?.(visit.inline, visit.path);
      handleInline(inlineChildren, visit.inline, sink);
    }
    descend();
  }
}
