/**
 * Constructors of document nodes, one a kind. They take strings where text is meant, and leave out members that are
 * `undefined`, so that what they build is plain JSON. They check nothing: formatters do when a document is handed in.
 *
 * @example
 * ```ts
 * import { date, document, facts, link, money, paragraph, strong } from 'channel-formatters/document';
 *
 * export const payout = document({
 *   locale: 'en',
 *   dir: 'ltr',
 *   title: 'Payout sent',
 *   children: [
 *     paragraph('The payout of ', strong(money('1250.40', 'EUR')), ' is on its way.'),
 *     facts([
 *       { label: 'Sent', value: date(1_767_225_600_000) },
 *       { label: 'Statement', value: link('https://example.com/statements/42', 'No. 42') },
 *     ]),
 *   ],
 * });
 * ```
 */
import type {
  Action,
  Actions,
  Block,
  Chart,
  CodeBlock,
  Column,
  Custom,
  DateInline,
  Deletion,
  Divider,
  Document,
  DocumentMeta,
  Duration,
  Emphasis,
  Fact,
  Facts,
  Heading,
  Inline,
  InlineCode,
  Kpi,
  Kpis,
  Link,
  List,
  Media,
  Mention,
  Money,
  NumberInline,
  Paragraph,
  Quote,
  Section,
  Strong,
  Table,
  Text,
} from './nodes.js';

/** Optional members may be passed as `undefined`; they are left out. */
type Loose<T> = { readonly [Key in keyof T]: object extends Pick<T, Key> ? T[Key] | undefined : T[Key] };

/** An inline, or a string that becomes a text. */
export type InlineInput = Inline | string;
/** What a fact or a cell shows: one inline or several. */
export type ContentInput = InlineInput | readonly InlineInput[];
/** A block, or a string that becomes a paragraph. */
export type BlockInput = Block | string;

/** How a number is to be printed. */
export type NumberSpec = Loose<Omit<NumberInline, 'type' | 'value'>>;
/** A labelled value. */
export type FactInput = Loose<Omit<Fact, 'value'>> & { readonly value: ContentInput };
/** A key figure; a string is shown as it is. */
export type KpiInput = Loose<Omit<Kpi, 'value' | KpiFigure>> & {
  readonly value: InlineInput;
} & { readonly [Figure in KpiFigure]?: InlineInput | undefined };
type KpiFigure = (typeof figures)[number];
/** A column, or its label alone. */
export type ColumnInput = string | Loose<Column>;
/** What a chart is made of. */
export type ChartInput = Loose<Omit<Chart, 'type' | 'path' | 'importance'>>;
/** What may be known of a medium. */
export type MediaOptions = Loose<Pick<Media, 'title' | 'durationMs'>>;
/** A document, with strings where paragraphs are meant. */
export type DocumentInput = Loose<Omit<Document, 'type' | 'meta' | 'children'>> & {
  readonly meta?: Loose<DocumentMeta> | undefined;
  readonly children: readonly BlockInput[];
};

/** Sets the members of a fresh node that are given, in the order of `keys`, so that equal nodes serialise alike. */
function set<Node extends object, Key extends keyof Node>(
  node: Node,
  keys: readonly Key[],
  source: { readonly [Each in Key]?: Node[Each] | undefined } | undefined,
): Node {
  if (source === undefined) return node;
  const target: Partial<Record<Key, unknown>> = node;
  for (const key of keys) {
    const value = source[key];
    if (value !== undefined) target[key] = value;
  }
  return node;
}

const toInline = (input: InlineInput): Inline => (typeof input === 'string' ? text(input) : input);
const toInlines = (input: ContentInput): Inline[] =>
  typeof input === 'string' || 'type' in input ? [toInline(input)] : input.map(toInline);
const toBlock = (input: BlockInput): Block => (typeof input === 'string' ? paragraph(input) : input);

// Inlines

/** Makes a text. */
export const text = (value: string): Text => ({ type: 'text', value });

/** Makes text of strong importance. */
export const strong = (...children: InlineInput[]): Strong => ({ type: 'strong', children: children.map(toInline) });

/** Makes stressed text. */
export const emphasis = (...children: InlineInput[]): Emphasis => ({
  type: 'emphasis',
  children: children.map(toInline),
});

/** Makes text that no longer holds. */
export const deletion = (...children: InlineInput[]): Deletion => ({
  type: 'deletion',
  children: children.map(toInline),
});

/** Makes a piece of code inside a text. */
export const inlineCode = (value: string): InlineCode => ({ type: 'code', value });

/** Makes a link; without children it shows its URL. */
export const link = (url: string, ...children: InlineInput[]): Link => ({
  type: 'link',
  url,
  children: children.length === 0 ? [text(url)] : children.map(toInline),
});

const numberKeys = ['style', 'unit', 'notation', 'sign', 'maxFractionDigits'] as const;

/** Makes a number; a decimal string keeps all its digits. */
export const number = (value: number | string, spec?: NumberSpec): NumberInline =>
  set<NumberInline, keyof NumberSpec>({ type: 'number', value }, numberKeys, spec);

/** Makes an amount of money: a decimal string in major units, and an ISO 4217 code. */
export const money = (amount: string, currency: string, maxFractionDigits?: number): Money =>
  maxFractionDigits === undefined
    ? { type: 'money', amount, currency }
    : { type: 'money', amount, currency, maxFractionDigits };

