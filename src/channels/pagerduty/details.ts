/** Document blocks -> custom details: what people read as text, what is a figure as a number, each under a name. */
import type { Action, Block, BlockHandlers, Chart, Custom, Facts, Inline, Media, Table } from '../../document/nodes.js';
import { handleBlock } from '../../document/nodes.js';
import { clean, cleanName, cleanOneLine, countLeaf, type PagerDutyContext, report } from './context.js';
import { factValue, kpiValue } from './figures.js';
import { addLink, eventUrl } from './inline.js';
import { jsonSafe } from './json-safe.js';
import { maxDetailDepth, maxNameChars } from './limits.js';
import type { PagerDutyDetails } from './payload.js';
import { blockText } from './text.js';
import { createWriter, put, putText, type Writer } from './writer.js';

type Target = { readonly context: PagerDutyContext; readonly writer: Writer };

/**
 * The name of a block: a member of the input that it stands for (`labels`, in every language the same, so that rules can name
 * it), else its title, else its kind.
 */
function nameOf({ context }: Target, { path }: Block, title: string | undefined, kind: string): string {
  if (path !== undefined && path !== '' && !path.includes('.')) return cleanOneLine(context, path);
  const line = title === undefined ? '' : cleanOneLine(context, title);
  return line === '' ? kind : line;
}

/** What is read from top to bottom grows into one text a member of the input. */
function writeText(target: Target, block: Block): void {
  const { context, writer } = target;
  const text = clean(context, blockText(block, context));
  if (text.trim() !== '') putText(writer, nameOf(target, block, undefined, 'description'), text);
}

function writeFacts(target: Target, node: Facts): void {
  const { context, writer } = target;
  const facts = createWriter();
  const outer = context.path;
  for (const { path, label, value } of node.items) {
    context.path = path ?? outer;
    put(facts, cleanOneLine(context, label), factValue(context, value));
  }
  context.path = outer;
  put(writer, nameOf(target, node, node.title, 'facts'), facts.target);
}

function writeTable(target: Target, node: Table): void {
  const { context, writer } = target;
  const labels = node.columns.map(({ label }) => cleanOneLine(context, label));
  const rows = node.rows.map((cells): PagerDutyDetails => {
    const row = createWriter();
    for (const [column, cell] of cells.entries()) {
      // The names stand in each row.
      context.bytesAtMost += (labels[column] ?? '').length * 3;
      put(row, labels[column] ?? '', factValue(context, cell));
    }
    return row.target;
  });
  put(writer, nameOf(target, node, node.caption, 'table'), rows);
}

function writeChart(target: Target, node: Chart): void {
  const { context, writer } = target;
  const series = createWriter();
  for (const { name, values } of node.series) {
    for (const _value of values) countLeaf(context);
    put(
      series,
      cleanOneLine(context, name),
      values.map((value) => (value === null ? null : value + 0)),
    );
  }
  const chart: PagerDutyDetails = { alt: clean(context, node.alt) };
  if (node.unit !== undefined) chart['unit'] = clean(context, node.unit);
  if (node.style !== undefined) chart['style'] = clean(context, node.style);
  if (node.currency !== undefined) chart['currency'] = clean(context, node.currency);
  chart['categories'] = node.categories.map((category) => clean(context, category));
  chart['series'] = series.target;
  if (node.annotations !== undefined) {
    chart['marks'] = node.annotations.map((mark): PagerDutyDetails => {
      const label = clean(context, mark.label);
      if ('category' in mark) return { label, category: clean(context, node.categories[mark.category] ?? '') };
      countLeaf(context);
      return { label, value: mark.value + 0 };
    });
  }
  if (node.notes !== undefined) chart['notes'] = node.notes.map((note) => clean(context, note));
  put(writer, nameOf(target, node, node.title, 'chart'), chart);
}

function writeMedia({ context }: Target, node: Media): void {
  if (node.kind !== 'image') {
    addLink(context, node.url, node.title ?? node.alt);
    return;
  }
  if (!context.takesImages) {
    report(context, 'dropped', context.path, 'An image was left out: a change event has no place for it');
    return;
  }
  const src = eventUrl(context, node.url, 'image');
  if (src === undefined) return;
  context.bytesAtMost += src.length * 3 + 32;
  const alt = cleanName(context, node.alt, maxNameChars);
  context.images.push(alt === '' ? { src } : { src, alt });
}

