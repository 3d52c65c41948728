/** What a tenant settles about reports, once, in its configuration. */
import * as z from '../kernel/zod.js';

/** Whether more is better. */
export type Polarity = 'higher' | 'lower' | 'neutral';

export type ReportTenantOptions = {
  /** Whether more of a figure is welcome, by its key, where that is not what it is for most: `{ skipRatio: 'neutral' }`. */
  polarity?: Record<string, Polarity>;
  /** Groups of fewer people are not shown. @default 10 */
  minCellCount?: number;
  /** Rows of a table that documents show; the report has all of them. @default 20 */
  maxTableRows?: number;
};

const within = (min: number, max: number) =>
  z.int().check(z.refine((value) => value >= min && value <= max, `a whole number from ${min} to ${max}`));

/** Creates the schema of the options. */
export const createReportOptionsSchema = () =>
  z.strictObject({
    polarity: z.optional(
      z.custom<Record<string, Polarity>>(
        (value) =>
          typeof value === 'object' &&
          value !== null &&
          Object.values(value).every((each) => each === 'higher' || each === 'lower' || each === 'neutral'),
        'an object of `higher`, `lower` or `neutral`',
      ),
    ),
    minCellCount: z.optional(within(1, 1000)),
    maxTableRows: z.optional(within(1, 1000)),
  });
