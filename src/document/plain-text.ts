/** The plain-text projection of a document: nothing but characters, and nothing that reads as markup of any channel. */
import { chartMarks, chartTable } from './chart-values.js';
import {
  type Block,
  type BlockHandlers,
  type Chart,
  type DateInline,
  type Document,
  type Duration,
  handleBlock,
  handleInline,
  type Inline,
  type InlineHandlers,
  type Kpi,
  type Mention,
  type Money,
  type NumberInline,
} from './nodes.js';
import { printGrid, toOneLine } from './text-grid.js';
import { wrapText } from './wrap.js';

/** Prints values in the reader's language. */
export type ValuePrinter = {
  number(node: NumberInline): string;
  money(node: Money): string;
  date(node: DateInline): string;
  duration(node: Duration): string;
  mention(node: Mention): string;
};

/** The words around values: a label and its value on one line, and for key figures phrases such as `threshold 5 ms`. */
export type PlainTextLabels = {
  /** Writes `label: value` as the language punctuates it. */
  labelled(label: string, value: string): string;
  threshold(value: string): string;
  previous(value: string): string;
  target(value: string): string;
  /** Says in words whether a movement is welcome; left out where absent. */
  assessment?(assessment: NonNullable<Kpi['assessment']>): string;
};

export type PlainTextOptions = {
  readonly print: ValuePrinter;
  readonly labels: PlainTextLabels;
  /** Tables that would be wider become one `header: cell` record a row. Columns of a fixed-width font. @default 72 */
  readonly maxTableColumns?: number;
  /** What is printed of a chart beside its words: its numbers, maybe fewer of them, and lines before these. @default all numbers */
  readonly chartParts?: (chart: Chart) => { readonly chart: Chart; readonly lines: readonly string[] };
  /** Lines of words that would be wider are broken; code and addresses are not. @default they are not broken */
  readonly lineColumns?: number;
};

/** Terminals and mail readers wrap at 72 to 80 columns, and a wrapped table cannot be read. */
const defaultMaxTableColumns = 72;

const arrows: Record<NonNullable<Kpi['direction']>, string> = { up: '▲', down: '▼', flat: '▬' };

/** Room for words in what is already far indented. */
const minLineColumns = 20;

/** The options for what stands behind a marker. */
function narrower(options: PlainTextOptions, by: number): PlainTextOptions {
  const { lineColumns } = options;
  if (lineColumns === undefined) return options;
  const { maxTableColumns = defaultMaxTableColumns } = options;
  const room = (columns: number): number => Math.max(minLineColumns, columns - by);
  return { ...options, lineColumns: room(lineColumns), maxTableColumns: room(maxTableColumns) };
}

const wrapped = (text: string, { lineColumns }: PlainTextOptions): string =>
  lineColumns === undefined ? text : wrapText(text, lineColumns);

/** Further lines of a value are indented: data must not be able to write what looks like a fact of its own. */
const hung = (text: string, options: PlainTextOptions): string => hang(wrapped(text, narrower(options, 2)), '', '  ');

/** Stands where a chart has no value. */
const noValue = '–';

const linkText = (url: string, label: string): string => (label === '' || label === url ? url : `${label} (${url})`);

const inlineHandlers: InlineHandlers<ValuePrinter, string> = {
  text: (node) => node.value,
  strong: (node, print) => inlineText(node.children, print),
  emphasis: (node, print) => inlineText(node.children, print),
  // Without its marks, text that no longer holds would read as text that does.
  deletion: (node, print) => `~~${inlineText(node.children, print)}~~`,
  code: (node) => node.value,
  link: (node, print) => linkText(node.url, inlineText(node.children, print)),
  number: (node, print) => print.number(node),
  money: (node, print) => print.money(node),
  date: (node, print) => print.date(node),
  duration: (node, print) => print.duration(node),
  mention: (node, print) => print.mention(node),
};

