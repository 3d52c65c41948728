/** Delimited text as services really send it: RFC 4180, and what comes of it in spreadsheets and by hand. */

/** The cells of a row, and the line of the file on which it begins, from 1. */
export type DelimitedRow = { readonly line: number; readonly cells: readonly string[] };

const byteOrderMark = '\ufeff';

const delimiters = ['\t', ';', ','] as const;

/** Chooses the delimiter that the first line has most of, outside of quotes. */
export function sniffDelimiter(text: string): string {
  const end = text.search(/[\r\n]/);
  const head = (end < 0 ? text : text.slice(0, end)).replace(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => head.split(delimiter).length);
  const most = Math.max(...counts);
  return delimiters[counts.indexOf(most)] ?? ',';
}

/** `closed`: every quoted cell has its end. `stray`: one has quotes inside that are not doubled. */
type Read = { readonly cells: string[]; readonly end: number; readonly closed: boolean; readonly stray: boolean };

const isBreak = (char: string | undefined): boolean => char === '\n' || char === '\r' || char === undefined;

/** Reads a quoted cell. A quote that is followed by anything but a delimiter or the end of the line is a part of the text. */
function readQuoted(text: string, from: number, delimiter: string): Omit<Read, 'cells'> & { readonly cell: string } {
  let cell = '';
  let stray = false;
  let index = from + 1;
  for (; index < text.length; index += 1) {
    const char = text[index];
    if (char !== '"') {
      cell += char;
      continue;
    }
    const next = text[index + 1];
    if (next === '"') {
      cell += '"';
      index += 1;
    } else if (next === delimiter || isBreak(next)) return { cell, end: index + 1, closed: true, stray };
    else {
      cell += '"';
      stray = true;
    }
  }
  return { cell, end: index, closed: false, stray };
}

/** Reads a row; without `quotes` a quotation mark is a character like any other. */
function readRow(text: string, from: number, delimiter: string, quotes: boolean): Read {
  const cells: string[] = [];
  let stray = false;
  let index = from;
  for (;;) {
    let cell = '';
    if (quotes && text[index] === '"') {
      const quoted = readQuoted(text, index, delimiter);
      if (!quoted.closed) return { cells, end: quoted.end, closed: false, stray };
      stray ||= quoted.stray;
      cell = quoted.cell;
      index = quoted.end;
    } else {
      const start = index;
      while (text[index] !== delimiter && !isBreak(text[index])) index += 1;
      cell = text.slice(start, index);
    }
    cells.push(cell);
    if (text[index] !== delimiter) break;
    index += 1;
  }
  return { cells, end: index, closed: true, stray };
}

const afterBreak = (text: string, index: number): number =>
  text[index] === '\r' && text[index + 1] === '\n' ? index + 2 : index + 1;

const breaksIn = (text: string, from: number, to: number): number => {
  let count = 0;
  for (let index = from; index < to; index += 1) if (text[index] === '\n') count += 1;
  return count;
};

/**
 * Reads rows. Where quotes are broken, so that a cell would swallow lines or a row has other cells than the first one, the row is
 * read again to the end of its line with quotes as characters, and `onBroken` hears of its line.
 */
export function readDelimited(text: string, delimiter: string, onBroken: (line: number) => void): DelimitedRow[] {
  const rows: DelimitedRow[] = [];
  let index = text.startsWith(byteOrderMark) ? 1 : 0;
  let line = 1;
  while (index < text.length) {
    const quoted = readRow(text, index, delimiter, true);
    const width = rows[0]?.cells.length ?? quoted.cells.length;
    const isSpread = breaksIn(text, index, quoted.end) > 0;
    const isBroken = !quoted.closed || (isSpread && (quoted.stray || quoted.cells.length !== width));
    const { cells, end } = isBroken ? readRow(text, index, delimiter, false) : quoted;
    if (isBroken) onBroken(line);
    if (cells.length > 1 || cells[0] !== '') rows.push({ line, cells });
    const next = afterBreak(text, end);
    line += Math.max(1, breaksIn(text, index, next));
    index = next;
  }
  return rows;
}
