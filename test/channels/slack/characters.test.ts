import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../src/document/nodes.js';
import type { Alert } from '../../../src/domains/alert/schema.js';
import { alertWith, documentWith } from '../../support/slack-inputs.js';
import { checkSlackMessages } from '../../support/slack-limits.js';
import { bodyText, textsOf } from '../../support/slack-walk.js';
import { createSlack } from '../../support/tenants.js';

const slack = createSlack();
const hostile = 'a\0\ud800\u202eb\u2067c';
const text = (value: string): Inline => ({ type: 'text', value });

describe('characters that must never be shown', () => {
  it.each<[string, unknown]>([
    ['the unit of a metric', alertWith({ metrics: { cpu: { value: 1, unit: hostile } } })],
    [
      'the unit of a threshold',
      alertWith({ metrics: { cpu: { value: 1, threshold: 2, previous: 3, unit: hostile } } }),
    ],
    [
      'the unit of a number',
      documentWith([{ type: 'paragraph', children: [{ type: 'number', value: 1, unit: hostile }] }]),
    ],
    [
      'a threshold that is text',
      documentWith([
        { type: 'kpis', items: [{ label: 'x', value: text('1'), threshold: text(hostile), delta: text(hostile) }] },
      ]),
    ],
    [
      'a threshold that is a mention',
      documentWith([
        { type: 'kpis', items: [{ label: 'x', value: text('1'), target: { type: 'mention', ref: hostile } }] },
      ]),
    ],
    [
      'a table',
      documentWith([{ type: 'table', caption: hostile, columns: [{ label: hostile }], rows: [[[text(hostile)]]] }]),
    ],
    ['code', documentWith([{ type: 'code', value: hostile }])],
  ])('are removed from %s, and that is reported', (_what, input) => {
    const formatted = slack.format(input as never);
    expect(checkSlackMessages(formatted)).toEqual([]);
    expect(formatted.diagnostics).toContainEqual(expect.objectContaining({ code: 'sanitized' }));
  });

  it.each<[string, Block]>([
    ['code', { type: 'code', value: '\0' }],
    ['a fact', { type: 'facts', items: [{ label: '\0', value: [text('\0')] }] }],
    ['a caption', { type: 'table', caption: '\0', columns: [{ label: '\0' }], rows: [[[text('\0')]]] }],
    ['an image', { type: 'media', kind: 'image', url: 'https://x.example/a.png', alt: '\0\u0001', title: '\0' }],
  ])('leave a mark where nothing else was in %s', (_what, block) => {
    const formatted = slack.format(documentWith([block]));
    expect(checkSlackMessages(formatted)).toEqual([]);
    expect(bodyText(formatted.payload)).toContain('–');
  });

  it.each(['\u00a0', '\u3000 ', '\u2028', '\ufeff'])(
    'leaves a mark where a label is nothing but blanks: %j',
    (label) => {
      const formatted = slack.format(alertWith({ actions: [{ id: 'a', label, kind: 'acknowledge' }] }));
      expect(checkSlackMessages(formatted)).toEqual([]);
    },
  );
});

describe('isolates of this package', () => {
  it.each<[string, unknown]>([
    ['a list of tenants', alertWith({ affectedTenants: ['Daft Punk', 'Air (FR)', 'فرقة'] })],
    ['a unit', alertWith({ metrics: { queue: { value: 3, unit: 'jobs', threshold: 2 } } })],
    [
      'a unit in a table',
      documentWith([
        { type: 'table', columns: [{ label: 'a' }], rows: [[[{ type: 'number', value: 1, unit: 'jobs' }]]] },
      ]),
    ],
    [
      'a chart',
      documentWith([{ type: 'chart', kind: 'bar', title: 'Plays (EU)', alt: 'x', categories: [], series: [] }]),
    ],
  ])('are kept around %s, and nothing is reported as removed', (_what, input) => {
    const arabic = createSlack({ locale: 'ar' });
    const { payload, diagnostics } = arabic.format(input as never);
    expect(diagnostics.filter(({ code }) => code === 'sanitized')).toEqual([]);
    expect(textsOf(payload).join('')).toMatch(/\u2068(?:Air \(FR\)|jobs|Plays \(EU\))\u2069/);
  });
});

describe('descriptions', () => {
  it.each<[string, string, string]>([
    ['lone surrogates', '\ud800', '\ufffd'],
    ['symbols of a font of its own', '\ue000', '\ue000'],
    ['characters that Unicode does not know yet', '\u{3fffd}', '\u{3fffd}'],
    ['blanks', ' \u00a0\n', '(empty)'],
    ['joiners', '\u200d\u2060', '(empty)'],
    ['what is removed', '\0\ufffe\ufeff', '(empty)'],
  ])('show what somebody can see, of %s', (_what, description, expected) => {
    expect(bodyText(slack.format(alertWith({ description })).payload)).toContain(`\n${expected}\n`);
  });
});

describe('the path of a diagnostic', () => {
  it.each<[string, Partial<Alert>]>([
    ['source', { source: 'a\u202eb' }],
    ['component', { component: 'a\u202eb' }],
    ['environment', { environment: 'a\u0000b' }],
    ['affectedTenants', { affectedTenants: ['a\u202eb'] }],
    ['labels.pod', { labels: { region: 'eu', pod: 'a\u0000b' } }],
    ['metrics.queue', { metrics: { lag: 1, queue: { value: 1, unit: 'a\u202eb' } } }],
  ])('points at `%s` of the alert', (path, members) => {
    const { diagnostics } = createSlack().format(alertWith(members));
    expect(diagnostics).toMatchObject([{ code: 'sanitized', path }]);
  });

  it('points at the member that is cut, and at all entries of one', () => {
    const long = 'x'.repeat(30_000);
    const one = createSlack().format(alertWith({ component: long }), { overflow: 'truncate' });
    expect(one.diagnostics).toContainEqual(expect.objectContaining({ code: 'truncated', path: 'component' }));
    const labels = Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`label ${index}`, 'value']));
    const many = createSlack().format(alertWith({ labels }), { overflow: 'truncate' });
    expect(many.diagnostics).toMatchObject([{ code: 'truncated', path: 'labels' }]);
  });
});
