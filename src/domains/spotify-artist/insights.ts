/** What follows from an artist's figures, in sentences. */
import type { Inline } from '../../document/nodes.js';
import type { ReportContext } from '../../report/context.js';
import { driverInsight, type Part } from '../../report/drivers.js';
import { makeInsight } from '../../report/insight.js';
import type { Derivation, Insight, ReportKpi, Source } from '../../report/model.js';
import { byUrgency, changeInsights } from '../../report/order.js';
import { isComparable } from '../../report/period.js';
import type { Broken } from './contradictions.js';
import { type Ranked, rankRows } from './ranking.js';
import { readKpi, valueAt } from './readings.js';
import { type ArtistTrack, type SpotifyArtistInput, sourceKeys } from './schema.js';
import { growthOf } from './timeline.js';
import { sourceWords } from './words.js';

/** Changes of so many figures are said; there are growth, tracks, cities and sources to speak of too. */
const maxChanges = 3;

/** From this share on, one of many is worth a sentence, and from the next a warning: all depends on one. */
const minShare = 0.2;
const concentratedShare = 0.5;

/** A move of one place is what chance brings. */
const minPlaces = 2;

type Facts = {
  readonly input: SpotifyArtistInput;
  /** The instants of the timeline. */
  readonly times: readonly number[];
  readonly context: ReportContext;
  readonly kpis: readonly ReportKpi[];
  readonly broken: ReadonlySet<Broken>;
  readonly tracks: readonly Ranked<ArtistTrack>[];
};

const text = (value: string): Inline => ({ type: 'text', value });
const percent = (value: number): Inline => ({ type: 'number', value, style: 'percent' });
const signedPercent = (value: number): Inline => ({ type: 'number', value, style: 'percent', sign: 'always' });
const whole = (value: number): Inline => ({ type: 'number', value, maxFractionDigits: 0 });

/** Whether figures of now and before may be set against each other. */
const mayCompare = ({ period }: ReportContext): boolean =>
  period === undefined || (period.complete && isComparable(period));

/** The tracks listed and all others, which together are all streams. */
function partsOf({ input, context, tracks, broken }: Facts): readonly Part[] {
  const streams = readKpi(input, 'streams');
  if (streams?.previous === undefined || broken.has('tracks') || tracks.length === 0) return [];
  if (tracks.some(({ row }) => row.streams === undefined || row.previous === undefined)) return [];
  const parts = tracks.map(
    ({ row, index }): Part => ({
      name: row.title,
      now: row.streams ?? 0,
      before: row.previous ?? 0,
      evidence: { now: valueAt(`topTracks.${index}.streams`), before: valueAt(`topTracks.${index}.previous`) },
    }),
  );
  const rest = (all: Derivation, member: string): Derivation => ({
    op: 'difference',
    from: [all, { op: 'sum', from: [`topTracks.*.${member}`] }],
  });
  const now = parts.reduce((left, part) => left - part.now, streams.value);
  const before = parts.reduce((left, part) => left - part.before, streams.previous);
  // Then the tracks were more than all before.
  if (before < 0) return [];
  const evidence = {
    now: rest(streams.evidence.value, 'streams'),
    before: rest(streams.evidence.previous, 'previous'),
  };
  return [...parts, { name: context.localizer.t('spotifyArtist.otherTracks'), now, before, evidence }];
}

function drivers(facts: Facts): (Insight | undefined)[] {
  const streams = facts.kpis.find(({ key }) => key === 'streams');
  if (streams === undefined) return [];
  return [driverInsight(facts.context, streams, partsOf(facts), ['topTracks.*.title'])];
}

function growth({ input, times, context, kpis }: Facts): (Insight | undefined)[] {
  const { timeline = [] } = input;
  const { period, localizer } = context;
  if (timeline.length === 0 || period?.complete === false) return [];
  const { weekly, fourWeeks } = growthOf(timeline, times);
  const metric = text(localizer.t('metric.streams'));
  const found: Insight[] = [];
  if (weekly !== undefined) {
    const [rate, weeks] = weekly.evidence;
    found.push(
      makeInsight(context, 'insight.weeklyRate', {
        params: { metric, rate: signedPercent(weekly.rate), weeks: whole(weekly.weeks) },
        counts: ['weeks'],
        evidence: [
          { param: 'rate', ...rate },
          { param: 'weeks', ...weeks },
        ],
      }),
    );
  }
  // A window of that length with a figure of before says the same of itself.
  const isSaid = kpis.some(({ key, change }) => key === 'streams' && change.kind === 'percent');
  if (fourWeeks !== undefined && !isSaid) {
    const [value, delta] = fourWeeks.evidence;
    found.push(
      makeInsight(context, 'insight.fourWeeks', {
        params: { metric, value: whole(fourWeeks.sum), delta: signedPercent(fourWeeks.ratio) },
        evidence: [
          { param: 'value', ...value },
          { param: 'delta', ...delta },
        ],
      }),
    );
  }
  return found;
}

