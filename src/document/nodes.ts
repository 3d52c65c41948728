/**
 * The neutral model of things people read. Plain readonly JSON: no functions, no class instances, no `undefined`.
 * Every string is raw; escaping belongs to the renderer's leaf. Numbers, money, dates and durations stay values,
 * so that each channel prints them its own way.
 */

export type Severity = 'critical' | 'error' | 'warning' | 'info';
export type Status = 'firing' | 'acknowledged' | 'resolved';
export type Direction = 'ltr' | 'rtl';

/** Who may see a fact. Ordered from open to closed. */
export type Classification = 'public' | 'internal' | 'confidential' | 'personal' | 'sensitive';

// Inlines

export type Text = { readonly type: 'text'; readonly value: string };
export type Strong = { readonly type: 'strong'; readonly children: readonly Inline[] };
export type Emphasis = { readonly type: 'emphasis'; readonly children: readonly Inline[] };
/** Text that no longer holds, as GFM writes `~~so~~`. */
export type Deletion = { readonly type: 'deletion'; readonly children: readonly Inline[] };
export type InlineCode = { readonly type: 'code'; readonly value: string };
export type Link = { readonly type: 'link'; readonly url: string; readonly children: readonly Inline[] };
/** A number, exact when given as a decimal string. `unit` is a CLDR unit, a usual abbreviation, or any short text. */
export type NumberInline = {
  readonly type: 'number';
  readonly value: number | string;
  /** `percent` multiplies by 100, as CLDR does; a value that is already in percent has `unit: '%'`. @default 'decimal' */
  readonly style?: 'decimal' | 'percent';
  readonly unit?: string;
  readonly notation?: 'standard' | 'compact';
  /** `always` prints a plus sign too, for changes. @default 'auto' */
  readonly sign?: 'auto' | 'always';
  /** @default 2 for decimals and units, 1 for percent */
  readonly maxFractionDigits?: number;
};
/** `amount` is an exact decimal string in major units. */
export type Money = {
  readonly type: 'money';
  readonly amount: string;
  readonly currency: string;
  /** For rates below the minor unit, as what a stream pays. @default the decimals of ISO 4217 */
  readonly maxFractionDigits?: number;
};
/** An instant, epoch milliseconds. */
export type DateInline = {
  readonly type: 'date';
  readonly value: number;
  /** `day`: a calendar day, given as its midnight in UTC, and the same day in every zone. @default 'datetime' */
  readonly style?: 'date' | 'time' | 'datetime' | 'relative' | 'day';
};
export type Duration = { readonly type: 'duration'; readonly durationMs: number };
/** A person or group named in the tenant's own configuration; data can never create one. */
export type Mention = { readonly type: 'mention'; readonly ref: string };

export type Inline =
  | Text
  | Strong
  | Emphasis
  | Deletion
  | InlineCode
  | Link
  | NumberInline
  | Money
  | DateInline
  | Duration
  | Mention;

// Blocks

type BlockBase = {
  /** Where in the input the node came from; diagnostics name it. */
  readonly path?: string;
  /** Who goes first when the channel is too small: `high` stays longest, `low` leaves first. @default in between */
  readonly importance?: 'high' | 'low';
};

export type Section = BlockBase & {
  readonly type: 'section';
  readonly title?: string;
  readonly children: readonly Block[];
};
export type Heading = BlockBase & {
  readonly type: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly children: readonly Inline[];
};
export type Paragraph = BlockBase & { readonly type: 'paragraph'; readonly children: readonly Inline[] };
export type List = BlockBase & {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly items: readonly (readonly Block[])[];
};
export type Quote = BlockBase & { readonly type: 'quote'; readonly children: readonly Block[] };

export type Fact = {
  /** Where in the input it came from, if more is known than of the block. */
  readonly path?: string;
  readonly label: string;
  readonly value: readonly Inline[];
  readonly classification?: Classification;
};
export type Facts = BlockBase & { readonly type: 'facts'; readonly title?: string; readonly items: readonly Fact[] };

/** One key figure. What is absent is not shown. */
export type Kpi = {
  /** Where in the input it came from, if more is known than of the block. */
  readonly path?: string;
  readonly label: string;
  readonly value: Inline;
  readonly previous?: Inline;
  readonly threshold?: Inline;
  readonly target?: Inline;
  /** Change against `previous`, already computed, in percent or points. */
  readonly delta?: Inline;
  readonly direction?: 'up' | 'down' | 'flat';
  /** Whether the movement or state is welcome; never shown by colour alone. */
  readonly assessment?: 'good' | 'bad' | 'neutral';
  /** What else to know of it: that its period is not over. */
  readonly note?: string;
  readonly classification?: Classification;
};
export type Kpis = BlockBase & { readonly type: 'kpis'; readonly title?: string; readonly items: readonly Kpi[] };

export type Column = {
  readonly label: string;
  readonly align?: 'start' | 'center' | 'end';
  readonly classification?: Classification;
};
export type Table = BlockBase & {
  readonly type: 'table';
  readonly caption?: string;
  readonly columns: readonly Column[];
  /** One list of inlines a cell; a row has as many cells as there are columns. */
  readonly rows: readonly (readonly (readonly Inline[])[])[];
};

