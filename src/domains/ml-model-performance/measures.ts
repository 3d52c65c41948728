/** Figures of an input by the name that a gate or a program has for them, with how each follows. */
import type { Derivation, FigureUnit } from '../../report/model.js';
import { calibrationError } from '../../report/statistics.js';
import { keyOf, knownMetric } from './catalog.js';
import { driftCounts } from './drift.js';
import type { MLLatency, MLMetric, MLModelPerformanceInput } from './input.js';

/** A figure, and how it follows from the input. */
export type Measure = {
  readonly value: number;
  readonly derivation: Derivation;
  readonly unit: FigureUnit;
  /** What it is counted in, where the unit does not say. */
  readonly suffix?: string;
  /** The metric that it is, where it is one. */
  readonly metric?: MLMetric;
};

const millisPerUnit = { us: 0.001, ms: 1, s: 1000 } as const;

export const percentiles = ['p50', 'p90', 'p95', 'p99', 'max'] as const;

export type Percentile = (typeof percentiles)[number];

const suffixes = { us: 'µs', ms: 'ms', s: 's' } as const;

/** The unit of spans as it is printed. */
export const latencySuffix = (latency: MLLatency | undefined): string | undefined =>
  latency === undefined ? undefined : suffixes[latency.unit];

/** A percentile in milliseconds. */
export function latencyMs(latency: MLLatency, percentile: Percentile): number | undefined {
  const value = latency[percentile];
  return value === undefined ? undefined : value * millisPerUnit[latency.unit];
}

/** How a percentile in milliseconds follows. */
export function latencyDerivation({ unit }: MLLatency, percentile: Percentile): Derivation {
  const path = `latency.${percentile}`;
  if (unit === 'ms') return { op: 'value', from: [path] };
  return { op: 'product', from: [path, { literal: millisPerUnit[unit], because: `milliseconds in one ${unit}` }] };
}

/** How the expected calibration error follows. */
export const calibrationDerivation = (): Derivation => ({
  op: 'calibrationError',
  from: ['curves.calibration.*.predicted', 'curves.calibration.*.observed', 'curves.calibration.*.n'],
});

/** The expected calibration error of the bins; `undefined` without bins. */
export function eceOf({ curves }: MLModelPerformanceInput): number | undefined {
  const bins = curves?.calibration ?? [];
  return calibrationError(
    bins.map(({ predicted }) => predicted),
    bins.map(({ observed }) => observed),
    bins.map(({ n }) => n),
  );
}

const unitOf = (metric: MLMetric): FigureUnit => knownMetric(metric.name)?.unit ?? 'score';

function metricMeasure(metrics: readonly MLMetric[], isMeant: (metric: MLMetric) => boolean): Measure | undefined {
  const index = metrics.findIndex((metric) => metric.slice === undefined && isMeant(metric));
  const metric = metrics[index];
  if (metric === undefined) return undefined;
  const { value } = metric;
  return { value, derivation: { op: 'value', from: [`metrics.${index}.value`] }, unit: unitOf(metric), metric };
}

/** Gates of a latency are in its own unit, as it stands in the input. */
function latencyMeasure({ latency }: MLModelPerformanceInput, name: string): Measure | undefined {
  const percentile = percentiles.find((each) => name === `latency.${each}`);
  const value = percentile === undefined ? undefined : latency?.[percentile];
  if (value === undefined) return undefined;
  const suffix = latencySuffix(latency);
  return { value, derivation: { op: 'value', from: [name] }, unit: 'decimal', ...(suffix !== undefined && { suffix }) };
}

function derivedMeasure(input: MLModelPerformanceInput, key: string): Measure | undefined {
  if (key === 'driftShare') {
    const { drifted, known } = driftCounts(input.drift ?? []);
    if (known.length === 0) return undefined;
    const count = (indices: readonly number[]): Derivation => ({
      op: 'count',
      from: indices.map((index) => `drift.${index}.score`),
    });
    const derivation: Derivation = { op: 'ratio', from: [count(drifted), count(known)] };
    return { value: drifted.length / known.length, derivation, unit: 'ratio' };
  }
  const ece = key === 'ece' ? eceOf(input) : undefined;
  return ece === undefined ? undefined : { value: ece, derivation: calibrationDerivation(), unit: 'score' };
}

const rankingUnits = {
  ndcg: 'score',
  map: 'score',
  mrr: 'score',
  recall: 'ratio',
  coverage: 'ratio',
  diversity: 'ratio',
} as const satisfies Record<string, FigureUnit>;

export type RankingMember = keyof typeof rankingUnits;

/** A member of `ranking`, as a figure. */
export function rankingMeasure({ ranking }: MLModelPerformanceInput, member: RankingMember): Measure | undefined {
  const value = ranking?.[member];
  if (value === undefined) return undefined;
  return { value, derivation: { op: 'value', from: [`ranking.${member}`] }, unit: rankingUnits[member] };
}

export const rankingMembers = Object.keys(rankingUnits) as readonly RankingMember[];

/** Finds a figure: a metric by its very name, by another name of it, a percentile, or what follows from the rest. */
export function measureOf(input: MLModelPerformanceInput, name: string): Measure | undefined {
  const key = keyOf(name);
  const member = rankingMembers.find((each) => each === key);
  return (
    metricMeasure(input.metrics, (metric) => metric.name === name) ??
    metricMeasure(input.metrics, (metric) => keyOf(metric.name) === key) ??
    latencyMeasure(input, name) ??
    (member === undefined ? undefined : rankingMeasure(input, member)) ??
    derivedMeasure(input, key)
  );
}
