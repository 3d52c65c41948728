import { describe, expect, it } from 'vitest';
import { type Alert, type Block, createFormatters, type Document } from '../../../src/index.js';

const { pagerduty } = createFormatters({ tenantId: 'label_42' });

const alert: Alert = { severity: 'error', title: 'T', source: 's', startedAt: 0 };

function ofBlocks(children: readonly Block[]) {
  const document: Document = {
    type: 'document', locale: 'en', dir: 'ltr', title: 'T', severity: 'info', meta: { source: 's' }, children,
  }; // biome-ignore format: one line says it
  const { payload, diagnostics } = pagerduty.format(document, { event: 'trigger' });
  const { links, images } = payload;
  return { details: payload.payload.custom_details, links, images, diagnostics };
}

function ofAlert(given: Partial<Alert>) {
  const { payload, diagnostics } = pagerduty.format({ ...alert, ...given }, { event: 'trigger' });
  const { links, images } = payload;
  return { details: payload.payload.custom_details ?? {}, links, images, diagnostics };
}

const text = (value: string) => ({ type: 'text', value }) as const;
const paragraph = (value: string): Block => ({ type: 'paragraph', children: [text(value)] });

describe('figures', () => {
  it.each<[string, NonNullable<Alert['metrics']>[string], unknown]>([
    ['a bare number', 4096, 4096],
    ['zero below zero', -0, 0],
    ['a number with a unit', { value: 7.5, unit: 'ms' }, { value: 7.5, unit: 'ms' }],
    [
      'a number with all there is',
      { value: 3, unit: '%', threshold: 1, previous: 2, polarity: 'lower' },
      { value: 3, unit: '%', threshold: 1, previous: 2, direction: 'up', assessment: 'bad' },
    ],
    [
      'a number and how it changed',
      { value: 3, previous: 2, polarity: 'higher' },
      { value: 3, previous: 2, change: '+50%', direction: 'up', assessment: 'good' },
    ],
    ['the largest number', Number.MAX_VALUE, Number.MAX_VALUE],
  ])('stay numbers: %s', (_what, metric, expected) => {
    expect(ofAlert({ metrics: { m: metric } }).details['metrics']).toEqual({ m: expected });
  });

  it('stay exact where a number would not be', () => {
    const value = (inline: object) =>
      ofBlocks([{ type: 'facts', items: [{ label: 'F', value: [inline] }] } as never]).details;
    expect(value({ type: 'number', value: '12.5' })).toEqual({ facts: { F: 12.5 } });
    expect(value({ type: 'number', value: '12345678901234567890.12' })).toEqual({
      facts: { F: '12345678901234567890.12' },
    });
    expect(value({ type: 'number', value: 0.42, style: 'percent' })).toEqual({ facts: { F: '42%' } });
    expect(value({ type: 'money', amount: '1234.5', currency: 'EUR' })).toEqual({ facts: { F: '€1,234.50' } });
    expect(value({ type: 'duration', durationMs: 90_000 })).toEqual({ facts: { F: expect.stringContaining('1 min') } });
  });
});

describe('names', () => {
  it('are members of the alert, in every language the same', () => {
    const given = { description: 'D', metrics: { m: 1 }, labels: { l: 'x' }, actionRequired: 'Call', omittedAlerts: 2 };
    const names = ['en', 'fr', 'ar'].map((locale) => {
      const { payload } = createFormatters({ tenantId: 't', locale }).pagerduty.format(
        { ...alert, ...given },
        { event: 'trigger' },
      );
      return Object.keys(payload.payload.custom_details ?? {});
    });
    expect(names[0]).toEqual(['actionRequired', 'description', 'metrics', 'facts', 'labels', 'omittedAlerts']);
    expect([names[1], names[2]]).toEqual([names[0], names[0]]);
  });

  it('do not take the place of each other', () => {
    const labels = { 'a\u0000': '1', a: '2', 'a\u202e': '3', '': '4', __proto__: '5' };
    const given = { ...labels, ...JSON.parse('{"__proto__":"6"}') };
    const { details } = ofAlert({ labels: given });
    expect(Object.values(details['labels'] as object).sort()).toEqual(Object.values(given).sort());
    expect(Object.keys(details['labels'] as object)).toEqual(
      expect.arrayContaining(['a', 'a (2)', 'a (3)', '–', '__proto__']),
    );
    expect(Object.getPrototypeOf(details['labels'])).toBe(Object.prototype);
  });

  it('are titles in a document, and kinds where there is none', () => {
    const facts: Block = { type: 'facts', items: [{ label: 'F', value: [text('x')] }] };
    expect(ofBlocks([facts, { ...facts, title: 'Deal' }, facts, { ...facts, title: 'Deal' }]).details).toEqual({
      facts: { F: 'x' },
      Deal: { F: 'x' },
      'facts (2)': { F: 'x' },
      'Deal (2)': { F: 'x' },
    });
  });
});

