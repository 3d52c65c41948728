/** What in an artist's figures cannot be: said, and nothing is derived from it. */
import type { Inline } from '../../document/nodes.js';
import type { ReportContext } from '../../report/context.js';
import { makeFinding } from '../../report/insight.js';
import type { Finding } from '../../report/model.js';
import { readPoint } from '../../report/period.js';
import { readKpi } from './readings.js';
import type { ArtistPoint, SpotifyArtistInput } from './schema.js';
import { totalFinding } from './total.js';

/** What is not to be derived from, since it contradicts something else. */
export type Broken = 'listeners' | 'listenersBefore' | 'cities' | 'tracks' | 'sources';

export type Contradictions = { readonly findings: Finding[]; readonly broken: ReadonlySet<Broken> };

type Report = (broken: Broken | undefined, finding: Finding) => void;

/** Shares that were rounded to three decimals still pass. */
const sumTolerance = 1e-3;

/** A counter of followers moves a little every day. Below both it is people who left; above, a clean-up. */
const minFall = 10;
const minFallRatio = 1e-3;

const count = (value: number): Inline => ({ type: 'number', value, maxFractionDigits: 0 });
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function checkListeners(input: SpotifyArtistInput, context: ReportContext, report: Report): void {
  const [listeners, streams] = [readKpi(input, 'listeners'), readKpi(input, 'streams')];
  if (listeners === undefined || streams === undefined) return;
  const paths = ['kpis.listeners', 'kpis.streams'];
  if (listeners.value > streams.value) {
    const params = { listeners: count(listeners.value), streams: count(streams.value) };
    report('listeners', makeFinding(context, 'finding.listenersAboveStreams', { params, paths }));
  }
  const { previous: before } = listeners;
  if (before !== undefined && streams.previous !== undefined && before > streams.previous) {
    const params = { listeners: count(before), streams: count(streams.previous) };
    const where = paths.map((path) => `${path}.previous`);
    report('listenersBefore', makeFinding(context, 'finding.listenersAboveStreamsBefore', { params, paths: where }));
  }
}

function checkPoints({ timeline = [] }: SpotifyArtistInput, context: ReportContext, report: Report): void {
  const paths: string[] = [];
  timeline.forEach(({ listeners = 0, streams }, index) => {
    if (streams !== undefined && listeners > streams) paths.push(`timeline.${index}`);
  });
  if (paths.length === 0) return;
  const spec = { params: { count: count(paths.length) }, counts: ['count'], paths };
  report(undefined, makeFinding(context, 'finding.pointsListenersAboveStreams', spec));
}

/** Cities are counted by listeners of 28 days or of the window, whichever are more. */
function checkCities(input: SpotifyArtistInput, context: ReportContext, report: Report): void {
  const known = [readKpi(input, 'listeners'), readKpi(input, 'monthlyListeners')].flatMap((kpi) => kpi?.value ?? []);
  if (known.length === 0) return;
  const total = Math.max(...known);
  const sum = sumOf((input.topCities ?? []).map(({ listeners }) => listeners));
  if (sum <= total) return;
  const params = { sum: count(sum), total: count(total) };
  report('cities', makeFinding(context, 'finding.citiesAboveListeners', { params, paths: ['topCities', 'kpis'] }));
}

function checkTracks(input: SpotifyArtistInput, context: ReportContext, report: Report): void {
  const streams = readKpi(input, 'streams');
  const sum = sumOf((input.topTracks ?? []).map((track) => track.streams ?? 0));
  if (streams === undefined || sum <= streams.value) return;
  const params = { sum: count(sum), total: count(streams.value) };
  const paths = ['topTracks', 'kpis.streams'];
  report('tracks', makeFinding(context, 'finding.tracksAboveStreams', { params, paths }));
}

function checkSources({ sources }: SpotifyArtistInput, context: ReportContext, report: Report): void {
  const shares = Object.values(sources ?? {}).filter((share) => share !== undefined);
  const sum = sumOf(shares);
  if (shares.length === 0 || Math.abs(1 - sum) <= sumTolerance) return;
  const params: Record<string, Inline> = {
    what: { type: 'text', value: context.localizer.t('spotifyArtist.sources') },
    sum: { type: 'number', value: sum, style: 'percent' },
    whole: { type: 'number', value: 1, style: 'percent' },
  };
  report('sources', makeFinding(context, 'finding.sharesSum', { params, paths: ['sources'] }));
}

const counters = [
  // It never goes down by itself.
  { member: 'streamsTotal', label: 'metric.streamsTotal', least: 1, leastRatio: 0 },
  { member: 'followers', label: 'metric.followers', least: minFall, leastRatio: minFallRatio },
] as const;

type Fall = { readonly index: number; readonly from: number; readonly to: number };

/** The largest fall of a counter at a point that is not marked. */
function largestFall(
  timeline: readonly ArtistPoint[],
  { member, least, leastRatio }: (typeof counters)[number],
): Fall | undefined {
  let largest: Fall | undefined;
  let from: number | undefined;
  for (const [index, point] of timeline.entries()) {
    const to = point[member];
    if (to === undefined) continue;
    const fall = (from ?? to) - to;
    const isFall = from !== undefined && fall >= least && fall >= leastRatio * from && point.correction !== true;
    if (isFall && (largest === undefined || fall > largest.from - largest.to))
      largest = { index, from: from ?? to, to };
    from = to;
  }
  return largest;
}

function checkCounters({ timeline = [] }: SpotifyArtistInput, context: ReportContext, report: Report): void {
  for (const counter of counters) {
    const fall = largestFall(timeline, counter);
    if (fall === undefined) continue;
    const params: Record<string, Inline> = {
      metric: { type: 'text', value: context.localizer.t(counter.label) },
      from: count(fall.from),
      to: count(fall.to),
      day: { type: 'date', value: readPoint(timeline[fall.index]?.t) ?? 0, style: 'day' },
    };
    const paths = [`timeline.${fall.index}.${counter.member}`];
    report(undefined, makeFinding(context, 'finding.counterFell', { severity: 'info', params, paths }));
  }
}

const checks = [checkListeners, checkPoints, checkTracks, checkCities, checkSources, checkCounters] as const;

/** Finds what cannot be. */
export function findContradictions(
  input: SpotifyArtistInput,
  times: readonly number[],
  context: ReportContext,
): Contradictions {
  const findings: Finding[] = [];
  const broken = new Set<Broken>();
  const report: Report = (what, finding) => {
    findings.push(finding);
    if (what !== undefined) broken.add(what);
  };
  for (const check of checks) check(input, context, report);
  const total = totalFinding(input, times, context);
  if (total !== undefined) findings.push(total);
  return { findings, broken };
}
