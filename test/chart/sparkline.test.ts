import { describe, expect, it } from 'vitest';
import { sparkline, sparklinesOf } from '../../src/chart/sparkline.js';
import type { Chart, ChartKind, Series } from '../../src/document/nodes.js';

const chartOf = (kind: ChartKind, series: readonly Series[]): Chart => ({
  type: 'chart',
  kind,
  title: 'Plays',
  alt: 'Plays',
  categories: (series[0]?.values ?? []).map((_, index) => String(index)),
  series,
});

describe('sparklines', () => {
  it.each<[string, readonly (number | null)[], string]>([
    ['nothing', [], ''],
    ['gaps alone', [null, null], ''],
    ['one value', [5], '▄'],
    ['constant', [7, 7, 7], '▄▄▄'],
    ['zeros', [0, 0], '▄▄'],
    ['rising', [1, 2, 3, 4, 5, 6, 7, 8], '▁▂▃▄▅▆▇█'],
    ['falling below zero', [-1, -8], '█▁'],
    ['gaps', [null, 1, null, 8, null], '·▁·█·'],
    ['what is not finite', [1, Number.NaN, Number.POSITIVE_INFINITY, 8], '▁··█'],
    ['the largest numbers', [-1e308, 0, 1e308], '▁▅█'],
    ['the smallest numbers', [0, 5e-324], '▁█'],
  ])('have a character a value: %s', (_name, values, line) => {
    expect(sparkline(values)).toBe(line);
  });
});

describe('sparklines of charts', () => {
  const rising = { name: 'a', values: [1, 8] };

  it('name their series only where there are several', () => {
    expect(sparklinesOf(chartOf('line', [rising]))).toEqual([{ name: undefined, line: '▁█' }]);
    expect(sparklinesOf(chartOf('line', [rising, { name: 'b', values: [8, 1] }]))).toEqual([
      { name: 'a', line: '▁█' },
      { name: 'b', line: '█▁' },
    ]);
  });

  it.each<ChartKind>(['pie', 'gauge', 'heat', 'stackedBar'])('are none for a %s, which has no shape', (kind) => {
    expect(sparklinesOf(chartOf(kind, [rising]))).toEqual([]);
  });

  it.each<[string, readonly (number | null)[]]>([
    ['one value', [1]],
    ['one value and a gap', [1, null]],
    ['nothing', []],
  ])('are none where nothing has a shape: %s', (_name, values) => {
    expect(sparklinesOf(chartOf('line', [{ name: 'a', values }]))).toEqual([]);
  });

  it('are at most sixty characters long, with the lowest and the highest', () => {
    const values = Array.from({ length: 365 }, (_, day) => (day === 200 ? 90 : day === 300 ? -90 : day % 7));
    const [{ line = '' } = {}] = sparklinesOf(chartOf('line', [{ name: 'a', values }]));
    expect(line).toHaveLength(60);
    expect(line).toContain('█');
    expect(line).toContain('▁');
  });
});
