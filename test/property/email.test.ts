import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EmailOptions } from '../../src/formatters/email.js';
import { createFormatters } from '../../src/index.js';
import { runs } from '../support/runs.js';
import { anyAlert } from './arbitraries/alert.js';
import { anyDocument } from './arbitraries/document.js';

const brand = { name: 'Label 42', footer: 'Sent by the platform team', logoUrl: 'https://img.example.com/logo.png' };
const tenants = [
  { maxHtmlBytes: 90_000, email: createFormatters({ tenantId: 'label_42' }).email },
  {
    maxHtmlBytes: 45_000,
    email: createFormatters({
      tenantId: 'label_42',
      locale: 'ar',
      timeZone: 'Asia/Riyadh',
      brand,
      channels: { email: { maxHtmlBytes: 45_000, unsubscribeUrl: 'https://mail.example.com/u' } },
    }).email,
  },
];
const tenant = fc.constantFrom(...tenants);
const options: fc.Arbitrary<EmailOptions> = fc.constantFrom<EmailOptions[]>(
  { overflow: 'split' },
  { overflow: 'truncate' },
  { overflow: 'error' },
  { now: 1_795_167_000_000, correlationId: 'c-1' },
);
const input = fc.oneof(anyAlert, anyDocument);
const broken = /[\r\n\0\u2028\u2029\u202a-\u202e]/;
/** No plain object may have a member that is `undefined`: `structuredClone` keeps it and SDKs stumble over it. */
const holes = (value: object): string[] =>
  Object.entries(value)
    .filter(([, member]) => member === undefined)
    .map(([key]) => key);

describe('mails', () => {
  it('stay within the budget and on one line a header, whatever they are made of', { timeout: 145_000 }, () => {
    fc.assert(
      fc.property(input, tenant, options, (value, { email, maxHtmlBytes }, chosen) => {
        const result = email.tryFormat(value, chosen);
        if (!result.ok) {
          // Some documents are more than any formatter reads.
          if (result.error.code === 'ERR_INPUT_INVALID') return;
          expect([chosen.overflow, result.error.code]).toEqual(['error', 'ERR_LIMIT_EXCEEDED']);
          return;
        }
        const { payload, followUps, diagnostics } = result.value;
        expect(Buffer.byteLength(payload.html)).toBeLessThanOrEqual(maxHtmlBytes);
        expect(payload.subject.length).toBeLessThanOrEqual(200);
        expect(payload.subject).not.toMatch(broken);
        for (const header of Object.values(payload.headers)) expect(header).not.toMatch(broken);
        for (const { filename } of payload.attachments) expect(filename).not.toMatch(/[\p{Cc}/\\]/u);
        expect(payload.messageId).toMatch(/^<[0-9a-f]{32}@[\w.-]+>$/);
        expect(followUps).toEqual([]);
        expect(holes(payload)).toEqual([]);
        expect(payload.html.isWellFormed()).toBe(true);
        if (payload.attachments.length > 0) expect(diagnostics.some(({ code }) => code === 'split')).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });

  it('are the same bytes for the same input', () => {
    fc.assert(
      fc.property(anyAlert, tenant, (value, { email }) => {
        expect(email.format(value)).toEqual(email.format(structuredClone(value)));
      }),
      { numRuns: runs(40) },
    );
  });

  it('have the same headers whatever the data is', () => {
    const names = (value: object): string[] => Object.keys(value).sort();
    fc.assert(
      fc.property(anyAlert, tenant, (alert, { email }) => {
        const { payload } = email.format(alert);
        expect(names(payload.headers)).toEqual(
          names(email.format({ ...alert, title: 'x', source: 'y' }).payload.headers),
        );
        const unsubscribe = ['List-Unsubscribe', 'List-Unsubscribe-Post'].filter((name) => name in payload.headers);
        expect([0, 2]).toContain(unsubscribe.length);
      }),
      { numRuns: runs(60) },
    );
  });
});
