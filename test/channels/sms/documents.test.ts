import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/document/nodes.js';
import type { Alert } from '../../../src/domains/alert/schema.js';
import type { SmsOptions, SmsPayload } from '../../../src/formatters/sms.js';
import { createFormatters } from '../../../src/index.js';
import type { SmsTenantOptions } from '../../../src/tenant/sms-options.js';

const base: Alert = {
  severity: 'critical',
  title: 'Ledger falls behind',
  source: 'ledger-monitor',
  startedAt: '2026-11-20T09:22:00Z',
  fingerprint: 'ledger/queue',
};

const create = (options: SmsTenantOptions = {}, locale = 'en') =>
  createFormatters({ tenantId: 'label_42', locale, channels: { sms: options } }).sms;

const format = (input: Alert | Document, options: SmsTenantOptions = {}, call: SmsOptions = {}, locale = 'en') =>
  create(options, locale).format(input, call);

const linesOf = ({ payload }: { payload: SmsPayload }): string[] => payload.body.split('\n');

const codesOf = ({ diagnostics }: { diagnostics: readonly { code: string; path: string }[] }): string[] =>
  diagnostics.map(({ code, path }) => `${code} ${path}`);

describe('a document', () => {
  const document: Document = {
    type: 'document',
    locale: 'en',
    dir: 'ltr',
    title: 'Weekly report',
    meta: { url: 'https://reports.example.com/47', summary: 'Streams rose by 4%.' },
    children: [
      { type: 'heading', level: 2, children: [{ type: 'text', value: 'Streams' }] },
      { type: 'kpis', items: [{ label: 'Streams', value: { type: 'number', value: 1_204_000, notation: 'compact' } }] },
      {
        type: 'section',
        children: [
          {
            type: 'paragraph',
            children: [
              { type: 'text', value: 'Paid ' },
              { type: 'strong', children: [{ type: 'money', amount: '1234.5', currency: 'EUR' }] },
              { type: 'text', value: ' in ' },
              { type: 'duration', durationMs: 90_000 },
              { type: 'text', value: ', told ' },
              { type: 'mention', ref: 'finance' },
              { type: 'text', value: ', ' },
              { type: 'deletion', children: [{ type: 'code', value: 'v1' }] },
            ],
          },
          { type: 'paragraph', children: [{ type: 'text', value: 'More.' }] },
        ],
      },
      { type: 'table', columns: [{ label: 'a' }], rows: [[[{ type: 'text', value: 'b' }]]] },
    ],
  };

  it('comes down to its title, summary, figures, first paragraph and link', () => {
    const result = format(document);
    expect(linesOf(result)).toEqual([
      'Weekly report',
      'Streams rose by 4%.',
      'Streams: 1.2M',
      'Paid €1,234.50 in 1 min, 30 sec, told finance, ~~v1~~',
      'https://reports.example.com/47',
    ]);
    expect(codesOf(result).sort()).toEqual([
      'dropped heading',
      'dropped paragraph',
      'dropped table',
      'fallback paragraph',
    ]);
  });

  it('without anything but a title is that title', () => {
    expect(format({ ...document, title: ' ', meta: {}, children: [] }).payload.body).toBe('-');
  });
});

describe('the encoding', () => {
  it('stays GSM-7 where the language has a spelling for all of it, and says so', () => {
    const result = format({ ...base, title: 'La file d’attente s’arrête' }, {}, {}, 'fr');
    expect(linesOf(result)[0]).toBe("Critique : La file d'attente s'arrete");
    expect(result.payload).toMatchObject({ encoding: 'GSM-7', culprits: [] });
    expect(result.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'normalized', severity: 'info', actual: 3, unit: 'codepoint' }),
    );
  });

  it.each([
    ['where only signs may change', { transliterate: 'punctuation' }],
    ['where nothing may', { transliterate: 'none' }],
  ] as const)('is told with its reason and its price: %s', (_what, options) => {
    const title = 'La file d’attente s’arrête depuis ce matin dans deux régions';
    const { payload, diagnostics } = format({ ...base, title }, options, {}, 'fr');
    expect(payload.body).toContain(title);
    expect(payload).toMatchObject({ encoding: 'UCS-2', culprits: ['’', 'ê'], costIfTransliterated: 1 });
    expect(payload.segments).toHaveLength(2);
    expect(diagnostics.map(({ code }) => code)).not.toContain('normalized');
  });

  it('costs what it costs where one character has no spelling', () => {
    const { payload } = format({ ...base, title: 'Ledger 🔥 “down”' });
    expect(payload.body).toContain('🔥 “down”');
    expect(payload).toMatchObject({ encoding: 'UCS-2', culprits: ['🔥', '“', '”'] });
    expect(payload.costIfTransliterated).toBe(payload.segments.length);
  });

  it('does not suffer from letters and accents apart', () => {
    const result = format({ ...base, title: 'Re\u0301seau', description: 'e\u0301' }, {}, {}, 'fr');
    expect(result.payload.body).toContain('Critique : Réseau\né');
    expect(result.payload.encoding).toBe('GSM-7');
    expect(result.diagnostics.map(({ code }) => code)).toContain('normalized');
  });

  it('counts 152 units a segment where the route says so', () => {
    const { payload } = format({ ...base, title: 'x'.repeat(200) }, { referenceBits: 16 });
    expect(payload.segments[0]?.units).toBe(152);
  });
});
