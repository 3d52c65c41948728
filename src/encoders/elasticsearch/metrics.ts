/** Metrics as fields of an index, each with a name, a type and a place. */
import { type FieldNames, metricFieldNaming } from '../../metric/elasticsearch-names.js';
import type { Metric, MetricBatch, MetricKind, Point } from '../../metric/model.js';
import { createNameTable } from '../../metric/names.js';
import type { Report } from '../../metric/report.js';
import { type Clashes, createClashes, type Mappers } from './mappers.js';
import type { ElasticsearchProfile } from './target.js';
import { maxTermBytes, type NumberType, numberTypeOf } from './values.js';

/** How a field is mapped. A counter only grows, a gauge goes up and down. */
export type MetricField = {
  readonly path: string;
  readonly type: NumberType | 'histogram';
  readonly metric: 'counter' | 'gauge' | 'histogram';
  /** Counts of observations have none. */
  readonly unit: string | undefined;
};

export type PlannedMetric = {
  /** As it was given. */
  readonly raw: string;
  /** Below `metrics`. */
  readonly name: string;
  readonly kind: MetricKind;
  readonly points: readonly Point[];
  readonly pathOf: (position: number) => string;
  /** The type of the value, for metrics with one. */
  readonly type: NumberType;
  readonly fields: readonly MetricField[];
};

export type PlanSettings = {
  readonly batch: MetricBatch;
  readonly profile: ElasticsearchProfile;
  readonly names: FieldNames;
  readonly isUnsigned: boolean;
  readonly maxFields: number;
  readonly mappers: Mappers;
  readonly report: Report;
};

type Member = { readonly metric: Metric; readonly index: number };

/** `meta` of a field, where units are. https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/mapping-field-meta */
export const maxUnitChars = 50;

/** The ends of the names of what a kind is written as, beside its own name. */
const suffixes = (kind: MetricKind, profile: ElasticsearchProfile): readonly string[] => {
  if (kind === 'summary') return ['_sum', '_count'];
  if (kind !== 'histogram') return [];
  return profile === 'opensearch' ? ['_sum', '_count', '_bucket'] : ['_sum', '_count'];
};

const valueMetric: Readonly<Record<MetricKind, MetricField['metric']>> = {
  counter: 'counter',
  gauge: 'gauge',
  histogram: 'histogram',
  summary: 'gauge',
  info: 'gauge',
  stateset: 'gauge',
};

function fieldsOf(
  { kind, unit }: { readonly kind: MetricKind; readonly unit: string | undefined },
  name: string,
  type: NumberType,
  profile: ElasticsearchProfile,
): MetricField[] {
  const base = `metrics.${name}`;
  const parts = suffixes(kind, profile).map((suffix): MetricField => {
    const isSum = suffix === '_sum';
    return {
      path: base + suffix,
      type: isSum ? 'double' : 'long',
      metric: 'counter',
      unit: isSum ? unit : undefined,
    };
  });
  if (kind === 'histogram') {
    return profile === 'opensearch' ? parts : [{ path: base, type: 'histogram', metric: 'histogram', unit }, ...parts];
  }
  return [{ path: base, type, metric: valueMetric[kind], unit }, ...parts];
}

function typeOf(kind: MetricKind, points: readonly Point[], isUnsigned: boolean): NumberType {
  if (kind === 'info' || kind === 'stateset') return 'long';
  return kind === 'counter' || kind === 'gauge' ? numberTypeOf(points, isUnsigned) : 'double';
}

/** Gives each metric a name of its own, also where `_sum` and the like come behind it. */
function createNames({ batch, profile, names, report }: PlanSettings, place: { at: number }) {
  const { metrics } = batch;
  const naming = metricFieldNaming(names);
  const tell = (written: string, collides: boolean): void => {
    const path = `metrics.${place.at}.name`;
    const message = `Written as \`${written}\``;
    if (collides) {
      report.note('collision', path, `${message}, another metric would have the same field`, 'warning');
    } else report.note('normalized', path, message);
  };
  const nameOf = createNameTable(
    naming,
    () => new Set(metrics.map(({ name }) => name)),
    (_raw, written, collides) => tell(written, collides),
  );
  const bases = new Set(metrics.map(({ name }) => naming.translate(name)));
  const told = new Set<string>();
  return ({ name: raw, kind }: Metric): string => {
    const name = nameOf(raw);
    if (!suffixes(kind, profile).some((suffix) => bases.has(name + suffix))) return name;
    const lossless = naming.lossless(raw);
    if (lossless !== name && !told.has(raw)) tell(lossless, true);
    told.add(raw);
    return lossless;
  };
}

