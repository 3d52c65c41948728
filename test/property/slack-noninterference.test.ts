import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/nodes.js';
import type { Alert } from '../../src/domains/alert/schema.js';
import { hasInjectionSamples, injectionSamples } from '../support/injection-samples.js';
import { tries } from '../support/runs.js';
import { structureOf } from '../support/slack-walk.js';
import { createSlack, fullTenant } from '../support/tenants.js';
import { visibleText } from './arbitraries/text.js';

const formatters = [createSlack(fullTenant), createSlack({ locale: 'ar', channels: { slack: { dates: 'text' } } })];

/** Has every member that an alert can have. */
const base: Alert = {
  severity: 'critical',
  status: 'firing',
  title: 'Stream latency over 2 s',
  description: 'Listeners in Europe wait.',
  source: 'edge-gateway',
  component: 'player',
  environment: 'production',
  startedAt: '2026-11-20T09:30:00Z',
  endedAt: '2026-11-20T10:30:00Z',
  metrics: {
    latency: { value: 2.4, unit: 's', threshold: 2, previous: 1.9, polarity: 'lower' },
    queue: { value: 3, unit: 'jobs' },
  },
  labels: { region: 'eu-west-1', pod: 'edge-7' },
  affectedTenants: ['label_42', 'label_43'],
  actionRequired: 'Call the network provider.',
  actions: [
    { id: 'ack', label: 'Acknowledge', kind: 'acknowledge', value: 'inc-1' },
    { id: 'go', label: 'Open', kind: 'link', url: 'https://dash.example.com/' },
    {
      id: 'silence',
      label: 'Silence',
      kind: 'silence',
      style: 'danger',
      confirm: { title: 'Sure?', text: 'Nobody will be told.', confirmLabel: 'Yes', cancelLabel: 'No' },
    },
    { id: 'region', label: 'Region', kind: 'select', options: [{ label: 'Europe', value: 'eu' }] },
    { id: 'until', label: 'Until', kind: 'date', value: '2026-11-21' },
    { id: 'note', label: 'Note', kind: 'input' },
  ],
  links: [
    { url: 'https://runbooks.example.com/latency', kind: 'runbook' },
    { url: 'https://x.example/', label: 'Traces' },
  ],
  images: [{ url: 'https://x.example/latency.png', alt: 'Latency since nine' }],
  fingerprint: 'inc-1',
  occurrences: 3,
  omittedAlerts: 2,
};

const { actions = [], links = [] } = base;
const withAction = (at: number, change: (action: (typeof actions)[number]) => object): Alert => ({
  ...base,
  actions: actions.map((action, index) => (index === at ? { ...action, ...change(action) } : action)),
});
const confirmed = (member: string, text: string): Alert =>
  withAction(2, ({ confirm }) => ({ confirm: { ...confirm, [member]: text } }));

/** Every text of an alert, with how much fits its place once each character is escaped. */
const fields: readonly (readonly [name: string, maxChars: number, put: (text: string) => Alert])[] = [
  ['title', 20, (title) => ({ ...base, title })],
  ['description', 400, (description) => ({ ...base, description })],
  ['source', 100, (source) => ({ ...base, source })],
  ['component', 100, (component) => ({ ...base, component })],
  ['environment', 100, (environment) => ({ ...base, environment })],
  ['name of a metric', 100, (name) => ({ ...base, metrics: { [name]: { value: 1, unit: '%', previous: 2 } } })],
  [
    'unit of a metric',
    60,
    (unit) => ({ ...base, metrics: { latency: { value: 2.4, unit, threshold: 2, previous: 1 } } }),
  ],
  ['name of a label', 100, (name) => ({ ...base, labels: { [name]: 'x' } })],
  ['value of a label', 100, (value) => ({ ...base, labels: { region: value, pod: 'edge-7' } })],
  ['affected tenant', 100, (tenant) => ({ ...base, affectedTenants: [tenant, 'label_43'] })],
  ['action required', 100, (actionRequired) => ({ ...base, actionRequired })],
  ['label of a button', 15, (label) => withAction(0, () => ({ label }))],
  ['label of a link button', 15, (label) => withAction(1, () => ({ label }))],
  ['label of a menu', 15, (label) => withAction(3, () => ({ label }))],
  ['label of an option', 15, (label) => withAction(3, () => ({ options: [{ label, value: 'eu' }] }))],
  ['label of a date picker', 15, (label) => withAction(4, () => ({ label }))],
  ['label of an input', 100, (label) => withAction(5, () => ({ label }))],
  ['title of a confirmation', 20, (text) => confirmed('title', text)],
  ['text of a confirmation', 60, (text) => confirmed('text', text)],
  ['confirm button', 6, (text) => confirmed('confirmLabel', text)],
  ['cancel button', 6, (text) => confirmed('cancelLabel', text)],
  ['label of a link', 100, (label) => ({ ...base, links: [{ url: 'https://x.example/', label }, ...links] })],
  ['description of an image', 300, (alt) => ({ ...base, images: [{ url: 'https://x.example/latency.png', alt }] })],
];

