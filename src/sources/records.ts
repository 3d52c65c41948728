/** Plain records, as a query or a CSV file gives them: some columns are metrics, others say of what. */
import type { Diagnostic } from '../kernel/diagnostics.js';
import { toEpochMs } from '../kernel/instant.js';
import type { Attributes, Counter, Gauge, GaugePoint, MetricBatch, MetricValue } from '../metric/model.js';

/** What a column of numbers is. */
export type MetricColumn = {
  readonly kind?: 'counter' | 'gauge';
  /** @default the name of the column */
  readonly name?: string;
  readonly unit?: string;
  readonly help?: string;
};

export type RecordColumns = {
  readonly metrics: Readonly<Record<string, MetricColumn>>;
  /** Columns that tell rows apart. */
  readonly attributes?: readonly string[];
  /** The column with the time of a row: epoch milliseconds, an ISO 8601 text or a `Date`. */
  readonly timestamp?: string;
  readonly resource?: Attributes;
};

type Row = Readonly<Record<string, unknown>>;

const isNumber = (value: unknown): value is MetricValue => typeof value === 'number' || typeof value === 'bigint';

function attributesOf(row: Row, names: readonly string[]): Attributes | undefined {
  const found: [string, string][] = [];
  for (const name of names) {
    const value = Object.hasOwn(row, name) ? row[name] : undefined;
    if (value !== undefined && value !== null) found.push([name, String(value)]);
  }
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/**
 * Makes metrics of records, one point a row and column.
 *
 * @param diagnostics receives cells that are no numbers, and times that are none
 * @example
 * ```ts
 * import { fromRecords } from 'channel-formatters/sources/records';
 *
 * const rows = [{ country: 'FR', streams: 1_204_551n, day: '2026-11-20T00:00:00Z' }];
 * const batch = fromRecords(rows, {
 *   metrics: { streams: { kind: 'counter', help: 'Streams of the day' } },
 *   attributes: ['country'],
 *   timestamp: 'day',
 * });
 * console.log(batch.metrics.length);
 * ```
 */
export function fromRecords(rows: readonly Row[], columns: RecordColumns, diagnostics: Diagnostic[] = []): MetricBatch {
  const { attributes: names = [], timestamp: timeColumn, resource } = columns;
  const drop = (path: string, message: string): void => {
    diagnostics.push({ code: 'dropped', severity: 'warning', path, message });
  };
  const bases = rows.map((row, index) => {
    const attributes = attributesOf(row, names);
    const time = timeColumn === undefined ? undefined : toEpochMs(row[timeColumn]);
    if (timeColumn !== undefined && time === undefined) drop(`${index}.${timeColumn}`, 'Left out, expected a time');
    return { ...(attributes !== undefined && { attributes }), ...(time !== undefined && { timestamp: time }) };
  });
  const metrics = Object.entries(columns.metrics).map(([column, { kind = 'gauge', name = column, unit, help }]) => {
    const points = rows.flatMap((row, index): GaugePoint[] => {
      const value = Object.hasOwn(row, column) ? row[column] : undefined;
      if (isNumber(value)) return [{ ...bases[index], value }];
      if (value !== undefined && value !== null) drop(`${index}.${column}`, 'Left out, expected a number');
      return [];
    });
    const metric: Counter | Gauge = {
      kind,
      name,
      ...(unit !== undefined && { unit }),
      ...(help !== undefined && { help }),
      points,
    };
    return metric;
  });
  return resource === undefined ? { metrics } : { resource, metrics };
}
