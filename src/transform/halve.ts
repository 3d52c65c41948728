/** Cuts a block into two that together say the same: how a document becomes small enough for a limit. */
import {
  type Block,
  type BlockHandlers,
  handleBlock,
  handleInline,
  type Inline,
  type InlineHandlers,
} from '../document/nodes.js';
import { splitText } from '../kernel/fit.js';

type Halves<Type> = readonly [Type, Type] | undefined;

const half = <Item>(items: readonly Item[]): Halves<readonly Item[]> =>
  items.length < 2 ? undefined : [items.slice(0, items.length >> 1), items.slice(items.length >> 1)];

function halveText(value: string): Halves<string> {
  if (value.length < 2) return undefined;
  // Two code units at least, as a pair of surrogates is never parted.
  const parts = splitText(value, Math.max(2, Math.ceil(value.length / 2)));
  const [first = ''] = parts;
  return parts.length < 2 ? undefined : [first, parts.slice(1).join('')];
}

type Parent = Extract<Inline, { readonly children: readonly Inline[] }>;

const halveParent = (node: Parent): Halves<Inline> => {
  const halves = halveInlines(node.children);
  return (
    halves && [
      { ...node, children: halves[0] },
      { ...node, children: halves[1] },
    ]
  );
};

const halveValue = (
  node: Extract<Inline, { readonly value: string; readonly type: 'text' | 'code' }>,
): Halves<Inline> => {
  const halves = halveText(node.value);
  return (
    halves && [
      { ...node, value: halves[0] },
      { ...node, value: halves[1] },
    ]
  );
};

const whole = (): undefined => undefined;

const inlineHandlers: InlineHandlers<undefined, Halves<Inline>> = {
  text: halveValue,
  strong: halveParent,
  emphasis: halveParent,
  deletion: halveParent,
  code: halveValue,
  link: halveParent,
  number: whole,
  money: whole,
  date: whole,
  duration: whole,
  mention: whole,
};

function halveInlines(inlines: readonly Inline[]): Halves<readonly Inline[]> {
  const [only] = inlines;
  if (only === undefined || inlines.length > 1) return half(inlines);
  const halves = handleInline(inlineHandlers, only, undefined);
  return halves && [[halves[0]], [halves[1]]];
}

/** Halves a list of blocks; one that is alone is halved itself. */
function halveBlocks(blocks: readonly Block[]): Halves<readonly Block[]> {
  const [only] = blocks;
  if (only === undefined || blocks.length > 1) return half(blocks);
  const halves = halveBlock(only);
  return halves && [[halves[0]], [halves[1]]];
}

function halveMember<Node extends Block, Member>(
  node: Node,
  halves: Halves<Member>,
  put: (member: Member) => Partial<Node>,
): Halves<Block> {
  return (
    halves && [
      { ...node, ...put(halves[0]) },
      { ...node, ...put(halves[1]) },
    ]
  );
}

const blockHandlers: BlockHandlers<undefined, Halves<Block>> = {
  section: (node) => halveMember(node, halveBlocks(node.children), (children) => ({ children })),
  heading: (node) => halveMember(node, halveInlines(node.children), (children) => ({ children })),
  paragraph: (node) => halveMember(node, halveInlines(node.children), (children) => ({ children })),
  list: (node) => {
    const [only] = node.items;
    if (only === undefined || node.items.length > 1) return halveMember(node, half(node.items), (items) => ({ items }));
    return halveMember(node, halveBlocks(only), (item) => ({ items: [item] }));
  },
  quote: (node) => halveMember(node, halveBlocks(node.children), (children) => ({ children })),
  facts: (node) => {
    const [only] = node.items;
    if (only === undefined || node.items.length > 1) return halveMember(node, half(node.items), (items) => ({ items }));
    return halveMember(node, halveInlines(only.value), (value) => ({ items: [{ ...only, value }] }));
  },
  kpis: (node) => halveMember(node, half(node.items), (items) => ({ items })),
  table: (node) => halveMember(node, half(node.rows), (rows) => ({ rows })),
  chart: whole,
  media: whole,
  code: (node) => halveMember(node, halveText(node.value), (value) => ({ value })),
  divider: whole,
  actions: (node) => halveMember(node, half(node.items), (items) => ({ items })),
  custom: whole,
};

/** Cuts a block into two, or returns `undefined` for one that makes sense as a whole only. */
export function halveBlock(block: Block): Halves<Block> {
  return handleBlock(blockHandlers, block, undefined);
}
