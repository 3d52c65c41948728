/** What stands out, what needs attention first. */
import { changeInsight } from '../../report/changes.js';
import type { ReportContext } from '../../report/context.js';
import type { Insight, ReportKpi } from '../../report/model.js';
import type { Analysis } from './analysis.js';
import { classInsights } from './class-insights.js';
import { championInsights, gateInsights } from './gate-insights.js';
import { baselineInsights, calibrationInsights, driftInsights, fairnessInsights } from './metric-insights.js';

const maxInsights = 8;
/** Of each severity. */
const maxChanges = 1;

const ranks = { warning: 0, notice: 1, info: 2 } as const;

/** How far a figure moved, across units. */
const sizeOf = ({ change }: ReportKpi): number => {
  if (change.kind === 'points') return Math.abs(change.points);
  return change.kind === 'percent' ? Math.abs(change.ratio) * 100 : 0;
};

/** The largest movements, one that is unwelcome and one of the others; nothing for what is contradicted. */
function changes(context: ReportContext, kpis: readonly ReportKpi[], contradicted: ReadonlySet<string>): Insight[] {
  const all = kpis
    .filter(({ path }) => !contradicted.has(path))
    .sort((a, b) => sizeOf(b) - sizeOf(a))
    .flatMap((kpi) => changeInsight(context, kpi) ?? []);
  const isNotice = ({ severity }: Insight): boolean => severity !== 'info';
  return [...all.filter(isNotice).slice(0, maxChanges), ...all.filter((each) => !isNotice(each)).slice(0, maxChanges)];
}

/** Makes the sentences. */
export function insightsOf(
  context: ReportContext,
  analysis: Analysis,
  kpis: readonly ReportKpi[],
  contradicted: ReadonlySet<string>,
): Insight[] {
  return [
    ...gateInsights(context, analysis),
    ...championInsights(context, analysis, contradicted),
    ...fairnessInsights(context, analysis),
    ...driftInsights(context, analysis, contradicted),
    ...changes(context, kpis, contradicted),
    ...classInsights(context, analysis, contradicted),
    ...baselineInsights(context, analysis, contradicted),
    ...calibrationInsights(context, analysis),
  ]
    .sort((a, b) => ranks[a.severity] - ranks[b.severity])
    .slice(0, maxInsights);
}
