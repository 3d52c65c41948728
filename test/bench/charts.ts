/** Charts of a page: 90 points with axes as SVG, beside ECharts on a server, and a sparkline. The budget: 0.3 ms for the SVG. */
import { init } from 'echarts';
import { chartPrinter, chartWords } from '../../src/chart/print.js';
import { sparkline } from '../../src/chart/sparkline.js';
import { chartSvg } from '../../src/chart/svg.js';
import { toEcharts } from '../../src/chart/targets.js';
import type { Chart } from '../../src/document/nodes.js';
import { en } from '../../src/generated/locales/en.js';
import { createTenantContext } from '../../src/tenant/context.js';
import { createRenderContext } from '../../src/tenant/render-context.js';
import { compare, print } from './rounds.js';

const inputs = 50;
const days = 90;
const floor = 'floor: JSON.stringify of the chart';

/** A chart of a quarter, which differs from all others. */
const chartOf = (seed: number): Chart => ({
  type: 'chart',
  kind: 'line',
  title: 'Plays a day',
  alt: 'Line chart: Plays a day. The lowest value is 7,200 (Aug 12), the highest 13,400 (Oct 3).',
  categories: Array.from({ length: days }, (_, day) => `Day ${day + 1}`),
  series: [
    {
      name: 'Plays',
      values: Array.from({ length: days }, (_, day) =>
        Math.round(10_000 + 2500 * Math.sin((day + seed) / 9) + ((day * 7919 + seed * 31) % 997)),
      ),
      provisionalFrom: days - 3,
    },
  ],
  times: Array.from({ length: days }, (_, day) => 1_795_167_000_000 + day * 86_400_000),
});

/** Prints the cost of pictures of a quarter. */
export function benchCharts(): void {
  const tenant = createTenantContext({ tenantId: 'bench', locales: [en] });
  const { localizer } = createRenderContext(tenant, {}, [], []);
  const words = chartWords(localizer);
  const charts = Array.from({ length: inputs }, (_, seed) => chartOf(seed));
  const at = (index: number): Chart => charts[index] ?? chartOf(index);
  const svg = (chart: Chart): string => chartSvg(chart, { print: chartPrinter(chart, localizer), words });
  const options = charts.map((chart) => toEcharts(chart, tenant));
  const tasks = [
    { name: floor, run: (index: number) => JSON.stringify(charts[index]) },
    { name: 'chartSvg', run: (index: number) => svg(at(index)) },
    { name: 'sparkline', run: (index: number) => sparkline(at(index).series[0]?.values ?? []) },
    {
      name: 'ECharts to SVG on a server, same option',
      run: (index: number) => {
        const drawn = init(null, null, { renderer: 'svg', ssr: true, width: 640, height: 300 });
        drawn.setOption(options[index] as unknown as Parameters<typeof drawn.setOption>[0]);
        const picture = drawn.renderToSVGString();
        drawn.dispose();
        return picture;
      },
    },
  ];
  print(`line of ${days} points with axes, ${svg(at(0)).length} characters of SVG`, compare(tasks, inputs, 15), floor);
}
