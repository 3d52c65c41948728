/** Document -> plain text. */

import { sparklinesOf } from '../../chart/sparkline.js';
import { thinnedFor } from '../../chart/thin.js';
import {
  type Block,
  type BlockHandlers,
  type Chart,
  type Document,
  handleBlock,
  handleInline,
  type Inline,
  type InlineHandlers,
  type Kpi,
} from '../../document/nodes.js';
import { type PlainTextOptions, toPlainText } from '../../document/plain-text.js';
import { lookOf } from '../../document/severity.js';
import { severityWords, statusWords } from '../../document/words.js';
import { wrapText } from '../../document/wrap.js';
import { measure } from '../../kernel/measure.js';
import { cleanLine, cleanText } from '../../sanitize/text.js';
import type { RenderContext } from '../../tenant/render-context.js';
import { divide } from '../../transform/pages.js';
import { prepareDocument, type Target } from '../../transform/prepare.js';
import { createLabels, createPrinter } from '../../transform/printer.js';

export type TextPayload = { text: string };

/** The payload of a `custom` block for the target `text`. */
export type TextFragment = { readonly text: string };

/** Options of one call. */
export type TextCallOptions = {
  /** Columns of a fixed-width font. Words and addresses are never broken. @default 72 */
  width?: number;
  /** Where the addresses of links stand: behind their words, or numbered at the end. @default 'inline' */
  links?: 'inline' | 'footnotes';
  /** UTF-16 units of `text`. @default no limit */
  maxChars?: number;
};

const defaultWidth = 72;

const target: Target = {
  id: 'text',
  accepts: (payload) =>
    typeof payload === 'object' && payload !== null && typeof (payload as Partial<TextFragment>).text === 'string',
};

/** `notes`: the addresses of footnotes, in order, if there are any. */
type Pass = { readonly render: RenderContext; readonly notes: string[] | undefined };

const textOf = (value: string): Inline => ({ type: 'text', value });
const same = (node: Inline): readonly Inline[] => [node];

/** Writes an address where its link stands; characters isolate it, as nothing else can in plain text. */
function addressOf({ render: { localizer }, notes }: Pass, url: string): string {
  if (notes === undefined) return ` (${localizer.isolate(url, 'ltr')})`;
  if (!notes.includes(url)) notes.push(url);
  return ` [${notes.indexOf(url) + 1}]`;
}

const isolatedText = (pass: Pass, value: string): string =>
  value
    .split('\n')
    // Punctuation between values has no direction of its own.
    .map((line) => (/[\p{L}\p{N}]/u.test(line) ? pass.render.localizer.isolate(line) : line))
    .join('\n');

const inlineHandlers: InlineHandlers<Pass, readonly Inline[]> = {
  text: ({ value }, pass) => [textOf(isolatedText(pass, value))],
  strong: ({ children }, pass) => [{ type: 'strong', children: inlinesOf(pass, children) }],
  emphasis: ({ children }, pass) => [{ type: 'emphasis', children: inlinesOf(pass, children) }],
  deletion: ({ children }, pass) => [{ type: 'deletion', children: inlinesOf(pass, children) }],
  code: ({ value }, { render }) => [
    textOf(
      value
        .split('\n')
        .map((line) => render.localizer.isolate(line, 'ltr'))
        .join('\n'),
    ),
  ],
  link: ({ url, children }, pass) => {
    const [only] = children;
    if (children.length === 1 && only?.type === 'text' && only.value === url) {
      return [textOf(pass.render.localizer.isolate(url, 'ltr'))];
    }
    return [...inlinesOf(pass, children), textOf(addressOf(pass, url))];
  },
  number: same,
  money: same,
  date: same,
  duration: same,
  mention: same,
};

const inlinesOf = (pass: Pass, inlines: readonly Inline[]): Inline[] =>
  inlines.flatMap((inline) => handleInline(inlineHandlers, inline, pass));

const isolateTitle = ({ render }: Pass, title: string | undefined): { title?: string } =>
  title === undefined ? {} : { title: render.localizer.isolate(title) };

const figures = ['value', 'previous', 'threshold', 'target', 'delta'] as const;

function kpiOf(pass: Pass, kpi: Kpi): Kpi {
  const prepared: { -readonly [Key in keyof Kpi]: Kpi[Key] } = {
    ...kpi,
    label: pass.render.localizer.isolate(kpi.label),
    ...(kpi.note !== undefined && { note: pass.render.localizer.isolate(kpi.note) }),
  };
  for (const figure of figures) {
    const value = kpi[figure];
    // A figure is one inline; parts of it are put back together.
    if (value !== undefined) prepared[figure] = { type: 'strong', children: inlinesOf(pass, [value]) };
  }
  return prepared;
}

/** Names that share a line with values; those of series are isolated where they stand. */
function chartOf({ render: { localizer } }: Pass, chart: Chart): Chart {
  const { categories, annotations } = chart;
  return {
    ...chart,
    categories: categories.map((category) => localizer.isolate(category)),
    ...(annotations !== undefined && {
      annotations: annotations.map((one) => ({ ...one, label: localizer.isolate(one.label) })),
    }),
  };
}

