/**
 * Writes a picture as PNG with a palette, which is a quarter of the bytes. Charts have few colours; where edges that cross have
 * more than 256 shades, the rarest take the next that there is.
 * https://www.w3.org/TR/png-3/
 */
import { crc32 } from '../../codec/checksums.js';
import { deflate } from '../../codec/zlib.js';
import { type Canvas, type Color, transparent } from './canvas.js';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const maxPaletteColors = 256;
/** Of 96 dots an inch, which is one pixel of CSS. */
const dotsPerMetre = 3780;

/** Length, type, data, and the checksum of the last two. */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let index = 0; index < 4; index += 1) bytes[4 + index] = type.charCodeAt(index);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}

function header({ widthPx, heightPx }: Canvas): Uint8Array {
  const data = new Uint8Array(13);
  const view = new DataView(data.buffer);
  view.setUint32(0, widthPx);
  view.setUint32(4, heightPx);
  data[8] = 8; // Bits of a sample.
  data[9] = 3; // Indices into a palette.
  return chunk('IHDR', data);
}

/** How large the picture is meant to be, for programs that print it or lay it out by its dots. */
function density(scale: number): Uint8Array {
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  view.setUint32(0, dotsPerMetre * scale);
  view.setUint32(4, dotsPerMetre * scale);
  data[8] = 1; // The unit is the metre.
  return chunk('pHYs', data);
}

/** How far apart two colours look, as what covers less weighs less. */
function distance(one: Color, other: Color): number {
  const alpha = (one >>> 24) - (other >>> 24);
  const red = ((one >>> 16) & 0xff) - ((other >>> 16) & 0xff);
  const green = ((one >>> 8) & 0xff) - ((other >>> 8) & 0xff);
  const blue = (one & 0xff) - (other & 0xff);
  return alpha * alpha + red * red + green * green + blue * blue;
}

function nearest(palette: readonly Color[], color: Color): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < palette.length; index += 1) {
    const apart = distance(palette[index] ?? transparent, color);
    if (apart < least) [best, least] = [index, apart];
  }
  return best;
}

/** How often each colour stands. Neighbours are mostly the same, and looking them up is what takes time. */
function countColors({ pixels }: Canvas): Map<Color, number> {
  const counts = new Map<Color, number>();
  for (let start = 0; start < pixels.length; ) {
    const color = pixels[start] ?? transparent;
    let end = start + 1;
    while (end < pixels.length && pixels[end] === color) end += 1;
    counts.set(color, (counts.get(color) ?? 0) + end - start);
    start = end;
  }
  return counts;
}

/** The colours that stand most often. */
function paletteOf(counts: ReadonlyMap<Color, number>): Color[] {
  if (counts.size <= maxPaletteColors) return [...counts.keys()];
  const colors = [...counts].sort(([one, count], [other, otherCount]) => otherCount - count || one - other);
  return colors.slice(0, maxPaletteColors).map(([color]) => color);
}

/** Rows of indices. They are not filtered: neighbouring indices are no neighbouring colours. */
function rowsOf({ widthPx, heightPx, pixels }: Canvas, indices: ReadonlyMap<Color, number>): Uint8Array {
  const rows = new Uint8Array((widthPx + 1) * heightPx);
  let last = -1;
  let lastIndex = 0;
  for (let y = 0, at = 0, from = 0; y < heightPx; y += 1) {
    at += 1; // The filter `None`.
    for (const end = from + widthPx; from < end; from += 1, at += 1) {
      const color = pixels[from] ?? transparent;
      if (color !== last) {
        last = color;
        lastIndex = indices.get(color) ?? 0;
      }
      rows[at] = lastIndex;
    }
  }
  return rows;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Writes a picture; `scale` is how many of its pixels make one of CSS. */
export function encodePng(canvas: Canvas, scale: number): Uint8Array {
  const counts = countColors(canvas);
  const palette = paletteOf(counts);
  const indices = new Map(palette.map((color, index) => [color, index]));
  for (const color of counts.keys()) if (!indices.has(color)) indices.set(color, nearest(palette, color));
  // A byte array keeps the lowest eight bits.
  const colors = Uint8Array.from(palette.flatMap((color) => [color >>> 16, color >>> 8, color]));
  const alphas = Uint8Array.from(palette, (color) => color >>> 24);
  return concat([
    signature,
    header(canvas),
    density(scale),
    chunk('PLTE', colors),
    ...(alphas.some((alpha) => alpha < 0xff) ? [chunk('tRNS', alphas)] : []),
    chunk('IDAT', deflate(rowsOf(canvas, indices))),
    chunk('IEND', new Uint8Array(0)),
  ]);
}
