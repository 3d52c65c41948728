/** Blocks -> elements that say what they are. */
import { paletteOf } from '../../chart/palette.js';
import { chartPrinter, chartWords } from '../../chart/print.js';
import { chartSvg } from '../../chart/svg.js';
import { thinnedFor } from '../../chart/thin.js';
import { chartMarks, chartTable } from '../../document/chart-values.js';
import {
  type Block,
  type BlockHandlers,
  type Chart,
  type Column,
  type Fact,
  handleBlock,
  type Inline,
  type Kpi,
  type Media,
  type Table,
} from '../../document/nodes.js';
import { inlineText } from '../../document/plain-text.js';
import { type HtmlContext, nextLevel } from './context.js';
import { flow, inline, isolated } from './inline.js';
import { element, empty, type Html, type HtmlFragment, join, nothing, picture, sanitized, text } from './markup.js';

/** Stands where a cell or a value is empty. */
const emptyMark = text('–');

const arrows = { up: '▲', down: '▼', flat: '▬' } as const;

/** Writes a title one level below the heading around, and then what it is the title of. */
function titled(context: HtmlContext, title: string | undefined, body: () => Html): Html {
  if (title === undefined) return body();
  const level = nextLevel(context, 1);
  const outer = context.level;
  const head = element(`h${level}`, {}, isolated(context, title));
  context.level = level;
  const written = body();
  context.level = outer;
  return join([head, written]);
}

/** What a figure is measured against and how it moves; never by colour or arrow alone. */
function notesOf(context: HtmlContext, kpi: Kpi): Html[] {
  const { labels, print } = context;
  const { t } = context.render.localizer;
  const printed = (value: Inline): string => inlineText([value], print);
  const notes: string[] = [];
  if (kpi.threshold !== undefined) notes.push(labels.threshold(printed(kpi.threshold)));
  if (kpi.target !== undefined) notes.push(labels.target(printed(kpi.target)));
  if (kpi.previous !== undefined) notes.push(labels.previous(printed(kpi.previous)));
  if (kpi.direction !== undefined || kpi.delta !== undefined) {
    const change = kpi.delta === undefined ? t(`trend.${kpi.direction ?? 'flat'}`) : printed(kpi.delta);
    notes.push(kpi.direction === undefined ? change : `${arrows[kpi.direction]}\u00a0${change}`);
  }
  if (kpi.note !== undefined && kpi.note !== '') notes.push(kpi.note);
  return notes.map((note) => element('dd', { class: 'cf-note' }, isolated(context, note)));
}

function kpi(context: HtmlContext, item: Kpi): Html {
  const { assessment = 'neutral' } = item;
  const verdict =
    assessment === 'neutral'
      ? nothing
      : element('dd', { class: `cf-${assessment}` }, text(context.render.localizer.t(`assessment.${assessment}`)));
  const value = inline(context, [item.value]);
  return element(
    'div',
    {},
    element('dt', {}, isolated(context, item.label)),
    element('dd', { class: 'cf-value' }, value === '' ? emptyMark : value),
    ...notesOf(context, item),
    verdict,
  );
}

const sideOf = ({ align = 'start' }: Column): string | undefined => (align === 'start' ? undefined : `cf-${align}`);

type Names = { readonly caption: string | undefined; readonly label: string; readonly rowHeaders: boolean };

/** A table in a part that scrolls by itself and can be reached by keyboard, as wide tables do not fit on a phone. */
function table(context: HtmlContext, { columns, rows }: Table, { caption, label, rowHeaders }: Names): Html {
  const head = columns.map((column) => {
    const attributes = { class: sideOf(column) };
    if (column.label === '') return element('td', attributes);
    return element('th', { scope: 'col', ...attributes }, isolated(context, column.label));
  });
  const body = rows.map((row) =>
    element(
      'tr',
      {},
      ...row.map((cell, index) => {
        const column = columns[index];
        const content = flow(context, cell);
        const attributes = { class: column && sideOf(column) };
        const shown = content === '' ? emptyMark : content;
        return rowHeaders && index === 0
          ? element('th', { scope: 'row', ...attributes }, shown)
          : element('td', attributes, shown);
      }),
    ),
  );
  const hasHead = columns.some((column) => column.label !== '');
  return element(
    'section',
    { class: 'cf-scroll', tabindex: '0', 'aria-label': label },
    element(
      'table',
      {},
      caption === undefined ? nothing : element('caption', {}, isolated(context, caption)),
      hasHead ? element('thead', {}, element('tr', {}, ...head)) : nothing,
      element('tbody', {}, ...body),
    ),
  );
}

/** As many points as can be told apart on a page. */
const maxDrawnPoints = 300;

/** Charts that stay readable on a phone; all others scroll by themselves, as tables do. */
const smallKinds: ReadonlySet<Chart['kind']> = new Set(['spark', 'gauge', 'waveform']);

function drawing(context: HtmlContext, node: Chart, label: string): Html {
  const { localizer } = context.render;
  context.charts += 1;
  const svg = picture(
    chartSvg(node, {
      print: chartPrinter(node, localizer),
      words: chartWords(localizer),
      colors: paletteOf(context.render),
      dir: context.dir,
      showsTitle: false,
      key: String(context.charts),
    }),
  );
  if (smallKinds.has(node.kind)) return element('div', { class: 'cf-plot' }, svg);
  return element('section', { class: 'cf-plot cf-wide', tabindex: '0', 'aria-label': label }, svg);
}

