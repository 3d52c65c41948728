import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../../src/domains/alert/schema.js';
import type { SlackPayload } from '../../src/formatters/slack.js';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { tries } from '../support/runs.js';
import { alertWith } from '../support/slack-inputs.js';
import { escapedChars } from '../support/slack-limits.js';
import { contentOf, liveElementsOf, smallPrintOf, textsOf } from '../support/slack-walk.js';
import { createSlack, locales } from '../support/tenants.js';
import { anyAlert } from './arbitraries/alert.js';
import { longText } from './arbitraries/text.js';

type Posted = { readonly payload: SlackPayload; readonly followUps: readonly SlackPayload[] };

const slack = createSlack();
const inEach = Object.fromEntries(locales.map((locale) => [locale, createSlack({ locale })]));
const messagesOf = ({ payload, followUps }: Posted): SlackPayload[] => [payload, ...followUps];
const allText = (posted: Posted): string => messagesOf(posted).flatMap(textsOf).join('\n');

/** What says in each language that something is not shown. */
const notShown: Record<(typeof locales)[number], RegExp> = {
  en: /(?:is|are) not shown/,
  fr: /pas affiché/,
  ar: /لم [يت]ُعرض/,
};

/** A mark that stands at the end of a text: where it is missing, the text was cut. One unit, which no cut can divide. */
const marks = {
  title: '\ue000',
  description: '\ue001',
  source: '\ue002',
  component: '\ue003',
  environment: '\ue004',
  actionRequired: '\ue005',
  label: '\ue006',
  tenant: '\ue007',
  metric: '\ue008',
  link: '\ue009',
  button: '\ue00a',
  image: '\ue00b',
} as const;

/** Where the diagnostics say that each text is. */
const paths: Record<keyof typeof marks, RegExp> = {
  title: /^title$/,
  description: /^description$/,
  source: /^(?:facts|source)$/,
  component: /^(?:facts|component)$/,
  environment: /^(?:facts|environment)$/,
  actionRequired: /^actionRequired$/,
  label: /^labels$/,
  tenant: /^(?:facts|affectedTenants)$/,
  metric: /^metrics$/,
  link: /^links$/,
  button: /^actions$/,
  image: /^images\.0$/,
};

const marked: fc.Arbitrary<Alert> = fc
  .record({ text: fc.array(longText(30_000), { minLength: 12, maxLength: 12 }), tenants: fc.constantFrom(1, 30) })
  .map(({ text, tenants }) => {
    const [
      title,
      description,
      source,
      component,
      environment,
      actionRequired,
      label,
      tenant,
      metric,
      link,
      button,
      image,
    ] = Object.values(marks).map((mark, index) => `${(text[index] ?? '').replace(/[\ue000-\ue00b]/g, '')}${mark}`) as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    return alertWith({
      ...{ title, description, source, component, environment, actionRequired },
      labels: { name: label },
      affectedTenants: Array.from({ length: tenants }, () => tenant),
      metrics: { [metric]: 1 },
      links: [{ url: 'https://x.example/', label: link }],
      actions: [{ id: 'a', label: button, kind: 'acknowledge' }],
      images: [{ url: 'https://x.example/a.png', alt: image }],
    });
  });

const lossOf = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  diagnostics.filter(({ code }) => code === 'truncated' || code === 'dropped');