describe('blocks', () => {
  it('that are read from top to bottom are one text', () => {
    const blocks: Block[] = [
      { type: 'heading', level: 2, children: [text('Head')] },
      paragraph('One'),
      {
        type: 'list',
        ordered: true,
        items: [[paragraph('a\nb')], [paragraph('c'), { type: 'list', ordered: false, items: [[paragraph('d')]] }]],
      },
      { type: 'quote', children: [paragraph('Q\nR')] },
      { type: 'divider' },
      { type: 'code', value: 'x < 1' },
      { type: 'paragraph', children: [{ type: 'deletion', children: [text('gone')] }] },
    ];
    expect(ofBlocks(blocks).details).toEqual({
      description: 'Head\n\nOne\n\n1. a\n   b\n2. c\n\n   - d\n\n> Q\n> R\n\nx < 1\n\n~~gone~~',
    });
  });

  it('in a section stand under its title', () => {
    const facts: Block = { type: 'facts', items: [{ label: 'F', value: [{ type: 'number', value: 1 }] }] };
    const blocks: Block[] = [
      { type: 'section', title: 'Europe', children: [paragraph('x'), facts] },
      { type: 'section', title: 'Asia', children: [paragraph('y')] },
      { type: 'section', title: 'Empty', children: [] },
    ];
    expect(ofBlocks(blocks).details).toEqual({ Europe: { description: 'x', facts: { F: 1 } }, Asia: 'y' });
  });

  it('with rows and series keep their numbers', () => {
    const table: Block = {
      type: 'table',
      columns: [{ label: 'Country' }, { label: 'Streams' }, { label: 'Streams' }],
      rows: [[[text('FR')], [{ type: 'number', value: 4 }], [{ type: 'number', value: 5 }]]],
    };
    const chart: Block = {
      type: 'chart', kind: 'line', title: 'Streams', alt: 'They rise', unit: 'k',
      categories: ['Fri', 'Sat'], series: [{ name: 'Free', values: [1, null] }],
    }; // biome-ignore format: as a table
    expect(ofBlocks([table, chart]).details).toEqual({
      table: [{ Country: 'FR', Streams: 4, 'Streams (2)': 5 }],
      Streams: { alt: 'They rise', unit: 'k', categories: ['Fri', 'Sat'], series: { Free: [1, null] } },
    });
  });

  it('of a chart say what they are in, what is marked, and what else to know', () => {
    const chart: Block = {
      type: 'chart', kind: 'bar', title: 'Payout', alt: 'It rises', style: 'decimal', currency: 'EUR',
      categories: ['Fri', 'Sat'], series: [{ name: 'Free', values: [1.5, 2] }], notes: ['Sat is provisional'],
      annotations: [{ label: 'Target', value: -0 }, { label: 'Release', category: 1 }, { label: 'Beyond', category: 9 }],
    }; // biome-ignore format: as a table
    expect(ofBlocks([chart]).details).toEqual({
      Payout: {
        alt: 'It rises',
        style: 'decimal',
        currency: 'EUR',
        categories: ['Fri', 'Sat'],
        series: { Free: [1.5, 2] },
        marks: [
          { label: 'Target', value: 0 },
          { label: 'Release', category: 'Sat' },
          { label: 'Beyond', category: '' },
        ],
        notes: ['Sat is provisional'],
      },
    });
  });

  it('of a key figure have its note', () => {
    const items = [{ label: 'Streams', value: { type: 'number', value: 4 } as const, note: 'Not\u0000 over yet' }];
    expect(ofBlocks([{ type: 'kpis', title: 'Figures', items }]).details).toEqual({
      Figures: { Streams: { value: 4, note: 'Not over yet' } },
    });
  });

  it('inside of a list or quote are text', () => {
    const facts: Block = { type: 'facts', items: [{ label: 'F', value: [text('x')] }] };
    expect(ofBlocks([{ type: 'list', ordered: false, items: [[facts]] }]).details).toEqual({ description: '- F: x' });
  });

  it('that hold nothing leave nothing', () => {
    expect(ofBlocks([paragraph(' \u0000\n'), { type: 'divider' }]).details).toBeUndefined();
  });
});

