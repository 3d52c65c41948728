/** A batch as an exposition: settles the names, then writes family by family. */
import { advise } from '../../metric/advice.js';
import { planFamilies } from '../../metric/families.js';
import type { Metric, MetricBatch } from '../../metric/model.js';
import type { EscapingScheme } from '../../metric/names.js';
import type { Report } from '../../metric/report.js';
import type { Encoding } from './encoding.js';
import { contentTypeOf, type PrometheusFormat } from './formats.js';
import { createLabelReaders, type Place, type TenantLabel } from './labels.js';
import { writeProtobuf } from './protobuf.js';
import { writeText } from './text.js';

/** A response to a scrape, or the body of a push. */
export type PrometheusPayload = {
  /** The header `Content-Type`: servers from 3.0 on refuse a body without it. */
  contentType: string;
  /** A string; bytes in the format `protobuf`. */
  body: string | Uint8Array;
};

export type EncodeSettings = {
  readonly format: PrometheusFormat;
  readonly escaping: EscapingScheme;
  readonly tenant: TenantLabel | undefined;
  readonly resource: 'labels' | 'info' | 'none';
  readonly hasTimestamps: boolean;
  readonly hasAdvice: boolean;
};

/** `target_info`, as OpenTelemetry describes resources in. It comes last, so that the metrics keep their numbers. */
function withTargetInfo(batch: MetricBatch): MetricBatch {
  if (batch.resource === undefined || Object.keys(batch.resource).length === 0) return batch;
  const target: Metric = {
    kind: 'info',
    name: 'target',
    help: 'Target metadata',
    points: [{ attributes: batch.resource }],
  };
  return { ...batch, metrics: [...batch.metrics, target] };
}

export type Encoded = { readonly contentType: string; readonly chunks: Iterable<string | Uint8Array> };

/** Plans a batch; it is written when, and as far as, the chunks are asked for. */
export function encodePrometheus(given: MetricBatch, settings: EncodeSettings, report: Report): Encoded {
  const { format, escaping, tenant, resource, hasTimestamps, hasAdvice } = settings;
  const batch = resource === 'info' ? withTargetInfo(given) : given;
  const place: Place = { path: () => '' };
  const hasResource = resource === 'labels';
  const encoding: Encoding = {
    format,
    isOpenMetrics: format === 'openmetrics' || format === 'openmetrics-2.0',
    hasTimestamps,
    report,
    place,
    readerOf: createLabelReaders({ batch, scheme: escaping, tenant, hasResource, report, place }),
    told: new Set(),
  };
  if (hasAdvice) advise(given, report);
  const families = planFamilies(batch, escaping, report, tenant?.name);
  const chunks = format === 'protobuf' ? writeProtobuf(families, encoding) : writeText(families, encoding);
  return { contentType: contentTypeOf(format, escaping), chunks };
}

/** Puts chunks together. */
export function joinChunks(chunks: Iterable<string | Uint8Array>): string | Uint8Array {
  let text = '';
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const chunk of chunks) {
    if (typeof chunk === 'string') text += chunk;
    else {
      parts.push(chunk);
      length += chunk.length;
    }
  }
  if (parts.length === 0) return text;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