/** Makes an instant of epoch milliseconds. */
export const date = (epochMs: number, style?: DateInline['style']): DateInline =>
  style === undefined ? { type: 'date', value: epochMs } : { type: 'date', value: epochMs, style };

/** Makes a length of time. */
export const duration = (durationMs: number): Duration => ({ type: 'duration', durationMs });

/** Makes a mention of a person or group that the tenant's configuration names. */
export const mention = (ref: string): Mention => ({ type: 'mention', ref });

// Blocks

/** Makes a paragraph. */
export const paragraph = (...children: InlineInput[]): Paragraph => ({
  type: 'paragraph',
  children: children.map(toInline),
});

/** Makes a heading. */
export const heading = (level: Heading['level'], ...children: InlineInput[]): Heading => ({
  type: 'heading',
  level,
  children: children.map(toInline),
});

/** Makes a section. */
export const section = (title: string | undefined, ...children: BlockInput[]): Section =>
  title === undefined
    ? { type: 'section', children: children.map(toBlock) }
    : { type: 'section', title, children: children.map(toBlock) };

/** Makes a list; an item is a block or several. */
export const list = (
  items: readonly (BlockInput | readonly BlockInput[])[],
  options?: { readonly ordered?: boolean | undefined },
): List => ({
  type: 'list',
  ordered: options?.ordered ?? false,
  items: items.map((item) => (typeof item === 'string' || 'type' in item ? [toBlock(item)] : item.map(toBlock))),
});

/** Makes a quotation. */
export const quote = (...children: BlockInput[]): Quote => ({ type: 'quote', children: children.map(toBlock) });

const toFact = (input: FactInput): Fact =>
  set<Fact, 'path' | 'classification'>(
    { label: input.label, value: toInlines(input.value) },
    ['path', 'classification'],
    input,
  );

/** Makes a list of labelled values. */
export const facts = (items: readonly FactInput[], options?: { readonly title?: string | undefined }): Facts =>
  set<Facts, 'title'>({ type: 'facts', items: items.map(toFact) }, ['title'], options);

const figures = ['previous', 'threshold', 'target', 'delta'] as const;

function toKpi(input: KpiInput): Kpi {
  const node: { -readonly [Key in keyof Kpi]: Kpi[Key] } = { label: input.label, value: toInline(input.value) };
  for (const figure of figures) {
    const value = input[figure];
    if (value !== undefined) node[figure] = toInline(value);
  }
  return set<Kpi, 'path' | 'direction' | 'assessment' | 'note' | 'classification'>(
    node,
    ['path', 'direction', 'assessment', 'note', 'classification'],
    input,
  );
}

/** Makes a group of key figures. */
export const kpis = (items: readonly KpiInput[], options?: { readonly title?: string | undefined }): Kpis =>
  set<Kpis, 'title'>({ type: 'kpis', items: items.map(toKpi) }, ['title'], options);

const toColumn = (input: ColumnInput): Column =>
  typeof input === 'string'
    ? { label: input }
    : set<Column, 'align' | 'classification'>({ label: input.label }, ['align', 'classification'], input);

/** Makes a table; every row needs as many cells as there are columns. */
export const table = (
  columns: readonly ColumnInput[],
  rows: readonly (readonly ContentInput[])[],
  options?: { readonly caption?: string | undefined },
): Table =>
  set<Table, 'caption'>(
    { type: 'table', columns: columns.map(toColumn), rows: rows.map((row) => row.map(toInlines)) },
    ['caption'],
    options,
  );

const chartKeys = ['unit', 'style', 'currency', 'times', 'domain', 'annotations', 'isTabulated', 'notes'] as const;

/** Makes a chart. `alt` says what it shows to those who cannot see it; `null` is a gap in a series. */
export const chart = (input: ChartInput): Chart =>
  set<Chart, (typeof chartKeys)[number]>(
    {
      type: 'chart',
      kind: input.kind,
      title: input.title,
      alt: input.alt,
      categories: input.categories,
      series: input.series,
    },
    chartKeys,
    input,
  );

/** Makes a picture, a sound or a film; `alt` says what it shows. */
export const media = (kind: Media['kind'], url: string, alt: string, options?: MediaOptions): Media =>
  set<Media, keyof MediaOptions>({ type: 'media', kind, url, alt }, ['title', 'durationMs'], options);

/** Makes a block of code. */
export const codeBlock = (value: string, language?: string): CodeBlock =>
  language === undefined ? { type: 'code', value } : { type: 'code', value, language };

/** Makes a line between blocks. */
export const divider = (): Divider => ({ type: 'divider' });

/** Makes a row of buttons and inputs. */
export const actions = (items: readonly Action[]): Actions => ({ type: 'actions', items });

/** Makes a fragment that one target passes through as it is and all others skip. */
export const custom = (target: string, payload: unknown): Custom => ({ type: 'custom', target, payload });

const metaKeys = [
  'fingerprint',
  'source',
  'component',
  'environment',
  'occurredAt',
  'endedAt',
  'url',
  'summary',
  'headline',
] as const;

/** Makes a document. */
export function document(input: DocumentInput): Document {
  const { locale, dir, title, severity, status } = input;
  return {
    type: 'document',
    locale,
    dir,
    title,
    ...(severity !== undefined && { severity }),
    ...(status !== undefined && { status }),
    meta: set<DocumentMeta, keyof DocumentMeta>({}, metaKeys, input.meta),
    children: input.children.map(toBlock),
  };
}
