/** Batches of metrics as InfluxDB takes them. */
import {
  encodeInflux,
  type InfluxDBPayload,
  type InfluxSettings,
  splitLines,
  toPayload,
} from '../encoders/influxdb/encode.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { LimitExceededError, OptionsInvalidError } from '../kernel/errors.js';
import { FormatterBase, type Produced, validate } from '../kernel/formatter.js';
import { measure } from '../kernel/measure.js';
import type { FormatOptions, Overflow } from '../kernel/result.js';
import type { MetricBatch } from '../metric/model.js';
import { createReport } from '../metric/report.js';
import { metricBatchSchema } from '../metric/schema.js';
import type { TenantConfig } from '../tenant/config.js';
import { createTenantContext, type TenantContext } from '../tenant/context.js';
import { influxdbChannel } from '../tenant/influxdb-options.js';
import { createRenderContext } from '../tenant/render-context.js';
import type { FormatterDefinition } from './registry.js';

export type { InfluxDBPayload } from '../encoders/influxdb/encode.js';
export type { Metric, MetricBatch, MetricKind } from '../metric/model.js';
export type { InfluxDBTenantOptions } from '../tenant/influxdb-options.js';

/** Options of one call. `now` is the time of points that have none; without it, the server takes its own. */
export type InfluxDBOptions = FormatOptions & {
  /** Whether one impossible point is an error, instead of left out and reported. @default the tenant's, `false` */
  strict?: boolean;
};

/**
 * Formats batches of metrics as line protocol, for `writeApi.writeRecords` of the official client and for write requests.
 *
 * What servers drop without a word (comments, a field or tag `time`, the second of two equal points) and what they refuse is
 * written in another way or left out, and reported. More than 10,000 lines or 10 MB go into `followUps`.
 *
 * @example
 * ```ts
 * import { InfluxDBMetricsFormatter } from 'channel-formatters/influxdb';
 * import { en } from 'channel-formatters/locales/en';
 * import { gauge, metricBatch } from 'channel-formatters/metric';
 *
 * const influxdb = new InfluxDBMetricsFormatter({ tenantId: 'label_42', locales: [en] });
 * const { payload } = influxdb.format(metricBatch([gauge('queue_depth', [{ value: 312n, timestamp: 1795168800000 }])]));
 * console.log(payload.lines[0] === 'queue_depth,tenant=label_42 value=312i 1795168800000');
 * ```
 */
export class InfluxDBMetricsFormatter extends FormatterBase<MetricBatch, InfluxDBPayload, InfluxDBOptions> {
  readonly id = 'influxdb';
  readonly schema = metricBatchSchema;
  readonly #tenant: TenantContext;

  constructor(tenant: TenantConfig | TenantContext) {
    const context = createTenantContext(tenant, [influxdbChannel]);
    super(context);
    this.#tenant = context;
  }

  protected override produce(
    input: unknown,
    options: InfluxDBOptions | undefined,
    diagnostics: Diagnostic[],
  ): Produced<InfluxDBPayload> {
    const context = createRenderContext(this.#tenant, options, ['strict'], diagnostics);
    if (options?.strict !== undefined && typeof options.strict !== 'boolean') {
      throw new OptionsInvalidError([{ path: 'strict', message: 'expected boolean', expected: 'boolean' }]);
    }
    const batch = validate(this.id, metricBatchSchema, input);
    const settled = this.#tenant.channel(influxdbChannel);
    const { tenantTag = 'tenant', maxLines = 10_000, maxBytes = 10_000_000 } = settled;
    const settings: InfluxSettings = {
      profile: settled.profile ?? 'v2',
      precision: settled.precision ?? 'ms',
      tenant: tenantTag === false ? undefined : { name: tenantTag, value: this.#tenant.config.tenantId.toWellFormed() },
      hasResource: settled.resourceTags ?? true,
      isUnsigned: settled.unsigned ?? false,
      nowMs: context.nowMs === undefined ? undefined : Math.trunc(context.nowMs),
    };
    const report = createReport(this.id, options?.strict ?? settled.strict ?? false, diagnostics);
    const lines = encodeInflux(batch, settings, report);
    report.settle();
    const parts = splitLines(lines, maxLines, maxBytes);
    const kept = applyOverflow(parts, lines.length, context.overflow, diagnostics);
    const [payload, ...followUps] = kept.map((part) => toPayload(part, settings));
    const size = this.#tenant.hooks === undefined ? 0 : measure(kept.flat().join('\n'), 'byte');
    return { payload: payload ?? toPayload([], settings), followUps, locale: context.localizer.locale, size };
  }
}

/** Reports, cuts or refuses what does not fit into one request. */
function applyOverflow(parts: string[][], lines: number, overflow: Overflow, diagnostics: Diagnostic[]): string[][] {
  const limit = parts[0]?.length ?? 0;
  if (parts.length <= 1) return parts;
  if (overflow === 'error') throw new LimitExceededError({ path: 'metrics', limit, actual: lines, unit: 'item' });
  const bound = { limit, actual: lines, unit: 'item' } as const;
  if (overflow === 'split') {
    const message = `${lines} lines are ${parts.length} requests`;
    diagnostics.push({ code: 'split', severity: 'info', path: 'metrics', message, ...bound });
    return parts;
  }
  const message = `${lines - limit} lines of ${lines} were left out`;
  diagnostics.push({ code: 'dropped', severity: 'warning', path: 'metrics', message, ...bound });
  return parts.slice(0, 1);
}

/** The entry of a registry for `createFormatters` of `channel-formatters/factory`. */
export const influxdb: FormatterDefinition<InfluxDBMetricsFormatter> = {
  create: (tenant) => new InfluxDBMetricsFormatter(tenant),
  channel: influxdbChannel,
};
