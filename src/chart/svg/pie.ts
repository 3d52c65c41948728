/** Shares of a whole. Every slice is named beside it, so that nobody has to match colours. */
import { colorAt } from '../palette.js';
import { cutTo, label, named, num, path } from './markup.js';
import { type Drawn, marginPx, noValues, type Sheet } from './sheet.js';

type Slice = {
  readonly name: string;
  readonly value: number;
  /** Share of the whole. */
  readonly share: number;
  /** Share of all slices before it. */
  readonly before: number;
  readonly color: string;
};

/** One slice a category, or a series where there is one category. What is not above zero has no slice. */
function slicesOf({ chart, colors }: Sheet): Slice[] {
  const { categories, series } = chart;
  const parts =
    categories.length === 1 && series.length > 1
      ? series.map(({ name, values }) => ({ name, value: values[0] ?? 0 }))
      : categories.map((name, index) => ({ name, value: series[0]?.values[index] ?? 0 }));
  const largest = parts.reduce((max, { value }) => Math.max(max, value), 0);
  const total = parts.reduce((sum, { value }) => (value > 0 ? sum + value / largest : sum), 0);
  let before = 0;
  return parts.flatMap(({ name, value }, index): Slice[] => {
    if (value <= 0) return [];
    const share = value / largest / total;
    const slice = { name, value, share, before, color: colorAt(colors, index) };
    before += share;
    return [slice];
  });
}

const radiusPx = 96;
const holePx = 52;
const rowPx = 34;

type Point = readonly [x: number, y: number];

/** A place on a circle, clockwise from the top. */
function onCircle([x, y]: Point, radius: number, share: number): Point {
  const angle = (share - 0.25) * 2 * Math.PI;
  return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
}

const written = ([x, y]: Point): string => `${num(x)},${num(y)}`;

/** The outline of a slice. An arc cannot end where it begins, so the whole is drawn as two halves. */
function outline(centre: Point, before: number, share: number): string {
  const arc = (radius: number, to: number, sweep: 0 | 1, isLarge: boolean): string =>
    `A${num(radius)},${num(radius)} 0 ${isLarge ? 1 : 0} ${sweep} ${written(onCircle(centre, radius, to))}`;
  if (share >= 0.9999) {
    const ring = (radius: number, sweep: 0 | 1): string =>
      `M${written(onCircle(centre, radius, 0))}${arc(radius, 0.5, sweep, true)}${arc(radius, 0, sweep, true)}Z`;
    return ring(radiusPx, 1) + ring(holePx, 0);
  }
  const isLarge = share > 0.5;
  const after = before + share;
  return (
    `M${written(onCircle(centre, radiusPx, before))}${arc(radiusPx, after, 1, isLarge)}` +
    `L${written(onCircle(centre, holePx, after))}${arc(holePx, before, 0, isLarge)}Z`
  );
}

/** Heights of labels, in order and so far apart that none touches its neighbour. */
function apart(heights: readonly number[], top: number, bottom: number): number[] {
  const placed: number[] = [];
  for (const height of heights) placed.push(Math.max(height, (placed.at(-1) ?? top - rowPx) + rowPx));
  let next = Math.max(bottom, top + rowPx * (heights.length - 1)) + rowPx;
  for (let index = placed.length - 1; index >= 0; index -= 1) {
    next = Math.min(placed[index] ?? next, next - rowPx);
    placed[index] = next;
  }
  return placed;
}

/** Whether a straight line between two points outside of the ring goes through it. */
function crossesRing([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): boolean {
  const [alongX, alongY] = [toX - fromX, toY - fromY];
  const share = ((x - fromX) * alongX + (y - fromY) * alongY) / (alongX ** 2 + alongY ** 2);
  if (share <= 0 || share >= 1) return false;
  return Math.hypot(fromX + share * alongX - x, fromY + share * alongY - y) < radiusPx + 2;
}

/** Draws a ring of slices with their names, values and shares at its sides. */
export function pie(sheet: Sheet, top: number): Drawn {
  const slices = slicesOf(sheet);
  const { print, widthPx: width } = sheet;
  const middleOf = ({ before, share }: Slice): number => before + share / 2;
  const right = slices.filter((slice) => middleOf(slice) < 0.5);
  const left = slices.filter((slice) => middleOf(slice) >= 0.5).reverse();
  const height = Math.max(2 * radiusPx + 44, rowPx * Math.max(left.length, right.length) + 10);
  const centre: Point = [width / 2, top + height / 2];
  if (slices.length === 0) return noValues(sheet, top, height);
  let markup = '';
  for (const { name, value, share, before, color } of slices) {
    const gap = slices.length > 1 ? Math.min(0.003, share / 4) : 0;
    const d = outline(centre, before + gap, share - 2 * gap);
    markup += named(`${name} · ${print.value(value)} · ${print.share(share)}`, path(d, `fill="${color}"`));
  }
  for (const [side, isRight] of [
    [right, true],
    [left, false],
  ] as const) {
    const wanted = side.map((slice) => onCircle(centre, radiusPx, middleOf(slice))[1]);
    const heights = apart(wanted, top + 22, top + height - 26);
    for (const [index, slice] of side.entries()) {
      const y = heights[index] ?? 0;
      const elbow = centre[0] + (isRight ? 1 : -1) * (radiusPx + 22);
      const textX = elbow + (isRight ? 8 : -8);
      const from = onCircle(centre, radiusPx + 4, middleOf(slice));
      const anchor = isRight ? 'start' : 'end';
      const room = width / 2 - radiusPx - 30 - marginPx;
      const thin = 'fill="none" stroke="currentColor" stroke-opacity="0.35"';
      // Beside the ring before it goes down, where the straight way would cross other slices.
      const bend = crossesRing(centre, from, [elbow, y - 4])
        ? `H${num(elbow)}V${num(y - 4)}`
        : `L${num(elbow)},${num(y - 4)}`;
      markup += path(`M${written(from)}${bend}H${num(textX - (isRight ? 3 : -3))}`, thin);
      markup += label(textX, y, cutTo(slice.name, room), { anchor, ink: 1 });
      const [shared, valued] = [print.share(slice.share), print.value(slice.value)];
      const said = shared === valued ? shared : `${shared} · ${valued}`;
      markup += label(textX, y + 14, cutTo(said, room), { anchor, dir: sheet.dir });
    }
  }
  return { markup, bottom: top + height };
}
