/** Compiled, never run: dashboards and rules are what the types of Grafana's own packages say. */
import type { Rule } from '@grafana/grafana-foundation-sdk/alerting';
import type { Dashboard as SdkDashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import type { Dashboard as SdkDashboardV2 } from '@grafana/grafana-foundation-sdk/dashboardv2';
import type { Dashboard } from '@grafana/schema';
import type { Spec } from '@grafana/schema/apis/dashboard.grafana.app/v2';
import { createFormatters, type GrafanaPayload } from 'channel-formatters';

/** Words are given as words, where the types have enumerations that only their own members fit. */
type AsData<Type> = Type extends string
  ? `${Type}`
  : Type extends readonly (infer Item)[]
    ? AsData<Item>[]
    : Type extends object
      ? { [Key in keyof Type]: AsData<Type[Key]> }
      : Type;

const { grafana } = createFormatters({ tenantId: 'label_42' });
const payload: GrafanaPayload = grafana.format({ metrics: [] }).payload;

export const schema: AsData<Dashboard> = payload.dashboard;
export const schemaV2: AsData<Spec> = payload.resource.spec;
export const sdk: AsData<Omit<SdkDashboard, 'panels'>> = payload.dashboard;
export const sdkV2: AsData<Omit<SdkDashboardV2, 'elements' | 'layout'>> = payload.resource.spec;
export const rules: AsData<Omit<Rule, 'data'>>[] = payload.alertRules;

// @ts-expect-error a version that is none
export const wrongVersion: AsData<Dashboard> = { ...payload.dashboard, schemaVersion: '42' };
// @ts-expect-error a state that Grafana does not have
export const wrongState: AsData<Omit<Rule, 'data'>>[] = payload.alertRules.map((rule) => ({
  ...rule,
  noDataState: 'None',
}));
