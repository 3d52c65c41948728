/** Posts an alert to a Teams channel through a Workflows webhook: the card, and what did not fit as further cards. */
import { createFormatters, type TeamsWorkflowMessage } from 'channel-formatters';

const formatters = createFormatters({
  tenantId: 'maison_carthage',
  locale: 'ar',
  timeZone: 'Africa/Tunis',
  channels: {
    teams: {
      mentions: { 'on-call': { id: 'leila@maison-carthage.example', name: 'ليلى' } },
      notify: { critical: ['on-call'] },
    },
  },
});

// In a service: fetch(webhookUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).
async function post(message: TeamsWorkflowMessage): Promise<void> {
  const body = JSON.stringify(message, null, 2);
  console.log(body);
}

const { payload, followUps, diagnostics } = formatters.teams.format(
  {
    severity: 'critical',
    title: 'تأخر دفتر الإتاوات',
    description: 'لم يعد الدفتر يقبل القيود منذ الساعة 10:22.\n'.repeat(250),
    source: 'ledger-monitor',
    startedAt: '2026-11-20T09:22:05Z',
    metrics: { 'طول الطابور': { value: 31_204_551, threshold: 5_000_000, previous: 2_011_870, polarity: 'lower' } },
    actions: [{ id: 'plan', label: 'افتح الخطة', kind: 'link', url: 'https://runbooks.example.com/ledger' }],
    links: [{ url: 'https://runbooks.example.com/ledger', kind: 'runbook' }],
  },
  { envelope: 'workflow', now: Date.UTC(2026, 10, 20, 10) },
);

// Teams takes four messages a second: one after the other keeps their order, too.
for (const message of [payload, ...followUps]) await post(message);
for (const { code, path, message } of diagnostics) console.error(`${code} ${path}: ${message}`);
