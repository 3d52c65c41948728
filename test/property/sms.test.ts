/** What every short message promises, whatever it is made of. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSeptets } from '../../src/channels/sms/gsm7.js';
import { segmentSms } from '../../src/channels/sms/segments.js';
import type { Alert } from '../../src/domains/alert/schema.js';
import type { SmsOptions, SmsPayload, SmsTenantOptions } from '../../src/formatters/sms.js';
import { createFormatters } from '../../src/index.js';
import { safeUrl } from '../../src/sanitize/url.js';
import { tries } from '../support/runs.js';
import { anyText as anySmsText, clusteredText } from '../support/sms-texts.js';
import { anyAlert } from './arbitraries/alert.js';
import { anyDocument } from './arbitraries/document.js';
import { visibleText } from './arbitraries/text.js';

const notice = 'STOP au 36180';

const settings: readonly (SmsTenantOptions & { locale: string })[] = [
  { locale: 'en' },
  { locale: 'fr', maxSegments: 1, maxFollowUps: 9, optOut: { '+': notice } },
  { locale: 'ar', maxSegments: 2, maxFollowUps: 0, optOut: { '+': notice } },
  { locale: 'fr-CA', maxSegments: 10, transliterate: 'punctuation', from: 'Label 42', optOut: { '+': notice } },
  { locale: 'ar', referenceBits: 16, transliterate: 'none', replies: false, from: '36180' },
];

const tenants = settings.map(({ locale, ...sms }) => ({
  locale,
  options: sms,
  sms: createFormatters({ tenantId: 'label_42', locale, channels: { sms } }).sms,
}));

const tenant = fc.constantFrom(...tenants);
const call = fc.constantFrom<SmsOptions[]>(
  { overflow: 'split' },
  { overflow: 'truncate', to: '+33612345678' },
  { overflow: 'error' },
  { now: 1_795_167_000_000 },
);

/** Where what is seen as one character begins. */
const clusterStarts = (text: string): Set<number> =>
  new Set([...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(({ index }) => index));

function checkPayload(payload: SmsPayload, { maxSegments = 3, referenceBits = 8 }: SmsTenantOptions): void {
  const { body, encoding, segments, culprits, costIfTransliterated } = payload;
  // M3: never more than the tenant pays for.
  expect(segments.length).toBeLessThanOrEqual(maxSegments);
  expect(segments.length).toBeGreaterThan(0);
  // M1: what is said of the body is true of it.
  expect({ encoding, segments, culprits }).toEqual(segmentSms(body, { referenceBits }));
  expect(segments.map(({ text }) => text).join('')).toBe(body);
  // M4: UCS-2 has its reason, and GSM-7 needs none.
  expect(encoding === 'GSM-7').toBe(countSeptets(body) >= 0);
  expect(culprits.length > 0).toBe(encoding === 'UCS-2');
  for (const culprit of culprits) expect(body).toContain(culprit);
  expect(costIfTransliterated).toBeLessThanOrEqual(segments.length);
  // M5: line breaks are LF.
  expect(body).not.toMatch(/\r/);
  expect(body.isWellFormed()).toBe(true);
  // No control of direction but isolates that pair.
  expect(body).not.toMatch(/[\u202a-\u202e]/);
}

describe('short messages', { timeout: 60_000 }, () => {
  it.each([
    ['alerts', anyAlert, 250],
    ['documents', anyDocument, 150],
  ] as const)('keep every promise for %s of all kinds under every policy', (_what, input, numRuns) => {
    fc.assert(
      fc.property(input, tenant, call, (value, { sms, options }, chosen) => {
        const result = sms.tryFormat(value, chosen);
        if (!result.ok) {
          expect([result.error.code, chosen.overflow]).toEqual(['ERR_LIMIT_EXCEEDED', 'error']);
          return;
        }
        const { payload, followUps, diagnostics } = result.value;
        for (const each of [payload, ...followUps]) checkPayload(each, options);
        expect(followUps.length).toBeLessThanOrEqual(options.maxFollowUps ?? 2);
        if (chosen.overflow === 'truncate') expect(followUps).toEqual([]);
        // M6: what the tenant has to say is whole and last, or before the codes to reply.
        if (options.optOut !== undefined) expect(payload.body.split('\n').at(-1)).toBe(notice);
        // M8: Arabic is never spelled otherwise.
        if (sms !== undefined && options.transliterate === 'none') {
          expect(diagnostics.filter(({ message }) => message.includes('spelled'))).toEqual([]);
        }
      }),
      tries(numRuns),
    );
  });

  it('show the link whole, or say that it is gone', () => {
    fc.assert(
      fc.property(anyAlert, fc.webUrl({ withQueryParameters: true }), tenant, (alert, url, { sms }) => {
        const link = safeUrl(url) ?? '';
        const result = sms.format({ ...alert, links: [{ url }], actions: [] }, { overflow: 'truncate' });
        const { payload, diagnostics } = result;
        const isShown = payload.body.split('\n').includes(link);
        const isGone = diagnostics.some(({ code, path }) => code === 'dropped' && path === 'links');
        expect(isShown || isGone).toBe(true);
      }),
      tries(150),
    );
  });

  it('begin with severity or state, however little room there is', () => {
    const first =
      /^(?:Critical|Error|Warning|Info|Acknowledged|Resolved|Critique|Erreur|Avertissement|Information|Pris en charge|Résolu|حرج|خطأ|تحذير|معلومات|تم الإقرار بالاستلام|تم الحل)/;
    fc.assert(
      fc.property(anyAlert, tenant, (alert, { sms }) => {
        expect(sms.format(alert, { overflow: 'truncate' }).payload.body).toMatch(first);
      }),
      tries(150),
    );
  });

  it('never show more with fewer segments, nor less with more', () => {
    const sizes = [1, 2, 3, 5, 8].map(
      (maxSegments) => createFormatters({ tenantId: 't', channels: { sms: { maxSegments } } }).sms,
    );
    fc.assert(
      fc.property(anyAlert, (alert) => {
        const counts = sizes.map((sms) => sms.format(alert, { overflow: 'truncate' }).payload.segments.length);
        for (const [index, count] of counts.entries()) {
          expect(count).toBeGreaterThanOrEqual(counts[index - 1] ?? 0);
        }
      }),
      tries(80),
    );
  });
});

describe('segments', () => {
  it('split neither escapes, surrogates nor clusters that fit, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.oneof(anySmsText, clusteredText), fc.constantFrom<(8 | 16)[]>(8, 16), (text, referenceBits) => {
        const { encoding, segments } = segmentSms(text, { referenceBits });
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        const starts = clusterStarts(text);
        const room = encoding === 'GSM-7' ? (referenceBits === 8 ? 153 : 152) : referenceBits === 8 ? 67 : 66;
        let at = 0;
        for (const { text: part, units } of segments) {
          if (segments.length > 1) expect(units).toBeLessThanOrEqual(room);
          expect(units).toBe(encoding === 'GSM-7' ? countSeptets(part) : part.length);
          expect(starts.has(at)).toBe(true);
          at += part.length;
        }
      }),
      tries(300),
    );
  });
});

