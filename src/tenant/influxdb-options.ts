/** What a tenant settles about InfluxDB, once, in its configuration. */
import * as z from '../kernel/zod.js';
import type { ChannelDefinition } from './channel.js';

export type InfluxDBTenantOptions = {
  /** The server's generation: each refuses and loses other things. @default 'v2' */
  profile?: 'v1' | 'v2' | 'v3';
  /** The tag that holds the tenant's id on every point; `false` for none. @default 'tenant' */
  tenantTag?: string | false;
  /** Whether the resource's attributes are tags of every point. @default true */
  resourceTags?: boolean;
  /** The unit of timestamps, which the request has to name. @default 'ms' */
  precision?: 'ns' | 'us' | 'ms' | 's';
  /** Whether bigints are unsigned (`u`): 0 to 2^64-1 instead of 64 bits with a sign. Not in v1. @default false */
  unsigned?: boolean;
  /** Whether one impossible point is an error, instead of left out and reported. @default false */
  strict?: boolean;
  /** Most lines in one payload, up to 10,000. @default 10000 */
  maxLines?: number;
  /** Most bytes in one payload, up to 10,000,000. @default 10000000 */
  maxBytes?: number;
};

/** The best size of a batch, and what servers take by default. https://docs.influxdata.com/influxdb/v2/write-data/best-practices/optimize-writes/ */
const most = { lines: 10_000, bytes: 10_000_000 } as const;
/** A line is 65,535 bytes of series key at most, with fields and a timestamp behind it. */
const leastBytes = 100_000;

function createInfluxDBOptionsSchema() {
  const between = (least: number, upTo: number) =>
    z.int().check(z.refine((value) => value >= least && value <= upTo, `a whole number from ${least} to ${upTo}`));
  const tag = z
    .string()
    .check(z.regex(/^(?!time$)[A-Za-z][A-Za-z0-9_]*$/, 'a tag key of letters, digits and underscores, a letter first'));
  return z.strictObject({
    profile: z.optional(z.enum(['v1', 'v2', 'v3'])),
    tenantTag: z.optional(z.union([tag, z.literal(false)])),
    resourceTags: z.optional(z.boolean()),
    precision: z.optional(z.enum(['ns', 'us', 'ms', 's'])),
    unsigned: z.optional(z.boolean()),
    strict: z.optional(z.boolean()),
    maxLines: z.optional(between(1, most.lines)),
    maxBytes: z.optional(between(leastBytes, most.bytes)),
  });
}

export const influxdbChannel: ChannelDefinition<'influxdb', InfluxDBTenantOptions> = {
  id: 'influxdb',
  schema: createInfluxDBOptionsSchema,
  check: ({ profile, unsigned }) => {
    if (profile !== 'v1' || unsigned !== true) return [];
    return [{ path: 'unsigned', message: 'expected `false`, v1 has no unsigned integers', expected: '`false`' }];
  },
};
