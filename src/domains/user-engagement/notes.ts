/** What readers have to know of the figures: definitions, intervals, what is not over, what is not shown. */
import { type ReportContext, reportLoss } from '../../report/context.js';
import type { ReportKpi } from '../../report/model.js';
import { lifetimeValueOf } from './derive.js';
import type { Retention, UserEngagementInput } from './schema.js';

const definitions = {
  'n-day': 'userEngagement.definition.nDay',
  unbounded: 'userEngagement.definition.unbounded',
  bracket: 'userEngagement.definition.bracket',
} as const;

function listeningNotes({ localizer: { t } }: ReportContext, { listening }: UserEngagementInput): string[] {
  if (listening?.skips === undefined) return [];
  const { skipDefinition } = listening;
  if (skipDefinition === undefined) return [t('userEngagement.skipDefault')];
  return [t('userEngagement.skipOwn', { definition: skipDefinition })];
}

function retentionNotes({ localizer: { t } }: ReportContext, { definition, unit, cohorts }: Retention): string[] {
  const open = cohorts.reduce((sum, { cells }) => sum + cells.filter(({ incomplete }) => incomplete).length, 0);
  const notes = [t(definitions[definition], { unit })];
  if (open > 0) notes.push(t('userEngagement.incompleteCells', { count: open }));
  return notes;
}

function lifetimeNotes({ localizer: { t } }: ReportContext, { ltv }: UserEngagementInput): string[] {
  if (ltv === undefined) return [];
  const lifetime = lifetimeValueOf(ltv);
  if (lifetime === undefined) return [t('userEngagement.ltvUndefined')];
  if (lifetime.months !== undefined) return [t('userEngagement.ltvHorizon', { months: lifetime.months })];
  return [t(ltv.marginRatio === undefined ? 'userEngagement.ltvRevenue' : 'userEngagement.ltvMargin')];
}

/** Says how sure the shares are. */
const intervalNotes = ({ localizer }: ReportContext, kpis: readonly ReportKpi[]): string[] =>
  kpis.flatMap(({ unit, label, interval }) => {
    if (unit !== 'ratio' || interval === undefined) return [];
    const print = (value: number): string => localizer.number(value, { style: 'percent', maxFractionDigits: 1 });
    const [low, high] = [print(interval.low), print(interval.high)];
    // Of millions of plays both ends print the same, and say nothing.
    if (low === high) return [];
    return [localizer.t('userEngagement.interval', { metric: label, low, high })];
  });

function suppressedNotes(context: ReportContext, suppressed: number): string[] {
  if (suppressed === 0) return [];
  const { minCellCount } = context.options;
  reportLoss(context, 'suppressed', 'segments', 'Groups of few people are not shown', {
    limit: minCellCount,
    actual: suppressed,
    unit: 'item',
  });
  return [context.localizer.t('report.suppressed', { count: suppressed, min: minCellCount })];
}

/** Collects the notes. */
export const notesOf = (
  context: ReportContext,
  input: UserEngagementInput,
  kpis: readonly ReportKpi[],
  suppressed: number,
): string[] => [
  ...listeningNotes(context, input),
  ...(input.retention === undefined ? [] : retentionNotes(context, input.retention)),
  ...lifetimeNotes(context, input),
  ...intervalNotes(context, kpis),
  ...suppressedNotes(context, suppressed),
];
