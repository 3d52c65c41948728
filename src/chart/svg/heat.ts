/** A row of cells a series: one colour, the deeper the higher the value. */
import { colorAt } from '../palette.js';
import { extentOf } from '../scale.js';
import { cutTo, label, named, typePx, widthPx } from './markup.js';
import { categoryLabels } from './plot.js';
import { type Drawn, fromLeft, marginPx, noValues, readingAnchor, rectFrom, type Sheet } from './sheet.js';

const rowPx = 28;
/** So many cells in a row are wide enough to say their value. */
const maxSaid = 12;

/** From faint to deep; a text on the deepest still has a contrast above 4.5 on light and dark grounds. */
const faintest = 0.08;
const deepest = 0.72;
const legendSteps = 5;

/** Where a value stands between the lowest and the highest; in the middle where all are the same. */
function shareIn({ min, max }: { readonly min: number; readonly max: number }, value: number): number {
  const unit = Math.max(Math.abs(min), Math.abs(max)) || 1;
  const span = max / unit - min / unit;
  return span === 0 ? 0.5 : (value / unit - min / unit) / span;
}

const opacityOf = (share: number): string => (faintest + share * (deepest - faintest)).toFixed(2);

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A cell, apart from its neighbours where it is wide enough. */
function boxed(sheet: Sheet, { x, y, width, height }: Box, paint: string): string {
  const gap = width > 6 ? 2 : 0;
  return rectFrom(sheet, x + gap / 2, y, width - gap, height, paint);
}

/** Draws cells, with their values where there is room, and a scale below. Gaps are outlines. */
export function heat(sheet: Sheet, top: number): Drawn {
  const { chart, print, colors, widthPx: width } = sheet;
  const { categories, series } = chart;
  const extent = extentOf(series);
  if (extent === undefined) return noValues(sheet, top, 2 * rowPx);
  const color = colorAt(colors, 0);
  const names = series.map(({ name }) => cutTo(name, 150));
  const left = marginPx + Math.max(20, ...names.map((name) => widthPx(name))) + 10;
  const right = width - marginPx;
  const cell = (right - left) / Math.max(1, categories.length);
  // Three digits of the largest value; all of them are in its tooltip.
  const largest = Math.max(Math.abs(extent.min), Math.abs(extent.max));
  const step = largest === 0 ? 1 : 10 ** (Math.floor(Math.log10(largest)) - 2);
  let markup = '';
  let y = top + 6;
  for (const [row, { values, name }] of series.entries()) {
    markup += label(fromLeft(sheet, left - 8), y + rowPx / 2 + 4, names[row] ?? '', {
      anchor: readingAnchor(sheet, 'end'),
      ink: 0.9,
    });
    for (const [index, value] of values.entries()) {
      const box: Box = { x: left + index * cell, y: y + 1, width: cell, height: rowPx - 2 };
      if (value === null) {
        markup += boxed(sheet, box, 'fill="none" stroke="currentColor" stroke-opacity="0.25" stroke-dasharray="2 3"');
        continue;
      }
      const paint = `fill="${color}" fill-opacity="${opacityOf(shareIn(extent, value))}"`;
      markup += named(`${name} · ${categories[index] ?? ''} · ${print.value(value)}`, boxed(sheet, box, paint));
      if (categories.length > maxSaid) continue;
      const text = cutTo(print.tick(value, step), cell - 4, typePx.small);
      const look = { anchor: 'middle', sizePx: typePx.small, dir: sheet.dir, ink: 1 } as const;
      markup += label(fromLeft(sheet, box.x + cell / 2), y + rowPx / 2 + 4, text, look);
    }
    y += rowPx;
  }
  markup += categoryLabels(sheet, y, { xOf: (index) => left + (index + 0.5) * cell, left, right });
  y += 40;
  return { markup: markup + scale(sheet, extent, left, y), bottom: y + 22 };
}

/** The scale: which colour is how much. */
function scale(sheet: Sheet, { min, max }: { min: number; max: number }, left: number, y: number): string {
  const { print, colors } = sheet;
  const lowText = cutTo(print.value(min), 150);
  let x = left;
  let markup = label(fromLeft(sheet, x), y + 10, lowText, { anchor: readingAnchor(sheet, 'start'), dir: sheet.dir });
  x += widthPx(lowText) + 8;
  for (let step = 0; step < legendSteps; step += 1) {
    const paint = `fill="${colorAt(colors, 0)}" fill-opacity="${opacityOf(step / (legendSteps - 1))}"`;
    markup += rectFrom(sheet, x, y, 24, 12, paint);
    x += 26;
  }
  return (
    markup +
    label(fromLeft(sheet, x + 6), y + 10, cutTo(print.value(max), 150), {
      anchor: readingAnchor(sheet, 'start'),
      dir: sheet.dir,
    })
  );
}
