/** What in a playlist's figures cannot be. */
import type { Inline } from '../../document/nodes.js';
import type { ReportContext } from '../../report/context.js';
import { readingOf } from '../../report/figure.js';
import { makeFinding } from '../../report/insight.js';
import type { Finding } from '../../report/model.js';
import type { Movement } from './movement.js';
import type { PlaylistAnalyticsInput } from './schema.js';

const count = (value: number): Inline => ({ type: 'number', value, maxFractionDigits: 0 });

function positions({ tracks = [] }: PlaylistAnalyticsInput, context: ReportContext): Finding[] {
  const last = tracks.reduce((max, { position }) => Math.max(max, position), 0);
  const missing = last - tracks.length;
  if (missing === 0) return [];
  const params = { count: count(missing), last: count(last) };
  return [
    makeFinding(context, 'finding.positionGaps', {
      severity: 'info',
      params,
      counts: ['count', 'last'],
      paths: ['tracks'],
    }),
  ];
}

function counts(input: PlaylistAnalyticsInput, context: ReportContext): Finding[] {
  const { playlist, tracks = [], unavailableCount = 0 } = input;
  const listed = tracks.length + unavailableCount;
  if (playlist.trackCount === undefined || listed <= playlist.trackCount) return [];
  const params = { listed: count(listed), total: count(playlist.trackCount) };
  return [makeFinding(context, 'finding.tracksAboveCount', { params, paths: ['tracks', 'playlist.trackCount'] })];
}

const flows = [
  { member: 'adds', list: 'entered', id: 'finding.moreEntered' },
  { member: 'removals', list: 'left', id: 'finding.moreLeft' },
] as const;

/** More tracks may come and go than two snapshots show, never fewer. */
function activity(input: PlaylistAnalyticsInput, movement: Movement, context: ReportContext): Finding[] {
  return flows.flatMap(({ member, list, id }) => {
    const figure = input.activity?.[member];
    const found = movement[list].length;
    if (figure === undefined || found <= readingOf(figure).value) return [];
    const params = { found: count(found), stated: count(readingOf(figure).value) };
    return [makeFinding(context, id, { params, paths: [`activity.${member}`, 'tracks', 'previousTracks'] })];
  });
}

/** Finds what cannot be. */
export const playlistFindings = (
  input: PlaylistAnalyticsInput,
  movement: Movement,
  context: ReportContext,
): Finding[] => [...positions(input, context), ...counts(input, context), ...activity(input, movement, context)];