/** The tracks that are at a place or before it, which is what the place counts. */
const ahead = (tracks: readonly Ranked<ArtistTrack>[], place: (track: Ranked<ArtistTrack>) => number, of: number) =>
  tracks.filter((track) => place(track) <= of).map(({ index }): Source => `topTracks.${index}.title`);

function rankMoves({ context, tracks }: Facts): (Insight | undefined)[] {
  if (!mayCompare(context) || tracks.some(({ row }) => row.streams === undefined)) return [];
  let most: Ranked<ArtistTrack> | undefined;
  const placesOf = ({ rank, rankBefore = rank }: Ranked<ArtistTrack>): number => Math.abs(rankBefore - rank);
  for (const track of tracks) if (most === undefined || placesOf(track) > placesOf(most)) most = track;
  if (most?.rankBefore === undefined || placesOf(most) < minPlaces) return [];
  const { row, index, rank, rankBefore } = most;
  return [
    makeInsight(context, 'insight.rankMove', {
      params: { title: text(row.title), from: whole(rankBefore), to: whole(rank) },
      evidence: [
        { param: 'title', op: 'text', from: [`topTracks.${index}.title`] },
        { param: 'from', op: 'count', from: ahead(tracks, (each) => each.rankBefore ?? 0, rankBefore) },
        { param: 'to', op: 'count', from: ahead(tracks, (each) => each.rank, rank) },
      ],
    }),
  ];
}

function topTrack({ input, context, broken, tracks }: Facts): (Insight | undefined)[] {
  const [first] = tracks;
  const streams = readKpi(input, 'streams');
  if (first === undefined || streams === undefined || streams.value === 0 || broken.has('tracks')) return [];
  const share = (first.row.streams ?? 0) / streams.value;
  if (share < minShare) return [];
  const path = `topTracks.${first.index}`;
  return [
    makeInsight(context, 'insight.topTrackShare', {
      severity: share >= concentratedShare ? 'notice' : 'info',
      params: { title: text(first.row.title), share: percent(share) },
      evidence: [
        { param: 'title', op: 'text', from: [`${path}.title`] },
        { param: 'share', op: 'ratio', from: [valueAt(`${path}.streams`), streams.evidence.value] },
      ],
    }),
  ];
}

/** Cities are counted by listeners of 28 days or of the window, whichever are more. */
function topCity({ input, context, broken }: Facts): (Insight | undefined)[] {
  const [first] = rankRows(input.topCities ?? [], ({ listeners }) => listeners);
  const [window, monthly] = [readKpi(input, 'listeners'), readKpi(input, 'monthlyListeners')];
  const all = (monthly?.value ?? 0) >= (window?.value ?? 0) ? monthly : window;
  if (first === undefined || all === undefined || all.value === 0 || broken.has('cities')) return [];
  if (first.row.listeners < context.options.minCellCount) return [];
  const share = first.row.listeners / all.value;
  if (share < minShare) return [];
  const path = `topCities.${first.index}`;
  return [
    makeInsight(context, 'insight.topCityShare', {
      severity: share >= concentratedShare ? 'notice' : 'info',
      params: { city: text(first.row.city), share: percent(share) },
      evidence: [
        { param: 'city', op: 'text', from: [`${path}.city`] },
        { param: 'share', op: 'ratio', from: [valueAt(`${path}.listeners`), all.evidence.value] },
      ],
    }),
  ];
}

function topSource({ input, context, broken }: Facts): (Insight | undefined)[] {
  const { sources = {} } = input;
  if (broken.has('sources')) return [];
  let most: (typeof sourceKeys)[number] | undefined;
  for (const key of sourceKeys) {
    if ((sources[key] ?? 0) > (most === undefined ? 0 : (sources[most] ?? 0))) most = key;
  }
  if (most === undefined) return [];
  return [
    makeInsight(context, 'insight.topSource', {
      params: { source: text(context.localizer.t(sourceWords[most])), share: percent(sources[most] ?? 0) },
      evidence: [{ param: 'share', op: 'value', from: [`sources.${most}`] }],
    }),
  ];
}

const rules = [drivers, growth, rankMoves, topTrack, topCity, topSource] as const;

/** Says what stands out, at most seven sentences: what needs attention first. */
export function artistInsights(
  input: SpotifyArtistInput,
  times: readonly number[],
  context: ReportContext,
  kpis: readonly ReportKpi[],
  broken: ReadonlySet<Broken>,
): Insight[] {
  const tracks = rankRows(input.topTracks ?? [], ({ streams = 0 }) => streams);
  const facts: Facts = { input, times, context, kpis, broken, tracks };
  const more = rules.flatMap((rule) => rule(facts)).filter((insight) => insight !== undefined);
  return byUrgency([...changeInsights(context, kpis, maxChanges), ...more]);
}
