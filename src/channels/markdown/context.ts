/** The state of writing one Markdown text. */
import type { Direction } from '../../document/nodes.js';
import type { PlainTextLabels, ValuePrinter } from '../../document/plain-text.js';
import type { RenderContext } from '../../tenant/render-context.js';
import { createLabels, createPrinter } from '../../transform/printer.js';
import type { Profile } from './leaf.js';

export type MarkdownContext = {
  readonly render: RenderContext;
  readonly print: ValuePrinter;
  readonly labels: Required<PlainTextLabels>;
  readonly profile: Profile;
  readonly dir: Direction;
  /** The level of the heading around, 1 for that of the document. */
  readonly level: number;
  /** The level of the last heading: the next is one deeper at most. */
  readonly outline: { last: number };
  /** Where in the input the block being written comes from. */
  readonly path: string;
  readonly inCell: boolean;
  /** The list written last in the same container, while nothing else stands behind it. */
  readonly lists: { isOpen: boolean; isAlternate: boolean };
};

/** A context for what is inside of an item or a quote. */
export const inside = (context: MarkdownContext): MarkdownContext => ({
  ...context,
  lists: { isOpen: false, isAlternate: false },
});

export function createMarkdownContext(render: RenderContext, dir: Direction, profile: Profile): MarkdownContext {
  return {
    render,
    print: createPrinter(render),
    labels: createLabels(render),
    profile,
    dir,
    level: 1,
    outline: { last: 1 },
    path: '',
    inCell: false,
    lists: { isOpen: false, isAlternate: false },
  };
}
