/** The port through which a tenant's configuration brings its HTML sanitizer. Types only: importing it loads nothing. */
import type { Block } from '../document/nodes.js';
import type { SafeHtml } from './safe-html.js';

export type SanitizeOptions = {
  /** Where the fragment is in the input, for errors: `description.html`. */
  readonly path?: string;
};

/** Makes HTML of unknown origin safe, and turns it into blocks for channels that do not show HTML. */
export type HtmlSanitizer = {
  /** @throws SanitizeError when the fragment is too large, too deep, or too many were sanitized at one go */
  sanitize(html: string, options?: SanitizeOptions): SafeHtml;
  toBlocks(html: SafeHtml): readonly Block[];
};
