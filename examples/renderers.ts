/** One alert as a web page, as Markdown for a comment, and as plain text for a terminal: `npm run example renderers`. */
import { createFormatters } from 'channel-formatters/factory';
import { html } from 'channel-formatters/html';
import { ar } from 'channel-formatters/locales/ar';
import { en } from 'channel-formatters/locales/en';
import { markdown } from 'channel-formatters/markdown';
import { text } from 'channel-formatters/text';

const formatters = createFormatters(
  { tenantId: 'label_42', locales: [en, ar], brand: { name: 'Maison Carthage' } },
  { html, markdown, text },
);

const alert = {
  severity: 'critical',
  title: 'Royalty ledger falls behind in three regions',
  description: 'Seen by @probe at https://probe.example.com/run#12.',
  source: 'ledger-monitor',
  startedAt: '2026-11-20T09:22:00Z',
  metrics: { 'Queue length': { value: 31_204_551, threshold: 5_000_000, polarity: 'lower' } },
  links: [{ url: 'https://runbooks.example.com/ledger', kind: 'runbook' }],
} as const;

// A page with its own policy, in Arabic: `response.writeHead(200, payload.headers).end(payload.html)`.
const page = formatters.html.format(alert, { locale: 'ar', timeZone: 'Asia/Riyadh' }).payload;
console.log(page.html.split('\n', 2).join('\n').slice(0, 60));
console.log(page.headers['Content-Security-Policy'].split(';', 1).join());

// What only looks like a mention or a link notifies and leads nobody.
console.log(`\n${formatters.markdown.format(alert, { maxChars: 65_536 }).payload.markdown}`);

console.log(formatters.text.format(alert, { width: 60, links: 'footnotes' }).payload.text);
