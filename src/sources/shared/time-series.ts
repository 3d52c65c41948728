/** Reads series out of rows, lists of points and columns. */
import type { Diagnostic } from '../../kernel/diagnostics.js';
import { InputInvalidError } from '../../kernel/errors.js';
import { parseDay, readPoint } from '../../report/period.js';
import { numericText } from './numeric-text.js';
import { readTime } from './times.js';

/** `t`: a day as `2026-07-01`, or epoch milliseconds. A value that is `null` is a gap. */
export type TimePoint = { t: string | number; value: number | null };

/** Values by time, in order. */
export type TimeSeries = { name: string; points: TimePoint[]; unit?: string };

type Row = Readonly<Record<string, unknown>>;
type Report = (path: string, expected: string) => void;

const id = 'sources/time-series';
const timeNames: readonly string[] = ['t', 'time', 'timestamp', 'date', 'day'];

const isRecord = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

const isRows = (data: unknown): data is readonly Row[] => Array.isArray(data) && data.every(isRecord);

/** Days stay days; everything else becomes an instant. */
const timeOf = (value: unknown): string | number | undefined =>
  typeof value === 'string' && parseDay(value) !== undefined ? value : readTime(value);

function readValue(value: unknown, path: string, report: Report): number | null {
  if (value === null || value === undefined || value === '') return null;
  const number = numericText(value);
  if (number === undefined) report(path, 'a number');
  return number ?? null;
}

/** Puts points in order of time and leaves out what comes twice. */
export function inOrder(points: readonly TimePoint[], path: string, report: Report): TimePoint[] {
  const keyed = points.map((point) => ({ point, at: readPoint(point.t) ?? 0 })).sort((a, b) => a.at - b.at);
  return keyed.flatMap(({ point, at }, index) => {
    if (index === 0 || keyed[index - 1]?.at !== at) return [point];
    report(path, 'each time once');
    return [];
  });
}

function fromPoints(name: string, points: readonly unknown[], path: string, report: Report): TimeSeries {
  const read = points.flatMap((point, index): TimePoint[] => {
    const at = `${path}.${index}`;
    const [time, value] = Array.isArray(point) ? point : isRecord(point) ? [point['t'], point['value']] : [];
    const t = timeOf(time);
    if (t !== undefined) return [{ t, value: readValue(value, at, report) }];
    report(at, 'a time');
    return [];
  });
  return { name, points: inOrder(read, path, report) };
}

function refuse(expected: string): never {
  throw new InputInvalidError(id, [{ path: '', message: `expected ${expected}`, expected }]);
}

function timeColumn(names: readonly string[], wanted: string | undefined): string {
  const found = wanted === undefined ? timeNames.find((name) => names.includes(name)) : wanted;
  if (found === undefined || !names.includes(found)) return refuse('a column with times');
  return found;
}

function fromRows(rows: readonly Row[], wanted: string | undefined, report: Report): TimeSeries[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const column = timeColumn(names, wanted);
  return names
    .filter((name) => name !== column)
    .map((name) => {
      const points = rows.flatMap((row, index): TimePoint[] => {
        const t = timeOf(row[column]);
        if (t !== undefined) return [{ t, value: readValue(row[name], `${index}.${name}`, report) }];
        report(`${index}.${column}`, 'a time');
        return [];
      });
      return { name, points: inOrder(points, name, report) };
    });
}

const isSeries = (value: Row): boolean => typeof value['name'] === 'string' && Array.isArray(value['points']);

function fromColumns(columns: Row, wanted: string | undefined, report: Report): TimeSeries[] {
  const names = Object.keys(columns).filter((name) => Array.isArray(columns[name]));
  const column = timeColumn(names, wanted);
  const times = columns[column] as readonly unknown[];
  const rows = times.map((time, index) =>
    Object.fromEntries(
      names.map((name) => [name, name === column ? time : (columns[name] as readonly unknown[])[index]]),
    ),
  );
  return fromRows(rows, column, report);
}

/**
 * Reads rows, columns, or lists of `{ name, points }` as series.
 *
 * @param time the column that holds the time
 * @param diagnostics receives cells and times that cannot be read, once a place
 * @throws InputInvalidError when the value is none of these
 */
export function readSeries(data: unknown, time?: string, diagnostics: Diagnostic[] = []): TimeSeries[] {
  const told = new Set<string>();
  const report: Report = (path, expected) => {
    const message = `Left out, expected ${expected}`;
    if (told.has(path + message)) return;
    told.add(path + message);
    diagnostics.push({ code: 'dropped', severity: 'warning', path, message });
  };
  const lists = Array.isArray(data) ? data : [data];
  if (lists.length > 0 && isRows(lists) && lists.every(isSeries)) {
    return lists.map((each, index) => {
      const unit = each['unit'];
      const path = `${index}.points`;
      const series = fromPoints(String(each['name']), each['points'] as readonly unknown[], path, report);
      return typeof unit === 'string' ? { ...series, unit } : series;
    });
  }
  if (Array.isArray(data) && data.length === 0) return [];
  if (isRows(data)) return fromRows(data, time, report);
  return isRecord(data) ? fromColumns(data, time, report) : refuse('rows, columns or series with points');
}
