/** Key figures of a model: its metrics of all observations, then lists, speed, calibration, drift and cost. */
import type { ReportContext } from '../../report/context.js';
import { type KpiSpec, makeKpi } from '../../report/kpi.js';
import type { ReportKpi } from '../../report/model.js';
import { type Analysis, intervalOf } from './analysis.js';
import { keyOf, knownMetric } from './catalog.js';
import { accuracyOf } from './class-insights.js';
import { latencyLabel, metricLabel, rankingLabel } from './labels.js';
import {
  calibrationDerivation,
  eceOf,
  latencyDerivation,
  latencyMs,
  measureOf,
  rankingMeasure,
  rankingMembers,
} from './measures.js';
import { metricPolarity } from './metric-insights.js';

/** What fits a card of every channel. The tables have all of them. */
const maxKpis = 8;
const minMetrics = 3;

function metricSpecs(context: ReportContext, analysis: Analysis, contradicted: ReadonlySet<string>): KpiSpec[] {
  const taken = new Set<string>();
  return analysis.input.metrics.flatMap((metric, index): KpiSpec[] => {
    if (metric.slice !== undefined) return [];
    const { name, value, previous, threshold } = metric;
    const n = metric.n ?? analysis.n;
    const path = `metrics.${index}`;
    const isSound = !contradicted.has('confusion') && !contradicted.has(path);
    const interval = intervalOf(analysis, metric, isSound);
    const wanted = keyOf(name);
    const key = taken.has(wanted) ? name : wanted;
    taken.add(key);
    return [
      {
        key,
        label: metricLabel(context, name),
        path,
        unit: knownMetric(name)?.unit ?? 'score',
        polarity: metricPolarity(context, metric),
        figure: {
          value,
          ...(previous !== undefined && { previous }),
          ...(threshold !== undefined && { target: threshold }),
          ...(n !== undefined && { n }),
          ...(interval !== undefined && { interval }),
        },
      },
    ];
  });
}

/** Accuracy by the matrix, where no metric says it. */
function derivedAccuracy(context: ReportContext, analysis: Analysis, contradicted: ReadonlySet<string>): KpiSpec[] {
  if (measureOf(analysis.input, 'accuracy') !== undefined) return [];
  const accuracy = accuracyOf(analysis, contradicted);
  if (accuracy === undefined) return [];
  const { value, n, interval, derivations } = accuracy;
  return [
    {
      key: 'accuracy',
      label: metricLabel(context, 'accuracy'),
      path: 'confusion.matrix',
      unit: 'ratio',
      figure: { value, n, interval },
      evidence: { value: derivations.value },
    },
  ];
}

function rankingSpecs(context: ReportContext, { input }: Analysis): KpiSpec[] {
  const { ranking } = input;
  if (ranking === undefined) return [];
  return rankingMembers.flatMap((member): KpiSpec[] => {
    const measure = rankingMeasure(input, member);
    if (measure === undefined) return [];
    const { value, unit } = measure;
    const label = rankingLabel(context, ranking, member);
    return [{ key: `${member}AtK`, label, path: `ranking.${member}`, unit, polarity: 'higher', figure: value }];
  });
}

/** The percentile that promises are made of, or the next one that is there. */
const latencyOrder = ['p95', 'p99', 'p90', 'p50', 'max'] as const;

function latencySpecs(context: ReportContext, { input }: Analysis): KpiSpec[] {
  const { latency } = input;
  if (latency === undefined) return [];
  for (const percentile of latencyOrder) {
    const value = latencyMs(latency, percentile);
    if (value === undefined) continue;
    const evidence = { value: latencyDerivation(latency, percentile) };
    const label = latencyLabel(context, percentile);
    return [{ key: 'latencyMs', label, path: `latency.${percentile}`, unit: 'durationMs', figure: value, evidence }];
  }
  return [];
}

function derivedSpecs(context: ReportContext, { input }: Analysis): KpiSpec[] {
  const specs: KpiSpec[] = [];
  const ece = eceOf(input);
  if (ece !== undefined && !input.metrics.some(({ name }) => keyOf(name) === 'ece')) {
    const path = 'curves.calibration';
    const evidence = { value: calibrationDerivation() };
    specs.push({ key: 'ece', label: metricLabel(context, 'ece'), path, unit: 'score', figure: ece, evidence });
  }
  const drift = input.drift === undefined ? undefined : measureOf({ ...input, metrics: [] }, 'driftShare');
  if (drift !== undefined && !input.metrics.some(({ name }) => keyOf(name) === 'driftShare')) {
    const label = metricLabel(context, 'driftShare');
    const evidence = { value: drift.derivation };
    specs.push({ key: 'driftShare', label, path: 'drift', unit: 'ratio', figure: drift.value, evidence });
  }
  return specs;
}

function costSpecs({ localizer }: ReportContext, { input }: Analysis): KpiSpec[] {
  const { cost } = input;
  if (cost === undefined) return [];
  const { amount, currency, per, previous } = cost;
  const label = per === undefined ? localizer.t('metric.cost') : localizer.t('mlModelPerformance.costPer', { per });
  return [
    {
      key: 'cost',
      label,
      path: 'cost.amount',
      unit: 'currency',
      currency,
      figure: { value: amount, ...(previous !== undefined && { previous }) },
      evidence: {
        value: { op: 'value', from: ['cost.amount'] },
        ...(previous !== undefined && { previous: { op: 'value' as const, from: ['cost.previous'] } }),
      },
    },
  ];
}

/** Makes the key figures: as many metrics as the others leave room for, three at least. */
export function kpisOf(context: ReportContext, analysis: Analysis, contradicted: ReadonlySet<string>): ReportKpi[] {
  const metrics = [
    ...derivedAccuracy(context, analysis, contradicted),
    ...metricSpecs(context, analysis, contradicted),
    ...rankingSpecs(context, analysis),
  ];
  const others = [
    ...latencySpecs(context, analysis),
    ...derivedSpecs(context, analysis),
    ...costSpecs(context, analysis),
  ];
  const room = Math.max(minMetrics, maxKpis - others.length);
  return [...metrics.slice(0, room), ...others].map((spec) => makeKpi(context, spec));
}
