/**
 * Makes of any document one that a page or a text can show: texts clean, URLs safe to follow, and nothing in it that only
 * an app could do. Renderers of the result only have to escape.
 */
import {
  type Action,
  type Block,
  type BlockHandlers,
  type Document,
  handleBlock,
  handleInline,
  type Inline,
  type InlineHandlers,
  type Kpi,
  type Text,
} from '../document/nodes.js';
import { cleanLine, cleanText } from '../sanitize/text.js';
import { safeUrl } from '../sanitize/url.js';
import type { RenderContext } from '../tenant/render-context.js';
import { report } from './report.js';

/** What one renderer accepts beside what all do. */
export type Target = {
  /** The name that `custom` blocks use. */
  readonly id: string;
  /** Tells whether the payload of such a block is what the renderer takes. */
  readonly accepts: (payload: unknown) => boolean;
};

type Pass = { readonly render: RenderContext; readonly target: Target; path: string };

/** Stands where there is nothing to show, so that nobody takes the gap for a defect. */
const emptyMark = '–';
const orMark = (text: string): string => (/\S/.test(text) ? text : emptyMark);

const textOf = (value: string): Text => ({ type: 'text', value });

function checked(pass: Pass, raw: string, text: string): string {
  if (text !== raw && cleanText(raw) !== raw) {
    report(pass.render, 'sanitized', pass.path, 'Control or direction characters were removed');
  }
  return text;
}

const clean = (pass: Pass, raw: string): string => checked(pass, raw, cleanText(raw));
const cleanLabel = (pass: Pass, raw: string): string => checked(pass, raw, cleanLine(raw));

function usableUrl(pass: Pass, url: string, schemes?: readonly string[]): string | undefined {
  const safe = safeUrl(url, schemes && { schemes });
  if (safe === undefined) report(pass.render, 'dropped', pass.path, 'A URL that is not safe to follow was left out');
  return safe;
}

const isBlank = (inlines: readonly Inline[]): boolean =>
  inlines.every((inline) => inline.type === 'text' && !/\S/.test(inline.value));

const same = (node: Inline): readonly Inline[] => [node];

const inlineHandlers: InlineHandlers<Pass, readonly Inline[]> = {
  text: ({ value }, pass) => [textOf(clean(pass, value))],
  strong: ({ children }, pass) => [{ type: 'strong', children: inlinesOf(pass, children) }],
  emphasis: ({ children }, pass) => [{ type: 'emphasis', children: inlinesOf(pass, children) }],
  deletion: ({ children }, pass) => [{ type: 'deletion', children: inlinesOf(pass, children) }],
  code: ({ value }, pass) => [{ type: 'code', value: clean(pass, value) }],
  link: ({ url, children }, pass) => {
    const label = inlinesOf(pass, children);
    const safe = usableUrl(pass, url);
    if (safe === undefined) return label;
    return [{ type: 'link', url: safe, children: isBlank(label) ? [textOf(safe)] : label }];
  },
  number: (node, pass) => [node.unit === undefined ? node : { ...node, unit: cleanLabel(pass, node.unit) }],
  money: same,
  date: same,
  duration: same,
  mention: ({ ref }, pass) => {
    report(pass.render, 'fallback', pass.path, 'A mention notifies nobody here and stays text');
    return [textOf(cleanLabel(pass, ref))];
  },
};

const inlinesOf = (pass: Pass, inlines: readonly Inline[]): Inline[] =>
  inlines.flatMap((inline) => handleInline(inlineHandlers, inline, pass));

const inlineOf = (pass: Pass, inline: Inline): Inline =>
  handleInline(inlineHandlers, inline, pass)[0] ?? textOf(emptyMark);

const titled = (pass: Pass, title: string | undefined): { title?: string } => {
  const text = title === undefined ? '' : cleanLabel(pass, title);
  return text === '' ? {} : { title: text };
};

const figures = ['previous', 'threshold', 'target', 'delta'] as const;

function kpiOf(pass: Pass, kpi: Kpi): Kpi {
  const prepared: { -readonly [Key in keyof Kpi]: Kpi[Key] } = {
    ...kpi,
    label: orMark(cleanLabel(pass, kpi.label)),
    value: inlineOf(pass, kpi.value),
  };
  for (const figure of figures) if (kpi[figure] !== undefined) prepared[figure] = inlineOf(pass, kpi[figure]);
  if (kpi.note !== undefined) prepared.note = cleanLabel(pass, kpi.note);
  return prepared;
}

/** Actions that a link can do. All others need an app that receives them. */
function linksOf(pass: Pass, actions: readonly Action[]): Action[] {
  return actions.flatMap(({ id, label, url, style }): Action[] => {
    if (url === undefined) {
      report(pass.render, 'dropped', pass.path, 'Actions without a URL can be used in apps only and were left out');
      return [];
    }
    const safe = usableUrl(pass, url);
    if (safe === undefined) return [];
    return [
      { id, kind: 'link', label: cleanLabel(pass, label) || safe, url: safe, ...(style !== undefined && { style }) },
    ];
  });
}

