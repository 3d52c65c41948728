/**
 * Metrics in InfluxDB, asked for in InfluxQL by the names that line protocol gives them.
 * https://docs.influxdata.com/influxdb/v2/query-data/influxql/ (v1 and v3 speak it too)
 */
import { encodeUnsafe, type InfluxProfile, measurementNaming, tagNaming } from '../../metric/influx-names.js';
import type { Metric, MetricKind } from '../../metric/model.js';
import { collectNames, createNameTable } from '../../metric/names.js';
import type { JsonObject, Query } from './model.js';
import {
  type Ask,
  chooseDimensions,
  pointsOf,
  type Store,
  type StoreInput,
  type Subject,
  toFilters,
} from './subjects.js';

/** Strings and identifiers know these escapes only, so what Grafana would read as a variable cannot stand in them. */
const opening = /\$|\[\[/;
const escaped = (text: string, mark: string): string =>
  `${mark}${text.replace(/[\\\n]|["']/g, (char) => (char === '\n' ? '\\n' : char === '\\' || char === mark ? `\\${char}` : char))}${mark}`;
const identifier = (name: string): string => escaped(name, '"');

/** Go's regular expressions can write every character as a number. */
const pattern = (text: string): string =>
  `/\\A${text.replace(/[^A-Za-z0-9_]/gu, (char) => `\\x{${(char.codePointAt(0) ?? 0).toString(16)}}`)}\\z/`;

const isLive = (text: string): boolean => opening.test(text);
const equals = (tag: string, value: string): string =>
  isLive(value) ? `${identifier(tag)} =~ ${pattern(value)}` : `${identifier(tag)} = ${escaped(value, "'")}`;
const measurement = (name: string): string => (isLive(name) ? pattern(name) : identifier(name));

/** The tag that a kind of metric needs for itself. */
const ownTags: Readonly<Partial<Record<MetricKind, string>>> = {
  histogram: 'le',
  summary: 'quantile',
  stateset: 'state',
};

/** One metric for each measurement: of two kinds in one, the writer refuses the later. */
function groupMetrics(metrics: readonly Metric[], nameOf: (raw: string) => string) {
  const groups = new Map<string, { readonly metrics: Metric[]; readonly index: number }>();
  for (const [index, metric] of metrics.entries()) {
    const name = nameOf(metric.name);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { metrics: [metric], index });
    else if (group.metrics[0]?.kind === metric.kind) group.metrics.push(metric);
  }
  return groups;
}

function createQueries(tenant: string, filters: string): Store['queries'] {
  const where = (place: Ask['place'], more = ''): string =>
    [tenant, place === 'panel' ? filters : '', more, '$timeFilter'].filter((part) => part !== '').join(' AND ');
  const groupBy = (names: readonly string[]): string => ['time($__interval)', ...names.map(identifier)].join(', ');
  const alias = (names: readonly string[]): JsonObject =>
    names.length > 0 && names.every((name) => /^\w+$/.test(name))
      ? { alias: names.map((name) => `$tag_${name}`).join(' ') }
      : {};
  const series = (query: string, more: JsonObject = {}): Query => ({
    refId: 'A',
    query,
    rawQuery: true,
    resultFormat: 'time_series',
    ...more,
  });
  /** Differences are of each series alone, so they are made below and added up above. */
  const perSeries = (
    outer: string,
    inner: string,
    { name }: Subject,
    names: readonly string[],
    place: Ask['place'],
    more?: string,
  ): string =>
    `SELECT ${outer} FROM (SELECT ${inner} FROM ${measurement(name)} WHERE ${where(place, more)} ` +
    `GROUP BY time($__interval), *) WHERE $timeFilter GROUP BY ${groupBy(names)} fill(null)`;

  const simple = (
    select: string,
    { name }: Subject,
    names: readonly string[],
    place: Ask['place'],
    more?: string,
  ): Query =>
    series(
      `SELECT ${select} FROM ${measurement(name)} WHERE ${where(place, more)} GROUP BY ${groupBy(names)} fill(null)`,
      alias(names),
    );

  const views: Readonly<Record<Ask['view'], Store['queries']>> = {
    value: (subject, { by, place, quantiles }) => {
      if (subject.kind !== 'summary') return [simple('mean("value")', subject, by, place)];
      const more = place === 'alert' ? equals('quantile', `${quantiles[0] ?? 0.95}`) : undefined;
      return [simple('mean("value")', subject, ['quantile', ...by], place, more)];
    },
    rate: (subject, { by, place }) => [
      series(
        perSeries('sum("rate")', 'non_negative_derivative(max("value"), 1s) AS "rate"', subject, by, place),
        alias(by),
      ),
    ],
    heatmap: (subject, { place }) => [
      series(
        perSeries('sum("more")', 'non_negative_difference(max("bucket")) AS "more"', subject, ['le'], place),
        alias(['le']),
      ),
    ],
    quantiles: () => [],
    mean: (subject, { by, place }) => [
      series(
        perSeries(
          'sum("s") / sum("c")',
          'non_negative_difference(max("sum")) AS "s", non_negative_difference(max("count")) AS "c"',
          subject,
          by,
          place,
        ),
        alias(by),
      ),
    ],
    states: (subject, { by, place }) => [simple('last("active")', subject, ['state', ...by], place)],
    facts: ({ name }, { place }) => [
      series(`SELECT last("value") FROM ${measurement(name)} WHERE ${where(place)} GROUP BY *`, {
        resultFormat: 'table',
      }),
    ],
  };
  return (subject, ask) => views[ask.view](subject, ask);
}

export function influxStore(input: StoreInput, profile: InfluxProfile): Store {
  const { batch, tenant, hasResource, report } = input;
  const { metrics } = batch;
  const resource = hasResource ? (batch.resource ?? {}) : {};
  const nameOf = createNameTable(
    measurementNaming(profile),
    () => new Set(metrics.map(({ name }) => name)),
    () => {},
  );
  const allNames = (): ReadonlySet<string> =>
    collectNames(
      metrics.map(({ points }) => points),
      Object.keys(resource),
    );
  const told = new Set<string>();
  const tables = new Map<string, (raw: string) => string | undefined>();
  const attributeOf = (own: string | undefined): ((raw: string) => string | undefined) => {
    const known = tables.get(own ?? '');
    if (known !== undefined) return known;
    const table = createNameTable(tagNaming(profile, [tenant?.name, own]), allNames, () => {});
    const attribute = (raw: string): string | undefined => {
      const name = table(raw);
      if (!isLive(name)) return name;
      if (!told.has(raw)) {
        told.add(raw);
        report.note('dropped', `attributes.${raw}`, 'Left out of queries, InfluxQL cannot escape its name', 'warning');
      }
      return undefined;
    };
    tables.set(own ?? '', attribute);
    return attribute;
  };
  const attribute = attributeOf(undefined);
  const subjects = [...groupMetrics(metrics, nameOf)].map(([name, group]): Subject => {
    const [first] = group.metrics;
    const { kind = 'gauge' } = first ?? {};
    const points = pointsOf(group.metrics);
    const { names, isWhole } = chooseDimensions(points);
    const written = attributeOf(ownTags[kind]);
    return {
      raw: first?.name ?? name,
      kind,
      unit: first?.unit,
      help: group.metrics.find(({ help }) => help !== undefined && help !== '')?.help,
      name,
      dimensions: names.flatMap((raw) => written(raw) ?? []),
      isWhole,
      isSingle: points.length <= 1,
      path: `metrics.${group.index}`,
    };
  });
  const filters = toFilters(resource, attribute, () => {});
  const tenantCondition = tenant === undefined ? '' : equals(tenant.name, encodeUnsafe(tenant.value));
  const conditions = filters.map(({ name, variable }) => `${identifier(name)} =~ /^$${variable}$/`).join(' AND ');
  return {
    type: 'influxdb',
    subjects,
    filters,
    attribute,
    substitutes: { quantiles: 'mean' },
    isPerSeries: false,
    queries: createQueries(tenantCondition, conditions),
    values: ({ name }) => {
      const suffix = tenantCondition === '' ? '' : ` WHERE ${tenantCondition}`;
      const text = `SHOW TAG VALUES WITH KEY = ${identifier(name)}${suffix}`;
      return { text, query: { query: text, refId: 'Values' } };
    },
  };
}
