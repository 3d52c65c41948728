import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartPng } from '../../src/chart/png.js';
import type { Chart, ChartKind } from '../../src/document/nodes.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { tries } from '../support/runs.js';
import { type Picture, readPng } from './png-reader.js';

const kinds: readonly ChartKind[] = ['line', 'area', 'bar', 'stackedBar', 'pie', 'gauge', 'heat', 'spark', 'waveform'];

const chartOf = (kind: ChartKind, values: readonly (number | null)[], more: Partial<Chart> = {}): Chart => ({
  type: 'chart',
  kind,
  title: 'Plays',
  alt: 'Plays',
  categories: values.map((_, index) => `day ${index}`),
  series: [{ name: 'Plays', values }],
  ...more,
});

const [blue, orange, white] = ['#3B82D6', '#D9601A', '#FFFFFF'] as const;
const size = { widthPx: 200, heightPx: 100, colors: [blue, orange], ground: white };
const draw = (chart: Chart, options: Partial<Parameters<typeof chartPng>[1]> = {}): Picture =>
  readPng(chartPng(chart, { ...size, ...options }));

const hexAt = (picture: Picture, x: number, y: number): string =>
  `#${[...picture.at(x, y)]
    .slice(0, 3)
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')}`.toUpperCase();

/** Heights at which a column of pixels has a colour. */
const rowsWith = (picture: Picture, x: number, color: string): number[] =>
  Array.from({ length: picture.heightPx }, (_, y) => y).filter((y) => hexAt(picture, x, y) === color);

/** Colours of a column of pixels. */
const columnOf = (picture: Picture, x: number): Set<string> =>
  new Set(Array.from({ length: picture.heightPx }, (_, y) => hexAt(picture, x, y)));

describe('the file', () => {
  it('has the chunks of a PNG with a palette, in their order, and the size that was asked for', () => {
    const picture = draw(chartOf('line', [1, 2, 3]));
    expect(picture.chunks).toEqual(['IHDR', 'pHYs', 'PLTE', 'IDAT', 'IEND']);
    expect([picture.widthPx, picture.heightPx, picture.density]).toEqual([200, 100, 3780]);
  });

  it('has more pixels and says how dense they are where it is scaled', () => {
    const picture = draw(chartOf('bar', [1, 2]), { scale: 2 });
    expect([picture.widthPx, picture.heightPx, picture.density]).toEqual([400, 200, 7560]);
  });

  it('shows what is behind it where no ground is asked for', () => {
    const { ground: _, ...rest } = size;
    const picture = readPng(chartPng(chartOf('bar', [5, null]), rest));
    expect(picture.chunks).toContain('tRNS');
    expect(picture.at(0, 0)[3]).toBe(0);
    expect(picture.at(52, 60)).toEqual([0x3b, 0x82, 0xd6, 255]);
  });

  it('has at most 256 colours however many lines cross', () => {
    const series = Array.from({ length: 30 }, (_, line) => ({
      name: `${line}`,
      values: Array.from({ length: 40 }, (__, at) => ((line * 37 + at * 53) % 101) - 50),
    }));
    const colors = ['#3B82D6', '#D9601A', '#159A80', '#8A6FDF', '#C2569E', '#A67B3D', '#5F9A2F'];
    const chart = chartOf(
      'line',
      Array.from({ length: 40 }, () => 0),
      { series },
    );
    expect(hexAt(draw(chart, { colors }), 0, 0)).toBe(white);
  });

  it.each(kinds)('gives the same bytes for the same %s, whatever was drawn before', (kind) => {
    const chart = deepFreeze(chartOf(kind, [3, null, 5, 2], { domain: { min: 0, max: 6 } }));
    const bytes = chartPng(chart, size);
    chartPng(chartOf('pie', [1, 2]), size);
    expect(chartPng(chart, size)).toEqual(bytes);
  });

  it.each([
    [{ widthPx: 0 }, 'widthPx'],
    [{ widthPx: Number.NaN }, 'widthPx'],
    [{ heightPx: 5000 }, 'heightPx'],
    [{ heightPx: 3000, scale: 2 }, 'heightPx'],
    [{ scale: 0 }, 'scale'],
    [{ scale: 9 }, 'scale'],
    [{ colors: ['red'] }, '#RRGGBB'],
    [{ ground: '#FFF' }, '#RRGGBB'],
  ])('refuses %j', (options, said) => {
    expect(() => chartPng(chartOf('line', [1]), { ...size, ...options })).toThrow(TypeError);
    expect(() => chartPng(chartOf('line', [1]), { ...size, ...options })).toThrow(said);
  });
});

