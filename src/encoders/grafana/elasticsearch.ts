/**
 * Metrics in Elasticsearch, asked for by the fields that documents have, in Lucene's query syntax.
 * https://grafana.com/docs/grafana/latest/datasources/elasticsearch/query-editor/
 */
import {
  ecsFields,
  type FieldNames,
  fieldLabelNaming,
  labelsObject,
  metricFieldNaming,
} from '../../metric/elasticsearch-names.js';
import type { Metric, MetricKind } from '../../metric/model.js';
import { collectNames, createNameTable } from '../../metric/names.js';
import type { Json, JsonObject, Query } from './model.js';
import {
  type Ask,
  chooseDimensions,
  maxLines,
  pointsOf,
  type Store,
  type StoreInput,
  type Subject,
  toFilters,
} from './subjects.js';

const phraseEscapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  $: '\\u0024',
  '[': '\\u005b',
  '{': '\\u007b',
};
/** https://lucene.apache.org/core/9_0_0/queryparser/org/apache/lucene/queryparser/classic/package-summary.html#Escaping_Special_Characters */
const phrase = (text: string): string => `"${text.replace(/[\\"$[{]/g, (char) => phraseEscapes[char] ?? char)}"`;

/** Fields have letters, digits, `_`, `:`, `-` and dots. */
const fieldTerm = (field: string): string => field.replace(/[:-]/g, '\\$&');

const timeField = '@timestamp';

/** The label that a kind of metric needs for itself. */
const ownLabels: Readonly<Partial<Record<MetricKind, string>>> = {
  histogram: 'le',
  summary: 'quantile',
  stateset: 'state',
};

/** Fields that stand beside the one of the name. */
const suffixes: Readonly<Partial<Record<MetricKind, readonly string[]>>> = {
  histogram: ['_sum', '_count'],
  summary: ['_sum', '_count'],
};

const terms = (field: string, index: number): JsonObject => ({
  id: `${100 + index}`,
  type: 'terms',
  field,
  settings: { size: `${maxLines}`, order: 'desc', orderBy: '_key', min_doc_count: '1' },
});

const overTime = (): JsonObject => ({
  id: '2',
  type: 'date_histogram',
  field: timeField,
  settings: { interval: 'auto', min_doc_count: '0' },
});

function createQueries(tenant: string, filters: string): Store['queries'] {
  const query = (
    metrics: JsonObject[],
    by: readonly string[],
    place: Ask['place'],
    isSeries = true,
    more = '',
  ): Query => {
    const buckets: Json[] = isSeries ? [...by.map(terms), overTime()] : [];
    const text = [tenant, place === 'panel' ? filters : '', more].filter((part) => part !== '').join(' AND ');
    return { refId: 'A', query: text === '' ? '*' : text, timeField, metrics, bucketAggs: buckets, alias: '' };
  };
  const fieldOf = ({ name }: Subject, suffix = ''): string => `metrics.${name}${suffix}`;
  const views: Readonly<Record<Ask['view'], Store['queries']>> = {
    value: (subject, { by, place, quantiles }) => {
      const metrics = [{ id: '1', type: 'avg', field: fieldOf(subject) }];
      if (subject.kind !== 'summary') return [query(metrics, by, place)];
      const more = place === 'alert' ? `${labelsObject}quantile:"${quantiles[0] ?? 0.95}"` : '';
      return [query(metrics, [`${labelsObject}quantile`, ...by], place, true, more)];
    },
    rate: (subject, { by, place }) => [
      query(
        [
          { id: '1', type: 'max', field: fieldOf(subject), hide: true },
          { id: '3', type: 'derivative', field: '1', pipelineAgg: '1', settings: { unit: '1s' } },
        ],
        by,
        place,
      ),
    ],
    heatmap: () => [],
    quantiles: (subject, { by, place, quantiles }) => [
      query(
        [
          {
            id: '1',
            type: 'percentiles',
            field: fieldOf(subject),
            settings: { percents: quantiles.map((quantile) => `${Number((quantile * 100).toPrecision(12))}`) },
          },
        ],
        by,
        place,
      ),
    ],
    mean: (subject, { by, place }) => [
      query(
        [
          { id: '1', type: 'max', field: fieldOf(subject, '_sum'), hide: true },
          { id: '3', type: 'max', field: fieldOf(subject, '_count'), hide: true },
          {
            id: '4',
            type: 'bucket_script',
            pipelineVariables: [
              { name: 's', pipelineAgg: '1' },
              { name: 'c', pipelineAgg: '3' },
            ],
            settings: { script: 'params.s / params.c' },
          },
        ],
        by,
        place,
      ),
    ],
    states: (subject, { by, place }) => [
      query([{ id: '1', type: 'max', field: fieldOf(subject) }], [`${labelsObject}state`, ...by], place),
    ],
    facts: (subject, { place }) => [
      query(
        [{ id: '1', type: 'raw_data', settings: { size: '100' } }],
        [],
        place,
        false,
        `_exists_:${fieldTerm(fieldOf(subject))}`,
      ),
    ],
  };
  return (subject, ask) => views[ask.view](subject, ask);
}

