/** Any valid input of a model. */
import fc from 'fast-check';
import type { MLModelPerformanceInput } from '../../../src/domains/ml-model-performance/input.js';

const name = fc.oneof(
  fc.constantFrom('accuracy', 'f1_macro', 'precision', 'roc_auc', 'r2', 'mcc', 'ece', 'class 7', '٣', 'a\u202eb'),
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
);
const ratio = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 0.5, 1 / 3));
const count = fc.oneof(fc.nat(5), fc.nat(200), fc.maxSafeNat());
const number = fc.oneof(ratio, fc.double({ noNaN: true, noDefaultInfinity: true }));

const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });

/** Members that are `undefined` are left out, as JSON does. */
const compact = <Value extends object>(value: Value): Value =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Value;

const record = <Shape extends Record<string, fc.Arbitrary<unknown>>>(shape: Shape) => fc.record(shape).map(compact);

const metrics = fc.uniqueArray(
  record({
    name,
    value: ratio,
    baseline: optional(ratio),
    threshold: optional(ratio),
    previous: optional(ratio),
    slice: optional(name),
    n: optional(count),
    polarity: optional(fc.constantFrom('higher', 'lower', 'neutral')),
    ci: optional(fc.tuple(number, number).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }))),
  }),
  { maxLength: 8, selector: (metric) => JSON.stringify([metric.name, metric.slice ?? '']) },
);

const confusion = fc.uniqueArray(fc.oneof(name, fc.constant('')), { minLength: 2, maxLength: 4 }).chain((labels) =>
  fc.record({
    labels: fc.constant(labels),
    matrix: fc.array(fc.array(count, { minLength: labels.length, maxLength: labels.length }), {
      minLength: labels.length,
      maxLength: labels.length,
    }),
  }),
);

const perClass = fc.uniqueArray(
  record({ label: name, precision: optional(ratio), recall: optional(ratio), f1: optional(ratio), support: count }),
  { maxLength: 5, selector: ({ label }) => label },
);

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

const curve = fc.array(fc.tuple(ratio, ratio, count), { maxLength: 12 }).map((points) => {
  const [xs, ys] = [sorted(points.map(([x]) => x)), sorted(points.map(([, y]) => y))];
  return points.map(([, , n], index) => ({ x: xs[index] ?? 0, y: ys[index] ?? 0, n }));
});

const curves = record({
  roc: optional(curve.map((points) => points.map(({ x, y }) => ({ fpr: x, tpr: y, threshold: null })))),
  pr: optional(curve.map((points) => points.map(({ x, y }) => ({ recall: x, precision: y })))),
  calibration: optional(curve.map((points) => points.map(({ x, y, n }) => ({ predicted: x, observed: y, n })))),
});

const span = fc.double({ min: 0, max: 1e9, noNaN: true });

const latency = fc
  .record({ spans: fc.tuple(span, span, span), unit: fc.constantFrom('us', 'ms', 's') })
  .map(({ spans, unit }) => {
    const [p50 = 0, p95 = 0, max = 0] = sorted(spans);
    return { p50, p95, max, unit };
  });

/** Any input that passes the schema. */
export const anyInput = record({
  model: record({ name, version: optional(name), stage: optional(fc.string()) }),
  task: fc.constantFrom('binary', 'multiclass', 'multilabel', 'regression', 'ranking'),
  dataset: record({ name, n: optional(count) }),
  metrics,
  window: optional(
    fc.constantFrom(
      { from: '2026-10-01', to: '2026-10-31' },
      { from: '2026-10-01', to: '2026-10-31', previous: { from: '2026-09-01', to: '2026-09-30' } },
      { from: '2026-10-01', to: '2026-10-31', complete: false },
    ),
  ),
  confusion: optional(confusion),
  perClass: optional(perClass),
  curves: optional(curves),
  latency: optional(latency),
  drift: optional(
    fc.array(
      record({
        feature: name,
        test: fc.constantFrom('psi', 'ks', 'js'),
        score: ratio,
        pValue: optional(ratio),
        threshold: optional(ratio),
        drifted: optional(fc.boolean()),
      }),
      { maxLength: 5 },
    ),
  ),
  fairness: optional(
    fc.array(
      fc.record({ attribute: fc.constantFrom('age', 'market 2'), group: name, n: count, metric: name, value: ratio }),
      { maxLength: 6 },
    ),
  ),
  gates: optional(
    fc.uniqueArray(
      fc.record({
        name,
        metric: fc.oneof(name, fc.constantFrom('latency.p95', 'driftShare', 'ece')),
        op: fc.constantFrom('>=', '>', '<=', '<', '=='),
        limit: number,
      }),
      { maxLength: 4, selector: (gate) => gate.name },
    ),
  ),
  champion: optional(
    record({
      name,
      pairs: optional(fc.record({ both: count, onlyThis: count, onlyOther: count, neither: count })),
    }),
  ),
}) as fc.Arbitrary<MLModelPerformanceInput>;
