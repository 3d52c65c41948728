/** Sentences about how a figure moved, and what moved it. Silence where the data do not support one. */
import type { Inline } from '../document/nodes.js';
import type { ReportContext } from './context.js';
import { type InsightMessage, makeInsight } from './insight.js';
import { figureInline } from './kpi.js';
import type { Derivation, Evidence, Insight, ReportKpi } from './model.js';
import { periodLabel } from './period.js';

type Words = Readonly<Record<NonNullable<ReportKpi['direction']>, InsightMessage>>;

const words = {
  percent: { up: 'insight.rose', down: 'insight.fell', flat: 'insight.held' },
  points: { up: 'insight.rosePoints', down: 'insight.fellPoints', flat: 'insight.held' },
  absolute: { up: 'insight.turned', down: 'insight.turned', flat: 'insight.held' },
  new: { up: 'insight.new', down: 'insight.new', flat: 'insight.held' },
} as const satisfies Record<string, Words>;

const severities = { good: 'info', neutral: 'info', bad: 'notice' } as const;

const digits = /\p{Nd}/u;

const text = (value: string): Inline => ({ type: 'text', value });

/** What figures of before are of, in words. */
export const previousLabel = ({ localizer, period }: ReportContext): string =>
  period?.previous === undefined ? localizer.t('report.before') : periodLabel(localizer, period.previous);

const periodEvidence: Evidence = {
  param: 'period',
  op: 'label',
  from: ['window.previous.from', 'window.previous.to'],
};

/** Turns how a signed number follows into how its size does. */
const sizeOf = (delta: number, op: 'change' | 'points', now: Derivation, before: Derivation): Derivation =>
  delta < 0
    ? {
        op: 'product',
        from: [
          { op, from: [now, before] },
          { op: 'minusOne', from: [] },
        ],
      }
    : { op, from: [now, before] };

/**
 * Says how a figure moved: in percent, for ratios in points, from nothing. Says nothing where there is nothing to compare with,
 * or a comparison would not hold: an open period, too few observations, a change within the interval.
 */
export function changeInsight(context: ReportContext, kpi: ReportKpi): Insight | undefined {
  const { change, direction, evidence, previous } = kpi;
  if (change.kind === 'none' || change.kind === 'withheld') return undefined;
  if (direction === undefined || previous === undefined || evidence.previous === undefined) return undefined;
  const id = words[change.kind][direction];
  const params: Record<string, Inline> = {
    metric: text(kpi.label),
    value: figureInline(kpi, kpi.value),
    period: text(previousLabel(context)),
  };
  const proofs: Evidence[] = [{ param: 'value', ...evidence.value }];
  if (context.period?.previous !== undefined) proofs.push(periodEvidence);
  // As `F1` and `NDCG@10`: a name with digits in it, and no figure.
  if (digits.test(kpi.label)) proofs.push({ param: 'metric', op: 'label', from: [kpi.path] });
  if (id === 'insight.rose' || id === 'insight.fell') {
    const ratio = change.kind === 'percent' ? change.ratio : 0;
    params['delta'] = { type: 'number', value: Math.abs(ratio), style: 'percent' };
    proofs.push({ param: 'delta', ...sizeOf(ratio, 'change', evidence.value, evidence.previous) });
  } else if (id === 'insight.rosePoints' || id === 'insight.fellPoints') {
    const points = change.kind === 'points' ? change.points : 0;
    params['delta'] = { type: 'number', value: Math.abs(points), maxFractionDigits: 1 };
    proofs.push({ param: 'delta', ...sizeOf(points, 'points', evidence.value, evidence.previous) });
  } else if (id === 'insight.turned') {
    params['previous'] = figureInline(kpi, previous);
    proofs.push({ param: 'previous', ...evidence.previous });
  }
  return makeInsight(context, id, { severity: severities[kpi.verdict], params, evidence: proofs });
}
