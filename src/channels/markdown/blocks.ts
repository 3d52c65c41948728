/** Blocks -> Markdown, separated by blank lines. */
import { sparklinesOf } from '../../chart/sparkline.js';
import { thinnedFor } from '../../chart/thin.js';
import { chartMarks, chartTable } from '../../document/chart-values.js';
import {
  type Block,
  type BlockHandlers,
  type Chart,
  type Column,
  handleBlock,
  type Inline,
  type Kpi,
  type Table,
} from '../../document/nodes.js';
import { inlineText } from '../../document/plain-text.js';
import { report } from '../../transform/report.js';
import { inside, type MarkdownContext } from './context.js';
import { inline } from './inline.js';
import { destination, longestRun } from './leaf.js';

/** The payload of a `custom` block for the target `markdown`: written as it is, so it is nothing of unknown origin. */
export type MarkdownFragment = { readonly markdown: string };

const text = (value: string): Inline => ({ type: 'text', value });
const strong = (value: string): Inline => ({ type: 'strong', children: [text(value)] });

const arrows = { up: '▲', down: '▼', flat: '▬' } as const;

/** Puts a label before inlines as the language punctuates it. */
const labelled = ({ render }: MarkdownContext, label: string, value: readonly Inline[]): Inline[] =>
  render.localizer.labelParts.flatMap((part): readonly Inline[] => {
    if (part === 'label') return [strong(label)];
    return part === 'value' ? value : [text(part.literal)];
  });

/** The level of a heading so much deeper than the one around, without a gap to the last one. */
const levelOf = ({ level, outline }: MarkdownContext, deeper: number): number =>
  Math.min(6, level + deeper, outline.last + 1);

function heading(context: MarkdownContext, deeper: number, inlines: readonly Inline[]): string {
  // A heading is one line (4.2).
  const line = inline({ ...context, inCell: true }, inlines);
  if (line === '') return '';
  const level = levelOf(context, deeper);
  context.outline.last = level;
  return `${'#'.repeat(level)} ${line}`;
}

/** Writes a title one level below the heading around, and then what it is the title of. */
const titled = (
  context: MarkdownContext,
  title: string | undefined,
  body: (inner: MarkdownContext) => string,
): string => {
  if (title === undefined) return body(context);
  context.lists.isOpen = false;
  const level = levelOf(context, 1);
  return stack([heading(context, 1, [text(title)]), body({ ...context, level })]);
};

const stack = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');

/** Puts a marker before the first line and as much room before all others that hold something. */
const hang = (markdown: string, marker: string): string =>
  markdown
    .split('\n')
    .map((line, index) => (index === 0 ? marker + line : line === '' ? '' : ' '.repeat(marker.length) + line))
    .join('\n');

/** The marker of a list. That of the list before differs, or the two would be one (5.3). */
function markerOf({ lists }: MarkdownContext, ordered: boolean): (index: number) => string {
  lists.isAlternate = lists.isOpen && !lists.isAlternate;
  lists.isOpen = true;
  if (!ordered) {
    const bullet = lists.isAlternate ? '* ' : '- ';
    return () => bullet;
  }
  const end = lists.isAlternate ? ') ' : '. ';
  return (index) => `${index + 1}${end}`;
}

/** Writes a list. Items are apart where one of them has more than a paragraph (5.3, loose and tight lists). */
function items(context: MarkdownContext, parts: readonly string[], ordered = false): string {
  const isLoose = parts.some((part) => part.includes('\n\n'));
  const marker = markerOf(context, ordered);
  return parts.map((part, index) => hang(part, marker(index))).join(isLoose ? '\n\n' : '\n');
}

