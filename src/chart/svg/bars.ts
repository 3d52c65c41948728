/** Bars: lying ones, each with its value, for few categories; standing ones with an axis for many and for time. */
import { type BarRow, type BarSegment, chartBars } from '../bars.js';
import { colorAt } from '../palette.js';
import { cutTo, label, line, named, widthPx } from './markup.js';
import { annotations, categoryLabels, layPlot, type Plot, valueGrid, yOf } from './plot.js';
import { type Drawn, fillAt, fromLeft, hollow, marginPx, readingAnchor, rectFrom, type Sheet } from './sheet.js';

/** More lying bars would not be seen at a glance. */
const maxLying = 24;

const isLying = ({ chart }: Sheet): boolean => {
  const perCategory = chart.kind === 'stackedBar' ? 1 : chart.series.length;
  const hasAxis = chart.times !== undefined || (chart.annotations ?? []).length > 0;
  return !hasAxis && chart.categories.length * perCategory <= maxLying;
};

const paintAt = (sheet: Sheet, series: number, isProvisional: boolean): string =>
  isProvisional ? hollow(colorAt(sheet.colors, series)) : `fill="${fillAt(sheet, series)}"`;

/** Whether a value is one that may still change. */
const isProvisionalAt = ({ chart }: Sheet, series: number, category: number): boolean => {
  const { provisionalFrom } = chart.series[series] ?? {};
  return provisionalFrom !== undefined && category >= provisionalFrom;
};

/** What a pointer shows on a bar: of which category and series it is, and its value. */
function nameOf({ chart, print }: Sheet, category: number, series: number): string {
  const value = chart.series[series]?.values[category];
  const parts = [chart.categories[category] ?? ''];
  if (chart.series.length > 1) parts.push(chart.series[series]?.name ?? '');
  parts.push(typeof value === 'number' ? print.value(value) : '');
  return parts.filter((part) => part !== '').join(' · ');
}

const barPx = 16;
const groupGapPx = 12;

type Row = BarRow & { readonly category: number };

/** Lying bars. Each says its value, so there is neither axis nor grid. */
function lying(sheet: Sheet, top: number): Drawn {
  const { chart, print, widthPx: width } = sheet;
  const { zero, rows: bars } = chartBars(chart);
  const perCategory = chart.kind === 'stackedBar' ? 1 : chart.series.length;
  const rows = bars.map((row, index): Row => ({ ...row, category: Math.floor(index / perCategory) }));
  const values = rows.map(({ value }) => (value === null ? '–' : print.value(value)));
  const names = chart.categories.map((category) => cutTo(category, 240));
  const gutter = Math.max(20, ...names.map((name) => widthPx(name))) + 10;
  const valueRoom = Math.min(160, Math.max(20, ...values.map((value) => widthPx(value)))) + 8;
  const left = marginPx + gutter + (zero > 0 ? valueRoom + 4 : 0);
  const room = width - marginPx - valueRoom - left;
  const zeroX = left + zero * room;
  let markup = '';
  let y = top + 6;
  for (const [index, row] of rows.entries()) {
    const isFirst = index % perCategory === 0;
    if (isFirst) {
      const middle = y + (barPx * perCategory) / 2 + 4;
      const name = names[row.category] ?? '';
      markup += label(fromLeft(sheet, marginPx + gutter - 8), middle, name, {
        anchor: readingAnchor(sheet, 'end'),
        ink: 0.9,
      });
    }
    for (const segment of row.segments) markup += lyingSegment(sheet, row, segment, { left, room, y });
    const isBelow = row.value !== null && row.value < 0;
    const low = row.segments[0];
    const high = row.segments.at(-1);
    const end = isBelow
      ? left + (low?.start ?? zero) * room
      : left + ((high?.start ?? zero) + (high?.fraction ?? 0)) * room;
    markup += label(
      fromLeft(sheet, isBelow ? end - 6 : Math.max(end, zeroX) + 6),
      y + barPx / 2 + 4,
      cutTo(values[index] ?? '', 160),
      { anchor: readingAnchor(sheet, isBelow ? 'end' : 'start'), dir: sheet.dir, ink: row.value === null ? 0.72 : 1 },
    );
    y += barPx + ((index + 1) % perCategory === 0 ? groupGapPx : 1);
  }
  const x = fromLeft(sheet, zeroX);
  markup += line(x, top, x, y - groupGapPx + 6, 'stroke="currentColor" stroke-opacity="0.5"');
  return { markup, bottom: y };
}

type Place = { readonly left: number; readonly room: number; readonly y: number };

function lyingSegment(sheet: Sheet, row: Row, segment: BarSegment, { left, room, y }: Place): string {
  const paint = paintAt(sheet, segment.series, isProvisionalAt(sheet, segment.series, row.category));
  const bar = rectFrom(sheet, left + segment.start * room, y, segment.fraction * room, barPx, paint);
  return named(nameOf(sheet, row.category, segment.series), bar);
}

/** The parts of a standing bar, from where to where, in the order of the series. */
function standingParts({ chart }: Sheet, category: number): { series: number; from: number; to: number }[] {
  let low = 0;
  let high = 0;
  const isStacked = chart.kind === 'stackedBar';
  return chart.series.flatMap(({ values }, series) => {
    const value = values[category];
    if (typeof value !== 'number') return [];
    if (!isStacked) return [{ series, from: 0, to: value }];
    const from = value < 0 ? low : high;
    const to = clamped(from + value);
    if (value < 0) low = to;
    else high = to;
    return [{ series, from, to }];
  });
}

const clamped = (value: number): number => Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));

const maxBarPx = 44;

/** Standing bars over an axis that includes zero. */
function standing(sheet: Sheet, top: number): Drawn {
  const { chart } = sheet;
  const plot: Plot = layPlot(sheet, top, 4);
  const band = (plot.right - plot.left) / Math.max(1, chart.categories.length);
  const columns = chart.kind === 'stackedBar' ? 1 : Math.max(1, chart.series.length);
  const each = Math.min(maxBarPx, (band * 0.78) / columns);
  const xOf = (index: number): number => plot.left + (index + 0.5) * band;
  let markup = valueGrid(sheet, plot) + categoryLabels(sheet, plot.bottom, { xOf, left: plot.left, right: plot.right });
  for (const category of chart.categories.keys()) {
    for (const { series, from, to } of standingParts(sheet, category)) {
      const column = chart.kind === 'stackedBar' ? 0 : series;
      const x = xOf(category) + (column - columns / 2) * each;
      const [y, end] = [yOf(plot, Math.max(from, to)), yOf(plot, Math.min(from, to))];
      const paint = paintAt(sheet, series, isProvisionalAt(sheet, series, category));
      const bar = rectFrom(sheet, x, y, Math.max(0.3, each - (columns > 1 ? 1 : 0)), end - y, paint);
      markup += named(nameOf(sheet, category, series), bar);
    }
  }
  return { markup: markup + annotations(sheet, plot, xOf), bottom: plot.bottom + 30 };
}

/** Draws bars and stacked bars. */
export const bars = (sheet: Sheet, top: number): Drawn => (isLying(sheet) ? lying(sheet, top) : standing(sheet, top));
