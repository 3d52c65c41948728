/** The tracks of a playlist, and those that entered, moved or left, as tables. */
import type { Column, Inline, Table } from '../../document/nodes.js';
import type { ReportContext } from '../../report/context.js';
import { readPoint } from '../../report/period.js';
import type { Movement } from './movement.js';
import type { PlaylistAnalyticsInput, PlaylistTrack, TrackIdentity } from './schema.js';

type Cells = readonly Inline[];
type TableColumn<Row> = Column & {
  readonly cell: (row: Row) => Cells;
  /** Shown even where all cells are empty. */
  readonly isFixed?: boolean;
};

const text = (value: string | undefined): Cells => (value === undefined ? [] : [{ type: 'text', value }]);
const count = (value: number | undefined): Cells =>
  value === undefined ? [] : [{ type: 'number', value, maxFractionDigits: 0 }];
const ratio = (value: number | undefined): Cells =>
  value === undefined ? [] : [{ type: 'number', value, style: 'percent' }];

/** A day stays a day; an instant is one of the reader's zone. */
function added({ addedAt }: PlaylistTrack): Cells {
  const value = addedAt === undefined || addedAt === null ? undefined : readPoint(addedAt);
  if (value === undefined) return [];
  const isDay = typeof addedAt === 'string' && addedAt.length <= 'yyyy-mm-dd'.length;
  return [{ type: 'date', value, style: isDay ? 'day' : 'date' }];
}

/** Columns that hold nothing are left out. */
function tableOf<Row>(path: string, caption: string, all: readonly TableColumn<Row>[], rows: readonly Row[]): Table[] {
  if (rows.length === 0) return [];
  const columns = all.filter(({ cell, isFixed }) => isFixed === true || rows.some((row) => cell(row).length > 0));
  return [
    {
      type: 'table',
      path,
      caption,
      columns: columns.map(({ label, align }) => (align === undefined ? { label } : { label, align })),
      rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
    },
  ];
}

function trackTable({ tracks = [] }: PlaylistAnalyticsInput, { localizer: { t } }: ReportContext): Table[] {
  const columns: TableColumn<PlaylistTrack>[] = [
    { label: t('playlistAnalytics.column.position'), align: 'end', isFixed: true, cell: (row) => count(row.position) },
    { label: t('playlistAnalytics.column.before'), align: 'end', cell: (row) => count(row.previousPosition) },
    { label: t('playlistAnalytics.column.peak'), align: 'end', cell: (row) => count(row.peakPosition) },
    { label: t('playlistAnalytics.column.title'), isFixed: true, cell: (row) => text(row.title) },
    { label: t('playlistAnalytics.column.artist'), cell: (row) => text(row.artist) },
    { label: 'ISRC', cell: (row) => text(row.isrc) },
    { label: t('playlistAnalytics.column.added'), align: 'end', cell: added },
    { label: t('playlistAnalytics.column.plays'), align: 'end', cell: (row) => count(row.plays) },
    { label: t('playlistAnalytics.column.saves'), align: 'end', cell: (row) => count(row.saves) },
    { label: t('playlistAnalytics.column.skips'), align: 'end', cell: (row) => ratio(row.skipRatio) },
    { label: t('playlistAnalytics.column.completions'), align: 'end', cell: (row) => ratio(row.completionRatio) },
  ];
  const sorted = [...tracks].sort((a, b) => a.position - b.position);
  return tableOf('tracks', t('playlistAnalytics.tracks'), columns, sorted);
}

/** A row of the movers: what happened, and the places of before and now. */
type Mover = { readonly track: TrackIdentity; readonly from?: number; readonly to?: number; readonly move: Cells };

function moversOf({ entered, moved, left }: Movement, { localizer: { t } }: ReportContext): Mover[] {
  const [came, went] = [text(t('playlistAnalytics.entered')), text(t('playlistAnalytics.left'))];
  return [
    ...entered.map(({ track }): Mover => ({ track, to: track.position, move: came })),
    ...moved.map(
      ({ track, from, to, places }): Mover => ({
        track,
        from,
        to,
        move: [{ type: 'number', value: places, sign: 'always', maxFractionDigits: 0 }],
      }),
    ),
    ...left.map(({ track }): Mover => ({ track, from: track.position, move: went })),
  ].map((mover) => ({ ...mover, move: mover.move.map((inline) => ({ ...inline })) }));
}

function moverTable(movement: Movement, context: ReportContext): Table[] {
  const { t } = context.localizer;
  const columns: TableColumn<Mover>[] = [
    { label: t('playlistAnalytics.column.title'), isFixed: true, cell: ({ track }) => text(track.title) },
    { label: t('playlistAnalytics.column.artist'), cell: ({ track }) => text(track.artist) },
    { label: t('playlistAnalytics.column.before'), align: 'end', isFixed: true, cell: ({ from }) => count(from) },
    { label: t('playlistAnalytics.column.position'), align: 'end', isFixed: true, cell: ({ to }) => count(to) },
    { label: t('playlistAnalytics.column.move'), align: 'end', isFixed: true, cell: ({ move }) => move },
  ];
  return tableOf('movers', t('playlistAnalytics.movers'), columns, moversOf(movement, context));
}

/** Lists the tracks by position, and those that entered, moved or left. */
export const playlistTables = (input: PlaylistAnalyticsInput, movement: Movement, context: ReportContext): Table[] => [
  ...trackTable(input, context),
  ...moverTable(movement, context),
];
