/** Options of one call, and their checks. What is wrong is named, never shown: a routing key is a secret. */
import type { Issue } from '../../kernel/errors.js';
import { closest } from '../../kernel/suggest.js';
import { expectedRoutingKey, isRoutingKey } from '../../tenant/pagerduty-options.js';

/** What an event does. */
export type PagerDutyEventKind = 'trigger' | 'acknowledge' | 'resolve' | 'change';

export type PagerDutyCallOptions = {
  /** The integration key of a service, 32 letters and digits. @default the tenant's */
  routingKey?: string;
  /** `change`: an event for `/v2/change/enqueue`, which opens no alert. @default what the status of the input says */
  event?: PagerDutyEventKind;
};

/** The names of these options. */
export const pagerDutyOptionKeys: readonly (keyof PagerDutyCallOptions)[] = ['routingKey', 'event'];

const kinds: readonly PagerDutyEventKind[] = ['trigger', 'acknowledge', 'resolve', 'change'];

/** Finds everything that is wrong with the options of one call. */
export function checkPagerDutyOptions(
  { routingKey, event }: PagerDutyCallOptions,
  tenantKey: string | undefined,
): Issue[] {
  const issues: Issue[] = [];
  if (routingKey !== undefined && !isRoutingKey(routingKey)) {
    issues.push({ path: 'routingKey', message: `expected ${expectedRoutingKey}`, expected: expectedRoutingKey });
  }
  if (event !== undefined && !kinds.includes(event)) {
    const near = typeof event === 'string' ? closest(event, kinds) : undefined;
    const expected = `one of ${kinds.map((kind) => `\`${kind}\``).join(', ')}`;
    const message = near === undefined ? `expected ${expected}` : `expected ${expected}, did you mean \`${near}\`?`;
    issues.push({ path: 'event', message, expected });
  }
  // Rulesets and orchestrations, whose keys begin so, take no change events: https://developer.pagerduty.com/docs/send-change-event
  const key = routingKey ?? tenantKey;
  if (event === 'change' && isRoutingKey(key) && key.startsWith('R')) {
    const expected = 'the integration key of a service, which a change event needs';
    issues.push({ path: 'routingKey', message: `expected ${expected}`, expected });
  }
  return issues;
}
