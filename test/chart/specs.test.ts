import * as library from 'echarts';
import { describe, expect, it } from 'vitest';
import { echarts } from '../../src/chart/echarts.js';
import { vegaLite } from '../../src/chart/vega-lite.js';
import type { Chart, ChartKind } from '../../src/document/nodes.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { goldenCharts } from './golden-charts.js';

const colors = ['#3B82D6', '#D9601A', '#159A80', '#8A6FDF'];
const options = { colors, dir: 'ltr' } as const;
const charts = [
  ...goldenCharts('en').map(([kind, chart]) => [kind, 'ltr', deepFreeze(chart)] as const),
  ...goldenCharts('ar').map(([kind, chart]) => [kind, 'rtl', deepFreeze(chart)] as const),
];

const chartOf = (kind: ChartKind, values: readonly (number | null)[], more: Partial<Chart> = {}): Chart => ({
  type: 'chart',
  kind,
  title: 'Plays',
  alt: 'Plays a day',
  categories: values.map((_, index) => `d${index}`),
  series: [{ name: 'Plays', values }],
  ...more,
});

/** The names of all members, which no text of a chart may become one of. */
function namesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...namesOf(member)]);
}

function render(chart: Chart, dir: 'ltr' | 'rtl' = 'ltr'): string {
  const instance = library.init(null, null, { renderer: 'svg', ssr: true, width: 600, height: 300 });
  try {
    instance.setOption(echarts(chart, { colors, dir }) as unknown as library.EChartsOption);
    return instance.renderToSVGString();
  } finally {
    instance.dispose();
  }
}

const hostile = '</script><b>{{x}}datum["a"]|${y}{a}';

describe.each([
  ['Vega-Lite', vegaLite],
  ['ECharts', echarts],
] as const)('specifications of %s', (_name, specify) => {
  it.each(charts)('are plain JSON: %s, %s', (_kind, dir, chart) => {
    const spec = specify(chart, { colors, dir });
    expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
    expect(JSON.stringify(spec)).toContain(JSON.stringify(chart.alt));
    expect(JSON.stringify(spec)).toContain(JSON.stringify(chart.title));
  });

  it.each(charts)('hold hostile texts as values alone: %s, %s', (_kind, dir, chart) => {
    const foul: Chart = {
      ...chart,
      title: hostile,
      categories: chart.categories.map((_, index) => `${hostile}${index}`),
      series: chart.series.map((one, index) => ({ ...one, name: `${hostile}${index}` })),
    };
    const names = new Set(namesOf(specify(foul, { colors, dir })));
    expect(names).toEqual(new Set(namesOf(specify(chart, { colors, dir }))));
    for (const name of ['expr', 'signal', 'calculate', 'href', 'url', 'test', 'rich', 'renderItem'])
      expect(names).not.toContain(name);
  });

  it.each<[string, readonly (number | null)[]]>([
    ['nothing', []],
    ['gaps', [null, null]],
    ['one value', [4]],
    ['the largest numbers', [-1e308, 1e308]],
    ['the smallest numbers', [5e-324, 1e-308]],
  ])('are plain JSON of %s', (_values, values) => {
    for (const [kind] of goldenCharts('en')) {
      const spec = specify(chartOf(kind, values), options);
      expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
    }
  });
});

describe('Vega-Lite', () => {
  it('begins bars at zero, and says on which instants lines stand', () => {
    const [layer] = vegaLite(chartOf('bar', [1000, 1001]), options).layer;
    expect(layer).toMatchObject({ encoding: { y: { scale: { domain: [0, expect.any(Number)] } } } });
    const [line] = vegaLite(chartOf('line', [1, 2], { times: [5, 7] }), options).layer;
    expect(line).toMatchObject({ data: { values: [{ time: 5 }, { time: 7 }] }, encoding: { x: { type: 'temporal' } } });
  });

  it('keeps equal names of categories apart', () => {
    const [layer] = vegaLite(chartOf('bar', [1, 2], { categories: ['Tunis', 'Tunis'] }), options).layer;
    expect(layer).toMatchObject({ data: { values: [{ category: 'Tunis' }, { category: 'Tunis (2)' }] } });
  });

  it('keeps gaps', () => {
    const [layer] = vegaLite(chartOf('line', [1, null, 3]), options).layer;
    expect(layer).toMatchObject({ data: { values: [{ value: 1 }, { value: null }, { value: 3 }] } });
  });
});

describe('ECharts', () => {
  it.each(charts)('draws them: %s, %s', (_kind, dir, chart) => {
    const svg = render(chart, dir);
    expect(svg.startsWith('<svg')).toBe(true);
    expect(svg).not.toContain('NaN');
    expect(svg).toMatch(/#3B82D6|rgb\(59,130,214\)/i);
    expect(svg.match(/<path/g)?.length ?? 0).toBeGreaterThan(0);
  });

  it.each<ChartKind>(['line', 'area', 'bar', 'stackedBar', 'pie', 'gauge', 'heat', 'spark', 'waveform'])(
    'draws a %s without values',
    (kind) => {
      expect(render(chartOf(kind, []))).toContain('<svg');
      expect(render(chartOf(kind, [null]))).toContain('<svg');
    },
  );

  it('shows names and lines of the document', () => {
    const svg = render(chartOf('line', [1, 3], { annotations: [{ label: 'Goal', value: 2 }] }));
    for (const text of ['Plays', 'd0', 'd1', 'Goal']) expect(svg).toContain(`>${text}</text>`);
  });

  it('begins bars at zero, and keeps gaps', () => {
    expect(echarts(chartOf('bar', [1000, 1001]), options).yAxis).toMatchObject({ min: 0 });
    expect(echarts(chartOf('line', [1, null, 3]), options).series[0]).toMatchObject({
      data: [1, null, 3],
      connectNulls: false,
    });
  });
});