export type Series = {
  readonly name: string;
  /** One a category; `null` is a gap, and stays one wherever the chart is drawn. */
  readonly values: readonly (number | null)[];
  /** The index from which on values may still change. @default none may */
  readonly provisionalFrom?: number;
};
export type ChartKind = 'line' | 'area' | 'bar' | 'stackedBar' | 'pie' | 'gauge' | 'heat' | 'spark' | 'waveform';
/** A line across a chart at a value, or a mark at a category. */
export type ChartAnnotation = { readonly label: string } & ({ readonly value: number } | { readonly category: number });
/** `heat`: a row a series. `gauge`: the first value of the first series. `spark`: a line without axes. */
export type Chart = BlockBase & {
  readonly type: 'chart';
  readonly kind: ChartKind;
  readonly title: string;
  readonly alt: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  readonly unit?: string;
  /** `percent`: values are ratios, printed times 100. @default 'decimal' */
  readonly style?: 'decimal' | 'percent';
  /** ISO 4217: values are amounts in major units. */
  readonly currency?: string;
  /** The instants of the categories in epoch milliseconds, as many, in order. Time runs from left to right in every script. */
  readonly times?: readonly number[];
  /** The ends of the value axis; those of a gauge are needed. @default what the values ask for */
  readonly domain?: { readonly min: number; readonly max: number };
  readonly annotations?: readonly ChartAnnotation[];
  /** A table of the document has these numbers: where the chart is not drawn, its words are enough. @default false */
  readonly isTabulated?: boolean;
  /** What readers have to know of the figures: that days were grouped, that the last ones are provisional. */
  readonly notes?: readonly string[];
};
export type Media = BlockBase & {
  readonly type: 'media';
  readonly kind: 'image' | 'audio' | 'video';
  readonly url: string;
  readonly alt: string;
  readonly title?: string;
  readonly durationMs?: number;
};
export type CodeBlock = BlockBase & { readonly type: 'code'; readonly value: string; readonly language?: string };
export type Divider = BlockBase & { readonly type: 'divider' };

export type ActionOption = { readonly label: string; readonly value: string };
export type Action = {
  readonly id: string;
  readonly label: string;
  readonly kind: 'link' | 'acknowledge' | 'resolve' | 'silence' | 'select' | 'date' | 'input' | 'custom';
  readonly url?: string;
  readonly value?: string;
  readonly options?: readonly ActionOption[];
  readonly style?: 'primary' | 'danger';
  readonly confirm?: {
    readonly title: string;
    readonly text: string;
    readonly confirmLabel?: string;
    readonly cancelLabel?: string;
  };
};
export type Actions = BlockBase & { readonly type: 'actions'; readonly items: readonly Action[] };

/** A payload fragment for one target, passed through as it is by that target and skipped by all others. */
export type Custom = BlockBase & { readonly type: 'custom'; readonly target: string; readonly payload: unknown };

export type Block =
  | Section
  | Heading
  | Paragraph
  | List
  | Quote
  | Facts
  | Kpis
  | Table
  | Chart
  | Media
  | CodeBlock
  | Divider
  | Actions
  | Custom;

/** Machine facts about the document, for channels that have a place for them. */
export type DocumentMeta = {
  /** Ties trigger, update and resolve of one incident together on all channels. */
  readonly fingerprint?: string;
  readonly source?: string;
  readonly component?: string;
  readonly environment?: string;
  /** Epoch milliseconds. */
  readonly occurredAt?: number;
  readonly endedAt?: number;
  /** The primary link: where to look first. */
  readonly url?: string;
  /** One line that says it all, raw, in the document's language; the notification text. */
  readonly summary?: string;
  /** The sentence that matters most of what the body says, raw: notification texts have it behind the title. */
  readonly headline?: string;
};

export type Document = {
  readonly type: 'document';
  /** BCP 47. */
  readonly locale: string;
  readonly dir: Direction;
  readonly title: string;
  readonly severity?: Severity;
  readonly status?: Status;
  readonly meta: DocumentMeta;
  readonly children: readonly Block[];
};

// Handlers

/** A renderer's table for blocks: a new block kind does not compile until every renderer handles it. */
export type BlockHandlers<Context, Result> = {
  readonly [Kind in Block['type']]: (node: Extract<Block, { type: Kind }>, context: Context) => Result;
};

/** A renderer's table for inlines: a new inline kind does not compile until every renderer handles it. */
export type InlineHandlers<Context, Result> = {
  readonly [Kind in Inline['type']]: (node: Extract<Inline, { type: Kind }>, context: Context) => Result;
};

/** Renders a block by its kind. The one place where the union meets the table, so the one cast. */
export function handleBlock<Context, Result>(
  handlers: BlockHandlers<Context, Result>,
  node: Block,
  context: Context,
): Result {
  const handler = handlers[node.type] as (node: Block, context: Context) => Result;
  return handler(node, context);
}

/** Renders an inline by its kind. */
export function handleInline<Context, Result>(
  handlers: InlineHandlers<Context, Result>,
  node: Inline,
  context: Context,
): Result {
  const handler = handlers[node.type] as (node: Inline, context: Context) => Result;
  return handler(node, context);
}
