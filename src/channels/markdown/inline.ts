/** Inlines -> Markdown. First runs of one look, then delimiters between them, which neighbours cannot switch off. */
import { handleInline, type Inline, type InlineHandlers } from '../../document/nodes.js';
import { inlineText } from '../../document/plain-text.js';
import { stripIsolates } from '../../i18n/bidi.js';
import { report } from '../../transform/report.js';
import type { MarkdownContext } from './context.js';
import { codeSpan, destination, encodeChar, escapeLine, isWordChar } from './leaf.js';

/** In the order in which they are opened. All differ, so that no two of them can be read as one longer. */
const delimiters = { strong: '**', emphasis: '_', deletion: '~~' } as const;
type Mark = keyof typeof delimiters;
const order = ['strong', 'emphasis', 'deletion'] as const;

type Run = {
  text: string;
  readonly look: 'text' | 'code';
  readonly marks: readonly Mark[];
  readonly url: string | undefined;
};

type Pass = Pick<Run, 'marks' | 'url'> & { readonly context: MarkdownContext; readonly runs: Run[] };

const sameLook = (one: Run, look: Run['look'], { marks, url }: Pick<Run, 'marks' | 'url'>): boolean =>
  one.look === look && one.url === url && one.marks.join() === marks.join();

function push(pass: Pass, text: string, look: Run['look'] = 'text'): void {
  if (text === '') return;
  const { runs, marks, url } = pass;
  const last = runs.at(-1);
  if (last !== undefined && look === 'text' && sameLook(last, look, pass)) last.text += text;
  else runs.push({ text, look, marks, url });
}

const styled =
  (mark: Mark) =>
  ({ children }: { readonly children: readonly Inline[] }, pass: Pass): void => {
    const marks = order.filter((known) => known === mark || pass.marks.includes(known));
    collect(children, { ...pass, marks });
  };

const value = (node: Inline, pass: Pass): void => push(pass, stripIsolates(inlineText([node], pass.context.print)));

const handlers: InlineHandlers<Pass, void> = {
  text: (node, pass) => push(pass, node.value),
  strong: styled('strong'),
  emphasis: styled('emphasis'),
  deletion: styled('deletion'),
  code: (node, pass) => push(pass, node.value, /\S/.test(node.value) ? 'code' : 'text'),
  // Links do not nest: the outer one has the words of the inner one.
  link: ({ url, children }, pass) => collect(children, { ...pass, url: pass.url ?? url }),
  number: value,
  money: value,
  date: value,
  duration: value,
  mention: value,
};

function collect(inlines: readonly Inline[], pass: Pass): void {
  for (const inline of inlines) handleInline(handlers, inline, pass);
}

const edges = /^([\t\n\f\r\p{Zs}]*)([\s\S]*?)([\t\n\f\r\p{Zs}]*)$/u;

/** Takes white space at the ends of a run out of its marks, beside which they would not count (6.2). It looks the same. */
function withoutEdges(run: Run): Run[] {
  if (run.look === 'code' || run.marks.length === 0) return [run];
  const [, before = '', text = '', after = ''] = edges.exec(run.text) ?? [];
  const parts: Run[] = [];
  if (before !== '') parts.push({ ...run, text: before, marks: [] });
  if (text !== '') parts.push({ ...run, text });
  if (after !== '') parts.push({ ...run, text: after, marks: [] });
  return parts;
}

/** Text that is being written. */
type Line = { written: string; encodeNext: boolean; readonly context: MarkdownContext };

const lastChar = (text: string): string => [...text.slice(-2)].at(-1) ?? '';

/** Writes a delimiter; a word beside it is made to end or begin with what reads as punctuation. */
function delimit(line: Line, delimiter: string, isOpening: boolean): void {
  const last = lastChar(line.written);
  if (isOpening && isWordChar(last)) line.written = line.written.slice(0, -last.length) + encodeChar(last);
  line.written += delimiter;
  line.encodeNext = !isOpening;
}

