/** What every kind of picture is drawn with: sizes, direction, colours, and what stands above the drawing. */
import type { Chart, Direction } from '../../document/nodes.js';
import { colorAt, dashAt, type Texture, textureAt } from '../palette.js';
import type { ChartPrinter, ChartWords } from '../print.js';
import { cutTo, label, line, rect, typePx, widthPx } from './markup.js';

export type Sheet = {
  readonly chart: Chart;
  readonly print: ChartPrinter;
  readonly words: ChartWords;
  readonly colors: readonly string[];
  readonly dir: Direction;
  /** What every id in the picture begins with. */
  readonly id: string;
  readonly widthPx: number;
  /** Categories run from right to left, as the language does. Time never does. */
  readonly isReversed: boolean;
  readonly showsTitle: boolean;
};

/** What a kind has drawn, and how far down it reaches. */
export type Drawn = { readonly markup: string; readonly bottom: number; readonly isCut?: boolean };

/** Room around the drawing. */
export const marginPx = 12;

/** Says that there is nothing to draw, so that nobody takes an empty picture for a defect. */
export const noValues = ({ words, widthPx: width }: Sheet, top: number, heightPx: number): Drawn => ({
  markup: label(width / 2, top + heightPx / 2 + 4, words.empty, { anchor: 'middle' }),
  bottom: top + heightPx,
});

/** Where a place counted from the start of the line is, counted from the left. */
export const fromLeft = (sheet: Sheet, x: number): number => (sheet.isReversed ? sheet.widthPx - x : x);

/** The end of a text that is at its start in reading order. */
export const readingAnchor = (sheet: Sheet, anchor: 'start' | 'end'): 'start' | 'end' =>
  (anchor === 'start') === sheet.isReversed ? 'end' : 'start';

/** A rectangle whose place is counted from the start of the line. */
export const rectFrom = (sheet: Sheet, x: number, y: number, width: number, height: number, paint: string): string =>
  rect(sheet.isReversed ? sheet.widthPx - x - width : x, y, width, height, paint);

/** A light line on the colour of a series: seen on the dark and the bright ones. */
const grain = 'stroke="#FFFFFF" stroke-opacity="0.45" stroke-width="1.4"';

const tilePx = 7;

/** What is drawn on a tile of the colour. */
const tiles: Readonly<Record<Exclude<Texture, 'plain'>, string>> = {
  rising: `<path d="M-1,1L1,-1M0,7L7,0M6,8L8,6" ${grain}/>`,
  falling: `<path d="M-1,6L1,8M0,0L7,7M6,-1L8,1" ${grain}/>`,
  dotted:
    '<circle cx="2" cy="2" r="1" fill="#FFFFFF" fill-opacity="0.65"/><circle cx="5.5" cy="5.5" r="1" fill="#FFFFFF" fill-opacity="0.65"/>',
  level: `<path d="M0,3.5L7,3.5" ${grain}/>`,
  upright: `<path d="M3.5,0L3.5,7" ${grain}/>`,
  crossed: `<path d="M0,3.5L7,3.5M3.5,0L3.5,7" ${grain}/>`,
};

/** Whether areas of series are told apart by textures too. */
const isTextured = ({ chart }: Sheet): boolean =>
  chart.series.length > 1 && (chart.kind === 'bar' || chart.kind === 'stackedBar');

/** What fills the areas of a series. */
export function fillAt(sheet: Sheet, index: number): string {
  if (!isTextured(sheet) || textureAt(index) === 'plain') return colorAt(sheet.colors, index);
  return `url(#${sheet.id}-p${index})`;
}

/** Writes the textures that {@link fillAt} refers to. */
export function textureDefs(sheet: Sheet): string {
  if (!isTextured(sheet)) return '';
  let defs = '';
  for (const index of sheet.chart.series.keys()) {
    const texture = textureAt(index);
    if (texture === 'plain') continue;
    const ground = rect(0, 0, tilePx, tilePx, `fill="${colorAt(sheet.colors, index)}"`);
    defs +=
      `<pattern id="${sheet.id}-p${index}" width="${tilePx}" height="${tilePx}" patternUnits="userSpaceOnUse">` +
      `${ground}${tiles[texture]}</pattern>`;
  }
  return `<defs>${defs}</defs>`;
}

