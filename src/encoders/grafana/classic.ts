/** The classic form of a dashboard, schema version 42. */
import { allChosen, anyValue, datasourceVariable, type Frame } from './frame.js';
import type { PlacedPanel, PlacedRow } from './layout.js';
import type {
  DataSourceRef,
  GrafanaDashboard,
  GrafanaPanel,
  GrafanaRow,
  GrafanaTarget,
  GrafanaVariable,
} from './model.js';
import { plainLine } from './text.js';

const refOf = ({ store, datasource }: Frame): DataSourceRef => ({ type: store.type, uid: datasource });

function toVariables(frame: Frame): GrafanaVariable[] {
  const { store, hasDatasourceVariable, datasourceLabel } = frame;
  const list: GrafanaVariable[] = store.filters.map((filter) => {
    const { text } = store.values(filter);
    return {
      type: 'query',
      name: filter.variable,
      label: plainLine(filter.label),
      datasource: refOf(frame),
      query: text,
      definition: text,
      refresh: 2,
      sort: 1,
      multi: true,
      includeAll: true,
      allValue: anyValue[store.type],
      current: allChosen(),
      hide: 0,
    };
  });
  if (!hasDatasourceVariable) return list;
  const own: GrafanaVariable = {
    type: 'datasource',
    name: datasourceVariable,
    label: datasourceLabel,
    query: store.type,
    refresh: 1,
    hide: 0,
  };
  return [own, ...list];
}

function toPanel({ plan, id, place }: PlacedPanel, frame: Frame): GrafanaPanel {
  const { type, title, description, queries, options, defaults, transformations } = plan;
  return {
    id,
    type,
    title,
    ...(description !== '' && { description }),
    datasource: refOf(frame),
    gridPos: place,
    targets: queries.map((query): GrafanaTarget => ({ ...query, datasource: refOf(frame) })),
    options: options(),
    fieldConfig: { defaults: defaults(), overrides: [] },
    ...(transformations.length > 0 && { transformations: [...transformations] }),
  };
}

export function toClassic(frame: Frame, rows: readonly PlacedRow[]): GrafanaDashboard {
  const { uid, title, description, tags, timeZone, refresh, from, rowTitle } = frame;
  const panels: (GrafanaPanel | GrafanaRow)[] = [];
  for (const { row, id, top, panels: own } of rows) {
    const gridPos = { x: 0, y: top, w: 24, h: 1 };
    panels.push({ id, type: 'row', title: rowTitle(row), collapsed: false, gridPos, panels: [] });
    for (const panel of own) panels.push(toPanel(panel, frame));
  }
  return {
    uid,
    title,
    ...(description !== '' && { description }),
    tags: [...tags],
    schemaVersion: 42,
    timezone: timeZone,
    editable: true,
    graphTooltip: 1,
    time: { from, to: 'now' },
    refresh,
    templating: { list: toVariables(frame) },
    annotations: { list: [] },
    panels,
  };
}
