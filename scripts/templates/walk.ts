/** What the parts of the analysis share while they go through one template. */
import type { Position } from './ast.js';
import type { Report } from './finding.js';
import type { HtmlState } from './html-state.js';
import type { Shape } from './shape.js';

/** The variables of another template, for calls of it as a partial. */
export type KnownPartial = { readonly kind: 'html' | 'text'; readonly variables: Shape };

/** A stretch of the template that has one context: the whole, or the inside of `each` or `with`. */
export type Scope = {
  readonly shape: Shape;
  readonly outer: Scope | undefined;
  /** What the template calls it: `fact` in `{{#each facts as |fact|}}`. */
  readonly alias: string | undefined;
  /** The block parameter by which inner scopes reach it. Cannot be written in a template. */
  readonly blockParam: string;
  readonly isLoop: boolean;
  isUsedWithin: boolean;
};

/** One run of the analysis. */
export type Walk = {
  readonly report: Report;
  /** Variables that may be inserted unescaped, and which of them have been. */
  readonly raw: Map<string, { used: boolean }>;
  readonly partials: ReadonlyMap<string, KnownPartial>;
  /** Names of the partials that are called. */
  readonly called: Set<string>;
  /** Numbers the scopes. */
  readonly nextId: () => number;
};

/** Where in the template the analysis is. */
export type Place = {
  readonly scope: Scope;
  /** What is known to be there, as a block around has tested it. */
  readonly tested: ReadonlySet<Shape>;
  /** `undefined` in text templates. */
  readonly html: HtmlState | undefined;
};

/** Reports at the start of a node. */
export function reportAt(walk: Walk, node: { loc: { start: Position } }, message: string): undefined {
  walk.report(node.loc.start, message);
  return undefined;
}

/** Opens a scope. */
export function makeScopeOf(
  walk: Walk,
  shape: Shape,
  options: Partial<Pick<Scope, 'outer' | 'alias' | 'isLoop'>>,
): Scope {
  const { outer, alias, isLoop = outer?.isLoop ?? false } = options;
  return { shape, outer, alias, isLoop, blockParam: `#${walk.nextId()}`, isUsedWithin: false };
}
