/** Text with its marks, gathered from the elements around it, and made into inlines. */
import { deletion, emphasis, inlineCode, link, strong, text } from '../document/build.js';
import type { Inline } from '../document/nodes.js';

/** What holds for a piece of text. Sets of marks, not trees: `<b><b>` is no bolder than `<b>`. */
export type Marks = {
  readonly strong?: true;
  readonly emphasis?: true;
  readonly deletion?: true;
  readonly code?: true;
  readonly url?: string;
};

export type Run = { readonly text: string; readonly marks: Marks };

const markOfTag: Readonly<Record<string, Marks>> = {
  b: { strong: true },
  strong: { strong: true },
  em: { emphasis: true },
  i: { emphasis: true },
  del: { deletion: true },
  s: { deletion: true },
  code: { code: true },
};

/** Adds what an element says about the text in it. */
export function marksIn(element: Element, marks: Marks): Marks {
  const tag = element.localName;
  const own = markOfTag[tag];
  if (own !== undefined) return { ...marks, ...own };
  const url = tag === 'a' ? element.getAttribute('href') : null;
  return url === null ? marks : { ...marks, url };
}

const gap = /[\t\n\f\r ]+/g;

/** Joins runs as a browser shows them: gaps are one space, and none is left at the ends of lines. */
function collapse(runs: readonly Run[]): Run[] {
  const collapsed: Run[] = [];
  let isAtGap = true;
  for (const run of runs) {
    if (run.text === '\n') {
      trimEnd(collapsed);
      if (collapsed.length > 0) collapsed.push(run);
      isAtGap = true;
      continue;
    }
    let shown = run.text.replace(gap, ' ');
    if (isAtGap && shown.startsWith(' ')) shown = shown.slice(1);
    if (shown === '') continue;
    isAtGap = shown.endsWith(' ');
    collapsed.push({ text: shown, marks: run.marks });
  }
  while (collapsed.at(-1)?.text === '\n' || trimEnd(collapsed)) {
    if (collapsed.at(-1)?.text === '\n') collapsed.pop();
  }
  return collapsed;
}

/** Removes the space at the end of the last run, and the run if nothing is left. Tells whether there was one. */
function trimEnd(runs: Run[]): boolean {
  const last = runs.at(-1);
  if (last === undefined || !last.text.endsWith(' ')) return false;
  runs.pop();
  if (last.text.length > 1) runs.push({ text: last.text.slice(0, -1), marks: last.marks });
  return true;
}

type Layer = {
  readonly keyOf: (marks: Marks) => string | boolean | undefined;
  readonly wrap: (children: Inline[], marks: Marks) => Inline;
};

/** From the outside in. Each is there once at most, so that inlines never nest deeper than this. */
const layers: readonly Layer[] = [
  { keyOf: (marks) => marks.url, wrap: (children, marks) => link(marks.url ?? '', ...children) },
  { keyOf: (marks) => marks.strong, wrap: (children) => strong(...children) },
  { keyOf: (marks) => marks.emphasis, wrap: (children) => emphasis(...children) },
  { keyOf: (marks) => marks.deletion, wrap: (children) => deletion(...children) },
];

/** Wraps neighbours that share a mark together. */
function wrapLayer(runs: readonly Run[], depth: number): Inline[] {
  const layer = layers[depth];
  if (layer === undefined) return leaves(runs);
  const inlines: Inline[] = [];
  let from = 0;
  while (from < runs.length) {
    const marks = runs[from]?.marks ?? {};
    const key = layer.keyOf(marks);
    let to = from + 1;
    while (to < runs.length && layer.keyOf(runs[to]?.marks ?? {}) === key) to += 1;
    const inside = wrapLayer(runs.slice(from, to), depth + 1);
    if (key === undefined) for (const inline of inside) inlines.push(inline);
    else inlines.push(layer.wrap(inside, marks));
    from = to;
  }
  return inlines;
}

function leaves(runs: readonly Run[]): Inline[] {
  const inlines: Inline[] = [];
  let from = 0;
  while (from < runs.length) {
    const isCode = runs[from]?.marks.code;
    let value = '';
    let to = from;
    for (; to < runs.length && runs[to]?.marks.code === isCode; to++) value += runs[to]?.text ?? '';
    inlines.push(isCode ? inlineCode(value) : text(value));
    from = to;
  }
  return inlines;
}

/** Makes inlines of runs; a run of `'\n'` is a line break. Empty when nothing is to be seen. */
export function toInlines(runs: readonly Run[]): Inline[] {
  return wrapLayer(collapse(runs), 0);
}
