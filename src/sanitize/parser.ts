/** The ports through which a tenant's configuration brings its own readers of rich text. */
import type { Block } from '../document/nodes.js';

export type MarkdownParserOptions = {
  /** Longer sources are not parsed but shown as they are. UTF-16 units. */
  readonly maxChars?: number;
  /** Called when the source is shown as it is, because it is too long or would take too long to parse. */
  readonly onPlain?: () => void;
  /** Called for each link or picture that keeps its text only: its URL is not safe to follow, or no link can stand there. */
  readonly onUrlDropped?: () => void;
};

/** Turns Markdown of unknown origin into blocks. Never throws; what is raw HTML in the source stays visible text. */
export type MarkdownParser = (source: string, options?: MarkdownParserOptions) => readonly Block[];
