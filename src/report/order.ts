/** Which sentences come first: what needs attention, then the largest change. */
import { changeInsight } from './changes.js';
import type { ReportContext } from './context.js';
import type { Change, Insight, ReportKpi } from './model.js';

/** Readers take in so many sentences, and skip the rest. */
const maxInsights = 7;

const urgency = { warning: 2, notice: 1, info: 0 } as const;

/** How far a figure moved, as a share of what it was; turned and new figures moved by all of it. */
function sizeOf(change: Change): number {
  if (change.kind === 'percent') return Math.abs(change.ratio);
  if (change.kind === 'points') return Math.abs(change.points) / 100;
  return 1;
}

/** Says how figures moved, the largest change first, at most so many. */
export function changeInsights(context: ReportContext, kpis: readonly ReportKpi[], limit: number): Insight[] {
  const found: { readonly insight: Insight; readonly size: number }[] = [];
  for (const kpi of kpis) {
    const insight = changeInsight(context, kpi);
    if (insight !== undefined) found.push({ insight, size: sizeOf(kpi.change) });
  }
  found.sort((a, b) => urgency[b.insight.severity] - urgency[a.insight.severity] || b.size - a.size);
  return found.slice(0, limit).map(({ insight }) => insight);
}

/** Puts what needs attention first and keeps the order otherwise, at most so many. */
export const byUrgency = (insights: readonly Insight[], limit: number = maxInsights): Insight[] =>
  [...insights].sort((a, b) => urgency[b.severity] - urgency[a.severity]).slice(0, limit);
