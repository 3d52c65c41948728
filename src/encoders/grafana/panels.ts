/** Which panels a metric gets: a table by kind, and what tenants and callers want otherwise. */
import type { Localizer } from '../../i18n/localizer.js';
import { fitText } from '../../kernel/fit.js';
import type { MetricKind } from '../../metric/model.js';
import type { Report } from '../../metric/report.js';
import { cleanLine } from '../../sanitize/text.js';
import { looks } from './looks.js';
import type { FieldDefaults, JsonObject, PanelType, Query, ThresholdStep, Transformation } from './model.js';
import type { GrafanaPanelSpec, GrafanaThreshold, ThresholdSeverity } from './spec.js';
import type { Store, Subject, View } from './subjects.js';
import { hasOpening, markdownText, partOpenings } from './text.js';
import { rateUnit, valueUnit } from './units.js';

/** The rows of a dashboard, in their order. */
export const rowIds = ['counter', 'gauge', 'distribution', 'state'] as const;
export type RowId = (typeof rowIds)[number];

/** A panel without a place and a number. */
export type PanelPlan = {
  /** The name of its metric, as it was given. */
  readonly metric: string;
  readonly row: RowId;
  readonly type: PanelType;
  readonly title: string;
  readonly description: string;
  readonly queries: readonly Query[];
  /** Made anew for each form of the dashboard, so that no two are made of the same parts. */
  readonly options: () => JsonObject;
  readonly defaults: () => FieldDefaults;
  readonly transformations: readonly Transformation[];
  readonly width: number;
  readonly height: number;
};

/** Titles of rules have 190 characters (`alerting.jsonschema.json`); a panel has less room than that. */
const maxTitleChars = 190;

/** Grafana's names of colours, by what a value from a threshold on means. */
const colors: Readonly<Record<ThresholdSeverity, string>> = {
  info: 'blue',
  warning: 'yellow',
  error: 'orange',
  critical: 'red',
};

const rowsByKind: Readonly<Record<MetricKind, RowId>> = {
  counter: 'counter',
  gauge: 'gauge',
  histogram: 'distribution',
  summary: 'distribution',
  info: 'state',
  stateset: 'state',
};

const viewsByKind: Readonly<Record<MetricKind, readonly View[]>> = {
  counter: ['rate'],
  gauge: ['value'],
  histogram: ['heatmap', 'quantiles'],
  summary: ['value'],
  info: ['facts'],
  stateset: ['states'],
};

const panelTypes: Readonly<Record<View, PanelType>> = {
  value: 'timeseries',
  rate: 'timeseries',
  heatmap: 'heatmap',
  quantiles: 'timeseries',
  mean: 'timeseries',
  states: 'state-timeline',
  facts: 'table',
};

/** The shares of a distribution that a panel shows. */
const panelQuantiles: readonly number[] = [0.5, 0.95, 0.99];

/** The first step stands for all that is less: it comes first and has no number. */
function toSteps(thresholds: readonly GrafanaThreshold[]): ThresholdStep[] {
  const sorted = [...thresholds].sort((a, b) => a.value - b.value);
  return [
    { value: null, color: 'green' },
    ...sorted.map(({ value, severity }) => ({ value, color: colors[severity] })),
  ];
}

/** A, B, ... Z, AA, ... as Grafana numbers queries. */
function refIdOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : refIdOf(Math.floor(index / 26) - 1) + letter;
}

function unitOf(view: View, { kind, unit }: Subject): string {
  if (view === 'states' || view === 'facts') return 'none';
  return view === 'rate' ? rateUnit(unit) : valueUnit(kind, unit);
}

function titleOf(view: View, metric: string, { t }: Localizer): string {
  if (view === 'rate') return t('grafana.rate', { metric });
  if (view === 'heatmap') return t('grafana.distribution', { metric });
  if (view === 'quantiles') return t('grafana.quantiles', { metric });
  if (view === 'mean') return t('grafana.mean', { metric });
  return metric;
}

/** Cuts a title, which was cleaned, to its limit. */
export function fitTitle(title: string, path: string, report: Report): string {
  const { text, cut } = fitText(title, maxTitleChars);
  if (cut > 0) report.note('truncated', path, `Cut to ${maxTitleChars} characters`, 'warning');
  return text;
}

