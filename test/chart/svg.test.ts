import { readdirSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { chartPrinter, chartWords } from '../../src/chart/print.js';
import { chartSvg, type SvgOptions } from '../../src/chart/svg.js';
import type { Chart, ChartKind } from '../../src/document/nodes.js';
import { makeLocalizer } from '../i18n/make-localizer.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { type ChartLocale, goldenCharts } from './golden-charts.js';

const { DOMParser } = new JSDOM('').window;
const localizers = { en: makeLocalizer(), ar: makeLocalizer({ locale: 'ar' }) };

const draw = (chart: Chart, locale: ChartLocale = 'en', options: Partial<SvgOptions> = {}): string => {
  const localizer = localizers[locale];
  const print = chartPrinter(chart, localizer);
  return chartSvg(chart, { print, words: chartWords(localizer), dir: localizer.dir, ...options });
};

const parse = (svg: string): Element => new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
const textsOf = (svg: string): string[] => Array.from(parse(svg).querySelectorAll('text'), (text) => text.textContent);
const allOf = (svg: string, selector: string): Element[] => Array.from(parse(svg).querySelectorAll(selector));

const chartOf = (kind: ChartKind, values: readonly (number | null)[], more: Partial<Chart> = {}): Chart => ({
  type: 'chart',
  kind,
  title: 'Plays',
  alt: 'Plays a day',
  categories: values.map((_, index) => `d${index}`),
  series: [{ name: 'Plays', values }],
  ...more,
});

const folder = new URL('golden/', import.meta.url);
const locales = ['en', 'ar'] as const;
const goldens = locales.flatMap((locale) =>
  goldenCharts(locale).map(([kind, chart]) => [kind, locale, chart] as const),
);

describe('pictures', () => {
  it.each(goldens)('are as they were: %s, %s', async (kind, locale, chart) => {
    const svg = draw(deepFreeze(chart), locale).replaceAll('><', '>\n<');
    await expect(`${svg}\n`).toMatchFileSnapshot(new URL(`${kind}.${locale}.svg`, folder).pathname);
  });

  it('have no golden file that nothing is compared with', () => {
    expect(readdirSync(folder).sort()).toEqual(goldens.map(([kind, locale]) => `${kind}.${locale}.svg`).sort());
  });

  it.each(goldens)('have a name and a description that they refer to: %s, %s', (_kind, locale, chart) => {
    const root = parse(draw(chart, locale));
    const [title, description] = (root.getAttribute('aria-labelledby') ?? '').split(' ');
    expect(root.getAttribute('role')).toBe('img');
    expect(root.querySelector(`#${title}`)?.textContent).toBe(chart.title);
    expect(root.querySelector(`#${description}`)?.textContent).toBe(chart.alt);
  });

  it('have other ids where charts or keys differ, and the same where neither does', () => {
    const idOf = (svg: string): string => parse(svg).querySelector('title')?.id ?? '';
    const chart = chartOf('line', [1, 2]);
    expect(idOf(draw(chart))).toBe(idOf(draw(chart)));
    expect(idOf(draw(chart, 'en', { key: '2' }))).not.toBe(idOf(draw(chart)));
    expect(idOf(draw(chartOf('line', [1, 3])))).not.toBe(idOf(draw(chart)));
  });

  it('leave the title out where it is said around them, and keep their name', () => {
    const svg = draw(chartOf('line', [1, 2]), 'en', { showsTitle: false });
    expect(textsOf(svg)).not.toContain('Plays');
    expect(parse(svg).querySelector('title')?.textContent).toBe('Plays');
  });

  it('escape texts once', () => {
    const hostile = '<script>&"\'</title>\0\u202e';
    const svg = draw(chartOf('line', [1, 2], { title: hostile, categories: [hostile, hostile] }));
    expect(parse(svg).querySelector('title')?.textContent).toBe('<script>&"\'</title>');
    expect(svg).toContain('&lt;script&gt;&amp;');
    expect(svg).not.toContain('<script');
  });
});

const noValues = 'There are no values.';

describe('charts without values', () => {
  it.each<[ChartKind, readonly (number | null)[]]>([
    ['line', []],
    ['line', [null, null]],
    ['area', [null]],
    ['bar', []],
    ['stackedBar', [null]],
    ['pie', []],
    ['pie', [0, -1, null]],
    ['heat', [null]],
    ['gauge', [null]],
    ['gauge', []],
    ['spark', [null]],
    ['waveform', [null]],
  ])('say so: %s of %j', (kind, values) => {
    expect(textsOf(draw(chartOf(kind, values)))).toContain(noValues);
  });

  it('say so without any series', () => {
    expect(textsOf(draw(chartOf('line', [], { series: [] })))).toContain(noValues);
  });
});

const cut = 'The value axis does not begin at zero.';

describe('lines', () => {
  it.each([
    ['a part of the axis', [1000, 1001], true],
    ['most of the axis', [10, 100], false],
    ['one value', [5, 5], false],
    ['values around zero', [-5, 5], false],
  ] as const)('say that zero is not on the axis only where it is not: %s', (_name, values, isCut) => {
    expect(textsOf(draw(chartOf('line', values))).includes(cut)).toBe(isCut);
  });

  it.each(['area', 'bar', 'stackedBar'] as const)('are told from %s, which includes zero', (kind) => {
    expect(textsOf(draw(chartOf(kind, [1000, 1001], { times: [0, 1] })))).toEqual(expect.arrayContaining(['0']));
    expect(textsOf(draw(chartOf(kind, [1000, 1001])))).not.toContain(cut);
  });

  it('are parted by a gap, and a value between gaps is a mark', () => {
    const svg = draw(chartOf('line', [1, 2, null, 4, null, 6, 7]));
    const line = allOf(svg, 'path[stroke-width="2"]')[0]?.getAttribute('d') ?? '';
    expect(line.match(/M/g)).toHaveLength(3);
    expect(allOf(svg, 'circle')).toHaveLength(2);
  });

  it('are dotted, end hollow and are explained where values may still change', () => {
    const svg = draw(chartOf('line', [1, 2, 3], { series: [{ name: '', values: [1, 2, 3], provisionalFrom: 2 }] }));
    expect(allOf(svg, 'path[stroke-dasharray="0.1 4"]')).toHaveLength(1);
    expect(allOf(svg, 'circle')[0]?.getAttribute('fill')).toBe('none');
    expect(textsOf(svg)).toContain('Provisional');
    expect(textsOf(draw(chartOf('line', [1, 2, 3])))).not.toContain('Provisional');
  });

  it('print a last value too long for the sheet cut', () => {
    const last = textsOf(draw(chartOf('line', [-1e308, 1e308]))).find((text) => text.startsWith('100,000'));
    expect(last?.endsWith('…')).toBe(true);
    expect(last?.length).toBeLessThan(25);
  });

  it('run from left to right over time in every script, and with the script over categories', () => {
    const startOf = (more: Partial<Chart>): number => {
      const d = allOf(draw(chartOf('line', [1, 2, 3], more), 'ar'), 'path[stroke-width="2"]')[0]?.getAttribute('d');
      return Number(d?.slice(1).split(',')[0]);
    };
    expect(startOf({ times: [0, 1, 2] })).toBeLessThan(320);
    expect(startOf({})).toBeGreaterThan(320);
  });
});

describe('the other kinds', () => {
  it.each([
    [24, false],
    [25, true],
  ])('draw %i bars with an axis: %s', (count, hasAxis) => {
    const values = Array.from({ length: count }, (_, index) => index + 1);
    expect(textsOf(draw(chartOf('bar', values))).includes('0')).toBe(hasAxis);
  });

  it('draw a gap among bars as a dash and no bar', () => {
    const svg = draw(chartOf('bar', [5, null, 0]));
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['–', '5', '0']));
    expect(allOf(svg, 'rect')).toHaveLength(1);
  });

  it('tell series of bars apart by textures, each defined', () => {
    const series = Array.from({ length: 3 }, (_, at) => ({ name: `s${at}`, values: [1 + at, 2] }));
    const svg = draw(chartOf('bar', [0, 0], { series }));
    const ids = new Set(allOf(svg, 'pattern').map(({ id }) => `url(#${id})`));
    const used = new Set(allOf(svg, 'rect').map((rect) => rect.getAttribute('fill') ?? ''));
    expect(ids.size).toBe(2);
    for (const id of ids) expect(used).toContain(id);
  });

  it('draw the whole of a pie as a ring, and leave out what is not above zero', () => {
    expect(allOf(draw(chartOf('pie', [0, 7, null, -3])), 'g > path')).toHaveLength(1);
    expect(textsOf(draw(chartOf('pie', [7])))).toContain('100% · 7');
  });

  it('lead from tiny slices to their names beside the ring, not through it', () => {
    const leads = allOf(draw(chartOf('pie', [1000, 1, 1, 1, 1, 1, 1])), 'path[stroke-opacity="0.35"]');
    const bent = leads.map((path) => path.getAttribute('d') ?? '').filter((d) => /^M[\d.,]+H[\d.]+V/.test(d));
    expect(leads).toHaveLength(7);
    expect(bent.length).toBeGreaterThan(3);
  });

  it.each([
    [0, 0],
    [-5, 0],
    [5, 1],
    [1e308, 1],
  ])('fill a gauge from 0 to 10 at %d with %i arcs', (value, arcs) => {
    const chart = chartOf('gauge', [value], { domain: { min: 0, max: 10 } });
    expect(allOf(draw(chart), 'path[stroke="#3B82D6"]')).toHaveLength(arcs);
  });

  it('keep names of a gauge on the sheet, whole in their tooltip', () => {
    const label = 'The freezing point of pure water at sea level';
    const chart = chartOf('gauge', [1], { domain: { min: 0, max: 10 }, annotations: [{ label, value: 0.1 }] });
    const svg = draw(chart);
    expect(allOf(svg, 'g > title').map((title) => title.textContent)).toContain(label);
    expect(textsOf(svg).some((text) => text.startsWith('The fr') && text.endsWith('…'))).toBe(true);
  });

  it('say three digits in cells of a heat map, and all in their tooltips', () => {
    const svg = draw(chartOf('heat', [1_234_567, 4_691_356]));
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['1.23M', '4.69M']));
    expect(allOf(svg, 'g > title').map((title) => title.textContent)).toContain('Plays · d0 · 1,234,567');
  });

  it('draw at most 144 strokes of a recording', () => {
    const values = Array.from({ length: 5000 }, (_, index) => (index % 100) / 100);
    const d = allOf(draw(chartOf('waveform', values)), 'path')[0]?.getAttribute('d') ?? '';
    expect(d.match(/M/g)).toHaveLength(144);
  });
});

describe('ticks', () => {
  const tick = (value: number, step: number, locale: ChartLocale = 'en', more: Partial<Chart> = {}): string =>
    chartPrinter(chartOf('line', [1], more), localizers[locale]).tick(value, step);

  it.each([
    [0, 2, '0'],
    [1000, 1000, '1K'],
    [1500, 500, '1.5K'],
    [1002, 2, '1,002'],
    [1_250_000, 250_000, '1.25M'],
    [0.3, 0.1, '0.3'],
    [1e308, 1e308, '1.0e+308'],
    [4e-308, 1e-308, '4.0e-308'],
  ])('print %d in steps of %d as %s', (value, step, printed) => {
    expect(tick(value, step)).toBe(printed);
  });

  it('print ratios in percent', () => {
    expect(tick(0.125, 0.025, 'en', { style: 'percent' })).toBe('12.5%');
  });

  it('keep the minus before the digits in text from right to left', () => {
    expect(tick(-1e308, 1e308, 'ar')).toBe('\u200e-1.0e+308');
  });
});
