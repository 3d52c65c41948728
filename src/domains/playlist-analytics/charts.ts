/** The charts of a playlist: audience over time, skips by position, the largest moves. */
import { chartAlt } from '../../chart/alt.js';
import type { Chart } from '../../document/nodes.js';
import type { ReportContext } from '../../report/context.js';
import { pointLabel, readPoint } from '../../report/period.js';
import { audienceWords } from './kpis.js';
import type { Movement } from './movement.js';
import type { PlaylistAnalyticsInput } from './schema.js';

const dayMs = 86_400_000;

/** Platforms settle their counts for about three days. */
const openDays = 3;

/** More bars than this are a table. */
const maxMoves = 10;

const described = (chart: Chart, { localizer }: ReportContext): Chart => ({
  ...chart,
  alt: chartAlt(chart, localizer),
});

function audienceChart({ audience }: PlaylistAnalyticsInput, context: ReportContext): Chart[] {
  const { localizer, period } = context;
  const { series = [], metric = 'followers' } = audience ?? {};
  if (series.length < 2) return [];
  const times = series.map(({ t }) => readPoint(t) ?? 0);
  const stepMs = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / (times.length - 1);
  const grain = stepMs < dayMs / 2 ? 'hour' : stepMs < 28 * dayMs ? 'day' : 'month';
  const open = Math.max(0, times.length - (stepMs < 2 * dayMs ? openDays : 1));
  const values = series.map(({ value }) => value);
  const name = localizer.t(audienceWords[metric].label);
  const chart: Chart = {
    type: 'chart',
    path: 'audience.series',
    kind: 'line',
    title: localizer.t('playlistAnalytics.audience'),
    alt: '',
    categories: times.map((time) => pointLabel(localizer, time, grain)),
    series: [period?.complete === false ? { name, values, provisionalFrom: open } : { name, values }],
    times,
  };
  return [described(chart, context)];
}

/** Positions are an axis of their own: one that nothing is known of is a gap. */
function skipChart({ tracks = [] }: PlaylistAnalyticsInput, context: ReportContext): Chart[] {
  const { t, number } = context.localizer;
  const known = tracks.filter(({ skipRatio }) => skipRatio !== undefined);
  if (known.length < 2) return [];
  const sorted = [...tracks].sort((a, b) => a.position - b.position);
  const chart: Chart = {
    type: 'chart',
    path: 'tracks.skipRatio',
    kind: 'line',
    title: t('playlistAnalytics.skips'),
    alt: '',
    categories: sorted.map(({ position }) => number(position)),
    series: [{ name: t('metric.skipRatio'), values: sorted.map(({ skipRatio }) => skipRatio ?? null) }],
    style: 'percent',
  };
  return [described(chart, context)];
}

function moveChart({ moved }: Movement, context: ReportContext): Chart[] {
  const { t } = context.localizer;
  const shown = moved.slice(0, maxMoves);
  if (shown.length < 2) return [];
  const chart: Chart = {
    type: 'chart',
    path: 'movers.places',
    kind: 'bar',
    title: t('playlistAnalytics.topMovers'),
    alt: '',
    categories: shown.map(({ track }) => track.title),
    series: [{ name: t('playlistAnalytics.places'), values: shown.map(({ places }) => places) }],
  };
  return [described(chart, context)];
}

/** Draws what there is to draw. */
export const playlistCharts = (input: PlaylistAnalyticsInput, movement: Movement, context: ReportContext): Chart[] => [
  ...audienceChart(input, context),
  ...skipChart(input, context),
  ...moveChart(movement, context),
];
