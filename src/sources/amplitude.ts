/** Amplitude's retention analysis. https://amplitude.com/docs/apis/analytics/dashboard-rest#retention-analysis */
import type { Cohort, CohortCell, Retention, UserEngagementInput } from '../domains/user-engagement/schema.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { validate } from '../kernel/formatter.js';
import * as z from '../kernel/zod.js';
import { parseDay, type ReportWindow } from '../report/period.js';
import { nullish } from './shared/nullish.js';

/** What the answer does not say of the question. */
export type AmplitudeOptions = {
  readonly window: ReportWindow;
  /** The parameter `i` of the query. @default 1, days */
  readonly interval?: 1 | 7 | 30;
  /** The parameter `rm` of the query. @default 'n-day' */
  readonly mode?: 'n-day' | 'rolling' | 'bracket';
  /** Which of several segments is read. @default 0 */
  readonly segment?: number;
};

const id = 'sources/amplitude';

const count = z.int().check(z.refine((value) => value >= 0, 'a whole number from 0'));

const schema = z.object({
  data: z.object({
    series: z.array(
      z.object({
        values: z.record(z.string(), z.array(z.object({ count, outof: count, incomplete: nullish(z.boolean()) }))),
      }),
    ),
  }),
});

const unitOf = { 1: 'day', 7: 'week', 30: 'month' } as const;
/** `rolling` is what others call unbounded. */
const definitionOf = { 'n-day': 'n-day', rolling: 'unbounded', bracket: 'bracket' } as const;

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** `Sep 2021`, `Sep 6, 2021` and `Sep 6`. */
const written = /^([A-Za-z]{3})[a-z]*\.?(?: (\d{1,2}))?(?:,? (\d{4}))?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Reads the name of a cohort. A day without a year is the last such day before the end of the window. */
function startOf(name: string, { to }: ReportWindow): string | undefined {
  if (parseDay(name) !== undefined) return name;
  const digits = compact.exec(name);
  const iso = digits === null ? '' : `${digits[1]}-${digits[2]}-${digits[3]}`;
  if (parseDay(iso) !== undefined) return iso;
  const [, monthName = '', day, year] = written.exec(name) ?? [];
  const month = months.indexOf(monthName.toLowerCase()) + 1;
  if (month === 0) return undefined;
  const rest = day === undefined ? twoDigits(month) : `${twoDigits(month)}-${day.padStart(2, '0')}`;
  const ownYear = Number(to.slice(0, 4));
  const guessed = `${ownYear}-${rest}` <= to ? ownYear : ownYear - 1;
  const start = `${year ?? guessed}-${rest}`;
  return parseDay(start) === undefined ? undefined : start;
}

type Values = readonly {
  readonly count: number;
  readonly outof: number;
  readonly incomplete?: boolean | null | undefined;
}[];

/** Where only some of a cohort could come back yet, Amplitude counts out of fewer: that is not over either. */
function cohortOf(start: string, values: Values): Cohort {
  const size = Math.max(0, ...values.map(({ outof }) => outof));
  const cells = values.map(({ count: retained, outof, incomplete }, k): CohortCell => {
    const isOpen = incomplete === true || outof < size;
    return isOpen ? { k, retained, incomplete: true } : { k, retained };
  });
  return { start, size, cells };
}

/**
 * Reads the answer of `GET /api/2/retention`. Cells that Amplitude calls incomplete stay so, and are no drop.
 *
 * @param diagnostics receives further segments, and cohorts that contradict themselves or whose names are no dates
 * @throws InputInvalidError when the value is no such answer
 * @example
 * ```ts
 * import { fromAmplitude } from 'channel-formatters/sources/amplitude';
 *
 * const answer = {
 *   data: { series: [{ values: { 'Sep 2026': [{ count: 13, outof: 13 }, { count: 5, outof: 13, incomplete: true }] } }] },
 * };
 * const window = { from: '2026-09-01', to: '2026-10-31' };
 * const { retention } = fromAmplitude(answer, { window, interval: 30 });
 * console.log(retention?.cohorts.length);
 * ```
 */
export function fromAmplitude(
  input: unknown,
  { window, interval = 1, mode = 'n-day', segment = 0 }: AmplitudeOptions,
  diagnostics: Diagnostic[] = [],
): UserEngagementInput {
  const { series } = validate(id, schema, input).data;
  const drop = (path: string, message: string): void => {
    diagnostics.push({ code: 'dropped', severity: 'warning', path, message });
  };
  for (const index of series.keys()) {
    if (index !== segment) drop(`data.series.${index}`, 'A segment that was not asked for was left out');
  }
  const cohorts = new Map<number, Cohort>();
  for (const [name, values] of Object.entries(series[segment]?.values ?? {})) {
    const path = `data.series.${segment}.values.${name}`;
    const start = startOf(name, window);
    if (start === undefined) drop(path, 'A cohort was left out, expected its date');
    else if (values.some(({ count: retained, outof }) => retained > outof)) {
      drop(path, 'A cohort was left out, expected no more users than it has');
    } else if (cohorts.has(parseDay(start) ?? 0)) drop(path, 'A cohort was left out, expected each date once');
    else cohorts.set(parseDay(start) ?? 0, cohortOf(start, values));
  }
  const retention: Retention = {
    unit: unitOf[interval],
    definition: definitionOf[mode],
    cohorts: [...cohorts].sort(([a], [b]) => a - b).map(([, cohort]) => cohort),
  };
  return { window, retention };
}
