/** Batches of metrics as Elasticsearch and OpenSearch index them. */
import { type ElasticsearchPayload, toPayload } from '../encoders/elasticsearch/bulk.js';
import { type ElasticsearchSettings, encodeElasticsearch, templateOf } from '../encoders/elasticsearch/encode.js';
import { tenantPart, toDestination } from '../encoders/elasticsearch/target.js';
import type { ElasticsearchIndexTemplate } from '../encoders/elasticsearch/template.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { type Issue, LimitExceededError } from '../kernel/errors.js';
import { FormatterBase, type Produced, validate } from '../kernel/formatter.js';
import type { FormatOptions, Overflow } from '../kernel/result.js';
import type { MetricBatch } from '../metric/model.js';
import { createReport, type Report } from '../metric/report.js';
import { metricBatchSchema } from '../metric/schema.js';
import type { TenantConfig } from '../tenant/config.js';
import { createTenantContext, type TenantContext } from '../tenant/context.js';
import { elasticsearchChannel } from '../tenant/elasticsearch-options.js';
import { createRenderContext, type RenderContext } from '../tenant/render-context.js';
import type { FormatterDefinition } from './registry.js';

export type { ElasticsearchOperation, ElasticsearchPayload } from '../encoders/elasticsearch/bulk.js';
export type { ElasticsearchIndexTemplate, ElasticsearchProperty } from '../encoders/elasticsearch/template.js';
export type { Metric, MetricBatch, MetricKind } from '../metric/model.js';
export type { ElasticsearchTenantOptions } from '../tenant/elasticsearch-options.js';

/** Options of one call. `now` is the time of points that have none; without it, they are left out. */
export type ElasticsearchOptions = FormatOptions & {
  /** Whether one impossible point is an error, instead of left out and reported. @default the tenant's, `false` */
  strict?: boolean;
};

/** The bodies of bulk requests, one after the other. */
export type ElasticsearchChunks = {
  /** The header `Content-Type` of each. */
  contentType: string;
  /** Can be read once. In strict mode, reading it throws at the first body with a point that cannot be written. */
  chunks: Iterable<string>;
  /** Grows while the chunks are read. */
  diagnostics: Diagnostic[];
};

/** An index template, and what had to give in it. */
export type ElasticsearchTemplate = { template: ElasticsearchIndexTemplate; diagnostics: Diagnostic[] };

const checkOptions = ({ strict }: ElasticsearchOptions): Issue[] =>
  strict === undefined || typeof strict === 'boolean'
    ? []
    : [{ path: 'strict', message: 'expected boolean', expected: 'boolean' }];

type Started = {
  readonly batch: MetricBatch;
  readonly context: RenderContext;
  readonly settings: ElasticsearchSettings;
  readonly report: Report;
};

/**
 * Formats batches of metrics as bulk requests, for `client.bulk` of the official clients, and as the index template that
 * maps their fields.
 *
 * Each point is a document in the fields of the Elastic Common Schema. Ids are made of what a document is about, so that a
 * request can be sent again; a time series makes its own. More than 5 MB go into `followUps`.
 *
 * @example
 * ```ts
 * import { ElasticsearchMetricsFormatter } from 'channel-formatters/elasticsearch';
 * import { en } from 'channel-formatters/locales/en';
 * import { gauge, metricBatch } from 'channel-formatters/metric';
 *
 * const elasticsearch = new ElasticsearchMetricsFormatter({
 *   tenantId: 'label_42',
 *   locales: [en],
 *   channels: { elasticsearch: { target: 'tsds', dataset: 'ledger' } },
 * });
 * const batch = metricBatch([gauge('queue.depth', [{ value: 312, timestamp: 1795168800000 }])]);
 * const { template } = elasticsearch.indexTemplate(batch);
 * const { payload } = elasticsearch.format(batch);
 * console.log(template.name === 'metrics-ledger-default', payload.operations.length === 2);
 * ```
 */
export class ElasticsearchMetricsFormatter extends FormatterBase<
  MetricBatch,
  ElasticsearchPayload,
  ElasticsearchOptions
