/** A batch as dashboards and alert rules: plans the panels, places them, and writes both forms. */
import type { Localizer } from '../../i18n/localizer.js';
import type { Diagnostic } from '../../kernel/diagnostics.js';
import { LimitExceededError } from '../../kernel/errors.js';
import { shortDigest } from '../../kernel/hash.js';
import type { Overflow } from '../../kernel/result.js';
import type { FieldNames } from '../../metric/elasticsearch-names.js';
import type { InfluxProfile } from '../../metric/influx-names.js';
import type { Metric, MetricBatch } from '../../metric/model.js';
import type { Report } from '../../metric/report.js';
import { cleanLine } from '../../sanitize/text.js';
import { type Shown, toAlertFile, toRules } from './alerts.js';
import { toClassic } from './classic.js';
import { elasticsearchStore } from './elasticsearch.js';
import type { GrafanaForm, GrafanaParts } from './forms.js';
import { datasourceReference, type Frame } from './frame.js';
import { influxStore } from './influxql.js';
import { layOut } from './layout.js';
import { finishTitle, type PanelPlan, planPanels, type RowId } from './panels.js';
import { type PrometheusStoreSettings, prometheusStore } from './promql.js';
import { toResource } from './resource.js';
import type { GrafanaInput, GrafanaPanelSpec } from './spec.js';
import type { Store, StoreInput, Tenant } from './subjects.js';
import { hasOpening, markdownText, plainLine } from './text.js';

export type StoreChoice =
  | ({ readonly type: 'prometheus' } & PrometheusStoreSettings)
  | { readonly type: 'elasticsearch'; readonly names: FieldNames }
  | { readonly type: 'influxdb'; readonly profile: InfluxProfile };

export type GrafanaSettings = {
  readonly forms: readonly GrafanaForm[];
  readonly store: StoreChoice;
  readonly tenantId: string;
  readonly tenant: Tenant | undefined;
  readonly hasResource: boolean;
  /** A variable of the dashboard where there is none. */
  readonly datasourceUid: string | undefined;
  readonly folderUid: string;
  readonly folder: string | undefined;
  readonly ruleGroup: string;
  readonly orgId: number;
  readonly refresh: string;
  readonly from: string;
  readonly maxPanels: number;
  readonly overflow: Overflow;
  readonly localizer: Localizer;
  readonly report: Report;
  readonly diagnostics: Diagnostic[];
};

/** The batch, and the metrics that only panels know of, which have no points yet. */
function toBatch({ resource, metrics = [], panels = [] }: GrafanaInput): MetricBatch {
  const known = new Set(metrics.map(({ name }) => name));
  const wanted = new Map<string, GrafanaPanelSpec>();
  for (const panel of panels)
    if (!known.has(panel.metric) && !wanted.has(panel.metric)) wanted.set(panel.metric, panel);
  const added = [...wanted.values()].map(({ metric, kind = 'gauge', unit }): Metric => {
    return { kind, name: metric, ...(unit !== undefined && { unit }), points: [] } as Metric;
  });
  return { ...(resource && { resource }), metrics: added.length === 0 ? metrics : [...metrics, ...added] };
}

function openStore(choice: StoreChoice, input: StoreInput): Store {
  if (choice.type === 'influxdb') return influxStore(input, choice.profile);
  return choice.type === 'prometheus' ? prometheusStore(input, choice) : elasticsearchStore(input, choice.names);
}

function planAll({ panels }: GrafanaInput, store: Store, { localizer, report }: GrafanaSettings): PanelPlan[] {
  const settings = { store, localizer, report };
  if (panels === undefined) {
    const plans: PanelPlan[] = [];
    for (const subject of store.subjects) plans.push(...planPanels(subject, { path: subject.path }, settings));
    return plans;
  }
  return panels.flatMap(({ metric, kind: _, unit, ...wish }, index) =>
    store.subjects
      .filter(({ raw }) => raw === metric)
      .flatMap((subject) =>
        planPanels(unit === undefined ? subject : { ...subject, unit }, { ...wish, path: `panels.${index}` }, settings),
      ),
  );
}

/** Parts panels into dashboards of a size that browsers draw. */
function toPages(plans: PanelPlan[], { maxPanels, overflow, diagnostics }: GrafanaSettings): PanelPlan[][] {
  const count = plans.length;
  if (count <= maxPanels) return [plans];
  const bound = { limit: maxPanels, actual: count, unit: 'item' } as const;
  if (overflow === 'error') throw new LimitExceededError({ path: 'panels', ...bound });
  const pages: PanelPlan[][] = [];
  for (let at = 0; at < count; at += maxPanels) pages.push(plans.slice(at, at + maxPanels));
  const isSplit = overflow === 'split';
  const message = isSplit
    ? `${count} panels are ${pages.length} dashboards`
    : `${count - maxPanels} panels of ${count} were left out`;
  diagnostics.push({
    code: isSplit ? 'split' : 'dropped',
    severity: isSplit ? 'info' : 'warning',
    path: 'panels',
    message,
    ...bound,
  });
  return isSplit ? pages : pages.slice(0, 1);
}

