/** What a tenant settles about Elasticsearch and OpenSearch, once, in its configuration. */
import type { Issue } from '../kernel/errors.js';
import * as z from '../kernel/zod.js';
import type { ChannelDefinition } from './channel.js';

export type ElasticsearchTenantOptions = {
  /** The family of the server. OpenSearch has no time series, no `histogram` and no `subobjects`. @default 'elasticsearch' */
  profile?: 'elasticsearch' | 'opensearch';
  /** Where documents go: a plain index, a data stream, or a time series data stream. @default 'data-stream' */
  target?: 'index' | 'data-stream' | 'tsds';
  /** The middle of `metrics-<dataset>-<namespace>`. @default 'generic' */
  dataset?: string;
  /** The end of `metrics-<dataset>-<namespace>`. @default 'default' */
  namespace?: string;
  /** Whether the namespace is the tenant's id, hashed where its characters are not allowed. @default false */
  perTenant?: boolean;
  /** The name of the index, for the target `index`. @default `metrics_<dataset>_<namespace>` */
  index?: string;
  /** The field that holds the tenant's id in every document: `organization.id`, or one of `labels`; `false` for none. @default 'labels.tenant' */
  tenantField?: string | false;
  /** Whether the resource's attributes are fields of every document. @default true */
  resourceFields?: boolean;
  /** What becomes of dots in names of metrics. @default 'dots', which means fields as OpenTelemetry has them; in OpenSearch 'underscores' */
  names?: 'dots' | 'underscores';
  /** Whether bigints are `unsigned_long`, 0 to 2^64-1, instead of `long`. @default false */
  unsigned?: boolean;
  /** Whether one impossible point is an error, instead of left out and reported. @default false */
  strict?: boolean;
  /** Most bytes in one request, from 200,000 to 100,000,000. @default 5000000 */
  maxBytes?: number;
  /** Most fields that the index maps, objects included: `index.mapping.total_fields.limit`. @default 1000 */
  maxFields?: number;
};

/**
 * Characters that dataset and namespace may have: fewer than a server allows, so that characters are bytes.
 * https://www.elastic.co/docs/reference/ecs/ecs-data_stream: lower case, no `-`, 100 characters.
 */
const part = /^[a-z0-9_.]{1,100}$/;

/** https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-indices-create: lower case, no `-`, `_` or `+` first, 255 bytes. */
const indexName = /^[a-z0-9][a-z0-9._-]{0,254}$/;

/** Names that templates of the server make data streams of, which take no `index`. */
const managed = /^(?:logs|metrics|traces|synthetics|profiling)-.+-./;

/** Labels that kinds of metrics need for themselves. */
const taken: readonly unknown[] = ['labels.le', 'labels.quantile', 'labels.state'];

function createElasticsearchOptionsSchema() {
  const between = (least: number, upTo: number) =>
    z.int().check(z.refine((value) => value >= least && value <= upTo, `a whole number from ${least} to ${upTo}`));
  const ofPart = z.string().check(z.regex(part, '1 to 100 lower-case letters, digits, dots and underscores'));
  const field = z
    .string()
    .check(
      z.regex(/^(?:organization\.id|labels\.[A-Za-z][A-Za-z0-9_]*)$/, '`organization.id` or `labels.` and a name'),
    );
  return z.strictObject({
    profile: z.optional(z.enum(['elasticsearch', 'opensearch'])),
    target: z.optional(z.enum(['index', 'data-stream', 'tsds'])),
    dataset: z.optional(ofPart),
    namespace: z.optional(ofPart),
    perTenant: z.optional(z.boolean()),
    index: z.optional(z.string().check(z.regex(indexName, 'lower-case letters, digits, `.`, `_` and `-`'))),
    tenantField: z.optional(z.union([field, z.literal(false)])),
    resourceFields: z.optional(z.boolean()),
    names: z.optional(z.enum(['dots', 'underscores'])),
    unsigned: z.optional(z.boolean()),
    strict: z.optional(z.boolean()),
    maxBytes: z.optional(between(200_000, 100_000_000)),
    maxFields: z.optional(between(50, 100_000)),
  });
}

/** What does not go together, with what would. */
const rules: readonly [
  path: keyof ElasticsearchTenantOptions,
  expected: string,
  is: (of: ElasticsearchTenantOptions) => boolean,
][] = [
  [
    'target',
    '`index` or `data-stream`, OpenSearch has no time series',
    (of) => of.profile === 'opensearch' && of.target === 'tsds',
  ],
  [
    'index',
    'no index, the names of data streams are made of dataset and namespace',
    (of) => of.index !== undefined && of.target !== 'index',
  ],
  [
    'index',
    'a name that no template of the server makes a data stream of',
    (of) => of.index !== undefined && managed.test(of.index),
  ],
  [
    'perTenant',
    '`false` beside a name that is the same for all',
    (of) => of.perTenant === true && (of.namespace ?? of.index) !== undefined,
  ],
  ['tenantField', 'a name that no metric needs for itself', (of) => taken.includes(of.tenantField)],
];

const checkRules = (options: ElasticsearchTenantOptions): Issue[] =>
  rules
    .filter(([, , isBroken]) => isBroken(options))
    .map(([path, expected]) => ({ path, message: `expected ${expected}`, expected }));

export const elasticsearchChannel: ChannelDefinition<'elasticsearch', ElasticsearchTenantOptions> = {
  id: 'elasticsearch',
  schema: createElasticsearchOptionsSchema,
  check: checkRules,
};
