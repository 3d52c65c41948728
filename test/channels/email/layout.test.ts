import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bandOf, colors, darkColors } from '../../../src/channels/email/tokens.js';
import { contrastOf } from '../../../src/document/contrast.js';
import type { Severity, Status } from '../../../src/index.js';
import { complex } from '../../fixtures/alerts/complex.js';
import { everyNode } from '../../fixtures/alerts/every-node.js';
import { typical } from '../../fixtures/alerts/typical.js';
import { attribute, elementsOf, textOf } from '../../support/html-tree.js';
import { createEmail } from './tenants.js';

const email = createEmail();
const arabic = createEmail({}, { locale: 'ar', timeZone: 'Asia/Riyadh' });
const documents = [email.format(everyNode('en', 'ltr')), arabic.format(everyNode('ar', 'rtl'))].map(
  ({ payload }) => payload.html,
);
const all = [...documents, email.format(complex).payload.html, arabic.format(complex).payload.html];
const folder = new URL('../../../templates/email/', import.meta.url);
const templates = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);

describe('the layout', () => {
  it.each([
    ['en', 'ltr', email.format(typical).payload.html],
    ['ar', 'rtl', arabic.format(typical).payload.html],
  ])('says language and direction for %s on root, body and wrapper', (lang, dir, html) => {
    const elements = elementsOf(html);
    const wrapper = elements.find(({ tagName }) => tagName === 'table');
    for (const element of [elements[0], elements.find(({ tagName }) => tagName === 'body'), wrapper]) {
      expect(element && [attribute(element, 'lang'), attribute(element, 'dir')]).toEqual([lang, dir]);
    }
    expect(wrapper && attribute(wrapper, 'style')).toContain(`direction:${dir}`);
  });

  it('uses the side of the direction and never the other one for running text', () => {
    const sides = (html: string) =>
      elementsOf(html)
        .filter(({ tagName }) => tagName === 'th')
        .map((cell) => attribute(cell, 'align'));
    expect(new Set(sides(email.format(typical).payload.html))).toEqual(new Set(['left']));
    expect(new Set(sides(arabic.format(typical).payload.html))).toEqual(new Set(['right']));
  });

  it.each(all.map((html, index) => ({ html, index })))(
    'describes pictures and tells data tables from layout ($index)',
    ({ html }) => {
      for (const element of elementsOf(html)) {
        if (element.tagName === 'img') expect(attribute(element, 'alt')).toBeDefined();
        if (element.tagName === 'th') expect(attribute(element, 'scope')).toMatch(/^(row|col)$/);
        if (element.tagName !== 'table') continue;
        const hasHeaders = element.childNodes.some(
          (child) => 'childNodes' in child && JSON.stringify(tagsIn(child)).includes('"th"'),
        );
        expect(attribute(element, 'role')).toBe(hasHeaders ? undefined : 'presentation');
      }
      expect(html).toMatch(/^<!DOCTYPE html>/);
      expect(
        elementsOf(html)
          .filter(({ tagName }) => tagName === 'title')
          .map(textOf),
      ).not.toEqual(['']);
    },
  );

  it('sets nothing that Word’s engine or Gmail drop', () => {
    for (const html of all) {
      for (const element of elementsOf(html)) {
        expect(attribute(element, 'style') ?? '').not.toMatch(
          /flex|grid|position|float|var\(|url\(|background-image|border-radius/,
        );
      }
    }
  });

  it('has colours of the table only', () => {
    const known = new Set<string>([...Object.values(colors), ...Object.values(darkColors)]);
    for (const [name, text] of templates) {
      for (const [color] of text.matchAll(/#[0-9A-Fa-f]{6}\b/g)) expect([name, known.has(color)]).toEqual([name, true]);
    }
  });

  it.each([
    ['text', colors.ink, colors.card],
    ['secondary text', colors.muted, colors.card],
    ['text in tiles', colors.ink, colors.soft],
    ['secondary text in tiles', colors.muted, colors.soft],
    ['links', colors.accent, colors.card],
    ['buttons', colors.onAccent, colors.accent],
    ['dangerous buttons', colors.onAccent, colors.bad],
    ['bad', colors.bad, colors.soft],
    ['good', colors.good, colors.soft],
    ['dark text', darkColors.ink, darkColors.card],
    ['dark secondary text', darkColors.muted, darkColors.soft],
    ['dark links', darkColors.link, darkColors.soft],
    ['dark bad', darkColors.bad, darkColors.soft],
    ['dark good', darkColors.good, darkColors.soft],
  ])('has enough contrast for %s', (_what, ink, ground) => {
    expect(contrastOf(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each<[Severity, Status]>([
    ['critical', 'firing'],
    ['error', 'firing'],
    ['warning', 'firing'],
    ['info', 'firing'],
    ['info', 'acknowledged'],
    ['info', 'resolved'],
  ])('has enough contrast in the band of %s, %s', (severity, status) => {
    const { ink, ground } = bandOf(severity, status);
    expect(contrastOf(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('says severity and state in words', () => {
    expect(email.format(typical).payload.text.split('\n')[0]).toBe('🟡 Warning · Firing');
    expect(email.format({ ...typical, status: 'resolved' }).payload.text.split('\n')[0]).toBe('✅ Resolved · Warning');
  });

  it('uses the brand colour if it can be read, and says so if it cannot', () => {
    const branded = (color: string) => createEmail({}, { brand: { color } }).format(everyNode('en', 'ltr'));
    expect(branded('#005544').payload.html).toContain('bgcolor="#005544"');
    expect(branded('#FFDD00').payload.html).toContain(`bgcolor="${colors.accent}"`);
    expect(branded('#FFDD00').diagnostics).toContainEqual(
      expect.objectContaining({ code: 'fallback', path: 'brand.color' }),
    );
  });
});

/** Tags below a node, without those of tables inside of it. */
function tagsIn(node: object): string[] {
  if (!('childNodes' in node)) return [];
  const { tagName, childNodes } = node as { tagName?: string; childNodes: object[] };
  if (tagName === 'table') return [];
  return [...(tagName === undefined ? [] : [tagName]), ...childNodes.flatMap(tagsIn)];
}