/** What a line or a mark across a chart stands for. */
const mark = (context: HtmlContext, { label, value }: Fact): Html =>
  join(
    context.render.localizer.labelParts.map((part) => {
      if (part === 'label') return isolated(context, label);
      return part === 'value' ? flow(context, value) : text(part.literal);
    }),
  );

/** The figures of a chart, for those who want or need them. */
const figures = (context: HtmlContext, node: Chart): Html =>
  element(
    'details',
    {},
    element('summary', {}, text(context.render.localizer.t('chart.data'))),
    table(context, chartTable(node), { caption: undefined, label: node.title, rowHeaders: true }),
  );

/** A chart: what it shows in words, what to know of it, its picture, and its figures unless a table of the page has them. */
function chart(context: HtmlContext, node: Chart): Html {
  const { title, alt, kind, path = '', isTabulated = false } = node;
  const label = context.render.localizer.t('chart.label', { title });
  // The strokes of a waveform are the peaks of all values.
  const shown = kind === 'waveform' ? node : thinnedFor(node, maxDrawnPoints, path, context.render);
  const notes = [
    ...chartMarks(node).map((fact) => mark(context, fact)),
    ...(shown.notes ?? []).map((note) => isolated(context, note)),
  ];
  const caption = element(
    'figcaption',
    {},
    element('strong', {}, isolated(context, label)),
    empty('br'),
    flow(context, [{ type: 'text', value: alt }]),
    ...notes.map((note) => element('div', { class: 'cf-note' }, note)),
  );
  if (node.categories.length === 0) return element('figure', {}, caption);
  return element('figure', {}, caption, drawing(context, shown, label), isTabulated ? nothing : figures(context, node));
}

/** A picture, or a link to a sound or a film: a player would ask a remote host before anybody wants to listen. */
function media(context: HtmlContext, { kind, url, alt, title, durationMs }: Media): Html {
  const { t, labelled, duration } = context.render.localizer;
  if (kind === 'image') {
    const image = empty('img', { src: url, alt, loading: 'lazy' });
    return title === undefined
      ? element('figure', {}, image)
      : element('figure', {}, image, element('figcaption', {}, isolated(context, title)));
  }
  const link = element(
    'a',
    { href: url, rel: 'noopener noreferrer' },
    isolated(context, labelled(t(`media.${kind}`), title ?? alt)),
  );
  const described = title === undefined ? nothing : isolated(context, alt);
  const length =
    durationMs === undefined ? nothing : join([text(' ('), isolated(context, duration(durationMs)), text(')')]);
  const caption = join([described, length]);
  return element('figure', {}, link, caption === '' ? nothing : element('figcaption', {}, caption));
}

/** Names of languages as highlighters know them: https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-code-element */
const languagePattern = /^[A-Za-z0-9+#.-]{1,30}$/;

const buttonClasses = { primary: 'cf-button cf-primary', danger: 'cf-button cf-danger' } as const;

const handlers: BlockHandlers<HtmlContext, Html> = {
  section: ({ title, children }, context) => titled(context, title, () => blocks(context, children)),
  heading: ({ level, children }, context) => element(`h${nextLevel(context, level)}`, {}, flow(context, children)),
  paragraph: ({ children }, context) => element('p', {}, flow(context, children)),
  list: ({ ordered, items }, context) =>
    element(ordered ? 'ol' : 'ul', {}, ...items.map((item) => element('li', {}, listItem(context, item)))),
  quote: ({ children }, context) => element('blockquote', {}, blocks(context, children)),
  facts: ({ title, items }, context) =>
    titled(context, title, () =>
      element(
        'dl',
        { class: 'cf-facts' },
        ...items.map(({ label, value }) =>
          element('div', {}, element('dt', {}, isolated(context, label)), element('dd', {}, flow(context, value))),
        ),
      ),
    ),
  kpis: ({ title, items }, context) =>
    titled(context, title, () => element('dl', { class: 'cf-kpis' }, ...items.map((item) => kpi(context, item)))),
  table: (node, context) => {
    const { caption } = node;
    return table(context, node, { caption, label: caption ?? context.title, rowHeaders: false });
  },
  chart: (node, context) => chart(context, node),
  media: (node, context) => media(context, node),
  code: ({ value, language }) =>
    element(
      'pre',
      { dir: 'ltr', tabindex: '0' },
      element(
        'code',
        { class: language !== undefined && languagePattern.test(language) ? `language-${language}` : undefined },
        text(value),
      ),
    ),
  divider: () => empty('hr'),
  actions: ({ items }, context) =>
    element(
      'ul',
      { class: 'cf-actions' },
      ...items.map(({ label, url, style }) =>
        element(
          'li',
          {},
          element(
            'a',
            { class: style === undefined ? 'cf-button' : buttonClasses[style], href: url, rel: 'noopener noreferrer' },
            isolated(context, label),
          ),
        ),
      ),
    ),
  custom: ({ payload }) => sanitized(payload as HtmlFragment),
};

/** A list of single paragraphs is written without them. */
function listItem(context: HtmlContext, item: readonly Block[]): Html {
  const [only] = item;
  return item.length === 1 && only?.type === 'paragraph' ? flow(context, only.children) : blocks(context, item);
}

/** Writes blocks below one another. */
export const blocks = (context: HtmlContext, nodes: readonly Block[]): Html =>
  join(nodes.map((node) => handleBlock(handlers, node, context)));
