/** Royalty statements as reports. */
import { revenueReportDefinition } from '../domains/revenue-report/definition.js';
import type { RevenueReportInput } from '../domains/revenue-report/schema.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { FormatterBase, type Produced } from '../kernel/formatter.js';
import type { Schema } from '../kernel/schema.js';
import type { Report } from '../report/model.js';
import { produceReport, type ReportOptions, reportSchema } from '../report/produce.js';
import type { TenantConfig } from '../tenant/config.js';
import { createTenantContext, type TenantContext } from '../tenant/context.js';
import type { FormatterDefinition } from './registry.js';

export type {
  DeductionKind,
  RevenueBalance,
  RevenueLine,
  RevenueReportInput,
  RevenueSplit,
  UseType,
} from '../domains/revenue-report/schema.js';

/**
 * Formats royalty statements: totals that are recomputed, amounts in several currencies with the rates they were converted by,
 * what a stream pays, splits to the last cent, advances and thresholds. What contradicts itself is said, not repeated.
 *
 * @example
 * ```ts
 * import { fr } from 'channel-formatters/locales/fr';
 * import { frReports } from 'channel-formatters/locales/fr-reports';
 * import { RevenueReportFormatter } from 'channel-formatters/revenue-report';
 *
 * const revenue = new RevenueReportFormatter({ tenantId: 'label_42', locale: 'fr-FR', locales: [fr, frReports] });
 * const { payload } = revenue.format({
 *   window: { from: '2026-07-01', to: '2026-09-30' },
 *   currency: 'EUR',
 *   lines: [
 *     { dsp: 'Spotify', territory: 'FR', useType: 'stream_premium', title: 'Aube', quantity: 120_400, net: '421.40' },
 *   ],
 * });
 * console.log(payload.document.title, payload.kpis.length);
 * ```
 */
export class RevenueReportFormatter extends FormatterBase<RevenueReportInput, Report, ReportOptions> {
  readonly id = 'revenueReport';
  readonly schema: Schema<RevenueReportInput>;
  readonly #tenant: TenantContext;

  constructor(tenant: TenantConfig | TenantContext) {
    const context = createTenantContext(tenant);
    super(context);
    this.#tenant = context;
    this.schema = reportSchema(revenueReportDefinition, context);
  }

  protected override produce(
    input: unknown,
    options: ReportOptions | undefined,
    diagnostics: Diagnostic[],
  ): Produced<Report> {
    return produceReport(revenueReportDefinition, this.#tenant, input, options, diagnostics);
  }
}

/** The entry of a registry for `createFormatters` of `channel-formatters/factory`. */
export const revenueReport: FormatterDefinition<RevenueReportFormatter> = {
  create: (tenant) => new RevenueReportFormatter(tenant),
};
