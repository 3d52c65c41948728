/** What is known of a model, as metrics for a metric system. */
import { toEpochMs } from '../../kernel/instant.js';
import type { Attributes, Gauge, GaugePoint, Metric, MetricBatch } from '../../metric/model.js';
import { keyOf } from './catalog.js';
import { gateResults } from './gates.js';
import type { MLModelPerformanceInput } from './input.js';
import { latencyMs, percentiles } from './measures.js';

const gauge = (name: string, help: string, points: readonly GaugePoint[], unit?: string): Gauge[] =>
  points.length === 0 ? [] : [{ kind: 'gauge', name, ...(unit !== undefined && { unit }), help, points }];

const quantiles = { p50: '0.5', p90: '0.9', p95: '0.95', p99: '0.99', max: '1' } as const;

function resourceOf({ model, dataset, task }: MLModelPerformanceInput): Attributes {
  return {
    model: model.name,
    ...(model.version !== undefined && { version: model.version }),
    ...(model.stage !== undefined && { stage: model.stage }),
    task,
    dataset: dataset.name,
    ...(dataset.split !== undefined && { split: dataset.split }),
  };
}

/** Points of the same metric and slice would be one series twice: the first one counts. */
function metricPoints({ metrics }: MLModelPerformanceInput): GaugePoint[] {
  const seen = new Set<string>();
  return metrics.flatMap(({ name, value, slice }): GaugePoint[] => {
    const wanted = JSON.stringify([keyOf(name), slice]);
    const metric = seen.has(wanted) ? name : keyOf(name);
    seen.add(wanted);
    return [{ attributes: { metric, ...(slice !== undefined && { slice }) }, value }];
  });
}

function gatePoints(input: MLModelPerformanceInput): GaugePoint[] {
  return gateResults(input).flatMap(({ gate, status }): GaugePoint[] =>
    // A gate that cannot be told is no 0 and no 1.
    status === 'unknown' ? [] : [{ attributes: { gate: gate.name }, value: status === 'passed' ? 1 : 0 }],
  );
}

function latencyPoints({ latency }: MLModelPerformanceInput): GaugePoint[] {
  if (latency === undefined) return [];
  return percentiles.flatMap((percentile): GaugePoint[] => {
    const value = latencyMs(latency, percentile);
    return value === undefined ? [] : [{ attributes: { quantile: quantiles[percentile] }, value: value / 1000 }];
  });
}

/**
 * Makes metrics of a checked input, for the formatters of Prometheus, InfluxDB, Elasticsearch and Grafana.
 *
 * @example
 * ```ts
 * import { toMetricBatch } from 'channel-formatters/ml-model-performance';
 *
 * const batch = toMetricBatch({
 *   model: { name: 'genre-tagger', version: '2.4.0' },
 *   task: 'binary',
 *   dataset: { name: 'held-out-2026' },
 *   metrics: [{ name: 'f1', value: 0.82 }],
 * });
 * console.log(batch.metrics.length);
 * ```
 */
export function toMetricBatch(input: MLModelPerformanceInput): MetricBatch {
  const classes = (input.perClass ?? []).flatMap(({ label, precision, recall, f1 }): GaugePoint[] =>
    Object.entries({ precision, recall, f1 }).flatMap(([metric, value]) =>
      value === undefined ? [] : [{ attributes: { metric, class: label }, value }],
    ),
  );
  const drift = (input.drift ?? []).map(
    ({ feature, test, score }): GaugePoint => ({ attributes: { feature, test }, value: score }),
  );
  const trainedAt = toEpochMs(input.model.trainedAt);
  const metrics: Metric[] = [
    ...gauge('ml_model_metric', 'Metrics of the model', metricPoints(input)),
    ...gauge('ml_model_class_metric', 'Metrics of a class', classes),
    ...gauge('ml_model_gate_passed', 'Whether a gate is met', gatePoints(input)),
    ...gauge('ml_model_drift_score', 'How far a feature drifted', drift),
    ...gauge('ml_model_latency', 'Latency of answers', latencyPoints(input), 'seconds'),
    ...gauge(
      'ml_model_observations',
      'Observations that the metrics rest on',
      input.dataset.n === undefined ? [] : [{ value: input.dataset.n }],
    ),
    ...gauge(
      'ml_model_trained',
      'When the model was trained',
      trainedAt === undefined ? [] : [{ value: trainedAt / 1000 }],
      'seconds',
    ),
  ];
  return { resource: resourceOf(input), metrics };
}
