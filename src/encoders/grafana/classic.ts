/** The classic form of a dashboard, schema version 42. */
import { allChosen, anyValue, datasourceVariable, type Frame } from './frame.js';
import type { PlacedPanel, PlacedRow } from './layout.js';
import type {
  DataSourceRef,
  FieldConfig,
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
  const targets: GrafanaTarget[] = [];
  for (const query of queries) targets.push({ ...query, datasource: refOf(frame) });
  const datasource = refOf(frame);
  const fieldConfig: FieldConfig = { defaults: defaults(), overrides: [] };
  // Literals without spreads in the middle: these are copied member by member, slowly.
  const panel: GrafanaPanel =
    description === ''
      ? { id, type, title, datasource, gridPos: place, targets, options: options(), fieldConfig }
      : { id, type, title, description, datasource, gridPos: place, targets, options: options(), fieldConfig };
  if (transformations.length > 0) panel.transformations = [...transformations];
  return panel;
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
