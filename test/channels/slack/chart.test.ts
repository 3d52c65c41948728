import { describe, expect, it } from 'vitest';
import type { Block, Chart } from '../../../src/document/nodes.js';
import { documentWith } from '../../support/slack-inputs.js';
import { blocksOf, checkSlackMessages } from '../../support/slack-limits.js';
import { bodyText } from '../../support/slack-walk.js';
import { createSlack } from '../../support/tenants.js';

const classic = createSlack();
const native = createSlack({ channels: { slack: { charts: 'native', tables: 'data' } } });

const months = ['Aug', 'Sep', 'Oct'];
const chartWith = (members: Partial<Chart> = {}): Chart => ({
  type: 'chart',
  kind: 'line',
  title: 'Streams',
  alt: 'They rise',
  categories: months,
  series: [{ name: 'Free', values: [1, 2, 3] }],
  ...members,
});
const longOf = (points: number): Partial<Chart> => ({
  categories: Array.from({ length: points }, (_, index) => `d${index}`),
  series: [{ name: 'Free', values: Array.from({ length: points }, (_, index) => (index * 7) % 23) }],
});
const table: Extract<Block, { type: 'table' }> = {
  type: 'table',
  columns: [{ label: 'Country' }, { label: 'Streams', align: 'end' }],
  rows: [[[{ type: 'text', value: 'Tunisia' }], [{ type: 'number', value: 12_000.5, unit: 'k' }]]],
};

const formatted = (slack: typeof native, ...children: Block[]) => {
  const posted = slack.format(documentWith(children));
  expect(checkSlackMessages(posted)).toEqual([]);
  return posted;
};
const drawnOf = (...children: Block[]): Record<string, unknown>[] =>
  blocksOf(formatted(native, ...children).payload).filter(({ type }) => type === 'data_visualization');
const codesOf = (...children: Block[]): string[] =>
  formatted(native, ...children).diagnostics.map(({ code, message }) => `${code}: ${message}`);

