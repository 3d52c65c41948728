import { describe, expect, it } from 'vitest';
import { chartBars } from '../../src/chart/bars.js';
import type { Chart, ChartKind, Series } from '../../src/document/nodes.js';
import { deepFreeze } from '../support/deep-freeze.js';

const chartOf = (kind: ChartKind, series: readonly Series[], more: Partial<Chart> = {}): Chart =>
  deepFreeze({
    type: 'chart',
    kind,
    title: 'Plays',
    alt: 'Plays',
    categories: (series[0]?.values ?? []).map((_, index) => `d${index}`),
    series,
    ...more,
  });

const barsOf = (values: readonly (number | null)[], more: Partial<Chart> = {}) =>
  chartBars(chartOf('bar', [{ name: 'Plays', values }], more));
const segmentsOf = (bars: ReturnType<typeof chartBars>) => bars.rows.map(({ segments }) => segments);

describe('bars', () => {
  it('begin at zero and are as long as their values', () => {
    const bars = barsOf([200, 50, 0]);
    expect(bars.zero).toBe(0);
    expect(segmentsOf(bars)).toEqual([
      [{ series: 0, start: 0, fraction: 1, isNegative: false }],
      [{ series: 0, start: 0, fraction: 0.25, isNegative: false }],
      [],
    ]);
  });

  it('begin at zero where all of them are long', () => {
    expect(segmentsOf(barsOf([1000, 990])).map(([bar]) => bar?.fraction)).toEqual([1, 0.99]);
  });

  it('grow to both sides of zero', () => {
    const bars = barsOf([30, -10]);
    expect(bars.zero).toBeCloseTo(0.25);
    expect(bars.rows[1]?.segments).toEqual([
      { series: 0, start: expect.closeTo(0), fraction: expect.closeTo(0.25), isNegative: true },
    ]);
  });

  it('grow from the end where all are negative', () => {
    const bars = barsOf([-10, -5]);
    expect(bars.zero).toBe(1);
    expect(bars.rows[1]?.segments[0]).toMatchObject({ start: 0.5, fraction: 0.5, isNegative: true });
  });

  it.each<[readonly (number | null)[], readonly (number | null)[]]>([
    [[], []],
    [[null], [null]],
    [
      [null, 0],
      [null, 0],
    ],
  ])('tell a gap from zero: %j', (values, said) => {
    const { rows } = barsOf(values);
    expect(rows.map(({ value }) => value)).toEqual(said);
    expect(rows.flatMap(({ segments }) => segments)).toEqual([]);
  });

  it.each([5e-324, 1e-308, 1, 1e308, Number.MAX_VALUE])('are shares of the width at any magnitude: %d', (value) => {
    for (const bars of [
      barsOf([value, -value]),
      chartBars(
        chartOf(
          'stackedBar',
          [1, 2, 3].map((at) => ({ name: `${at}`, values: [value, -value] })),
        ),
      ),
    ]) {
      expect(bars.zero).toBeCloseTo(0.5);
      for (const { segments, value: sum } of bars.rows) {
        expect(Number.isFinite(sum)).toBe(true);
        const ends = segments.map(({ start, fraction }) => start + fraction);
        for (const [index, { start }] of segments.entries()) {
          expect(start).toBeGreaterThanOrEqual((ends[index - 1] ?? 0) - 1e-12);
          expect(ends[index]).toBeLessThanOrEqual(1 + 1e-12);
        }
      }
    }
  });

  it('leave room for the domain', () => {
    expect(barsOf([0.5], { domain: { min: 0, max: 1 } }).rows[0]?.segments[0]?.fraction).toBe(0.5);
    expect(barsOf([1], { domain: { min: -1, max: 1 } }).zero).toBe(0.5);
  });

  it('have a row a category and series, with names where there are several', () => {
    const series = [
      { name: 'a', values: [1, 2] },
      { name: 'b', values: [3, null], provisionalFrom: 1 },
    ];
    expect(chartBars(chartOf('bar', series)).rows).toMatchObject([
      { label: 'd0', name: 'a', value: 1, isProvisional: false },
      { label: 'd0', name: 'b', value: 3, isProvisional: false },
      { label: 'd1', name: 'a', value: 2, isProvisional: false },
      { label: 'd1', name: 'b', value: null, isProvisional: true },
    ]);
    expect(barsOf([1]).rows[0]).not.toHaveProperty('name');
  });
});

describe('stacked bars', () => {
  const series = [
    { name: 'a', values: [2, 1] },
    { name: 'b', values: [-1, null], provisionalFrom: 1 },
    { name: 'c', values: [3, 1] },
  ];
  const bars = chartBars(chartOf('stackedBar', series));

  it('have a row a category, whose value is the sum', () => {
    expect(bars.rows.map(({ value }) => value)).toEqual([4, 2]);
    expect(bars.rows.map(({ isProvisional }) => isProvisional)).toEqual([false, true]);
  });

  it('stand side by side in order, negative ones before zero', () => {
    const [first] = segmentsOf(bars);
    expect(first?.map(({ series: at }) => at)).toEqual([1, 0, 2]);
    expect(first?.map(({ start }) => start)).toEqual([0, expect.closeTo(1 / 6), expect.closeTo(3 / 6)]);
  });
});
