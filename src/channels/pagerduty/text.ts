/** Blocks that are read from top to bottom, as text. */
import { type Block, type BlockHandlers, type Document, handleBlock } from '../../document/nodes.js';
import { toPlainText } from '../../document/plain-text.js';
import type { PagerDutyContext } from './context.js';
import { inlinesText } from './inline.js';

/** A title line above what it is the title of. */
const under = (title: string | undefined, body: string): string => {
  if (title === undefined || title === '') return body;
  return body === '' ? title : `${title}\n${body}`;
};

/** Starts the first line with `first` and further ones that hold something with `rest`. */
const hang = (text: string, first: string, rest: string): string =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? (first + line).trimEnd() : line === '' ? '' : rest + line))
    .join('\n');

const blocksText = (blocks: readonly Block[], context: PagerDutyContext): string =>
  blocks
    .map((block) => handleBlock(handlers, block, context))
    .filter((text) => text !== '')
    .join('\n\n');

/** Figures and tables inside of a list or a quote: there is no name they could stand under. */
function projected(block: Block, { print, localizer }: PagerDutyContext): string {
  const { t } = localizer;
  const document: Document = {
    type: 'document',
    locale: localizer.locale,
    dir: localizer.dir,
    title: '',
    meta: {},
    children: [block],
  };
  return toPlainText(document, {
    print,
    labels: {
      labelled: localizer.labelled,
      threshold: (value) => t('kpi.threshold', { value }),
      previous: (value) => t('kpi.previous', { value }),
      target: (value) => t('kpi.target', { value }),
    },
  });
}

const handlers: BlockHandlers<PagerDutyContext, string> = {
  section: (node, context) => under(node.title, blocksText(node.children, context)),
  heading: (node, context) => inlinesText(context, node.children),
  paragraph: (node, context) => inlinesText(context, node.children),
  list: (node, context) =>
    node.items
      .map((item, index) => {
        const marker = node.ordered ? `${index + 1}. ` : '- ';
        return hang(blocksText(item, context), marker, ' '.repeat(marker.length));
      })
      .join('\n'),
  quote: (node, context) => hang(blocksText(node.children, context), '> ', '> '),
  facts: projected,
  kpis: projected,
  table: projected,
  chart: projected,
  media: projected,
  code: (node) => node.value,
  divider: () => '',
  actions: projected,
  custom: () => '',
};

/** The text of a block. Texts of links, which leave it, are clean; the rest is not yet. */
export function blockText(block: Block, context: PagerDutyContext): string {
  return handleBlock(handlers, block, context);
}
