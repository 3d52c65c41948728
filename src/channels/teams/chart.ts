/** Charts: what they show in words, drawn by Teams where it can and the card has room, else their numbers. */
import { reportThinned, type ThinnedChart, thinChart, thinnedNote } from '../../chart/thin.js';
import { chartMarks, chartTable } from '../../document/chart-values.js';
import type { Chart, Fact, Table } from '../../document/nodes.js';
import { numbersElement, pushNumbers } from './chart-numbers.js';
import { obstacleOf } from './chart-obstacle.js';
import { recount } from './chunk.js';
import { push, report, type TeamsContext } from './context.js';
import { type DrawnChart, drawChart } from './drawn-chart.js';
import { pushFacts } from './figures.js';
import { barPoints, linePoints, maxChartRows } from './limits.js';
import { pushParagraph } from './paragraph.js';
import { bold } from './run.js';

/** Says to readers and to the caller how many points are shown. */
function tellThinned(context: TeamsContext, thinned: ThinnedChart, notes: string[]): void {
  const note = thinnedNote(thinned, context.localizer);
  if (note !== undefined) notes.push(note);
  reportThinned(thinned, thinned.kept, context.path, context.render);
}

/** What stands for a chart inside of other text. */
export type ChartText = { readonly table: Table; readonly marks: readonly Fact[]; readonly notes: readonly string[] };

/** The numbers of a chart, as many as can be read in a chat, with its marks and notes. */
export function chartText(context: TeamsContext, node: Chart): ChartText {
  const notes = [...(node.notes ?? [])];
  const thinned = thinChart(node, maxChartRows);
  tellThinned(context, thinned, notes);
  return { table: chartTable(thinned.chart), marks: chartMarks(node), notes };
}

/** How many points a chart of a kind is drawn with, the most first. A pie without some of its parts is another pie. */
function pointsFor({ kind, categories }: Chart): readonly number[] {
  if (kind === 'pie' || kind === 'gauge') return [categories.length];
  return kind === 'bar' || kind === 'stackedBar' ? barPoints : linePoints;
}

/** What an element and its numbers take without any points, at most. */
const maxFrameBytes = 1500;

/** What a point of a series and a line of the numbers take at least. */
const minPointBytes = 30;
const minLineBytes = 30;

type Drawn = DrawnChart & { readonly thinned: ThinnedChart };

/** Draws a chart with as many points as there is room for, its numbers included. */
function drawn(context: TeamsContext, node: Chart): Drawn | undefined {
  let lineBytes = minLineBytes + node.series.length * minPointBytes;
  for (const maxPoints of pointsFor(node)) {
    const points = Math.min(maxPoints, node.categories.length);
    if (points * lineBytes > context.maxPieceBytes) continue;
    const thinned = thinChart(node, Math.max(1, maxPoints));
    const made = drawChart(context, thinned.chart, numbersElement(context, thinned.chart));
    if (made === undefined) return undefined;
    recount(context, [made.element]);
    if (context.bytes <= context.maxPieceBytes) return { ...made, thinned };
    // What a line really takes: numbers of points that cannot fit either need not be tried.
    lineBytes = Math.max(lineBytes, (context.bytes - maxFrameBytes) / points);
  }
  return undefined;
}

function reportLabels(context: TeamsContext, { labels, cut, numbered }: DrawnChart): void {
  const { path } = context;
  // Whole ones stand in the fallback, which hosts do not show that draw the chart.
  if (cut > 0) {
    const numbers = { limit: labels - cut, actual: labels, unit: 'item' } as const;
    report(context, 'truncated', path, 'Labels of a chart were cut', numbers);
  }
  if (numbered > 0) report(context, 'collision', path, 'Labels that a chart has twice are numbered');
}

function pushDrawn(context: TeamsContext, node: Chart, notes: string[]): boolean {
  const isWanted = context.options.charts !== 'table';
  const obstacle = isWanted ? obstacleOf(node) : undefined;
  const made = isWanted && obstacle === undefined ? drawn(context, node) : undefined;
  if (made === undefined) {
    context.units = 0;
    context.bytes = 0;
    const reason = isWanted ? `: ${obstacle ?? 'a card has no room for it'}` : '';
    report(context, 'fallback', context.path, `A chart is shown as a table of its numbers${reason}`);
    return false;
  }
  tellThinned(context, made.thinned, notes);
  reportLabels(context, made);
  push(context, [made.element], 'blocks', 1);
  return true;
}

const smallPrint = { size: 'Small', isSubtle: true } as const;

/** Writes a chart. Its description, marks and notes stand as text whatever is drawn. */
export function pushChart(context: TeamsContext, node: Chart): void {
  const title = context.localizer.t('chart.label', { title: node.title });
  const notes = [...(node.notes ?? [])];
  pushParagraph(context, [{ type: 'text', value: title }], bold);
  pushParagraph(context, [{ type: 'text', value: node.alt }]);
  if (!pushDrawn(context, node, notes) && node.isTabulated !== true) {
    const thinned = thinChart(node, maxChartRows);
    tellThinned(context, thinned, notes);
    pushNumbers(context, thinned.chart);
  }
  const marks = chartMarks(node);
  if (marks.length > 0) pushFacts(context, marks, undefined);
  if (notes.length > 0) pushParagraph(context, [{ type: 'text', value: notes.join('\n') }], smallPrint, 'Small');
}