describe('what is drawn', () => {
  it('has bars from zero up, as high as their values', () => {
    const picture = draw(chartOf('bar', [10, 5]));
    const [tall, low] = [rowsWith(picture, 52, blue), rowsWith(picture, 148, blue)];
    expect(tall.length / low.length).toBeCloseTo(2, 1);
    expect(tall.at(-1)).toBe(low.at(-1));
  });

  it('has bars from zero down for what is below it', () => {
    const picture = draw(chartOf('bar', [10, -10]));
    expect(rowsWith(picture, 52, blue).at(-1)).toBeLessThan(51);
    expect(rowsWith(picture, 148, blue)[0]).toBeGreaterThan(48);
  });

  it('begins at zero where all bars are high', () => {
    const picture = draw(chartOf('bar', [1000, 990]));
    expect(rowsWith(picture, 148, blue).length).toBeGreaterThan(85);
  });

  it.each(['bar', 'stackedBar', 'waveform'] as const)('leaves a gap of a %s empty', (kind) => {
    const picture = draw(chartOf(kind, [5, null, 5]));
    expect(columnOf(picture, 100).has(blue)).toBe(false);
    expect(rowsWith(picture, 36, blue).length).toBeGreaterThan(20);
  });

  it.each(['line', 'area', 'spark'] as const)('does not bridge a gap of a %s', (kind) => {
    const picture = draw(chartOf(kind, [5, 5, null, 5, 5], { domain: { min: 0, max: 10 } }));
    expect(columnOf(picture, 30).has(blue)).toBe(true);
    expect(columnOf(picture, 100).has(blue)).toBe(false);
  });

  it('shows a value between two gaps as a dot', () => {
    const picture = draw(chartOf('line', [null, 5, null, 2]));
    expect(columnOf(picture, 68).has(blue)).toBe(true);
  });

  it('draws what may still change paler than what may not', () => {
    const picture = draw(chartOf('bar', [10, 10], { series: [{ name: '', values: [10, 10], provisionalFrom: 1 }] }));
    expect(hexAt(picture, 52, 50)).toBe(blue);
    expect([blue, white]).not.toContain(hexAt(picture, 148, 50));
  });

  it('draws a line that may still change in dashes', () => {
    const series = (provisionalFrom?: number) => [
      { name: '', values: [5, 5, 5, 5], ...(provisionalFrom !== undefined && { provisionalFrom }) },
    ];
    const bare = { domain: { min: 0, max: 8 } };
    const inked = (picture: Picture): number =>
      Array.from({ length: 60 }, (_, x) => x + 110).filter((x) => hexAt(picture, x, 38) !== white).length;
    expect(inked(draw(chartOf('line', [5, 5, 5, 5], { ...bare, series: series() })))).toBe(60);
    expect(inked(draw(chartOf('line', [5, 5, 5, 5], { ...bare, series: series(2) })))).toBeLessThan(60);
  });

  it('places points by their instants', () => {
    const times = [0, 1000, 10_000];
    const picture = draw(chartOf('line', [null, 5, null], { times, domain: { min: 0, max: 10 } }));
    expect(columnOf(picture, 23).has(blue)).toBe(true);
    expect(columnOf(picture, 100).has(blue)).toBe(false);
  });

  it.each([
    ['ltr', undefined, 52],
    ['rtl', undefined, 148],
    ['rtl', [0, 1], 52],
  ] as const)('begins categories where a reader of %s does, but for time (%j)', (dir, times, x) => {
    const picture = draw(chartOf('bar', [5, null], times && { times }), { dir });
    expect(columnOf(picture, x).has(blue)).toBe(true);
    expect(columnOf(picture, 200 - x).has(blue)).toBe(false);
  });

  it('fills a gauge up to its value and no farther', () => {
    const picture = draw(chartOf('gauge', [5], { domain: { min: 0, max: 10 } }));
    const left = Array.from({ length: 100 }, (_, x) => hexAt(picture, x, 90));
    const right = Array.from({ length: 98 }, (_, x) => hexAt(picture, 102 + x, 90));
    expect(left).toContain(blue);
    expect(right).not.toContain(blue);
  });

  it('gives slices what they have of the whole', () => {
    const picture = draw(chartOf('pie', [1, 1]));
    const count = (from: number, color: string): number =>
      Array.from({ length: 100 }, (_, x) => rowsWith(picture, from + x, color).length).reduce((sum, one) => sum + one);
    expect(count(100, blue)).toBeGreaterThan(1000);
    expect(count(0, blue)).toBe(0);
    expect(count(0, orange)).toBeGreaterThan(500);
  });

  it('shades a heat map by its values', () => {
    const picture = draw(chartOf('heat', [0, 50, 100]));
    const blueOf = (x: number): number => picture.at(x, 50)[0];
    expect(blueOf(36)).toBeGreaterThan(blueOf(100));
    expect(blueOf(100)).toBeGreaterThan(blueOf(164));
  });
});

