/** The state of writing one page. */
import type { Direction } from '../../document/nodes.js';
import type { PlainTextLabels, ValuePrinter } from '../../document/plain-text.js';
import type { RenderContext } from '../../tenant/render-context.js';
import { createLabels, createPrinter } from '../../transform/printer.js';

export type HtmlContext = {
  readonly render: RenderContext;
  readonly print: ValuePrinter;
  readonly labels: Required<PlainTextLabels>;
  readonly dir: Direction;
  /** The title of the document, for parts that need a name and have none. */
  readonly title: string;
  /** The level of the heading around, 1 for that of the document. */
  level: number;
  /** The level of the last heading: the next is one deeper at most, so that nobody searches a missing one. */
  lastLevel: number;
  /** How many charts there are so far: two equal ones need ids of their own. */
  charts: number;
};

export function createHtmlContext(render: RenderContext, dir: Direction, title: string): HtmlContext {
  return {
    render,
    print: createPrinter(render),
    labels: createLabels(render),
    dir,
    title,
    level: 1,
    lastLevel: 1,
    charts: 0,
  };
}

/** The level of a heading so much deeper than the one around, without a gap to the last one. */
export function nextLevel(context: HtmlContext, deeper: number): number {
  const level = Math.min(6, context.level + deeper, context.lastLevel + 1);
  context.lastLevel = level;
  return level;
}