const structure = (index: number, alert: Alert): unknown => {
  const { payload, followUps } = formatters[index % formatters.length]!.format(alert);
  return structureOf([payload, ...followUps]);
};

describe('whatever text stands in a field, only texts of the payload change', { timeout: 60_000 }, () => {
  it.each(fields)('%s', (_name, maxChars, put) => {
    const text = visibleText(maxChars);
    fc.assert(
      fc.property(text, text, fc.nat(1), (one, other, index) => {
        expect(structure(index, put(other))).toEqual(structure(index, put(one)));
      }),
      tries(40),
    );
  });

  // Slack refuses empty texts, so that a mark stands in their place.
  it.each(fields)('%s, with nothing to see in it', (name, _maxChars, put) => {
    const expected = [0, 1].map((index) => structure(index, put('x')));
    for (const text of [
      '',
      ' ',
      '\n',
      '\n> q',
      '\u0000',
      '\u200b',
      '\u2066',
      '\u202e',
      '\ufeff',
      '\ud800',
      '\u{e0041}',
    ]) {
      // Whoever sends no source at all is told so.
      if (text === '' && name === 'source') continue;
      for (const index of [0, 1]) expect(structure(index, put(text)), JSON.stringify(text)).toEqual(expected[index]);
    }
  });

  it.skipIf(!hasInjectionSamples).each(fields)('%s, with hostile texts from the field', (_name, maxChars, put) => {
    const expected = [0, 1].map((index) => structure(index, put('x'.repeat(maxChars))));
    for (const [id, sample] of injectionSamples) {
      for (const index of [0, 1]) {
        expect(structure(index, put(`x${sample}`.slice(0, maxChars))), id).toEqual(expected[index]);
      }
    }
  });

  it('a long title, whose headline is cut', () => {
    const title = fc.constantFrom('漢', '&', 'a ', '👍🏽', 'عربي ').map((piece) => piece.repeat(400).slice(0, 400));
    fc.assert(
      fc.property(title, title, fc.nat(1), (one, other, index) => {
        expect(structure(index, { ...base, title: other })).toEqual(structure(index, { ...base, title: one }));
      }),
      tries(40),
    );
  });
});

it('sees a change of structure', () => {
  const changed = { ...base, actions: actions.slice(1) };
  expect(structure(0, changed)).not.toEqual(structure(0, base));
  expect(structure(0, { ...base, links: [] })).not.toEqual(structure(0, base));
  expect(structure(0, { ...base, severity: 'info' })).not.toEqual(structure(0, base));
});

describe('whatever text stands in a chart or a table, only texts of the payload change', { timeout: 60_000 }, () => {
  const documentOf = (at: number, text: string): Document => {
    const put = (index: number, usual: string): string => (index === at ? text : usual);
    return {
      type: 'document',
      locale: 'en',
      dir: 'ltr',
      title: 'Report',
      meta: {},
      children: [
        { type: 'kpis', items: [{ label: 'Plays', value: { type: 'number', value: 1 }, note: put(0, 'n') }] },
        {
          type: 'chart',
          kind: 'bar',
          title: put(1, 't'),
          alt: put(2, 'a'),
          categories: [put(3, 'one'), 'two'],
          series: [
            { name: put(4, 'A'), values: [1, 2] },
            { name: 'B', values: [3, 4] },
          ],
          unit: put(5, 'k'),
          annotations: [{ label: put(6, 'mark'), value: 1 }],
          notes: [put(7, 'note')],
        },
        {
          type: 'chart',
          kind: 'pie',
          title: 'p',
          alt: 'b',
          categories: [put(8, 'x'), 'y'],
          series: [{ name: '', values: [1, 2] }],
        },
        {
          type: 'table',
          caption: put(9, 'caption'),
          columns: [{ label: put(10, 'column') }, { label: 'n' }],
          rows: [[[{ type: 'text', value: put(11, 'cell') }], [{ type: 'number', value: 1, unit: put(12, 'k') }]]],
        },
      ],
    };
  };
  const drawn = createSlack({ channels: { slack: { charts: 'native', tables: 'data' } } });
  const structureOfText = (at: number, text: string): unknown => {
    const { payload, followUps } = drawn.format(documentOf(at, text));
    return structureOf([payload, ...followUps]);
  };

  it.each(Array.from({ length: 13 }, (_, at) => at))('text %d', (at) => {
    // A label that is also another one's is numbered, which is text too.
    const text = fc.oneof(visibleText(40), fc.constantFrom('two', 'B', 'y', '<!channel>', '{{DATE(x)}}'));
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(structureOfText(at, other)).toEqual(structureOfText(at, one));
      }),
      tries(30),
    );
  });
});
