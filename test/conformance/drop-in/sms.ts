/** What callers write: the payload goes into Twilio's client as it is. Never run, only compiled. */
import { createFormatters, type SmsPayload } from 'channel-formatters';
import type { Twilio } from 'twilio';
import type { MessageListInstanceCreateOptions } from 'twilio/lib/rest/api/v2010/account/message.js';

declare const twilio: Twilio;

const alert = { severity: 'critical', title: 'x', source: 'y', startedAt: 0 } as const;
const to = '+33612345678';
const { sms } = createFormatters({ tenantId: 'label_42', channels: { sms: { from: '+33644000001' } } });
const { payload, followUps } = sms.format(alert, { to });

export async function send(): Promise<void> {
  await twilio.messages.create(payload);
  await twilio.messages.create({ ...payload, statusCallback: 'https://hooks.example.com/sms' });
  // Further messages, and payloads without a number of their own, get one from the caller.
  for (const next of followUps) await twilio.messages.create({ ...next, to });
  await twilio.messages.create({ to, ...sms.format(alert).payload });
}

export const options: MessageListInstanceCreateOptions = payload;
/** A logger takes a payload too, because it is an alias and not an interface. */
export const record: Record<string, unknown> = payload satisfies SmsPayload;

// @ts-expect-error Without a number the client has nobody to send to.
export const nobody: MessageListInstanceCreateOptions = sms.format(alert).payload;
// @ts-expect-error Slack's payload is no short message.
export const other: MessageListInstanceCreateOptions = createFormatters({ tenantId: 'label_42' }).slack.format(
  alert,
).payload;
