/** Document -> Markdown. */

import type { Block, Document } from '../../document/nodes.js';
import { lookOf } from '../../document/severity.js';
import { severityWords, statusWords } from '../../document/words.js';
import { measure } from '../../kernel/measure.js';
import { cleanLine } from '../../sanitize/text.js';
import type { RenderContext } from '../../tenant/render-context.js';
import { divide } from '../../transform/pages.js';
import { prepareDocument, type Target } from '../../transform/prepare.js';
import { blocks, type MarkdownFragment } from './blocks.js';
import { createMarkdownContext, type MarkdownContext } from './context.js';
import { inline } from './inline.js';
import type { Profile } from './leaf.js';

export type MarkdownPayload = { markdown: string };

/** Options of one call. */
export type MarkdownCallOptions = {
  /**
   * `gfm`: as GitHub reads it, with tables, and with addresses, mentions and references in texts parted by a zero-width space,
   * so that they notify and lead nobody. `commonmark`: nothing beyond the specification. @default 'gfm'
   */
  profile?: Profile;
  /** UTF-16 units of `markdown`: GitHub takes 65,536 characters in a comment. @default no limit */
  maxChars?: number;
};

const target: Target = {
  id: 'markdown',
  accepts: (payload) =>
    typeof payload === 'object' &&
    payload !== null &&
    typeof (payload as Partial<MarkdownFragment>).markdown === 'string',
};

const paragraph = (value: string, type: 'strong' | 'emphasis', context: MarkdownContext): string =>
  inline(context, [{ type, children: [{ type: 'text', value }] }]);

function bandOf(context: MarkdownContext, { severity, status }: Document): string {
  const { t } = context.render.localizer;
  const words: string[] = [];
  if (severity !== undefined) words.push(t(severityWords[severity]));
  if (status !== undefined) words.push(t(statusWords[status]));
  if (words.length === 0) return '';
  const { emoji } = lookOf(severity, status);
  // What is over is no longer first of all critical.
  const line = (status === undefined || status === 'firing' ? words : words.reverse()).join(' · ');
  return paragraph(emoji === '' ? line : `${emoji} ${line}`, 'strong', context);
}

function footOf(context: MarkdownContext): string {
  const { name, footer } = context.render.tenant.config.brand ?? {};
  const line = [name, footer].filter((part) => part !== undefined).map(cleanLine);
  return line.length === 0 ? '' : `___\n\n${paragraph(line.join(' · '), 'emphasis', context)}`;
}

/** Renders a document, and what is over the limit as further texts. @throws LimitExceededError */
export function renderMarkdown(
  source: Document,
  render: RenderContext,
  { profile = 'gfm', maxChars }: MarkdownCallOptions,
): { payload: MarkdownPayload; followUps: MarkdownPayload[] } {
  const document = prepareDocument(source, render, target);
  const write = (nodes: readonly Block[]): string => {
    const context = createMarkdownContext(render, document.dir, profile);
    const title = `# ${inline({ ...context, inCell: true }, [{ type: 'text', value: document.title }])}`;
    const parts = [title, bandOf(context, document), blocks(context, nodes), footOf(context)];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
  };
  const toPayload = (nodes: readonly Block[]): MarkdownPayload => ({ markdown: write(nodes) });
  if (maxChars === undefined) return { payload: toPayload(document.children), followUps: [] };
  const limit = {
    max: maxChars,
    unit: 'utf16',
    measure: (nodes: readonly Block[]) => measure(write(nodes), 'utf16'),
  } as const;
  const { first, further } = divide(document.children, limit, render);
  return { payload: toPayload(first), followUps: further.map(toPayload) };
}
