/** Mixpanel's retention report. https://docs.mixpanel.com/reference/retention-query */
import type { Cohort, CohortCell, UserEngagementInput } from '../domains/user-engagement/schema.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { validate } from '../kernel/formatter.js';
import * as z from '../kernel/zod.js';
import { parseDay, type ReportWindow } from '../report/period.js';

/** What the answer does not say of the question. */
export type MixpanelOptions = {
  readonly window: ReportWindow;
  /** The parameter `unit` of the query. @default 'day' */
  readonly unit?: 'day' | 'week' | 'month';
  /** The last day of which everything is counted: later intervals are not over. @default the last day of the window */
  readonly countedTo?: string;
  /** What counts as having come back. @default 'n-day' */
  readonly definition?: 'n-day' | 'unbounded';
};

const id = 'sources/mixpanel';
const dayMs = 86_400_000;

const count = z.int().check(z.refine((value) => value >= 0, 'a whole number from 0'));

const schema = z.record(z.string(), z.object({ counts: z.array(count), first: count }));

/** Adds intervals to a day. */
function after(startMs: number, unit: 'day' | 'week' | 'month', intervals: number): number {
  if (unit !== 'month') return startMs + intervals * dayMs * (unit === 'week' ? 7 : 1);
  const start = new Date(startMs);
  return Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + intervals, start.getUTCDate());
}

/**
 * Reads the answer of `GET /retention`. Counts may rise again, since retention is no funnel. Mixpanel does not say which intervals
 * are not over; here they are all those that had not ended for the last user of a cohort when counting ended.
 *
 * @param diagnostics receives cohorts that contradict themselves, or whose names are no days
 * @throws InputInvalidError when the value is no such answer
 * @example
 * ```ts
 * import { fromMixpanel } from 'channel-formatters/sources/mixpanel';
 *
 * const answer = { '2026-10-01': { counts: [90, 71, 64], first: 100 }, '2026-10-02': { counts: [85, 60], first: 98 } };
 * const window = { from: '2026-10-01', to: '2026-10-31' };
 * const { retention } = fromMixpanel(answer, { window });
 * console.log(retention?.cohorts.length);
 * ```
 */
export function fromMixpanel(
  input: unknown,
  { window, unit = 'day', countedTo = window.to, definition = 'n-day' }: MixpanelOptions,
  diagnostics: Diagnostic[] = [],
): UserEngagementInput {
  const answer = validate(id, schema, input);
  const endMs = (parseDay(countedTo) ?? 0) + dayMs;
  const cohorts: { at: number; cohort: Cohort }[] = [];
  for (const [start, { counts, first: size }] of Object.entries(answer)) {
    const at = parseDay(start);
    if (at === undefined || counts.some((retained) => retained > size)) {
      const expected = at === undefined ? 'a day as 2026-07-01' : 'no more users than it has';
      diagnostics.push({
        code: 'dropped',
        severity: 'warning',
        path: start,
        message: `A cohort was left out, expected ${expected}`,
      });
      continue;
    }
    const cells = counts.map(
      (retained, k): CohortCell =>
        // The last user began at the end of the first interval, and has this one from then on.
        after(at, unit, k + 2) <= endMs ? { k, retained } : { k, retained, incomplete: true },
    );
    cohorts.push({ at, cohort: { start, size, cells } });
  }
  cohorts.sort((a, b) => a.at - b.at);
  return { window, retention: { unit, definition, cohorts: cohorts.map(({ cohort }) => cohort) } };
}
