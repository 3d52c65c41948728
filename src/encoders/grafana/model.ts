/**
 * What Grafana takes: both forms of a dashboard, and alert rules. Only members that are written here.
 * https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/ (read for 13.2)
 */

export type Json = string | number | boolean | null | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

/** Kinds of panels that are made here, by the names of their plugins. */
export type PanelType = 'timeseries' | 'stat' | 'gauge' | 'bargauge' | 'heatmap' | 'table' | 'state-timeline';

export type DataSourceType = 'prometheus' | 'influxdb' | 'elasticsearch';
export type DataSourceRef = { type: DataSourceType; uid: string };

/** A query of a panel, in the words of its data source. */
export type Query = { refId: string } & JsonObject;
export type GrafanaTarget = Query & { datasource: DataSourceRef };

/** `null`, which comes first, stands for minus infinity. */
export type ThresholdStep = { value: number | null; color: string };

export type FieldDefaults = {
  unit: string;
  custom?: JsonObject;
  color?: { mode: 'palette-classic' | 'thresholds' };
  thresholds?: { mode: 'absolute'; steps: ThresholdStep[] };
  mappings?: { type: 'value'; options: { [value: string]: { text: string; color: string; index: number } } }[];
};
export type FieldConfig = { defaults: FieldDefaults; overrides: [] };

export type Transformation = { id: string; options: JsonObject };

export type GridPos = { x: number; y: number; w: number; h: number };

export type GrafanaPanel = {
  id: number;
  type: PanelType;
  title: string;
  description?: string;
  datasource: DataSourceRef;
  gridPos: GridPos;
  targets: GrafanaTarget[];
  options: JsonObject;
  fieldConfig: FieldConfig;
  transformations?: Transformation[];
};
export type GrafanaRow = {
  id: number;
  type: 'row';
  title: string;
  collapsed: false;
  gridPos: GridPos;
  panels: [];
};

type ChosenOption = { text: string | string[]; value: string | string[] };

export type DataSourceVariable = {
  type: 'datasource';
  name: string;
  label: string;
  query: DataSourceType;
  refresh: 1;
  hide: 0;
};
export type QueryVariable = {
  type: 'query';
  name: string;
  label: string;
  datasource: DataSourceRef;
  query: string;
  definition: string;
  refresh: 2;
  sort: 1;
  multi: true;
  includeAll: true;
  allValue: string;
  current: ChosenOption;
  hide: 0;
};
export type GrafanaVariable = DataSourceVariable | QueryVariable;

/** The classic form: `dashboard` in the body of `POST /api/dashboards/db`, and a file of dashboard provisioning. */
export type GrafanaDashboard = {
  uid: string;
  title: string;
  description?: string;
  tags: string[];
  schemaVersion: 42;
  timezone: string;
  editable: true;
  /** One crosshair over all panels. */
  graphTooltip: 1;
  time: { from: string; to: string };
  refresh: string;
  templating: { list: GrafanaVariable[] };
  annotations: { list: [] };
  panels: (GrafanaPanel | GrafanaRow)[];
};

type Kind<Name extends string, Spec> = { kind: Name; spec: Spec };
type DataQuery = { kind: 'DataQuery'; group: string; version: 'v0'; datasource: { name: string }; spec: JsonObject };

export type V2Panel = Kind<
  'Panel',
  {
    id: number;
    title: string;
    description: string;
    links: [];
    data: Kind<
      'QueryGroup',
      {
        queries: Kind<'PanelQuery', { refId: string; hidden: false; query: DataQuery }>[];
        transformations: { kind: 'Transformation'; group: string; spec: { options: JsonObject } }[];
        queryOptions: Record<string, never>;
      }
    >;
    vizConfig: {
      kind: 'VizConfig';
      group: PanelType;
      version: string;
      spec: { options: JsonObject; fieldConfig: FieldConfig };
    };
  }
>;

type V2Variable =
  | Kind<
      'DatasourceVariable',
      {
        name: string;
        label: string;
        pluginId: DataSourceType;
        refresh: 'onDashboardLoad';
        regex: '';
        current: ChosenOption;
        options: [];
        multi: false;
        includeAll: false;
        hide: 'dontHide';
        skipUrlSync: false;
        allowCustomValue: true;
      }
    >
  | Kind<
      'QueryVariable',
      {
        name: string;
        label: string;
        query: DataQuery;
        definition: string;
        refresh: 'onTimeRangeChanged';
        sort: 'alphabeticalAsc';
        regex: '';
        current: ChosenOption;
        options: [];
        multi: true;
        includeAll: true;
        allValue: string;
        hide: 'dontHide';
        skipUrlSync: false;
        allowCustomValue: true;
      }
    >;

type V2Grid = Kind<
  'GridLayout',
  {
    items: Kind<
      'GridLayoutItem',
      {
        x: number;
        y: number;
        width: number;
        height: number;
        element: { kind: 'ElementReference'; name: string };
      }
    >[];
  }
>;

/** The spec of the second form. */
export type GrafanaDashboardV2 = {
  title: string;
  description?: string;
  tags: string[];
  cursorSync: 'Crosshair';
  editable: true;
  preload: false;
  links: [];
  annotations: [];
  timeSettings: {
    timezone: string;
    from: string;
    to: string;
    autoRefresh: string;
    autoRefreshIntervals: string[];
    hideTimepicker: false;
    fiscalYearStartMonth: 0;
  };
  variables: V2Variable[];
  elements: { [name: string]: V2Panel };
  layout: Kind<'RowsLayout', { rows: Kind<'RowsLayoutRow', { title: string; collapse: false; layout: V2Grid }>[] }>;
};

/** The second form: a resource of the API `dashboard.grafana.app`, 12.2 and later. */
export type GrafanaResource = {
  apiVersion: 'dashboard.grafana.app/v2';
  kind: 'Dashboard';
  metadata: { name: string };
  spec: GrafanaDashboardV2;
};

export type AlertQuery = {
  refId: string;
  datasourceUid: string;
  relativeTimeRange: { from: number; to: number };
  model: JsonObject;
};

/** The body of `POST /api/v1/provisioning/alert-rules`. */
export type GrafanaAlertRule = {
  uid: string;
  orgID: number;
  folderUID: string;
  ruleGroup: string;
  title: string;
  condition: string;
  data: AlertQuery[];
  for: string;
  noDataState: 'NoData';
  execErrState: 'Error';
  labels: { [name: string]: string };
  annotations: { [name: string]: string };
};

/** A file of alert provisioning. In it, `$` is `$$` where Grafana would put in environment variables. */
export type GrafanaAlertFile = {
  apiVersion: 1;
  groups: {
    orgId: number;
    name: string;
    folder: string;
    interval: string;
    rules: Omit<GrafanaAlertRule, 'orgID' | 'folderUID' | 'ruleGroup'>[];
  }[];
};
