import { describe, expect, it } from 'vitest';
import { previewSlack } from '../../examples/support/slack-preview.js';
import { chart, document, facts, link, media, number, table } from '../../src/document/build.js';
import type { Block } from '../../src/document/nodes.js';
import { type Alert, type ChannelInput, createFormatters } from '../../src/index.js';

const { slack } = createFormatters({ tenantId: 't' });

const alert: Alert = { severity: 'warning', title: 'Latency', source: 'edge', startedAt: 0 };

const fsi = '\u2068';
const pdi = '\u2069';

/** The lines of a message as a person sees them, and what was reported. */
function read(input: ChannelInput, locale = 'en') {
  const { payload, diagnostics } = slack.format(input, { locale });
  return { text: payload.text, lines: previewSlack(payload).split('\n'), diagnostics };
}

const report = (...children: Block[]) => document({ locale: 'en', dir: 'ltr', title: 'Report', children });

describe('a reader of a right-to-left language', () => {
  it('sees a title that is kept apart from the words around it', () => {
    const { lines, text, diagnostics } = read({ ...alert, title: 'p99 > 2 s!' }, 'ar');
    expect(lines[0]).toBe(`# 🟡 تحذير: ${fsi}p99 > 2 s!${pdi}`);
    expect(text).toContain(`تحذير: ${fsi}p99 &gt; 2 s!${pdi}`);
    expect(diagnostics).toEqual([]);
  });

  it('sees names in a list that are kept apart from each other', () => {
    const { lines, diagnostics } = read({ ...alert, affectedTenants: ['Maison Carthage', 'Label 42'] }, 'ar');
    expect(lines.find((line) => line.startsWith('العملاء'))).toContain(
      `${fsi}Maison Carthage${pdi} و${fsi}Label 42${pdi}`,
    );
    expect(diagnostics).toEqual([]);
  });

  it('sees the title of a chart that is kept apart from the word before it', () => {
    const streams = chart({ kind: 'bar', title: 'Streams (7 d)', alt: 'Rising', categories: [], series: [] });
    const { lines } = read(report(streams), 'ar');
    expect(lines).toContain(`مخطط بياني: ${fsi}Streams (7 d)${pdi}`);
  });

  it('is told of no removed character where none was given', () => {
    const metrics = { Retries: { value: 7, unit: 'tries', previous: 3 } };
    expect(read({ ...alert, metrics }, 'ar').diagnostics).toEqual([]);
    expect(read(report(table(['A'], [[number(7, { unit: 'tries' })]])), 'ar').diagnostics).toEqual([]);
  });
});

describe('data in a message', () => {
  it.each([
    ['begins an isolate that it does not end', 'a\u2068b'],
    ['ends an isolate that it did not begin', 'a\u2069b'],
    ['ends an isolate before it begins one', 'a\u2069b\u2066c'],
  ])('that %s loses it, and that is reported', (_what, title) => {
    for (const locale of ['en', 'ar']) {
      const { lines, diagnostics } = read({ ...alert, description: title }, locale);
      expect(lines).toContain(title.replace(/[\u2066-\u2069]/g, ''));
      expect(diagnostics).toMatchObject([{ code: 'sanitized', path: 'description' }]);
    }
  });

  it.each<[string, Partial<Alert>]>([
    ['a component', { component: 'x\nStatus: Resolved' }],
    ['a source', { source: 'x\r\nStatus: Resolved' }],
    ['an environment', { environment: 'x\u2028Status: Resolved' }],
    ['a tenant', { affectedTenants: ['x\nStatus: Resolved'] }],
    ['the value of a label', { labels: { a: 'x\nStatus: Resolved' } }],
    ['the name of a label', { labels: { 'x\nStatus': 'Resolved' } }],
    ['the name of a metric', { metrics: { 'x\nStatus: Resolved': 1 } }],
    ['the unit of a metric', { metrics: { a: { value: 1, unit: 'x\nStatus: Resolved' } } }],
    ['the unit of a threshold', { metrics: { a: { value: 1, threshold: 2, unit: 'x\r\nStatus: Resolved' } } }],
  ])('writes no line of its own: %s', (_what, change) => {
    const { lines } = read({ ...alert, ...change });
    expect(lines.filter((line) => line.startsWith('Status:'))).toEqual(['Status: Firing']);
    expect(lines.some((line) => line.includes('Status: Resolved'))).toBe(true);
  });

  it('writes no line of its own: the label of a link in a fact', () => {
    const label = link('https://example.com', 'x\nStatus: Resolved');
    const { lines } = read(report(facts([{ label: 'A', value: label }])));
    expect(lines).toContain('A: x Status: Resolved <https://example.com/>');
  });

  it('keeps its lines in a description', () => {
    expect(read({ ...alert, description: 'a\r\nb' }).lines).toEqual(expect.arrayContaining(['a', 'b']));
  });

  it('hides nothing in a unit', () => {
    const { lines, diagnostics } = read({ ...alert, metrics: { a: { value: 1, unit: 'x\u0000\u202ey' } } });
    expect(lines).toContain('• a: 1\u00a0xy');
    expect(diagnostics).toMatchObject([{ code: 'sanitized', path: 'metrics.a' }]);
  });

  it('that shows nothing is marked', () => {
    const { lines } = read({ ...alert, labels: { a: '', b: ' \u200b ', c: '\u200d', d: '\u00a0' } });
    expect(lines.filter((line) => /^[a-d]: /.test(line))).toEqual(['a: –', 'b: –', 'c: –', 'd: –']);
  });
});

describe('a loss', () => {
  it('is reported once a reason', () => {
    const actions: Alert['actions'] = [
      { id: 'a', label: 'Script', kind: 'link', url: 'javascript:alert(1)' },
      { id: 'b', label: 'Script', kind: 'link', url: 'javascript:alert(2)' },
      { id: 'c', label: 'No URL', kind: 'link' },
      { id: 'd', label: 'Empty menu', kind: 'select', options: [] },
    ];
    expect(read({ ...alert, actions }).diagnostics.map(({ code, path, message }) => [code, path, message])).toEqual([
      ['dropped', 'actions', 'A URL that is not safe to follow was left out'],
      ['dropped', 'actions', 'A link action without a URL was left out'],
      ['dropped', 'actions', 'A menu without options was left out'],
    ]);
  });
});

describe('a table that is shown line by line', () => {
  it('has no line that a cell wrote', () => {
    const { lines } = read(report(table(['X'], [['1']]), table(['Day', 'Note'], [['Fri', 'x\n• Day: Sat · Note: y']])));
    expect(lines.filter((line) => line.startsWith('• '))).toEqual(['• Day: Fri · Note: x • Day: Sat · Note: y']);
  });

  it('gives a cell under no header no label', () => {
    const { lines } = read(report(table(['X'], [['1']]), table(['', 'Streams'], [['Fri', '5']])));
    expect(lines).toContain('• Fri · Streams: 5');
  });
});

describe('sound and film', () => {
  it('are shown with how long they are', () => {
    const { lines } = read(
      report(
        media('audio', 'https://cdn.example.com/a.mp3', 'Single', { title: 'The single', durationMs: 194_000 }),
        media('video', 'https://cdn.example.com/v.mp4', 'Clip'),
      ),
    );
    expect(lines).toContain('Audio: The single <https://cdn.example.com/a.mp3> – Single · 3 min, 14 sec');
    expect(lines).toContain('Video: Clip <https://cdn.example.com/v.mp4>');
  });
});
