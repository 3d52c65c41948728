/** A batch as bulk requests, and as the index that takes them. */
import { LimitExceededError } from '../../kernel/errors.js';
import type { FieldNames } from '../../metric/elasticsearch-names.js';
import type { MetricBatch } from '../../metric/model.js';
import type { Report } from '../../metric/report.js';
import { createBulkSink } from './bulk.js';
import { writers } from './documents.js';
import { createLabelReaders, type LabelReader, type OwnLabel, ownLabelOf, type Place } from './labels.js';
import { createMappers, type Mappers } from './mappers.js';
import { type PlannedMetric, planMetrics } from './metrics.js';
import { createRun, type DocumentSettings } from './run.js';
import { createActions, type Destination, type ElasticsearchProfile } from './target.js';
import { type ElasticsearchIndexTemplate, fixedPaths, toTemplate } from './template.js';
import { createTimePrinter } from './values.js';

export type ElasticsearchSettings = {
  readonly profile: ElasticsearchProfile;
  readonly destination: Destination;
  readonly tenantId: string;
  /** The field that holds the tenant's id. */
  readonly tenantField: string | undefined;
  readonly hasResource: boolean;
  readonly names: FieldNames;
  readonly isUnsigned: boolean;
  readonly maxBytes: number;
  readonly maxFields: number;
  readonly nowMs: number | undefined;
};

type Planned = {
  readonly metrics: readonly PlannedMetric[];
  readonly readerOf: (own: OwnLabel | undefined) => LabelReader;
  readonly place: Place;
  readonly mappers: Mappers;
};

/** Settles the names of a batch, and whether an index has room for them. */
function planBatch(batch: MetricBatch, settings: ElasticsearchSettings, report: Report): Planned {
  const { profile, destination, tenantId, tenantField, hasResource, maxFields } = settings;
  const mappers = createMappers(maxFields, profile === 'elasticsearch' ? 'metrics' : undefined);
  mappers.claim(fixedPaths(profile, destination));
  if (tenantField !== undefined) mappers.claim([tenantField]);
  const metrics = planMetrics({ ...settings, batch, mappers, report });
  const place: Place = { path: () => '' };
  const tenant = tenantField === undefined ? undefined : { name: tenantField, value: tenantId };
  const readerOf = createLabelReaders({ batch, tenant, hasResource, report, place, claim: mappers.claim });
  return { metrics, readerOf, place, mappers };
}

/** Every field of attributes that documents of the batch have. */
function attributePaths(
  { resource = {} }: MetricBatch,
  { profile, hasResource }: ElasticsearchSettings,
  { metrics, readerOf, place }: Planned,
): Set<string> {
  const paths = new Set<string>();
  for (const { kind, points, pathOf: placeOf } of metrics) {
    const own = ownLabelOf(kind, profile);
    const { pathOf } = readerOf(own);
    place.path = () => `${placeOf(0)}.attributes`;
    const raws = new Set(hasResource ? Object.keys(resource) : []);
    for (const { attributes } of points) for (const raw of Object.keys(attributes ?? {})) raws.add(raw);
    if (own !== undefined) raws.add(own);
    for (const raw of raws) paths.add(pathOf(raw));
  }
  return paths;
}

/** Makes the index template of a batch. @throws LimitExceededError */
export function templateOf(
  batch: MetricBatch,
  settings: ElasticsearchSettings,
  report: Report,
): ElasticsearchIndexTemplate {
  const planned = planBatch(batch, settings, report);
  const attributes = attributePaths(batch, settings, planned);
  const { maxFields } = settings;
  if (!planned.mappers.claim([...attributes])) {
    const actual = planned.mappers.count() + attributes.size;
    throw new LimitExceededError({ path: 'metrics', limit: maxFields, actual, unit: 'item' });
  }
  return toTemplate({ ...settings, metrics: planned.metrics, attributes });
}

/** So many points are written between two looks at what is full. */
const block = 256;

/** Writes the documents of a batch, request by request, as far as they are asked for. */
export function* encodeElasticsearch(
  batch: MetricBatch,
  settings: ElasticsearchSettings,
  report: Report,
): Generator<string> {
  const { metrics, readerOf, place } = planBatch(batch, settings, report);
  const { profile, destination, tenantId, nowMs, maxBytes } = settings;
  const sink = createBulkSink(maxBytes);
  const shared: DocumentSettings = {
    profile,
    target: destination.target,
    nowMs,
    maxBytes,
    report,
    place,
    readerOf,
    actions: createActions(destination, tenantId),
    printTime: createTimePrinter(),
    sink,
    told: new Set(),
  };
  for (const metric of metrics) {
    const run = createRun(metric, shared);
    const write = writers[metric.kind];
    for (let from = 0; from < metric.points.length; from += block) {
      write(run, from, Math.min(from + block, metric.points.length));
      yield* sink.take();
    }
  }
  yield* sink.finish();
}
