/** An alert as SMS, what it costs, and the message that says it is over: `npm run example sms`. */
import { createFormatters, isFormatError } from 'channel-formatters';
import { createPhoneNumbers } from 'channel-formatters/phone-numbers';
import { type AddressedSmsPayload, replyCode } from 'channel-formatters/sms';

const { sms } = createFormatters({
  tenantId: 'maison_carthage',
  locale: 'fr-FR',
  timeZone: 'Europe/Paris',
  channels: {
    sms: { from: '+33644000001', phoneNumbers: createPhoneNumbers({ defaultCountry: 'FR' }), optOut: { '+33': true } },
  },
});

// In a service: twilio(accountSid, authToken).messages.create(message).
function send({ to, body, encoding, segments }: AddressedSmsPayload): void {
  console.log(`To ${to}, ${encoding}, ${segments.length} segments:\n${body}\n`);
}

const alert = {
  severity: 'critical',
  title: 'Royautés : la file d’attente déborde',
  source: 'ledger-monitor',
  startedAt: '2026-11-20T09:22:00Z',
  fingerprint: 'ledger/queue',
  metrics: { 'File d’attente': { value: 31_204_551, threshold: 5_000_000, polarity: 'lower' } },
  actions: [{ id: 'ack', label: 'Prendre en charge', kind: 'acknowledge' }],
  links: [{ url: 'https://runbooks.example.com/ledger', kind: 'runbook' }],
} as const;

const to = '06 12 34 56 78';
send(sms.format(alert, { to }).payload);
send(sms.format({ ...alert, status: 'resolved', endedAt: '2026-11-20T10:05:00Z' }, { to }).payload);

// What comes back is looked up among the actions of the alerts that were sent to the number.
console.log('A reply with this code acknowledges:', replyCode('ack', 'ledger/queue'));

const wrong = sms.tryFormat(alert, { to: '+33 1' });
if (!wrong.ok && isFormatError(wrong.error, 'ERR_PHONE_NUMBER_INVALID')) console.log(wrong.error.message);
