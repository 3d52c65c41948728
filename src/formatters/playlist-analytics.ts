/** Figures of a playlist as reports. */
import { playlistAnalyticsReport } from '../domains/playlist-analytics/definition.js';
import type { PlaylistAnalyticsInput } from '../domains/playlist-analytics/schema.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { FormatterBase, type Produced } from '../kernel/formatter.js';
import type { Schema } from '../kernel/schema.js';
import type { Report } from '../report/model.js';
import { produceReport, type ReportOptions, reportSchema } from '../report/produce.js';
import type { TenantConfig } from '../tenant/config.js';
import { createTenantContext, type TenantContext } from '../tenant/context.js';
import type { FormatterDefinition } from './registry.js';

export type { PlaylistAnalyticsInput } from '../domains/playlist-analytics/schema.js';
export type { Report } from '../report/model.js';
export type { ReportOptions } from '../report/produce.js';

/**
 * Formats audience, activity and tracks of a playlist as a report: key figures with what follows from them, what entered, left and
 * moved between two snapshots, sentences that can be derived anew, charts, tables, and what contradicts itself.
 *
 * @example
 * ```ts
 * import { en } from 'channel-formatters/locales/en';
 * import { enReports } from 'channel-formatters/locales/en-reports';
 * import { PlaylistAnalyticsFormatter } from 'channel-formatters/playlist-analytics';
 *
 * const playlistAnalytics = new PlaylistAnalyticsFormatter({ tenantId: 'label_42', locales: [en, enReports] });
 * const { payload } = playlistAnalytics.format({
 *   playlist: { name: 'Sea Air', owner: 'Label 42' },
 *   window: { from: '2026-10-01', to: '2026-10-31', previous: { from: '2026-09-01', to: '2026-09-30' } },
 *   audience: { metric: 'followers', value: 48_210, previous: 45_907 },
 *   tracks: [{ position: 1, title: 'Lowtide', uri: 'urn:track:1' }],
 *   previousTracks: [{ position: 1, title: 'Harbour', uri: 'urn:track:2' }],
 * });
 * console.log(payload.insights.map(({ text }) => text));
 * ```
 */
export class PlaylistAnalyticsFormatter extends FormatterBase<PlaylistAnalyticsInput, Report, ReportOptions> {
  readonly id = 'playlistAnalytics';
  readonly schema: Schema<PlaylistAnalyticsInput>;
  readonly #tenant: TenantContext;

  constructor(tenant: TenantConfig | TenantContext) {
    const context = createTenantContext(tenant);
    super(context);
    this.#tenant = context;
    this.schema = reportSchema(playlistAnalyticsReport, context);
  }

  protected override produce(
    input: unknown,
    options: ReportOptions | undefined,
    diagnostics: Diagnostic[],
  ): Produced<Report> {
    return produceReport(playlistAnalyticsReport, this.#tenant, input, options, diagnostics);
  }
}

/** The entry of a registry for `createFormatters` of `channel-formatters/factory`. */
export const playlistAnalytics: FormatterDefinition<PlaylistAnalyticsFormatter> = {
  create: (tenant) => new PlaylistAnalyticsFormatter(tenant),
};
