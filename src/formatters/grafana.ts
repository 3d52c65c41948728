/** Batches of metrics as dashboards and alert rules of Grafana. */
import { encodeGrafana, type GrafanaSettings, type StoreChoice } from '../encoders/grafana/encode.js';
import {
  type AllGrafanaForms,
  type GrafanaForm,
  type GrafanaParts,
  type GrafanaPayload,
  grafanaForms,
} from '../encoders/grafana/forms.js';
import { type GrafanaInput, grafanaInputSchema } from '../encoders/grafana/spec.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import type { Issue } from '../kernel/errors.js';
import { FormatterBase, type Produced, validate } from '../kernel/formatter.js';
import { measure } from '../kernel/measure.js';
import type { FormatOptions, Formatted, Result } from '../kernel/result.js';
import { unknownName } from '../kernel/suggest.js';
import { createReport } from '../metric/report.js';
import type { TenantConfig } from '../tenant/config.js';
import { createTenantContext, type TenantContext } from '../tenant/context.js';
import { type GrafanaTenantOptions, grafanaChannel } from '../tenant/grafana-options.js';
import { createRenderContext } from '../tenant/render-context.js';
import type { FormatterDefinition } from './registry.js';

export type { AllGrafanaForms, GrafanaForm, GrafanaPayload } from '../encoders/grafana/forms.js';
export type {
  GrafanaAlertFile,
  GrafanaAlertRule,
  GrafanaDashboard,
  GrafanaDashboardV2,
  GrafanaPanel,
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
export type GrafanaOptions<Forms extends readonly GrafanaForm[] = readonly GrafanaForm[]> = FormatOptions & {
  /** What is built; the payload has no members for what is not. @default the tenant's, else all */
  forms?: Forms;
};

const optionKeys = ['forms'] as const;

function checkForms({ forms }: { readonly forms?: unknown }): Issue[] {
  if (forms === undefined) return [];
  const expected = 'an array of one form or more';
  if (!Array.isArray(forms) || forms.length === 0)
    return [{ path: 'forms', message: `expected ${expected}`, expected }];
  return forms.flatMap((form: unknown, index) => {
    const path = `forms.${index}`;
    if (typeof form !== 'string') return [{ path, message: 'expected string', expected: 'string' }];
    return grafanaForms.some((known) => known === form) ? [] : [unknownName(path, 'form', form, grafanaForms)];
  });
}

/**
 * Formats batches of metrics as dashboards, in the classic form and as a resource, and as alert rules, for the API and as
 * a file.
 *
 * Every query asks for the tenant's series only, by the names that the metrics formatters write. No name, title or help
 * text can open a variable or a template. Where the tenant settles `forms`, its payloads are typed by them if they are
 * named here: `new GrafanaMetricsFormatter<['classic']>(tenant)`; what a call asks for is typed by the call.
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
export class GrafanaMetricsFormatter<
  const Forms extends readonly GrafanaForm[] = AllGrafanaForms,
> extends FormatterBase<GrafanaInput, GrafanaPayload<readonly GrafanaForm[]>, GrafanaOptions> {
  readonly id = 'grafana';
  readonly schema = grafanaInputSchema;
  readonly #tenant: TenantContext;

  constructor(tenant: TenantConfig | TenantContext) {
    const context = createTenantContext(tenant, [grafanaChannel]);
    super(context);
    this.#tenant = context;
  }

  override format<const Chosen extends readonly GrafanaForm[] = Forms>(
    input: GrafanaInput,
    options?: GrafanaOptions<Chosen>,
  ): Formatted<GrafanaPayload<Chosen>> {
    return super.format(input, options) as Formatted<GrafanaPayload<Chosen>>;
  }

  override tryFormat<const Chosen extends readonly GrafanaForm[] = Forms>(
    input: unknown,
    options?: GrafanaOptions<Chosen>,
  ): Result<Formatted<GrafanaPayload<Chosen>>> {
    return super.tryFormat(input, options) as Result<Formatted<GrafanaPayload<Chosen>>>;
  }

  override formatMany<const Chosen extends readonly GrafanaForm[] = Forms>(
    inputs: Iterable<unknown>,
    options?: GrafanaOptions<Chosen>,
  ): Result<Formatted<GrafanaPayload<Chosen>>>[] {
    return super.formatMany(inputs, options) as Result<Formatted<GrafanaPayload<Chosen>>>[];
  }

  protected override produce(
    input: unknown,
    options: GrafanaOptions | undefined,
    diagnostics: Diagnostic[],
  ): Produced<GrafanaPayload<readonly GrafanaForm[]>> {
    const context = createRenderContext(this.#tenant, options, optionKeys, diagnostics, checkForms);
    const spec = validate(this.id, grafanaInputSchema, input);
    const settled = this.#tenant.channel(grafanaChannel);
    const { tenantLabel = 'tenant' } = settled;
    const { tenantId } = this.#tenant.config;
    const settings: GrafanaSettings = {
      forms: options?.forms ?? settled.forms ?? grafanaForms,
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
    const [payload, ...followUps] = encodeGrafana(spec, settings) as [GrafanaParts, ...GrafanaParts[]];
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
