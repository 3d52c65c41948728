/** What is not shown is reported to the sender and told to readers; parts joined are the whole. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../../src/domains/alert/schema.js';
import { bodyText, cardsOf, textsOf } from '../fixtures/teams/cards.js';
import { createTeams } from '../fixtures/teams/tenants.js';
import { tries } from '../support/runs.js';
import { alertWith } from '../support/slack-inputs.js';
import { locales } from '../support/tenants.js';
import { anyAlert } from './arbitraries/alert.js';
import { longText } from './arbitraries/text.js';

const inEach = Object.fromEntries(locales.map((locale) => [locale, createTeams({}, { locale })]));

/** What says in each language that something is not shown. */
const notShown: Record<(typeof locales)[number], RegExp> = {
  en: /(?:is|are) not shown/,
  fr: /pas affiché/,
  ar: /لم [يت]ُعرض/,
};

/** A mark that stands at the end of a text: where it is missing, the text was cut. One unit, which no cut can divide. */
const marks = {
  title: '\ue010',
  description: '\ue011',
  source: '\ue012',
  actionRequired: '\ue013',
  label: '\ue014',
  tenant: '\ue015',
  metric: '\ue016',
  link: '\ue017',
  button: '\ue018',
  image: '\ue019',
} as const;

/** Where the diagnostics say that each text is. */
const paths: Record<keyof typeof marks, RegExp> = {
  title: /^title$/,
  description: /^description$/,
  source: /^facts$/,
  actionRequired: /^actionRequired$/,
  label: /^labels$/,
  tenant: /^(?:facts|affectedTenants)$/,
  metric: /^metrics$/,
  link: /^links$/,
  button: /^actions$/,
  image: /^images\.0$/,
};

const marked: fc.Arbitrary<Alert> = fc
  .record({ texts: fc.array(longText(30_000), { minLength: 10, maxLength: 10 }), tenants: fc.constantFrom(1, 30) })
  .map(({ texts, tenants }) => {
    const names = Object.keys(marks) as (keyof typeof marks)[];
    const ended = Object.fromEntries(
      names.map((name, index) => [name, `x${(texts[index] ?? '').replace(/[\ue010-\ue019]/g, '')}${marks[name]}`]),
    ) as Record<keyof typeof marks, string>;
    const { title, description, source, actionRequired, label, tenant, metric, link, button, image } = ended;
    return alertWith({
      ...{ title, description, source, actionRequired },
      labels: { name: label },
      affectedTenants: Array.from({ length: tenants }, () => tenant),
      metrics: { [metric]: 1 },
      links: [{ url: 'https://x.example/', label: link }],
      actions: [{ id: 'a', label: button, kind: 'link', url: 'https://x.example/' }],
      images: [{ url: 'https://x.example/a.png', alt: image }],
    });
  });

describe('what is not shown', { timeout: 60_000 }, () => {
  it('is reported by its path and seen by readers, in their language', () => {
    const overflow = fc.constantFrom('split' as const, 'truncate');
    fc.assert(
      fc.property(marked, fc.constantFrom(...locales), overflow, (alert, locale, policy) => {
        const posted = inEach[locale]!.format(alert, { overflow: policy });
        const cards = cardsOf(posted);
        const shown = cards.flatMap(textsOf);
        const text = shown.join('\n');
        const loss = posted.diagnostics.filter(({ code }) => code === 'truncated' || code === 'dropped');
        for (const [field, mark] of Object.entries(marks)) {
          if (text.includes(mark)) continue;
          const expected = expect.stringMatching(paths[field as keyof typeof marks]);
          expect(
            loss.map(({ path }) => path),
            field,
          ).toContainEqual(expected);
          expect(notShown[locale].test(text) || shown.some((part) => part.endsWith('…')), field).toBe(true);
        }
        for (const { limit, actual, unit } of loss) {
          expect(actual).toBeGreaterThan(limit ?? Number.POSITIVE_INFINITY);
          expect(unit).toMatch(/^(?:utf16|item)$/);
        }
      }),
      tries(40),
    );
  });

  it.each(locales)('is counted, in %s', (locale) => {
    const labels = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`⟦${index}⟧`, 'x']));
    for (const overflow of ['split', 'truncate'] as const) {
      const posted = inEach[locale]!.format(alertWith({ labels }), { overflow });
      const shown = bodyText(posted).match(/⟦\d+⟧|⟦\d+\\?⟧/g)?.length ?? 0;
      expect(shown).toBeGreaterThan(200);
      expect(posted.diagnostics.filter(({ code }) => code !== 'split')).toMatchObject([
        { code: 'truncated', path: 'labels', limit: shown, actual: 10_000, unit: 'item' },
      ]);
      const note = textsOf(cardsOf(posted).at(-1)?.body).find((part) => part.startsWith('…')) ?? '';
      expect(note).toMatch(notShown[locale]);
      expect(note.replace(/\D/g, '')).toBe(`${10_000 - shown}`);
    }
  });
});

