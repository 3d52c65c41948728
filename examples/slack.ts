/** Posts an alert to Slack: the message itself, and what did not fit as replies in its thread. */
import type { ChatPostMessageArguments } from '@slack/web-api';
import { createFormatters } from 'channel-formatters';

const formatters = createFormatters({
  tenantId: 'maison_carthage',
  locale: 'fr-FR',
  timeZone: 'Africa/Tunis',
  channels: { slack: { mentions: { 'on-call': { userGroupId: 'S012AB3CD' } }, notify: { critical: ['on-call'] } } },
});

// In a service: new WebClient(token).chat.postMessage(message).
async function post(message: ChatPostMessageArguments): Promise<{ ts: string }> {
  console.log(JSON.stringify(message, null, 2));
  return { ts: '1795168800.000100' };
}

const { payload, followUps, diagnostics } = formatters.slack.format(
  {
    severity: 'critical',
    title: 'Royautés : 31 millions d’écoutes en attente',
    description: 'Le grand livre n’accepte plus d’écritures depuis 10 h 22.\n'.repeat(300),
    source: 'ledger-monitor',
    startedAt: '2026-11-20T09:22:05Z',
    metrics: { 'File d’attente': { value: 31_204_551, threshold: 5_000_000, previous: 2_011_870, polarity: 'lower' } },
    actions: [{ id: 'ack', label: 'Prendre en charge', kind: 'acknowledge', style: 'primary' }],
    links: [{ url: 'https://runbooks.example.com/ledger', kind: 'runbook' }],
  },
  { now: Date.UTC(2026, 10, 20, 10) },
);

const channel = '#alertes';
const { ts } = await post({ channel, ...payload });
for (const followUp of followUps) await post({ channel, thread_ts: ts, ...followUp });
for (const { code, path, message } of diagnostics) console.error(`${code} ${path}: ${message}`);
