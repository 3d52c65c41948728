/** Users by group: which groups are large enough to be shown, what each gave to a change, and the rate of all of them. */
import type { ReportContext } from '../../report/context.js';
import { driverInsight, mixInsight, type Part, type RateGroups } from '../../report/drivers.js';
import { makeKpi } from '../../report/kpi.js';
import type { Derivation, ReportKpi } from '../../report/model.js';
import { type Suppressed, suppressSmall } from '../../report/suppress.js';
import { type Placed, shareOf } from './derive.js';
import type { Driven } from './insights.js';
import type { EngagementSegment, SegmentRate, UserEngagementInput } from './schema.js';

/** A group, and where it stands. */
export type PlacedSegment = { readonly segment: EngagementSegment; readonly index: number };

/** The fewest people that a figure of a group is of; 0 where there are none. */
function fewestOf({ users, previousUsers = 0, rate }: EngagementSegment): number {
  const groups = [users, previousUsers, rate?.denominator ?? 0, rate?.previous?.denominator ?? 0];
  const people = groups.filter((count) => count > 0);
  return people.length === 0 ? 0 : Math.min(...people);
}

/** Leaves out the groups of few people. */
export function segmentsOf(
  { options }: ReportContext,
  { segments = [] }: UserEngagementInput,
): Suppressed<PlacedSegment> {
  const all = segments.map((segment, index): PlacedSegment => ({ segment, index }));
  return suppressSmall(all, ({ segment }) => fewestOf(segment), options.minCellCount);
}

const sumOf = (rows: readonly PlacedSegment[], member: 'users' | 'previousUsers'): Derivation => ({
  op: 'sum',
  from: rows.map(({ index }) => `segments.${index}.${member}`),
});

const partOf = (name: string, rows: readonly PlacedSegment[]): Part => ({
  name,
  now: rows.reduce((sum, { segment }) => sum + segment.users, 0),
  before: rows.reduce((sum, { segment }) => sum + (segment.previousUsers ?? 0), 0),
  evidence: { now: sumOf(rows, 'users'), before: sumOf(rows, 'previousUsers') },
});

/** Names the groups that moved the active users, where these are the sum of all groups. Groups that are not shown stay unnamed. */
export function segmentDrivers(
  context: ReportContext,
  { segments = [] }: UserEngagementInput,
  shown: readonly PlacedSegment[],
  kpis: readonly ReportKpi[],
): Driven | undefined {
  if (segments.length < 2 || segments.some(({ previousUsers }) => previousUsers === undefined)) return undefined;
  const known = new Set(shown.map(({ index }) => index));
  const hidden = segments
    .map((segment, index): PlacedSegment => ({ segment, index }))
    .filter(({ index }) => !known.has(index));
  const parts = shown.map((row) => partOf(row.segment.name, [row]));
  if (hidden.length > 0) parts.push(partOf(context.localizer.t('userEngagement.otherSegments'), hidden));
  for (const key of ['mau', 'wau', 'dau']) {
    const kpi = kpis.find((each) => each.key === key);
    const insight = kpi && driverInsight(context, kpi, parts, ['segments.*.name']);
    if (kpi !== undefined && insight !== undefined) return { kpi, insight };
  }
  return undefined;
}

const rateGroups: RateGroups = {
  numerators: 'segments.*.rate.numerator',
  denominators: 'segments.*.rate.denominator',
  before: 'segments.*.rate.previous.numerator',
  beforeOf: 'segments.*.rate.previous.denominator',
};

type Rates = readonly NonNullable<EngagementSegment['rate']>[];

function placedSum(rates: Rates, member: 'numerator' | 'denominator', hasPrevious: boolean): Placed {
  const total = {
    value: rates.reduce((sum, rate) => sum + rate[member], 0),
    from: { op: 'sum' as const, from: [`segments.*.rate.${member}`] },
    before: { op: 'sum' as const, from: [`segments.*.rate.previous.${member}`] },
  };
  if (!hasPrevious) return total;
  return { ...total, previous: rates.reduce((sum, { previous }) => sum + (previous?.[member] ?? 0), 0) };
}

/** The rate of all groups, and what their rates and their mix did to it. */
export type SegmentRates = Pick<Driven, 'kpi'> & Partial<Driven>;

/** Adds up the rates of the groups. A change is claimed only where every group has its rate of before. */
export function segmentRates(
  context: ReportContext,
  input: UserEngagementInput,
  nameOf: (key: SegmentRate) => string,
): SegmentRates | undefined {
  const { segments = [], segmentRate } = input;
  const rates: Rates = segments.flatMap(({ rate }) => (rate === undefined ? [] : [rate]));
  if (segmentRate === undefined || rates.length === 0) return undefined;
  const hasPrevious = rates.every(({ previous }) => previous !== undefined);
  const derived = shareOf(placedSum(rates, 'numerator', hasPrevious), placedSum(rates, 'denominator', hasPrevious));
  if (derived === undefined) return undefined;
  const kpi = makeKpi(context, {
    key: segmentRate,
    label: nameOf(segmentRate),
    path: 'segments',
    unit: 'ratio',
    ...derived,
  });
  const insight = rates.length < 2 ? undefined : mixInsight(context, kpi, input, rateGroups);
  return insight === undefined ? { kpi } : { kpi, insight };
}
