/** Figures of an artist as reports. */
import { spotifyArtistReport } from '../domains/spotify-artist/definition.js';
import type { SpotifyArtistInput } from '../domains/spotify-artist/schema.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { FormatterBase, type Produced } from '../kernel/formatter.js';
import type { Schema } from '../kernel/schema.js';
import type { Report } from '../report/model.js';
import { produceReport, type ReportOptions, reportSchema } from '../report/produce.js';
import type { TenantConfig } from '../tenant/config.js';
import { createTenantContext, type TenantContext } from '../tenant/context.js';
import type { FormatterDefinition } from './registry.js';

export type { SpotifyArtistInput } from '../domains/spotify-artist/schema.js';
export type { Report } from '../report/model.js';
export type { ReportOptions } from '../report/produce.js';

/**
 * Formats streams and audience of an artist as a report: key figures with what follows from them, sentences that can be derived
 * anew, charts, tables, what contradicts itself, and the artist as data of schema.org.
 *
 * @example
 * ```ts
 * import { en } from 'channel-formatters/locales/en';
 * import { enReports } from 'channel-formatters/locales/en-reports';
 * import { SpotifyArtistFormatter } from 'channel-formatters/spotify-artist';
 *
 * const spotifyArtist = new SpotifyArtistFormatter({ tenantId: 'label_42', locales: [en, enReports] });
 * const { payload } = spotifyArtist.format({
 *   artist: { name: 'Luna Marée' },
 *   window: { from: '2026-10-01', to: '2026-10-31', previous: { from: '2026-09-01', to: '2026-09-30' } },
 *   kpis: { streams: { value: 1_204_551, previous: 1_011_870 }, listeners: 301_200 },
 * });
 * console.log(payload.insights.map(({ text }) => text));
 * ```
 */
export class SpotifyArtistFormatter extends FormatterBase<SpotifyArtistInput, Report, ReportOptions> {
  readonly id = 'spotifyArtist';
  readonly schema: Schema<SpotifyArtistInput>;
  readonly #tenant: TenantContext;

  constructor(tenant: TenantConfig | TenantContext) {
    const context = createTenantContext(tenant);
    super(context);
    this.#tenant = context;
    this.schema = reportSchema(spotifyArtistReport, context);
  }

  protected override produce(
    input: unknown,
    options: ReportOptions | undefined,
    diagnostics: Diagnostic[],
  ): Produced<Report> {
    return produceReport(spotifyArtistReport, this.#tenant, input, options, diagnostics);
  }
}

/** The entry of a registry for `createFormatters` of `channel-formatters/factory`. */
export const spotifyArtist: FormatterDefinition<SpotifyArtistFormatter> = {
  create: (tenant) => new SpotifyArtistFormatter(tenant),
};
