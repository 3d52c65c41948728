/** The plain-text part: the same facts, with what HTML says by layout said by lines. */
import type { Block, Document, Inline } from '../../document/nodes.js';
import { type PlainTextLabels, toPlainText } from '../../document/plain-text.js';
import type { EmailContext } from './context.js';
import type { Frame } from './frame.js';
import { imageNameIn } from './images.js';
import type { EmailFragment } from './markup.js';

function labelsOf({ localizer: { t, labelled } }: EmailContext): PlainTextLabels {
  return {
    labelled,
    threshold: (value) => t('kpi.threshold', { value }),
    target: (value) => t('kpi.target', { value }),
    previous: (value) => t('kpi.previous', { value }),
    assessment: (assessment) => (assessment === 'neutral' ? '' : t(`assessment.${assessment}`)),
  };
}

const paragraph = (value: string): Block => ({ type: 'paragraph', children: [{ type: 'text', value }] });

/** Isolates a value where it shares a line with text of the other direction; as the HTML does. */
const isolated = ({ localizer }: EmailContext, inlines: readonly Inline[]): readonly Inline[] =>
  inlines.map((inline): Inline => {
    if (inline.type === 'code') return { type: 'code', value: localizer.isolate(inline.value, 'ltr') };
    return inline.type === 'text' ? { type: 'text', value: localizer.isolate(inline.value) } : inline;
  });

/** Brings a block into the form in which plain text can say it. */
function textForm(context: EmailContext, block: Block): Block {
  const all = (blocks: readonly Block[]): Block[] => blocks.map((child) => textForm(context, child));
  switch (block.type) {
    case 'section':
    case 'quote':
      return { ...block, children: all(block.children) };
    case 'list':
      return { ...block, items: block.items.map(all) };
    case 'facts':
      return {
        ...block,
        items: block.items.map(({ label, value }) => ({
          label: context.localizer.isolate(label),
          value: isolated(context, value),
        })),
      };
    case 'kpis':
      return { ...block, items: block.items.map((kpi) => ({ ...kpi, label: context.localizer.isolate(kpi.label) })) };
    case 'media':
      // The picture is in the mail; its name there says nothing to people.
      return imageNameIn(block.url) === undefined
        ? block
        : paragraph(`[${block.title === undefined ? block.alt : context.localizer.labelled(block.title, block.alt)}]`);
    case 'custom':
      return paragraph((block.payload as EmailFragment).text);
    default:
      return block;
  }
}

/** Writes the plain-text part of a mail whose blocks are prepared. */
export function textPart(context: EmailContext, document: Document, blocks: readonly Block[], frame: Frame): string {
  const children = context.needsTextForm ? blocks.map((block) => textForm(context, block)) : blocks;
  const body = toPlainText({ ...document, title: '', children }, { print: context.print, labels: labelsOf(context) });
  const band = frame.band.length === 0 ? '' : `${frame.emoji} ${frame.band.join(' · ')}`;
  const head = [band, frame.title, frame.byline ?? ''].filter((line) => line !== '').join('\n');
  const { unsubscribe } = frame;
  const foot = [
    frame.brand,
    ...frame.footer,
    ...(unsubscribe === undefined ? [] : [context.localizer.labelled(unsubscribe.label, unsubscribe.href)]),
  ];
  const parts = [head, body, `-- \n${foot.join('\n')}`];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