function toPlanned(name: string, members: readonly Member[], settings: PlanSettings): PlannedMetric {
  const [first] = members;
  const { kind = 'gauge', name: raw = name } = first?.metric ?? {};
  const unit = members.find(({ metric }) => metric.unit !== undefined)?.metric.unit;
  const single = members.length === 1 ? first : undefined;
  const points: readonly Point[] = single?.metric.points ?? members.flatMap(({ metric }) => metric.points as Point[]);
  const paths =
    single === undefined
      ? members.flatMap(({ metric, index }) =>
          metric.points.map((_point: Point, at) => `metrics.${index}.points.${at}`),
        )
      : [];
  const pathOf = (at: number): string =>
    single === undefined ? (paths[at] ?? '') : `metrics.${single.index}.points.${at}`;
  const type = typeOf(kind, points, settings.isUnsigned);
  return { raw, name, kind, points, pathOf, type, fields: fieldsOf({ kind, unit }, name, type, settings.profile) };
}

/** Whether the fields of a metric have a place in the index. */
function isPlaceable(
  planned: PlannedMetric,
  index: number,
  settings: PlanSettings,
  clashes: Clashes | undefined,
): boolean {
  const { report, mappers, maxFields } = settings;
  const paths = planned.fields.map(({ path }) => path);
  const bytes = Buffer.byteLength(planned.raw);
  if (bytes > maxTermBytes) {
    const bound = { limit: maxTermBytes, actual: bytes, unit: 'byte' } as const;
    report.refuse(`metrics.${index}.name`, `${maxTermBytes} bytes at most`, bound);
    return false;
  }
  if (clashes !== undefined && !paths.every((path) => clashes.add(path))) {
    report.refuse(`metrics.${index}.name`, 'a name that is not the beginning of another before a dot, or behind one');
    return false;
  }
  if (mappers.claim(paths)) return true;
  const bound = { limit: maxFields, actual: mappers.count() + paths.length, unit: 'item' } as const;
  report.refuse(`metrics.${index}`, `${maxFields} fields of an index at most`, bound);
  return false;
}

/** Plans the metrics of a batch. Two kinds with one name would share a field: the later is refused. */
export function planMetrics(settings: PlanSettings): PlannedMetric[] {
  const { batch, profile, report } = settings;
  const place = { at: 0 };
  const nameOf = createNames(settings, place);
  const groups = new Map<string, Member[]>();
  for (const [index, metric] of batch.metrics.entries()) {
    place.at = index;
    const name = nameOf(metric);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [{ metric, index }]);
    else if (group[0]?.metric.kind === metric.kind) group.push({ metric, index });
    else report.refuse(`metrics.${index}`, 'a name that no other kind of metric has');
  }
  const helped = batch.metrics.findIndex(({ help }) => help !== undefined);
  if (helped !== -1) report.note('dropped', `metrics.${helped}.help`, 'Fields have no place for help texts');
  for (const [index, { unit = '' }] of batch.metrics.entries()) {
    if (unit.length <= maxUnitChars) continue;
    const message = `Left out of the index template, expected ${maxUnitChars} characters at most`;
    report.note('dropped', `metrics.${index}.unit`, message);
  }
  // Objects that names with dots would open are switched off in the template, which OpenSearch cannot.
  const clashes = profile === 'opensearch' ? createClashes() : undefined;
  const planned: PlannedMetric[] = [];
  for (const [name, members] of groups) {
    const metric = toPlanned(name, members, settings);
    if (isPlaceable(metric, members[0]?.index ?? 0, settings, clashes)) planned.push(metric);
  }
  return planned;
}
