/** Metrics that the confusion matrix beside them does not bear out. */
import { knownMetric } from './catalog.js';
import { candidatesOf, type MatrixFacts, matrixFacts } from './confusion.js';
import type { MLModelPerformanceInput } from './input.js';

/** Figures that were rounded to three decimals differ by up to half of one. */
export const tolerance = 5e-4;
/** Doubles that were added in another order. */
const noise = 1e-9;

/** Whether two figures differ by more than rounding. */
export const differs = (one: number, other: number): boolean => Math.abs(one - other) > tolerance + noise;

/** A metric, and what it is by the matrix. */
export type MetricContradiction = { readonly index: number; readonly derived: number };

/** The candidate that a value is closest to. */
const nearest = (candidates: readonly number[], value: number): number =>
  candidates.reduce((best, each) => (Math.abs(each - value) < Math.abs(best - value) ? each : best));

/** The sums of a matrix with observations. */
export function soundMatrix({ confusion }: MLModelPerformanceInput): MatrixFacts | undefined {
  const facts = confusion === undefined ? undefined : matrixFacts(confusion);
  return facts !== undefined && facts.total > 0 ? facts : undefined;
}

/** Averages over some of the classes do not follow from a matrix of all. */
function isOfAllClasses({ perClass }: MLModelPerformanceInput, { labels }: MatrixFacts): boolean {
  if (perClass === undefined) return true;
  const known = new Set(perClass.map(({ label }) => label));
  return known.size === labels.length && labels.every((label) => known.has(label));
}

const averaged: ReadonlySet<string> = new Set(['precision', 'recall', 'f1']);

/** Finds metrics of all observations that differ from the matrix: accuracy, averages, agreement. */
export function metricContradictions(
  input: MLModelPerformanceInput,
  matrix: MatrixFacts | undefined,
): MetricContradiction[] {
  if (matrix === undefined || input.task === 'multilabel') return [];
  const isOfAll = isOfAllClasses(input, matrix);
  return input.metrics.flatMap(({ name, value, slice }, index) => {
    const known = slice === undefined ? knownMetric(name) : undefined;
    if (known === undefined || (!isOfAll && averaged.has(known.key))) return [];
    const candidates = candidatesOf(matrix, known.key, known.average);
    if (candidates.length === 0) return [];
    const derived = nearest(candidates, value);
    return differs(derived, value) ? [{ index, derived }] : [];
  });
}
