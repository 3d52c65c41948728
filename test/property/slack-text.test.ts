import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tries } from '../support/runs.js';
import { alertWith } from '../support/slack-inputs.js';
import { actionIdsOf, blockIdsOf, checkSlackMessages } from '../support/slack-limits.js';
import { textsOf } from '../support/slack-walk.js';
import { createSlack, fullTenant } from '../support/tenants.js';
import { anyAlert } from './arbitraries/alert.js';
import { anyDocument } from './arbitraries/document.js';
import { anyText } from './arbitraries/text.js';

const slack = createSlack(fullTenant);
const million = 1_000_000;

describe('the notification text', { timeout: 60_000 }, () => {
  it('names severity or state, title, source and the time with its zone', () => {
    const tenant = createSlack({ timeZone: 'Asia/Tokyo', locale: 'en' });
    const name = fc.string({ unit: fc.constantFrom('a', 'B', '7', '-', '漢', 'é'), minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(anyAlert, name, name, (alert, title, source) => {
        const { text } = tenant.format({ ...alert, title, source }).payload;
        const { status = 'firing', severity } = alert;
        expect(text.toLowerCase()).toContain(status === 'firing' ? severity : status);
        expect(text).toContain(title);
        expect(text).toContain(source);
        // Before 1888 the zone counted in seconds.
        expect(text).toMatch(/GMT\+9/);
      }),
      tries(50),
    );
  });

  it('keeps the time whatever stands before it', () => {
    fc.assert(
      fc.property(anyText(30), anyText(30), fc.nat(4000), (title, source, times) => {
        const { text } = slack.format(
          alertWith({ title: title.repeat(times), source: source.repeat(times) || 'x' }),
        ).payload;
        expect(text).toContain('20 nov. 2026');
        expect(text).toContain('UTC+1');
      }),
      tries(50),
    );
  });
});

describe('the same input', { timeout: 60_000 }, () => {
  it.each([
    ['alerts', anyAlert],
    ['documents', anyDocument],
  ] as const)('gives the same bytes again, from another formatter too: %s', (_what, input) => {
    const other = createSlack(fullTenant);
    fc.assert(
      fc.property(input, (value) => {
        const first = JSON.stringify(slack.tryFormat(value));
        expect(JSON.stringify(slack.tryFormat(value))).toBe(first);
        expect(JSON.stringify(other.tryFormat(value))).toBe(first);
      }),
      tries(50),
    );
  });

  it('gives a message other block ids in each of its states, and the same action ids', () => {
    fc.assert(
      fc.property(anyAlert, (alert) => {
        const states = (['firing', 'acknowledged', 'resolved'] as const).map((status) =>
          slack.format({ ...alert, status }),
        );
        const blockIds = states.map(({ payload, followUps }) => [payload, ...followUps].flatMap(blockIdsOf));
        expect(new Set(blockIds.flat()).size).toBe(blockIds.flat().length);
        const [firing = [], , resolved = []] = states.map(({ payload }) => actionIdsOf(payload));
        const stale = /^(?:acknowledge|resolve|silence|custom:more)/;
        const kept = (ids: readonly string[]) => ids.filter((id) => !stale.test(id) && !id.includes('#'));
        if (
          states.every(({ followUps }) => followUps.length === 0) &&
          actionIdsOf(states[0]?.payload).every((id) => !id.startsWith('custom:more'))
        ) {
          expect(kept(resolved)).toEqual(kept(firing).filter((id) => resolved.includes(id)));
        }
      }),
      tries(50),
    );
  });
});

describe('inputs beyond all measure', { timeout: 60_000 }, () => {
  const huge = 'Lösch & <b>mich</b> 👩‍👩‍👧‍👦 '.repeat(million / 25).slice(0, million);

  it.each<[string, Parameters<typeof alertWith>[0]]>([
    ['title', { title: huge }],
    ['description', { description: huge }],
    ['source', { source: huge }],
    ['component', { component: huge }],
    ['metric', { metrics: { [huge]: { value: 1, unit: huge } } }],
    ['label', { labels: { [huge]: huge } }],
    ['tenant', { affectedTenants: [huge] }],
    ['call to action', { actionRequired: huge }],
    ['button', { actions: [{ id: huge, label: huge, kind: 'acknowledge', confirm: { title: huge, text: huge } }] }],
    ['menu', { actions: [{ id: 'a', label: huge, kind: 'select', options: [{ label: huge, value: 'x' }] }] }],
    ['link', { links: [{ url: 'https://x.example/', label: huge }] }],
    ['address', { links: [{ url: `https://x.example/${'a'.repeat(million)}` }] }],
    ['image', { images: [{ url: 'https://x.example/a.png', alt: huge }] }],
    ['fingerprint', { fingerprint: huge }],
    ['pile of marks', { title: `a${'\u0301'.repeat(million)}`, description: `a${'\u0301'.repeat(million)}` }],
    ['chain of joiners', { description: '👩\u200d'.repeat(million / 3) }],
    ['row of lone surrogates', { title: '\ud800'.repeat(million), description: '\udc00'.repeat(million) }],
    ['pile of isolates', { title: '\u2068'.repeat(million), description: '\u2068\u2069'.repeat(million / 2) }],
    ['line without a break', { description: 'a'.repeat(million) }],
    ['gap', { title: ' '.repeat(million), description: '\n'.repeat(million) }],
  ])('are shown as far as there is room: a %s of a million characters', (_what, members) => {
    for (const overflow of ['split', 'truncate'] as const) {
      expect(checkSlackMessages(slack.format(alertWith(members), { overflow }))).toEqual([]);
    }
  });

  it('are shown as far as there is room: ten thousand of everything', () => {
    const many = <T>(make: (index: number) => T): T[] => Array.from({ length: 10_000 }, (_, index) => make(index));
    const formatted = slack.format(
      alertWith({
        labels: Object.fromEntries(many((index) => [`label ${index}`, `value ${index}`])),
        metrics: Object.fromEntries(many((index) => [`metric ${index}`, index])),
        affectedTenants: many((index) => `tenant ${index}`),
        actions: many((index) => ({ id: `${index}`, label: 'Acknowledge', kind: 'acknowledge', value: 'x' })),
        links: many((index) => ({ url: `https://x.example/${index}` })),
        images: many((index) => ({ url: `https://x.example/${index}.png`, alt: `${index}` })),
      }),
    );
    expect(checkSlackMessages(formatted)).toEqual([]);
    expect(textsOf(formatted.payload).join()).toContain('Avertissement');
  });
});
