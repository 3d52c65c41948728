import { describe, expect, it } from 'vitest';
import { reportThinned, thinChart, thinnedNote } from '../../src/chart/thin.js';
import type { Chart, Series } from '../../src/document/nodes.js';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { makeLocalizer } from '../i18n/make-localizer.js';
import { deepFreeze } from '../support/deep-freeze.js';

const count = 200;
const wave = Array.from({ length: count }, (_, index) => Math.sin(index / 7) * index);

const chartOf = (series: readonly Series[], more: Partial<Chart> = {}): Chart =>
  deepFreeze({
    type: 'chart',
    kind: 'line',
    title: 'Plays',
    alt: 'Plays',
    categories: (series[0]?.values ?? []).map((_, index) => String(index)),
    series,
    ...more,
  });

const waveWith = (changes: Readonly<Record<number, number | null>>): (number | null)[] =>
  wave.map((value, index) => (index in changes ? (changes[index] ?? null) : value));

const keptIn = ({ chart }: ReturnType<typeof thinChart>): number[] => chart.categories.map(Number);

describe('thinning', () => {
  it.each([count, count + 1, 1e9])('gives the chart itself where %d points are enough', (max) => {
    const chart = chartOf([{ name: 'a', values: wave }]);
    expect(thinChart(chart, max)).toEqual({ chart, kept: count, total: count });
    expect(thinChart(chart, max).chart).toBe(chart);
  });

  it.each([1, 2, 3, 4, 10, 60, 199])('keeps at most %i points, in order', (max) => {
    const thinned = thinChart(chartOf([{ name: 'a', values: wave }]), max);
    expect(thinned.kept).toBe(thinned.chart.categories.length);
    expect(thinned.kept).toBe(max);
    expect(keptIn(thinned)).toEqual([...new Set(keptIn(thinned))].sort((one, other) => one - other));
  });

  it.each([0, -3, 0.5])('keeps one point for %d', (max) => {
    expect(keptIn(thinChart(chartOf([{ name: 'a', values: wave }]), max))).toEqual([count - 1]);
  });

  it('keeps the first, the last, the lowest and the highest of every series', () => {
    const series = [
      { name: 'a', values: waveWith({ 33: -9e9, 77: 9e9 }) },
      { name: 'b', values: waveWith({ 101: -9e9, 150: 9e9 }) },
    ];
    expect(keptIn(thinChart(chartOf(series), 6))).toEqual([0, 33, 77, 101, 150, count - 1]);
  });

  it('keeps values where they were', () => {
    const { chart } = thinChart(chartOf([{ name: 'a', values: wave }]), 20);
    expect(chart.series[0]?.values).toEqual(chart.categories.map((category) => wave[Number(category)]));
  });

  it.each([7, 12, 40])('keeps a gap between what it parts in %i points', (max) => {
    const values = waveWith({ 90: null, 91: null, 92: null });
    const { chart } = thinChart(chartOf([{ name: 'a', values }]), max);
    expect(chart.series[0]?.values).toContain(null);
  });

  it('takes along the times of what stays', () => {
    const times = wave.map((_, index) => index * 1000);
    const thinned = thinChart(chartOf([{ name: 'a', values: wave }], { times }), 15);
    expect(thinned.chart.times).toEqual(keptIn(thinned).map((index) => index * 1000));
  });

  it.each([
    [0, 0],
    [150, 150],
    [199, 199],
    [200, undefined],
  ])('moves where values may still change from %i to the first of those that stay', (provisionalFrom, first) => {
    const thinned = thinChart(chartOf([{ name: 'a', values: wave, provisionalFrom }]), 10);
    const from = thinned.chart.series[0]?.provisionalFrom;
    expect(from === undefined).toBe(first === undefined);
    if (from === undefined || first === undefined) return;
    expect(keptIn(thinned)[from]).toBeGreaterThanOrEqual(first);
    expect(keptIn(thinned)[from - 1] ?? -1).toBeLessThan(first);
  });

  it('moves marks with their categories, and leaves lines at values alone', () => {
    const annotations = [
      { label: 'Release', category: 57 },
      { label: 'Goal', value: 5 },
      { label: 'Never', category: 900 },
    ];
    const thinned = thinChart(chartOf([{ name: 'a', values: wave }], { annotations }), 10);
    expect(thinned.chart.annotations).toEqual([
      { label: 'Release', category: keptIn(thinned).indexOf(57) },
      { label: 'Goal', value: 5 },
    ]);
  });

  it('moves a mark that there is no room for to the category before it', () => {
    const annotations = [{ label: 'Release', category: 57 }];
    const thinned = thinChart(chartOf([{ name: 'a', values: wave }], { annotations }), 2);
    expect(thinned.chart.annotations).toEqual([{ label: 'Release', category: 0 }]);
  });

  it.each<[string, readonly (number | null)[]]>([
    ['gaps alone', wave.map(() => null)],
    ['all the same', wave.map(() => 7)],
    ['the largest numbers', wave.map((_, index) => (index % 2 === 0 ? 1e308 : -1e308))],
    ['the smallest numbers', wave.map((_, index) => index * 5e-324)],
  ])('takes any values: %s', (_name, values) => {
    const { kept, chart } = thinChart(chartOf([{ name: 'a', values }]), 20);
    expect(kept).toBe(20);
    expect([chart.categories[0], chart.categories.at(-1)]).toEqual(['0', String(count - 1)]);
  });

  it('takes charts without series', () => {
    const chart = chartOf([], { categories: wave.map((_, index) => String(index)) });
    expect(thinChart(chart, 5).kept).toBe(5);
  });
});

describe('what is said of it', () => {
  const thinned = thinChart(chartOf([{ name: 'a', values: wave }]), 20);

  it('is a sentence with both counts, and nothing where all are shown', () => {
    expect(thinnedNote(thinned, makeLocalizer())).toContain('20 of 200 points');
    expect(thinnedNote({ ...thinned, kept: count }, makeLocalizer())).toBeUndefined();
  });

  it('is reported once a chart, as no warning', () => {
    const diagnostics: Diagnostic[] = [];
    for (const path of ['children.0', 'children.0', 'children.1']) reportThinned(thinned, 20, path, { diagnostics });
    reportThinned({ ...thinned, kept: count }, 20, 'children.2', { diagnostics });
    expect(diagnostics.map(({ path }) => path)).toEqual(['children.0', 'children.1']);
    expect(diagnostics[0]).toMatchObject({ code: 'dropped', severity: 'info', limit: 20, actual: count, unit: 'item' });
  });
});
