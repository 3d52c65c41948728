/**
 * Makes of any document one that a mail can show: texts clean, URLs safe to follow, and nothing in it that only an app could
 * do. HTML and plain text are both written from the result, so that they say the same.
 */
import {
  type Action,
  type Actions,
  type Block,
  type BlockHandlers,
  type Chart,
  type Fact,
  handleBlock,
  handleInline,
  type Inline,
  type InlineHandlers,
  type Kpi,
  type Media,
  type Text,
} from '../../document/nodes.js';
import { isSafeHtml } from '../../sanitize/safe-html.js';
import { safeUrl } from '../../sanitize/url.js';
import { planChart } from './chart-figure.js';
import { clean, cleanOneLine, type EmailContext, orMark, report } from './context.js';
import { imageNameIn } from './images.js';
import { emailLimits } from './limits.js';
import type { EmailFragment } from './markup.js';

const text = (value: string): Text => ({ type: 'text', value });

/** A URL that may be followed, within the limit. Never cut: a cut URL is another address. */
function usableUrl(context: EmailContext, url: string): string | undefined {
  const safe = safeUrl(url);
  const { max, unit } = emailLimits.url;
  if (safe !== undefined && safe.length <= max) return safe;
  if (safe === undefined) report(context, 'dropped', context.path, 'A URL that is not safe to follow was left out');
  else
    report(context, 'dropped', context.path, 'A URL over the limit was left out', {
      limit: max,
      actual: safe.length,
      unit,
    });
  return undefined;
}

const styled =
  <Type extends 'strong' | 'emphasis' | 'deletion'>(type: Type) =>
  ({ children }: { readonly children: readonly Inline[] }, context: EmailContext): readonly [Inline] => [
    { type, children: prepareInlines(context, children) },
  ];

const inlineHandlers: InlineHandlers<EmailContext, Inline | readonly Inline[]> = {
  text: (node, context) => {
    const value = clean(context, node.value);
    return value === node.value ? node : text(value);
  },
  strong: styled('strong'),
  emphasis: styled('emphasis'),
  deletion: styled('deletion'),
  code: (node, context) => ({ type: 'code', value: clean(context, node.value) }),
  link: ({ url, children }, context) => {
    const label = prepareInlines(context, children);
    const safe = usableUrl(context, url);
    if (safe === undefined) return label;
    return { type: 'link', url: safe, children: isBlank(label) ? [text(safe)] : label };
  },
  number: (node, context) => (node.unit === undefined ? node : { ...node, unit: cleanOneLine(context, node.unit) }),
  money: (node) => node,
  date: (node, context) => {
    if (node.style !== 'date' && node.style !== 'day') context.showsTime = true;
    return node;
  },
  duration: (node) => node,
  mention: (node, context) => {
    report(context, 'fallback', context.path, 'A mention notifies nobody by mail and stays text');
    return text(cleanOneLine(context, node.ref));
  },
};

/** A link needs something to click on. */
const isBlank = (inlines: readonly Inline[]): boolean =>
  inlines.every((inline) => inline.type === 'text' && !/\S/.test(inline.value));

function prepareInline(context: EmailContext, inline: Inline): Inline {
  const prepared = handleInline(inlineHandlers, inline, context);
  return isList(prepared) ? (prepared[0] ?? text('')) : prepared;
}

const isList = (value: Inline | readonly Inline[]): value is readonly Inline[] => Array.isArray(value);

function prepareInlines(context: EmailContext, inlines: readonly Inline[]): Inline[] {
  const prepared: Inline[] = [];
  for (const inline of inlines) {
    const one = handleInline(inlineHandlers, inline, context);
    if (isList(one)) prepared.push(...one);
    else prepared.push(one);
  }
  return prepared;
}

const titled = (context: EmailContext, title: string | undefined): { title?: string } =>
  title === undefined ? {} : { title: cleanOneLine(context, title) };

