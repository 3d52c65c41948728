/** What Handlebars hands to helpers, and what a render adds to it. */
import type { Direction } from '../document/nodes.js';
import type { Localizer } from '../i18n/localizer.js';

/** For whom and when a template is rendered. */
export type RenderOptions = {
  readonly localizer: Localizer;
  /** Which way the page runs. @default as the localizer's language does */
  readonly dir?: Direction;
  /** The present, epoch milliseconds. Without it `relative` prints the date. */
  readonly nowMs?: number;
};

/** The last argument of every helper. */
export type HelperOptions = {
  readonly hash: Readonly<Record<string, unknown>>;
  /** The options of the render, with `index`, `first` and `last` in loops. */
  readonly data: RenderOptions;
};

/** A branch of a block. */
type Branch = (context: unknown, options?: { data: object; blockParams: readonly unknown[] }) => string;

/** The last argument of block helpers. */
export type BlockOptions = HelperOptions & { readonly fn: Branch; readonly inverse: Branch };