/** Cuts a title and lets no variable stand in it. */
export function finishTitle(title: string, path: string, report: Report): string {
  const text = fitTitle(title, path, report);
  const parted = partOpenings(text);
  if (parted !== text) report.note('sanitized', path, 'A word joiner keeps it from being read as a variable');
  return parted;
}

export type PanelSettings = { readonly store: Store; readonly localizer: Localizer; readonly report: Report };

/** What is wanted of a panel, beside what follows from the metric. */
export type PanelWish = Omit<GrafanaPanelSpec, 'metric' | 'kind' | 'unit'> & { readonly path: string };

function columnsOf(view: View): Transformation[] {
  if (view !== 'facts') return [];
  // The value of a fact is always 1, and its time is when it was asked for.
  const excludeByName = { Time: true, time: true, Value: true, last: true, __name__: true };
  return [{ id: 'organize', options: { excludeByName } }];
}

/** Plans the panels of a metric. */
export function planPanels(
  subject: Subject,
  wish: PanelWish,
  { store, localizer, report }: PanelSettings,
): PanelPlan[] {
  const metric = cleanLine(subject.raw) || cleanLine(subject.name);
  const by =
    wish.by?.flatMap((raw) => store.attribute(raw) ?? []) ?? (subject.kind === 'histogram' ? [] : subject.dimensions);
  const shown = wish.by === undefined ? subject : { ...subject, isWhole: false };
  const help = wish.description ?? subject.help ?? '';
  const description = markdownText(help);
  if (hasOpening(help))
    report.note(
      'sanitized',
      `${wish.path}.${wish.description === undefined ? 'help' : 'description'}`,
      'A word joiner keeps it from being read as a variable',
    );
  return viewsByKind[subject.kind].map((wanted): PanelPlan => {
    const view = store.substitutes[wanted] ?? wanted;
    if (view !== wanted) {
      report.note('fallback', wish.path, `The data source has no query for ${wanted}: the panel shows the ${view}`);
    }
    const isStat = view === 'value' && subject.kind === 'gauge' && subject.isSingle && by.length === 0;
    const type = wish.panel ?? (isStat ? 'stat' : panelTypes[view]);
    const look = looks[type];
    const queries = store.queries(shown, { view, by, quantiles: panelQuantiles, place: 'panel' });
    // Members are in their order already: a spread behind another member is slow.
    for (const [index, query] of queries.entries()) query.refId = refIdOf(index);
    const isState = view === 'states';
    const unit = unitOf(view, subject);
    const { thresholds } = wish;
    const defaults = (): FieldDefaults => {
      const custom = look.custom?.();
      if (custom !== undefined && thresholds !== undefined) custom.thresholdsStyle = { mode: 'line' };
      const color: FieldDefaults['color'] = {
        mode: isState || thresholds !== undefined ? 'thresholds' : 'palette-classic',
      };
      const made: FieldDefaults = custom === undefined ? { unit, color } : { unit, custom, color };
      if (thresholds !== undefined) made.thresholds = { mode: 'absolute', steps: toSteps(thresholds) };
      if (isState) made.mappings = toMappings(localizer);
      return made;
    };
    const title = wish.title === undefined ? titleOf(view, metric, localizer) : cleanLine(wish.title);
    return {
      metric: subject.raw,
      row: rowsByKind[subject.kind],
      type,
      title: finishTitle(title, wish.title === undefined ? `${wish.path}.name` : `${wish.path}.title`, report),
      description,
      queries,
      options: look.options,
      defaults,
      transformations: columnsOf(view),
      width: wish.width ?? look.width,
      height: wish.height ?? look.height,
    };
  });
}

/** Words for states: numbers in Prometheus, booleans in InfluxDB. */
function toMappings({ t }: Localizer): NonNullable<FieldDefaults['mappings']> {
  const off = { text: t('grafana.off'), color: 'text', index: 0 };
  const on = { text: t('grafana.on'), color: 'green', index: 1 };
  return [{ type: 'value', options: { '0': { ...off }, '1': { ...on }, false: { ...off }, true: { ...on } } }];
}
