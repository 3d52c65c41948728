/** Document -> mail. */
import type { Block, Document } from '../../document/nodes.js';
import type { Html } from '../../generated/templates/template.js';
import { LimitExceededError } from '../../kernel/errors.js';
import { fitText } from '../../kernel/fit.js';
import type { RenderContext } from '../../tenant/render-context.js';
import { printBlock, stack } from './blocks.js';
import { createEmailContext, type EmailContext, report } from './context.js';
import { textCost } from './cut.js';
import { detailsFile } from './details.js';
import { type Frame, frameOf, headline, layoutOf } from './frame.js';
import { headersOf, messageIdDomain, subjectOf } from './headers.js';
import { imageNameIn, imagePart } from './images.js';
import { emailLimits } from './limits.js';
import type { EmailCallOptions } from './options.js';
import type { EmailAttachment, EmailPayload } from './payload.js';
import { prepareBlocks } from './prepare.js';
import { leftNotes, reportLeft, shrink } from './shrink.js';
import { textPart } from './text-part.js';

const encoder = /* @__PURE__ */ new TextEncoder();

/** Counts the bytes that a text takes in a mail, before it is encoded for transport. */
export const bytesOf = (text: string): number => encoder.encode(text).length;

type Body = {
  readonly blocks: readonly Block[];
  readonly html: string;
  readonly attachments: EmailAttachment[];
};

type Parts = {
  readonly document: Document;
  readonly blocks: readonly Block[];
  readonly frame: Frame;
  readonly layout: (body: Html) => Html;
};

/** Kept free for the note of what is left out, and the part of that which is not markup. */
const noteBytes = { all: 2500, text: 2000 } as const;

function noteOf(lines: readonly string[]): Block {
  // The words may be the tenant's own, so they may be many.
  const { text } = fitText(lines.join('\n'), noteBytes.text, { unit: 'byte', cost: textCost });
  return { type: 'paragraph', path: 'email.note', importance: 'high', children: [{ type: 'text', value: text }] };
}

/** The mail with all blocks where they fit, else with those that fit. @throws LimitExceededError where the policy is `error` */
function bodyOf(context: EmailContext, parts: Parts): Body {
  const { maxHtmlBytes = emailLimits.html.max } = context.options;
  const { blocks, layout } = parts;
  let bytes = context.chars;
  if (bytes <= maxHtmlBytes) {
    const html = layout(stack(context, blocks));
    // A UTF-16 unit takes three bytes at most. Counting them is a tenth of the work.
    bytes = html.length * 3 <= maxHtmlBytes ? 0 : bytesOf(html);
    if (bytes <= maxHtmlBytes) return { blocks, html, attachments: [] };
  }
  if (context.render.overflow === 'error') {
    throw new LimitExceededError({ path: '', limit: maxHtmlBytes, actual: bytes, unit: 'bytes' });
  }
  return shrunkBody(context, parts, maxHtmlBytes);
}

function shrunkBody(context: EmailContext, { document, blocks, frame, layout }: Parts, maxHtmlBytes: number): Body {
  const isSplit = context.render.overflow === 'split';
  const measure = (block: Block): number => bytesOf(printBlock(context, block));
  const frameBytes = bytesOf(layout(stack(context, [])));
  const { blocks: kept, left } = shrink(blocks, maxHtmlBytes - frameBytes - noteBytes.all, measure);
  reportLeft(context, left, isSplit);
  const attachments = isSplit ? [detailsFile(context, textPart(context, document, blocks, frame))] : [];
  const [file] = attachments;
  const lines =
    file === undefined
      ? leftNotes(context, left)
      : [context.localizer.t('email.detailsAttached', { name: file.filename })];
  const shown = [...kept, noteOf(lines)];
  return { blocks: shown, html: layout(stack(context, shown)), attachments };
}

/** The pictures that the mail refers to. */
function pictures(context: EmailContext): EmailAttachment[] {
  const parts: EmailAttachment[] = [];
  for (const [name, bytes] of context.images) {
    if (context.shownImages.has(name)) parts.push(imagePart(name, bytes, messageIdDomain(context)));
    else report(context, 'dropped', `inlineImages.${name}`, 'A picture that the document does not show was left out');
  }
  return parts;
}

/** Visits blocks and what is in them, in order. */
function visitBlocks(blocks: readonly Block[], visit: (block: Block) => void): void {
  for (const block of blocks) {
    visit(block);
    if (block.type === 'section' || block.type === 'quote') visitBlocks(block.children, visit);
    else if (block.type === 'list') for (const item of block.items) visitBlocks(item, visit);
  }
}

/** Keeps in mind only the pictures of the blocks that stayed. */
function keepShownImages(context: EmailContext, blocks: readonly Block[]): void {
  context.shownImages.clear();
  visitBlocks(blocks, (block) => {
    const name = block.type === 'media' ? imageNameIn(block.url) : undefined;
    if (name !== undefined) context.shownImages.add(name);
  });
}

/** The charts that were drawn, each once. */
function drawnCharts(context: EmailContext, blocks: readonly Block[]): EmailAttachment[] {
  if (context.charts !== 'png' || context.figures.size === 0) return [];
  const parts = new Map<string, EmailAttachment>();
  visitBlocks(blocks, (block) => {
    const image = block.type === 'chart' ? context.figures.get(block)?.image : undefined;
    if (image === undefined || parts.has(image.name)) return;
    parts.set(image.name, imagePart(image.name, image.bytes, messageIdDomain(context)));
  });
  return [...parts.values()];
}

/** Renders a document as one mail. @throws OptionsInvalidError LimitExceededError */
export function renderEmail(document: Document, render: RenderContext, options: EmailCallOptions): EmailPayload {
  const context = createEmailContext(
    render,
    document.dir,
    new Map(Object.entries(options.inlineImages ?? {})),
    options.charts,
  );
  const title = headline(context, document.title);
  const blocks = [...title.body, ...prepareBlocks(context, document.children)];
  const subject = subjectOf(context, document);
  const frame = frameOf(context, document, title.text, options);
  const layout = layoutOf(context, { document, subject, frame, options, blocks });
  const body = bodyOf(context, { document, blocks, frame, layout });
  if (body.blocks !== blocks) keepShownImages(context, body.blocks);
  const payload: EmailPayload = {
    subject,
    html: body.html,
    text: textPart(context, document, body.blocks, frame),
    attachments: [...pictures(context), ...drawnCharts(context, body.blocks), ...body.attachments],
    ...headersOf(context, document, options),
  };
  return payload;
}
