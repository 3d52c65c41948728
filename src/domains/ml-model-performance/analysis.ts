/** What several parts of a report need of an input, worked out once. */
import type { Interval } from '../../report/statistics.js';
import { wilson } from '../../report/statistics.js';
import { keyOf, knownMetric } from './catalog.js';
import type { MatrixFacts } from './confusion.js';
import { type MetricContradiction, metricContradictions, soundMatrix } from './contradictions.js';
import { type DriftCounts, driftCounts } from './drift.js';
import { type GateResult, gateResults } from './gates.js';
import type { MLMetric, MLModelPerformanceInput } from './input.js';

/** An input, and what follows from it. */
export type Analysis = {
  readonly input: MLModelPerformanceInput;
  /** The sums of the confusion matrix, where there is one with observations. */
  readonly matrix: MatrixFacts | undefined;
  /** Metrics that differ from it. */
  readonly contradictions: readonly MetricContradiction[];
  readonly gates: readonly GateResult[];
  readonly drift: DriftCounts;
  /** Observations by the dataset, else by the matrix, else by the classes. */
  readonly n: number | undefined;
};

/** Whether every observation has one class, so that a share of hits is a proportion. */
const isSingleLabel = ({ task }: MLModelPerformanceInput): boolean => task === 'binary' || task === 'multiclass';

/** Whether the classes are some of all: only then a micro average is reported that is not the accuracy. */
export const isOfSomeClasses = ({ metrics }: MLModelPerformanceInput): boolean =>
  metrics.some(({ name }) => knownMetric(name)?.average === 'micro');

/** The sum of support is the number of observations where each has one class, and all classes are there. */
function supportOf(input: MLModelPerformanceInput): number | undefined {
  const { perClass } = input;
  if (perClass === undefined || !isSingleLabel(input) || isOfSomeClasses(input)) return undefined;
  return perClass.reduce((sum, { support }) => sum + support, 0);
}

/** Works out what follows. */
export function analyse(input: MLModelPerformanceInput): Analysis {
  const matrix = soundMatrix(input);
  const contradictions = metricContradictions(input, matrix);
  return {
    input,
    matrix,
    contradictions,
    gates: gateResults(input, contradictions),
    drift: driftCounts(input.drift ?? []),
    n: input.dataset.n ?? matrix?.total ?? supportOf(input),
  };
}

/** The interval of a metric: its own; that of accuracy by Wilson, where it is a share of observations. */
export function intervalOf({ input, matrix }: Analysis, metric: MLMetric, isSound: boolean): Interval | undefined {
  if (metric.ci !== undefined) return { low: metric.ci.low, high: metric.ci.high };
  if (metric.slice !== undefined || keyOf(metric.name) !== 'accuracy' || !isSingleLabel(input) || !isSound) {
    return undefined;
  }
  if (matrix !== undefined) return wilson(matrix.hits, matrix.total);
  const n = metric.n ?? input.dataset.n;
  return n === undefined ? undefined : wilson(metric.value * n, n);
}
