/** Charts in every form that needs no picture library: SVG, specifications, bars, sparklines, words, tables. */
import { chartTable } from '../document/chart-values.js';
import type { Chart, Table } from '../document/nodes.js';
import { createDocumentSchemas } from '../document/schema.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { validate } from '../kernel/formatter.js';
import type { FormatOptions } from '../kernel/result.js';
import type { TenantConfig } from '../tenant/config.js';
import { createTenantContext, type TenantContext } from '../tenant/context.js';
import { createRenderContext, type RenderContext } from '../tenant/render-context.js';
import { chartAlt } from './alt.js';
import { type Bars, chartBars } from './bars.js';
import { type EchartsOption, echarts } from './echarts.js';
import { paletteOf } from './palette.js';
import { chartPrinter, chartWords } from './print.js';
import { sparkline } from './sparkline.js';
import { chartSvg } from './svg.js';
import { type ThinnedChart, thinChart } from './thin.js';
import { type VegaLiteSpec, vegaLite } from './vega-lite.js';

export type { Chart, Table } from '../document/nodes.js';
export type { BarRow, BarSegment, Bars } from './bars.js';
export type { EchartsOption } from './echarts.js';
export type { Json } from './json.js';
export type { ThinnedChart } from './thin.js';
export type { VegaLiteSpec } from './vega-lite.js';

/** Options of one call. */
export type ChartOptions = Pick<FormatOptions, 'locale' | 'timeZone'> & {
  /** Where what had to give is reported: colours that cannot be told from the ground, a missing catalog. */
  readonly diagnostics?: Diagnostic[];
};

/** Options of a picture. */
export type ChartSvgOptions = ChartOptions & {
  /** Whether the title is drawn; it names the picture in any case. @default true */
  readonly showsTitle?: boolean;
  /** Tells apart the ids of two equal charts in one page. @default '' */
  readonly key?: string;
};

const chartSchema = () => createDocumentSchemas().blockKinds.chart;

/** Checks the chart and resolves the language of a call. @throws InputInvalidError, ConfigInvalidError, OptionsInvalidError */
function opened(
  chart: Chart,
  tenant: TenantConfig | TenantContext,
  { locale, timeZone, diagnostics = [] }: ChartOptions,
): { checked: Chart; render: RenderContext } {
  const context = createTenantContext(tenant);
  const options = { ...(locale !== undefined && { locale }), ...(timeZone !== undefined && { timeZone }) };
  const render = createRenderContext(context, options, [], diagnostics);
  return { checked: validate('chart', context.validator<Chart>(chartSchema), chart), render };
}

/**
 * Draws a chart as SVG: light and dark, with title and description, without script, style or anything that is loaded.
 *
 * @example
 * ```ts
 * import { toSvg } from 'channel-formatters/chart';
 * import { chart } from 'channel-formatters/document';
 * import { en } from 'channel-formatters/locales/en';
 *
 * const plays = chart({
 *   kind: 'line',
 *   title: 'Plays a day',
 *   alt: 'Plays rise until Wednesday.',
 *   categories: ['Mon', 'Tue', 'Wed'],
 *   series: [{ name: 'Plays', values: [120, 180, 240] }],
 * });
 * const svg: string = toSvg(plays, { tenantId: 'label_42', locales: [en] });
 * ```
 */
export function toSvg(chart: Chart, tenant: TenantConfig | TenantContext, options: ChartSvgOptions = {}): string {
  const { checked, render } = opened(chart, tenant, options);
  const { localizer } = render;
  const { showsTitle, key } = options;
  return chartSvg(checked, {
    print: chartPrinter(checked, localizer),
    words: chartWords(localizer),
    colors: paletteOf(render),
    dir: localizer.dir,
    ...(showsTitle !== undefined && { showsTitle }),
    ...(key !== undefined && { key }),
  });
}

/**
 * Draws a series as eight heights of a block character; gaps are dots.
 *
 * @example
 * ```ts
 * import { toSparkline } from 'channel-formatters/chart';
 * import { chart } from 'channel-formatters/document';
 *
 * const plays = chart({
 *   kind: 'spark',
 *   title: 'Plays',
 *   alt: 'Plays rise.',
 *   categories: ['Mon', 'Tue', 'Wed'],
 *   series: [{ name: 'Plays', values: [1, 4, 8] }],
 * });
 * console.log(toSparkline(plays)); // ▁▄█
 * ```
 */
export function toSparkline(chart: Chart, { series = 0 }: { readonly series?: number } = {}): string {
  return sparkline(chart.series[series]?.values ?? []);
}

/**
 * Makes bars that begin at zero, as shares of a width, for tables of a page or a mail.
 *
 * @example
 * ```ts
 * import { toBars } from 'channel-formatters/chart';
 * import { chart } from 'channel-formatters/document';
 *
 * const tracks = chart({
 *   kind: 'bar',
 *   title: 'Top tracks',
 *   alt: 'One More Time leads.',
 *   categories: ['One More Time', 'Aerodynamic'],
 *   series: [{ name: 'Plays', values: [200, 50] }],
 * });
 * for (const { label, segments } of toBars(tracks).rows) console.log(label, segments[0]?.fraction); // 1, 0.25
 * ```
 */
