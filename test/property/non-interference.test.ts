/**
 * Changing an untrusted text changes text leaves and nothing else: no block, link, mention, action or header appears,
 * disappears or turns into another, whatever the text says.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../../src/domains/alert/schema.js';
import { createFormatters } from '../../src/index.js';
import { injectionSamples } from '../support/injection-samples.js';
import { fullTenant } from '../support/tenants.js';

const { slack } = createFormatters(fullTenant);

const base: Alert = {
  severity: 'critical',
  title: 'Royalty ledger falls behind',
  description: 'The ledger has stopped taking entries.',
  source: 'ledger-monitor',
  component: 'royalty-ledger',
  environment: 'production',
  startedAt: '2026-11-20T09:22:00Z',
  metrics: { queue: { value: 31, unit: 'items', threshold: 5, previous: 2, polarity: 'lower' } },
  labels: { region: 'eu-west-3' },
  affectedTenants: ['label_42'],
  actionRequired: 'Stop the schema change',
  actions: [
    {
      id: 'ack',
      kind: 'acknowledge',
      label: 'Acknowledge',
      confirm: { title: 'Sure?', text: 'It stops.', confirmLabel: 'Yes', cancelLabel: 'No' },
    },
    { id: 'owner', kind: 'select', label: 'Owner', options: [{ label: 'Me', value: 'me' }] },
    { id: 'note', kind: 'input', label: 'Note' },
  ],
  links: [{ url: 'https://runbooks.example.com/ledger', label: 'Runbook' }],
  images: [{ url: 'https://images.example.com/a.png', alt: 'Queue' }],
  fingerprint: 'f1',
};

const [ack, owner, note] = base.actions ?? [];

/** Every place of an alert where anybody's text can stand, and how to put one there. */
const places: Readonly<Record<string, (text: string) => Alert>> = {
  title: (title) => ({ ...base, title }),
  description: (description) => ({ ...base, description }),
  source: (source) => ({ ...base, source }),
  component: (component) => ({ ...base, component }),
  environment: (environment) => ({ ...base, environment }),
  'name of a metric': (name) => ({ ...base, metrics: { [name]: 5 } }),
  'unit of a metric': (unit) => ({ ...base, metrics: { queue: { value: 31, unit } } }),
  'name of a label': (name) => ({ ...base, labels: { [name]: 'x' } }),
  'value of a label': (value) => ({ ...base, labels: { region: value } }),
  'affected tenant': (tenant) => ({ ...base, affectedTenants: [tenant] }),
  actionRequired: (actionRequired) => ({ ...base, actionRequired }),
  'label of an action': (label) => ({
    ...base,
    actions: [{ ...ack, label } as typeof ack & object, owner, note] as never,
  }),
  'question of an action': (text) =>
    ({
      ...base,
      actions: [{ ...ack, confirm: { title: text, text, confirmLabel: text, cancelLabel: text } }, owner, note],
    }) as never,
  'label of an option': (label) =>
    ({ ...base, actions: [ack, { ...owner, options: [{ label, value: 'me' }] }, note] }) as never,
  'label of an input': (label) => ({ ...base, actions: [ack, owner, { ...note, label }] }) as never,
  'label of a link': (label) => ({ ...base, links: [{ url: 'https://runbooks.example.com/ledger', label }] }),
  'alt text of an image': (alt) => ({ ...base, images: [{ url: 'https://images.example.com/a.png', alt }] }),
};

/** Members whose value is shown to people; all others are structure. */
const leaves = new Set(['text', 'fallback', 'alt_text']);

/** The payload with every leaf text replaced by its kind. Ids and hosts, styles and types stay. */
function structureOf(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return leaves.has(key) ? 'text' : value;
  if (Array.isArray(value)) return value.map((item) => structureOf(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, structureOf(member, name)]));
}

const structure = (alert: Alert): string => {
  const { payload, followUps } = slack.format(alert);
  return JSON.stringify(structureOf({ payload, followUps }));
};

/** Of comparable size: what is longer than a limit may need another block, and that is not the text's doing. */
const maxChars = 25;

const anyText = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: maxChars }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
  fc.constantFrom(
    '<!channel>',
    '<@U024BE7LH>',
    '<https://evil.example|bank>',
    '*bold* _it_ `x`',
    '```',
    '&lt;!here&gt;',
    '[a](!channel)',
    '\u202Emoc.live',
    '\u2066',
    '\n> quote',
    ' ',
    '@here',
    '__proto__',
    '{count, plural}',
    '\uD800',
    'تنبيه',
  ),
);

describe.each(Object.entries(places))('the %s', (_place, withText) => {
  const usual = structure(withText('usual'));

  it('changes no structure', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(structure(withText(text))).toBe(usual);
      }),
      { numRuns: 60 },
    );
  });
});

const samples = injectionSamples.filter(([, text]) => text !== '' && text.length <= 120);

it.skipIf(samples.length === 0)('holds for collected injections in every long field (needs ../shared/data)', () => {
  for (const place of ['description', 'value of a label', 'actionRequired', 'source']) {
    const withText = places[place] ?? (() => base);
    const usual = structure(withText('usual'));
    for (const [id, text] of samples) expect(structure(withText(text)), id).toBe(usual);
  }
});