> {
  readonly id = 'elasticsearch';
  readonly schema = metricBatchSchema;
  readonly #tenant: TenantContext;

  constructor(tenant: TenantConfig | TenantContext) {
    const context = createTenantContext(tenant, [elasticsearchChannel]);
    super(context);
    this.#tenant = context;
  }

  protected override produce(
    input: unknown,
    options: ElasticsearchOptions | undefined,
    diagnostics: Diagnostic[],
  ): Produced<ElasticsearchPayload> {
    const { batch, context, settings, report } = this.#start(input, options, diagnostics);
    const bodies = [...encodeElasticsearch(batch, settings, report)];
    report.settle();
    const kept = applyOverflow(bodies, settings.maxBytes, context.overflow, diagnostics);
    const [payload, ...followUps] = kept.map(toPayload);
    const size = this.#tenant.hooks === undefined ? 0 : bytesOf(kept);
    return { payload: payload ?? toPayload(''), followUps, locale: context.localizer.locale, size };
  }

  /**
   * Formats a batch request by request, so that a million points never stand in memory at once.
   *
   * @throws FormatError when the input or an option is wrong
   */
  formatChunks(input: MetricBatch, options?: ElasticsearchOptions): ElasticsearchChunks {
    const diagnostics: Diagnostic[] = [];
    const { batch, settings, report } = this.#start(input, options, diagnostics);
    const chunks = settled(encodeElasticsearch(batch, settings, report), report);
    return { contentType: 'application/x-ndjson', chunks, diagnostics };
  }

  /**
   * Makes the index template for a batch: every field that its documents have, with the dimensions and types of metrics where
   * they go to a time series. Send it before the first document, and again when metrics or attributes are new.
   *
   * @throws FormatError when the input or an option is wrong, or an index cannot have so many fields
   */
  indexTemplate(input: MetricBatch, options?: ElasticsearchOptions): ElasticsearchTemplate {
    const diagnostics: Diagnostic[] = [];
    const { batch, settings, report } = this.#start(input, options, diagnostics);
    const template = templateOf(batch, settings, report);
    report.settle();
    return { template, diagnostics };
  }

  #start(input: unknown, options: ElasticsearchOptions | undefined, diagnostics: Diagnostic[]): Started {
    const context = createRenderContext(this.#tenant, options, ['strict'], diagnostics, checkOptions);
    const batch = validate(this.id, metricBatchSchema, input);
    const settled = this.#tenant.channel(elasticsearchChannel);
    const {
      profile = 'elasticsearch',
      target = 'data-stream',
      dataset = 'generic',
      tenantField = 'labels.tenant',
    } = settled;
    const tenantId = this.#tenant.config.tenantId.toWellFormed();
    const namespace = settled.perTenant === true ? tenantPart(tenantId) : (settled.namespace ?? 'default');
    const settings: ElasticsearchSettings = {
      profile,
      destination: toDestination(target, dataset, namespace, settled.index),
      tenantId,
      tenantField: tenantField === false ? undefined : tenantField,
      hasResource: settled.resourceFields ?? true,
      names: settled.names ?? (profile === 'opensearch' ? 'underscores' : 'dots'),
      isUnsigned: settled.unsigned ?? false,
      maxBytes: settled.maxBytes ?? 5_000_000,
      maxFields: settled.maxFields ?? 1000,
      nowMs: context.nowMs === undefined ? undefined : Math.trunc(context.nowMs),
    };
    const report = createReport(this.id, options?.strict ?? settled.strict ?? false, diagnostics);
    return { batch, context, settings, report };
  }
}

const bytesOf = (bodies: readonly string[]): number =>
  bodies.reduce((bytes, body) => bytes + Buffer.byteLength(body), 0);

function* settled(bodies: Iterable<string>, report: Report): Generator<string> {
  for (const body of bodies) {
    report.settle();
    yield body;
  }
  report.settle();
}

/** Reports, cuts or refuses what does not fit into one request. */
function applyOverflow(bodies: string[], limit: number, overflow: Overflow, diagnostics: Diagnostic[]): string[] {
  if (bodies.length <= 1) return bodies;
  const bound = { limit, actual: bytesOf(bodies), unit: 'byte' } as const;
  if (overflow === 'error') throw new LimitExceededError({ path: 'metrics', ...bound });
  if (overflow === 'split') {
    const message = `${bound.actual} bytes are ${bodies.length} requests`;
    diagnostics.push({ code: 'split', severity: 'info', path: 'metrics', message, ...bound });
    return bodies;
  }
  const message = `All but the first of ${bodies.length} requests were left out`;
  diagnostics.push({ code: 'dropped', severity: 'warning', path: 'metrics', message, ...bound });
  return bodies.slice(0, 1);
}

/** The entry of a registry for `createFormatters` of `channel-formatters/factory`. */
export const elasticsearch: FormatterDefinition<ElasticsearchMetricsFormatter> = {
  create: (tenant) => new ElasticsearchMetricsFormatter(tenant),
  channel: elasticsearchChannel,
};