export const toBars = (chart: Chart): Bars => chartBars(chart);

/**
 * Makes a Vega-Lite specification of a chart, of its own data and without expressions.
 *
 * @example
 * ```ts
 * import { toVegaLite } from 'channel-formatters/chart';
 * import { chart } from 'channel-formatters/document';
 * import { fr } from 'channel-formatters/locales/fr';
 *
 * const shares = chart({
 *   kind: 'pie',
 *   title: 'Écoutes par plateforme',
 *   alt: 'Les mobiles dominent.',
 *   categories: ['Mobile', 'Web'],
 *   series: [{ name: 'Écoutes', values: [70, 30] }],
 * });
 * const spec = toVegaLite(shares, { tenantId: 'label_42', locale: 'fr', locales: [fr] });
 * console.log(JSON.stringify(spec));
 * ```
 */
export function toVegaLite(
  chart: Chart,
  tenant: TenantConfig | TenantContext,
  options: ChartOptions = {},
): VegaLiteSpec {
  const { checked, render } = opened(chart, tenant, options);
  return vegaLite(checked, { colors: paletteOf(render), dir: render.localizer.dir });
}

/**
 * Makes an option object of ECharts 6 of a chart: plain data, so that it can be sent to a page.
 *
 * @example
 * ```ts
 * import { toEcharts } from 'channel-formatters/chart';
 * import { chart } from 'channel-formatters/document';
 * import { en } from 'channel-formatters/locales/en';
 *
 * const rate = chart({
 *   kind: 'gauge',
 *   title: 'Completion rate',
 *   alt: 'Three of four plays are complete.',
 *   categories: [''],
 *   series: [{ name: 'Rate', values: [0.75] }],
 *   style: 'percent',
 *   domain: { min: 0, max: 1 },
 * });
 * const option = toEcharts(rate, { tenantId: 'label_42', locales: [en] });
 * console.log(option.aria.label.description);
 * ```
 */
export function toEcharts(
  chart: Chart,
  tenant: TenantConfig | TenantContext,
  options: ChartOptions = {},
): EchartsOption {
  const { checked, render } = opened(chart, tenant, options);
  return echarts(checked, { colors: paletteOf(render), dir: render.localizer.dir });
}

/**
 * Describes a chart in sentences: kind and title, a headline, the extremes, the last value, a clear trend, what is missing.
 *
 * @example
 * ```ts
 * import { toAltText } from 'channel-formatters/chart';
 * import { chart } from 'channel-formatters/document';
 * import { en } from 'channel-formatters/locales/en';
 *
 * const plays = chart({
 *   kind: 'line',
 *   title: 'Plays a day',
 *   alt: 'Plays a day, from Monday to Wednesday',
 *   categories: ['Mon', 'Tue', 'Wed'],
 *   series: [{ name: 'Plays', values: [120, 240, 180] }],
 * });
 * // Line chart: Plays a day. The lowest value is 120 (Mon), the highest 240 (Tue), the last 180 (Wed).
 * console.log(toAltText(plays, { tenantId: 'label_42', locales: [en] }));
 * ```
 */
export function toAltText(
  chart: Chart,
  tenant: TenantConfig | TenantContext,
  options: ChartOptions & { readonly headline?: string } = {},
): string {
  const { checked, render } = opened(chart, tenant, options);
  return chartAlt(checked, render.localizer, options.headline);
}

/**
 * Makes a table of the numbers of a chart: a row a category, a column a series.
 *
 * @example
 * ```ts
 * import { toTable } from 'channel-formatters/chart';
 * import { chart } from 'channel-formatters/document';
 *
 * const plays = chart({
 *   kind: 'bar',
 *   title: 'Plays',
 *   alt: 'Plays rise.',
 *   categories: ['Mon', 'Tue'],
 *   series: [{ name: 'Plays', values: [1, 4] }],
 * });
 * console.log(toTable(plays).rows.length); // 2
 * ```
 */
export const toTable = (chart: Chart): Table => chartTable(chart);

/**
 * Reduces a chart to so many categories; first, last, lowest and highest are among them, and gaps stay gaps.
 *
 * @example
 * ```ts
 * import { thin } from 'channel-formatters/chart';
 * import { chart } from 'channel-formatters/document';
 *
 * const values = Array.from({ length: 365 }, (_, day) => Math.sin(day / 20));
 * const year = chart({
 *   kind: 'line',
 *   title: 'A year',
 *   alt: 'It goes up and down.',
 *   categories: values.map((_, day) => `day ${day + 1}`),
 *   series: [{ name: 'Index', values }],
 * });
 * const { chart: small, kept, total } = thin(year, 20);
 * console.log(small.categories.length, kept, total); // 20 20 365
 * ```
 */
export const thin = (chart: Chart, maxPoints: number): ThinnedChart => thinChart(chart, maxPoints);
