/** The second form of a dashboard, as the API `dashboard.grafana.app/v2` has it. */
import { allChosen, anyValue, datasourceVariable, type Frame } from './frame.js';
import type { PlacedPanel, PlacedRow } from './layout.js';
import type { GrafanaDashboardV2, GrafanaResource, Json, JsonObject, V2Panel } from './model.js';
import { plainLine } from './text.js';

/** Copies what the classic form holds already: no two forms are made of the same parts. */
const copyOf = <Value extends Json>(value: Value): Value => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf) as Value;
  const copy: JsonObject = {};
  for (const key of Object.keys(value)) copy[key] = copyOf((value as JsonObject)[key] as Json);
  return copy as Value;
};

const dataQuery = ({ store, datasource }: Frame, spec: JsonObject) =>
  ({ kind: 'DataQuery', group: store.type, version: 'v0', datasource: { name: datasource }, spec }) as const;

function toElement({ plan, id }: PlacedPanel, frame: Frame): V2Panel {
  const { type, title, description, queries, options, defaults, transformations } = plan;
  return {
    kind: 'Panel',
    spec: {
      id,
      title,
      description,
      links: [],
      data: {
        kind: 'QueryGroup',
        spec: {
          queries: queries.map(({ refId, ...query }) => ({
            kind: 'PanelQuery' as const,
            spec: { refId, hidden: false as const, query: dataQuery(frame, copyOf(query)) },
          })),
          transformations: transformations.map(({ id: group, options: own }) => ({
            kind: 'Transformation' as const,
            group,
            spec: { options: copyOf(own) },
          })),
          queryOptions: {},
        },
      },
      vizConfig: {
        kind: 'VizConfig',
        group: type,
        // Of the plugin that runs, which only the server knows.
        version: '',
        spec: {
          options: options(),
          fieldConfig: { defaults: defaults(), overrides: [] },
        },
      },
    },
  };
}

function toVariables(frame: Frame): GrafanaDashboardV2['variables'] {
  const { store, hasDatasourceVariable, datasourceLabel } = frame;
  const common = { regex: '', options: [], hide: 'dontHide', skipUrlSync: false, allowCustomValue: true } as const;
  const list = store.filters.map((filter): GrafanaDashboardV2['variables'][number] => {
    const { text, query } = store.values(filter);
    return {
      kind: 'QueryVariable',
      spec: {
        name: filter.variable,
        label: plainLine(filter.label),
        query: dataQuery(frame, query),
        definition: text,
        refresh: 'onTimeRangeChanged',
        sort: 'alphabeticalAsc',
        current: allChosen(),
        multi: true,
        includeAll: true,
        allValue: anyValue[store.type],
        ...common,
        options: [],
      },
    };
  });
  if (!hasDatasourceVariable) return list;
  return [
    {
      kind: 'DatasourceVariable',
      spec: {
        name: datasourceVariable,
        label: datasourceLabel,
        pluginId: store.type,
        refresh: 'onDashboardLoad',
        current: { text: '', value: '' },
        multi: false,
        includeAll: false,
        ...common,
        options: [],
      },
    },
    ...list,
  ];
}

const elementName = (id: number): string => `panel-${id}`;

/** Grafana's own choice of intervals. */
const refreshIntervals = ['5s', '10s', '30s', '1m', '5m', '15m', '30m', '1h', '2h', '1d'];

export function toResource(frame: Frame, rows: readonly PlacedRow[]): GrafanaResource {
  const { uid, title, description, tags, timeZone, refresh, from, rowTitle } = frame;
  const elements: GrafanaDashboardV2['elements'] = {};
  for (const { panels } of rows) for (const panel of panels) elements[elementName(panel.id)] = toElement(panel, frame);
  const spec: GrafanaDashboardV2 = {
    title,
    ...(description !== '' && { description }),
    tags: [...tags],
    cursorSync: 'Crosshair',
    editable: true,
    preload: false,
    links: [],
    annotations: [],
    timeSettings: {
      timezone: timeZone,
      from,
      to: 'now',
      autoRefresh: refresh,
      autoRefreshIntervals: [...refreshIntervals],
      hideTimepicker: false,
      fiscalYearStartMonth: 0,
    },
    variables: toVariables(frame),
    elements,
    layout: {
      kind: 'RowsLayout',
      spec: {
        rows: rows.map(({ row, top, panels }) => ({
          kind: 'RowsLayoutRow',
          spec: {
            title: rowTitle(row),
            collapse: false,
            layout: {
              kind: 'GridLayout',
              spec: {
                items: panels.map(({ id, place: { x, y, w, h } }) => ({
                  kind: 'GridLayoutItem',
                  // Each row has a grid of its own, and no line for its title on it.
                  spec: {
                    x,
                    y: y - top - 1,
                    width: w,
                    height: h,
                    element: { kind: 'ElementReference', name: elementName(id) },
                  },
                })),
              },
            },
          },
        })),
      },
    },
  };
  return { apiVersion: 'dashboard.grafana.app/v2', kind: 'Dashboard', metadata: { name: uid }, spec };
}
