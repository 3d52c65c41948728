/** Cohorts, funnel, segments and the busiest hours as tables, whole: what files are made of. */
import type { Column, Inline, Table } from '../../document/nodes.js';
import type { ReportContext } from '../../report/context.js';
import { cohortShares } from './charts.js';
import { busiestHours, hourOf, weekdayOf } from './heatmap.js';
import { cohortLabel, dayOf } from './points.js';
import { distancesOf } from './retention.js';
import type { FunnelStep, Retention, UserEngagementInput } from './schema.js';
import type { PlacedSegment } from './segments.js';

type Cell = readonly Inline[];

/** A new one each time: readers of a report may change what they hold. */
const empty = (): Cell => [];
const text = (value: string): Cell => (value === '' ? empty() : [{ type: 'text', value }]);
const count = (value: number | undefined): Cell =>
  value === undefined ? empty() : [{ type: 'number', value, maxFractionDigits: 0 }];
const ratio = (value: number | null): Cell =>
  value === null ? empty() : [{ type: 'number', value, style: 'percent' }];

const label = (value: string): Column => ({ label: value });
const figure = (value: string): Column => ({ label: value, align: 'end' });

function cohortTable({ localizer }: ReportContext, { unit, cohorts }: Retention): Table {
  const { t } = localizer;
  const distances = distancesOf(cohorts);
  return {
    type: 'table',
    path: 'retention.cohorts',
    caption: t('userEngagement.cohorts'),
    columns: [
      label(t('userEngagement.cohort')),
      figure(t('userEngagement.cohortSize')),
      ...distances.map((k) => figure(t('userEngagement.at', { unit, k }))),
    ],
    rows: cohorts.map((cohort) => [
      unit === 'month'
        ? text(cohortLabel(localizer, cohort.start, unit))
        : [{ type: 'date', value: dayOf(cohort.start), style: 'day' }],
      count(cohort.size),
      ...cohortShares(cohort, distances).map(ratio),
    ]),
  };
}

/** The share of a step; none where it is above what it is a share of. */
const shareOfStep = (value: number, of: number): number | null => (of > 0 && value <= of ? value / of : null);

function funnelTable({ localizer: { t } }: ReportContext, funnel: readonly FunnelStep[]): Table {
  const first = funnel[0]?.count ?? 0;
  return {
    type: 'table',
    path: 'funnel',
    caption: t('userEngagement.funnel'),
    columns: [
      label(t('userEngagement.step')),
      figure(t('userEngagement.users')),
      figure(t('userEngagement.ofPrevious')),
      figure(t('userEngagement.ofFirst')),
    ],
    rows: funnel.map(({ step, count: users }, index) => {
      const before = funnel[index - 1]?.count;
      return [
        text(step),
        count(users),
        before === undefined ? empty() : ratio(shareOfStep(users, before)),
        ratio(shareOfStep(users, first)),
      ];
    }),
  };
}

function segmentTable(
  { localizer: { t } }: ReportContext,
  rows: readonly PlacedSegment[],
  rateLabel: string | undefined,
): Table {
  const hasPrevious = rows.some(({ segment }) => segment.previousUsers !== undefined);
  return {
    type: 'table',
    path: 'segments',
    caption: t('userEngagement.segments'),
    columns: [
      label(t('userEngagement.segment')),
      figure(t('userEngagement.users')),
      ...(hasPrevious ? [figure(t('userEngagement.usersBefore'))] : []),
      ...(rateLabel === undefined ? [] : [figure(rateLabel)]),
    ],
    rows: rows.map(({ segment: { name, users, previousUsers, rate } }) => [
      text(name),
      count(users),
      ...(hasPrevious ? [count(previousUsers)] : []),
      ...(rateLabel === undefined
        ? []
        : [ratio(rate === undefined || rate.denominator === 0 ? null : rate.numerator / rate.denominator)]),
    ]),
  };
}

function hourTable({ localizer }: ReportContext, heatmap: readonly (readonly number[])[]): Table {
  const { t } = localizer;
  return {
    type: 'table',
    path: 'heatmap',
    caption: t('userEngagement.busiestHours'),
    columns: [
      label(t('userEngagement.weekday')),
      label(t('userEngagement.hour')),
      figure(t('userEngagement.activity')),
    ],
    rows: busiestHours(heatmap).map((peak) => [
      text(weekdayOf(localizer, peak.weekday)),
      text(hourOf(localizer, peak.hour)),
      count(peak.count),
    ]),
  };
}

/** Makes the tables. */
export function tablesOf(
  context: ReportContext,
  { retention, funnel = [], heatmap }: UserEngagementInput,
  segments: readonly PlacedSegment[],
  rateLabel: string | undefined,
): Table[] {
  const tables: Table[] = [];
  if (retention !== undefined && retention.cohorts.length > 0) tables.push(cohortTable(context, retention));
  if (funnel.length > 0) tables.push(funnelTable(context, funnel));
  if (segments.length > 0) tables.push(segmentTable(context, segments, rateLabel));
  if (heatmap?.some((hours) => hours.some((value) => value > 0))) tables.push(hourTable(context, heatmap));
  return tables;
}
