/** Facts and key figures: fact sets, or tiles where key figures are few. */
import { type Fact, handleInline, type Inline, type InlineHandlers, type Kpi } from '../../document/nodes.js';
import { pushBlockOf } from './chunk.js';
import { add, push, report, type TeamsContext } from './context.js';
import { appendInlines, flatText, printed, teamsUrl, values } from './inline.js';
import { kpiDetails } from './kpi-details.js';
import { isolatedOrMark, oneLine, orMark, settle } from './leaf.js';
import { maxFactBytes, tilesPerRow } from './limits.js';
import { escapeMarkdown, markdownOrMark, markdownUrl, markdownValue } from './markdown.js';
import type { CardElement, FactSet, RichTextBlock } from './payload.js';
import { plainPair, plainValue } from './plain-value.js';
import { appendText, bold, createRun, type Run, richText, toll } from './run.js';
import { pushTiles, type TileRow, tileRow } from './tiles.js';

const children = (node: { readonly children: readonly Inline[] }, context: TeamsContext): string =>
  markdownText(context, node.children);

/** A printed value among others, which cannot reorder them. */
const among = ({ ltr, localizer }: TeamsContext, text: string): string =>
  escapeMarkdown(ltr ? text : localizer.isolate(text));

/** Inlines as Markdown: links are live, text is escaped, emphasis is not shown. */
const markdown: InlineHandlers<TeamsContext, string> = {
  text: (node, context) => markdownValue(context, node.value),
  strong: children,
  emphasis: children,
  deletion: (node, context) => `\\~\\~${markdownText(context, node.children)}\\~\\~`,
  code: (node, context) => markdownValue(context, node.value, 'ltr'),
  link: (node, context) => {
    const url = teamsUrl(context, node.url);
    const text = escapeMarkdown(oneLine(flatText(context, node.children)));
    if (url === undefined) return text;
    return `[${/\S/.test(text) ? text : escapeMarkdown(url)}](${markdownUrl(url)})`;
  },
  number: (node, context) => among(context, values.number(node, context)),
  money: (node, context) => among(context, values.money(node, context)),
  duration: (node, context) => among(context, values.duration(node, context)),
  date: (node, context) => among(context, values.date(node, context)),
  mention: (node, context) => {
    if (Object.hasOwn(context.options.mentions ?? {}, node.ref)) context.mentioned.add(node.ref);
    return escapeMarkdown(flatText(context, [node]));
  },
};

function markdownText(context: TeamsContext, inlines: readonly Inline[]): string {
  let text = '';
  for (const inline of inlines) text += handleInline(markdown, inline, context);
  return text;
}

/** The text of a fact. Its values cannot reorder each other. */
function factValue(context: TeamsContext, value: readonly Inline[]): string {
  const [only] = value;
  if (only === undefined) return orMark('');
  if (value.length === 1) {
    if (only.type === 'text') return markdownOrMark(context, only.value);
    const text = printed(context, only);
    if (text !== undefined) return escapeMarkdown(text);
  }
  return orMark(markdownText(context, value));
}

/** Escapes a text that was printed around isolated values. */
function kpiValue(context: TeamsContext, kpi: Kpi): string {
  const value = factValue(context, [kpi.value]);
  const more = kpiDetails(context, kpi);
  return more === '' ? value : `${value} (${escapeMarkdown(more)})`;
}

/** The same, counted, where nothing has to be escaped. */
function plainKpi(context: TeamsContext, kpi: Kpi): string | undefined {
  const value = printed(context, kpi.value);
  const first = value === undefined ? 0 : value.charCodeAt(0);
  if (value === undefined || first < 0x30 || first > 0x39) return undefined;
  return plainPair(context, value, kpiDetails(context, kpi));
}

/** The text of a fact that holds nothing but one, counted, where nothing has to be escaped. */
function plainFact(context: TeamsContext, { value }: Fact): string | undefined {
  const [only] = value;
  return value.length === 1 && only?.type === 'text' ? plainValue(context, only.value) : undefined;
}

/** How the lines of a fact set are written: title and value, and both in rich text for what is too long. */
type LineWriter<Item> = {
  /** The value and its size at once; `undefined` where that takes a closer look. */
  readonly plain: (context: TeamsContext, item: Item) => string | undefined;
  readonly value: (context: TeamsContext, item: Item) => string;
  readonly rich: (out: Run, item: Item) => void;
};

