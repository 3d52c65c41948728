/** Charts where nothing can be drawn, in Markdown and in plain text. */
import { describe, expect, it } from 'vitest';
import type { Block, Chart, ChartKind, Document } from '../../../src/document/nodes.js';
import { createFormatter } from '../../contract/formatter-of.js';
import { chartKinds, chartOfKind } from '../../fixtures/alerts/chart-kinds.js';

type Id = 'markdown' | 'text';

/** What was written, without the marks that keep Markdown from reading numbers as lists. */
function format(id: Id, block: Block, dir: Document['dir'] = 'ltr') {
  const locale = dir === 'rtl' ? 'ar' : 'en';
  const input: Document = { type: 'document', locale, dir, title: 'Report', meta: {}, children: [block] };
  const { payload, diagnostics } = createFormatter(id, { tenantId: 'label_42', locale }).format(input as never);
  return { written: (payload as Record<Id, string>)[id].replace(/\\(?=[!-/])/g, ''), diagnostics };
}

/** The lines of a table of numbers, as cells. */
const rowsOf = (written: string): string[][] =>
  written
    .split('\n')
    .filter((line) => /^\|? ?(?:Mon|Tues|Wednes|Thurs)day[ |]/.test(line))
    .map((line) =>
      line
        .split(/\||(?: {2,})/)
        .map((cell) => cell.trim())
        .filter((cell) => cell !== ''),
    );

const shaped: readonly ChartKind[] = ['line', 'area', 'bar', 'spark', 'waveform'];

describe.each(['markdown', 'text'] as const)('a chart as %s', (id) => {
  it.each(chartKinds)('is words, its shape, its marks, its notes and its numbers: %s', (kind) => {
    const { written } = format(id, chartOfKind(kind));
    expect(written).toContain('Plays rise, and one day is missing.');
    expect(written.includes('▁·▄█')).toBe(shaped.includes(kind));
    const target = { gauge: '60%', pie: '60%', stackedBar: '€0.60' }[kind as string] ?? '0.6';
    expect(written.replaceAll('*', '')).toContain(`Target: ${target}\n`);
    expect(written.replaceAll('*', '')).toContain('Release: Wednesday\n');
    expect(written).toContain('The last day is provisional.');
    expect(rowsOf(written)).toHaveLength(4);
  });

  it.each(chartKinds)('has no numbers where a table has them: %s', (kind) => {
    const { written, diagnostics } = format(id, chartOfKind(kind, { isTabulated: true }));
    expect(rowsOf(written)).toEqual([]);
    expect(written).toContain('Plays rise, and one day is missing.');
    expect(written.includes('▁·▄█')).toBe(shaped.includes(kind));
    expect(written).toContain('The last day is provisional.');
    expect(diagnostics).toEqual([]);
  });

  it.each<[string, Partial<Chart>, string[]]>([
    ['ratios in percent', { style: 'percent' }, ['20%', '–', '40%', '70%']],
    ['amounts of money', { currency: 'EUR' }, ['€0.20', '–', '€0.40', '€0.70']],
    ['units', { unit: 'GB' }, ['0.2 GB', '–', '0.4 GB', '0.7 GB']],
  ])('prints %s, and gaps as dashes', (_what, more, expected) => {
    const { written } = format(id, chartOfKind('pie', { style: 'decimal', ...more }));
    expect(rowsOf(written).map(([, value]) => value)).toEqual(expected);
  });

  const daily: Chart = {
    ...chartOfKind('line', { annotations: [{ label: 'Release', category: 33 }] }),
    categories: Array.from({ length: 90 }, (_, index) => `day ${index + 1}`),
    series: [{ name: 'Plays', values: Array.from({ length: 90 }, (_, index) => (index * 37) % 91) }],
  };

  it('shows twenty rows of many, says so and reports it', () => {
    const { written, diagnostics } = format(id, daily);
    expect(written.match(/^\|? ?day \d+ /gm)).toHaveLength(20);
    expect(written.replace(/\n/g, ' ')).toContain('20 of 90 points are shown');
    expect(written.replaceAll('*', '')).toContain('Release: day 34\n');
    expect(diagnostics).toMatchObject([{ code: 'dropped', severity: 'info', limit: 20, actual: 90, unit: 'item' }]);
  });

  it('leaves nothing out of what it does not show', () => {
    const { written, diagnostics } = format(id, { ...daily, isTabulated: true });
    expect(written).not.toContain('points are shown');
    expect(diagnostics).toEqual([]);
  });

  it('runs from left to right in Arabic, with its names kept apart', () => {
    const two = chartOfKind('line', {
      series: [
        { name: 'Premium', values: [1, 2, 3, 4] },
        { name: 'Free', values: [4, 3, 2, 1] },
      ],
    });
    const { written } = format(id, two, 'rtl');
    expect(written).toContain(id === 'text' ? '\u2068Premium\u2069: \u2066▁▃▆█\u2069' : '**Premium**: `▁▃▆█`');
    expect(written).toContain(id === 'text' ? '\u2068Monday\u2069' : '| Monday |');
  });

  it('shows the note of a key figure', () => {
    const { written } = format(id, {
      type: 'kpis',
      items: [{ label: 'Plays', value: { type: 'number', value: 5 }, note: 'The week is not over' }],
    });
    expect(written.replaceAll('*', '')).toContain('Plays: 5 (The week is not over)');
  });

  it('shows no numbers of a chart that has none', () => {
    const { written } = format(id, { ...chartOfKind('line'), categories: [], series: [], annotations: [] });
    expect(written.trimEnd().endsWith('The last day is provisional.')).toBe(true);
  });
});
