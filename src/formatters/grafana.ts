/** Batches of metrics as dashboards and alert rules of Grafana. */
import { encodeGrafana, type GrafanaSettings, type StoreChoice } from '../encoders/grafana/encode.js';
import type { GrafanaPayload } from '../encoders/grafana/model.js';
import { type GrafanaInput, grafanaInputSchema } from '../encoders/grafana/spec.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { FormatterBase, type Produced, validate } from '../kernel/formatter.js';
import { measure } from '../kernel/measure.js';
import type { FormatOptions } from '../kernel/result.js';
import { createReport } from '../metric/report.js';
import type { TenantConfig } from '../tenant/config.js';
import { createTenantContext, type TenantContext } from '../tenant/context.js';
import { type GrafanaTenantOptions, grafanaChannel } from '../tenant/grafana-options.js';
import { createRenderContext } from '../tenant/render-context.js';
import type { FormatterDefinition } from './registry.js';

export type {
  GrafanaAlertFile,
  GrafanaAlertRule,
  GrafanaDashboard,
  GrafanaDashboardV2,
  GrafanaPanel,
  GrafanaPayload,
  GrafanaResource,
  GrafanaRow,
} from '../encoders/grafana/model.js';
export type {
  GrafanaAlertSpec,
  GrafanaInput,
  GrafanaPanelSpec,
  GrafanaThreshold,
} from '../encoders/grafana/spec.js';
export type { Metric, MetricBatch, MetricKind } from '../metric/model.js';
export type { GrafanaTenantOptions } from '../tenant/grafana-options.js';

/** Options of one call. */
export type GrafanaOptions = FormatOptions;

/**
 * Formats batches of metrics as dashboards, in the classic form and as a resource, and as alert rules, for the API and as
 * a file.
 *
 * Every query asks for the tenant's series only, by the names that the metrics formatters write. No name, title or help
 * text can open a variable or a template.
 *
 * @example
 * ```ts
 * import { GrafanaMetricsFormatter } from 'channel-formatters/grafana';
 * import { en } from 'channel-formatters/locales/en';
 * import { counter, metricBatch } from 'channel-formatters/metric';
 *
 * const grafana = new GrafanaMetricsFormatter({ tenantId: 'label_42', locales: [en] });
 * const { payload } = grafana.format({
 *   ...metricBatch([counter('streams', [{ attributes: { country: 'FR' }, value: 1_204_551 }])]),
 *   title: 'Streaming',
 *   alerts: [{ metric: 'streams', below: 0.5, severity: 'critical' }],
 * });
 * console.log(JSON.stringify({ dashboard: payload.dashboard, overwrite: true }));
 * ```
 */
export class GrafanaMetricsFormatter extends FormatterBase<GrafanaInput, GrafanaPayload, GrafanaOptions> {
  readonly id = 'grafana';
  readonly schema = grafanaInputSchema;
  readonly #tenant: TenantContext;

  constructor(tenant: TenantConfig | TenantContext) {
    const context = createTenantContext(tenant, [grafanaChannel]);
    super(context);
    this.#tenant = context;
  }

  protected override produce(
    input: unknown,
    options: GrafanaOptions | undefined,
    diagnostics: Diagnostic[],
  ): Produced<GrafanaPayload> {
    const context = createRenderContext(this.#tenant, options, [], diagnostics);
    const spec = validate(this.id, grafanaInputSchema, input);
    const settled = this.#tenant.channel(grafanaChannel);
    const { tenantLabel = 'tenant' } = settled;
    const { tenantId } = this.#tenant.config;
    const settings: GrafanaSettings = {
      store: storeOf(settled),
      tenantId,
      tenant: tenantLabel === false ? undefined : { name: tenantLabel, value: tenantId.toWellFormed() },
      hasResource: settled.resourceLabels ?? true,
      datasourceUid: settled.datasourceUid,
      folderUid: settled.folderUid ?? 'metrics',
      folder: settled.folder,
      ruleGroup: settled.ruleGroup ?? 'metrics',
      orgId: settled.orgId ?? 1,
      refresh: settled.refresh ?? '1m',
      from: settled.from ?? 'now-6h',
      maxPanels: settled.maxPanels ?? 100,
      overflow: context.overflow,
      localizer: context.localizer,
      report: createReport(this.id, false, diagnostics),
      diagnostics,
    };
    const [payload, ...followUps] = encodeGrafana(spec, settings) as [GrafanaPayload, ...GrafanaPayload[]];
    const size = this.#tenant.hooks === undefined ? 0 : measure(JSON.stringify(payload), 'byte');
    return { payload, followUps, locale: context.localizer.locale, size };
  }
}

function storeOf(settled: Readonly<GrafanaTenantOptions>): StoreChoice {
  const { source = 'prometheus', escaping = 'underscores', nativeHistograms = false } = settled;
  if (source === 'influxdb') return { type: source, profile: settled.profile ?? 'v2' };
  if (source === 'elasticsearch') return { type: source, names: settled.names ?? 'dots' };
  return { type: source, escaping, isNative: nativeHistograms };
}

/** The entry of a registry for `createFormatters` of `channel-formatters/factory`. */
export const grafana: FormatterDefinition<GrafanaMetricsFormatter> = {
  create: (tenant) => new GrafanaMetricsFormatter(tenant),
  channel: grafanaChannel,
};
