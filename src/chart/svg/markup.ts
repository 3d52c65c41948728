/** Elements, numbers and texts of pictures: the only file of the charts that writes markup. Texts are escaped here, once. */
import type { Direction } from '../../document/nodes.js';
import { widthOf } from '../../document/text-grid.js';
import { fitText } from '../../kernel/fit.js';
import { escapeWith, xmlEscapes } from '../../sanitize/escape.js';
import { cleanLine } from '../../sanitize/text.js';

/** Writes a number with at most one decimal, as no screen shows more. */
export function num(value: number): string {
  const tenths = Math.round(value * 10);
  // Anything else would end a path in the middle.
  if (!Number.isFinite(tenths)) return '0';
  const rest = tenths % 10;
  // Two whole numbers are printed several times faster than one with a decimal.
  if (rest === 0) return `${tenths / 10 + 0}`;
  const whole = (tenths - rest) / 10;
  return rest < 0 ? `-${-whole}.${-rest}` : `${whole}.${rest}`;
}

/** Writes a text for content or a quoted attribute; XML 1.0 has no form for controls (section 2.2), so they go. */
export const esc = (text: string): string => escapeWith(xmlEscapes, cleanLine(text));

/** Sizes of type in pixels. */
export const typePx = { title: 15, label: 12, small: 11, value: 34 } as const;

/** The mean width of characters of a usual sans-serif in parts of its size, rather too wide than too narrow. */
const meanWidth = 0.57;

/** Roughly how wide a text is drawn, since there are no fonts to ask. */
export const widthPx = (text: string, sizePx: number = typePx.label): number => widthOf(text) * meanWidth * sizePx;

/** Cuts a text to a width. All of it is in the tooltip of the mark, the description or the table. */
export function cutTo(text: string, roomPx: number, sizePx: number = typePx.label): string {
  const width = widthPx(text, sizePx);
  if (width <= roomPx) return text;
  return fitText(text, Math.max(1, Math.floor((text.length * roomPx) / width))).text;
}

export type TextLook = {
  /** Which end of the text is at its place. @default 'start', the left one */
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly sizePx?: number;
  readonly isBold?: boolean;
  /** The direction of what was printed for the reader. @default that of the first letter, as texts of others have any */
  readonly dir?: Direction;
  /** How much of the ink. @default 0.72, which still has a contrast above 4.5 on light and dark grounds */
  readonly ink?: number;
};

const mirrored = { start: 'end', middle: 'middle', end: 'start' } as const;

/**
 * Writes a text. `plaintext` gives it the direction of its own first letter (CSS Writing Modes 4, 2.2), whatever stands around
 * it; all places are counted from the left.
 */
export function label(x: number, y: number, text: string, look: TextLook = {}): string {
  const { anchor = 'start', sizePx = typePx.label, isBold = false, dir, ink = 0.72 } = look;
  // In text from right to left, the start is the right end.
  const end = dir === 'rtl' ? mirrored[anchor] : anchor;
  return (
    `<text x="${num(x)}" y="${num(y)}"${dir === undefined ? ' unicode-bidi="plaintext"' : ` direction="${dir}"`}` +
    (end === 'start' ? '' : ` text-anchor="${end}"`) +
    (sizePx === typePx.label ? '' : ` font-size="${sizePx}"`) +
    (isBold ? ' font-weight="600"' : '') +
    (ink === 1 ? '' : ` fill-opacity="${ink}"`) +
    `>${esc(text)}</text>`
  );
}

/** Writes a rectangle; sizes below zero are none. */
export const rect = (x: number, y: number, width: number, height: number, paint: string): string =>
  `<rect x="${num(x)}" y="${num(y)}" width="${num(Math.max(0, width))}" height="${num(Math.max(0, height))}" ${paint}/>`;

/** Writes a line. */
export const line = (x1: number, y1: number, x2: number, y2: number, paint: string): string =>
  `<line x1="${num(x1)}" y1="${num(y1)}" x2="${num(x2)}" y2="${num(y2)}" ${paint}/>`;

/** Writes a circle. */
export const circle = (x: number, y: number, radius: number, paint: string): string =>
  `<circle cx="${num(x)}" cy="${num(y)}" r="${num(radius)}" ${paint}/>`;

/** Writes a path; `d` is made of numbers by this folder. */
export const path = (d: string, paint: string): string => `<path d="${d}" ${paint}/>`;

/** Puts a name that pointers show on a mark. */
export const named = (name: string, mark: string): string => `<g><title>${esc(name)}</title>${mark}</g>`;
