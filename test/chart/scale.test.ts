import { describe, expect, it } from 'vitest';
import { extentOf, shareOn, valueAxis } from '../../src/chart/scale.js';
import type { Chart, ChartKind } from '../../src/document/nodes.js';

const chartOf = (kind: ChartKind, values: readonly (number | null)[], more: Partial<Chart> = {}): Chart => ({
  type: 'chart',
  kind,
  title: 'Plays',
  alt: 'Plays',
  categories: values.map((_, index) => `d${index}`),
  series: [{ name: 'Plays', values }],
  ...more,
});

describe('extents', () => {
  it.each<[string, readonly (number | null)[], ReturnType<typeof extentOf>]>([
    ['nothing', [], undefined],
    ['gaps alone', [null, null], undefined],
    ['what is not finite', [Number.NaN, Number.POSITIVE_INFINITY], undefined],
    ['one value', [3], { min: 3, max: 3 }],
    ['values and gaps', [null, -2, 8, null, 1], { min: -2, max: 8 }],
  ])('are those of finite values: %s', (_name, values, extent) => {
    expect(extentOf([{ values }])).toEqual(extent);
  });
});

const magnitudes = [5e-324, 1e-308, 1e-9, 0.1, 1, 7, 999, 1e6, 1e15, 1e300, 1e308, Number.MAX_VALUE];
const shapes: readonly (readonly [string, readonly (number | null)[]])[] = [
  ['empty', []],
  ['all null', [null, null]],
  ['a single point', [1]],
  ['constant', [1, 1, 1]],
  ['zeros', [0, 0]],
  ['negative', [-1, -0.5]],
  ['around zero', [-1, null, 1]],
  ['near each other', [1, 1 + 1e-15]],
  ['a narrow range', [0.9, 1]],
];

describe('value axes', () => {
  it.each(
    (['line', 'area', 'bar', 'stackedBar'] as const).flatMap((kind) =>
      shapes.map(([name, values]) => [kind, name, values] as const),
    ),
  )('are finite with few ticks in order at any magnitude: %s, %s', (kind, _name, values) => {
    for (const magnitude of magnitudes) {
      const scaled = values.map((value) => (value === null ? null : Math.min(Number.MAX_VALUE, value * magnitude)));
      const axis = valueAxis(chartOf(kind, scaled));
      expect(axis.min).toBeLessThan(axis.max);
      expect([axis.min, axis.max, axis.lift, ...axis.ticks].every(Number.isFinite)).toBe(true);
      expect(axis.ticks.length).toBeLessThanOrEqual(9);
      expect(axis.ticks).toEqual([...new Set(axis.ticks)].sort((one, other) => one - other));
      for (const value of scaled) {
        if (value === null) continue;
        // Ends are tidied: they may be off by the noise of doubles.
        expect(value + magnitude * 1e-9).toBeGreaterThanOrEqual(axis.min);
        expect(value - magnitude * 1e-9).toBeLessThanOrEqual(axis.max);
      }
    }
  });

  it.each<[readonly number[], readonly number[]]>([
    [
      [0, 10],
      [0, 2.5, 5, 7.5, 10],
    ],
    [
      [3, 97],
      [0, 25, 50, 75, 100],
    ],
    [
      [-3, 4],
      [-4, -2, 0, 2, 4],
    ],
    [
      [0.1, 0.3],
      [0, 0.1, 0.2, 0.3],
    ],
    [
      [1000, 1001],
      [1000, 1000.25, 1000.5, 1000.75, 1001],
    ],
  ])('count in steps that people count in: %j', (values, ticks) => {
    expect(valueAxis(chartOf('line', values)).ticks).toEqual(ticks);
  });

  it.each<[ChartKind, readonly number[], boolean]>([
    ['bar', [1000, 1001], true],
    ['stackedBar', [1000, 1001], true],
    ['area', [-1001, -1000], true],
    ['line', [1000, 1001], false],
    ['line', [-1001, -1000], false],
    ['line', [40, 100], true],
    ['line', [60, 100], false],
    ['line', [1000, 1000], true],
    ['line', [-5, 5], true],
  ])('tell whether zero is on them: %s of %j', (kind, values, startsAtZero) => {
    const axis = valueAxis(chartOf(kind, values));
    expect(axis.startsAtZero).toBe(startsAtZero);
    expect(axis.min <= 0 && axis.max >= 0).toBe(startsAtZero);
  });

  it('keep a domain, and never cut off what is beyond it', () => {
    const domain = { min: 0.2, max: 0.9 };
    expect(valueAxis(chartOf('line', [0.5], { domain }))).toMatchObject(domain);
    const beyond = valueAxis(chartOf('line', [-0.5, 2], { domain }));
    expect(beyond.min).toBeLessThanOrEqual(-0.5);
    expect(beyond.max).toBeGreaterThanOrEqual(2);
  });

  it('begin bars at zero whatever the domain', () => {
    expect(valueAxis(chartOf('bar', [60], { domain: { min: 50, max: 100 } }))).toMatchObject({ min: 0, max: 100 });
  });

  it('include values that lines are drawn at', () => {
    expect(
      valueAxis(chartOf('line', [1, 2], { annotations: [{ label: 'Goal', value: 9 }] })).max,
    ).toBeGreaterThanOrEqual(9);
  });

  it('hold sums of what is stacked, each sign for itself', () => {
    const series = [
      { name: 'a', values: [60, -30] },
      { name: 'b', values: [50, -40] },
    ];
    const axis = valueAxis(chartOf('stackedBar', [0, 0], { series }));
    expect(axis.max).toBeGreaterThanOrEqual(110);
    expect(axis.min).toBeLessThanOrEqual(-70);
  });

  it('stay finite where a sum is beyond all numbers', () => {
    const series = [1, 2, 3].map((at) => ({ name: `${at}`, values: [1.7e308] }));
    const axis = valueAxis(chartOf('stackedBar', [0], { series }));
    expect([axis.min, axis.max, ...axis.ticks].every(Number.isFinite)).toBe(true);
  });
});

describe('places of values', () => {
  it.each([
    [0, 0],
    [5, 0.5],
    [10, 1],
    [-5, 0],
    [15, 1],
  ])('are shares from 0 to 1: %d', (value, share) => {
    expect(shareOn(valueAxis(chartOf('bar', [0, 10])), value)).toBeCloseTo(share);
  });

  it.each([1e-308, 1, 1e308])('are in the middle between extremes around zero: %d', (value) => {
    expect(shareOn(valueAxis(chartOf('line', [-value, value])), 0)).toBeCloseTo(0.5);
  });
});
