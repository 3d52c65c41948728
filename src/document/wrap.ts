/** Breaks lines of words to a width. */
import { isWide, widthOf } from './text-grid.js';

/** What stays with the character before it: marks, and punctuation that closes or ends. */
const closing = /^[\p{M}\p{Pe}\p{Pf}\p{Po}\p{Cf}]$/u;

/** Where a line may end: behind a space, and around characters that are drawn over two columns, which need no spaces. */
function unitsOf(line: string): string[] {
  const units: string[] = [];
  for (const word of line.split(/(?<= )(?! )/)) {
    let narrow = '';
    for (const char of word) {
      const last = units.at(-1) ?? ' ';
      if (narrow === '' && !last.endsWith(' ') && closing.test(char)) units.splice(-1, 1, last + char);
      else if (isWide(char)) {
        if (narrow !== '') units.push(narrow);
        units.push(char);
        narrow = '';
      } else narrow += char;
    }
    if (narrow !== '') units.push(narrow);
  }
  return units;
}

function wrapLine(line: string, columns: number): string {
  if (widthOf(line) <= columns) return line;
  const lines: string[] = [];
  let current = '';
  for (const unit of unitsOf(line)) {
    if (current !== '' && widthOf((current + unit).trimEnd()) > columns) {
      lines.push(current.trimEnd());
      current = unit.trimStart();
    } else current += unit;
  }
  lines.push(current.trimEnd());
  return (/[\u2066-\u2068]/.test(line) ? withIsolates(lines) : lines).join('\n');
}

/** An isolate ends with its line (UAX #9, BD2 and X8), so one that goes on is closed and opened again. */
function withIsolates(lines: readonly string[]): string[] {
  const open: string[] = [];
  return lines.map((line) => {
    const opening = open.join('');
    for (const [mark] of line.matchAll(/[\u2066-\u2069]/g)) {
      if (mark === '\u2069') open.pop();
      else open.push(mark);
    }
    return opening + line + '\u2069'.repeat(open.length);
  });
}

/** Breaks lines that are wider than so many columns of a fixed-width font. Words, and so addresses, stay whole. */
export function wrapText(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n');
}
