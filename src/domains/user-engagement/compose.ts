/** Figures of a service's users -> the parts of a report. */
import type { ReportParts } from '../../report/compose.js';
import type { ReportContext } from '../../report/context.js';
import { makeFinding } from '../../report/insight.js';
import type { Finding, Insight, ReportKpi } from '../../report/model.js';
import { chartsOf } from './charts.js';
import { findingsOf, hasActiveConflict } from './findings.js';
import { insightsOf } from './insights.js';
import { kpisOf } from './kpis.js';
import { notesOf } from './notes.js';
import { curveOf } from './retention.js';
import type { SegmentRate, UserEngagementInput } from './schema.js';
import { segmentDrivers, segmentRates, segmentsOf } from './segments.js';
import { tablesOf } from './tables.js';

/** More sentences than these nobody reads. */
const maxInsights = 7;

/** Rates that differ by less are the same, added up in another order. */
const tolerance = 1e-9;

/** Says where the rates of the segments are of as many observations as the rate of all, and make another one. */
function rateConflict(context: ReportContext, known: ReportKpi, ofSegments: ReportKpi): Finding[] {
  const [whole, parts] = [Number(known.value), Number(ofSegments.value)];
  if (known.n !== ofSegments.n || Math.abs(whole - parts) <= tolerance) return [];
  const percent = (value: number) => ({ type: 'number', value, style: 'percent' }) as const;
  const params = { what: { type: 'text', value: known.label } as const, parts: percent(parts), total: percent(whole) };
  return [makeFinding(context, 'finding.total', { params, paths: [known.path, 'segments'] })];
}

const textOf = (insights: readonly Insight[], codes: readonly string[]): string | undefined =>
  insights.find(({ code }) => codes.includes(code))?.text;

/** The sentence about active users that a chart of them begins with. */
function activeHeadline(insights: readonly Insight[], kpis: readonly ReportKpi[]): string | undefined {
  const labels = kpis.filter(({ path }) => path.startsWith('active.')).map(({ label }) => label);
  return insights.find(({ params: { metric } }) => metric?.type === 'text' && labels.includes(metric.value))?.text;
}

/** What rates of segments are called. */
const rateWords = {
  retentionRatio: 'metric.retentionRatio',
  conversionRatio: 'metric.conversionRatio',
  churnRatio: 'metric.churnRatio',
  skipRatio: 'metric.skipRatio',
  completionRatio: 'metric.completionRatio',
} as const satisfies Record<SegmentRate, string>;

/** Composes the report. */
export function composeUserEngagement(input: UserEngagementInput, context: ReportContext): ReportParts {
  const { t } = context.localizer;
  const curve = curveOf(input.retention?.cohorts ?? []);
  const findings = findingsOf(context, input);
  const kpis = kpisOf(context, input, curve, hasActiveConflict(findings));
  const { shown, suppressed } = segmentsOf(context, input);
  const rates = segmentRates(context, input, (key) => t(rateWords[key]));
  if (rates !== undefined) {
    const known = kpis.find(({ key }) => key === rates.kpi.key);
    if (known === undefined) kpis.push(rates.kpi);
    else findings.push(...rateConflict(context, known, rates.kpi));
  }
  const drivers = segmentDrivers(context, input, shown, kpis);
  const driven = drivers === undefined ? [] : [drivers];
  if (rates?.insight !== undefined) driven.push({ kpi: rates.kpi, insight: rates.insight });
  const insights = insightsOf(context, input, kpis, curve, driven);
  const headlines: Parameters<typeof chartsOf>[3] = {};
  for (const [path, text] of [
    ['active', activeHeadline(insights, kpis)],
    ['retention', textOf(insights, ['retentionRose', 'retentionFell', 'halfLife'])],
    ['funnel', textOf(insights, ['funnelLoss'])],
    ['heatmap', textOf(insights, ['peakHour'])],
  ] as const) {
    if (text !== undefined) Object.assign(headlines, { [path]: text });
  }
  return {
    title: t('userEngagement.title'),
    kpis,
    insights: insights.slice(0, maxInsights),
    findings,
    charts: chartsOf(context, input, curve, headlines),
    tables: tablesOf(context, input, shown, rates?.kpi.label),
    notes: notesOf(context, input, kpis, suppressed),
  };
}