function kpiInlines(context: MarkdownContext, kpi: Kpi): Inline[] {
  const { labels, print } = context;
  const printed = (value: Inline): string => inlineText([value], print);
  const notes: string[] = [];
  if (kpi.threshold !== undefined) notes.push(labels.threshold(printed(kpi.threshold)));
  if (kpi.target !== undefined) notes.push(labels.target(printed(kpi.target)));
  if (kpi.previous !== undefined) notes.push(labels.previous(printed(kpi.previous)));
  if (kpi.direction !== undefined || kpi.delta !== undefined) {
    const change =
      kpi.delta === undefined ? context.render.localizer.t(`trend.${kpi.direction ?? 'flat'}`) : printed(kpi.delta);
    notes.push(kpi.direction === undefined ? change : `${arrows[kpi.direction]} ${change}`);
  }
  const verdict = kpi.assessment === undefined ? '' : labels.assessment(kpi.assessment);
  if (verdict !== '') notes.push(verdict);
  if (kpi.note !== undefined && kpi.note !== '') notes.push(kpi.note);
  const details = notes.length === 0 ? [] : [text(` (${notes.join(' · ')})`)];
  return [...labelled(context, kpi.label, [kpi.value]), ...details];
}

const delimiterCells = { left: ':---', right: '---:', center: ':---:', none: '---' } as const;

/** GFM knows left and right, not start and end. */
function delimiterCell({ dir }: MarkdownContext, { align = 'start' }: Column): string {
  if (align === 'center') return delimiterCells.center;
  if (align === 'start') return delimiterCells.none;
  return dir === 'rtl' ? delimiterCells.left : delimiterCells.right;
}

function gfmTable(context: MarkdownContext, { columns, rows }: Table): string {
  const cells = { ...context, inCell: true };
  const row = (parts: readonly string[]): string => `| ${parts.join(' | ')} |`;
  return [
    row(columns.map(({ label }) => inline(cells, [text(label)]))),
    row(columns.map((column) => delimiterCell(context, column))),
    ...rows.map((values) => row(values.map((value) => inline(cells, value)))),
  ].join('\n');
}

/** One item a row, one line a cell: CommonMark has no tables. */
function records(context: MarkdownContext, { columns, rows }: Table): string {
  report(context.render, 'fallback', context.path, 'CommonMark has no tables, each row is a list item');
  const lines = rows.map((row) =>
    row.flatMap((cell, index): Inline[] => {
      const { label = '' } = columns[index] ?? {};
      return [...(index === 0 ? [] : [text('\n')]), ...(label === '' ? cell : labelled(context, label, cell))];
    }),
  );
  return items(
    context,
    lines.map((line) => inline(context, line)),
  );
}

const table = (context: MarkdownContext, node: Table): string =>
  context.profile === 'gfm' ? gfmTable(context, node) : records(context, node);

/** Rows of numbers that a reader still looks through. */
const maxChartRows = 20;

/** The numbers of a chart. Gaps are dashes. */
function chartNumbers(context: MarkdownContext, chart: Chart): string {
  const { columns, rows } = chartTable(chart);
  if (rows.length === 0) return '';
  const filled = rows.map((row) => row.map((cell) => (cell.length === 0 ? [text('–')] : cell)));
  return table(context, { type: 'table', columns, rows: filled });
}

/** What a chart says, the shape of its series, and its figures unless a table of the document has them. */
function chart(context: MarkdownContext, node: Chart): string {
  const { render, path } = context;
  const shown = node.isTabulated === true ? node : thinnedFor(node, maxChartRows, path, render);
  const label = paragraph(context, [strong(render.localizer.t('chart.label', { title: node.title }))]);
  const shapes = sparklinesOf(node).map(({ name, line }) => {
    const shape: Inline = { type: 'code', value: line };
    return paragraph(context, name === undefined ? [shape] : labelled(context, name, [shape]));
  });
  const marks = chartMarks(node).map(({ label, value }) => paragraph(context, labelled(context, label, value)));
  const notes = (shown.notes ?? []).map((note) => paragraph(context, [text(note)]));
  const data = node.isTabulated === true ? '' : chartNumbers(context, shown);
  return stack([label, paragraph(context, [text(node.alt)]), ...shapes, ...marks, ...notes, data]);
}