const blockHandlers: BlockHandlers<PlainTextOptions, string> = {
  section: (node, options) => under(node.title, blocksText(node.children, options)),
  heading: (node, { print }) => toOneLine(inlineText(node.children, print)),
  paragraph: (node, options) => wrapped(inlineText(node.children, options.print), options),
  list: (node, options) =>
    node.items
      .map((item, index) => {
        const marker = node.ordered ? `${index + 1}. ` : '- ';
        const lines = item
          .map((block) => handleBlock(blockHandlers, block, narrower(options, marker.length)))
          .filter((text) => text !== '');
        return hang(lines.join('\n'), marker, ' '.repeat(marker.length));
      })
      .join('\n'),
  quote: (node, options) => quoteLines(blocksText(node.children, narrower(options, 2))),
  facts: (node, options) =>
    under(
      node.title,
      node.items
        .map(({ label, value }) =>
          hung(options.labels.labelled(toOneLine(label), inlineText(value, options.print)), options),
        )
        .join('\n'),
    ),
  kpis: (node, options) => under(node.title, node.items.map((kpi) => hung(kpiText(kpi, options), options)).join('\n')),
  table: (node, options) =>
    under(
      node.caption,
      printGrid({
        columns: node.columns,
        rows: node.rows.map((row) => row.map((cell) => inlineText(cell, options.print))),
        maxColumns: options.maxTableColumns ?? defaultMaxTableColumns,
        labelled: options.labels.labelled,
      }),
    ),
  chart: (node, options) => {
    const { chart, lines } = options.chartParts?.(node) ?? { chart: node, lines: [] };
    const { print, labels } = options;
    const marks = chartMarks(node).map(({ label, value }) =>
      hung(labels.labelled(toOneLine(label), inlineText(value, print)), options),
    );
    const notes = (chart.notes ?? []).map((note) => wrapped(note, options));
    const words = [toOneLine(node.title), wrapped(node.alt, options), ...lines, ...marks, ...notes];
    return [...words, chartNumbers(chart, options)].filter((text) => text !== '').join('\n');
  },
  media: (node, { print }) => {
    const length =
      node.durationMs === undefined ? '' : print.duration({ type: 'duration', durationMs: node.durationMs });
    return under(node.title, `[${toOneLine(node.alt)}] ${node.url}${length === '' ? '' : ` (${length})`}`);
  },
  code: (node) => indent(node.value, '    '),
  divider: () => '---',
  actions: (node) =>
    node.items.map(({ label, url }) => `[${toOneLine(label)}]${url === undefined ? '' : ` ${url}`}`).join('\n'),
  custom: () => '',
};

/** Returns the plain text of a document: its title, a blank line, its blocks with blank lines between them. */
export function toPlainText(document: Document, options: PlainTextOptions): string {
  const body = blocksText(document.children, options);
  return [toOneLine(document.title), body].filter((text) => text !== '').join('\n\n');
}

/** Returns the plain text of inlines, links as `text (url)`. */
export function inlineText(inlines: readonly Inline[], print: ValuePrinter): string {
  let result = '';
  for (const inline of inlines) result += handleInline(inlineHandlers, inline, print);
  return result;
}

/** The numbers of a chart, unless a table of the document has them. */
function chartNumbers(
  chart: Chart,
  { print, labels, maxTableColumns = defaultMaxTableColumns }: PlainTextOptions,
): string {
  if (chart.isTabulated === true) return '';
  const { columns, rows } = chartTable(chart);
  return printGrid({
    columns,
    rows: rows.map((row) => row.map((cell) => inlineText(cell, print) || noValue)),
    maxColumns: maxTableColumns,
    labelled: labels.labelled,
  });
}

function blocksText(blocks: readonly Block[], options: PlainTextOptions): string {
  return blocks
    .map((block) => handleBlock(blockHandlers, block, options))
    .filter((text) => text !== '')
    .join('\n\n');
}

function kpiText(kpi: Kpi, { print, labels }: PlainTextOptions): string {
  const value = (inline: Inline): string => handleInline(inlineHandlers, inline, print);
  const notes: string[] = [];
  if (kpi.threshold !== undefined) notes.push(labels.threshold(value(kpi.threshold)));
  if (kpi.target !== undefined) notes.push(labels.target(value(kpi.target)));
  if (kpi.previous !== undefined) notes.push(labels.previous(value(kpi.previous)));
  const arrow = kpi.direction === undefined ? '' : arrows[kpi.direction];
  const delta = kpi.delta === undefined ? '' : value(kpi.delta);
  const change = arrow !== '' && delta !== '' ? `${arrow} ${delta}` : arrow + delta;
  if (change !== '') notes.push(change);
  const judged = kpi.assessment === undefined ? undefined : labels.assessment?.(kpi.assessment);
  if (judged !== undefined && judged !== '') notes.push(judged);
  if (kpi.note !== undefined && kpi.note !== '') notes.push(kpi.note);
  // A dot, because the comma of one language is not that of another.
  const details = notes.length === 0 ? '' : ` (${notes.join(' · ')})`;
  return toOneLine(labels.labelled(kpi.label, value(kpi.value)) + details);
}

function under(title: string | undefined, body: string): string {
  const head = title === undefined ? '' : toOneLine(title);
  return head === '' || body === '' ? head + body : `${head}\n${body}`;
}

/** Starts the first line with `first` and all further ones that hold something with `rest`. */
function hang(text: string, first: string, rest: string): string {
  if (!text.includes('\n')) return (first + text).trimEnd();
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? (first + line).trimEnd() : line === '' ? '' : rest + line))
    .join('\n');
}

const indent = (text: string, by: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : by + line))
    .join('\n');

const quoteLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
