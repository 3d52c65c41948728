/** What a tenant settles about PagerDuty, once, in its configuration. */
import type { Severity } from '../document/nodes.js';
import * as z from '../kernel/zod.js';
import { safeUrl } from '../sanitize/url.js';
import type { ChannelDefinition } from './channel.js';

export type PagerDutyTenantOptions = {
  /**
   * The integration key that events go to: 32 letters and digits. It becomes `routing_key` of each payload and stands nowhere
   * else. @default none: put it beside the payload
   */
  routingKey?: string;
  /** Who sends, beside "view in" on the page of an alert. @default the name of the brand */
  client?: string;
  /** Where "view in" leads: an https URL. */
  clientUrl?: string;
  /** The severity that PagerDuty is told, where it is another one: `{ warning: 'info' }`. */
  severities?: Partial<Record<Severity, Severity>>;
  /** Names of labels whose values become these members of an event. @default component and environment of the alert */
  labels?: { component?: string; group?: string; class?: string };
  /** Budget of one event in UTF-8 bytes of JSON, from 32,768. @default 512000 */
  maxEventBytes?: number;
};

export const expectedRoutingKey = 'an integration key: 32 letters and digits';

/** Tells whether a value can be an integration key. */
export function isRoutingKey(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9]{32}$/.test(value);
}

/** As long as URLs that browsers and proxies take for certain. */
const maxClientUrlChars = 2048;

function isClientUrl(url: string): boolean {
  const safe = safeUrl(url, { schemes: ['https'] });
  // It is sent as it is, so it has to be in the form that no reader understands in another way.
  return safe === url && url.length <= maxClientUrlChars;
}

/** Below this the members that are never left out would not fit for certain. */
const eventBytes = { min: 32_768, max: 512_000 } as const;

/** Creates the schema of the options; on demand, since building it takes time that an import must not. */
function createPagerDutyOptionsSchema() {
  const severity = z.optional(z.enum(['critical', 'error', 'warning', 'info']));
  const name = z.string().check(z.minLength(1, 'at least one character'));
  return z.strictObject({
    routingKey: z.optional(z.custom<string>(isRoutingKey, expectedRoutingKey)),
    client: z.optional(name),
    clientUrl: z.optional(
      z.string().check(z.refine(isClientUrl, `an absolute https URL of at most ${maxClientUrlChars} characters`)),
    ),
    severities: z.optional(z.strictObject({ critical: severity, error: severity, warning: severity, info: severity })),
    labels: z.optional(
      z.strictObject({ component: z.optional(name), group: z.optional(name), class: z.optional(name) }),
    ),
    maxEventBytes: z.optional(
      z
        .int()
        .check(
          z.refine(
            (value) => value >= eventBytes.min && value <= eventBytes.max,
            'a whole number from 32,768 to 512,000',
          ),
        ),
    ),
  });
}

export const pagerdutyChannel: ChannelDefinition<'pagerduty', PagerDutyTenantOptions> = {
  id: 'pagerduty',
  schema: createPagerDutyOptionsSchema,
};
