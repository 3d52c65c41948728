/**
 * Gates: what a model has to reach, and whether it does. A gate whose metric is missing, or contradicted by the confusion matrix,
 * is neither met nor missed.
 */
import { type MetricContradiction, metricContradictions, soundMatrix } from './contradictions.js';
import type { MLGate, MLGateOp, MLModelPerformanceInput } from './input.js';
import { type Measure, measureOf } from './measures.js';

export type GateStatus = 'passed' | 'failed' | 'unknown';

/** A gate, and what came of it. */
export type GateResult = {
  readonly gate: MLGate;
  readonly index: number;
  readonly status: GateStatus;
  readonly measure?: Measure;
};

const holds: Readonly<Record<MLGateOp, (value: number, limit: number) => boolean>> = {
  '>=': (value, limit) => value >= limit,
  '>': (value, limit) => value > limit,
  '<=': (value, limit) => value <= limit,
  '<': (value, limit) => value < limit,
  '==': (value, limit) => value === limit,
};

/** Evaluates all gates, in order. */
export function gateResults(
  input: MLModelPerformanceInput,
  contradictions: readonly MetricContradiction[] = metricContradictions(input, soundMatrix(input)),
): GateResult[] {
  return (input.gates ?? []).map((gate, index) => {
    const measure = measureOf(input, gate.metric);
    if (measure === undefined) return { gate, index, status: 'unknown' };
    const isContradicted = contradictions.some((each) => input.metrics[each.index] === measure.metric);
    if (isContradicted) return { gate, index, status: 'unknown', measure };
    return { gate, index, status: holds[gate.op](measure.value, gate.limit) ? 'passed' : 'failed', measure };
  });
}

/** What all gates say: failed where one is missed, unknown where one cannot be told; nothing without gates. */
export function gateVerdict(results: readonly GateResult[]): GateStatus | undefined {
  if (results.length === 0) return undefined;
  if (results.some(({ status }) => status === 'failed')) return 'failed';
  return results.every(({ status }) => status === 'passed') ? 'passed' : 'unknown';
}