/** What PagerDuty does itself. */
const ownActions: readonly Action['kind'][] = ['acknowledge', 'resolve', 'silence'];

/** An action with a URL is a link; what its button would tell an app has no place here. */
function writeActions({ context }: Target, items: readonly Action[]): void {
  let own = 0;
  let others = 0;
  for (const { kind, url, label } of items) {
    if (url !== undefined) addLink(context, url, label);
    else if (ownActions.includes(kind)) own += 1;
    else others += 1;
  }
  const { diagnostics } = context.render;
  const { path } = context;
  if (own > 0) {
    const message = "PagerDuty's own buttons stand for the actions to acknowledge, resolve or silence";
    diagnostics.push({ code: 'fallback', severity: 'info', path, message });
  }
  if (others > 0) {
    const message = 'Actions without a URL were left out: PagerDuty has links only';
    const numbers = { limit: items.length - others, actual: items.length, unit: 'item' } as const;
    diagnostics.push({ code: 'dropped', severity: 'warning', path, message, ...numbers });
  }
}

/** A fragment for PagerDuty: its members become details. */
function writeCustom({ context, writer }: Target, node: Custom): void {
  if (node.target !== 'pagerduty') return;
  // Its size is known only when it is written.
  context.bytesAtMost = Number.POSITIVE_INFINITY;
  const detail = jsonSafe(node.payload, {
    maxDepth: maxDetailDepth,
    clean: (text) => clean(context, text),
    onDropped: (path) =>
      report(
        context,
        'dropped',
        path === '' ? context.path : `${context.path}.${path}`,
        'A value that is no JSON was left out',
      ),
  });
  if (detail === undefined) return;
  if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) put(writer, 'custom', detail);
  else for (const [name, member] of Object.entries(detail)) put(writer, name, member);
}

/** Tells whether inlines are nothing but links and what separates them. */
const areLinks = (inlines: readonly Inline[]): boolean =>
  inlines.every((inline) => inline.type === 'link' || (inline.type === 'text' && /^[ ·|,]*$/.test(inline.value)));

const handlers: BlockHandlers<Target, void> = {
  section: (node, target) => {
    const { context, writer } = target;
    const name = nameOf(target, node, node.title, 'section');
    const inner = createWriter();
    writeBlocks({ context, writer: inner }, node.children);
    const names = Object.keys(inner.target);
    const [first] = names;
    if (first === undefined) return;
    const only = names.length === 1 && inner.texts?.get('description') === first ? inner.target[first] : undefined;
    put(writer, name, only ?? inner.target);
  },
  heading: (node, target) => writeText(target, node),
  paragraph: (node, target) => {
    // The event has a list of links; the line that holds nothing else would only say them again.
    if (node.children.length > 0 && areLinks(node.children)) blockText(node, target.context);
    else writeText(target, node);
  },
  list: (node, target) => writeText(target, node),
  quote: (node, target) => writeText(target, node),
  facts: (node, target) => writeFacts(target, node),
  kpis: (node, target) => {
    const { context, writer } = target;
    const figures = createWriter();
    const outer = context.path;
    for (const kpi of node.items) {
      context.path = kpi.path ?? outer;
      put(figures, cleanOneLine(context, kpi.label), kpiValue(context, kpi));
    }
    context.path = outer;
    put(writer, nameOf(target, node, node.title, 'metrics'), figures.target);
  },
  table: (node, target) => writeTable(target, node),
  chart: (node, target) => writeChart(target, node),
  media: (node, target) => writeMedia(target, node),
  code: (node, target) => writeText(target, node),
  divider: () => {},
  actions: (node, target) => writeActions(target, node.items),
  custom: (node, target) => writeCustom(target, node),
};

function writeBlocks(target: Target, blocks: readonly Block[]): void {
  const { context } = target;
  const outer = context.path;
  for (const [index, block] of blocks.entries()) {
    context.path = block.path ?? (outer === '' ? `children.${index}` : outer);
    handleBlock(handlers, block, target);
  }
  context.path = outer;
}

/** Writes all blocks. Links and images end up in the context. */
export function detailsOf(context: PagerDutyContext, blocks: readonly Block[]): Writer {
  const writer = createWriter();
  writeBlocks({ context, writer }, blocks);
  return writer;
}
