import type { Html } from '../../src/generated/templates/template.js';
import type { NoticeContext } from './golden/mail/notice.js';

/** A context for the fixture `mail/notice` in which every untrusted text is the same. */
export function noticeOf(text: string): NoticeContext {
  return {
    lang: text,
    dir: text,
    title: text,
    brand: { home: text, tint: text, logo: text, width: text, name: text },
    severity: 'critical',
    status: 'firing',
    level: text,
    body: '<p class="body">Finished</p>' as Html,
    facts: [{ label: text, value: text, notes: [text, text] }],
    labelWidth: 120,
    score: text,
    ratio: 0.5,
    amount: '12.50',
    currency: 'EUR',
    startedAt: Date.UTC(2026, 10, 20),
    lastedMs: 90_000,
    tenants: [text],
    footer: text,
    compact: true,
    action: { url: text, label: text },
  };
}