describe('what is not shown', { timeout: 60_000 }, () => {
  it('is reported by its path and seen by readers, in their language', () => {
    fc.assert(
      fc.property(
        marked,
        fc.constantFrom(...locales),
        fc.constantFrom('split' as const, 'truncate'),
        (alert, locale, overflow) => {
          const formatted = inEach[locale]!.format(alert, { overflow });
          const text = allText(formatted);
          const loss = lossOf(formatted.diagnostics);
          const notes = messagesOf(formatted)
            .flatMap(smallPrintOf)
            .filter((note) => note.startsWith('…'));
          for (const [field, mark] of Object.entries(marks)) {
            if (text.includes(mark)) continue;
            expect(
              loss.map(({ path }) => path),
              field,
            ).toContainEqual(expect.stringMatching(paths[field as keyof typeof marks]));
            const seen =
              notes.some((note) => notShown[locale].test(note)) ||
              textsOf(formatted.payload).some((part) => part.endsWith('…'));
            expect(seen, field).toBe(true);
          }
          for (const { limit, actual, unit } of loss) {
            expect(actual).toBeGreaterThan(limit ?? Number.POSITIVE_INFINITY);
            expect(unit).toMatch(/^(?:utf16|item)$/);
          }
        },
      ),
      tries(40),
    );
  });

  it.each(locales)('is counted, in %s', (locale) => {
    const labels = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`⟦${index}⟧`, 'x']));
    for (const overflow of ['split', 'truncate'] as const) {
      const formatted = inEach[locale]!.format(alertWith({ labels }), { overflow });
      const shown = allText(formatted).match(/⟦\d+⟧/g)?.length ?? 0;
      const last = messagesOf(formatted).at(-1);
      expect(shown).toBeGreaterThan(300);
      expect(lossOf(formatted.diagnostics)).toMatchObject([
        { code: 'truncated', path: 'labels', limit: shown, actual: 10_000, unit: 'item' },
      ]);
      const [note = ''] = smallPrintOf(last).filter((text) => text.startsWith('…'));
      expect(note).toMatch(notShown[locale]);
      expect(note.replace(/\D/g, '')).toBe(`${10_000 - shown}`);
      // Nothing is said where nothing is missing yet.
      for (const message of messagesOf(formatted).slice(0, -1)) {
        expect(smallPrintOf(message).filter((text) => text.startsWith('…'))).toEqual([]);
      }
    }
  });

  it('is nothing where nothing is reported', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
        const title = `${text}⟦t⟧`;
        const { payload, followUps, diagnostics } = slack.format(alertWith({ title, description: `${text}⟦d⟧` }));
        expect(lossOf(diagnostics)).toEqual([]);
        expect(followUps).toEqual([]);
        expect(smallPrintOf(payload)).toEqual([]);
        expect(allText({ payload, followUps })).toMatch(/⟦t⟧.*⟦d⟧/s);
      }),
      tries(30),
    );
  });
});

/** Words that say the severity or the state, as a reader of each language knows them. */
const words = {
  en: {
    critical: 'Critical',
    error: 'Error',
    warning: 'Warning',
    info: 'Info',
    acknowledged: 'Acknowledged',
    resolved: 'Resolved',
  },
  fr: {
    critical: 'Critique',
    error: 'Erreur',
    warning: 'Avertissement',
    info: 'Information',
    acknowledged: 'Pris en charge',
    resolved: 'Résolu',
  },
  ar: {
    critical: 'حرج',
    error: 'خطأ',
    warning: 'تحذير',
    info: 'معلومات',
    acknowledged: 'تم الإقرار بالاستلام',
    resolved: 'تم الحل',
  },
} as const;

describe('severity, state, title and primary link', { timeout: 60_000 }, () => {
  it('stand in the first message, however much else there is', () => {
    const title = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '漢'), minLength: 1, maxLength: 12 });
    const overflow = fc.constantFrom('split' as const, 'truncate');
    fc.assert(
      fc.property(
        anyAlert,
        title,
        fc.constantFrom(...locales),
        overflow,
        fc.nat(2900),
        (alert, name, locale, policy, urlChars) => {
          const url = `https://x.example/${'a'.repeat(urlChars)}`;
          const links = [{ url, label: 'Runbook' }, ...(alert.links ?? [])];
          const { payload } = inEach[locale]!.format(
            { ...alert, title: `${name} ${alert.title}`, links },
            { overflow: policy },
          );
          const header = textsOf(payload.blocks[0]).join('');
          const { status = 'firing' } = alert;
          expect(header).toContain(words[locale][status === 'firing' ? alert.severity : status]);
          expect(header).toContain(name);
          expect(payload.text).toContain(name);
          // All three as facts, too.
          expect(allText({ payload, followUps: [] })).toContain(words[locale][alert.severity]);
          expect(liveElementsOf(payload)).toContainEqual({ type: 'link', url, text: 'Runbook' });
        },
      ),
      tries(100),
    );
  });
});

