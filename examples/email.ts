/** An alert as a mail that nodemailer sends, and the mail that says it is over: `npm run example email`. */
import { createFormatters } from 'channel-formatters';
import { createTransport } from 'nodemailer';

const { email } = createFormatters({
  tenantId: 'label_42',
  locale: 'fr-FR',
  timeZone: 'Europe/Paris',
  brand: { name: 'Maison Carthage', color: '#2F4FB5', footer: 'Rights desk' },
  channels: { email: { from: { name: 'Alerts', address: 'alerts@example.com' } } },
});

// Writes mails to memory; a transport to your server takes the same object.
const transport = createTransport({ streamTransport: true, buffer: true });

const alert = {
  severity: 'critical',
  title: 'Royalty ledger falls behind in three regions',
  description: 'Streams are counted, but nobody is credited for them until the lock is released.',
  source: 'ledger-monitor',
  startedAt: '2026-11-20T09:22:00Z',
  metrics: { 'Queue length': { value: 31_204_551, threshold: 5_000_000, polarity: 'lower' } },
  links: [{ url: 'https://runbooks.example.com/ledger', kind: 'runbook' }],
} as const;

const firing = email.format(alert).payload;
const resolved = email.format({ ...alert, status: 'resolved', endedAt: '2026-11-20T10:05:00Z' }).payload;

for (const payload of [firing, resolved]) {
  const { envelope } = await transport.sendMail({ ...payload, to: 'on-call@example.com' });
  console.log(`${payload.subject} -> ${envelope.to}`);
}

// Mail clients show both as one conversation, because both refer to the same message.
console.log('One conversation:', firing.references?.[0] === resolved.references?.[0]);