const factToll = toll({ title: '', value: '' });
const setToll = toll({ type: 'FactSet', facts: [] });

/** Pushes lines as fact sets; a line that is too long is a paragraph between them. */
function pushLines<Item extends Fact | Kpi>(
  context: TeamsContext,
  items: readonly Item[],
  title: RichTextBlock | undefined,
  write: LineWriter<Item>,
): void {
  let elements: CardElement[] = title === undefined ? [] : [title];
  let set: FactSet | undefined;
  let count = 0;
  let continued = false;
  const flush = (): void => {
    if (count > 0) push(context, elements, 'facts', count, continued);
    else if (title !== undefined && elements.length > 0) pushBlockOf(context, title);
    else return;
    elements = [];
    set = undefined;
    count = 0;
    continued = true;
  };
  for (const item of items) {
    const { units, bytes } = context;
    const plainTitle = plainValue(context, item.label);
    const label = plainTitle ?? markdownOrMark(context, item.label);
    const plain = write.plain(context, item);
    const value = plain ?? write.value(context, item);
    const fact = {
      title: plainTitle ?? settle(context, label),
      value: plain ?? settle(context, value),
    };
    add(context, factToll + (set === undefined ? setToll : 0));
    const costUnits = context.units - units;
    const costBytes = context.bytes - bytes;
    if (costBytes > maxFactBytes || costBytes > context.maxPieceBytes) {
      context.units = units;
      context.bytes = bytes;
      flush();
      pushBlockOf(context, richLine(context, item, write.rich), undefined, continued);
      continued = true;
      continue;
    }
    if (context.bytes > context.maxPieceBytes) {
      context.units = units;
      context.bytes = bytes;
      flush();
      context.units = costUnits + setToll;
      context.bytes = costBytes + setToll;
    }
    if (set === undefined) {
      set = { type: 'FactSet', facts: [] };
      elements.push(set);
    }
    set.facts.push(fact);
    count += 1;
  }
  flush();
}

/** Writes a fact on a line. */
export function factLine(out: Run, { label, value }: Fact): void {
  for (const part of out.context.labelParts) {
    if (part === 'label') appendText(out, isolatedOrMark(out.context, label), bold);
    else if (part !== 'value') appendText(out, part.literal, bold);
    else if (value.length === 0) appendText(out, orMark(''));
    else appendInlines(out, value);
  }
}

/** Writes a key figure on a line, with all that it is measured against. */
export function kpiLine(out: Run, kpi: Kpi): void {
  factLine(out, { label: kpi.label, value: [kpi.value] });
  const more = kpiDetails(out.context, kpi);
  if (more !== '') appendText(out, ` (${more})`);
}

/** Writes a line as a block of its own. */
function richLine<Item>(context: TeamsContext, item: Item, write: (out: Run, item: Item) => void): RichTextBlock {
  const out = createRun(context);
  write(out, item);
  return richText(out);
}

const factWriter: LineWriter<Fact> = {
  plain: plainFact,
  value: (context, { value }) => factValue(context, value),
  rich: factLine,
};
const kpiWriter: LineWriter<Kpi> = { plain: plainKpi, value: kpiValue, rich: kpiLine };

/** Writes facts. */
export function pushFacts(context: TeamsContext, items: readonly Fact[], title: RichTextBlock | undefined): void {
  pushLines(context, items, title, factWriter);
}

/** Writes key figures: tiles where they are few, else facts. */
export function pushKpis(context: TeamsContext, items: readonly Kpi[], title: RichTextBlock | undefined): void {
  if (items.length <= context.maxTiles) {
    const rows: TileRow[] = [];
    for (let from = 0; from < items.length; from += tilesPerRow) {
      rows.push(tileRow(context, items.slice(from, from + tilesPerRow), items.length <= tilesPerRow));
    }
    const widest = rows.reduce((most, { bytes }) => Math.max(most, bytes), 0);
    if (context.bytes + widest <= context.maxPieceBytes) {
      pushTiles(context, rows, title, items.length);
      return;
    }
    report(context, 'fallback', context.path, 'Long key figures are shown as a list');
  }
  pushLines(context, items, title, kpiWriter);
}
