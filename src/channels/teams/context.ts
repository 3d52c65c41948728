/** The state of rendering one message: who reads, where in the document we are, what has been written. */
import type { Action, DateInline, Document, DocumentMeta } from '../../document/nodes.js';
import type { LabelPart } from '../../i18n/labelled.js';
import type { Localizer } from '../../i18n/localizer.js';
import type { Diagnostic, DiagnosticCode, Unit } from '../../kernel/diagnostics.js';
import { type Reported, wasReported } from '../../kernel/reported.js';
import type { RenderContext } from '../../tenant/render-context.js';
import type { TeamsTenantOptions } from '../../tenant/teams-options.js';
import { frameReserve, maxPieceBytes, maxTiles, shares, teamsLimits } from './limits.js';
import type { CardElement } from './payload.js';

/** How a message is wrapped, which decides what can be done with it. */
export type TeamsEnvelope = 'workflow' | 'card' | 'botActivity';

/** What a piece holds, in the words its absence is reported in. */
export type Held = 'blocks' | 'characters' | 'facts' | 'items' | 'rows' | 'actions' | 'images';

/** Size on the wire, as JSON. */
export type Size = { units: number; bytes: number };

/** Finished elements and what paging needs to know of them. */
export type Piece = {
  readonly elements: CardElement[];
  /** At least what the elements take as JSON, the commas between them included. */
  readonly units: number;
  readonly bytes: number;
  /** 0 stays longest, 2 leaves first. */
  readonly rank: number;
  readonly path: string;
  readonly held: Held;
  readonly count: number;
};

/** An action, and where it stood. */
export type Wanted = { readonly action: Action; readonly path: string; readonly rank: number };

export type TeamsContext = {
  readonly render: RenderContext;
  readonly localizer: Localizer;
  readonly options: TeamsTenantOptions;
  readonly envelope: TeamsEnvelope;
  readonly ltr: boolean;
  /** Where a label and its value stand on a line. */
  readonly labelParts: readonly LabelPart[];
  /** What the ids of actions are made from. */
  readonly meta: DocumentMeta;
  readonly budget: Readonly<Size>;
  /** Room for one piece, whatever the frame of its card. */
  readonly maxPieceBytes: number;
  /** Longest URL: with a short label it fits a piece. */
  readonly maxUrlBytes: number;
  /** Most key figures that are shown as tiles. */
  readonly maxTiles: number;
  readonly pieces: Piece[];
  /** Actions of the whole document: a card has one row of them. */
  readonly actions: Wanted[];
  /** Names of those whom the text mentions. */
  readonly mentioned: Set<string>;
  readonly reported: Reported;
  /** What is left out whatever the budget, for the note to readers. */
  readonly omitted: Map<Held, number>;
  /** Size of what is being written. */
  units: number;
  bytes: number;
  /** A divider was read: the next element has a line above it. */
  separates: boolean;
  /** Where in the input the block being written comes from. */
  path: string;
  rank: number;
  /** The instant printed last: an alert names its start more than once, and a date costs a microsecond. */
  lastDate: { readonly value: number; readonly style: DateInline['style']; readonly text: string } | undefined;
};

/** Starts a message. */
export function createTeamsContext(
  render: RenderContext,
  options: TeamsTenantOptions,
  envelope: TeamsEnvelope,
  { dir, meta, severity }: Pick<Document, 'dir' | 'meta' | 'severity'>,
): TeamsContext {
  const { maxMessageBytes = teamsLimits.messageBytes.max, maxMessageUnits = teamsLimits.messageUnits.max } = options;
  const free = 1 - shares.actions - shares.mentions;
  const roomBytes = Math.floor(
    Math.min(
      maxPieceBytes,
      maxMessageBytes * free - frameReserve.bytes,
      // No text takes more UTF-16 units than bytes, so one measure bounds both.
      maxMessageUnits * free - frameReserve.units,
    ),
  );
  return {
    render,
    localizer: render.localizer,
    options,
    envelope,
    ltr: dir === 'ltr',
    labelParts: render.localizer.labelParts,
    meta,
    budget: { bytes: maxMessageBytes, units: maxMessageUnits },
    maxPieceBytes: roomBytes,
    maxUrlBytes: Math.floor(roomBytes * 0.75),
    maxTiles: severity === undefined ? maxTiles.report : maxTiles.alert,
    pieces: [],
    actions: [],
    mentioned: new Set(),
    reported: new Map(),
    omitted: new Map(),
    units: 0,
    bytes: 0,
    separates: false,
    path: '',
    rank: 1,
    lastDate: undefined,
  };
}

/** Reports a reason once a path, however many values of a block are concerned. */
export function report(
  context: TeamsContext,
  code: DiagnosticCode,
  path: string,
  message: string,
  numbers: { limit?: number; actual?: number; unit?: Unit } = {},
): void {
  if (wasReported(context.reported, message, path)) return;
  const severity: Diagnostic['severity'] = code === 'truncated' || code === 'dropped' ? 'warning' : 'info';
  context.render.diagnostics.push({ code, severity, path, message, ...numbers });
}

/** Remembers for the note to readers what is left out. */
export function omit(context: TeamsContext, held: Held, count: number): void {
  context.omitted.set(held, (context.omitted.get(held) ?? 0) + count);
}

/** Takes finished elements and starts counting the next. Continuations of the same content leave before its start. */
export function push(
  context: TeamsContext,
  elements: CardElement[],
  held: Held,
  count: number,
  continued = false,
): void {
  const { path, separates } = context;
  const [first] = elements;
  if (first === undefined) return;
  if (separates) {
    Object.assign(first, { separator: true });
    add(context, separatorToll);
    context.separates = false;
  }
  const rank = continued ? Math.min(2, context.rank + 1) : context.rank;
  context.pieces.push({ elements, units: context.units, bytes: context.bytes, rank, path, held, count });
  context.units = 0;
  context.bytes = 0;
}

const separatorToll = ',"separator":true'.length;

/** Adds ASCII that is on the wire as it is. */
export function add(context: TeamsContext, chars: number): void {
  context.units += chars;
  context.bytes += chars;
}

/** Prints an instant in the tenant's zone; relative wording needs to know the present. */
export function printDate(context: TeamsContext, { value, style = 'datetime' }: DateInline): string {
  const { localizer, render, lastDate } = context;
  if (style === 'relative' && render.nowMs !== undefined) return localizer.relative(value, render.nowMs);
  if (lastDate !== undefined && lastDate.value === value && lastDate.style === style) return lastDate.text;
  const text = localizer.date(value, style === 'relative' ? 'datetime' : style);
  context.lastDate = { value, style, text };
  return text;
}
