/** Parts of a report -> its document: first what changed, then figures, contradictions, charts, tables, and what to know of them. */
import type { Block, Chart, Document, DocumentMeta, Fact, Table } from '../document/nodes.js';
import { type ReportContext, reportLoss } from './context.js';
import { kpiNode } from './kpi.js';
import type { Omitted, Report } from './model.js';
import { periodLabel } from './period.js';

/** What a domain makes of its input. */
export type ReportParts = Pick<Report, 'kpis' | 'insights' | 'findings' | 'charts' | 'tables'> & {
  readonly title: string;
  /** Tables that are too long to be read in a message: the report has them, the document says so. */
  readonly appendix?: readonly Table[];
  /** Shown above all else, as whose figures they are. */
  readonly facts?: readonly Fact[];
  /** What readers have to know of the figures, in their language: rates, definitions, what is suppressed. */
  readonly notes?: readonly string[];
  readonly meta?: DocumentMeta;
  readonly jsonLd?: Record<string, unknown>;
};

const paragraph = (path: string, value: string, importance?: 'high' | 'low'): Block => {
  const children = [{ type: 'text' as const, value }];
  return importance === undefined
    ? { type: 'paragraph', path, children }
    : { type: 'paragraph', path, importance, children };
};

const sentences = (path: string, title: string | undefined, texts: readonly string[]): Block => {
  const items = texts.map((value): Block[] => [paragraph(path, value)]);
  const list: Block = { type: 'list', path, ordered: false, items };
  return title === undefined ? list : { type: 'section', path, title, children: [list] };
};

/** The first rows of a table, and a note of how many there are. */
function shownTable(context: ReportContext, table: Table): Block[] {
  const { maxTableRows } = context.options;
  const { rows, path = 'tables' } = table;
  if (rows.length <= maxTableRows) return [table];
  const numbers = { limit: maxTableRows, actual: rows.length, unit: 'item' } as const;
  context.render.diagnostics.push({
    code: 'dropped',
    severity: 'info',
    path,
    message: 'The document shows the first rows of a table; the report has all of them',
    ...numbers,
  });
  const note = context.localizer.t('report.rowsShown', { shown: maxTableRows, total: rows.length });
  return [{ ...table, rows: rows.slice(0, maxTableRows) }, paragraph(path, note, 'low')];
}

/** Says of a table that only the report has it. */
function appendixNote({ localizer, render }: ReportContext, { caption = '', rows, path = 'tables' }: Table): Block {
  const numbers = { limit: 0, actual: rows.length, unit: 'item' } as const;
  const message = 'The document does not show a table; the report has it';
  render.diagnostics.push({ code: 'dropped', severity: 'info', path, message, ...numbers });
  return paragraph(path, localizer.t('report.appendix', { caption, count: rows.length }), 'low');
}

function omittedNote({ localizer }: ReportContext, { rows, of }: Omitted): string {
  return localizer.t('report.rowsOmitted', { count: rows, total: of });
}

function pushOpening(blocks: Block[], context: ReportContext, { facts = [], insights }: ReportParts): void {
  const { localizer, period } = context;
  const [headline, ...more] = insights;
  if (headline !== undefined) blocks.push(paragraph('insights', headline.text, 'high'));
  const items: Fact[] = [];
  if (period !== undefined) {
    const value = periodLabel(localizer, period);
    items.push({ path: 'window', label: localizer.t('report.period'), value: [{ type: 'text', value }] });
    if (!period.complete) {
      const state = localizer.t('report.incomplete');
      items.push({
        path: 'window.complete',
        label: localizer.t('report.state'),
        value: [{ type: 'text', value: state }],
      });
    }
  }
  items.push(...facts);
  if (items.length > 0) blocks.push({ type: 'facts', path: 'window', importance: 'high', items });
  if (more.length > 0) {
    const texts = more.map(({ text }) => text);
    blocks.push(sentences('insights', localizer.t('report.insights'), texts));
  }
}

/** Whether a table that the document shows whole is of the same part of the input, so that nobody reads numbers twice. */
function isTabulated({ options }: ReportContext, { path, categories }: Chart, tables: readonly Table[]): boolean {
  const isSame = (of: string): boolean => path === of || path?.startsWith(`${of}.`) === true;
  return tables.some(
    ({ path: of, rows }) =>
      of !== undefined && isSame(of) && rows.length <= options.maxTableRows && rows.length >= categories.length - 1,
  );
}

function documentOf(context: ReportContext, parts: ReportParts, omitted: Omitted): Document {
  const { localizer } = context;
  const { title, kpis, insights, findings, charts, tables, appendix = [], notes = [], meta = {} } = parts;
  const blocks: Block[] = [];
  // What was left out stands above the figures that lack it.
  if (omitted.rows > 0) blocks.push(paragraph('omitted', omittedNote(context, omitted), 'high'));
  pushOpening(blocks, context, parts);
  if (kpis.length > 0) {
    const items = kpis.map((kpi) => kpiNode(context, kpi));
    blocks.push({ type: 'kpis', path: 'kpis', importance: 'high', title: localizer.t('report.kpis'), items });
  }
  if (findings.length > 0) {
    const texts = findings.map(({ text }) => text);
    blocks.push({ ...sentences('findings', localizer.t('report.findings'), texts), importance: 'high' } as Block);
  }
  for (const chart of charts)
    blocks.push(isTabulated(context, chart, tables) ? { ...chart, isTabulated: true } : chart);
  for (const table of tables) blocks.push(...shownTable(context, table));
  for (const table of appendix) blocks.push(appendixNote(context, table));
  if (notes.length > 0) {
    blocks.push({ ...sentences('notes', localizer.t('report.notes'), notes), importance: 'low' } as Block);
  }
  const [headline] = insights;
  return {
    type: 'document',
    locale: localizer.locale,
    dir: localizer.dir,
    title,
    meta: headline === undefined ? meta : { headline: headline.text, ...meta },
    children: blocks,
  };
}

/** Makes a report of its parts. */
export function composeReport(kind: string, context: ReportContext, parts: ReportParts, omitted: Omitted): Report {
  const { kpis, insights, findings, charts, tables, appendix = [], jsonLd } = parts;
  const { period } = context;
  if (omitted.rows > 0) {
    const numbers = { limit: omitted.of - omitted.rows, actual: omitted.of, unit: 'item' } as const;
    reportLoss(context, 'dropped', '', 'Rows with something wrong in them were left out', numbers);
  }
  return {
    kind,
    document: documentOf(context, parts, omitted),
    ...(period !== undefined && { period }),
    kpis,
    insights,
    findings,
    charts,
    tables: appendix.length === 0 ? tables : [...tables, ...appendix],
    omitted,
    ...(jsonLd !== undefined && { jsonLd }),
  };
}
