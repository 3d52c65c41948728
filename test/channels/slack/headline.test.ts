import { describe, expect, it } from 'vitest';
import { alertWith, documentWith } from '../../support/slack-inputs.js';
import { blocksOf } from '../../support/slack-limits.js';
import { bodyText, contentOf, smallPrintOf, textsOf } from '../../support/slack-walk.js';
import { createSlack } from '../../support/tenants.js';

const headerOf = (payload: unknown): string => {
  const [header] = blocksOf(payload);
  return (header as { text: { text: string } }).text.text;
};
const bytes = (text: string): number => Buffer.byteLength(text);

describe('headline', () => {
  it('isolates a title of the other direction', () => {
    const { payload, diagnostics } = createSlack({ locale: 'ar' }).format(
      alertWith({ title: 'Latency (p99) is high!' }),
    );
    expect(headerOf(payload)).toBe('🟡 تحذير: \u2068Latency (p99) is high!\u2069');
    expect(diagnostics).toEqual([]);
  });

  it('names the title of a document whose summary says something else', () => {
    const { payload } = createSlack().format(
      documentWith([], { title: 'Q3 report', meta: { summary: 'Revenue grew by 5 %' } }),
    );
    expect(headerOf(payload)).toBe('Q3 report');
    expect(payload.text).toBe('Revenue grew by 5 % – Q3 report');
    expect(contentOf(payload).flatMap(textsOf)).toEqual(['Revenue grew by 5 %']);
  });

  it('says the severity of a document in words, not by colour and emoji alone', () => {
    const { payload } = createSlack().format(documentWith([], { severity: 'error' }));
    expect(headerOf(payload)).toBe('🟠 Error: Weekly report');
    expect(payload.text).toBe('Error: Weekly report');
  });

  it.each([
    ['resolved', '✅ Resolved (Error): Weekly report'],
    ['acknowledged', '👀 Acknowledged (Error): Weekly report'],
  ] as const)('says that a document is %s', (status, header) => {
    const { payload } = createSlack().format(documentWith([], { severity: 'error', status }));
    expect(headerOf(payload)).toBe(header);
  });

  it('puts a mark where a title is empty', () => {
    const { payload } = createSlack().format(documentWith([], { title: '\u200e\u0000', severity: 'info' }));
    expect(headerOf(payload)).toMatch(/Info/);
    expect(headerOf(createSlack().format(documentWith([], { title: '\u0000' })).payload)).toBe('–');
  });

  it('repeats a title that it has to cut in the body', () => {
    const title = 'Replication lag of the royalties database is growing '.repeat(4).trim();
    const { payload, diagnostics } = createSlack().format(alertWith({ title }));
    expect(headerOf(payload)).toMatch(/…$/);
    expect(bodyText(payload)).toContain(title);
    expect(diagnostics).toEqual([]);
  });
});

describe('notification text', () => {
  it.each(['en', 'fr', 'ar'])('keeps time and zone behind a title that is too long, in %s', (locale) => {
    const slack = createSlack({ locale, timeZone: 'Asia/Tokyo' });
    const short = slack.format(alertWith({ title: 'x', source: 'y' })).payload.text;
    const time = /(?:UTC|GMT|غرينتش)[+]9/;
    expect(short).toMatch(time);
    const { payload } = slack.format(alertWith({ title: '<&>漢'.repeat(5000), source: '&'.repeat(9000) }));
    expect(payload.text).toMatch(time);
    expect(bytes(payload.text)).toBeLessThanOrEqual(3800);
  });

  it.each([
    ['firing', 'en', /^Warning: /],
    ['acknowledged', 'en', /^Acknowledged \(Warning\): /],
    ['resolved', 'en', /^Resolved \(Warning\): /],
    ['resolved', 'fr', /^Résolu \(Avertissement\)\u00a0: /],
    ['acknowledged', 'ar', /^\u2068*تم الإقرار بالاستلام \(تحذير\): /],
  ] as const)('says severity, title, time and link while %s, in %s', (status, locale, start) => {
    const links = [{ url: 'https://x.example/a?b=1&c=2' }];
    const { text } = createSlack({ locale }).format(alertWith({ status, title: 'Queue is full', links })).payload;
    expect(text).toMatch(start);
    expect(text).toContain('Queue is full');
    expect(text).toMatch(/UTC|غرينتش/);
    expect(text).toMatch(/ – \u2066?https:\/\/x\.example\/a\?b=1&amp;c=2\u2069?$/);
  });

  it('names the first link that may be followed, else where the first button leads', () => {
    const links = [{ url: 'javascript:alert(1)' }, { url: 'https://x.example/second' }];
    const action = { id: 'go', kind: 'link', label: 'Open', url: 'https://x.example/button' } as const;
    const textOf = (alert: object): string => createSlack().format(alertWith(alert)).payload.text;
    expect(textOf({ links, actions: [action] })).toMatch(/ – https:\/\/x\.example\/second$/);
    expect(textOf({ actions: [{ id: 'ack', kind: 'acknowledge', label: 'OK' }, action] })).toMatch(/button$/);
    expect(textOf({ actions: [{ ...action, url: 'javascript:alert(1)' }] })).not.toContain('javascript');
  });

  it.each([
    ['is not safe', 'javascript:alert(1)', undefined],
    ['is too long for it', `https://x.example/${'a'.repeat(2500)}`, 2000],
  ])('reports a link of a document that %s', (_why, url, limit) => {
    const { payload, diagnostics } = createSlack().format(documentWith([], { meta: { url } }));
    expect(payload.text).toBe('Weekly report');
    expect(diagnostics).toMatchObject([{ code: 'dropped', path: 'meta.url', ...(limit && { limit }) }]);
  });

  it('never cuts the link, however long the rest is', () => {
    const url = `https://x.example/${'a'.repeat(1900)}`;
    for (const locale of ['en', 'ar']) {
      const alert = alertWith({ title: 'long عربي '.repeat(900), source: '&'.repeat(900), links: [{ url }] });
      const { text } = createSlack({ locale }).format(alert).payload;
      expect(text).toContain(`${url}${locale === 'ar' ? '\u2069' : ''}`);
      expect(text).toMatch(/UTC|غرينتش/);
      expect(bytes(text)).toBeLessThanOrEqual(3800);
    }
  });

  it('says when a document happened that has no source', () => {
    const meta = { occurredAt: Date.UTC(2026, 10, 20, 9, 30) };
    expect(createSlack().format(documentWith([], { meta })).payload.text).toMatch(/Nov 20, 2026.*9:30.*UTC/);
  });

  it('is cut where the body holds all of it', () => {
    const summary = 'Revenue grew. '.repeat(500).trim();
    const { payload, diagnostics } = createSlack().format(documentWith([], { meta: { summary } }));
    expect(bytes(payload.text)).toBeLessThanOrEqual(3800);
    expect(contentOf(payload).flatMap(textsOf).join('')).toBe(summary);
    expect(diagnostics).toEqual([]);
  });
});

describe('footer', () => {
  it('is cut to a size that leaves the message its room, and says so', () => {
    const { payload, diagnostics } = createSlack({ brand: { footer: 'Terms and conditions. '.repeat(100) } }).format(
      alertWith(),
    );
    const [footer] = smallPrintOf(payload);
    expect(footer).toMatch(/^Terms and conditions\. .*…$/s);
    expect(footer?.length).toBeLessThanOrEqual(500);
    expect(diagnostics).toMatchObject([{ code: 'truncated', path: 'brand', limit: 500 }]);
  });
});
