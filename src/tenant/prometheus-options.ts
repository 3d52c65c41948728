/** What a tenant settles about Prometheus, once, in its configuration. */
import type { Issue } from '../kernel/errors.js';
import * as z from '../kernel/zod.js';
import type { ChannelDefinition } from './channel.js';

export type PrometheusTenantOptions = {
  /** The label that holds the tenant's id on every series; `false` for none. @default 'tenant' */
  tenantLabel?: string | false;
  /**
   * Where the resource's attributes go: `labels` of every series, an `info` metric `target_info` as OpenTelemetry has it, or
   * `none`. @default 'labels'
   */
  resource?: 'labels' | 'info' | 'none';
  /** How names are written where a call says nothing. @default 'underscores' */
  escaping?: 'allow-utf-8' | 'underscores' | 'dots' | 'values';
  /** Whether one impossible point is an error, instead of left out and reported. @default false */
  strict?: boolean;
  /** Whether diagnostics say what could be better about names. @default true */
  advice?: boolean;
};

function createPrometheusOptionsSchema() {
  const label = z
    .string()
    .check(z.regex(/^(?!_)[A-Za-z][A-Za-z0-9_]*$/, 'a label name of letters, digits and underscores, a letter first'));
  return z.strictObject({
    tenantLabel: z.optional(z.union([label, z.literal(false)])),
    resource: z.optional(z.enum(['labels', 'info', 'none'])),
    escaping: z.optional(z.enum(['allow-utf-8', 'underscores', 'dots', 'values'])),
    strict: z.optional(z.boolean()),
    advice: z.optional(z.boolean()),
  });
}

/** Labels that kinds of metrics need for themselves. */
const taken = ['le', 'quantile'];

function checkLabel({ tenantLabel }: PrometheusTenantOptions): Issue[] {
  if (typeof tenantLabel !== 'string' || (!taken.includes(tenantLabel) && !tenantLabel.startsWith('U__'))) return [];
  return [
    { path: 'tenantLabel', message: 'expected a name that no metric needs for itself', expected: 'another name' },
  ];
}

export const prometheusChannel: ChannelDefinition<'prometheus', PrometheusTenantOptions> = {
  id: 'prometheus',
  schema: createPrometheusOptionsSchema,
  check: checkLabel,
};
