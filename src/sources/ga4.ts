/**
 * Reports of the Google Analytics Data API.
 * https://developers.google.com/analytics/devguides/reporting/data/v1/rest/v1beta/RunReportResponse
 */
import type { ActivePoint, EngagementSegment, UserEngagementInput } from '../domains/user-engagement/schema.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { validate } from '../kernel/formatter.js';
import * as z from '../kernel/zod.js';
import { parseDay, type ReportWindow } from '../report/period.js';
import { activeUsersOf } from './shared/active-users.js';
import { nullish } from './shared/nullish.js';
import { countText } from './shared/numeric-text.js';

export type Ga4Options = { readonly window: ReportWindow };

const id = 'sources/ga4';

const headers = nullish(z.array(z.object({ name: z.string() })));
const values = nullish(z.array(z.object({ value: nullish(z.string()) })));

const schema = z.object({
  dimensionHeaders: headers,
  metricHeaders: headers,
  rows: nullish(z.array(z.object({ dimensionValues: values, metricValues: values }))),
  rowCount: nullish(z.number()),
  metadata: nullish(z.object({ timeZone: nullish(z.string()), subjectToThresholding: nullish(z.boolean()) })),
});

/** https://developers.google.com/analytics/devguides/reporting/data/v1/api-schema#metrics */
const activeMetrics = [
  ['active1DayUsers', 'dau'],
  ['active7DayUsers', 'wau'],
  ['active28DayUsers', 'mau'],
] as const;

/** The API adds this dimension where a report has several spans, and names them so in their order. */
const rangeDimension = 'dateRange';

type Row = {
  readonly dimensions: Readonly<Record<string, string>>;
  readonly metrics: Readonly<Record<string, number>>;
};

type Answer = z.output<typeof schema>;

function rowsOf({ dimensionHeaders, metricHeaders, rows }: Answer, diagnostics: Diagnostic[]): Row[] {
  return (rows ?? []).map(({ dimensionValues, metricValues }, index) => {
    const dimensions: Record<string, string> = {};
    for (const [at, { name }] of (dimensionHeaders ?? []).entries()) {
      dimensions[name] = dimensionValues?.[at]?.value ?? '';
    }
    const metrics: Record<string, number> = {};
    for (const [at, { name }] of (metricHeaders ?? []).entries()) {
      const text = metricValues?.[at]?.value;
      const count = countText(text);
      if (count !== undefined) metrics[name] = count;
      // Means and lengths have fractions, and no place here.
      else if (isRead(name)) {
        const message = 'Left out, expected a whole number from 0';
        const path = `rows.${index}.metricValues.${at}.value`;
        diagnostics.push({ code: 'dropped', severity: 'warning', path, message });
      }
    }
    return { dimensions, metrics };
  });
}

const isRead = (name: string): boolean =>
  name === 'activeUsers' || name === 'sessions' || activeMetrics.some(([metric]) => metric === name);

/** `20261001` as `2026-10-01`. */
const dayOf = (date: string): string => `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;

function fromDays(rows: readonly Row[], window: ReportWindow, diagnostics: Diagnostic[]): UserEngagementInput {
  const points = rows.flatMap(({ dimensions, metrics }, index): ActivePoint[] => {
    const t = dayOf(dimensions['date'] ?? '');
    const point: ActivePoint = { t };
    for (const [metric, key] of activeMetrics) {
      const count = metrics[metric];
      if (count !== undefined) point[key] = count;
    }
    if (parseDay(t) !== undefined && t.length === 10) return [point];
    const message = 'Left out, expected a day as 20261001';
    diagnostics.push({ code: 'dropped', severity: 'warning', path: `rows.${index}.dimensionValues`, message });
    return [];
  });
  const keys = activeMetrics.map(([, key]) => key).filter((key) => points.some((point) => point[key] !== undefined));
  const metrics = Object.fromEntries(keys.map((key) => [key, key]));
  const input = activeUsersOf(points, { window, metrics, time: 't' }, diagnostics);
  const isNow = ({ dimensions }: Row): boolean => {
    const day = dayOf(dimensions['date'] ?? '');
    return day >= window.from && day <= window.to;
  };
  const sessions = rows.filter(isNow).flatMap((row) => row.metrics['sessions'] ?? []);
  if (sessions.length === 0) return input;
  return { ...input, sessions: { count: sessions.reduce((sum, count) => sum + count, 0) } };
}

function fromGroups(rows: readonly Row[], dimension: string, window: ReportWindow): UserEngagementInput {
  const segments = new Map<string, EngagementSegment>();
  for (const { dimensions, metrics } of rows) {
    const users = metrics['activeUsers'];
    const name = dimensions[dimension] ?? '';
    if (users === undefined || name === '') continue;
    const segment = segments.get(name) ?? { name, users: 0 };
    const isBefore = dimensions[rangeDimension] === 'date_range_1';
    segments.set(name, isBefore ? { ...segment, previousUsers: users } : { ...segment, users });
  }
  return { window, segments: [...segments.values()] };
}

function withZone(window: ReportWindow, timeZone: string | null | undefined): ReportWindow {
  return window.timeZone !== undefined || typeof timeZone !== 'string' || timeZone === ''
    ? window
    : { ...window, timeZone };
}

/**
 * Reads the answer of `properties.runReport`: by `date` as active users of each day, by another dimension as users of groups. The
 * API sends numbers as texts, and no rows where there are none.
 *
 * @param diagnostics receives numbers that are none, and rows that were not sent along or held back
 * @throws InputInvalidError when the value is no such answer
 * @example
 * ```ts
 * import { fromGa4 } from 'channel-formatters/sources/ga4';
 *
 * const answer = {
 *   dimensionHeaders: [{ name: 'date' }],
 *   metricHeaders: [{ name: 'active1DayUsers', type: 'TYPE_INTEGER' }],
 *   rows: [{ dimensionValues: [{ value: '20261001' }], metricValues: [{ value: '118402' }] }],
 *   rowCount: 1,
 *   metadata: { timeZone: 'Europe/Paris' },
 * };
 * const { active } = fromGa4(answer, { window: { from: '2026-10-01', to: '2026-10-31' } });
 * console.log(active?.dau);
 * ```
 */
export function fromGa4(
  input: unknown,
  { window: given }: Ga4Options,
  diagnostics: Diagnostic[] = [],
): UserEngagementInput {
  const answer = validate(id, schema, input);
  const { dimensionHeaders, rowCount, metadata } = answer;
  const rows = rowsOf(answer, diagnostics);
  const window = withZone(given, metadata?.timeZone);
  if (typeof rowCount === 'number' && rowCount > rows.length) {
    const message = 'The answer has the first rows only';
    diagnostics.push({
      code: 'dropped',
      severity: 'warning',
      path: 'rows',
      message,
      limit: rows.length,
      actual: rowCount,
      unit: 'item',
    });
  }
  if (metadata?.subjectToThresholding === true) {
    const message = 'Analytics held back rows of few users';
    diagnostics.push({ code: 'suppressed', severity: 'warning', path: 'metadata.subjectToThresholding', message });
  }
  const names = (dimensionHeaders ?? []).map(({ name }) => name).filter((name) => name !== rangeDimension);
  const [dimension] = names;
  if (names.includes('date')) return fromDays(rows, window, diagnostics);
  return dimension === undefined ? { window } : fromGroups(rows, dimension, window);
}
