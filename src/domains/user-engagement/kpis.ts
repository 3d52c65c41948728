/** The key figures: those that the input names, and those that follow from them. */
import type { MessageId } from '../../generated/messages.js';
import type { ReportContext } from '../../report/context.js';
import type { Figure } from '../../report/figure.js';
import { type KpiSpec, makeKpi } from '../../report/kpi.js';
import type { FigureUnit, ReportKpi } from '../../report/model.js';
import { wilson } from '../../report/statistics.js';
import { type Derived, lifetimeValueOf, type Placed, placed, quickRatioOf, shareOf } from './derive.js';
import { type CurvePoint, firstReturn, shareOfCells } from './retention.js';
import type { UserEngagementInput } from './schema.js';

/** The messages that name a figure. */
export type MetricMessage = Extract<MessageId, `metric.${string}`>;

type Given = readonly [
  key: string,
  label: MetricMessage,
  path: string,
  unit: FigureUnit,
  figureOf: (input: UserEngagementInput) => Figure | undefined,
];

const active: readonly Given[] = [
  ['dau', 'metric.dau', 'active.dau', 'count', (input) => input.active?.dau],
  ['wau', 'metric.wau', 'active.wau', 'count', (input) => input.active?.wau],
  ['mau', 'metric.mau', 'active.mau', 'count', (input) => input.active?.mau],
];

const usage: readonly Given[] = [
  ['sessions', 'metric.sessions', 'sessions.count', 'count', (input) => input.sessions?.count],
  ['sessionsPerUser', 'metric.sessionsPerUser', 'sessions.perUser', 'decimal', (input) => input.sessions?.perUser],
  ['sessionMedianMs', 'metric.sessionMedianMs', 'sessions.medianMs', 'durationMs', (input) => input.sessions?.medianMs],
  ['sessionP90Ms', 'metric.sessionP90Ms', 'sessions.p90Ms', 'durationMs', (input) => input.sessions?.p90Ms],
  ['plays', 'metric.plays', 'listening.plays', 'count', (input) => input.listening?.plays],
  ['streams30s', 'metric.streams30s', 'listening.streams30s', 'count', (input) => input.listening?.streams30s],
  ['listeningMs', 'metric.listeningMs', 'listening.listeningMs', 'durationMs', (input) => input.listening?.listeningMs],
];

const subscribers: readonly Given[] = [
  ['starts', 'metric.starts', 'subscription.starts', 'count', (input) => input.subscription?.starts],
  ['cancels', 'metric.cancels', 'subscription.cancels', 'count', (input) => input.subscription?.cancels],
  [
    'reactivations',
    'metric.reactivations',
    'subscription.reactivations',
    'count',
    (i) => i.subscription?.reactivations,
  ],
];

function pushGiven(kpis: ReportKpi[], context: ReportContext, input: UserEngagementInput, all: readonly Given[]): void {
  for (const [key, label, path, unit, figureOf] of all) {
    const figure = figureOf(input);
    if (figure === undefined) continue;
    kpis.push(makeKpi(context, { key, label: context.localizer.t(label), path, unit, figure }));
  }
}

type DerivedSpec = Pick<KpiSpec, 'key' | 'label' | 'path'> & { readonly unit?: FigureUnit };

function pushDerived(
  kpis: ReportKpi[],
  context: ReportContext,
  { unit = 'ratio', ...spec }: DerivedSpec,
  derived: Derived | undefined,
): void {
  if (derived !== undefined) kpis.push(makeKpi(context, { ...spec, unit, ...derived }));
}

const at = (figure: Figure | undefined, path: string): Placed | undefined =>
  figure === undefined ? undefined : placed(figure, path);

function pushListening(kpis: ReportKpi[], context: ReportContext, { listening }: UserEngagementInput): void {
  if (listening === undefined) return;
  const { t } = context.localizer;
  const plays = placed(listening.plays, 'listening.plays');
  const { skips, completions } = listening;
  pushDerived(
    kpis,
    context,
    { key: 'skipRatio', label: t('metric.skipRatio'), path: 'listening.skips' },
    shareOf(at(skips, 'listening.skips'), plays),
  );
  pushDerived(
    kpis,
    context,
    { key: 'completionRatio', label: t('metric.completionRatio'), path: 'listening.completions' },
    shareOf(at(completions, 'listening.completions'), plays),
  );
}