/** Brings a block into the form in which plain text can say it. */
const blockHandlers: BlockHandlers<Pass, Block> = {
  section: (node, pass) => ({ ...node, ...isolateTitle(pass, node.title), children: blocksOf(pass, node.children) }),
  heading: (node, pass) => ({ ...node, children: inlinesOf(pass, node.children) }),
  paragraph: (node, pass) => ({ ...node, children: inlinesOf(pass, node.children) }),
  list: (node, pass) => ({ ...node, items: node.items.map((item) => blocksOf(pass, item)) }),
  quote: (node, pass) => ({ ...node, children: blocksOf(pass, node.children) }),
  facts: (node, pass) => ({
    ...node,
    ...isolateTitle(pass, node.title),
    items: node.items.map(({ label, value }) => ({
      label: pass.render.localizer.isolate(label),
      value: inlinesOf(pass, value),
    })),
  }),
  kpis: (node, pass) => ({
    ...node,
    ...isolateTitle(pass, node.title),
    items: node.items.map((kpi) => kpiOf(pass, kpi)),
  }),
  table: (node, pass) => ({ ...node, rows: node.rows.map((row) => row.map((cell) => inlinesOf(pass, cell))) }),
  chart: (node, pass) => chartOf(pass, node),
  media: (node, pass) => ({ ...node, url: pass.render.localizer.isolate(node.url, 'ltr') }),
  code: (node) => node,
  divider: (node) => node,
  actions: (node, pass) => ({
    ...node,
    items: node.items.map((action) =>
      action.url === undefined ? action : { ...action, url: pass.render.localizer.isolate(action.url, 'ltr') },
    ),
  }),
  custom: ({ payload }) => ({
    type: 'paragraph',
    children: [textOf(cleanText((payload as TextFragment).text))],
  }),
};

const blocksOf = (pass: Pass, blocks: readonly Block[]): Block[] =>
  blocks.map((block) => handleBlock(blockHandlers, block, pass));

function bandOf({ localizer: { t } }: RenderContext, { severity, status }: Document): string {
  const words: string[] = [];
  if (severity !== undefined) words.push(t(severityWords[severity]));
  if (status !== undefined) words.push(t(statusWords[status]));
  if (words.length === 0) return '';
  // What is over is no longer first of all critical.
  const line = (status === undefined || status === 'firing' ? words : words.reverse()).join(' · ');
  return `${lookOf(severity, status).emoji} ${line}`.trim();
}

function footOf({ tenant }: RenderContext): string {
  const { name, footer } = tenant.config.brand ?? {};
  const lines = [name, footer].filter((line) => line !== undefined).map(cleanLine);
  // The mark before what is no part of the message: https://www.rfc-editor.org/rfc/rfc3676#section-4.3
  return lines.length === 0 ? '' : `-- \n${lines.join('\n')}`;
}

/** Rows of numbers that a reader still looks through. */
const maxChartRows = 20;

/** A row of blocks runs from left to right, as time does. */
function sparklineText({ localizer }: RenderContext, name: string | undefined, line: string): string {
  const shape = localizer.isolate(line, 'ltr');
  return name === undefined ? shape : localizer.labelled(localizer.isolate(name), shape);
}

/** Renders a document, and what is over the limit as further texts. @throws LimitExceededError */
export function renderText(
  source: Document,
  render: RenderContext,
  { width = defaultWidth, links = 'inline', maxChars }: TextCallOptions,
): { payload: TextPayload; followUps: TextPayload[] } {
  const document = prepareDocument(source, render, target);
  const options: PlainTextOptions = {
    print: createPrinter(render),
    chartParts: (chart) => ({
      // Without numbers, nothing is left out.
      chart: chart.isTabulated === true ? chart : thinnedFor(chart, maxChartRows, chart.path ?? '', render),
      lines: sparklinesOf(chart).map(({ name, line }) => sparklineText(render, name, line)),
    }),
    labels: createLabels(render),
    maxTableColumns: width,
    lineColumns: width,
  };
  const write = (nodes: readonly Block[]): string => {
    const notes = links === 'footnotes' ? [] : undefined;
    const pass: Pass = { render, notes };
    const children = blocksOf(pass, nodes);
    const body = toPlainText({ ...document, title: '', children }, options);
    const addresses = (notes ?? []).map((url, index) => `[${index + 1}] ${render.localizer.isolate(url, 'ltr')}`);
    const head = [bandOf(render, document), wrapText(document.title, width)].filter((line) => line !== '').join('\n');
    const parts = [head, body, addresses.join('\n'), footOf(render)];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
  };
  const toPayload = (nodes: readonly Block[]): TextPayload => ({ text: write(nodes) });
  if (maxChars === undefined) return { payload: toPayload(document.children), followUps: [] };
  const limit = {
    max: maxChars,
    unit: 'utf16',
    measure: (nodes: readonly Block[]) => measure(write(nodes), 'utf16'),
  } as const;
  const { first, further } = divide(document.children, limit, render);
  return { payload: toPayload(first), followUps: further.map(toPayload) };
}
