/** What tests want to know of a dashboard: its panels, its queries, and whether it is a sound one. */
import type { GrafanaPanel, GrafanaPayload } from '../../src/formatters/grafana.js';

export const panelsOf = ({ dashboard }: GrafanaPayload): GrafanaPanel[] =>
  dashboard.panels.flatMap((panel) => (panel.type === 'row' ? [] : [panel]));

/** The text of a query, in whichever language. */
export const textOf = (query: object): string => {
  const { expr, query: text } = query as { expr?: string; query?: string };
  return expr ?? text ?? '';
};

export const queriesOf = (payload: GrafanaPayload): string[] =>
  panelsOf(payload).flatMap(({ targets }) => targets.map(textOf));

const overlaps = (a: GrafanaPanel['gridPos'], b: GrafanaPanel['gridPos']): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** Variables that a text would be filled in with; macros of data sources begin with two underscores. */
export const variablesIn = (text: string): string[] =>
  [...text.matchAll(/\$(\w+)|\$\{(\w+)[^}]*\}|\[\[(\w+)[^\]]*\]\]/g)]
    .map(([, plain, braced, bracketed]) => plain ?? braced ?? bracketed ?? '')
    .filter((name) => !name.startsWith('__') && name !== 'timeFilter' && !name.startsWith('tag_'));

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

/** Everything that is wrong with a payload; Grafana itself would say nothing of most of it. */
export function problemsOf(payload: GrafanaPayload): string[] {
  const { dashboard, resource, alertRules, alertFile } = payload;
  const problems: string[] = [];
  const ids = dashboard.panels.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) problems.push('numbers of panels are not unique');
  const all = dashboard.panels.map(({ gridPos }) => gridPos);
  for (const [index, place] of all.entries()) {
    if (place.x < 0 || place.w < 1 || place.x + place.w > 24 || place.y < 0 || place.h < 1)
      problems.push('off the grid');
    for (const other of all.slice(index + 1)) if (overlaps(place, other)) problems.push('panels overlap');
  }
  const defined = new Set(dashboard.templating.list.map(({ name }) => name));
  if (defined.size !== dashboard.templating.list.length) problems.push('variables are not unique');
  for (const text of stringsIn(dashboard)) {
    for (const name of variablesIn(text)) if (!defined.has(name)) problems.push(`no variable ${name}`);
  }
  for (const { targets, fieldConfig } of panelsOf(payload)) {
    const refIds = targets.map(({ refId }) => refId);
    if (refIds.length === 0 || new Set(refIds).size !== refIds.length) problems.push('refIds are not unique');
    const steps = fieldConfig.defaults.thresholds?.steps.map(({ value }) => value ?? Number.NEGATIVE_INFINITY);
    if (steps?.some((value, index) => index > 0 && value <= (steps[index - 1] ?? 0))) problems.push('unsorted steps');
    if (steps !== undefined && steps[0] !== Number.NEGATIVE_INFINITY) problems.push('no base step');
  }
  const { elements, layout } = resource.spec;
  const placed = layout.spec.rows.flatMap(({ spec }) => spec.layout.spec.items.map((item) => item.spec.element.name));
  if (JSON.stringify([...placed].sort()) !== JSON.stringify(Object.keys(elements).sort())) {
    problems.push('elements and the layout differ');
  }
  for (const { spec } of layout.spec.rows) {
    const items = spec.layout.spec.items.map(({ spec: { x, y, width: w, height: h } }) => ({ x, y, w, h }));
    for (const [index, place] of items.entries()) {
      if (place.y < 0) problems.push('above its row');
      for (const other of items.slice(index + 1)) if (overlaps(place, other)) problems.push('items overlap');
    }
  }
  for (const { condition, data, annotations, title } of alertRules) {
    const refIds = data.map(({ refId }) => refId);
    if (!refIds.includes(condition)) problems.push('the condition is no query');
    for (const { model } of data) {
      if (typeof model.expression === 'string' && !refIds.includes(model.expression))
        problems.push('no such expression');
    }
    const panel = annotations['__panelId__'];
    if (panel !== undefined && !ids.includes(Number(panel))) problems.push('no such panel');
    if (title.length < 1 || title.length > 190) problems.push('the length of a title');
  }
  const titles = alertRules.map(({ title }) => title);
  if (new Set(titles).size !== titles.length) problems.push('titles of rules are not unique');
  const inFile = alertFile.groups.flatMap(({ rules }) => rules.map(({ uid }) => uid));
  if (JSON.stringify(inFile) !== JSON.stringify(alertRules.map(({ uid }) => uid))) problems.push('the file differs');
  return problems;
}
