/** A chart as an SVG picture: one text of own literals, without script, style, link or anything else that is loaded. */
import type { Chart, ChartKind, Direction } from '../document/nodes.js';
import { shortDigest } from '../kernel/hash.js';
import { defaultColors } from './palette.js';
import type { ChartPrinter, ChartWords } from './print.js';
import { extentOf } from './scale.js';
import { bars } from './svg/bars.js';
import { gauge } from './svg/gauge.js';
import { heat } from './svg/heat.js';
import { lines } from './svg/lines.js';
import { cutTo, esc, label, num, typePx } from './svg/markup.js';
import { pie } from './svg/pie.js';
import { type Drawn, head, marginPx, noValues, type Sheet, textureDefs } from './svg/sheet.js';
import { spark, waveform } from './svg/strips.js';

export type SvgOptions = {
  readonly print: ChartPrinter;
  readonly words: ChartWords;
  /** `#RRGGBB`, at least one. @default colours that can be told apart on light and dark grounds */
  readonly colors?: readonly string[];
  /** The direction of the document around. @default 'ltr' */
  readonly dir?: Direction;
  /** Whether the title is drawn; it names the picture in any case. @default true */
  readonly showsTitle?: boolean;
  /** Tells apart the ids of two equal charts in one page. @default '' */
  readonly key?: string;
};

const painters: Readonly<Record<ChartKind, (sheet: Sheet, top: number) => Drawn>> = {
  line: lines,
  area: lines,
  bar: bars,
  stackedBar: bars,
  pie,
  gauge,
  heat,
  spark,
  waveform,
};

/** Draws by kind. A gauge and a pie know by themselves what nothing is. */
function paint(sheet: Sheet, top: number): Drawn {
  const { kind, series } = sheet.chart;
  const isEmpty = extentOf(series) === undefined;
  return isEmpty && kind !== 'gauge' ? noValues(sheet, top, 80) : painters[kind](sheet, top);
}

/** Widths in pixels, and units of the `viewBox`; what is smaller than the others needs less. */
const widths: Readonly<Record<ChartKind, number>> = {
  line: 640,
  area: 640,
  bar: 640,
  stackedBar: 640,
  pie: 640,
  heat: 640,
  waveform: 640,
  gauge: 400,
  spark: 240,
};

/** Kinds that have neither title nor legend in the picture. */
const bareKinds: ReadonlySet<ChartKind> = new Set(['spark', 'waveform']);

function createSheet(chart: Chart, options: SvgOptions): Sheet {
  const { print, words, colors = defaultColors, dir = 'ltr', showsTitle = true, key = '' } = options;
  return {
    chart,
    print,
    words,
    colors,
    dir,
    id: `cf${shortDigest(12, key, JSON.stringify([chart.kind, chart.title, chart.alt, chart.categories, chart.series]))}`,
    widthPx: widths[chart.kind],
    isReversed: dir === 'rtl' && chart.times === undefined,
    showsTitle: showsTitle && !bareKinds.has(chart.kind),
  };
}

/**
 * Draws a chart. Presentation attributes only, so that it stands in a page whose policy allows no styles; text and lines take
 * the colour of the text around. `title` and `desc` say what it shows.
 */
export function chartSvg(chart: Chart, options: SvgOptions): string {
  const sheet = createSheet(chart, options);
  const { id, widthPx: width, words, dir } = sheet;
  const above = bareKinds.has(chart.kind) ? { markup: '', bottom: 0 } : head(sheet);
  const drawn = paint(sheet, above.bottom);
  let height = drawn.bottom;
  let below = '';
  if (drawn.isCut === true) {
    const x = dir === 'rtl' ? width - marginPx : marginPx;
    below = label(x, height + 10, cutTo(words.axisCut, width - 2 * marginPx, typePx.small), {
      anchor: dir === 'rtl' ? 'end' : 'start',
      sizePx: typePx.small,
    });
    height += 18;
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${id}-t ${id}-d" width="${width}" height="${num(height)}"` +
    ` viewBox="0 0 ${width} ${num(height)}" direction="ltr" font-family="system-ui,sans-serif" font-size="${typePx.label}"` +
    ` fill="currentColor"><title id="${id}-t">${esc(chart.title)}</title><desc id="${id}-d">${esc(chart.alt)}</desc>` +
    `${textureDefs(sheet)}${above.markup}${drawn.markup}${below}</svg>`
  );
}
