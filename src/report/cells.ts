/** What the cells of a table hold, as data: one value each, or the text of several. */
import { handleInline, type Inline, type InlineHandlers } from '../document/nodes.js';
import { toTimestamp } from '../kernel/timestamp.js';
import { cleanText } from '../sanitize/text.js';
import { toDigits, toPercent } from './digits.js';

type NumberCell = {
  readonly type: 'number';
  readonly digits: string;
  /** A fraction that was rounded to a double before it came here: its last digits are nobody's. */
  readonly isRounded: boolean;
  /** Empty where there is none. */
  readonly unit: string;
  readonly isRatio: boolean;
  /** Whether a plus sign is shown too. */
  readonly isSigned: boolean;
  readonly maxDecimals: number;
};
export type TextCell = { readonly type: 'text'; readonly text: string; readonly url?: string };
type MoneyCell = { readonly type: 'money'; readonly digits: string; readonly currency: string };
export type DateCell = { readonly type: 'date'; readonly epochMs: number; readonly isDay: boolean };
type DurationCell = { readonly type: 'duration'; readonly durationMs: number };

/** A value of a table. An empty cell is an empty text. */
export type Cell = TextCell | NumberCell | MoneyCell | DateCell | DurationCell;

/** Told once for each text that lost characters which are never shown. */
export type OnCleaned = () => void;

/** Cleans a text, and leaves its line ends as they are: they are part of the data. */
export function cleanData(raw: string, onCleaned: OnCleaned): string {
  const text = raw.includes('\r') ? raw.split('\r').map(cleanText).join('\r') : cleanText(raw);
  if (text !== raw) onCleaned();
  return text;
}

const textCell = (text: string): TextCell => ({ type: 'text', text });

const readers: InlineHandlers<OnCleaned, Cell> = {
  text: ({ value }, onCleaned) => textCell(cleanData(value, onCleaned)),
  strong: ({ children }, onCleaned) => readCell(children, onCleaned),
  emphasis: ({ children }, onCleaned) => readCell(children, onCleaned),
  // Without its marks, what no longer holds would read as what does.
  deletion: ({ children }, onCleaned) => textCell(`~~${cellText(readCell(children, onCleaned))}~~`),
  code: ({ value }, onCleaned) => textCell(cleanData(value, onCleaned)),
  link: ({ url, children }, onCleaned) => ({
    type: 'text',
    text: cellText(readCell(children, onCleaned)),
    url: cleanData(url, onCleaned),
  }),
  number: ({ value, unit, style, sign, maxFractionDigits }, onCleaned) => {
    const digits = toDigits(value);
    if (digits === undefined) return textCell(cleanData(String(value), onCleaned));
    const isRatio = style === 'percent';
    return {
      type: 'number',
      digits,
      isRounded: typeof value === 'number' && !Number.isInteger(value),
      unit: unit === undefined ? '' : cleanData(unit, onCleaned).trim(),
      isRatio,
      isSigned: sign === 'always',
      maxDecimals: maxFractionDigits ?? (isRatio ? 1 : 2),
    };
  },
  money: ({ amount, currency }, onCleaned) => {
    const digits = toDigits(amount);
    const code = cleanData(currency, onCleaned);
    if (digits === undefined) return textCell(`${cleanData(amount, onCleaned)} ${code}`);
    return { type: 'money', digits, currency: code };
  },
  date: ({ value, style }) => ({ type: 'date', epochMs: value, isDay: style === 'day' }),
  duration: ({ durationMs }) => ({ type: 'duration', durationMs }),
  // Nobody is notified by a file.
  mention: ({ ref }, onCleaned) => textCell(cleanData(ref, onCleaned)),
};

const empty = textCell('');

/** Reads a cell: the value of a single inline, else the text of all. */
export function readCell(inlines: readonly Inline[], onCleaned: OnCleaned): Cell {
  const [first] = inlines;
  if (first === undefined) return empty;
  if (inlines.length === 1) return handleInline(readers, first, onCleaned);
  let text = '';
  for (const inline of inlines) text += cellText(handleInline(readers, inline, onCleaned));
  return textCell(text);
}

/** Writes a day as `2026-07-01` and an instant as `2026-07-01T09:00:00.000Z`. */
function dateText({ epochMs, isDay }: DateCell): string {
  if (Number.isNaN(new Date(epochMs).getTime())) return '';
  const text = toTimestamp(epochMs);
  return isDay ? text.slice(0, text.indexOf('T')) : text;
}

/** Writes a value where a text has to say all of it: with unit, currency, address. */
export function cellText(cell: Cell): string {
  switch (cell.type) {
    case 'text':
      return cell.url === undefined || cell.url === cell.text ? cell.text : `${cell.text} (${cell.url})`.trimStart();
    case 'number':
      if (cell.isRatio) return toPercent(cell.digits);
      return cell.unit === '' ? cell.digits : `${cell.digits} ${cell.unit}`;
    case 'money':
      return `${cell.digits} ${cell.currency}`;
    case 'date':
      return dateText(cell);
    case 'duration':
      return `${toDigits(cell.durationMs) ?? cell.durationMs} ms`;
  }
}

/** What the header says of the values below it. */
export type ColumnUnit = {
  /** Empty where there is none, or none that all share. */
  readonly unit: string;
  /** Values of several units: each cell has to say its own. */
  readonly isMixed: boolean;
};

/**
 * Finds the unit that all values of a column share.
 *
 * @param unitOf the unit that the header would have to say for a value; `undefined` for values that need none
 */
export function columnUnit(
  rows: readonly (readonly Cell[])[],
  column: number,
  unitOf: (cell: Cell) => string | undefined,
): ColumnUnit {
  let common: string | undefined;
  for (const row of rows) {
    const cell = row[column];
    const unit = cell === undefined ? undefined : unitOf(cell);
    if (unit === undefined || unit === common) continue;
    if (common !== undefined) return { unit: '', isMixed: true };
    common = unit;
  }
  return { unit: common ?? '', isMixed: false };
}

/** Writes `label (unit)`, once. */
export const labelWithUnit = (label: string, unit: string): string =>
  unit === '' || label.endsWith(`(${unit})`) ? label : `${label} (${unit})`.trimStart();
