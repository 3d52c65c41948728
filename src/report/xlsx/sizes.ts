/** How much room the cells of a sheet take, and how its columns are named. */
import { widthOf } from '../../document/text-grid.js';

/** Columns are as wide as their widest cell, within these bounds, in digits of the default font. */
const minWidth = 8;
const maxWidth = 60;
const marginColumns = 2;

/** The button of the filter in a header. */
export const filterColumns = 3;

/** Points. */
export const lineHeight = 15;
/** A row is at most 409 points high; what is not in view is still in the cell. */
const maxLines = 27;
/** Room for the marks of scripts that are higher than Latin. */
const moreHeight = 4;

/** Returns `A` for 0, `Z` for 25, `AA` for 26. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** Measures a text, as far as it matters. */
export function sizeOf(text: string): { readonly columns: number; readonly lines: number } {
  if (text.length <= maxWidth && !text.includes('\n')) return { columns: widthOf(text), lines: 1 };
  const lines = text.split('\n', maxLines);
  const columns = lines.reduce((widest, line) => Math.max(widest, widthOf(line.slice(0, maxWidth))), 0);
  return { columns, lines: lines.length };
}

/** Writes the attributes of a row of so many lines: not every program gives it their height. */
export const heightXml = (lines: number): string => ` ht="${lines * lineHeight + moreHeight}" customHeight="1"`;

/** Writes how wide a column is that holds so many digits. */
export function widthXml(columns: number, index: number): string {
  const width = Math.min(maxWidth, Math.max(minWidth, columns) + marginColumns);
  return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
}
