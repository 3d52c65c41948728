/** What follows from a playlist's figures, in sentences. */
import type { Inline } from '../../document/nodes.js';
import type { ReportContext } from '../../report/context.js';
import { makeInsight } from '../../report/insight.js';
import type { Insight, ReportKpi } from '../../report/model.js';
import { byUrgency, changeInsights } from '../../report/order.js';
import { minSample } from '../../report/statistics.js';
import type { Movement, Placed } from './movement.js';
import type { PlaylistAnalyticsInput } from './schema.js';
import { artistCounts } from './tracks.js';

const maxChanges = 3;
const maxNamed = 3;

/** Of fewer tracks one artist soon has a fifth. */
const minTracks = 10;
const minShare = 0.2;

/** Skips of a track are spoken of from this share on. */
const minSkipRatio = 0.3;

/** A move of one place may be made by one track that left. */
const minPlaces = 2;

const text = (value: string): Inline => ({ type: 'text', value });
const whole = (value: number): Inline => ({ type: 'number', value, maxFractionDigits: 0 });
const percent = (value: number): Inline => ({ type: 'number', value, style: 'percent' });

const comings = [
  { list: 'entered', path: 'tracks', all: 'insight.entered', some: 'insight.enteredAmong' },
  { list: 'left', path: 'previousTracks', all: 'insight.left', some: 'insight.leftAmong' },
] as const;

function comingsAndGoings(movement: Movement, context: ReportContext): Insight[] {
  return comings.flatMap(({ list, path, all, some }) => {
    const placed: readonly Placed[] = movement[list];
    if (placed.length === 0) return [];
    const named = placed.slice(0, maxNamed);
    const titles = context.localizer.list(named.map(({ track }) => track.title));
    return [
      makeInsight(context, placed.length > named.length ? some : all, {
        params: { count: whole(placed.length), titles: text(titles) },
        counts: ['count'],
        evidence: [
          { param: 'count', op: 'count', from: placed.map(({ index }) => `${path}.${index}.position`) },
          { param: 'titles', op: 'label', from: named.map(({ index }) => `${path}.${index}.title`) },
        ],
      }),
    ];
  });
}

function largestMove({ moved: [first] }: Movement, context: ReportContext): Insight[] {
  if (first === undefined || Math.abs(first.places) < minPlaces) return [];
  const { track, from, to, paths } = first;
  return [
    makeInsight(context, 'insight.rankMove', {
      params: { title: text(track.title), from: whole(from), to: whole(to) },
      evidence: [
        { param: 'title', op: 'text', from: [paths.title] },
        { param: 'from', op: 'value', from: [paths.from] },
        { param: 'to', op: 'value', from: [paths.to] },
      ],
    }),
  ];
}

/** The track that is skipped most. Where plays are known, few of them say nothing. */
function mostSkipped({ tracks = [] }: PlaylistAnalyticsInput, context: ReportContext): Insight[] {
  let worst = -1;
  tracks.forEach(({ skipRatio, plays = minSample }, index) => {
    if (skipRatio === undefined || skipRatio < minSkipRatio || plays < minSample) return;
    if (worst < 0 || skipRatio > (tracks[worst]?.skipRatio ?? 0)) worst = index;
  });
  const track = tracks[worst];
  if (track?.skipRatio === undefined) return [];
  const path = `tracks.${worst}`;
  return [
    makeInsight(context, 'insight.mostSkipped', {
      params: { title: text(track.title), position: whole(track.position), ratio: percent(track.skipRatio) },
      evidence: [
        { param: 'title', op: 'text', from: [`${path}.title`] },
        { param: 'position', op: 'value', from: [`${path}.position`] },
        { param: 'ratio', op: 'value', from: [`${path}.skipRatio`] },
      ],
    }),
  ];
}

function topArtist(input: PlaylistAnalyticsInput, context: ReportContext): Insight[] {
  const { tracks = [] } = input;
  const [first] = artistCounts(input);
  if (first === undefined || tracks.length < minTracks) return [];
  const [artist, count] = first;
  const share = count / tracks.length;
  if (share < minShare) return [];
  const theirs = { path: 'tracks.*.artist', where: { artist } };
  return [
    makeInsight(context, 'insight.topArtistShare', {
      params: { artist: text(artist), share: percent(share) },
      evidence: [
        { param: 'artist', op: 'text', from: ['tracks.*.artist'] },
        {
          param: 'share',
          op: 'ratio',
          from: [
            { op: 'count', from: [theirs] },
            { op: 'count', from: ['tracks.*.position'] },
          ],
        },
      ],
    }),
  ];
}

/** Says what stands out, at most seven sentences: what needs attention first. */
export function playlistInsights(
  input: PlaylistAnalyticsInput,
  movement: Movement,
  context: ReportContext,
  kpis: readonly ReportKpi[],
): Insight[] {
  return byUrgency([
    ...changeInsights(context, kpis, maxChanges),
    ...comingsAndGoings(movement, context),
    ...largestMove(movement, context),
    ...mostSkipped(input, context),
    ...topArtist(input, context),
  ]);
}