/** A block as it can be shown; no block at all where nothing of it is left. */
const blockHandlers: BlockHandlers<Pass, readonly Block[]> = {
  section: ({ title, children, ...rest }, pass) => {
    const shown = blocksOf(pass, children);
    const head = titled(pass, title);
    return shown.length === 0 && head.title === undefined ? [] : [{ ...rest, ...head, children: shown }];
  },
  heading: (node, pass) => {
    const children = inlinesOf(pass, node.children);
    return isBlank(children) ? [] : [{ ...node, children }];
  },
  paragraph: (node, pass) => {
    const children = inlinesOf(pass, node.children);
    return isBlank(children) ? [] : [{ ...node, children }];
  },
  list: (node, pass) => {
    const items = node.items.map((item) => blocksOf(pass, item)).filter((item) => item.length > 0);
    return items.length === 0 ? [] : [{ ...node, items }];
  },
  quote: (node, pass) => {
    const children = blocksOf(pass, node.children);
    return children.length === 0 ? [] : [{ ...node, children }];
  },
  facts: ({ title, items, ...rest }, pass) => {
    if (items.length === 0) return [];
    const facts = items.map(({ label, value }) => {
      const inlines = inlinesOf(pass, value);
      return { label: orMark(cleanLabel(pass, label)), value: isBlank(inlines) ? [textOf(emptyMark)] : inlines };
    });
    return [{ ...rest, ...titled(pass, title), items: facts }];
  },
  kpis: ({ title, items, ...rest }, pass) =>
    items.length === 0 ? [] : [{ ...rest, ...titled(pass, title), items: items.map((kpi) => kpiOf(pass, kpi)) }],
  table: ({ caption, ...node }, pass) => {
    const head = titled(pass, caption).title;
    return [
      {
        ...node,
        ...(head !== undefined && { caption: head }),
        columns: node.columns.map((column) => ({ ...column, label: cleanLabel(pass, column.label) })),
        rows: node.rows.map((row) => row.map((cell) => inlinesOf(pass, cell))),
      },
    ];
  },
  chart: (node, pass) => [
    {
      ...node,
      title: orMark(cleanLabel(pass, node.title)),
      alt: orMark(clean(pass, node.alt)),
      categories: node.categories.map((category) => cleanLabel(pass, category)),
      series: node.series.map((series) => ({ ...series, name: cleanLabel(pass, series.name) })),
      ...(node.unit !== undefined && { unit: cleanLabel(pass, node.unit) }),
      ...(node.annotations !== undefined && {
        annotations: node.annotations.map((one) => ({ ...one, label: cleanLabel(pass, one.label) })),
      }),
      ...(node.notes !== undefined && {
        notes: node.notes.map((note) => cleanLabel(pass, note)).filter((note) => note !== ''),
      }),
    },
  ],
  media: ({ title, ...node }, pass) => {
    const alt = orMark(cleanLabel(pass, node.alt));
    const url = usableUrl(pass, node.url, ['https', 'http']);
    if (url !== undefined) return [{ ...node, ...titled(pass, title), alt, url }];
    const { t, labelled } = pass.render.localizer;
    return [{ type: 'paragraph', path: pass.path, children: [textOf(labelled(t(`media.${node.kind}`), alt))] }];
  },
  code: (node, pass) => {
    const value = clean(pass, node.value);
    return /\S/.test(value) ? [{ ...node, value }] : [];
  },
  divider: (node) => [node],
  actions: (node, pass) => {
    const items = linksOf(pass, node.items);
    return items.length === 0 ? [] : [{ ...node, items }];
  },
  custom: (node, { render, target, path }) => {
    // A fragment for another channel is no loss: the document has it for that channel only.
    if (node.target !== target.id) return [];
    if (target.accepts(node.payload)) return [node];
    report(render, 'dropped', path, `A fragment for \`${target.id}\` of another kind was left out`);
    return [];
  },
};

function blocksOf(pass: Pass, blocks: readonly Block[], at?: string): Block[] {
  return blocks.flatMap((block, index): readonly Block[] => {
    const outer = pass.path;
    pass.path = block.path ?? (at === undefined ? outer : `${at}.${index}`);
    const prepared = handleBlock(blockHandlers, block, pass);
    const { path } = pass;
    pass.path = outer;
    // What is cut later is named by where it came from.
    return prepared.map((one) => (one.path === path ? one : { ...one, path }));
  });
}

/** Returns a copy of the document that the target can show. What cannot be shown is reported. */
export function prepareDocument(document: Document, render: RenderContext, target: Target): Document {
  const pass: Pass = { render, target, path: 'title' };
  const title = orMark(cleanLabel(pass, document.title));
  pass.path = '';
  return { ...document, title, children: blocksOf(pass, document.children, 'children') };
}
