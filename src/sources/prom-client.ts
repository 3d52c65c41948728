/** What `registry.getMetricsAsJSON()` of prom-client resolves to. https://github.com/siimon/prom-client */
import type { Diagnostic } from '../kernel/diagnostics.js';
import { validate } from '../kernel/formatter.js';
import * as z from '../kernel/zod.js';
import { fromSamples, type Sample } from '../metric/from-samples.js';
import type { Exemplar, MetricBatch, MetricKind } from '../metric/model.js';

const labels = z.record(z.string(), z.union([z.string(), z.number()]));

const createSchema = () =>
  z.array(
    z.object({
      name: z.string(),
      help: z.optional(z.string()),
      type: z.union([z.string(), z.number()]),
      values: z.array(
        z.object({
          value: z.custom<number>((value) => typeof value === 'number', 'number'),
          labels: z.optional(labels),
          metricName: z.optional(z.string()),
          exemplar: z.optional(
            z.custom<{ labelSet?: Record<string, unknown>; value: number; timestamp?: number } | null>(
              (value) => value === null || typeof value === 'object',
              'object',
            ),
          ),
        }),
      ),
    }),
  );

const kinds: ReadonlyMap<unknown, MetricKind> = new Map([
  ['counter', 'counter'],
  ['gauge', 'gauge'],
  ['histogram', 'histogram'],
  ['summary', 'summary'],
]);

const toStrings = (record: Readonly<Record<string, unknown>> = {}): Record<string, string> =>
  // A label that was never set is no label.
  Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  );

function toExemplar(given: { labelSet?: Record<string, unknown>; value: number; timestamp?: number }): Exemplar {
  const { labelSet, value, timestamp } = given;
  return {
    attributes: toStrings(labelSet),
    value,
    // Seconds, with a fraction.
    ...(timestamp !== undefined && { timestamp: Math.round(timestamp * 1000) }),
  };
}

/**
 * Reads the metrics of a prom-client registry.
 *
 * @param diagnostics receives metrics of kinds that are not known
 * @throws InputInvalidError when the value is not what prom-client gives
 * @example
 * ```ts
 * import { fromPromClient } from 'channel-formatters/sources/prom-client';
 *
 * const batch = fromPromClient([
 *   { name: 'streams_total', help: 'Streams', type: 'counter', values: [{ value: 3, labels: { country: 'FR' } }] },
 * ]);
 * console.log(batch.metrics[0]?.kind);
 * ```
 */
export function fromPromClient(input: unknown, diagnostics: Diagnostic[] = []): MetricBatch {
  const metrics = validate('sources/prom-client', createSchema(), input);
  return {
    metrics: metrics.flatMap(({ name, help, type, values }, index) => {
      const kind = kinds.get(type);
      if (kind === undefined) {
        const message = 'A metric of an unknown kind was left out';
        diagnostics.push({ code: 'dropped', severity: 'warning', path: `${index}.type`, message });
        return [];
      }
      const samples = values.map(
        ({ value, labels: given, metricName, exemplar }): Sample => ({
          name: metricName ?? name,
          labels: toStrings(given),
          value,
          ...(exemplar && { exemplar: toExemplar(exemplar) }),
        }),
      );
      return fromSamples({ name, kind, samples, ...(help !== undefined && { help }) });
    }),
  };
}