function prepareFact(context: EmailContext, fact: Fact): Fact {
  const [only] = fact.value;
  const label = orMark(cleanOneLine(context, fact.label));
  if (fact.value.length === 1 && only?.type === 'text') {
    const value = orMark(clean(context, only.value));
    return value === only.value && label === fact.label ? fact : { label, value: [text(value)] };
  }
  return { label, value: only === undefined ? [text(orMark(''))] : prepareInlines(context, fact.value) };
}

const figures = ['previous', 'threshold', 'target', 'delta'] as const;

function prepareKpi(context: EmailContext, kpi: Kpi): Kpi {
  const prepared: { -readonly [Key in keyof Kpi]: Kpi[Key] } = {
    label: orMark(cleanOneLine(context, kpi.label)),
    value: prepareInline(context, kpi.value),
  };
  for (const figure of figures) {
    const value = kpi[figure];
    if (value !== undefined) prepared[figure] = prepareInline(context, value);
  }
  if (kpi.note !== undefined) prepared.note = cleanOneLine(context, kpi.note);
  if (kpi.direction !== undefined) prepared.direction = kpi.direction;
  if (kpi.assessment !== undefined) prepared.assessment = kpi.assessment;
  return prepared;
}

/** What describes a picture where it cannot be shown. */
const imageAsText = (context: EmailContext, alt: string): Block => ({
  type: 'paragraph',
  children: [text(context.localizer.labelled(context.localizer.t('media.image'), alt))],
});

function prepareMedia(context: EmailContext, node: Media): Block {
  const alt = orMark(cleanOneLine(context, node.alt));
  const name = node.kind === 'image' ? imageNameIn(node.url) : undefined;
  if (name !== undefined) {
    if (!context.images.has(name)) {
      report(context, 'dropped', context.path, 'A picture whose bytes were not given is shown as its description');
      return imageAsText(context, alt);
    }
    context.shownImages.add(name);
    context.needsTextForm = true;
    return { ...node, alt, ...titled(context, node.title) };
  }
  const url = usableUrl(context, node.url);
  if (url !== undefined && (node.kind !== 'image' || url.startsWith('http'))) {
    return { ...node, url, alt, ...titled(context, node.title) };
  }
  return node.kind === 'image' ? imageAsText(context, alt) : { type: 'paragraph', children: [text(alt)] };
}

/** Buttons for what has a page on the web; a mail cannot do the rest. Beyond a dozen they are links of a list. */
function prepareActions(context: EmailContext, { items, ...base }: Actions): Block[] {
  const usable: Action[] = [];
  for (const { id, kind, label, url, style } of items) {
    const safe = url === undefined ? undefined : usableUrl(context, url);
    if (safe === undefined) continue;
    const name = orMark(cleanOneLine(context, label));
    usable.push({ id, kind, label: name, url: safe, ...(style !== undefined && { style }) });
  }
  const withoutUrl = items.filter(({ url }) => url === undefined).length;
  if (withoutUrl > 0) {
    const message = `${withoutUrl} actions without a URL have no place in a mail`;
    const numbers = { limit: items.length - withoutUrl, actual: items.length, unit: 'item' } as const;
    context.render.diagnostics.push({ code: 'dropped', severity: 'info', path: context.path, message, ...numbers });
  }
  if (usable.length === 0) return [];
  const { max } = emailLimits.buttons;
  const buttons: Block = { ...base, type: 'actions', items: usable.slice(0, max) };
  if (usable.length <= max) return [buttons];
  const links = usable
    .slice(max)
    .map(({ label, url = '' }): Block[] => [
      { type: 'paragraph', children: [{ type: 'link', url, children: [text(label)] }] },
    ]);
  report(context, 'fallback', context.path, `Actions after the first ${max} are links in a list`);
  const list: Block = { type: 'list', ordered: false, items: links };
  const title = context.localizer.t('action.more');
  return [buttons, { ...base, type: 'section', title, importance: 'low', children: [list] }];
}

