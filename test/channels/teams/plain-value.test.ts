import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTeamsContext, type TeamsContext } from '../../../src/channels/teams/context.js';
import { settle } from '../../../src/channels/teams/leaf.js';
import { escapeMarkdown, markdownOrMark } from '../../../src/channels/teams/markdown.js';
import { plainPair, plainValue } from '../../../src/channels/teams/plain-value.js';
import { ar } from '../../../src/generated/locales/ar.js';
import { en } from '../../../src/generated/locales/en.js';
import { createTenantContext } from '../../../src/tenant/context.js';
import { createRenderContext } from '../../../src/tenant/render-context.js';
import { tries } from '../../support/runs.js';

const tenants = {
  en: createTenantContext({ tenantId: 'label_42', locale: 'en', locales: [en] }),
  ar: createTenantContext({ tenantId: 'label_42', locale: 'ar', locales: [ar, en] }),
};

function contextOf(locale: 'en' | 'ar'): TeamsContext {
  const render = createRenderContext(tenants[locale], undefined, [], []);
  return createTeamsContext(render, {}, 'workflow', { dir: locale === 'ar' ? 'rtl' : 'ltr', meta: {} });
}

const sizeOf = ({ units, bytes }: TeamsContext) => ({ units, bytes });

const someTexts = [
  'label_42', 'a_', '_a', 'say "no"', '1. first', '12', '+5 %', '- x', ' x', 'x ', 'état', 'é\u0085', 'الخطورة', 'زمن البدء',
  'خط\u200fأ', 'edge حرج', '日本', '🔴', 'a\nb', '{{x}}', '<at>x</at>', '', '\u2066x\u2069', 'x\u2069', 'a*b', 'a-b', 'à\u00a0b',
]; // biome-ignore format: one list

const anyText = fc.oneof(
  fc.constantFrom(...someTexts),
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...someTexts, ...'az09_-.)("ßحم '), { maxLength: 6 }).map((parts) => parts.join('')),
);

describe.each(['en', 'ar'] as const)('in %s', (locale) => {
  it('a value is written and counted in one pass as on the long way', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const short = contextOf(locale);
        const text = plainValue(short, raw);
        if (text === undefined) {
          expect(sizeOf(short)).toEqual({ units: 0, bytes: 0 });
          return;
        }
        const long = contextOf(locale);
        expect(text).toBe(settle(long, markdownOrMark(long, raw)));
        expect(sizeOf(short)).toEqual(sizeOf(long));
        expect(long.render.diagnostics).toEqual([]);
      }),
      tries(2000),
    );
  });

  it('so are a figure and the words beside it', () => {
    fc.assert(
      fc.property(fc.constantFrom('12', '0.5 ms', '12.', '4.2%', '12 widgets_'), anyText, (figure, words) => {
        const long = contextOf(locale);
        // Words come from a catalog, and are well formed.
        fc.pre(words.isWellFormed());
        const text = plainPair(contextOf(locale), figure, words);
        if (text === undefined) return;
        const escaped = escapeMarkdown(figure) + (words === '' ? '' : ` (${escapeMarkdown(words)})`);
        expect(text).toBe(settle(long, escaped));
      }),
      tries(2000),
    );
  });

  it.each(['edge-gateway', 'label_42'])('`%s` takes the short way', (raw) => {
    expect(plainValue(contextOf(locale), raw)).toContain(raw);
  });
});
