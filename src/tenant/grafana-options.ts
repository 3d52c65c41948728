/** What a tenant settles about Grafana, once, in its configuration. */
import * as z from '../kernel/zod.js';
import type { ChannelDefinition } from './channel.js';

export type GrafanaTenantOptions = {
  /** What is built: `classic` and `v2` are forms of a dashboard, `alerts` its rules. @default all three */
  forms?: readonly ('classic' | 'v2' | 'alerts')[];
  /** Where the metrics are, and so the language of the queries: PromQL, InfluxQL or Lucene's. @default 'prometheus' */
  source?: 'prometheus' | 'influxdb' | 'elasticsearch';
  /** The data source's uid. Without it a variable of the dashboard holds one, and rules ask the one called as `source`. */
  datasourceUid?: string;
  /** The label or tag that holds the tenant's id, in Elasticsearch below `labels`. Every query asks for it; `false` for none. @default 'tenant' */
  tenantLabel?: string | false;
  /** Whether the resource's attributes are labels of every series, and so variables of the dashboard. @default true */
  resourceLabels?: boolean;
  /** How names are written in Prometheus, as settled for it. @default 'underscores' */
  escaping?: 'allow-utf-8' | 'underscores' | 'dots' | 'values';
  /** Whether histograms are native ones in Prometheus, scraped as protobuf: they have no series of buckets. @default false */
  nativeHistograms?: boolean;
  /** The generation of InfluxDB, as settled for it. @default 'v2' */
  profile?: 'v1' | 'v2' | 'v3';
  /** What becomes of dots in names of metrics in Elasticsearch, as settled for it. @default 'dots' */
  names?: 'dots' | 'underscores';
  /** The folder of alert rules, by uid. @default 'metrics' */
  folderUid?: string;
  /** The title of that folder, which files of provisioning go by. @default 'Metrics', in the tenant's language */
  folder?: string;
  /** @default 'metrics' */
  ruleGroup?: string;
  /** @default 1 */
  orgId?: number;
  /** How often dashboards ask again; empty for never. @default '1m' */
  refresh?: string;
  /** Where the time range begins. @default 'now-6h' */
  from?: string;
  /** Most panels on one dashboard, up to 1,000. @default 100 */
  maxPanels?: number;
};

/** Hundreds of panels take a browser minutes. */
const mostPanels = 1000;

function createGrafanaOptionsSchema() {
  const text = (pattern: RegExp, expected: string) => z.string().check(z.regex(pattern, expected));
  // Uids of Grafana: https://grafana.com/docs/grafana/latest/developers/http_api/dashboard/#identifier-id-vs-unique-identifier-uid
  const uid = text(/^[A-Za-z0-9_-]{1,40}$/, 'up to 40 letters, digits, hyphens and underscores');
  const whole = (least: number, most: number) =>
    z.int().check(z.refine((value) => value >= least && value <= most, `a whole number from ${least} to ${most}`));
  return z.strictObject({
    forms: z.optional(z.array(z.enum(['classic', 'v2', 'alerts'])).check(z.minLength(1, 'at least one form'))),
    source: z.optional(z.enum(['prometheus', 'influxdb', 'elasticsearch'])),
    datasourceUid: z.optional(uid),
    tenantLabel: z.optional(
      z.union([
        text(/^(?!U__)[A-Za-z][A-Za-z0-9_]*$/, 'a name of letters, digits and underscores, a letter first'),
        z.literal(false),
      ]),
    ),
    resourceLabels: z.optional(z.boolean()),
    escaping: z.optional(z.enum(['allow-utf-8', 'underscores', 'dots', 'values'])),
    nativeHistograms: z.optional(z.boolean()),
    profile: z.optional(z.enum(['v1', 'v2', 'v3'])),
    names: z.optional(z.enum(['dots', 'underscores'])),
    folderUid: z.optional(uid),
    folder: z.optional(text(/\S/, 'a title')),
    ruleGroup: z.optional(text(/^\S(?:.{0,188}\S)?$/, '1 to 190 characters')),
    orgId: z.optional(whole(1, Number.MAX_SAFE_INTEGER)),
    refresh: z.optional(text(/^(?:\d{1,6}(?:ms|[smhd]))?$/, 'an interval such as `30s`, or nothing')),
    from: z.optional(text(/^now(?:-\d{1,6}[smhdwMy])?(?:\/[smhdwMy])?$/, 'a time such as `now-6h`')),
    maxPanels: z.optional(whole(1, mostPanels)),
  });
}

export const grafanaChannel: ChannelDefinition<'grafana', GrafanaTenantOptions> = {
  id: 'grafana',
  schema: createGrafanaOptionsSchema,
};