function toFrame(input: GrafanaInput, store: Store, settings: GrafanaSettings): Frame {
  const { localizer, report, datasourceUid, refresh, from } = settings;
  const { t, timeZone } = localizer;
  const { title = '', description = '', tags = [] } = input;
  if (hasOpening(description))
    report.note('sanitized', 'description', 'A word joiner keeps it from being read as a variable');
  const rowTitles: Readonly<Record<RowId, () => string>> = {
    counter: () => t('grafana.rates'),
    gauge: () => t('grafana.levels'),
    distribution: () => t('grafana.distributions'),
    state: () => t('grafana.states'),
  };
  return {
    uid: '',
    title: finishTitle(cleanLine(title) || t('grafana.dashboard'), 'title', report),
    description: markdownText(description),
    tags: tags.map(plainLine).filter((tag) => tag !== ''),
    timeZone: timeZone === 'UTC' ? 'utc' : timeZone,
    refresh,
    from,
    store,
    datasource: datasourceUid ?? datasourceReference,
    hasDatasourceVariable: datasourceUid === undefined,
    datasourceLabel: t('grafana.dataSource'),
    rowTitle: (row) => rowTitles[row](),
  };
}

type Pages = { readonly payloads: GrafanaParts[]; readonly shown: ReadonlyMap<string, Shown> };

/** Writes the pages of dashboards, and notes where each metric is shown first. */
function writePages(input: GrafanaInput, store: Store, settings: GrafanaSettings): Pages {
  const { forms, tenantId, localizer } = settings;
  const pages = toPages(planAll(input, store, settings), settings);
  const frame = toFrame(input, store, settings);
  const shown = new Map<string, Shown>();
  const hasAlerts = forms.includes('alerts');
  const payloads: GrafanaParts[] = [];
  for (const [index, page] of pages.entries()) {
    const rows = layOut(page);
    const uid = shortDigest(32, 'grafana-dashboard', tenantId, input.title ?? '', `${index}`);
    const title =
      pages.length === 1
        ? frame.title
        : localizer.t('grafana.page', { title: frame.title, index: index + 1, total: pages.length });
    const own: Frame = { ...frame, uid, title };
    const payload: GrafanaParts = {};
    if (forms.includes('classic')) payload.dashboard = toClassic(own, rows);
    if (forms.includes('v2')) payload.resource = toResource(own, rows);
    if (hasAlerts) {
      payload.alertRules = [];
      payload.alertFile = { apiVersion: 1, groups: [] };
      for (const { panels } of rows) {
        for (const { plan, id } of panels) if (!shown.has(plan.metric)) shown.set(plan.metric, { uid, id });
      }
    }
    payloads.push(payload);
  }
  return { payloads, shown };
}

/**
 * Settings for rules alone: they name panels of dashboards that another call writes, and that call tells what becomes of
 * them.
 */
const unseen = (settings: GrafanaSettings): GrafanaSettings => ({
  ...settings,
  overflow: settings.overflow === 'error' ? 'split' : settings.overflow,
  report: { ...settings.report, note: () => {} },
  diagnostics: [],
});

/** Writes dashboards, mostly one. All rules are with the first. */
export function encodeGrafana(input: GrafanaInput, settings: GrafanaSettings): GrafanaParts[] {
  const { forms, tenant, tenantId, hasResource, report, localizer, diagnostics } = settings;
  const store = openStore(settings.store, { batch: toBatch(input), tenant, hasResource, report });
  const hasDashboards = forms.includes('classic') || forms.includes('v2');
  const { payloads: pages, shown } = writePages(input, store, hasDashboards ? settings : unseen(settings));
  const payloads = hasDashboards ? pages : pages.slice(0, 1);
  const { alerts = [] } = input;
  const [first] = payloads;
  if (alerts.length === 0 || first === undefined) return payloads;
  if (!forms.includes('alerts')) {
    const message = 'Left out, rules are none of the forms that were asked for';
    diagnostics.push({ code: 'dropped', severity: 'info', path: 'alerts', message });
    return payloads;
  }
  const { datasourceUid = store.type, folderUid, ruleGroup, orgId } = settings;
  if (settings.datasourceUid === undefined) {
    diagnostics.push({
      code: 'fallback',
      severity: 'warning',
      path: 'alerts',
      message: `Rules know no variables: they ask the data source with the uid \`${datasourceUid}\`; settle \`datasourceUid\``,
    });
  }
  const rules = toRules(alerts, {
    store,
    datasourceUid,
    tenantId,
    tenant,
    folderUid,
    ruleGroup,
    orgId,
    localizer,
    report,
    panelOf: (raw) => shown.get(raw),
  });
  first.alertRules = rules;
  first.alertFile = toAlertFile(rules, settings.folder ?? localizer.t('grafana.dashboard'));
  return payloads;
}