/** The look of a line of a series. */
export function strokeAt(sheet: Sheet, index: number): string {
  const dash = sheet.chart.series.length > 1 ? dashAt(index) : '';
  return `fill="none" stroke="${colorAt(sheet.colors, index)}" stroke-width="2"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}`;
}

/** How what may still change is drawn: lines are dotted, areas hollow. */
export const provisionalStroke = 'stroke-dasharray="0.1 4" stroke-linecap="round"';

/** The look of an area that may still change. */
export const hollow = (color: string): string =>
  `fill="${color}" fill-opacity="0.18" stroke="${color}" stroke-width="1.5" stroke-dasharray="3 2"`;

const legendRowPx = 20;
const lineSwatchPx = 22;
const areaSwatchPx = 13;

/** Two names still stand side by side. */
const maxNamePx = 260;

type LegendItem = { readonly text: string; readonly swatch: (x: number, y: number) => string };

const isProvisional = ({ series, categories }: Chart): boolean =>
  series.some(({ provisionalFrom }) => provisionalFrom !== undefined && provisionalFrom < categories.length);

const isLine = ({ kind }: Pick<Chart, 'kind'>): boolean => kind === 'line' || kind === 'area';

/** Kinds whose series are told apart by colour. Rows and slices are named where they are. */
const hasLegend = ({ kind }: Pick<Chart, 'kind'>): boolean =>
  isLine({ kind }) || kind === 'bar' || kind === 'stackedBar';

function legendItems(sheet: Sheet): LegendItem[] {
  const { chart, words, colors } = sheet;
  const swatch = (x: number, y: number, stroke: string, area: string): string =>
    isLine(chart)
      ? line(x, y, x + lineSwatchPx, y, stroke)
      : rect(x, y - areaSwatchPx / 2, areaSwatchPx, areaSwatchPx, area);
  const items: LegendItem[] = [];
  if (chart.series.length > 1) {
    for (const [index, { name }] of chart.series.entries()) {
      const [stroke, area] = [strokeAt(sheet, index), `fill="${fillAt(sheet, index)}"`];
      items.push({ text: name, swatch: (x, y) => swatch(x, y, stroke, area) });
    }
  }
  if (isProvisional(chart)) {
    const color = chart.series.length > 1 ? 'currentColor' : colorAt(colors, 0);
    const stroke = `fill="none" stroke="${color}" stroke-width="2" ${provisionalStroke}`;
    items.push({ text: words.provisional, swatch: (x, y) => swatch(x, y, stroke, hollow(color)) });
  }
  return items;
}

/** Draws the legend in rows: names of series where there are several, and what a dotted or hollow mark means. */
function legend(sheet: Sheet, top: number): Drawn {
  const items = hasLegend(sheet.chart) ? legendItems(sheet) : [];
  if (items.length === 0) return { markup: '', bottom: top };
  const swatchPx = isLine(sheet.chart) ? lineSwatchPx : areaSwatchPx;
  const isRtl = sheet.dir === 'rtl';
  const end = sheet.widthPx - marginPx;
  let markup = '';
  let x = marginPx;
  let y = top + legendRowPx / 2;
  for (const { text, swatch } of items) {
    const name = cutTo(text, maxNamePx);
    const width = swatchPx + 6 + widthPx(name) + 18;
    if (x > marginPx && x + width > end) {
      x = marginPx;
      y += legendRowPx;
    }
    markup += isRtl
      ? swatch(sheet.widthPx - x - swatchPx, y) +
        label(sheet.widthPx - x - swatchPx - 6, y + 4, name, { anchor: 'end' })
      : swatch(x, y) + label(x + swatchPx + 6, y + 4, name);
    x += width;
  }
  return { markup, bottom: y + legendRowPx / 2 + 4 };
}

/** Draws what stands above every drawing: the title, where nothing around the picture says it, and the legend. */
export function head(sheet: Sheet): Drawn {
  const { chart, showsTitle, widthPx: width, dir } = sheet;
  if (!showsTitle) return legend(sheet, 4);
  const room = width - 2 * marginPx;
  const title = label(dir === 'rtl' ? width - marginPx : marginPx, 24, cutTo(chart.title, room, typePx.title), {
    anchor: dir === 'rtl' ? 'end' : 'start',
    sizePx: typePx.title,
    isBold: true,
    ink: 1,
  });
  const { markup, bottom } = legend(sheet, 36);
  return { markup: title + markup, bottom };
}