/** Names the fields of metrics: also what stands beside a name is no other metric's. */
function createFieldNames(metrics: readonly Metric[], names: FieldNames): (metric: Metric) => string {
  const naming = metricFieldNaming(names);
  const all = new Set(metrics.map(({ name }) => name));
  const table = createNameTable(
    naming,
    () => all,
    () => {},
  );
  const bases = new Set(metrics.map(({ name }) => naming.translate(name)));
  return ({ name: raw, kind }) => {
    const name = table(raw);
    return (suffixes[kind] ?? []).some((suffix) => bases.has(name + suffix)) ? naming.lossless(raw) : name;
  };
}

export function elasticsearchStore(input: StoreInput, names: FieldNames): Store {
  const { batch, tenant, hasResource, report } = input;
  const resource = hasResource ? (batch.resource ?? {}) : {};
  const labelNames = (): ReadonlySet<string> => {
    const collected = collectNames(
      batch.metrics.map(({ points }) => points),
      Object.keys(resource),
    );
    return new Set([...collected].filter((name) => !ecsFields.has(name)));
  };
  const tables = new Map<string, (raw: string) => string>();
  const attributeOf = (own: string | undefined): ((raw: string) => string) => {
    const known = tables.get(own ?? '');
    if (known !== undefined) return known;
    const table = createNameTable(fieldLabelNaming([tenant?.name, own]), labelNames, () => {});
    const attribute = (raw: string): string => ecsFields.get(raw) ?? labelsObject + table(raw);
    tables.set(own ?? '', attribute);
    return attribute;
  };
  const nameOf = createFieldNames(batch.metrics, names);
  const groups = new Map<string, { readonly metrics: Metric[]; readonly index: number }>();
  for (const [index, metric] of batch.metrics.entries()) {
    const name = nameOf(metric);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { metrics: [metric], index });
    else if (group.metrics[0]?.kind === metric.kind) group.metrics.push(metric);
  }
  const subjects = [...groups].map(([name, group]): Subject => {
    const [first] = group.metrics;
    const { kind = 'gauge' } = first ?? {};
    const points = pointsOf(group.metrics);
    const chosen = chooseDimensions(points);
    if (kind === 'counter' && !chosen.isWhole) {
      report.note(
        'fallback',
        `metrics.${group.index}`,
        'Of more series than lines, each line is the largest',
        'warning',
      );
    }
    return {
      raw: first?.name ?? name,
      kind,
      unit: first?.unit,
      help: group.metrics.find(({ help }) => help !== undefined && help !== '')?.help,
      name,
      dimensions: chosen.names.map(attributeOf(ownLabels[kind])),
      isWhole: chosen.isWhole,
      isSingle: points.length <= 1,
      path: `metrics.${group.index}`,
    };
  });
  const attribute = attributeOf(undefined);
  const filters = toFilters(resource, attribute, () => {});
  const tenantTerm = tenant === undefined ? '' : `${fieldTerm(labelsObject + tenant.name)}:${phrase(tenant.value)}`;
  const filterTerms = filters.map(({ name, variable }) => `${fieldTerm(name)}:$${variable}`).join(' AND ');
  return {
    type: 'elasticsearch',
    subjects,
    filters,
    attribute,
    substitutes: { heatmap: 'mean' },
    isPerSeries: true,
    queries: createQueries(tenantTerm, filterTerms),
    values: ({ name }) => {
      const text = JSON.stringify({ find: 'terms', field: name, ...(tenantTerm !== '' && { query: tenantTerm }) });
      return { text, query: { query: text, refId: 'Values' } };
    },
  };
}