/** Has every member that is shown, and is short enough to be whole. */
const base: Alert = {
  severity: 'critical',
  title: 'Latency over 2 s',
  description: 'Listeners wait.',
  source: 'edge',
  startedAt: '2026-11-20T09:30:00Z',
  metrics: { latency: { value: 2.4, unit: 's', threshold: 2, polarity: 'lower' } },
  actionRequired: 'Call them.',
  actions: [{ id: 'ack', label: 'Acknowledge', kind: 'acknowledge' }],
  links: [{ url: 'https://runbooks.example.com/latency', kind: 'runbook' }],
  fingerprint: 'inc-1',
};

const places: readonly (readonly [place: string, put: (text: string) => Alert])[] = [
  ['title', (title) => ({ ...base, title })],
  ['description', (description) => ({ ...base, description })],
  ['source', (source) => ({ ...base, source })],
  [
    'a metric',
    (name) => ({ ...base, metrics: { [name]: { value: 2.4, unit: 's', threshold: 2, polarity: 'lower' } } }),
  ],
  ['a unit', (unit) => ({ ...base, metrics: { latency: { value: 2.4, unit, threshold: 2, polarity: 'lower' } } })],
  ['a call to action', (actionRequired) => ({ ...base, actionRequired })],
  ['a label of an action', (label) => ({ ...base, actions: [{ id: 'ack', label, kind: 'acknowledge' }] })],
  ['a label of a link', (label) => ({ ...base, links: [{ url: 'https://runbooks.example.com/latency', label }] })],
];

describe('a text of unknown origin', { timeout: 60_000 }, () => {
  const roomy = ['en', 'fr', 'ar'].map(
    (locale) =>
      createFormatters({ tenantId: 't', locale, channels: { sms: { maxSegments: 10, optOut: { '+': notice } } } }).sms,
  );

  it.each(places)('as %s makes no line, no link and no code of its own', (_place, put) => {
    const samples = fc.oneof(
      visibleText(40),
      fc.constantFrom(
        'a\nReply ABCD: x',
        'x\r\nhttps://evil.example/',
        '\u202eSTOP\u2066',
        '\u2028(2/3) more',
        'a\u0085b',
      ),
    );
    fc.assert(
      fc.property(samples, fc.constantFrom(...roomy), (text, sms) => {
        const plain = sms.format(put('plain')).payload.body.split('\n');
        const lines = sms.format(put(text)).payload.body.split('\n');
        expect(lines).toHaveLength(plain.length);
        // The lines of the package itself stand where they stood, and say the same.
        expect(lines.at(-1)).toBe(notice);
        expect(lines.filter((line) => /^https?:/.test(line)).at(-1)).toBe('https://runbooks.example.com/latency');
        const changed = lines.filter((line, index) => line !== plain[index]);
        expect(changed.length).toBeLessThanOrEqual(1);
      }),
      tries(60),
    );
  });
});
