/** How people use a service in a span of days: who is active, listens, comes back, pays. */
import * as z from '../../kernel/zod.js';
import {
  amountSchema,
  countSchema,
  type Figure,
  figureSchema,
  numberSchema,
  ratioSchema,
} from '../../report/figure.js';
import { pointSchema, type ReportWindow, windowSchema } from '../../report/period.js';
import { cohortsInOrder, pointsInOrder } from './order.js';

/** People who were active; every day of a week is in the week, so that `dau <= wau <= mau`. */
export type ActiveUsers = {
  /** On a day; the mean of the days, rounded, where the window has several. */
  dau?: Figure;
  /** Within 7 days. */
  wau?: Figure;
  /** Within 28 or 30 days. */
  mau?: Figure;
  /** In order of time. A member that is absent is a gap. */
  series?: ActivePoint[];
};

/** `t`: a day as `2026-07-01`, a month, or an instant. */
export type ActivePoint = { t: string | number; dau?: number; wau?: number; mau?: number };

export type Sessions = {
  count: Figure;
  /** Median length in milliseconds. */
  medianMs?: Figure;
  /** The 90th percentile of the length in milliseconds. */
  p90Ms?: Figure;
  /** Mean number of sessions of a user. */
  perUser?: Figure;
};

export type Listening = {
  plays: Figure;
  /** Plays of at least 30 seconds. */
  streams30s?: Figure;
  skips?: Figure;
  /** What counts as a skip, in the reader's language. @default a stop before 30 seconds */
  skipDefinition?: string;
  /** Plays to the end. */
  completions?: Figure;
  /** Time listened in milliseconds. */
  listeningMs?: Figure;
};

/** People who began together, and how many of them came back. */
export type Cohort = {
  /** The day, month or instant at which they began. */
  start: string | number;
  size: number;
  /** In order of `k`. */
  cells: CohortCell[];
};

/** `k`: units after the start. `incomplete`: this unit is not over for all of the cohort, so that a low count is no drop. */
export type CohortCell = { k: number; retained: number; incomplete?: boolean };

export type Retention = {
  unit: 'day' | 'week' | 'month';
  /** `n-day`: came back on day k. `unbounded`: on day k or later. `bracket`: within the k-th span of days. */
  definition: 'n-day' | 'unbounded' | 'bracket';
  /** In order of `start`. */
  cohorts: Cohort[];
};

export type FunnelStep = { step: string; count: number };

export type Subscription = {
  starts: Figure;
  cancels: Figure;
  /** Trials that became subscriptions. */
  trialConversions?: Figure;
  trials?: Figure;
  /** People who had cancelled and came back. */
  reactivations?: Figure;
  /** Subscriptions at the start of the window, of which `cancels` are a share. */
  activeAtStart?: Figure;
};

/** What a subscriber is worth: `arpu` times `marginRatio` for as long as a subscription lasts at this churn. */
export type LifetimeValue = {
  /** Revenue of a subscriber a month, in major units. */
  arpu: Figure<string>;
  /** ISO 4217. */
  currency: string;
  /** Share of subscribers who leave within a month. */
  churnRatio: number;
  /** @default 1, revenue as it is */
  marginRatio?: number;
  /** No more months than these are counted. Without churn nothing else ends the sum. */
  horizonMonths?: number;
};

/** A group of users. Groups of few people are not shown. */
export type EngagementSegment = {
  name: string;
  users: number;
  previousUsers?: number;
  /** What `segmentRate` counts in this group, and of how many. */
  rate?: { numerator: number; denominator: number; previous?: { numerator: number; denominator: number } };
};

/** What the rates of segments are rates of. */
export type SegmentRate = 'retentionRatio' | 'conversionRatio' | 'churnRatio' | 'skipRatio' | 'completionRatio';

export type UserEngagementInput = {
  window: ReportWindow;
  active?: ActiveUsers;
  sessions?: Sessions;
  listening?: Listening;
  retention?: Retention;
  /** From the first step to the last. */
  funnel?: FunnelStep[];
  subscription?: Subscription;
  ltv?: LifetimeValue;
  /** Counts of activity: 7 weekdays from Monday (ISO 8601), of 24 hours each, in the zone of the window. */
  heatmap?: number[][];
  segments?: EngagementSegment[];
  /** Needed where segments have a `rate`. */
  segmentRate?: SegmentRate;
};

