/** Batches of metrics as Prometheus reads them. */
import {
  type EncodeSettings,
  encodePrometheus,
  joinChunks,
  type PrometheusPayload,
} from '../encoders/prometheus/encode.js';
import {
  type Negotiated,
  negotiate,
  type PrometheusFormat,
  prometheusFormats,
} from '../encoders/prometheus/formats.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { type Issue, OptionsInvalidError } from '../kernel/errors.js';
import { FormatterBase, type Produced, validate } from '../kernel/formatter.js';
import { measure } from '../kernel/measure.js';
import type { FormatOptions } from '../kernel/result.js';
import { unknownName } from '../kernel/suggest.js';
import type { MetricBatch } from '../metric/model.js';
import { type EscapingScheme, escapingSchemes } from '../metric/names.js';
import { createReport, type Report } from '../metric/report.js';
import { metricBatchSchema } from '../metric/schema.js';
import type { TenantConfig } from '../tenant/config.js';
import { createTenantContext, type TenantContext } from '../tenant/context.js';
import { prometheusChannel } from '../tenant/prometheus-options.js';
import { createRenderContext, type RenderContext } from '../tenant/render-context.js';
import type { FormatterDefinition } from './registry.js';

export type { PrometheusPayload } from '../encoders/prometheus/encode.js';
// biome-ignore lint/performance/noBarrelFile: the subpath of a formatter holds what goes with it
export { type Negotiated, negotiate, type PrometheusFormat } from '../encoders/prometheus/formats.js';
export type { Metric, MetricBatch, MetricKind } from '../metric/model.js';
export type { EscapingScheme } from '../metric/names.js';
export type { PrometheusTenantOptions } from '../tenant/prometheus-options.js';

/** Options of one call: the common ones, and what to write. */
export type PrometheusOptions = FormatOptions & {
  /** The header `Accept` of a scrape: settles `format` and `escaping` where they are not given. */
  accept?: string;
  /** @default 'text', version 0.0.4, which everything reads */
  format?: PrometheusFormat;
  /** How names are written that have other characters than letters, digits and underscores. @default 'underscores' */
  escaping?: EscapingScheme;
  /** Whether to write the times of points: for backfilling, not for scrapes. @default false */
  timestamps?: boolean;
  /** Whether one impossible point is an error, instead of left out and reported. @default the tenant's, `false` */
  strict?: boolean;
};

/** An exposition in pieces, each of some 100 kB. */
export type PrometheusChunks = {
  contentType: string;
  /** Can be read once. In strict mode, reading it throws at the first piece with a point that cannot be written. */
  chunks: Iterable<string | Uint8Array>;
  /** Grows while the chunks are read. */
  diagnostics: Diagnostic[];
};

const optionKinds = {
  accept: 'string',
  format: 'string',
  escaping: 'string',
  timestamps: 'boolean',
  strict: 'boolean',
} as const;
const optionKeys = Object.keys(optionKinds) as readonly (keyof typeof optionKinds)[];

function checkKinds(options: PrometheusOptions): void {
  const issues: Issue[] = [];
  for (const key of optionKeys) {
    const expected = optionKinds[key];
    const given: unknown = options[key];
    if (given !== undefined && typeof given !== expected)
      issues.push({ path: key, message: `expected ${expected}`, expected });
  }
  const { format, escaping } = options;
  if (typeof format === 'string' && !prometheusFormats.includes(format)) {
    issues.push(unknownName('format', 'format', format, prometheusFormats));
  }
  if (typeof escaping === 'string' && !escapingSchemes.includes(escaping)) {
    issues.push(unknownName('escaping', 'escaping scheme', escaping, escapingSchemes));
  }
  if (issues.length > 0) throw new OptionsInvalidError(issues);
}

type Started = ReturnType<typeof encodePrometheus> & { readonly context: RenderContext; readonly report: Report };

/**
 * Formats batches of metrics for scrapes, the Pushgateway and backfilling: text, OpenMetrics and protobuf.
 *
 * No two series become one, whatever their names and values hold; no value can say another tenant. One impossible point
 * does not cost the others.
 *
 * @example
 * ```ts
 * import { en } from 'channel-formatters/locales/en';
 * import { gauge, metricBatch } from 'channel-formatters/metric';
 * import { PrometheusMetricsFormatter } from 'channel-formatters/prometheus';
 *
 * const prometheus = new PrometheusMetricsFormatter({ tenantId: 'label_42', locales: [en] });
 * const { payload } = prometheus.format(metricBatch([gauge('queue_depth', [{ value: 312 }])]));
 * console.log(payload.contentType, payload.body);
 * ```
 */
export class PrometheusMetricsFormatter extends FormatterBase<MetricBatch, PrometheusPayload, PrometheusOptions> {
  readonly id = 'prometheus';
  readonly schema = metricBatchSchema;
  readonly #tenant: TenantContext;

  constructor(tenant: TenantConfig | TenantContext) {
    const context = createTenantContext(tenant, [prometheusChannel]);
    super(context);
    this.#tenant = context;
  }

  protected override produce(
    input: unknown,
    options: PrometheusOptions | undefined,
    diagnostics: Diagnostic[],
  ): Produced<PrometheusPayload> {
    const { context, contentType, chunks, report } = this.#start(input, options, diagnostics);
    const body = joinChunks(chunks);
    report.settle();
    const size = this.#tenant.hooks === undefined ? 0 : typeof body === 'string' ? measure(body, 'byte') : body.length;
    return { payload: { contentType, body }, followUps: [], locale: context.localizer.locale, size };
  }

  /**
   * Formats a batch piece by piece, so that a million series never stand in memory as one text.
   *
   * @throws FormatError when the input or an option is wrong
   */
  formatChunks(input: MetricBatch, options?: PrometheusOptions): PrometheusChunks {
    const diagnostics: Diagnostic[] = [];
    const { contentType, chunks, report } = this.#start(input, options, diagnostics);
    return { contentType, chunks: settled(chunks, report), diagnostics };
  }

  #start(input: unknown, options: PrometheusOptions | undefined, diagnostics: Diagnostic[]): Started {
    const context = createRenderContext(this.#tenant, options, optionKeys, diagnostics);
    if (options !== undefined) checkKinds(options);
    const batch = validate(this.id, metricBatchSchema, input);
    const settled = this.#tenant.channel(prometheusChannel);
    const { tenantLabel = 'tenant', resource = 'labels', strict = false, advice = true } = settled;
    const asked: Partial<Negotiated> = options?.accept === undefined ? {} : negotiate(options.accept);
    const settings: EncodeSettings = {
      format: options?.format ?? asked.format ?? 'text',
      escaping: options?.escaping ?? asked.escaping ?? settled.escaping ?? 'underscores',
      tenant:
        tenantLabel === false ? undefined : { name: tenantLabel, value: this.#tenant.config.tenantId.toWellFormed() },
      resource,
      hasTimestamps: options?.timestamps ?? false,
      hasAdvice: advice,
    };
    const report = createReport(this.id, options?.strict ?? strict, diagnostics);
    return { context, report, ...encodePrometheus(batch, settings, report) };
  }
}

function* settled(chunks: Iterable<string | Uint8Array>, report: Report): Generator<string | Uint8Array> {
  for (const chunk of chunks) {
    report.settle();
    yield chunk;
  }
  report.settle();
}

/** The entry of a registry for `createFormatters` of `channel-formatters/factory`. */
export const prometheus: FormatterDefinition<PrometheusMetricsFormatter> = {
  create: (tenant) => new PrometheusMetricsFormatter(tenant),
  channel: prometheusChannel,
};