/** Cleans a chart and decides what stands for it. A path makes it the same node wherever it is held. */
function prepareChart(context: EmailContext, node: Chart): Chart {
  const one = (raw: string): string => cleanOneLine(context, raw);
  const title = orMark(one(node.title));
  const alt = orMark(clean(context, node.alt));
  const { chars } = context;
  const { annotations, notes, unit } = node;
  const chart: Chart = {
    ...node,
    path: node.path ?? context.path,
    title,
    alt,
    categories: node.categories.map(one),
    series: node.series.map((series) => ({ ...series, name: one(series.name) })),
    ...(unit !== undefined && { unit: one(unit) }),
    ...(annotations !== undefined && {
      annotations: annotations.map((annotation) => ({ ...annotation, label: one(annotation.label) })),
    }),
    ...(notes !== undefined && { notes: notes.map(one) }),
  };
  // Of many points the HTML has some only.
  context.chars = chars;
  context.figures.set(chart, planChart(context, chart));
  return chart;
}

const isFragment = (payload: unknown): payload is EmailFragment =>
  typeof payload === 'object' &&
  payload !== null &&
  'html' in payload &&
  isSafeHtml(payload.html) &&
  'text' in payload &&
  typeof payload.text === 'string';

const handlers: BlockHandlers<EmailContext, Block | readonly Block[]> = {
  section: (node, context) => ({
    ...node,
    ...titled(context, node.title),
    children: prepareNested(context, node.children),
  }),
  heading: (node, context) => ({ ...node, children: prepareInlines(context, node.children) }),
  paragraph: (node, context) => ({ ...node, children: prepareInlines(context, node.children) }),
  list: (node, context) => ({
    ...node,
    items: node.items.map((item) => {
      const blocks = prepareNested(context, item);
      return blocks.length > 0 ? blocks : [{ type: 'paragraph', children: [text(orMark(''))] } as const];
    }),
  }),
  quote: (node, context) => ({ ...node, children: prepareNested(context, node.children) }),
  facts: (node, context) => ({
    ...node,
    ...titled(context, node.title),
    items: node.items.map((fact) => prepareFact(context, fact)),
  }),
  kpis: (node, context) => ({
    ...node,
    ...titled(context, node.title),
    items: node.items.map((kpi) => prepareKpi(context, kpi)),
  }),
  table: (node, context) => ({
    ...node,
    ...(node.caption !== undefined && { caption: cleanOneLine(context, node.caption) }),
    columns: node.columns.map((column) => ({ ...column, label: cleanOneLine(context, column.label) })),
    rows: node.rows.map((row) => row.map((cell) => prepareInlines(context, cell))),
  }),
  chart: (node, context) => prepareChart(context, node),
  media: (node, context) => prepareMedia(context, node),
  code: (node, context) => ({ ...node, value: clean(context, node.value) }),
  divider: (node) => node,
  actions: (node, context) => prepareActions(context, node),
  custom: (node, context) => {
    if (node.target !== 'email') {
      report(context, 'dropped', context.path, `A fragment for \`${node.target}\` has no place in a mail`);
      return [];
    }
    if (!isFragment(node.payload)) {
      report(context, 'dropped', context.path, 'A fragment without sanitized HTML and its text was left out');
      return [];
    }
    context.needsTextForm = true;
    return { ...node, payload: { html: node.payload.html, text: clean(context, node.payload.text) } };
  },
};

function prepareNested(context: EmailContext, blocks: readonly Block[]): Block[] {
  const prepared: Block[] = [];
  for (const block of blocks) {
    const one = handleBlock(handlers, block, context);
    if (Array.isArray(one)) prepared.push(...one);
    else prepared.push(one as Block);
  }
  return prepared;
}

/** Prepares the blocks of a document. Each has a path afterwards, which diagnostics name. */
export function prepareBlocks(context: EmailContext, blocks: readonly Block[]): Block[] {
  const prepared: Block[] = [];
  for (const [index, block] of blocks.entries()) {
    context.path = block.path ?? `children.${index}`;
    const { path } = context;
    for (const one of prepareNested(context, [block])) prepared.push(one.path === path ? one : { ...one, path });
  }
  return prepared;
}
