/** A picture in memory: one colour a pixel, and the ways to put colour on it. */

/** A colour as `0xAARRGGBB`, unsigned. */
export type Color = number;

/** Pixels row by row, and coverage that is gathered before it is painted. */
export type Canvas = {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixels: Uint32Array;
  /** Coverage of the shape being drawn, 0 to `levels`: parts of one shape that overlap are painted once. */
  readonly mask: Uint8Array;
};

/** A rectangle in pixels; edges may lie within a pixel. */
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** Shades between none and whole. Few, so that a picture stays within the 256 colours of a palette; edges look no worse. */
const levels = 15;

const hex = /^#[0-9a-f]{6}$/i;

/** Nothing: what is behind the picture shows. */
export const transparent: Color = 0;

/** Reads `#RRGGBB`. @throws TypeError for anything else */
export function parseColor(color: string): Color {
  if (!hex.test(color)) throw new TypeError('Cannot draw with a colour, expected one as `#RRGGBB`');
  return 0xff000000 + Number.parseInt(color.slice(1), 16);
}

/** The same colour, so opaque: 0 to 1. */
export const withAlpha = (color: Color, alpha: number): Color =>
  (color & 0xffffff) + Math.round(alpha * 0xff) * 0x1000000;

/** Makes a picture of one colour. */
export function createCanvas(widthPx: number, heightPx: number, ground: Color): Canvas {
  const size = widthPx * heightPx;
  return { widthPx, heightPx, pixels: new Uint32Array(size).fill(ground), mask: new Uint8Array(size) };
}

/** Puts a share of a colour, 0 to 1, over another: https://www.w3.org/TR/compositing-1/#simplealphacompositing */
function blend(below: Color, above: Color, share: number): Color {
  const upper = ((above >>> 24) / 0xff) * share;
  const lower = ((below >>> 24) / 0xff) * (1 - upper);
  const alpha = upper + lower;
  if (alpha === 0) return transparent;
  const [a, b] = [upper / alpha, lower / alpha];
  const red = Math.round(((above >>> 16) & 0xff) * a + ((below >>> 16) & 0xff) * b);
  const green = Math.round(((above >>> 8) & 0xff) * a + ((below >>> 8) & 0xff) * b);
  const blue = Math.round((above & 0xff) * a + (below & 0xff) * b);
  return ((Math.round(alpha * 0xff) << 24) | (red << 16) | (green << 8) | blue) >>> 0;
}

/** Covers a pixel, if it is on the canvas, at least so much: 0 to 1. */
export function cover({ widthPx, heightPx, mask }: Canvas, x: number, y: number, share: number): void {
  if (x < 0 || y < 0 || x >= widthPx || y >= heightPx) return;
  const index = y * widthPx + x;
  const level = share >= 1 ? levels : Math.round(share * levels);
  if (level > (mask[index] ?? 0)) mask[index] = level;
}

/** The whole pixels that a box touches, on the canvas. */
function touched({ widthPx, heightPx }: Canvas, { left, top, right, bottom }: Box): Box {
  return {
    left: Math.max(0, Math.floor(left)),
    top: Math.max(0, Math.floor(top)),
    right: Math.min(widthPx, Math.ceil(right)),
    bottom: Math.min(heightPx, Math.ceil(bottom)),
  };
}

/** Paints what is covered within a box, and forgets it. */
export function paint(canvas: Canvas, color: Color, box: Box): void {
  const { widthPx, pixels, mask } = canvas;
  const { left, top, right, bottom } = touched(canvas, box);
  const isOpaque = color >>> 24 === 0xff;
  // Neighbours are mostly covered alike.
  let [lastBelow, lastLevel, last] = [-1, 0, color];
  for (let y = top; y < bottom; y += 1) {
    const end = y * widthPx + right;
    for (let index = y * widthPx + left; index < end; index += 1) {
      const level = mask[index] ?? 0;
      if (level === 0) continue;
      mask[index] = 0;
      if (level === levels && isOpaque) {
        pixels[index] = color;
        continue;
      }
      const below = pixels[index] ?? transparent;
      if (below !== lastBelow || level !== lastLevel) {
        [lastBelow, lastLevel, last] = [below, level, blend(below, color, level / levels)];
      }
      pixels[index] = last;
    }
  }
}

/** What stands at a place of a textured area, given in whole pixels: its colour or the paler one. */
export type Pattern = (x: number, y: number) => boolean;

/** Fills the whole pixels of a box, rounded: edges of bars and of the grid are sharp. */
export function fillBox(
  canvas: Canvas,
  box: Box,
  color: Color,
  paler?: { readonly at: Pattern; readonly color: Color },
) {
  const { widthPx, heightPx, pixels } = canvas;
  const left = Math.max(0, Math.round(box.left));
  const right = Math.min(widthPx, Math.round(box.right));
  const bottom = Math.min(heightPx, Math.round(box.bottom));
  for (let y = Math.max(0, Math.round(box.top)); y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const index = y * widthPx + x;
      const shade = paler?.at(x, y) === true ? paler.color : color;
      pixels[index] = shade >>> 24 === 0xff ? shade : blend(pixels[index] ?? 0, shade, 1);
    }
  }
}

/** Covers part of a column of pixels, from one height to another, whichever is the upper one. */
export function coverColumn(canvas: Canvas, x: number, from: number, to: number): void {
  const { widthPx, heightPx, mask } = canvas;
  if (x < 0 || x >= widthPx) return;
  const top = Math.max(0, Math.min(from, to));
  const bottom = Math.min(heightPx, Math.max(from, to));
  const [first, end] = [Math.ceil(top), Math.floor(bottom)];
  if (end < first) {
    cover(canvas, x, end, bottom - top);
    return;
  }
  cover(canvas, x, first - 1, first - top);
  for (let y = first; y < end; y += 1) mask[y * widthPx + x] = levels;
  cover(canvas, x, end, bottom - end);
}
