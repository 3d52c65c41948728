/** Bars made of the cells of a one-line table: every client shows the ground of a cell, and Word's engine its width. */
import type { ChartCellsContext } from '../../generated/templates/email/chart-cells.js';
import type { EmailContext } from './context.js';
import { colors } from './tokens.js';

/** How a part of a bar looks. */
export type Fill = Omit<ChartCellsContext['cells'][number], 'width'>;

const barPx = 14;
/** Less the border. */
const openPx = barPx - 2;

/** Behind bars: how long the longest could be. */
export const track: Fill = { tone: 'cf-soft', tint: colors.soft, height: barPx };
/** Between parts, and instead of a bar where there is no value. */
export const ground: Fill = { tone: 'cf-card', tint: colors.card, height: barPx };
/** Where zero is, if bars go both ways. */
export const zeroMark: Fill = { tone: 'cf-rule', tint: colors.quote, height: barPx };

/** A part of one colour; one that may still change is an outline. */
export const fillOf = (color: string, isProvisional: boolean): Fill =>
  isProvisional
    ? { tone: 'cf-card', tint: colors.card, height: openPx, edge: color }
    : { tone: '', tint: color, height: barPx };

/** Widths are whole percents: Word's engine reads no others. */
const percents = 100;

/** A bar before it is printed: what stands at every percent of its width, from where the reader begins. */
export type Bar = Fill[];

/** Makes a bar of one look. */
export const emptyBar = (fill: Fill): Bar => new Array<Fill>(percents).fill(fill);

/** Puts a part on a bar, given in shares of the width. It takes a percent at least, so that it is seen. */
export function putPart(bar: Bar, from: number, to: number, fill: Fill): void {
  const start = Math.min(percents - 1, Math.max(0, Math.round(from * percents)));
  const end = Math.min(percents, Math.max(start + 1, Math.round(to * percents)));
  bar.fill(fill, start, end);
}

/** The cells of a bar: neighbours that look the same are one. */
export function cellsOf({ dir }: EmailContext, bar: Bar): ChartCellsContext {
  const cells: ChartCellsContext['cells'][number][] = [];
  for (let start = 0; start < bar.length; ) {
    const fill = bar[start] ?? track;
    let end = start + 1;
    while (bar[end] === fill) end += 1;
    const { tone, tint, height, edge } = fill;
    const width = end - start;
    cells.push(edge === undefined ? { tone, tint, height, width } : { tone, tint, height, width, edge });
    start = end;
  }
  return { dir, cells };
}