function pushSubscription(kpis: ReportKpi[], context: ReportContext, { subscription }: UserEngagementInput): void {
  if (subscription === undefined) return;
  const { t } = context.localizer;
  const { starts, cancels, trialConversions, trials, reactivations, activeAtStart } = subscription;
  const lost = placed(cancels, 'subscription.cancels');
  const returned = at(reactivations, 'subscription.reactivations');
  const gains = [placed(starts, 'subscription.starts'), ...(returned === undefined ? [] : [returned])];
  pushDerived(
    kpis,
    context,
    { key: 'churnRatio', label: t('metric.churnRatio'), path: 'subscription.cancels' },
    shareOf(lost, at(activeAtStart, 'subscription.activeAtStart')),
  );
  pushDerived(
    kpis,
    context,
    { key: 'conversionRatio', label: t('metric.conversionRatio'), path: 'subscription.trialConversions' },
    shareOf(at(trialConversions, 'subscription.trialConversions'), at(trials, 'subscription.trials')),
  );
  pushDerived(
    kpis,
    context,
    { key: 'quickRatio', label: t('metric.quickRatio'), path: 'subscription', unit: 'decimal' },
    quickRatioOf(gains, lost),
  );
}

function pushLifetime(kpis: ReportKpi[], context: ReportContext, { ltv }: UserEngagementInput): void {
  if (ltv === undefined) return;
  const { t } = context.localizer;
  const { arpu, currency } = ltv;
  const money = { unit: 'currency', currency } as const;
  kpis.push(makeKpi(context, { key: 'arpu', label: t('metric.arpu'), path: 'ltv.arpu', figure: arpu, ...money }));
  const lifetime = lifetimeValueOf(ltv);
  if (lifetime === undefined) return;
  const { amount, evidence, months } = lifetime;
  const label = months === undefined ? t('metric.ltv') : t('userEngagement.ltvCapped', { months });
  kpis.push(
    makeKpi(context, { key: 'ltv', label, path: 'ltv', figure: amount, evidence: { value: evidence }, ...money }),
  );
}

function pushRetention(
  kpis: ReportKpi[],
  context: ReportContext,
  { retention }: UserEngagementInput,
  curve: readonly CurvePoint[],
): void {
  const point = firstReturn(curve);
  if (retention === undefined || point === undefined) return;
  const { k, retained, size, cells } = point;
  const interval = wilson(retained, size);
  const figure = { value: retained / size, n: size, ...(interval && { interval }) };
  const label = context.localizer.t('userEngagement.retentionAt', { unit: retention.unit, k });
  pushDerived(
    kpis,
    context,
    { key: 'retentionRatio', label, path: 'retention.cohorts' },
    { figure, evidence: { value: shareOfCells(cells) } },
  );
}

/** Makes all key figures. `isContradicted`: the active users contradict each other, and no share of them is claimed. */
export function kpisOf(
  context: ReportContext,
  input: UserEngagementInput,
  curve: readonly CurvePoint[],
  isContradicted: boolean,
): ReportKpi[] {
  const kpis: ReportKpi[] = [];
  pushGiven(kpis, context, input, active);
  if (!isContradicted) {
    const { dau, mau } = input.active ?? {};
    pushDerived(
      kpis,
      context,
      { key: 'stickiness', label: context.localizer.t('metric.stickiness'), path: 'active' },
      shareOf(at(dau, 'active.dau'), at(mau, 'active.mau')),
    );
  }
  pushGiven(kpis, context, input, usage);
  pushListening(kpis, context, input);
  pushRetention(kpis, context, input, curve);
  pushGiven(kpis, context, input, subscribers);
  pushSubscription(kpis, context, input);
  pushLifetime(kpis, context, input);
  return kpis;
}
