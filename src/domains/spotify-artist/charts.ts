/** The charts of an artist: streams and listeners over time, cities, sources. */
import { chartAlt } from '../../chart/alt.js';
import type { Chart, Series } from '../../document/nodes.js';
import type { ReportContext } from '../../report/context.js';
import type { Insight } from '../../report/model.js';
import { pointLabel } from '../../report/period.js';
import type { Broken } from './contradictions.js';
import { rankRows } from './ranking.js';
import { type ArtistCity, type ArtistPoint, type SpotifyArtistInput, sourceKeys } from './schema.js';
import { grainOf, provisionalFrom } from './timeline.js';
import { sourceWords } from './words.js';

/** More bars than this are a table. */
const maxCities = 10;

/** Describes a chart, under the first sentence of these codes that the report says. */
function described(
  { localizer }: ReportContext,
  chart: Chart,
  insights: readonly Insight[],
  codes: readonly string[],
): Chart {
  const headline = codes.flatMap((wanted) => insights.find(({ code }) => code === wanted) ?? [])[0];
  return { ...chart, alt: chartAlt(chart, localizer, headline?.text) };
}

const lines = [
  { member: 'streams', label: 'metric.streams' },
  { member: 'listeners', label: 'metric.listeners' },
] as const;

function seriesOf(
  timeline: readonly ArtistPoint[],
  { member, label }: (typeof lines)[number],
  openFrom: number | undefined,
  { localizer }: ReportContext,
): Series[] {
  if (timeline.every((point) => point[member] === undefined)) return [];
  const series = { name: localizer.t(label), values: timeline.map((point) => point[member] ?? null) };
  return [openFrom === undefined ? series : { ...series, provisionalFrom: openFrom }];
}

function timelineChart(
  { timeline = [] }: SpotifyArtistInput,
  times: readonly number[],
  context: ReportContext,
  insights: readonly Insight[],
): Chart[] {
  const { localizer, period } = context;
  const openFrom = provisionalFrom(times, period);
  const series = lines.flatMap((line) => seriesOf(timeline, line, openFrom, context));
  if (series.length === 0) return [];
  const grain = grainOf(times);
  const categories = times.map((time) => pointLabel(localizer, time, grain));
  const title = localizer.t('spotifyArtist.timeline');
  const chart: Chart = { type: 'chart', path: 'timeline', kind: 'line', title, alt: '', categories, series, times };
  return [described(context, chart, insights, ['weeklyRate', 'fourWeeks'])];
}

function cityChart(cities: readonly ArtistCity[], context: ReportContext, insights: readonly Insight[]): Chart[] {
  if (cities.length < 2) return [];
  const { t } = context.localizer;
  const shown = rankRows(cities, ({ listeners }) => listeners).slice(0, maxCities);
  const chart: Chart = {
    type: 'chart',
    path: 'topCities.listeners',
    kind: 'bar',
    title: t('spotifyArtist.topCities'),
    alt: '',
    categories: shown.map(({ row }) => row.city),
    series: [{ name: t('metric.listeners'), values: shown.map(({ row }) => row.listeners) }],
  };
  return [described(context, chart, insights, ['topCityShare'])];
}

/** Shares that do not add up to all make no pie: then they are bars beside each other. */
function sourceChart(
  { sources }: SpotifyArtistInput,
  context: ReportContext,
  broken: ReadonlySet<Broken>,
  insights: readonly Insight[],
): Chart[] {
  const known = sourceKeys.filter((key) => sources?.[key] !== undefined);
  if (known.length === 0) return [];
  const { t } = context.localizer;
  const chart: Chart = {
    type: 'chart',
    path: 'sources',
    kind: broken.has('sources') ? 'bar' : 'pie',
    title: t('spotifyArtist.sources'),
    alt: '',
    categories: known.map((key) => t(sourceWords[key])),
    series: [{ name: t('spotifyArtist.shareOfStreams'), values: known.map((key) => sources?.[key] ?? 0) }],
    style: 'percent',
  };
  return [described(context, chart, insights, ['topSource'])];
}

/** Draws what there is to draw. `cities`: those of enough people. */
export const artistCharts = (
  input: SpotifyArtistInput,
  times: readonly number[],
  context: ReportContext,
  cities: readonly ArtistCity[],
  broken: ReadonlySet<Broken>,
  insights: readonly Insight[],
): Chart[] => [
  ...timelineChart(input, times, context, insights),
  ...cityChart(cities, context, insights),
  ...sourceChart(input, context, broken, insights),
];
