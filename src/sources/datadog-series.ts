/**
 * Answers of Datadog's queries as series. https://docs.datadoghq.com/api/latest/metrics/#query-timeseries-points (v1),
 * https://docs.datadoghq.com/api/latest/metrics/#query-timeseries-data-across-multiple-products (v2)
 */
import type { Diagnostic } from '../kernel/diagnostics.js';
import { InputInvalidError } from '../kernel/errors.js';
import { validate } from '../kernel/formatter.js';
import * as z from '../kernel/zod.js';
import { nullish } from './shared/nullish.js';
import { inOrder, type TimePoint, type TimeSeries } from './shared/time-series.js';

export type { TimePoint, TimeSeries } from './shared/time-series.js';

export type DatadogSeriesOptions = {
  /** Names of the formulas or queries, in their order; answers of v2 number them only. */
  readonly names?: readonly string[];
};

const id = 'sources/datadog-series';

const value = z.union([z.number(), z.literal([null])]);
const units = nullish(z.array(nullish(z.object({ name: nullish(z.string()) }))));

const first = z.object({
  status: nullish(z.string()),
  error: nullish(z.string()),
  series: nullish(
    z.array(
      z.object({
        metric: nullish(z.string()),
        display_name: nullish(z.string()),
        scope: nullish(z.string()),
        pointlist: z.array(
          z.custom<readonly [number, number | null]>(
            (point) =>
              Array.isArray(point) &&
              Number.isFinite(point[0]) &&
              (point[1] === null || (point.length === 2 && Number.isFinite(point[1]))),
            'epoch milliseconds and a number or null',
          ),
        ),
        unit: units,
      }),
    ),
  ),
});

const second = z.object({
  data: nullish(
    z.object({
      attributes: nullish(
        z.object({
          times: nullish(z.array(z.number())),
          values: nullish(z.array(z.array(value))),
          series: nullish(
            z.array(
              z.object({
                group_tags: nullish(z.array(z.string())),
                query_index: nullish(z.number()),
                unit: units,
              }),
            ),
          ),
        }),
      ),
    }),
  ),
});

type Units = readonly ({ readonly name?: string | null | undefined } | null | undefined)[] | null | undefined;

/** Datadog gives a unit and what it is by: `byte` and `second`. */
function unitOf(given: Units): { unit: string } | Record<string, never> {
  const names = (given ?? []).flatMap((unit) => unit?.name ?? []);
  return names.length === 0 ? {} : { unit: names.join('/') };
}

const scoped = (name: string, scope: string): string => (scope === '' || scope === '*' ? name : `${name}{${scope}}`);

const isRecord = (input: unknown): input is Record<string, unknown> => typeof input === 'object' && input !== null;

function createReport(diagnostics: Diagnostic[]) {
  return (path: string, expected: string): void => {
    diagnostics.push({ code: 'dropped', severity: 'warning', path, message: `Left out, expected ${expected}` });
  };
}

function fromFirst(input: unknown, { names = [] }: DatadogSeriesOptions, diagnostics: Diagnostic[]): TimeSeries[] {
  const { status, error, series } = validate(id, first, input);
  if (status === 'error' || (typeof error === 'string' && error !== '')) {
    const expected = 'the answer to a query that succeeded';
    throw new InputInvalidError(id, [{ path: 'error', message: `expected ${expected}`, expected }]);
  }
  return (series ?? []).map(({ metric, display_name, scope, pointlist, unit }, index) => {
    const path = `series.${index}.pointlist`;
    const points = pointlist.map(([time, point]): TimePoint => ({ t: Math.trunc(time), value: point }));
    const name = names[index] ?? scoped(metric ?? display_name ?? String(index), scope ?? '');
    return { name, points: inOrder(points, path, createReport(diagnostics)), ...unitOf(unit) };
  });
}

function fromSecond(input: unknown, { names = [] }: DatadogSeriesOptions, diagnostics: Diagnostic[]): TimeSeries[] {
  const { times, values, series } = validate(id, second, input).data?.attributes ?? {};
  const report = createReport(diagnostics);
  return (series ?? []).map(({ group_tags, query_index, unit }, index) => {
    const column = values?.[index] ?? [];
    const path = `data.attributes.values.${index}`;
    if (column.length !== (times ?? []).length) report(path, 'a value for each time');
    const points = (times ?? []).map((t, at): TimePoint => ({ t: Math.trunc(t), value: column[at] ?? null }));
    const query = query_index ?? index;
    const name = scoped(names[query] ?? `query ${query}`, (group_tags ?? []).join(','));
    return { name, points: inOrder(points, path, report), ...unitOf(unit) };
  });
}

/**
 * Reads the answer of `GET /api/v1/query` or `POST /api/v2/query/timeseries`. Values that are `null` stay gaps. Series are named
 * by metric and scope, as `users.active{env:production}`, and `fromTimeSeries` takes them.
 *
 * @param diagnostics receives times that come twice, and lists of another length than the times
 * @throws InputInvalidError when the value is neither, or says that the query failed
 * @example
 * ```ts
 * import { fromDatadogSeries } from 'channel-formatters/sources/datadog-series';
 *
 * const [series] = fromDatadogSeries({
 *   status: 'ok',
 *   series: [{ metric: 'users.active', scope: '*', pointlist: [[1790812800000, 118402], [1790899200000, null]] }],
 * });
 * console.log(series?.name, series?.points.length);
 * ```
 */
export function fromDatadogSeries(
  input: unknown,
  options: DatadogSeriesOptions = {},
  diagnostics: Diagnostic[] = [],
): TimeSeries[] {
  if (isRecord(input) && 'data' in input) return fromSecond(input, options, diagnostics);
  return fromFirst(input, options, diagnostics);
}