describe('any chart', () => {
  const value = fc.oneof(
    fc.constant(null),
    fc.constantFrom(0, -0, 1, -1, 1e308, -1e308, Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324, 0.1),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -1000, max: 1000 }),
  );
  const chart = fc
    .record({
      kind: fc.constantFrom(...kinds),
      points: fc.integer({ min: 0, max: 40 }),
      lines: fc.integer({ min: 0, max: 5 }),
      from: fc.option(fc.nat(50), { nil: undefined }),
      domain: fc.option(fc.constantFrom({ min: 0, max: 1 }, { min: -1e308, max: 1e308 }), { nil: undefined }),
      mark: value,
    })
    .chain(({ kind, points, lines, from, domain, mark }) =>
      fc.array(fc.array(value, { minLength: points, maxLength: points }), { minLength: lines, maxLength: lines }).map(
        (rows): Chart => ({
          type: 'chart',
          kind,
          title: '',
          alt: 'x',
          categories: Array.from({ length: points }, () => ''),
          series: rows.map((values) => ({ name: '', values, ...(from !== undefined && { provisionalFrom: from }) })),
          ...(domain !== undefined && { domain }),
          annotations: [
            { label: '', value: mark ?? 0 },
            { label: '', category: 7 },
          ],
        }),
      ),
    );

  it('is a valid picture of the size that was asked for', () => {
    fc.assert(
      fc.property(chart, fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 60 }), (one, widthPx, heightPx) => {
        const picture = readPng(chartPng(one, { widthPx, heightPx, scale: 2 }));
        expect([picture.widthPx, picture.heightPx]).toEqual([widthPx * 2, heightPx * 2]);
        expect(picture.at(widthPx * 2 - 1, heightPx * 2 - 1)).toHaveLength(4);
      }),
      tries(200),
    );
  });

  it('shows every value but zero of a bar chart', () => {
    const values = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(values, (all) => {
        const picture = draw(chartOf('bar', all), { widthPx: 240 });
        const band = 232 / all.length;
        for (const [at, one] of all.entries()) {
          const x = Math.floor(4 + (at + 0.5) * band);
          expect(columnOf(picture, x).has(blue)).toBe(one !== 0);
        }
      }),
      tries(60),
    );
  });
});
