/** Sentences about metrics against a baseline, about calibration, drift, and differences between groups. */
import type { Inline } from '../../document/nodes.js';
import type { ReportContext } from '../../report/context.js';
import { makeInsight } from '../../report/insight.js';
import type { Derivation, Insight, Polarity } from '../../report/model.js';
import { polarityOf } from '../../report/polarity.js';
import { minSample } from '../../report/statistics.js';
import { type Analysis, intervalOf } from './analysis.js';
import { knownMetric } from './catalog.js';
import { furthest } from './drift.js';
import { fairnessSets } from './fairness.js';
import type { MLMetric } from './input.js';
import { metricLabel } from './labels.js';
import { calibrationDerivation, eceOf } from './measures.js';
import { at, count, figure, labelled, named, points, proof, ratio, sizeOf, text } from './proofs.js';

/** The polarity of a metric: its own word, the tenant's, what holds for most. An average is of the same kind as its metric. */
export function metricPolarity({ options }: ReportContext, { name, polarity }: MLMetric): Polarity {
  return polarity ?? polarityOf(knownMetric(name)?.key ?? name, options.polarity);
}

/** Less than this in points, or as a ratio, prints as nothing. */
const minPoints = 0.05;
const minRatio = 0.0005;

const maxBaselines = 2;

const baselineWords = {
  points: { better: 'insight.baselinePoints', worse: 'insight.baselinePointsWorse' },
  percent: { better: 'insight.baseline', worse: 'insight.baselineWorse' },
} as const;

function baselineInsight(
  context: ReportContext,
  analysis: Analysis,
  index: number,
  contradicted: ReadonlySet<string>,
): Insight | undefined {
  const metric = analysis.input.metrics[index];
  const baseline = metric?.baseline;
  if (metric === undefined || baseline === undefined || metric.slice !== undefined) return undefined;
  if (contradicted.has(`metrics.${index}`) || (metric.n ?? analysis.n ?? minSample) < minSample) return undefined;
  const polarity = metricPolarity(context, metric);
  const interval = intervalOf(analysis, metric, !contradicted.has('confusion'));
  if (polarity === 'neutral' || (interval !== undefined && interval.low <= baseline && baseline <= interval.high)) {
    return undefined;
  }
  const { value, name } = metric;
  const unit = knownMetric(name)?.unit ?? 'score';
  const isBetter = value > baseline === (polarity === 'higher');
  const isRatio = unit === 'ratio';
  const delta = isRatio ? (value - baseline) * 100 : (value - baseline) / Math.abs(baseline);
  // From nothing, or across it, no percentage makes sense.
  if (!isRatio && (!Number.isFinite(delta) || Math.sign(value) * Math.sign(baseline) <= 0)) return undefined;
  if (Math.abs(delta) < (isRatio ? minPoints : minRatio)) return undefined;
  const paths = [at(`metrics.${index}.value`), at(`metrics.${index}.baseline`)] as const;
  const followed: Derivation = isRatio ? points(...paths) : { op: 'change', from: paths };
  const size: Inline = isRatio
    ? { type: 'number', value: Math.abs(delta), maxFractionDigits: 1 }
    : { type: 'number', value: Math.abs(delta), style: 'percent' };
  return makeInsight(context, baselineWords[isRatio ? 'points' : 'percent'][isBetter ? 'better' : 'worse'], {
    severity: isBetter ? 'info' : 'warning',
    params: {
      metric: text(metricLabel(context, name)),
      value: figure(unit, value),
      delta: size,
      baseline: figure(unit, baseline),
    },
    evidence: [
      labelled('metric', `metrics.${index}.name`),
      proof('value', paths[0]),
      proof('delta', sizeOf(followed, delta)),
      proof('baseline', paths[1]),
    ],
  });
}

/** Says how far metrics are from what something simple reaches. */
export function baselineInsights(
  context: ReportContext,
  analysis: Analysis,
  contradicted: ReadonlySet<string>,
): Insight[] {
  return analysis.input.metrics
    .flatMap((_metric, index) => baselineInsight(context, analysis, index, contradicted) ?? [])
    .slice(0, maxBaselines);
}

