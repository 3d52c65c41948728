import { describe, expect, it } from 'vitest';
import { walk } from '../../../src/document/walk.js';
import type { Alert } from '../../../src/domains/alert/schema.js';
import { complex } from '../../fixtures/alerts/complex.js';
import { deepFreeze } from '../../support/deep-freeze.js';
import { blockAt, compose, documentOf, factsOf, minimal, minute, pathsOf, start, textOf } from './compose-alert.js';

/** Members whose values are shown in words of the reader's language. */
const translated = ['severity', 'status', 'kind', 'style', 'polarity'];
const named = ['labels', 'metrics'];

/** Every text in an alert, and the names that its author chose. */
function textsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return translated.includes(key) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((entry) => textsIn(entry));
  const names = named.includes(key) ? Object.keys(value) : [];
  return [...names, ...Object.entries(value).flatMap(([name, member]) => textsIn(member, name))];
}

describe('the document of an alert', () => {
  it('says everything that a minimal alert knows', () => {
    expect(compose(minimal)).toEqual({
      diagnostics: [],
      document: {
        type: 'document',
        locale: 'en',
        dir: 'ltr',
        title: 'Latency above 2 s',
        severity: 'warning',
        status: 'firing',
        meta: {
          fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
          source: 'edge',
          occurredAt: start,
          summary: 'Warning: Latency above 2 s',
        },
        children: [
          {
            type: 'facts',
            path: 'facts',
            importance: 'high',
            items: [
              { path: 'status', label: 'Status', value: [{ type: 'text', value: 'Firing' }] },
              { path: 'severity', label: 'Severity', value: [{ type: 'text', value: 'Warning' }] },
              { path: 'source', label: 'Source', value: [{ type: 'text', value: 'edge' }] },
              { path: 'startedAt', label: 'Started', value: [{ type: 'date', value: start }] },
            ],
          },
        ],
      },
    });
  });

  it('tells the most important first', () => {
    expect(pathsOf(compose(complex).document)).toEqual([
      'actionRequired',
      'description',
      'metrics',
      'facts',
      'affectedTenants',
      'labels',
      'images.0',
      'images.1',
      'links',
      'actions',
      'omittedAlerts',
    ]);
  });

  it.each<[string, Partial<Alert>, string, string]>([
    ['component', { component: 'playback' }, 'Component', 'playback'],
    ['environment', { environment: 'production' }, 'Environment', 'production'],
    ['end', { endedAt: start + minute }, 'Ended', String(start + minute)],
    ['number of occurrences', { occurrences: 3 }, 'Occurrences', '3'],
    ['number of occurrences, even if it is none', { occurrences: 0 }, 'Occurrences', '0'],
    [
      'tenants',
      { affectedTenants: ['Label 42', 'Maison Carthage'] },
      'Affected tenants',
      'Label 42 and Maison Carthage',
    ],
    ['state', { status: 'acknowledged' }, 'Status', 'Acknowledged'],
    ['severity', { severity: 'critical' }, 'Severity', 'Critical'],
    ['start as a Date', { startedAt: new Date(start + minute) }, 'Started', String(start + minute)],
    ['start as a text', { startedAt: '2026-11-20T09:31:00.999999999Z' }, 'Started', String(start + minute + 999)],
    ['start as an instant', { startedAt: { epochMilliseconds: start } }, 'Started', String(start)],
  ])('shows the %s', (_what, alert, label, value) => {
    expect(factsOf(documentOf(alert))[label]).toBe(value);
  });

  it('shows labels as they are, in the order given', () => {
    const labels = { region: 'eu', Région: 'Île', 'a.b/c': '' };
    expect(Object.entries(factsOf(documentOf({ labels }), 'labels'))).toEqual(Object.entries(labels));
  });

  it('shows metrics as key figures', () => {
    const { type, ...metrics } =
      blockAt(documentOf({ metrics: { CPU: { value: 91, unit: '%', threshold: 90 }, Hosts: 3 } }), 'metrics') ?? {};
    expect(type).toBe('kpis');
    expect(metrics).toMatchObject({
      title: 'Metrics',
      items: [
        { label: 'CPU', value: { value: 91, unit: '%' }, threshold: { value: 90, unit: '%' } },
        { label: 'Hosts', value: { value: 3 } },
      ],
    });
  });

  it('shows images with their descriptions', () => {
    const { children } = documentOf({ images: [{ url: 'https://example.com/a.png', alt: 'A graph' }] });
    expect(children.at(-1)).toEqual({
      type: 'media',
      path: 'images.0',
      kind: 'image',
      url: 'https://example.com/a.png',
      alt: 'A graph',
    });
  });

  it('names links by their label, their kind or their address', () => {
    const links = [
      { url: 'https://example.com/r', kind: 'runbook' },
      { url: 'https://example.com/d', kind: 'dashboard', label: 'Board' },
      { url: 'https://example.com/x' },
    ] as const;
    expect(blockAt(documentOf({ links: [...links] }), 'links')).toEqual({
      type: 'paragraph',
      path: 'links',
      importance: 'high',
      children: [
        { type: 'link', url: links[0].url, children: [{ type: 'text', value: 'Runbook' }] },
        { type: 'text', value: ' · ' },
        { type: 'link', url: links[1].url, children: [{ type: 'text', value: 'Board' }] },
        { type: 'text', value: ' · ' },
        { type: 'link', url: links[2].url, children: [{ type: 'text', value: links[2].url }] },
      ],
    });
  });

  it.each<[string, Alert['actionRequired'], string | undefined]>([
    ['what is to be done', 'Restart it', 'Action required: Restart it'],
    ['that something is to be done', true, 'Action required'],
    ['nothing where nothing is', false, undefined],
    ['nothing where nobody said so', undefined, undefined],
  ])('says %s', (_what, actionRequired, said) => {
    const block = blockAt(documentOf(actionRequired === undefined ? {} : { actionRequired }), 'actionRequired');
    expect(block?.type === 'paragraph' ? textOf(block.children) : undefined).toBe(said);
  });

  it('says how many alerts the source left out', () => {
    const block = blockAt(documentOf({ omittedAlerts: 1 }), 'omittedAlerts');
    expect(block?.type === 'paragraph' && textOf(block.children)).toBe(
      'The source left out 1 more alert of this group.',
    );
    expect(pathsOf(documentOf({ omittedAlerts: 0 }))).toEqual(['facts']);
  });

  it.each<[string, Partial<Alert>]>([
    ['labels', { labels: {} }],
    ['metrics', { metrics: {} }],
    ['images', { images: [] }],
    ['links', { links: [] }],
    ['actions', { actions: [] }],
    ['tenants', { affectedTenants: [] }],
  ])('has no empty place for no %s', (_what, alert) => {
    expect(documentOf(alert).children).toEqual(documentOf({}).children);
  });

  it('shows every text of an alert somewhere', () => {
    const { document } = compose(complex);
    const shown: string[] = [JSON.stringify(document.meta), JSON.stringify(document.title)];
    walk(document, {
      block: (block) => shown.push(JSON.stringify({ ...block, children: [] })),
      inline: (inline) => shown.push(JSON.stringify(inline)),
    });
    const all = shown.join('\n');
    const texts = textsIn(complex);
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter((text) => !all.includes(JSON.stringify(text)))).toEqual([]);
  });

  it('keeps neither the alert nor a change to it', () => {
    const alert = deepFreeze(structuredClone(complex));
    const document = compose(alert).document;
    expect(compose(alert).document).toEqual(document);
  });

  it('is plain data without members that are undefined', () => {
    const { document } = compose(complex);
    expect(structuredClone(document)).toEqual(document);
    expect(JSON.parse(JSON.stringify(document))).toStrictEqual(document);
  });
});
