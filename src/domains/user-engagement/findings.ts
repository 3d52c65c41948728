/** What an input says twice and differently: parts above their whole, steps of a funnel that rise. */
import type { Inline } from '../../document/nodes.js';
import type { ReportContext } from '../../report/context.js';
import { type Figure, readingOf } from '../../report/figure.js';
import { makeFinding } from '../../report/insight.js';
import { figureInline } from '../../report/kpi.js';
import type { FigureUnit, Finding } from '../../report/model.js';
import type { MetricMessage } from './kpis.js';
import type { UserEngagementInput } from './schema.js';

type Side = readonly [path: string, label: MetricMessage, figureOf: (input: UserEngagementInput) => Figure | undefined];

const dau: Side = ['active.dau', 'metric.dau', ({ active }) => active?.dau];
const wau: Side = ['active.wau', 'metric.wau', ({ active }) => active?.wau];
const mau: Side = ['active.mau', 'metric.mau', ({ active }) => active?.mau];
const plays: Side = ['listening.plays', 'metric.plays', ({ listening }) => listening?.plays];

/** The first can be no larger than the second. */
const pairs: readonly (readonly [Side, Side, FigureUnit?])[] = [
  [dau, wau],
  [wau, mau],
  [dau, mau],
  [['listening.streams30s', 'metric.streams30s', ({ listening }) => listening?.streams30s], plays],
  [['listening.skips', 'metric.skips', ({ listening }) => listening?.skips], plays],
  [['listening.completions', 'metric.completions', ({ listening }) => listening?.completions], plays],
  [
    ['sessions.medianMs', 'metric.sessionMedianMs', ({ sessions }) => sessions?.medianMs],
    ['sessions.p90Ms', 'metric.sessionP90Ms', ({ sessions }) => sessions?.p90Ms],
    'durationMs',
  ],
  [
    ['subscription.cancels', 'metric.cancels', ({ subscription }) => subscription?.cancels],
    ['subscription.activeAtStart', 'metric.activeAtStart', ({ subscription }) => subscription?.activeAtStart],
  ],
  [
    ['subscription.trialConversions', 'metric.trialConversions', ({ subscription }) => subscription?.trialConversions],
    ['subscription.trials', 'metric.trials', ({ subscription }) => subscription?.trials],
  ],
];

const text = (value: string): Inline => ({ type: 'text', value });

const numberOf = (figure: Figure | undefined): number | undefined =>
  figure === undefined ? undefined : readingOf(figure).value;

function pairFindings(context: ReportContext, input: UserEngagementInput): Finding[] {
  const { t } = context.localizer;
  return pairs.flatMap(([[path, label, of], [otherPath, otherLabel, ofOther], unit = 'count']) => {
    const [part, whole] = [numberOf(of(input)), numberOf(ofOther(input))];
    if (part === undefined || whole === undefined || part <= whole) return [];
    const params = {
      part: text(t(label)),
      value: figureInline({ unit }, part),
      whole: text(t(otherLabel)),
      limit: figureInline({ unit }, whole),
    };
    return [makeFinding(context, 'finding.aboveWhole', { params, paths: [path, otherPath] })];
  });
}

function seriesFinding(context: ReportContext, { active }: UserEngagementInput): Finding[] {
  const paths = (active?.series ?? []).flatMap((point, index) => {
    const known = [point.dau, point.wau, point.mau].filter((value) => value !== undefined);
    const isOrdered = known.every((value, at) => at === 0 || value >= (known[at - 1] ?? 0));
    return isOrdered ? [] : [`active.series.${index}`];
  });
  if (paths.length === 0) return [];
  const params = { count: figureInline({ unit: 'count' }, paths.length) };
  return [makeFinding(context, 'finding.activeOrder', { params, counts: ['count'], paths })];
}

function funnelFindings(context: ReportContext, { funnel = [] }: UserEngagementInput): Finding[] {
  return funnel.flatMap(({ step, count }, index) => {
    const before = funnel[index - 1];
    if (before === undefined || count <= before.count) return [];
    const params = {
      step: text(step),
      value: figureInline({ unit: 'count' }, count),
      before: text(before.step),
      limit: figureInline({ unit: 'count' }, before.count),
    };
    const paths = [`funnel.${index}.count`, `funnel.${index - 1}.count`];
    return [makeFinding(context, 'finding.funnelRises', { params, paths })];
  });
}

/** Finds all contradictions. */
export const findingsOf = (context: ReportContext, input: UserEngagementInput): Finding[] => [
  ...pairFindings(context, input),
  ...seriesFinding(context, input),
  ...funnelFindings(context, input),
];

/** Whether the active users contradict each other. */
export const hasActiveConflict = (findings: readonly Finding[]): boolean =>
  findings.some(({ code, paths }) => code === 'aboveWhole' && paths.every((path) => path.startsWith('active.')));
