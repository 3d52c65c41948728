/** The tracks, cities and groups of an artist's listeners as tables. */
import type { Column, Inline, Table } from '../../document/nodes.js';
import type { ReportContext } from '../../report/context.js';
import { isComparable } from '../../report/period.js';
import { suppressSmall } from '../../report/suppress.js';
import { rankRows } from './ranking.js';
import type { ArtistCity, SpotifyArtistInput } from './schema.js';
import { genderWords } from './words.js';

type Cells = readonly Inline[];

/** A column and what stands in it. */
type TableColumn<Row> = Column & { readonly cell: (row: Row) => Cells };

const text = (value: string): Cells => [{ type: 'text', value }];
const count = (value: number): Cells => [{ type: 'number', value, maxFractionDigits: 0 }];
const someCount = (value: number | undefined): Cells => (value === undefined ? [] : count(value));

function tableOf<Row>(
  path: string,
  caption: string,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
): Table {
  return {
    type: 'table',
    path,
    caption,
    columns: columns.map(({ label, align }) => (align === undefined ? { label } : { label, align })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
}

/** A change in percent; empty where there is nothing to compare with. */
function changeCell({ localizer }: ReportContext, now: number | undefined, before: number | undefined): Cells {
  if (now === undefined || before === undefined) return [];
  if (before === 0) return now === 0 ? [] : text(localizer.t('kpi.new'));
  return [{ type: 'number', value: (now - before) / before, style: 'percent', sign: 'always' }];
}

/** What was before, and the change where the spans may be compared. Absent where no row has it. */
function comparison<Row>(
  context: ReportContext,
  rows: readonly Row[],
  now: (row: Row) => number | undefined,
  before: (row: Row) => number | undefined,
): TableColumn<Row>[] {
  const { localizer, period } = context;
  if (rows.every((row) => before(row) === undefined)) return [];
  const given: TableColumn<Row> = {
    label: localizer.t('spotifyArtist.column.before'),
    align: 'end',
    cell: (row) => {
      return someCount(before(row));
    },
  };
  if (period !== undefined && !(period.complete && isComparable(period))) return [given];
  const change: TableColumn<Row> = {
    label: localizer.t('spotifyArtist.column.change'),
    align: 'end',
    cell: (row) => changeCell(context, now(row), before(row)),
  };
  return [given, change];
}

function trackTable({ topTracks = [] }: SpotifyArtistInput, context: ReportContext): Table[] {
  if (topTracks.length === 0) return [];
  const { t } = context.localizer;
  const ranked = rankRows(topTracks, ({ streams = 0 }) => streams);
  type Row = (typeof ranked)[number];
  const columns: TableColumn<Row>[] = [
    { label: t('spotifyArtist.column.rank'), align: 'end', cell: ({ rank }) => count(rank) },
  ];
  if (ranked[0]?.rankBefore !== undefined) {
    columns.push({
      label: t('spotifyArtist.column.rankBefore'),
      align: 'end',
      cell: ({ rankBefore = 0 }) => count(rankBefore),
    });
  }
  columns.push({ label: t('spotifyArtist.column.title'), cell: ({ row }) => text(row.title) });
  if (topTracks.some(({ isrc }) => isrc !== undefined)) {
    columns.push({ label: 'ISRC', cell: ({ row: { isrc } }) => (isrc === undefined ? [] : text(isrc)) });
  }
  const figures = [
    { member: 'streams', label: 'metric.streams' },
    { member: 'popularity', label: 'metric.popularity' },
  ] as const;
  for (const { member, label } of figures) {
    if (topTracks.every((track) => track[member] === undefined)) continue;
    columns.push({ label: t(label), align: 'end', cell: ({ row }) => someCount(row[member]) });
  }
  columns.push(
    ...comparison(
      context,
      ranked,
      ({ row }: Row) => row.streams,
      ({ row }) => row.previous,
    ),
  );
  return [tableOf('topTracks', t('spotifyArtist.topTracks'), columns, ranked)];
}

function cityTable(cities: readonly ArtistCity[], context: ReportContext): Table[] {
  if (cities.length === 0) return [];
  const { t, region } = context.localizer;
  const ranked = rankRows(cities, ({ listeners }) => listeners);
  type Row = (typeof ranked)[number];
  // A count of before may be of too few people as well.
  const before = ({ row: { previous } }: Row): number | undefined =>
    previous !== undefined && previous > 0 && previous < context.options.minCellCount ? undefined : previous;
  const columns: TableColumn<Row>[] = [
    { label: t('spotifyArtist.column.rank'), align: 'end', cell: ({ rank }) => count(rank) },
    { label: t('spotifyArtist.column.city'), cell: ({ row }) => text(row.city) },
    { label: t('spotifyArtist.column.country'), cell: ({ row }) => text(region(row.country)) },
    { label: t('metric.listeners'), align: 'end', cell: ({ row }) => count(row.listeners) },
    ...comparison(context, ranked, ({ row }: Row) => row.listeners, before),
  ];
  return [tableOf('topCities', t('spotifyArtist.topCities'), columns, ranked)];
}

/** A group of listeners under its name in the reader's language. */
type Group = { readonly label: string; readonly listeners: number };

function groupTable(path: string, caption: string, groups: readonly Group[], { localizer }: ReportContext): Table[] {
  if (groups.length === 0) return [];
  const columns: TableColumn<Group>[] = [
    { label: localizer.t('spotifyArtist.column.group'), cell: ({ label }) => text(label) },
    { label: localizer.t('metric.listeners'), align: 'end', cell: ({ listeners }) => count(listeners) },
  ];
  return [tableOf(path, caption, columns, groups)];
}

/** Tables, and how many groups are in none of them, by where they stand in the input. */
export type ArtistTables = {
  readonly tables: Table[];
  readonly cities: readonly ArtistCity[];
  readonly suppressed: readonly { readonly path: string; readonly groups: number }[];
};

/** Cities of too few people are left out; the list is not all cities, so that no total tells of them. */
export function artistTables(input: SpotifyArtistInput, context: ReportContext): ArtistTables {
  const { t } = context.localizer;
  const { minCellCount } = context.options;
  const { topCities = [], demographics = {} } = input;
  const cities = topCities.filter(({ listeners }) => listeners === 0 || listeners >= minCellCount);
  const age = suppressSmall(
    (demographics.age ?? []).map(({ group, listeners }): Group => ({ label: group, listeners })),
    ({ listeners }) => listeners,
    minCellCount,
  );
  const gender = suppressSmall(
    (demographics.gender ?? []).map(
      (each): Group => ({ label: t(genderWords[each.gender]), listeners: each.listeners }),
    ),
    ({ listeners }) => listeners,
    minCellCount,
  );
  return {
    tables: [
      ...trackTable(input, context),
      ...cityTable(cities, context),
      ...groupTable('demographics.age', t('spotifyArtist.age'), age.shown, context),
      ...groupTable('demographics.gender', t('spotifyArtist.gender'), gender.shown, context),
    ],
    cities,
    suppressed: [
      { path: 'topCities', groups: topCities.length - cities.length },
      { path: 'demographics.age', groups: age.suppressed },
      { path: 'demographics.gender', groups: gender.suppressed },
    ].filter(({ groups }) => groups > 0),
  };
}