describe('a chart that Slack draws', () => {
  it('has its points, and its description as text', () => {
    const chart = chartWith({ unit: 'k', notes: ['The last one is provisional.'] });
    expect(drawnOf(chart)).toEqual([
      {
        type: 'data_visualization',
        title: 'Streams',
        chart: {
          type: 'line',
          series: [
            {
              name: 'Free',
              data: [
                { label: 'Aug', value: 1 },
                { label: 'Sep', value: 2 },
                { label: 'Oct', value: 3 },
              ],
            },
          ],
          axis_config: { categories: months, y_label: 'k' },
        },
      },
    ]);
    const text = bodyText(formatted(native, chart).payload);
    expect(text).toContain('Chart: Streams');
    expect(text).toContain('They rise');
    expect(text).toContain('The last one is provisional.');
  });

  it.each<[Chart['kind'], string]>([
    ['line', 'line'],
    ['spark', 'line'],
    ['waveform', 'line'],
    ['area', 'area'],
    ['bar', 'bar'],
    ['pie', 'pie'],
  ])('of kind %s is a %s', (kind, type) => {
    expect(drawnOf(chartWith({ kind }))).toMatchObject([{ chart: { type } }]);
  });

  it.each<[string, Partial<Chart>, string | undefined, number]>([
    ['ratios in percent', { style: 'percent', series: [{ name: 'a', values: [0.07, 0.29, 1] }] }, '%', 7],
    ['money in its currency', { currency: 'TND', series: [{ name: 'a', values: [1.5, 2, 3] }] }, 'TND', 1.5],
    ['bare numbers as they are', { series: [{ name: 'a', values: [-0, 2, 3] }] }, undefined, 0],
  ])('says what its values are in: %s', (_what, members, label, first) => {
    const [block] = drawnOf(chartWith(members));
    const { axis_config, series } = (block as { chart: { axis_config: object; series: { data: object[] }[] } }).chart;
    expect(axis_config).toEqual(label === undefined ? { categories: months } : { categories: months, y_label: label });
    expect(series[0]?.data[0]).toEqual({ label: 'Aug', value: first });
  });

  it('tells readers and the caller that points are left out', () => {
    const chart = chartWith(longOf(90));
    const [block] = drawnOf(chart);
    expect((block as { chart: { axis_config: { categories: string[] } } }).chart.axis_config.categories).toHaveLength(
      20,
    );
    const { payload, diagnostics } = formatted(native, chart);
    expect(bodyText(payload)).toContain('20 of 90 points are shown');
    expect(diagnostics).toMatchObject([{ code: 'dropped', severity: 'info', limit: 20, actual: 90, unit: 'item' }]);
  });

  it('cuts labels so that each is there once, and says so', () => {
    const categories = ['a'.repeat(30), 'a'.repeat(31), 'b', 'b'];
    const chart = chartWith({ categories, series: [{ name: 's', values: [1, 2, 3, 4] }] });
    const [block] = drawnOf(chart);
    expect(block).toMatchObject({
      chart: {
        axis_config: { categories: [`${'a'.repeat(19)}…`, `${'a'.repeat(15)}… (2)`, 'b', 'b (2)'] },
      },
    });
    expect(formatted(native, chart).diagnostics).toMatchObject([
      { code: 'truncated', limit: 3, actual: 5, unit: 'item' },
      { code: 'collision' },
    ]);
  });

  it('names a series that stands alone by the title', () => {
    expect(drawnOf(chartWith({ series: [{ name: '', values: [1, 2, 3] }] }))).toMatchObject([
      { chart: { series: [{ name: 'Streams' }] } },
    ]);
  });

  it('shows marks beside it', () => {
    const annotations = [
      { label: 'Target', value: 2.5 },
      { label: 'Release', category: 1 },
    ];
    const text = bodyText(formatted(native, chartWith({ annotations, unit: 'k' })).payload);
    expect(text).toContain('Target: 2.5\u00a0k\nRelease: Sep');
  });

  it('is one of two in a message; further ones are numbers', () => {
    const charts = [chartWith(), chartWith({ title: 'B' }), chartWith({ title: 'C' })];
    expect(drawnOf(...charts)).toHaveLength(2);
    expect(codesOf(...charts)).toEqual([
      'fallback: A chart is shown as a table of its numbers: a message has room for two charts',
    ]);
  });

  it('makes room for a fragment of the same kind', () => {
    const payload = {
      type: 'data_visualization',
      title: 'own',
      chart: { type: 'pie', segments: [{ label: 'a', value: 1 }] },
    };
    const own: Block = { type: 'custom', target: 'slack', payload };
    expect(drawnOf(own, chartWith(), chartWith({ title: 'B' }))).toHaveLength(2);
    expect(codesOf(own, own, own)).toEqual(['dropped: A fragment that a message has no room for was left out']);
  });
});

