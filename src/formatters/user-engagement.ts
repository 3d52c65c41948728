/** Figures of how people use a service as reports. */
import { userEngagementReport } from '../domains/user-engagement/definition.js';
import type { UserEngagementInput } from '../domains/user-engagement/schema.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { FormatterBase, type Produced } from '../kernel/formatter.js';
import type { Schema } from '../kernel/schema.js';
import type { Report } from '../report/model.js';
import { produceReport, type ReportOptions, reportSchema } from '../report/produce.js';
import type { TenantConfig } from '../tenant/config.js';
import { createTenantContext, type TenantContext } from '../tenant/context.js';
import type { FormatterDefinition } from './registry.js';

export type {
  ActivePoint,
  ActiveUsers,
  Cohort,
  CohortCell,
  EngagementSegment,
  FunnelStep,
  LifetimeValue,
  Listening,
  Retention,
  SegmentRate,
  Sessions,
  Subscription,
  UserEngagementInput,
} from '../domains/user-engagement/schema.js';

/**
 * Formats active users, sessions, listening, retention, funnels and subscriptions: shares with their intervals, cohorts in which
 * what is not over is a gap and no drop, and what drove a change. Groups of few people are not shown.
 *
 * @example
 * ```ts
 * import { UserEngagementFormatter } from 'channel-formatters/user-engagement';
 * import { fr } from 'channel-formatters/locales/fr';
 * import { frReports } from 'channel-formatters/locales/fr-reports';
 *
 * const engagement = new UserEngagementFormatter({ tenantId: 'label_42', locale: 'fr-FR', locales: [fr, frReports] });
 * const { payload } = engagement.format({
 *   window: { from: '2026-10-01', to: '2026-10-31', previous: { from: '2026-09-01', to: '2026-09-30' } },
 *   active: { dau: { value: 1200, previous: 1100 }, wau: 4100, mau: { value: 9800, previous: 9100 } },
 * });
 * console.log(payload.insights.map(({ text }) => text));
 * ```
 */
export class UserEngagementFormatter extends FormatterBase<UserEngagementInput, Report, ReportOptions> {
  readonly id = 'userEngagement';
  readonly schema: Schema<UserEngagementInput>;
  readonly #tenant: TenantContext;

  constructor(tenant: TenantConfig | TenantContext) {
    const context = createTenantContext(tenant);
    super(context);
    this.#tenant = context;
    this.schema = reportSchema(userEngagementReport, context);
  }

  protected override produce(
    input: unknown,
    options: ReportOptions | undefined,
    diagnostics: Diagnostic[],
  ): Produced<Report> {
    return produceReport(userEngagementReport, this.#tenant, input, options, diagnostics);
  }
}

/** The entry of a registry for `createFormatters` of `channel-formatters/factory`. */
export const userEngagement: FormatterDefinition<UserEngagementFormatter> = {
  create: (tenant) => new UserEngagementFormatter(tenant),
};
