/** Alert rules: a query, its last value where it is a series, and a threshold. */
import type { Localizer } from '../../i18n/localizer.js';
import { shortDigest } from '../../kernel/hash.js';
import type { MetricKind } from '../../metric/model.js';
import type { Report } from '../../metric/report.js';
import { cleanLine } from '../../sanitize/text.js';
import type { AlertQuery, GrafanaAlertFile, GrafanaAlertRule, JsonObject } from './model.js';
import { fitTitle } from './panels.js';
import type { GrafanaAlertSpec } from './spec.js';
import type { Store, Subject, Tenant, View } from './subjects.js';
import { goText, provisioned } from './text.js';

/** A panel, by its dashboard and number. */
export type Shown = { readonly uid: string; readonly id: number };

export type AlertSettings = {
  readonly store: Store;
  readonly datasourceUid: string;
  readonly tenantId: string;
  readonly tenant: Tenant | undefined;
  readonly folderUid: string;
  readonly ruleGroup: string;
  readonly orgId: number;
  readonly localizer: Localizer;
  readonly report: Report;
  /** Where a metric is shown. */
  readonly panelOf: (raw: string) => Shown | undefined;
};

const views: Readonly<Record<MetricKind, View>> = {
  counter: 'rate',
  gauge: 'value',
  histogram: 'quantiles',
  summary: 'value',
  // Refused by the schema: they have no number.
  info: 'value',
  stateset: 'value',
};

/** Server-side expressions are a data source of this name. https://grafana.com/docs/grafana/latest/panels-visualizations/query-transform-data/expression-queries/ */
const expressionUid = '__expr__';

/** How far back a rule looks: twice what a rate is taken over. */
const lookBackSeconds = 600;

function expression(refId: string, model: JsonObject): AlertQuery {
  const datasource = { type: expressionUid, uid: expressionUid };
  return {
    refId,
    datasourceUid: expressionUid,
    relativeTimeRange: { from: lookBackSeconds, to: 0 },
    model: { refId, datasource, ...model },
  };
}

const lastOf = (refId: string): AlertQuery =>
  expression('B', { type: 'reduce', expression: refId, reducer: 'last', settings: { mode: 'dropNN' } });

const threshold = (refId: string, input: string, { above, below = 0 }: GrafanaAlertSpec): AlertQuery =>
  expression(refId, {
    type: 'threshold',
    expression: input,
    conditions: [
      {
        type: 'query',
        evaluator: above === undefined ? { type: 'lt', params: [below] } : { type: 'gt', params: [above] },
      },
    ],
  });

function toRule(
  alert: GrafanaAlertSpec,
  subject: Subject,
  index: number,
  uid: string,
  settings: AlertSettings,
): GrafanaAlertRule {
  const { store, datasourceUid, localizer, report, tenant } = settings;
  const { severity = 'warning', forSeconds = 300, quantile = 0.95, above, below = 0, description = '' } = alert;
  const wanted = views[subject.kind];
  const view = store.substitutes[wanted] ?? wanted;
  if (view !== wanted) {
    report.note(
      'fallback',
      `alerts.${index}`,
      `The data source has no query for ${wanted}: the ${view} is judged`,
      'warning',
    );
  }
  const by = alert.by?.flatMap((raw) => store.attribute(raw) ?? []) ?? (store.isPerSeries ? subject.dimensions : []);
  const shown = { ...subject, isWhole: false };
  const [query = { refId: 'A' }] = store.queries(shown, { view, by, quantiles: [quantile], place: 'alert' });
  const first: AlertQuery = {
    refId: 'A',
    datasourceUid,
    relativeTimeRange: { from: lookBackSeconds, to: 0 },
    model: { ...query, datasource: { type: store.type, uid: datasourceUid } },
  };
  // An instant query of Prometheus has one value for each series already.
  const steps = query.instant === true ? [threshold('B', 'A', alert)] : [lastOf('A'), threshold('C', 'B', alert)];
  const metric = cleanLine(subject.raw) || cleanLine(subject.name);
  const limit = localizer.number(above ?? below);
  const wording = above === undefined ? 'grafana.below' : 'grafana.above';
  const summary = localizer.t(wording, { metric, threshold: limit });
  const title = alert.title === undefined ? '' : cleanLine(alert.title);
  const panel = settings.panelOf(subject.raw);
  return {
    uid,
    orgID: settings.orgId,
    folderUID: settings.folderUid,
    ruleGroup: settings.ruleGroup,
    title: fitTitle(title || summary, `alerts.${index}.title`, report),
    condition: steps.at(-1)?.refId ?? 'A',
    data: [first, ...steps],
    for: `${forSeconds}s`,
    noDataState: 'NoData',
    execErrState: 'Error',
    labels: { severity, ...(tenant !== undefined && { [tenant.name]: goText(tenant.value) }) },
    annotations: {
      summary: goText(summary),
      ...(description !== '' && { description: goText(description) }),
      ...(panel !== undefined && { __dashboardUid__: panel.uid, __panelId__: `${panel.id}` }),
    },
  };
}