const figure = () => z.optional(figureSchema(countSchema()));

const fromZero = () =>
  z.optional(figureSchema(numberSchema().check(z.refine((value) => value >= 0, 'a number from 0'))));

const name = () => z.string().check(z.minLength(1, 'at least one character'));

const activeSchema = () =>
  z.strictObject({
    dau: figure(),
    wau: figure(),
    mau: figure(),
    series: z.optional(
      z
        .array(
          z.strictObject({
            t: pointSchema(),
            dau: z.optional(countSchema()),
            wau: z.optional(countSchema()),
            mau: z.optional(countSchema()),
          }),
        )
        .check(pointsInOrder),
    ),
  });

const retentionSchema = () =>
  z.strictObject({
    unit: z.enum(['day', 'week', 'month']),
    definition: z.enum(['n-day', 'unbounded', 'bracket']),
    cohorts: z
      .array(
        z.strictObject({
          start: pointSchema(),
          size: countSchema(),
          cells: z.array(
            z.strictObject({ k: countSchema(), retained: countSchema(), incomplete: z.optional(z.boolean()) }),
          ),
        }),
      )
      .check(cohortsInOrder),
  });

const ltvSchema = () =>
  z.strictObject({
    arpu: figureSchema(amountSchema()),
    currency: z.string().check(z.regex(/^[A-Z]{3}$/, 'an ISO 4217 code as `EUR`')),
    churnRatio: ratioSchema(),
    marginRatio: z.optional(ratioSchema()),
    horizonMonths: z.optional(
      z.int().check(z.refine((value) => value >= 1 && value <= 600, 'a whole number from 1 to 600')),
    ),
  });

const partOfWhole = () =>
  z.refine<{ numerator: number; denominator: number }>(({ numerator, denominator }) => numerator <= denominator, {
    path: ['numerator'],
    error: 'at most the denominator',
  });

const segmentSchema = () =>
  z.strictObject({
    name: name(),
    users: countSchema(),
    previousUsers: z.optional(countSchema()),
    rate: z.optional(
      z
        .strictObject({
          numerator: countSchema(),
          denominator: countSchema(),
          previous: z.optional(
            z.strictObject({ numerator: countSchema(), denominator: countSchema() }).check(partOfWhole()),
          ),
        })
        .check(partOfWhole()),
    ),
  });

const hasLength = (wanted: number, what: string) =>
  z.refine<readonly unknown[]>(({ length }) => length === wanted, `${wanted} ${what}`);

/** Builds the schema of a {@link UserEngagementInput}. What only contradicts itself passes, and the report says so. */
export function userEngagementSchema() {
  return z
    .strictObject({
      window: windowSchema(),
      active: z.optional(activeSchema()),
      sessions: z.optional(
        z.strictObject({
          count: figureSchema(countSchema()),
          medianMs: fromZero(),
          p90Ms: fromZero(),
          perUser: fromZero(),
        }),
      ),
      listening: z.optional(
        z.strictObject({
          plays: figureSchema(countSchema()),
          streams30s: figure(),
          skips: figure(),
          skipDefinition: z.optional(name()),
          completions: figure(),
          listeningMs: figure(),
        }),
      ),
      retention: z.optional(retentionSchema()),
      funnel: z.optional(z.array(z.strictObject({ step: name(), count: countSchema() }))),
      subscription: z.optional(
        z.strictObject({
          starts: figureSchema(countSchema()),
          cancels: figureSchema(countSchema()),
          trialConversions: figure(),
          trials: figure(),
          reactivations: figure(),
          activeAtStart: figure(),
        }),
      ),
      ltv: z.optional(ltvSchema()),
      heatmap: z.optional(
        z
          .array(z.array(countSchema()).check(hasLength(24, 'counts, one an hour')))
          .check(hasLength(7, 'weekdays from Monday')),
      ),
      segments: z.optional(z.array(segmentSchema())),
      segmentRate: z.optional(
        z.enum(['retentionRatio', 'conversionRatio', 'churnRatio', 'skipRatio', 'completionRatio']),
      ),
    })
    .check(
      z.refine(({ segments = [], segmentRate }) => segmentRate !== undefined || segments.every(({ rate }) => !rate), {
        path: ['segmentRate'],
        error: 'what the rates of the segments are rates of',
      }),
    );
}
