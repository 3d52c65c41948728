import { describe, expect, it } from 'vitest';
import type { Block, Inline, Kpi, Media } from '../../../src/document/nodes.js';
import { alertWith, documentWith } from '../../support/slack-inputs.js';
import { checkSlackMessages } from '../../support/slack-limits.js';
import { bodyText, liveElementsOf } from '../../support/slack-walk.js';
import { createSlack } from '../../support/tenants.js';

const slack = createSlack();
const number = (value: number): Inline => ({ type: 'number', value });
const kpisOf = (kpi: Partial<Kpi>): Block => ({ type: 'kpis', items: [{ label: 'Plays', value: number(12), ...kpi }] });
const media = (members: Partial<Media>): Media => ({
  type: 'media',
  kind: 'audio',
  url: 'https://x.example/a.mp3',
  alt: 'Two guitars',
  ...members,
});

describe('key figures', () => {
  it.each<[string, Partial<Kpi>, RegExp]>([
    ['a change without a direction', { delta: number(3) }, /Plays: 12 \(change 3\)/],
    ['a change with its direction', { delta: number(3), direction: 'up' }, /Plays: 12 \(▲ 3\)/],
    ['a direction without a change', { direction: 'flat' }, /Plays: 12 \(▬ steady\)/],
    ['a target', { target: number(20) }, /Plays: 12 \(target 20\)/],
    ['a threshold that is text', { threshold: { type: 'text', value: '5 < x' } }, /Plays: 12 \(threshold 5 < x\)/],
    [
      'a note',
      { target: number(20), note: 'The week\n> is not over' },
      /Plays: 12 \(target 20 · The week > is not over\)/,
    ],
    ['nothing that is neutral', { assessment: 'neutral' }, /Plays: 12$/],
  ])('show %s', (_what, kpi, expected) => {
    const { payload, diagnostics } = slack.format(documentWith([kpisOf(kpi)]));
    expect(bodyText(payload)).toMatch(expected);
    expect(diagnostics).toEqual([]);
  });
});

describe('media', () => {
  it('show title, description and length', () => {
    const { payload } = slack.format(documentWith([media({ title: 'Duo', durationMs: 61_000 })]));
    expect(bodyText(payload)).toContain('Audio: Duo – Two guitars · 1 min, 1 sec');
    expect(liveElementsOf(payload)).toMatchObject([{ type: 'link', text: 'Audio: Duo' }]);
  });

  it.each(['mailto:a@example.com', 'javascript:alert(1)', 'https://x.example/\u0000', ''])(
    'show what they are where the image at %j cannot be shown, and report it',
    (url) => {
      const image = media({ kind: 'image', url, title: 'Cover' });
      const { payload, diagnostics } = slack.format(documentWith([image]));
      expect(bodyText(payload)).toContain('Image: Cover – Two guitars');
      expect(liveElementsOf(payload)).toEqual([]);
      expect(diagnostics).toMatchObject([{ code: 'dropped', path: 'children.0' }]);
    },
  );
});

describe('tables', () => {
  const row = (value: Inline): Block => ({ type: 'table', columns: [{ label: 'a' }], rows: [[[value]]] });

  it.each<[string, Inline, string]>([
    [
      'a link as text and address',
      { type: 'link', url: 'https://x.example/', children: [number(1)] },
      '1 (https://x.example/)',
    ],
    [
      'a link without text as its address',
      { type: 'link', url: 'https://x.example/', children: [] },
      'https://x.example/',
    ],
    ['no address that is not safe', { type: 'link', url: 'javascript:alert(1)', children: [number(1)] }, '1'],
    ['what no longer holds between marks', { type: 'deletion', children: [number(1)] }, '~~1~~'],
    ['a mention as its name', { type: 'mention', ref: 'oncall' }, 'oncall'],
    ['a date as text', { type: 'date', value: 0, style: 'date' }, 'Jan 1, 1970'],
  ])('show %s', (_what, inline, expected) => {
    expect(bodyText(slack.format(documentWith([row(inline)])).payload)).toMatch(
      new RegExp(`a${expected.replace(/[()]/g, '\\$&')}$`),
    );
  });

  it('keep their labels when they have too many columns and no rows', () => {
    const columns = Array.from({ length: 30 }, (_, index) => ({ label: `column ${index}` }));
    const { payload } = slack.format(documentWith([{ type: 'table', caption: 'Empty', columns, rows: [] }]));
    expect(bodyText(payload)).toMatch(/Empty.*column 0 · column 1 · .*column 29/s);
  });
});

describe('reports', () => {
  it('tell what is dropped from what was stale', () => {
    const { diagnostics } = slack.format({
      severity: 'info',
      status: 'resolved',
      title: 'x',
      source: 'y',
      startedAt: 0,
      actions: [
        { id: '1', label: 'Acknowledge', kind: 'acknowledge' },
        { id: '2', label: 'Go', kind: 'link', url: 'javascript:alert(1)' },
      ],
    });
    expect(diagnostics.map(({ code, path, severity }) => [code, path, severity])).toEqual([
      ['dropped', 'actions', 'info'],
      ['dropped', 'actions', 'warning'],
    ]);
  });
});

describe('a label and its value', () => {
  it.each([
    ['{value} <{label}>', 'Firing <Status>', '• 5 <queue>'],
    ['{label} & {value}', 'Status & Firing', '• queue & 5'],
    ['{label}：{value}', 'Status：Firing', '• queue：5'],
  ])('stand as a tenant words it: %s', (message, fact, figure) => {
    const tenant = createSlack({ messages: { en: { 'text.labelled': message } } });
    const formatted = tenant.format(alertWith({ metrics: { queue: 5 } }));
    expect(bodyText(formatted.payload)).toContain(fact);
    expect(bodyText(formatted.payload)).toContain(figure);
    expect(checkSlackMessages(formatted)).toEqual([]);
  });
});
