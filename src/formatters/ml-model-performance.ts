/** How well a model does, as a report. */
import { mlModelPerformanceReport } from '../domains/ml-model-performance/definition.js';
import type { MLModelPerformanceInput } from '../domains/ml-model-performance/input.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { FormatterBase, type Produced } from '../kernel/formatter.js';
import type { Schema } from '../kernel/schema.js';
import type { Report } from '../report/model.js';
import { produceReport, type ReportOptions, reportSchema } from '../report/produce.js';
import type { TenantConfig } from '../tenant/config.js';
import { createTenantContext, type TenantContext } from '../tenant/context.js';
import type { FormatterDefinition } from './registry.js';

export type { GateReport, GateReportRow } from '../domains/ml-model-performance/gate-report.js';
// biome-ignore lint/performance/noBarrelFile: the subpath of a formatter holds what goes with it
export { toGateReport, toJUnit } from '../domains/ml-model-performance/gate-report.js';
export type { GateStatus } from '../domains/ml-model-performance/gates.js';
export type {
  MLChampion,
  MLClass,
  MLConfusion,
  MLCost,
  MLCurves,
  MLDataset,
  MLDrift,
  MLDriftTest,
  MLGate,
  MLGateOp,
  MLGroup,
  MLLatency,
  MLMetric,
  MLModel,
  MLModelPerformanceInput,
  MLPairs,
  MLRanking,
  MLTask,
} from '../domains/ml-model-performance/input.js';
export { toMetricBatch } from '../domains/ml-model-performance/metric-batch.js';
export { toModelCard, toModelIndex } from '../domains/ml-model-performance/model-card.js';
export { dcg, type Gain, ndcg } from '../domains/ml-model-performance/ranking.js';

/**
 * Formats how well a model does: gates, accuracy with its interval, the weakest class, drift, and what contradicts itself.
 *
 * @example
 * ```ts
 * import { en } from 'channel-formatters/locales/en';
 * import { enReports } from 'channel-formatters/locales/en-reports';
 * import { MLModelPerformanceFormatter } from 'channel-formatters/ml-model-performance';
 *
 * const reports = new MLModelPerformanceFormatter({ tenantId: 'label_42', locales: [en, enReports] });
 * const { payload } = reports.format({
 *   model: { name: 'genre-tagger', version: '2.4.0' },
 *   task: 'binary',
 *   dataset: { name: 'held-out-2026', split: 'test', n: 171 },
 *   metrics: [{ name: 'accuracy', value: 0.9415, previous: 0.91 }],
 *   gates: [{ name: 'release', metric: 'accuracy', op: '>=', limit: 0.9 }],
 * });
 * console.log(payload.insights.map(({ text }) => text));
 * ```
 */
export class MLModelPerformanceFormatter extends FormatterBase<MLModelPerformanceInput, Report, ReportOptions> {
  readonly id = 'mlModelPerformance';
  readonly schema: Schema<MLModelPerformanceInput>;
  readonly #tenant: TenantContext;

  constructor(tenant: TenantConfig | TenantContext) {
    const context = createTenantContext(tenant);
    super(context);
    this.#tenant = context;
    this.schema = reportSchema(mlModelPerformanceReport, context);
  }

  protected override produce(
    input: unknown,
    options: ReportOptions | undefined,
    diagnostics: Diagnostic[],
  ): Produced<Report> {
    return produceReport(mlModelPerformanceReport, this.#tenant, input, options, diagnostics);
  }
}

/** The entry of a registry for `createFormatters` of `channel-formatters/factory`. */
export const mlModelPerformance: FormatterDefinition<MLModelPerformanceFormatter> = {
  create: (tenant) => new MLModelPerformanceFormatter(tenant),
};