describe('the parts of a description', { timeout: 60_000 }, () => {
  const normalized = (text: string): string =>
    text
      .toWellFormed()
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      .replace(/[\u2066-\u2069]/g, '');

  it('give back all of it', () => {
    fc.assert(
      // What is blank is said to be empty, so a letter goes first.
      fc.property(
        longText(50_000).map((text) => `x${text}`),
        (description) => {
          const formatted = createSlack({ channels: { slack: { maxFollowUps: 50 } } }).format(
            alertWith({ description }),
          );
          const parts = messagesOf(formatted)
            .flatMap(contentOf)
            // The facts are the one block with a date.
            .filter((block) => liveElementsOf(block).length === 0)
            .flatMap(textsOf);
          const clean = /[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}]/gu;
          const visible = (text: string): string =>
            normalized(text).replace(clean, (char) => (/[\n\t\u200b-\u200f]/.test(char) ? char : ''));
          expect(visible(parts.join(''))).toBe(visible(description));
        },
      ),
      tries(60),
    );
  });

  it('are cut between what readers see as characters', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
    const clusters = fc.constantFrom('a', ' ', '\n', 'e\u0301', '👩‍👩‍👧‍👦', '🇫🇷', '👍🏽', 'क्षि', 'ก\u0e33', '&', '漢');
    fc.assert(
      fc.property(fc.array(clusters, { minLength: 100, maxLength: 300 }), fc.nat(12), (some, extra) => {
        const description = some.join('').repeat(10 + extra);
        const formatted = slack.format(alertWith({ description }), { overflow: 'truncate' });
        const parts = contentOf(formatted.payload)
          .filter((block) => liveElementsOf(block).length === 0)
          .flatMap(textsOf);
        const boundaries = new Set([...segmenter.segment(description)].map(({ index }) => index));
        boundaries.add(description.length);
        let end = 0;
        for (const part of parts) {
          end += part.length;
          expect(boundaries.has(end)).toBe(true);
        }
        expect(parts.length).toBeGreaterThan(0);
      }),
      tries(12),
    );
  });

  it.each(['👩‍👩‍👧‍👦', '🇫🇷', 'e\u0301', 'क्षि', '\u2068x\u2069'])('cuts headlines and labels between %j', (cluster) => {
    for (let start = 0; start < 12; start += 1) {
      const text = 'x'.repeat(start) + cluster.repeat(200);
      const { payload } = slack.format(
        alertWith({ title: text, actions: [{ id: 'a', label: text, kind: 'acknowledge' }] }),
      );
      const cut = textsOf(payload.blocks)
        .concat(textsOf(payload.attachments))
        .filter((part) => part.endsWith('…'));
      expect(cut).toHaveLength(2);
      const shown = cluster.replace(/[\u2066-\u2069]/g, '');
      for (const part of cut)
        expect(part.replace(/[\u2066-\u2069]/g, '')).toMatch(new RegExp(`^(?:🟡 Warning: )?x*(?:${shown})*…$`, 'u'));
    }
  });
});

describe('a smaller budget', { timeout: 60_000 }, () => {
  it('never shows what a larger one does not, nor more of it', () => {
    // The size of pictures and menus follows the room there is; all else is laid out alike for all budgets.
    const plain = anyAlert.map(({ images: _images, actions = [], ...alert }) => ({
      ...alert,
      actions: actions.filter(({ kind }) => kind !== 'select'),
    }));
    const budgets = fc.tuple(fc.integer({ min: 2000, max: 13_000 }), fc.integer({ min: 2000, max: 13_000 }));
    fc.assert(
      fc.property(plain, budgets, fc.constantFrom('split' as const, 'truncate'), (alert, pair, overflow) => {
        const [small, large] = pair
          .sort((a, b) => a - b)
          .map((maxMessageChars) => {
            const posted = createSlack({ channels: { slack: { maxMessageChars } } }).format(alert, { overflow });
            return messagesOf(posted).flatMap(contentOf);
          });
        const left = new Map<string, number>();
        for (const block of large ?? []) left.set(JSON.stringify(block), (left.get(JSON.stringify(block)) ?? 0) + 1);
        for (const block of small ?? []) {
          const key = JSON.stringify(block);
          expect(left.get(key) ?? 0).toBeGreaterThan(0);
          left.set(key, (left.get(key) ?? 0) - 1);
        }
        expect(escapedChars(small)).toBeLessThanOrEqual(escapedChars(large));
      }),
      tries(50),
    );
  });

  it('of follow-ups neither', () => {
    fc.assert(
      fc.property(anyAlert, fc.nat(6), (alert, count) => {
        const shownWith = (maxFollowUps: number): number =>
          messagesOf(createSlack({ channels: { slack: { maxFollowUps } } }).format(alert)).flatMap(contentOf).length;
        expect(shownWith(count)).toBeLessThanOrEqual(shownWith(count + 1));
      }),
      tries(30),
    );
  });
});
