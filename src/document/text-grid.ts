/** Tables in plain text: aligned columns where they are narrow enough, else one record a row. */
import type { Column } from './nodes.js';

/** A table of printed cells. */
export type Grid = {
  readonly columns: readonly Pick<Column, 'label' | 'align'>[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of a fixed-width font. */
  readonly maxColumns: number;
  /** Writes `label: value` as the language punctuates it. */
  labelled(label: string, value: string): string;
};

type Align = NonNullable<Column['align']>;

const gap = '  ';

const pads: Record<Align, (text: string, missing: number) => string> = {
  start: (text, missing) => text + ' '.repeat(missing),
  center: (text, missing) => ' '.repeat(missing >> 1) + text + ' '.repeat(missing - (missing >> 1)),
  end: (text, missing) => ' '.repeat(missing) + text,
};

const lineBreaks = /[\r\n\v\f\u0085\u2028\u2029]+/g;
const ascii = /^[ -~]*$/;
const zeroWidth = /^[\p{M}\p{Cf}]$/u;
/** East Asian Wide and Fullwidth (UAX #11) by block, and emoji: what fixed-width fonts draw over two columns. */
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]$/u;

/** Puts a text on one line, so that it cannot pass for a line of its own. */
export const toOneLine = (text: string): string => text.replace(lineBreaks, ' ').trim();

/** Tells whether a fixed-width font draws a character over two columns. */
export const isWide = (char: string): boolean => wide.test(char);

/** Columns a text takes in a fixed-width font. */
export function widthOf(text: string): number {
  if (ascii.test(text)) return text.length;
  let width = 0;
  for (const char of text) {
    if (!zeroWidth.test(char)) width += wide.test(char) ? 2 : 1;
  }
  return width;
}

/** Prints a table with a rule below its header, or as `header: cell` records with a blank line between them. */
export function printGrid({ columns, rows, maxColumns, labelled }: Grid): string {
  const labels = columns.map(({ label }) => toOneLine(label));
  const cells = rows.map((row) => columns.map((_, column) => toOneLine(row[column] ?? '')));
  const hasHeader = labels.some((label) => label !== '');
  const lines = hasHeader ? [labels, ...cells] : cells;
  const widths = columns.map((_, column) => lines.reduce((max, line) => Math.max(max, widthOf(line[column] ?? '')), 0));
  const total = widths.reduce((sum, width) => sum + width + gap.length, -gap.length);
  if (total > maxColumns && rows.length > 0) return records(labels, cells, labelled);

  const aligned = lines.map((line) =>
    line
      .map((text, column) => pads[columns[column]?.align ?? 'start'](text, (widths[column] ?? 0) - widthOf(text)))
      .join(gap)
      .trimEnd(),
  );
  if (hasHeader) aligned.splice(1, 0, widths.map((width) => '-'.repeat(width)).join(gap));
  return aligned.join('\n');
}

function records(labels: readonly string[], rows: readonly (readonly string[])[], labelled: Grid['labelled']): string {
  return rows
    .map((row) =>
      row
        .map((text, column) => (labels[column] ? labelled(labels[column], text).trimEnd() : text))
        .filter((line) => line !== '')
        .join('\n'),
    )
    .join('\n\n');
}
