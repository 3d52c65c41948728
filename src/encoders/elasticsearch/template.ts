/** The index template whose mappings match the documents of a batch. */
import { type MetricField, maxUnitChars, type PlannedMetric } from './metrics.js';
import type { Destination, ElasticsearchProfile } from './target.js';

type MetricType = 'counter' | 'gauge' | 'histogram';

/** One field, as the clients of Elasticsearch type it. */
export type ElasticsearchProperty =
  | { type: 'date' }
  | { type: 'keyword'; time_series_dimension?: true }
  | { type: 'constant_keyword'; value: string }
  | { type: 'double' | 'long' | 'unsigned_long'; time_series_metric?: MetricType; meta?: Record<string, string> }
  | { type: 'histogram'; time_series_metric?: MetricType; meta?: Record<string, string> }
  | { type: 'object'; subobjects?: false; properties: Record<string, ElasticsearchProperty> };

/** What `client.indices.putIndexTemplate` takes; for OpenSearch, all but `name` is its `body`. */
export type ElasticsearchIndexTemplate = {
  name: string;
  index_patterns: string[];
  priority: number;
  data_stream?: Record<string, never>;
  template: {
    settings: {
      index: {
        mode?: 'time_series';
        routing_path?: string[];
        mapping: { total_fields: { limit: number } };
      };
    };
    mappings: {
      dynamic: 'strict' | true;
      date_detection: false;
      dynamic_templates?: Record<
        string,
        {
          path_match: string;
          match_mapping_type: 'string' | 'long' | 'double';
          mapping: { type: 'keyword' | 'double' };
        }
      >[];
      properties: Record<string, ElasticsearchProperty>;
    };
  };
};

/** Above the server's own templates of `metrics-*-*`, which have 100 and 200. https://www.elastic.co/docs/manage-data/data-store/templates */
const priority = 500;

const keyword = { type: 'keyword' } as const;

/** The fields that all documents have, whatever is in a batch. */
function fixedFields(profile: ElasticsearchProfile, { stream }: Destination): [string, ElasticsearchProperty][] {
  const constant = (value: string): ElasticsearchProperty => ({ type: 'constant_keyword', value });
  return [
    ['@timestamp', { type: 'date' }],
    ['ecs.version', keyword],
    ['event.start', { type: 'date' }],
    ...(stream === undefined || profile === 'opensearch'
      ? []
      : ([
          ['data_stream.type', constant('metrics')],
          ['data_stream.dataset', constant(stream.dataset)],
          ['data_stream.namespace', constant(stream.namespace)],
        ] as [string, ElasticsearchProperty][])),
  ];
}

/** The name of the metric is a dimension: two metrics of one time are two documents. */
const metricName = 'metricset.name';

export const fixedPaths = (profile: ElasticsearchProfile, destination: Destination): string[] => [
  ...fixedFields(profile, destination).map(([path]) => path),
  metricName,
];

function metaOf({ unit }: MetricField): { meta?: Record<string, string> } {
  return unit === undefined || unit === '' || unit.length > maxUnitChars ? {} : { meta: { unit: unit.toWellFormed() } };
}

function metricProperty(field: MetricField, isSeries: boolean): ElasticsearchProperty {
  const part = { ...(isSeries && { time_series_metric: field.metric }), ...metaOf(field) };
  return field.type === 'histogram' ? { type: field.type, ...part } : { type: field.type, ...part };
}

/** Puts fields into their objects; below `metrics`, dots are part of the names if `isFlat`. */
function toProperties(
  fields: Iterable<readonly [string, ElasticsearchProperty]>,
  isFlat: boolean,
): Record<string, ElasticsearchProperty> {
  const root: Record<string, ElasticsearchProperty> = {};
  for (const [path, property] of fields) {
    const isMetric = isFlat && path.startsWith('metrics.');
    const parts = isMetric ? ['metrics', path.slice('metrics.'.length)] : path.split('.');
    const last = parts.pop() ?? '';
    let node = root;
    for (const part of parts) {
      const known = node[part];
      const object =
        known?.type === 'object'
          ? known
          : ({ type: 'object', ...(isMetric && { subobjects: false as const }), properties: {} } as const);
      node[part] = object;
      node = object.properties;
    }
    node[last] = property;
  }
  return root;
}

/** Names of labels and metrics that the batch does not have, in an index that is no time series. */
const dynamicTemplates: NonNullable<ElasticsearchIndexTemplate['template']['mappings']['dynamic_templates']> = [
  { labels: { path_match: 'labels.*', match_mapping_type: 'string', mapping: { type: 'keyword' } } },
  { whole_metrics: { path_match: 'metrics.*', match_mapping_type: 'long', mapping: { type: 'double' } } },
  { metrics: { path_match: 'metrics.*', match_mapping_type: 'double', mapping: { type: 'double' } } },
];

export type TemplateParts = {
  readonly profile: ElasticsearchProfile;
  readonly destination: Destination;
  readonly maxFields: number;
  readonly tenantField: string | undefined;
  readonly metrics: readonly PlannedMetric[];
  readonly attributes: ReadonlySet<string>;
};

export function toTemplate(parts: TemplateParts): ElasticsearchIndexTemplate {
  const { profile, destination, maxFields, tenantField, metrics, attributes } = parts;
  const { name, target } = destination;
  const isSeries = target === 'tsds';
  const dimension: ElasticsearchProperty = isSeries ? { ...keyword, time_series_dimension: true } : keyword;
  const dimensions = new Set([metricName, ...(tenantField === undefined ? [] : [tenantField]), ...attributes]);
  const fields: [string, ElasticsearchProperty][] = [
    ...fixedFields(profile, destination),
    ...[...dimensions].sort().map((path): [string, ElasticsearchProperty] => [path, { ...dimension }]),
    ...metrics.flatMap((metric) =>
      metric.fields.map((field): [string, ElasticsearchProperty] => [field.path, metricProperty(field, isSeries)]),
    ),
  ];
  const routing = [metricName, ...(tenantField === 'organization.id' ? [tenantField] : []), 'labels.*'];
  return {
    name,
    index_patterns: [name],
    priority,
    ...(target !== 'index' && { data_stream: {} }),
    template: {
      settings: {
        index: {
          ...(isSeries && { mode: 'time_series' as const, routing_path: routing }),
          mapping: { total_fields: { limit: maxFields } },
        },
      },
      mappings: {
        // A label that is no dimension would make two series one, so a time series takes known ones only.
        dynamic: isSeries ? 'strict' : true,
        date_detection: false,
        ...(!isSeries && { dynamic_templates: structuredClone(dynamicTemplates) }),
        properties: toProperties(fields, profile === 'elasticsearch'),
      },
    },
  };
}
