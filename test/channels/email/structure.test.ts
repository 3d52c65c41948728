import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../src/index.js';
import { anyText } from '../../property/arbitraries/text.js';
import { attribute, elementsOf, structureOf } from '../../support/html-tree.js';
import { hasInjectionSamples, injectionSamples } from '../../support/injection-samples.js';
import { runs } from '../../support/runs.js';
import { createEmail } from './tenants.js';

/** An alert in which every text is the same. */
const alertOf = (text: string): Alert => ({
  severity: 'critical',
  title: text,
  description: text,
  source: text,
  component: text,
  environment: text,
  startedAt: 1_795_167_000_000,
  metrics: { [`${text}m`]: { value: 1, unit: text, threshold: 2, previous: 0.5, polarity: 'lower' } },
  labels: { [`${text}l`]: text },
  affectedTenants: [text],
  actionRequired: text,
  actions: [{ id: 'open', kind: 'link', label: text, url: 'https://x.example/' }],
  links: [{ url: 'https://x.example/', label: text }],
  images: [{ url: 'https://x.example/a.png', alt: text }],
  fingerprint: 'fixed',
});

const tenants = ['en', 'ar'].map((locale) => createEmail({}, { locale }));
const neutral = tenants.map((email) => email.format(alertOf('text')).payload);

/** Cut texts move to the body, which is no injection but another structure. */
const maxChars = 300;

function expectSameStructure(text: string): void {
  for (const [index, email] of tenants.entries()) {
    const { payload } = email.format(alertOf(text));
    expect(structureOf(payload.html)).toBe(structureOf(neutral[index]?.html ?? ''));
    expect(Object.keys(payload)).toEqual(Object.keys(neutral[index] ?? {}));
    expect(payload.headers).toEqual(neutral[index]?.headers);
  }
}

describe('the structure of a mail', () => {
  it('does not depend on texts', () => {
    fc.assert(
      // The schema wants each text to have a character.
      fc.property(anyText(maxChars), (text) => expectSameStructure(text.slice(0, maxChars) || '-')),
      { numRuns: runs(150) },
    );
  });

  it.skipIf(!hasInjectionSamples).each(injectionSamples.map(([id, text]) => ({ id, text })))(
    'does not change for the hostile sample $id',
    ({ text }) => expectSameStructure(text.slice(0, maxChars)),
  );

  it('has no element that could run, load or hide anything', () => {
    const tags = new Set(elementsOf(neutral[0]?.html ?? '').map(({ tagName }) => tagName));
    for (const tag of ['iframe', 'object', 'embed', 'form', 'input', 'svg', 'link', 'base'])
      expect(tags).not.toContain(tag);
    const scripts = elementsOf(neutral[0]?.html ?? '').filter(({ tagName }) => tagName === 'script');
    expect(scripts.map((script) => attribute(script, 'type'))).toEqual(['application/ld+json']);
  });
});
