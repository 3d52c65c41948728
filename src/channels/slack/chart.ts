/** Charts: what they show in words, drawn by Slack where the tenant wants that and Slack can, else their numbers. */
import { reportThinned, type ThinnedChart, thinChart, thinnedNote } from '../../chart/thin.js';
import { chartMarks, chartTable } from '../../document/chart-values.js';
import type { Block, Chart, Fact, Inline, Table } from '../../document/nodes.js';
import { push, report, type SlackContext } from './context.js';
import { type DrawnChart, drawChart, obstacleOf } from './drawn-chart.js';
import { writeFact } from './figures.js';
import { maxChartRows, slackLimits } from './limits.js';
import { pushLines } from './lines.js';
import { pushParagraph } from './paragraph.js';
import { pushTable } from './table.js';

/** Says to readers and to the caller how many points are shown. */
function tellThinned(context: SlackContext, thinned: ThinnedChart, notes: string[]): void {
  const note = thinnedNote(thinned, context.localizer);
  if (note !== undefined) notes.push(note);
  reportThinned(thinned, thinned.kept, context.path, context.render);
}

/** A pie without some of its parts would be another pie. */
const thinnedFor = (node: Chart): ThinnedChart =>
  node.kind === 'pie'
    ? { chart: node, kept: node.categories.length, total: node.categories.length }
    : thinChart(node, slackLimits.chartPoints.max);

/** Says that labels are not what they were: no whole ones stand beside a chart that is drawn. */
function reportLabels(context: SlackContext, { labels, cut, numbered }: DrawnChart): void {
  const { path } = context;
  if (cut > 0) {
    const numbers = { limit: labels - cut, actual: labels, unit: 'item' } as const;
    report(context, 'truncated', path, 'Labels of a chart were cut', numbers);
  }
  if (numbered > 0) report(context, 'collision', path, 'Labels that a chart has twice are numbered');
}

/** Draws a chart; where Slack cannot, says so. */
function drawnChart(context: SlackContext, chart: Chart): DrawnChart | undefined {
  const isFull = context.charts >= slackLimits.messageCharts.max;
  const obstacle = isFull ? 'a message has room for two charts' : obstacleOf(chart);
  const drawn = obstacle === undefined ? drawChart(context, chart) : undefined;
  if (drawn !== undefined && drawn.chars <= context.maxPieceChars) return drawn;
  const reason = obstacle ?? 'a message has no room for it';
  report(context, 'fallback', context.path, `A chart is shown as a table of its numbers: ${reason}`);
  return undefined;
}

/** What stands for a chart that is not drawn, and beside every chart. */
export type ChartText = { readonly table: Table; readonly marks: readonly Fact[]; readonly notes: readonly string[] };

/** The numbers of a chart, as many as can be read in a chat, with its marks and notes. */
export function chartText(context: SlackContext, node: Chart): ChartText {
  const notes = [...(node.notes ?? [])];
  const thinned = thinChart(node, maxChartRows);
  tellThinned(context, thinned, notes);
  return { table: chartTable(thinned.chart), marks: chartMarks(node), notes };
}

const inLines = (texts: readonly string[]): Inline[] =>
  texts.map((value, index) => ({ type: 'text', value: index === 0 ? value : `\n${value}` }));

/** Draws a chart; `undefined` where it is not to be drawn, or cannot be. */
function pushDrawn(context: SlackContext, node: Chart): Pick<ChartText, 'marks' | 'notes'> | undefined {
  if (context.options.charts !== 'native') return undefined;
  const thinned = thinnedFor(node);
  const drawn = drawnChart(context, thinned.chart);
  if (drawn === undefined) return undefined;
  const notes = [...(node.notes ?? [])];
  tellThinned(context, thinned, notes);
  reportLabels(context, drawn);
  context.charts += 1;
  context.chars = drawn.chars;
  push(context, drawn.block, 'blocks', 1);
  return { marks: chartMarks(node), notes };
}

/** Whether there is a table that has more to say in Slack's one block for tables than the numbers of a chart. */
const hasTable = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => block.type === 'table' || (block.type === 'section' && hasTable(block.children)));

function pushNumbers(context: SlackContext, node: Chart): ChartText {
  const text = chartText(context, node);
  const { table } = text;
  const isFree = context.tables < slackLimits.messageTables.max && !hasTable(context.children);
  const isPlain = table.columns.length === 2 && table.rows.length > 0;
  // Two columns are as well read as a label and a value.
  if (isPlain && !isFree) pushLines(context, table.rows.map(rowFact), 'rows', writeFact, undefined);
  else pushTable(context, table, { name: node.title, isLines: !isFree });
  return text;
}

/** A row of two cells; the first is the text of a category. */
function rowFact([label = [], value = []]: Table['rows'][number]): Fact {
  const [only] = label;
  return { label: only?.type === 'text' ? only.value : '', value };
}

/** A chart whose numbers a table of the document has needs no second one. */
const wordsOf = (node: Chart): Pick<ChartText, 'marks' | 'notes'> | undefined =>
  node.isTabulated === true ? { marks: chartMarks(node), notes: node.notes ?? [] } : undefined;

/** Writes a chart. Its description, marks and notes stand as text whatever is drawn. */
export function pushChart(context: SlackContext, node: Chart): void {
  const title = context.localizer.t('chart.label', { title: node.title });
  pushParagraph(context, [{ type: 'text', value: title }], true);
  pushParagraph(context, [{ type: 'text', value: node.alt }]);
  const { marks, notes } = pushDrawn(context, node) ?? wordsOf(node) ?? pushNumbers(context, node);
  if (marks.length > 0) pushLines(context, marks, 'facts', writeFact, undefined);
  if (notes.length > 0) pushParagraph(context, inLines(notes));
}