describe('links and images', () => {
  const bad = [
    'javascript:alert(1)',
    'data:text/html,x',
    'mailto:a@example.com',
    '/relative',
    'https://u:p@x.example/',
    'nonsense',
  ];

  it.each(bad)('that nobody should follow are left out and reported: %s', (url) => {
    const { links, images, details, diagnostics } = ofAlert({
      links: [{ url, label: 'x' }],
      actions: [{ id: 'a', kind: 'link', label: 'l', url }],
      images: [{ url, alt: 'x' }],
    });
    expect([links, images]).toEqual([undefined, undefined]);
    expect(JSON.stringify(details)).not.toContain(url);
    expect(diagnostics.map(({ code, path }) => `${code} ${path.split('.')[0]}`).sort()).toEqual([
      'dropped actions',
      'dropped images',
      'dropped links',
    ]);
  });

  it('that are too long are left out, never cut', () => {
    const url = (length: number) => `https://x.example/${'a'.repeat(length - 18)}`;
    const { links, diagnostics } = ofAlert({ links: [{ url: url(2048) }, { url: url(2049) }] });
    expect(links).toEqual([{ href: url(2048) }]);
    expect(diagnostics).toMatchObject([{ code: 'dropped', limit: 2048, actual: 2049, unit: 'utf16' }]);
  });

  it('of pictures need https', () => {
    const { images, diagnostics } = ofAlert({
      images: [
        { url: 'http://x.example/a.png', alt: 'a' },
        { url: 'https://x.example/b.png', alt: '' },
      ],
    });
    expect(images).toEqual([{ src: 'https://x.example/b.png' }]);
    expect(diagnostics).toMatchObject([{ code: 'dropped', path: 'images.0' }]);
  });

  it('of a text stand in it and beside it', () => {
    const link = { type: 'link', url: 'https://x.example/', children: [text('here')] } as const;
    const unsafe = { type: 'link', url: 'javascript:x', children: [text('there')] } as const;
    const { details, links, diagnostics } = ofBlocks([
      { type: 'paragraph', children: [text('See '), link, text(' or '), unsafe] },
    ]);
    expect(details).toEqual({ description: 'See here (https://x.example/) or there' });
    expect(links).toEqual([{ href: 'https://x.example/', text: 'here' }]);
    expect(diagnostics).toMatchObject([{ code: 'dropped' }]);
  });

  it('of Markdown are links too', () => {
    const { details, links } = ofAlert({ description: { markdown: 'Ask [us](https://x.example/) *now*' } });
    expect(details['description']).toBe('Ask us (https://x.example/) now');
    expect(links).toEqual([{ href: 'https://x.example/', text: 'us' }]);
  });

  it('are what becomes of actions, and what has no URL is told', () => {
    const { links, diagnostics } = ofAlert({
      actions: [
        { id: 'a', kind: 'acknowledge', label: 'Ack' },
        { id: 'b', kind: 'custom', label: 'Plan', url: 'https://x.example/plan' },
        { id: 'c', kind: 'input', label: 'Note' },
        { id: 'd', kind: 'silence', label: 'Silence', url: 'https://x.example/silence' },
      ],
    });
    expect(links).toEqual([
      { href: 'https://x.example/plan', text: 'Plan' },
      { href: 'https://x.example/silence', text: 'Silence' },
    ]);
    expect(diagnostics).toMatchObject([
      { code: 'fallback', severity: 'info', path: 'actions' },
      { code: 'dropped', severity: 'warning', path: 'actions', limit: 3, actual: 4, unit: 'item' },
    ]);
  });

  it('are what becomes of sound and films', () => {
    const media: Block = { type: 'media', kind: 'audio', url: 'https://x.example/a.mp3', alt: 'The single' };
    expect(ofBlocks([media]).links).toEqual([{ href: 'https://x.example/a.mp3', text: 'The single' }]);
  });
});

describe('a fragment for PagerDuty', () => {
  const custom = (payload: unknown, target = 'pagerduty') => ofBlocks([{ type: 'custom', target, payload }]);

  it('becomes JSON, whatever it holds', () => {
    const { details, diagnostics } = custom({
      big: 12345678901234567890n,
      nan: Number.NaN,
      infinite: Number.NEGATIVE_INFINITY,
      negative: -0,
      none: null,
      yes: true,
      when: new Date(0),
      absent: undefined,
      list: [1, undefined, 'x\u0000'],
      run: () => 1,
      bytes: new Uint8Array(2),
      deep: { a: { b: 1 } },
    });
    expect(details).toEqual({
      big: '12345678901234567890',
      nan: 'NaN',
      infinite: '-Infinity',
      negative: 0,
      none: null,
      yes: true,
      when: '1970-01-01T00:00:00.000Z',
      list: [1, 'x'],
      deep: { a: { b: 1 } },
    });
    expect(diagnostics.map(({ code, path }) => `${code} ${path}`).sort()).toEqual([
      'dropped children.0.bytes',
      'dropped children.0.run',
      'sanitized children.0',
    ]);
  });

  it('is followed as deep as a page shows', () => {
    let value: unknown = 'end';
    for (let level = 0; level < 40; level += 1) value = { d: value };
    const { details, diagnostics } = custom(value);
    expect(JSON.stringify(details).match(/"d"/g)).toHaveLength(15);
    expect(diagnostics).toMatchObject([{ code: 'dropped' }]);
  });

  it.each([
    ['text', 'x'],
    ['list', [1]],
    ['number', 1],
  ])('may be no object: %s', (_kind, value) => {
    expect(custom(value).details).toEqual({ custom: value });
  });

  it('for another channel, or of nothing that JSON has, is skipped', () => {
    expect(custom({ a: 1 }, 'slack')).toMatchObject({ details: undefined, diagnostics: [] });
    expect(custom(() => 1)).toMatchObject({ details: undefined, diagnostics: [{ code: 'dropped' }] });
  });
});
