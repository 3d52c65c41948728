/** An artist's figures -> the parts of a report. */
import type { DocumentMeta, Fact } from '../../document/nodes.js';
import type { ReportParts } from '../../report/compose.js';
import { type ReportContext, reportLoss } from '../../report/context.js';
import type { ReportKpi } from '../../report/model.js';
import { cleanLine } from '../../sanitize/text.js';
import { artistCharts } from './charts.js';
import { findContradictions } from './contradictions.js';
import { artistInsights } from './insights.js';
import { artistJsonLd, artistUrl, secureUrl } from './json-ld.js';
import { artistKpis } from './kpis.js';
import type { SpotifyArtistInput } from './schema.js';
import { type ArtistTables, artistTables } from './tables.js';
import { timesOf } from './timeline.js';

function reportUnsafeUrls({ artist: { url, images = [] } }: SpotifyArtistInput, context: ReportContext): void {
  const given = [
    ...(url === undefined ? [] : [{ path: 'artist.url', url }]),
    ...images.map((image, index) => ({ path: `artist.images.${index}.url`, url: image.url })),
  ];
  for (const { path, url } of given) {
    if (secureUrl(url) === undefined) {
      reportLoss(context, 'dropped', path, 'An address was left out, expected an `https` URL');
    }
  }
}

function notesOf(
  { timeline = [] }: SpotifyArtistInput,
  { localizer: { t }, options }: ReportContext,
  kpis: readonly ReportKpi[],
  { suppressed }: ArtistTables,
): string[] {
  const has = (wanted: string): boolean => kpis.some(({ key }) => key === wanted);
  const corrections = timeline.filter(({ correction }) => correction === true).length;
  const hidden = suppressed.reduce((sum, { groups }) => sum + groups, 0);
  return [
    ...(has('monthlyListeners') ? [t('spotifyArtist.note.monthlyListeners')] : []),
    ...(has('followerRatio') ? [t('spotifyArtist.note.followerRatio')] : []),
    ...(corrections > 0 ? [t('spotifyArtist.note.corrections', { count: corrections })] : []),
    ...(hidden > 0 ? [t('report.suppressed', { count: hidden, min: options.minCellCount })] : []),
  ];
}

/** Composes the report of an artist. */
export function composeSpotifyArtist(input: SpotifyArtistInput, context: ReportContext): ReportParts {
  const { t } = context.localizer;
  const name = cleanLine(input.artist.name);
  const times = timesOf(input.timeline ?? []);
  const { findings, broken } = findContradictions(input, times, context);
  const kpis = artistKpis(input, context, broken);
  const tables = artistTables(input, context);
  for (const { path, groups } of tables.suppressed) {
    const numbers = { limit: context.options.minCellCount, actual: groups, unit: 'item' } as const;
    reportLoss(context, 'suppressed', path, 'Groups of too few people are not shown', numbers);
  }
  reportUnsafeUrls(input, context);
  const url = artistUrl(input.artist);
  const insights = artistInsights(input, times, context, kpis, broken);
  const label = t('spotifyArtist.artist');
  const facts: Fact[] =
    url === undefined
      ? []
      : [{ path: 'artist', label, value: [{ type: 'link', url, children: [{ type: 'text', value: name }] }] }];
  const meta: DocumentMeta = url === undefined ? {} : { url };
  return {
    title: t('spotifyArtist.title', { name }),
    facts,
    kpis,
    insights,
    findings,
    charts: artistCharts(input, times, context, tables.cities, broken, insights),
    tables: tables.tables,
    notes: notesOf(input, context, kpis, tables),
    meta,
    jsonLd: artistJsonLd(input, context.period, broken),
  };
}
