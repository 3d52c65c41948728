/** Compiled, never run: payloads go into PagerDuty's own client as they are. */
import { acknowledge, change, event, resolve } from '@pagerduty/pdjs';
import type { ChangePayload, EventPayloadV2 } from '@pagerduty/pdjs/build/src/events.js';
import { createFormatters, type PagerDutyPayload } from 'channel-formatters';

const alert = { severity: 'critical', title: 'x', source: 'y', startedAt: 0 } as const;
const { pagerduty } = createFormatters({ tenantId: 'label_42' });
const routing_key = 'e0000000000000000000000000000001';

/** A call that names the event and the key is known to have both. */
const trigger = pagerduty.format(alert, { event: 'trigger', routingKey: routing_key }).payload;
export const data: EventPayloadV2 = trigger;
export const withoutKey: EventPayloadV2 = { routing_key, ...pagerduty.format(alert, { event: 'trigger' }).payload };

/** Where the status decides, the client's types ask for a body that the API does not take with these: one cast. */
const byStatus = pagerduty.format(alert).payload;
export const cast = { routing_key, ...byStatus } as EventPayloadV2;

/** They ask for members of a change event, too, that the API does not need. */
const changed = pagerduty.format(alert, { event: 'change', routingKey: routing_key }).payload;
export const complete: ChangePayload = {
  ...changed,
  payload: { timestamp: '2026-11-20T09:30:00Z', custom_details: {}, ...changed.payload },
  links: changed.links ?? [],
};

export async function send(): Promise<void> {
  await event({ data: trigger });
  await event({ data: cast });
  await acknowledge({ data: cast });
  await resolve({ data: cast });
  await change({ data: changed as unknown as EventPayloadV2 });
}

/** A logger takes a payload too, because it is an alias and not an interface. */
export const record: Record<string, unknown> = trigger satisfies PagerDutyPayload;

// @ts-expect-error a severity that PagerDuty does not have
export const wrongSeverity: EventPayloadV2 = { ...trigger, payload: { ...trigger.payload, severity: 'fatal' } };
// @ts-expect-error without a key nobody knows where it goes
export const wrongKey: EventPayloadV2 = pagerduty.format(alert, { event: 'trigger' }).payload;
// @ts-expect-error Slack's payload is no event
export const other: EventPayloadV2 = createFormatters({ tenantId: 'label_42' }).slack.format(alert).payload;
// @ts-expect-error a misspelt option
pagerduty.format(alert, { routing_key });