/** Writes the rules. Titles are unique in a folder, so an equal one gets a number. */
export function toRules(alerts: readonly GrafanaAlertSpec[], settings: AlertSettings): GrafanaAlertRule[] {
  const subjects = new Map(settings.store.subjects.map((subject) => [subject.raw, subject]));
  const titles = new Set<string>();
  const uses = new Map<string, number>();
  /** Of what a rule is about and not of its place: it stays the same rule when others come and go. */
  const uidOf = ({ metric, above, title = '' }: GrafanaAlertSpec): string => {
    const parts = [settings.tenantId, metric, above === undefined ? 'below' : 'above', title];
    const key = JSON.stringify(parts);
    const use = uses.get(key) ?? 0;
    uses.set(key, use + 1);
    return shortDigest(32, 'grafana-rule', ...parts, `${use}`);
  };
  return alerts.flatMap((alert, index) => {
    const subject = subjects.get(alert.metric);
    if (subject === undefined) {
      settings.report.refuse(`alerts.${index}.metric`, 'a metric that has a name of its own');
      return [];
    }
    const rule = toRule(alert, subject, index, uidOf(alert), settings);
    if (titles.has(rule.title)) {
      rule.title = fitTitle(`${index + 1}. ${rule.title}`, `alerts.${index}.title`, settings.report);
      settings.report.note('collision', `alerts.${index}.title`, 'Another rule has this title: it gets a number');
    }
    titles.add(rule.title);
    return [rule];
  });
}

const copyQuery = ({ refId, datasourceUid, relativeTimeRange, model }: AlertQuery): AlertQuery => ({
  refId,
  datasourceUid: provisioned(datasourceUid),
  relativeTimeRange: { ...relativeTimeRange },
  model: JSON.parse(JSON.stringify(model)) as JsonObject,
});

/** Writes the same rules as a file. Queries and annotations are read as they are, all else with environment variables. */
export function toAlertFile(rules: readonly GrafanaAlertRule[], folder: string): GrafanaAlertFile {
  const [first] = rules;
  if (first === undefined) return { apiVersion: 1, groups: [] };
  const { orgID: orgId, ruleGroup } = first;
  return {
    apiVersion: 1,
    groups: [
      {
        orgId,
        name: provisioned(ruleGroup),
        folder: provisioned(folder),
        interval: '60s',
        rules: rules.map(({ orgID: _, folderUID: __, ruleGroup: ___, ...rule }) => ({
          ...rule,
          title: provisioned(rule.title),
          data: rule.data.map(copyQuery),
          labels: Object.fromEntries(Object.entries(rule.labels).map(([name, text]) => [name, provisioned(text)])),
          annotations: { ...rule.annotations },
        })),
      },
    ],
  };
}
