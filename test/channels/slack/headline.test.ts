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
    ['resolved', '✅ Resolved: Weekly report'],
    ['acknowledged', '👀 Acknowledged: Weekly report'],
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