describe('the parts of a description', { timeout: 60_000 }, () => {
  it('give back all of it', () => {
    const teams = createTeams({ maxFollowUps: 50 });
    fc.assert(
      // What is blank is said to be empty, so a letter goes first.
      fc.property(
        longText(40_000).map((text) => `x${text}`),
        (description) => {
          const posted = teams.format(alertWith({ description }));
          const parts = cardsOf(posted).flatMap(({ body }) => body.filter(({ type }) => type === 'RichTextBlock'));
          const visible = (text: string): string =>
            text
              .toWellFormed()
              .replace(/\r\n?|[\u2028\u2029]/g, '\n')
              // Isolates and the breaks in expressions are put in, and controls are taken out.
              .replace(/[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}]/gu, (char) =>
                char === '\n' || char === '\t' ? char : '',
              );
          expect(visible(textsOf(parts).join(''))).toBe(visible(description));
        },
      ),
      tries(50),
    );
  });

  it('are cut between what readers see as characters', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
    for (const cluster of ['👩‍👩‍👧‍👦', '🇫🇷', 'e\u0301', 'क्षि', '漢']) {
      const description = cluster.repeat(4000);
      const posted = createTeams().format(alertWith({ description }));
      const parts = cardsOf(posted)
        .flatMap(({ body }) => body.filter(({ type }) => type === 'RichTextBlock'))
        .map(textsOf);
      const cut = parts.flat().filter((part) => part.includes(cluster));
      expect(cut.length).toBeGreaterThan(3);
      for (const part of cut) for (const { segment } of segmenter.segment(part)) expect(segment).toBe(cluster);
    }
  });
});

describe('severity, state, title and primary link', { timeout: 60_000 }, () => {
  it('stand in the first card, however much else there is', () => {
    const overflow = fc.constantFrom('split' as const, 'truncate');
    fc.assert(
      fc.property(anyAlert, overflow, (alert, policy) => {
        const url = 'https://x.example/runbook';
        const links = [{ url, label: 'Runbook' }, ...(alert.links ?? [])];
        const posted = inEach['en']!.format({ ...alert, title: `Name ${alert.title}`, links }, { overflow: policy });
        const [card] = cardsOf(posted);
        const { status = 'firing', severity } = alert;
        const words = { critical: 'Critical', error: 'Error', warning: 'Warning', info: 'Info' };
        const title = textsOf(card?.body[0]).join('');
        expect(title).toContain(words[severity]);
        expect(title).toContain('Name');
        if (status !== 'firing') expect(title.toLowerCase()).toContain(status);
        expect(JSON.stringify(card?.body)).toContain(url);
      }),
      tries(80),
    );
  });
});

it('shows no less in a larger budget', () => {
  const budgets = fc.tuple(fc.integer({ min: 12_000, max: 28_672 }), fc.integer({ min: 12_000, max: 28_672 }));
  fc.assert(
    fc.property(fc.nat(600), budgets, (count, pair) => {
      const labels = Object.fromEntries(Array.from({ length: count }, (_, index) => [`⟦${index}⟧`, 'value']));
      const [small = 0, large = 0] = pair
        .sort((a, b) => a - b)
        .map((bytes) => {
          const teams = createTeams({ maxMessageBytes: bytes, maxMessageUnits: bytes });
          return bodyText(teams.format(alertWith({ labels }), { overflow: 'truncate' })).match(/⟦/g)?.length ?? 0;
        });
      expect(small).toBeLessThanOrEqual(large);
    }),
    tries(30),
  );
});
