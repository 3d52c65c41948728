import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../src/index.js';
import { LimitExceededError } from '../../../src/index.js';
import { overLong } from '../../fixtures/alerts/over-long.js';
import { typical } from '../../fixtures/alerts/typical.js';
import { createEmail } from './tenants.js';

const email = createEmail();
const bytes = (text: string): number => Buffer.byteLength(text);

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const floods: readonly (readonly [string, Partial<Alert>])[] = [
  ['a description of a megabyte', { description: 'Streams are counted & credited. '.repeat(32_000) }],
  ['a description of a megabyte without a space', { description: '&'.repeat(1_000_000) }],
  ['a hundred thousand lines', { description: 'x\n'.repeat(100_000) }],
  ['10,000 labels', { labels: Object.fromEntries(many(10_000, (index) => [`label_${index}`, `value & ${index}`])) }],
  [
    '800 actions',
    {
      actions: many(800, (index) => ({
        id: `${index}`,
        kind: 'link',
        label: `Open ${index}`,
        url: `https://x.example/${index}`,
      })),
    },
  ],
  ['a source of a megabyte', { source: 'س'.repeat(500_000) }],
  ['a title of a megabyte', { title: '<b>'.repeat(300_000) }],
  ['900 metrics', { metrics: Object.fromEntries(many(900, (index) => [`metric ${index}`, index])) }],
  ['5,000 tenants', { affectedTenants: many(5000, (index) => `Label ${index}`) }],
  [
    '2,000 pictures',
    { images: many(2000, (index) => ({ url: `https://x.example/${index}.png`, alt: `Picture ${index}` })) },
  ],
];

describe('a mail over the budget', () => {
  it.each(floods)('stays within 90,000 bytes and keeps all in the attached file: %s', (_what, part) => {
    const { payload, diagnostics } = email.format({ ...typical, ...part });
    expect(bytes(payload.html)).toBeLessThanOrEqual(90_000);
    // The budget is used: what is left out had no room.
    expect(bytes(payload.html)).toBeGreaterThan(50_000);
    const [file] = payload.attachments;
    expect(file).toMatchObject({
      filename: 'details.txt',
      contentType: 'text/plain; charset=utf-8',
      contentDisposition: 'attachment',
    });
    expect(payload.html).toContain('Everything is in the attached file details.txt.');
    expect(payload.text).toContain('Everything is in the attached file details.txt.');
    expect(diagnostics.filter(({ code }) => code === 'split').length).toBeGreaterThan(0);
    expect(String(file?.content)).toContain('Warning · Firing');
  });

  it('has every label whole in the attached file', () => {
    const labels = Object.fromEntries(many(10_000, (index) => [`label_${index}`, `value ${index}`]));
    const { payload } = email.format({ ...typical, labels });
    const lines = new Set(String(payload.attachments[0]?.content).split('\n'));
    expect(Object.entries(labels).filter(([name, value]) => !lines.has(`${name}: ${value}`))).toEqual([]);
  });

  it('keeps what is important and lets labels go first', () => {
    const { payload } = email.format({
      ...overLong,
      labels: Object.fromEntries(many(2000, (index) => [`l${index}`, 'v'])),
    });
    for (const kept of ['catalogue-import', 'Firing', 'Step 60', 'Batch 90 rejected'])
      expect(payload.html).toContain(kept);
    expect(payload.html).not.toContain('>l1999<');
  });

  it('says in numbers what is missing where nothing is attached', () => {
    const labels = Object.fromEntries(many(2000, (index) => [`l${index}`, 'v']));
    const { payload, diagnostics } = email.format({ ...typical, labels }, { overflow: 'truncate' });
    expect(payload.attachments).toEqual([]);
    const left = diagnostics.find(({ path }) => path === 'labels');
    expect(left).toMatchObject({ code: 'truncated', actual: 2000 });
    const missing = 2000 - (left?.limit ?? 0);
    expect(payload.text).toContain(`… ${missing.toLocaleString('en')} more entries are not shown`);
    expect(payload.html).toContain(`… ${missing.toLocaleString('en')} more entries are not shown`);
    expect([...payload.html.matchAll(/>l\d+</g)]).toHaveLength(left?.limit ?? 0);
  });

  it('is an error where the policy says so', () => {
    const run = () => email.format({ ...typical, description: 'x'.repeat(200_000) }, { overflow: 'error' });
    expect(run).toThrow(LimitExceededError);
    expect(() => email.format(typical, { overflow: 'error' })).not.toThrow();
  });

  it('never shows less with a larger budget', () => {
    const shown = [45_000, 60_000, 75_000, 90_000].map((maxHtmlBytes) => {
      const { html } = createEmail({ maxHtmlBytes }).format({
        ...typical,
        labels: Object.fromEntries(many(3000, (index) => [`l${index}`, 'v'])),
      }).payload;
      expect(bytes(html)).toBeLessThanOrEqual(maxHtmlBytes);
      return [...html.matchAll(/>l\d+</g)].length;
    });
    expect(shown).toEqual([...shown].sort((a, b) => a - b));
    expect(shown[0]).toBeGreaterThan(0);
  });

  it('names the file in the reader’s language', () => {
    const { payload } = createEmail({}, { locale: 'ar' }).format({ ...typical, description: 'x'.repeat(200_000) });
    expect(payload.attachments[0]?.filename).toBe('التفاصيل.txt');
    expect(payload.html).toContain('التفاصيل.txt');
  });
});
