/** How figures of a model are called: known metrics in the reader's language, all others by their own name. */
import type { ReportContext } from '../../report/context.js';
import { knownMetric } from './catalog.js';
import type { MLRanking } from './input.js';
import { percentiles, type RankingMember } from './measures.js';

const averages = {
  macro: 'mlModelPerformance.average.macro',
  weighted: 'mlModelPerformance.average.weighted',
  micro: 'mlModelPerformance.average.micro',
  samples: 'mlModelPerformance.average.samples',
} as const;

/** Names a metric. */
export function metricLabel({ localizer }: ReportContext, name: string): string {
  const known = knownMetric(name);
  if (known === undefined) return name;
  const label = localizer.t(known.label);
  return known.average === undefined ? label : localizer.t(averages[known.average], { metric: label });
}

const rankingLabels = {
  ndcg: 'metric.ndcg',
  map: 'metric.map',
  mrr: 'metric.mrr',
  recall: 'metric.recall',
  coverage: 'metric.coverage',
  diversity: 'metric.diversity',
} as const satisfies Record<RankingMember, string>;

const gains = {
  linear: 'mlModelPerformance.ndcg.linear',
  exponential: 'mlModelPerformance.ndcg.exponential',
} as const;

/** Names a figure of lists of k items; the normalized gain says which gain. */
export function rankingLabel({ localizer }: ReportContext, { k, gain }: MLRanking, member: RankingMember): string {
  const items = localizer.number(k);
  if (member === 'ndcg' && gain !== undefined) return localizer.t(gains[gain], { k: items });
  return localizer.t('mlModelPerformance.atK', { metric: localizer.t(rankingLabels[member]), k: items });
}

/** Names a model with its version. */
export const modelLabel = (
  { localizer }: ReportContext,
  { name, version }: { readonly name: string; readonly version?: string },
): string => (version === undefined ? name : localizer.t('mlModelPerformance.modelVersion', { name, version }));

const latencyLabels = {
  p50: 'mlModelPerformance.latency.p50',
  p90: 'mlModelPerformance.latency.p90',
  p95: 'mlModelPerformance.latency.p95',
  p99: 'mlModelPerformance.latency.p99',
  max: 'mlModelPerformance.latency.max',
} as const;

/** The words for a percentile. */
export const latencyLabel = ({ localizer }: ReportContext, percentile: keyof typeof latencyLabels): string =>
  localizer.t(latencyLabels[percentile]);

/** Names what a gate is of: a metric, or a percentile. */
export function measureLabel(context: ReportContext, name: string): string {
  const percentile = percentiles.find((each) => name === `latency.${each}`);
  return percentile === undefined ? metricLabel(context, name) : latencyLabel(context, percentile);
}