/** Says how far scores are from what comes true, and where they are furthest. */
export function calibrationInsights(context: ReportContext, { input }: Analysis): Insight[] {
  const bins = input.curves?.calibration ?? [];
  const ece = eceOf(input);
  if (ece === undefined || bins.reduce((sum, { n }) => sum + n, 0) < minSample) return [];
  const params: Record<string, Inline> = { ece: figure('score', ece) };
  const evidence = [proof('ece', calibrationDerivation())];
  // Of bins with few observations the furthest would be chance.
  const known = bins.flatMap(({ predicted, observed, n }, index) =>
    n < minSample ? [] : [{ index, predicted, observed, gap: observed - predicted }],
  );
  const [first, ...rest] = known;
  if (first === undefined) return [makeInsight(context, 'insight.calibration', { params, evidence })];
  const worst = rest.reduce((most, each) => (Math.abs(each.gap) > Math.abs(most.gap) ? each : most), first);
  const path = `curves.calibration.${worst.index}`;
  params['predicted'] = figure('ratio', worst.predicted);
  params['observed'] = figure('ratio', worst.observed);
  evidence.push(proof('predicted', at(`${path}.predicted`)), proof('observed', at(`${path}.observed`)));
  return [makeInsight(context, 'insight.calibrationGap', { params, evidence })];
}

/** Says how many features drifted, and which one furthest. */
export function driftInsights(
  context: ReportContext,
  { input, drift }: Analysis,
  contradicted: ReadonlySet<string>,
): Insight[] {
  const { known, drifted } = drift;
  const rows = input.drift ?? [];
  if (known.length === 0 || known.some((index) => contradicted.has(`drift.${index}`))) return [];
  const of = (indices: readonly number[]): Derivation => ({
    op: 'count',
    from: indices.map((index) => `drift.${index}.score`),
  });
  const total = proof('total', of(known));
  if (drifted.length === 0) {
    const params = { total: count(known.length) };
    return [makeInsight(context, 'insight.noDrift', { params, counts: ['total'], evidence: [total] })];
  }
  const top = furthest(rows, drifted);
  const row = top === undefined ? undefined : rows[top];
  const params: Record<string, Inline> = {
    drifted: count(drifted.length),
    total: count(known.length),
    share: figure('ratio', drifted.length / known.length),
  };
  const evidence = [proof('drifted', of(drifted)), total, proof('share', ratio(of(drifted), of(known)))];
  if (row === undefined) return [makeInsight(context, 'insight.drift', { severity: 'notice', params, evidence })];
  params['feature'] = text(row.feature);
  params['score'] = figure('score', row.score);
  evidence.push(named('feature', `drift.${top}.feature`), proof('score', at(`drift.${top}.score`)));
  return [makeInsight(context, 'insight.driftFurthest', { severity: 'notice', params, evidence })];
}

/** Rates of selection below four fifths of the highest: a rule of thumb of US agencies, 29 CFR 1607.4 D. */
const fourFifths = 0.8;

/** Names attributes whose lowest group is below four fifths of the highest, for metrics of which more is welcome. */
export function fairnessInsights(context: ReportContext, { input }: Analysis): Insight[] {
  const minCount = Math.max(minSample, context.options.minCellCount);
  return fairnessSets(input.fairness ?? [], minCount).flatMap(({ attribute, metric, index, low, high }) => {
    const isHigher = metricPolarity(context, { name: metric, value: low.value }) === 'higher';
    if (!isHigher || high.value <= 0 || low.value < 0 || low.value / high.value >= fourFifths) return [];
    const value = low.value / high.value;
    return [
      makeInsight(context, 'insight.disparity', {
        severity: 'warning',
        params: {
          metric: text(metricLabel(context, metric)),
          attribute: text(attribute),
          ratio: figure('ratio', value),
        },
        evidence: [
          labelled('metric', `fairness.${index}.metric`),
          named('attribute', `fairness.${index}.attribute`),
          proof('ratio', ratio(at(`fairness.${low.index}.value`), at(`fairness.${high.index}.value`))),
        ],
      }),
    ];
  });
}
