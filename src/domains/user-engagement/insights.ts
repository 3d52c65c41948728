/** What stands out: changes, what drove them, cohorts that come back more or less, where people are lost, when they are there. */
import type { Inline } from '../../document/nodes.js';
import { changeInsight } from '../../report/changes.js';
import type { ReportContext } from '../../report/context.js';
import { toNumber } from '../../report/figure.js';
import { makeInsight } from '../../report/insight.js';
import type { Derivation, Insight, ReportKpi } from '../../report/model.js';
import { isSignificant, minSample, proportionsZ } from '../../report/statistics.js';
import { hourOf, peakOf, weekdayOf } from './heatmap.js';
import { cohortLabel } from './points.js';
import {
  type CompleteCell,
  type CurvePoint,
  distancePath,
  firstReturn,
  halfLifeOf,
  shareOfCells,
} from './retention.js';
import type { FunnelStep, Retention, UserEngagementInput } from './schema.js';

const text = (value: string): Inline => ({ type: 'text', value });
const percent = (value: number): Inline => ({ type: 'number', value, style: 'percent' });

/** Says how retention differs between the oldest and the youngest cohort whose cell is over. Silent where chance would do. */
function retentionInsight(
  context: ReportContext,
  { unit, cohorts }: Retention,
  curve: readonly CurvePoint[],
): Insight | undefined {
  const point = firstReturn(curve.filter(({ cells }) => cells.length > 1));
  const [first, last] = [point?.cells[0], point?.cells.at(-1)];
  if (point === undefined || first === undefined || last === undefined) return undefined;
  if (Math.min(first.size, last.size) < minSample) return undefined;
  if (!isSignificant(proportionsZ(last.retained, last.size, first.retained, first.size))) return undefined;
  const [now, before] = [last.retained / last.size, first.retained / first.size];
  const isRise = now > before;
  const [nowFrom, beforeFrom] = [shareOfCells([last]), shareOfCells([first])];
  const delta: Derivation = { op: 'points', from: isRise ? [nowFrom, beforeFrom] : [beforeFrom, nowFrom] };
  const cohortOf = ({ cohort }: CompleteCell): Inline =>
    text(cohortLabel(context.localizer, cohorts[cohort]?.start ?? 0, unit));
  return makeInsight(context, isRise ? 'insight.retentionRose' : 'insight.retentionFell', {
    severity: isRise ? 'info' : 'notice',
    params: {
      metric: text(context.localizer.t('userEngagement.retentionAt', { unit, k: point.k })),
      value: percent(now),
      cohort: cohortOf(last),
      delta: { type: 'number', value: Math.abs(now - before) * 100, maxFractionDigits: 1 },
      first: cohortOf(first),
    },
    evidence: [
      { param: 'metric', op: 'label', from: [distancePath(last)] },
      { param: 'value', ...nowFrom },
      { param: 'cohort', op: 'label', from: [`retention.cohorts.${last.cohort}.start`] },
      { param: 'delta', ...delta },
      { param: 'first', op: 'label', from: [`retention.cohorts.${first.cohort}.start`] },
    ],
  });
}

/** Says when half of the people are gone, where the curve says so. */
function halfLifeInsight(
  context: ReportContext,
  { unit }: Retention,
  curve: readonly CurvePoint[],
): Insight | undefined {
  const found = halfLifeOf(curve);
  const [before, after] = [found?.before.cells[0], found?.after.cells[0]];
  if (found === undefined || before === undefined || after === undefined) return undefined;
  return makeInsight(context, 'insight.halfLife', {
    params: { unit: text(unit), value: { type: 'number', value: found.at, maxFractionDigits: 1 } },
    evidence: [
      {
        param: 'value',
        op: 'halfLife',
        from: [
          distancePath(before),
          distancePath(after),
          shareOfCells(found.before.cells),
          shareOfCells(found.after.cells),
        ],
      },
    ],
  });
}