function append(line: Line, markdown: string): void {
  const [first = ''] = markdown;
  const encoded = line.encodeNext && isWordChar(first) ? encodeChar(first) + markdown.slice(first.length) : markdown;
  line.written += encoded;
  if (markdown !== '') line.encodeNext = false;
}

/** `isLast`: nothing follows on this line. */
function appendText(line: Line, text: string, isLast: boolean): void {
  const { profile, inCell } = line.context;
  const lines = text.split('\n');
  for (const [index, part] of lines.entries()) {
    if (index > 0) {
      // A hard break (6.7). A row of a table is one line.
      line.written += inCell ? ' ' : '\\\n';
      line.encodeNext = false;
      if (inCell) report(line.context.render, 'normalized', line.context.path, 'Line breaks in a cell became spaces');
    }
    const isStart = line.written === '' || line.written.endsWith('\n');
    append(line, escapeLine(part, profile, isStart, isLast || index < lines.length - 1));
  }
}

/**
 * Readers of GFM do not agree on a backslash before a pipe in the code of a cell: one of the two would end the cell. Such code
 * is written as text.
 */
function isSpan({ inCell, render, path }: MarkdownContext, code: string): boolean {
  if (!inCell || !code.includes('\\|')) return true;
  report(render, 'fallback', path, 'Code in a cell with a backslash before a pipe is written as text');
  return false;
}

/** Writes runs that share a link, or the lack of one. */
function writeRuns(line: Line, runs: readonly Run[], isLast: boolean): void {
  let open: readonly Mark[] = [];
  for (const [index, run] of [...runs, undefined].entries()) {
    const marks = run?.marks ?? [];
    const common = open.findIndex((mark, at) => marks[at] !== mark);
    const keep = common === -1 ? open.length : common;
    for (const mark of open.slice(keep).reverse()) delimit(line, delimiters[mark], false);
    for (const mark of marks.slice(keep)) delimit(line, delimiters[mark], true);
    open = marks;
    if (run?.look === 'code' && isSpan(line.context, run.text)) append(line, codeSpan(run.text, line.context.inCell));
    else if (run !== undefined) appendText(line, run.text, isLast && index === runs.length - 1 && marks.length === 0);
  }
}

/** An address as its own label (6.5). It is no Markdown inside, so it is written as it is. */
const autolink = /^https?:\/\/[^\s<>|]+$/i;

function writeLink(line: Line, url: string, runs: readonly Run[]): void {
  const [only] = runs;
  if (runs.length === 1 && only?.text === url && only.marks.length === 0 && autolink.test(url)) {
    append(line, `<${url}>`);
    return;
  }
  const inner: Line = { written: '', encodeNext: false, context: line.context };
  writeRuns(inner, runs, true);
  append(line, `[${inner.written}](${destination(url)})`);
}

/** Writes inlines as one paragraph, heading or cell. */
export function inline(context: MarkdownContext, inlines: readonly Inline[]): string {
  const runs: Run[] = [];
  collect(inlines, { context, runs, marks: [], url: undefined });
  const parts = runs.flatMap(withoutEdges);
  // Breaks at the ends are none (6.7).
  trimBreaks(parts);
  const line: Line = { written: '', encodeNext: false, context };
  for (let from = 0; from < parts.length; ) {
    const { url } = parts[from] ?? {};
    let to = from + 1;
    while (to < parts.length && parts[to]?.url === url) to += 1;
    const group = parts.slice(from, to);
    if (url === undefined) writeRuns(line, group, to === parts.length);
    else writeLink(line, url, group);
    from = to;
  }
  return line.written;
}

function trimBreaks(runs: Run[]): void {
  for (let first = runs[0]; first?.look === 'text'; first = runs[0]) {
    first.text = first.text.replace(/^\n+/, '');
    if (first.text !== '') break;
    runs.shift();
  }
  for (let last = runs.at(-1); last?.look === 'text'; last = runs.at(-1)) {
    last.text = last.text.replace(/\n+$/, '');
    if (last.text !== '') break;
    runs.pop();
  }
}