const paragraph = (context: MarkdownContext, inlines: readonly Inline[]): string => inline(context, inlines);

/** Languages that GitHub draws instead of showing: https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/creating-diagrams */
const drawn: ReadonlySet<string> = new Set(['mermaid', 'geojson', 'topojson', 'stl', 'math']);
const languagePattern = /^[A-Za-z0-9+#.-]{1,30}$/;

/** A fence longer than any in the code (4.5). */
function code(value: string, language: string | undefined): string {
  const fence = '`'.repeat(Math.max(3, longestRun(value, '`') + 1));
  const isShown = language !== undefined && languagePattern.test(language) && !drawn.has(language.toLowerCase());
  return `${fence}${isShown ? language : ''}\n${value}\n${fence}`;
}

const quote = (markdown: string): string =>
  markdown
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');

const handlers: BlockHandlers<MarkdownContext, string> = {
  section: ({ title, children }, context) => titled(context, title, (inner) => blocks(inner, children)),
  heading: ({ level, children }, context) => heading(context, level, children),
  paragraph: ({ children }, context) => paragraph(context, children),
  list: ({ ordered, items: nodes }, context) =>
    items(
      context,
      nodes.map((item) => blocks(inside(context), item)),
      ordered,
    ),
  quote: ({ children }, context) => quote(blocks(inside(context), children)),
  facts: ({ title, items: facts }, context) =>
    titled(context, title, (inner) =>
      items(
        inner,
        facts.map(({ label, value }) => inline(inner, labelled(inner, label, value))),
      ),
    ),
  kpis: ({ title, items: kpis }, context) =>
    titled(context, title, (inner) =>
      items(
        inner,
        kpis.map((kpi) => inline(inner, kpiInlines(inner, kpi))),
      ),
    ),
  table: (node, context) =>
    stack([node.caption === undefined ? '' : paragraph(context, [strong(node.caption)]), table(context, node)]),
  chart: (node, context) => chart(context, node),
  media: ({ kind, url, alt, title, durationMs }, context) => {
    const { t, labelled: join, duration } = context.render.localizer;
    if (kind === 'image') {
      const image = `![${inline({ ...context, inCell: true }, [text(alt)])}](${destination(url)})`;
      return title === undefined ? image : `${image}\\\n${paragraph(context, [text(title)])}`;
    }
    const label: Inline = { type: 'link', url, children: [text(join(t(`media.${kind}`), title ?? alt))] };
    const length = durationMs === undefined ? '' : ` (${duration(durationMs)})`;
    return paragraph(context, [label, text(title === undefined ? length : ` – ${alt}${length}`)]);
  },
  code: ({ value, language }) => code(value, language),
  // Underscores, as no list marker beside them reads as a part of it (4.1).
  divider: () => '___',
  actions: ({ items: actions }, context) =>
    paragraph(
      context,
      actions.flatMap(({ label, url = '' }, index): Inline[] => [
        ...(index === 0 ? [] : [text(' · ')]),
        { type: 'link', url, children: [text(label)] },
      ]),
    ),
  custom: ({ payload }) => (payload as MarkdownFragment).markdown.trim(),
};

/** What can begin with a list, if it has no title. All else parts the lists around it. */
const listKinds: ReadonlySet<Block['type']> = new Set(['list', 'facts', 'kpis', 'section']);

const parts = ({ profile }: MarkdownContext, node: Block): boolean =>
  node.type === 'table' ? profile === 'gfm' || node.caption !== undefined : !listKinds.has(node.type);

/** Writes blocks below one another. */
export function blocks(context: MarkdownContext, nodes: readonly Block[]): string {
  return stack(
    nodes.map((node) => {
      if (parts(context, node)) context.lists.isOpen = false;
      return handleBlock(handlers, node, { ...context, path: node.path ?? context.path });
    }),
  );
}