/** Names the step at which most people are lost. Steps that rise lose nobody. */
function funnelInsight(context: ReportContext, funnel: readonly FunnelStep[]): Insight | undefined {
  let worst = 0;
  let most = 0;
  for (let index = 1; index < funnel.length; index += 1) {
    const before = funnel[index - 1]?.count ?? 0;
    const lost = before - (funnel[index]?.count ?? 0);
    if (before < minSample || lost <= most) continue;
    worst = index;
    most = lost;
  }
  const [from, to] = [funnel[worst - 1], funnel[worst]];
  if (from === undefined || to === undefined) return undefined;
  const [fromPath, toPath] = [`funnel.${worst - 1}`, `funnel.${worst}`];
  return makeInsight(context, 'insight.funnelLoss', {
    params: {
      from: text(from.step),
      to: text(to.step),
      lost: { type: 'number', value: most, maxFractionDigits: 0 },
      share: percent(1 - to.count / from.count),
    },
    evidence: [
      { param: 'from', op: 'text', from: [`${fromPath}.step`] },
      { param: 'to', op: 'text', from: [`${toPath}.step`] },
      { param: 'lost', op: 'difference', from: [`${fromPath}.count`, `${toPath}.count`] },
      {
        param: 'share',
        op: 'complement',
        from: [{ op: 'ratio', from: [`${toPath}.count`, `${fromPath}.count`] }],
      },
    ],
  });
}

/** Names the hour of the week with most activity, where there is one. */
function peakInsight(context: ReportContext, heatmap: readonly (readonly number[])[]): Insight | undefined {
  const peak = peakOf(heatmap);
  if (peak === undefined) return undefined;
  const { weekday, hour, count } = peak;
  return makeInsight(context, 'insight.peakHour', {
    params: {
      weekday: text(weekdayOf(context.localizer, weekday)),
      hour: text(hourOf(context.localizer, hour)),
      value: { type: 'number', value: count, maxFractionDigits: 0 },
    },
    evidence: [
      { param: 'hour', op: 'label', from: [`heatmap.${weekday}.${hour}`] },
      { param: 'value', op: 'max', from: ['heatmap.*.*'] },
    ],
  });
}

/** How far a figure moved, as a share of what it was: points and percent can be compared so. */
function movementOf({ value, previous, direction }: ReportKpi): number {
  if (direction === undefined || direction === 'flat' || previous === undefined) return 0;
  const [now, before] = [toNumber(value), toNumber(previous)];
  return before === 0 ? Number.MAX_VALUE : Math.abs(now - before) / Math.abs(before);
}

/** More changes than these are in the key figures. */
const maxChanges = 4;

/** Figures that say again what another one says: who cancelled, and what share that is. */
const restated: Readonly<Record<string, string>> = {
  cancels: 'churnRatio',
  quickRatio: 'churnRatio',
  streams30s: 'plays',
  sessionP90Ms: 'sessionMedianMs',
};

/** Says which figures moved most. Where none moved, it says so of the first that was compared. */
function changeInsights(context: ReportContext, kpis: readonly ReportKpi[]): Insight[] {
  const spoken = kpis.filter(({ key }) => !kpis.some((other) => other.key === restated[key] && other.direction));
  const ranked = spoken
    .map((kpi) => ({ kpi, movement: movementOf(kpi) }))
    .sort((a, b) => Number(b.kpi.verdict === 'bad') - Number(a.kpi.verdict === 'bad') || b.movement - a.movement);
  const moved = ranked.filter(({ movement }) => movement > 0);
  const said = (moved.length > 0 ? moved : ranked.filter(({ kpi }) => kpi.direction).slice(0, 1)).slice(0, maxChanges);
  return said.flatMap(({ kpi }) => changeInsight(context, kpi) ?? []);
}

const ranks: Readonly<Record<Insight['severity'], number>> = { warning: 0, notice: 1, info: 2 };

/** A change and what drove it, which stay together. */
export type Driven = { readonly kpi: ReportKpi; readonly insight: Insight };

function drivenInsights(context: ReportContext, { kpi, insight }: Driven): Insight[] {
  const change = changeInsight(context, kpi);
  return change === undefined ? [insight] : [change, insight];
}

/** All sentences, what needs attention first. */
export function insightsOf(
  context: ReportContext,
  { retention, funnel = [], heatmap = [] }: UserEngagementInput,
  kpis: readonly ReportKpi[],
  curve: readonly CurvePoint[],
  driven: readonly Driven[],
): Insight[] {
  const explained = new Set(driven.map(({ kpi }) => kpi.key));
  const single = [
    retention && retentionInsight(context, retention, curve),
    funnelInsight(context, funnel),
    retention && halfLifeInsight(context, retention, curve),
    peakInsight(context, heatmap),
  ].filter((insight) => insight !== undefined);
  const changes = changeInsights(
    context,
    kpis.filter(({ key }) => !explained.has(key)),
  );
  const groups = [
    ...driven.map((each) => drivenInsights(context, each)),
    ...[...changes, ...single].map((one) => [one]),
  ];
  const rankOf = (group: readonly Insight[]): number => Math.min(...group.map(({ severity }) => ranks[severity]));
  return groups.sort((a, b) => rankOf(a) - rankOf(b)).flat();
}
