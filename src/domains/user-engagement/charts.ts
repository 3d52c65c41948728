/** Active users by time, retention as a curve and by cohort, the funnel, and the hours of a week. */
import { chartAlt } from '../../chart/alt.js';
import type { Chart, Series } from '../../document/nodes.js';
import type { ReportContext } from '../../report/context.js';
import { hourOf, weekdayOf } from './heatmap.js';
import type { MetricMessage } from './kpis.js';
import { axisOf, cohortLabel, labelsOf } from './points.js';
import { type CurvePoint, distancesOf, isComplete } from './retention.js';
import type { ActivePoint, Cohort, FunnelStep, Retention, UserEngagementInput } from './schema.js';

type Drawn = Omit<Chart, 'type' | 'alt'>;

/** Sentences that say first what a chart shows. */
type Headlines = { readonly [Path in 'active' | 'retention' | 'funnel' | 'heatmap']?: string };

const dayMs = 86_400_000;

/** Figures of the last days come in late. */
const provisionalDays = 3;

function provisionalFrom({ period }: ReportContext, times: readonly number[]): number | undefined {
  if (period === undefined || period.complete) return undefined;
  const first = times.findIndex((time) => time > period.toMs - provisionalDays * dayMs);
  return first < 0 ? times.length - 1 : first;
}

const activeSeries = [
  ['dau', 'metric.dau'],
  ['wau', 'metric.wau'],
  ['mau', 'metric.mau'],
] as const satisfies readonly (readonly [string, MetricMessage])[];

function activeChart(context: ReportContext, points: readonly ActivePoint[]): Drawn {
  const { localizer } = context;
  const axis = axisOf(points.map(({ t }) => t));
  const tail = provisionalFrom(context, axis.times);
  const series = activeSeries.flatMap(([key, label]): Series[] => {
    const values = points.map((point) => point[key] ?? null);
    if (values.every((value) => value === null)) return [];
    const name = localizer.t(label);
    return [tail === undefined ? { name, values } : { name, values, provisionalFrom: tail }];
  });
  return {
    path: 'active.series',
    kind: 'line',
    title: localizer.t('userEngagement.active'),
    categories: labelsOf(localizer, axis),
    series,
    times: axis.times,
  };
}

const distanceLabel = ({ localizer }: ReportContext, unit: Retention['unit'], k: number): string =>
  localizer.t('userEngagement.at', { unit, k });

function curveChart(context: ReportContext, { unit, cohorts }: Retention, curve: readonly CurvePoint[]): Drawn {
  const { t } = context.localizer;
  const shares = new Map(curve.map(({ k, retained, size }) => [k, retained / size]));
  const distances = distancesOf(cohorts);
  return {
    path: 'retention.curve',
    kind: 'line',
    title: t('userEngagement.retentionCurve'),
    categories: distances.map((k) => distanceLabel(context, unit, k)),
    series: [{ name: t('userEngagement.allCohorts'), values: distances.map((k) => shares.get(k) ?? null) }],
    style: 'percent',
    domain: { min: 0, max: 1 },
  };
}

/** Shares of a cohort by distance. What is not over is a gap, and no drop. */
export function cohortShares(cohort: Cohort, distances: readonly number[]): (number | null)[] {
  const shares = new Map(
    cohort.cells.filter((cell) => isComplete(cell, cohort)).map(({ k, retained }) => [k, retained / cohort.size]),
  );
  return distances.map((k) => shares.get(k) ?? null);
}

function cohortChart(context: ReportContext, { unit, cohorts }: Retention): Drawn {
  const distances = distancesOf(cohorts);
  return {
    path: 'retention.cohorts',
    kind: 'heat',
    title: context.localizer.t('userEngagement.cohorts'),
    categories: distances.map((k) => distanceLabel(context, unit, k)),
    series: cohorts.map((cohort) => ({
      name: cohortLabel(context.localizer, cohort.start, unit),
      values: cohortShares(cohort, distances),
    })),
    style: 'percent',
    domain: { min: 0, max: 1 },
  };
}

function funnelChart({ localizer }: ReportContext, funnel: readonly FunnelStep[]): Drawn {
  return {
    path: 'funnel',
    kind: 'bar',
    title: localizer.t('userEngagement.funnel'),
    categories: funnel.map(({ step }) => step),
    series: [{ name: localizer.t('userEngagement.users'), values: funnel.map(({ count }) => count) }],
  };
}

function heatChart({ localizer }: ReportContext, heatmap: readonly (readonly number[])[]): Drawn {
  return {
    path: 'heatmap',
    kind: 'heat',
    title: localizer.t('userEngagement.heatmap'),
    categories: Array.from({ length: 24 }, (_, hour) => hourOf(localizer, hour)),
    series: heatmap.map((values, weekday) => ({ name: weekdayOf(localizer, weekday), values: [...values] })),
  };
}

/** Draws what there is to draw. */
export function chartsOf(
  context: ReportContext,
  { active, retention, funnel = [], heatmap }: UserEngagementInput,
  curve: readonly CurvePoint[],
  headlines: Headlines,
): Chart[] {
  const charts: Chart[] = [];
  const push = (drawn: Drawn, headline: string | undefined): void => {
    const chart: Chart = { type: 'chart', ...drawn, alt: '' };
    charts.push({ ...chart, alt: chartAlt(chart, context.localizer, headline) });
  };
  if (active?.series !== undefined && active.series.length > 0) {
    push(activeChart(context, active.series), headlines.active);
  }
  if (retention !== undefined && curve.length > 0) {
    push(curveChart(context, retention, curve), headlines.retention);
    push(cohortChart(context, retention), undefined);
  }
  if (funnel.length > 0) push(funnelChart(context, funnel), headlines.funnel);
  if (heatmap !== undefined) push(heatChart(context, heatmap), headlines.heatmap);
  return charts;
}
