/** The state of rendering one message: who reads, where in the document we are, what has been written. */
import type { Block, DateInline, Direction, DocumentMeta } from '../../document/nodes.js';
import type { LabelPart } from '../../i18n/labelled.js';
import type { Localizer } from '../../i18n/localizer.js';
import type { Diagnostic, DiagnosticCode, Unit } from '../../kernel/diagnostics.js';
import type { RenderContext } from '../../tenant/render-context.js';
import { type SlackTenantOptions, slackChannel } from '../../tenant/slack-options.js';
import { aggregate, maxBlockChars } from './limits.js';
import type { SlackBlock } from './payload.js';

/** What a piece holds, in the words its absence is reported in. */
export type Held = 'blocks' | 'characters' | 'facts' | 'items' | 'rows' | 'actions' | 'images';

/** A finished block and what paging needs to know of it. */
export type Piece = {
  readonly block: SlackBlock;
  /** Characters as Slack counts them, and the toll of the block. */
  readonly cost: number;
  /** 0 stays longest, 2 leaves first. */
  readonly rank: number;
  readonly path: string;
  readonly held: Held;
  readonly count: number;
  /** What it goes on with, where that has a title: readers of a later message are told. */
  readonly continues: Titled | undefined;
};

/** Content under one title that may take several blocks. */
export type Titled = { readonly title: string };

export type SlackContext = {
  readonly render: RenderContext;
  readonly localizer: Localizer;
  readonly options: SlackTenantOptions;
  readonly ltr: boolean;
  /** Where a label and its value stand on a line. */
  readonly labelParts: readonly LabelPart[];
  /** What stands between them where that is all, and has nothing that is escaped: a line is written in fewer steps. */
  readonly between: string | undefined;
  /** Identity of the message, the stem of block ids. */
  readonly messageId: string;
  /** What the ids of actions are made from. */
  readonly meta: DocumentMeta;
  /** All that is written: what comes later may need the room more. */
  readonly children: readonly Block[];
  readonly pieces: Piece[];
  /** Action ids in use, with the number of the last copy. */
  readonly actionIds: Map<string, number>;
  /** What is reported already: a code, a path and a reason. */
  readonly reported: Set<string>;
  /** What is left out whatever the budget, for the note to readers. */
  readonly omitted: Map<Held, number>;
  /** Characters of the block being written. */
  chars: number;
  /** Where in the input the block being written comes from. */
  path: string;
  rank: number;
  /** What is being written, if it has a title. */
  titled: Titled | undefined;
  tables: number;
  charts: number;
  /** Room for the characters of one block on a page of its own. */
  maxPieceChars: number;
  /** The instant printed last: an alert names its start more than once, and a date costs a microsecond. */
  lastDate: { readonly value: number; readonly style: DateInline['style']; readonly text: string } | undefined;
};

function betweenOf([first, middle, last, more]: readonly LabelPart[]): string | undefined {
  if (first !== 'label' || last !== 'value' || more !== undefined || typeof middle !== 'object') return undefined;
  return /[&<>]/.test(middle.literal) ? undefined : middle.literal;
}

/** Starts a message. */
export function createSlackContext(
  render: RenderContext,
  {
    dir,
    meta,
    children,
  }: { readonly dir: Direction; readonly meta: DocumentMeta; readonly children: readonly Block[] },
  messageId: string,
): SlackContext {
  const { labelParts } = render.localizer;
  return {
    render,
    localizer: render.localizer,
    options: render.tenant.channel(slackChannel),
    ltr: dir === 'ltr',
    labelParts,
    between: betweenOf(labelParts),
    messageId,
    meta,
    children,
    pieces: [],
    actionIds: new Map(),
    reported: new Set(),
    omitted: new Map(),
    chars: 0,
    path: '',
    rank: 1,
    titled: undefined,
    tables: 0,
    charts: 0,
    maxPieceChars: maxBlockChars,
    lastDate: undefined,
  };
}

/** Reports a reason once a path, however many values of a block are concerned. */
export function report(
  context: SlackContext,
  code: DiagnosticCode,
  path: string,
  message: string,
  numbers: { limit?: number; actual?: number; unit?: Unit } = {},
): void {
  const key = `${code}\n${path}\n${message}`;
  if (context.reported.has(key)) return;
  context.reported.add(key);
  const severity: Diagnostic['severity'] = code === 'truncated' || code === 'dropped' ? 'warning' : 'info';
  context.render.diagnostics.push({ code, severity, path, message, ...numbers });
}

/** Remembers for the note to readers what is left out. */
export function omit(context: SlackContext, held: Held, count: number): void {
  context.omitted.set(held, (context.omitted.get(held) ?? 0) + count);
}

/** Takes the finished block and starts counting the next. Continuations of the same content leave before its start. */
export function push(context: SlackContext, block: SlackBlock, held: Held, count: number, continued = false): void {
  const { chars, path } = context;
  const rank = continued ? Math.min(2, context.rank + 1) : context.rank;
  const continues = continued ? context.titled : undefined;
  context.pieces.push({ block, cost: chars + aggregate.blockToll, rank, path, held, count, continues });
  context.chars = 0;
}

/** Prints an instant in the tenant's zone; relative wording needs to know the present. */
export function printDate(context: SlackContext, { value, style = 'datetime' }: DateInline): string {
  const { localizer, render, lastDate } = context;
  if (style === 'relative' && render.nowMs !== undefined) return localizer.relative(value, render.nowMs);
  if (lastDate !== undefined && lastDate.value === value && lastDate.style === style) return lastDate.text;
  const text = localizer.date(value, style === 'relative' ? 'datetime' : style);
  context.lastDate = { value, style, text };
  return text;
}