describe('a chart that Slack cannot draw is numbers, never with a gap filled', () => {
  it.each<[string, Partial<Chart>, string]>([
    ['stacked bars', { kind: 'stackedBar' }, 'Slack has no such kind'],
    ['a gauge', { kind: 'gauge', domain: { min: 0, max: 5 } }, 'Slack has no such kind'],
    ['a heat map', { kind: 'heat' }, 'Slack has no such kind'],
    ['a gap', { series: [{ name: 'a', values: [1, null, 3] }] }, 'it has gaps'],
    ['nothing', { categories: [], series: [] }, 'there is nothing to draw'],
    ['seven series', { series: months.concat(months, 'x').map((name) => ({ name, values: [1, 2, 3] })) }, 'at most 6'],
    ['a pie of two series', { kind: 'pie', series: [{ name: 'a', values: [1, 2, 3] }, { name: 'b', values: [1, 2, 3] }] }, 'one series'],
    ['a pie with a part of zero', { kind: 'pie', series: [{ name: 'a', values: [1, 0, 3] }] }, 'above zero'],
    ['a pie of seven parts', { kind: 'pie', ...longOf(7) }, 'at most 6 parts'],
    ['a ratio beyond numbers', { style: 'percent', series: [{ name: 'a', values: [1, 1e307, 3] }] }, 'too large'],
  ])('%s', (_what, members, reason) => {
    const chart = chartWith(members);
    expect(drawnOf(chart)).toEqual([]);
    expect(codesOf(chart)[0]).toContain(reason);
  }); // biome-ignore format: one line a case

  it('unless the tenant wants it, and then without a word', () => {
    const { payload, diagnostics } = formatted(classic, chartWith());
    expect(blocksOf(payload)).toMatchObject([
      { type: 'header' },
      { type: 'rich_text' },
      { type: 'rich_text' },
      { type: 'table', rows: [{ length: 2 }, { length: 2 }, { length: 2 }, { length: 2 }] },
    ]);
    expect(diagnostics).toEqual([]);
  });

  it('with at most twenty rows', () => {
    const { payload, diagnostics } = formatted(classic, chartWith(longOf(90)));
    expect(blocksOf(payload).find(({ type }) => type === 'table')).toMatchObject({ rows: { length: 21 } });
    expect(bodyText(payload)).toContain('20 of 90 points are shown');
    expect(diagnostics).toMatchObject([{ code: 'dropped', limit: 20, actual: 90 }]);
  });

  it('and leaves the block for tables to a table', () => {
    const { payload, diagnostics } = formatted(classic, chartWith(), table);
    const tables = blocksOf(payload).filter(({ type }) => type === 'table');
    expect(JSON.stringify(tables)).toContain('Tunisia');
    expect(tables).toHaveLength(1);
    expect(bodyText(payload)).toContain('Aug: 1\nSep: 2\nOct: 3');
    expect(diagnostics).toEqual([]);
  });

  it('inside of a list too, with its notes', () => {
    const list: Block = {
      type: 'list',
      ordered: false,
      items: [[chartWith({ ...longOf(90), notes: ['Provisional.'] })]],
    };
    const text = bodyText(formatted(native, list).payload);
    expect(text).toContain('Provisional.\n20 of 90 points are shown');
  });
});

describe('a data table', () => {
  const dataOf = (...children: Block[]) =>
    blocksOf(formatted(native, ...children).payload).filter(({ type }) => type === 'data_table');

  it('keeps numbers for sorting and the text that people read', () => {
    expect(dataOf(table)).toEqual([
      {
        type: 'data_table',
        caption: 'Table',
        rows: [
          [
            { type: 'raw_text', text: 'Country' },
            { type: 'raw_text', text: 'Streams' },
          ],
          [
            { type: 'raw_text', text: 'Tunisia' },
            { type: 'raw_number', value: 12_000.5, text: '12,000.5\u00a0k' },
          ],
        ],
        page_size: 20,
        row_header_column_index: 0,
      },
    ]);
  });

  it.each<[string, Block, string]>([
    ['its caption', { ...table, caption: 'Top\ncountries' }, 'Top countries'],
    ['the title of its chart', chartWith({ kind: 'heat' }), 'Streams'],
  ])('is named by %s', (_what, block, caption) => {
    expect(dataOf(block)).toMatchObject([{ caption }]);
    expect(bodyText(formatted(native, block).payload).split(caption).length).toBeLessThan(4);
  });

  it('has the whole of a long caption above it', () => {
    const caption = 'x'.repeat(200);
    const { payload } = formatted(native, { ...table, caption });
    expect(bodyText(payload)).toContain(caption);
    expect(dataOf({ ...table, caption })).toMatchObject([{ caption: `${'x'.repeat(149)}…` }]);
  });

  it.each<[string, Block]>([
    ['no rows', { ...table, rows: [] } as Block],
    ['a hundred and one rows', { ...table, rows: Array.from({ length: 101 }, () => table.rows[0] ?? []) } as Block],
  ])('is another one where there are %s', (_what, block) => {
    expect(dataOf(block)).toEqual([]);
  });

  it.each([
    ['an exact decimal', { type: 'number', value: '1234567890123456789.5' } as const, 1234567890123456800],
    ['money', { type: 'money', amount: '12.50', currency: 'EUR' } as const, 12.5],
    ['minus zero', { type: 'number', value: -0 } as const, 0],
  ])('sorts by the nearest number: %s', (_what, cell, value) => {
    const [made] = dataOf({ ...table, rows: [[[{ type: 'text', value: 'a' }], [cell]]] } as Block);
    expect(made).toMatchObject({ rows: [{}, [{}, { type: 'raw_number', value }]] });
  });

  it('is refused by a message that has one', () => {
    expect(dataOf(table, table)).toHaveLength(1);
  });
});
