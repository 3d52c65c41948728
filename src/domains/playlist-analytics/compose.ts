/** A playlist's figures -> the parts of a report. */
import type { Fact, Inline } from '../../document/nodes.js';
import type { ReportParts } from '../../report/compose.js';
import { type ReportContext, reportLoss } from '../../report/context.js';
import { readSpotifyRef, spotifyUrlOf } from '../../report/identifiers.js';
import { cleanLine } from '../../sanitize/text.js';
import { safeUrl } from '../../sanitize/url.js';
import { playlistCharts } from './charts.js';
import { playlistFindings } from './findings.js';
import { playlistInsights } from './insights.js';
import { playlistKpis } from './kpis.js';
import { movementOf } from './movement.js';
import type { PlaylistAnalyticsInput } from './schema.js';
import { playlistTables } from './tables.js';
import { artistConcentration, meanAgeMs } from './tracks.js';

/** Where the playlist is found: the page given, else that on Spotify. */
function urlOf({ playlist: { url, uri } }: PlaylistAnalyticsInput, context: ReportContext): string | undefined {
  const own = url === undefined ? undefined : safeUrl(url, { schemes: ['https'] });
  if (url !== undefined && own === undefined) {
    reportLoss(context, 'dropped', 'playlist.url', 'An address was left out, expected an `https` URL');
  }
  const ref = uri === undefined ? undefined : readSpotifyRef(uri);
  return own ?? (ref === undefined ? undefined : spotifyUrlOf(ref));
}

function factsOf(input: PlaylistAnalyticsInput, context: ReportContext, url: string | undefined): Fact[] {
  const { t } = context.localizer;
  const { playlist } = input;
  const facts: Fact[] = [];
  const add = (path: string, label: string, value: Inline): number => facts.push({ path, label, value: [value] });
  if (url !== undefined) {
    const children: Inline[] = [{ type: 'text', value: cleanLine(playlist.name) }];
    add('playlist', t('playlistAnalytics.playlist'), { type: 'link', url, children });
  }
  if (playlist.owner !== undefined) {
    add('playlist.owner', t('playlistAnalytics.owner'), { type: 'text', value: playlist.owner });
  }
  const tracks = playlist.trackCount ?? input.tracks?.length;
  if (tracks !== undefined) {
    add('playlist.trackCount', t('playlistAnalytics.tracks'), { type: 'number', value: tracks });
  }
  if (playlist.totalDurationMs !== undefined) {
    const durationMs = playlist.totalDurationMs;
    add('playlist.totalDurationMs', t('playlistAnalytics.duration'), { type: 'duration', durationMs });
  }
  const age = context.period === undefined ? undefined : meanAgeMs(input, context.period.toMs);
  if (age !== undefined) add('tracks', t('playlistAnalytics.meanAge'), { type: 'duration', durationMs: age });
  const concentration = artistConcentration(input);
  if (concentration !== undefined) {
    const value: Inline = { type: 'number', value: concentration, maxFractionDigits: 3 };
    add('tracks', t('playlistAnalytics.concentration'), value);
  }
  return facts;
}

function notesOf(input: PlaylistAnalyticsInput, { localizer: { t } }: ReportContext): string[] {
  const { playlist, tracks = [], unavailableCount = 0 } = input;
  const total = playlist.trackCount ?? 0;
  return [
    ...(tracks.length > 0 && tracks.length + unavailableCount < total
      ? [t('playlistAnalytics.note.listed', { listed: tracks.length, total })]
      : []),
    ...(unavailableCount > 0 ? [t('playlistAnalytics.note.unavailable', { count: unavailableCount })] : []),
  ];
}

/** Composes the report of a playlist. */
export function composePlaylistAnalytics(input: PlaylistAnalyticsInput, context: ReportContext): ReportParts {
  const movement = movementOf(input);
  const kpis = playlistKpis(input, movement, context);
  const url = urlOf(input, context);
  return {
    title: context.localizer.t('playlistAnalytics.title', { name: cleanLine(input.playlist.name) }),
    facts: factsOf(input, context, url),
    kpis,
    insights: playlistInsights(input, movement, context, kpis),
    findings: playlistFindings(input, movement, context),
    charts: playlistCharts(input, movement, context),
    tables: playlistTables(input, movement, context),
    notes: notesOf(input, context),
    meta: url === undefined ? {} : { url },
  };
}
