/** The key figures of a playlist, and those that follow from its tracks. */
import type { MessageId } from '../../generated/messages.js';
import type { ReportContext } from '../../report/context.js';
import { type Figure, readingOf } from '../../report/figure.js';
import { type KpiSpec, makeKpi } from '../../report/kpi.js';
import type { Derivation, ReportKpi } from '../../report/model.js';
import { isComparable } from '../../report/period.js';
import type { Movement, Placed } from './movement.js';
import type { PlaylistAnalyticsInput, PlaylistAudience } from './schema.js';

type MetricMessage = MessageId & `metric.${string}`;

/** What an audience is called, and by which key its polarity is found. */
export const audienceWords = {
  followers: { key: 'playlistFollowers', label: 'metric.playlistFollowers' },
  likes: { key: 'playlistLikes', label: 'metric.playlistLikes' },
  views: { key: 'playlistViews', label: 'metric.playlistViews' },
  fans: { key: 'playlistFans', label: 'metric.playlistFans' },
} as const satisfies Record<PlaylistAudience['metric'], { key: string; label: MetricMessage }>;

type Spec = Omit<KpiSpec, 'label'> & { readonly label: MetricMessage };

const counted = (list: string, placed: readonly Placed[]): Derivation => ({
  op: 'count',
  from: placed.map(({ index }) => `${list}.${index}.position`),
});

function audience({ audience: given }: PlaylistAnalyticsInput): Spec[] {
  if (given === undefined) return [];
  const { metric, value, previous, target } = given;
  const figure = {
    value,
    ...(previous !== undefined && { previous }),
    ...(target !== undefined && { target }),
  };
  return [{ ...audienceWords[metric], path: 'audience', unit: 'count', figure }];
}

/** How the audience changed for each track that was added; nothing of a cause. */
function perAdd({ audience: given, activity }: PlaylistAnalyticsInput, { period }: ReportContext): Spec[] {
  const { adds } = activity ?? {};
  if (given?.previous === undefined || adds === undefined || readingOf(adds).value === 0) return [];
  if (period !== undefined && !(period.complete && isComparable(period))) return [];
  const addsPath = typeof adds === 'object' ? 'activity.adds.value' : 'activity.adds';
  const change: Derivation = { op: 'difference', from: ['audience.value', 'audience.previous'] };
  return [
    {
      key: 'audiencePerAdd',
      label: 'metric.audiencePerAdd',
      path: 'audience',
      unit: 'decimal',
      figure: (given.value - given.previous) / readingOf(adds).value,
      evidence: { value: { op: 'ratio', from: [change, addsPath] } },
    },
  ];
}

const activities = [
  { key: 'adds', label: 'metric.adds', unit: 'count' },
  { key: 'removals', label: 'metric.removals', unit: 'count' },
  { key: 'reorders', label: 'metric.reorders', unit: 'count' },
  { key: 'churnRatio', label: 'metric.trackChurn', unit: 'ratio' },
] as const;

function activity({ activity: given = {} }: PlaylistAnalyticsInput): Spec[] {
  return activities.flatMap(({ key, label, unit }): Spec[] => {
    const figure: Figure | undefined = given[key];
    return figure === undefined ? [] : [{ key, label, path: `activity.${key}`, unit, figure }];
  });
}

function refresh(input: PlaylistAnalyticsInput, { hasSnapshot, entered, left }: Movement): Spec[] {
  const { tracks = [], previousTracks = [] } = input;
  if (!hasSnapshot || tracks.length === 0 || previousTracks.length === 0) return [];
  const refreshed: Spec = {
    key: 'refreshRatio',
    label: 'metric.refreshRatio',
    path: 'tracks',
    unit: 'ratio',
    figure: entered.length / tracks.length,
    evidence: {
      value: { op: 'ratio', from: [counted('tracks', entered), { op: 'count', from: ['tracks.*.position'] }] },
    },
  };
  if (input.activity?.churnRatio !== undefined) return [refreshed];
  const churned: Spec = {
    key: 'churnRatio',
    label: 'metric.trackChurn',
    path: 'previousTracks',
    unit: 'ratio',
    figure: left.length / previousTracks.length,
    evidence: {
      value: {
        op: 'ratio',
        from: [counted('previousTracks', left), { op: 'count', from: ['previousTracks.*.position'] }],
      },
    },
  };
  return [refreshed, churned];
}

function explicitShare({ tracks = [] }: PlaylistAnalyticsInput): Spec[] {
  const known = tracks.filter(({ explicit }) => explicit !== undefined).length;
  if (known === 0) return [];
  const marked = tracks.filter(({ explicit }) => explicit === true).length;
  const yes = { path: 'tracks.*.explicit', where: { explicit: true } };
  const no = { path: 'tracks.*.explicit', where: { explicit: false } };
  return [
    {
      key: 'explicitShare',
      label: 'metric.explicitShare',
      path: 'tracks',
      unit: 'ratio',
      figure: marked / known,
      evidence: {
        value: {
          op: 'ratio',
          from: [
            { op: 'count', from: [yes] },
            { op: 'count', from: [yes, no] },
          ],
        },
      },
    },
  ];
}

/** Makes the key figures. */
export function playlistKpis(input: PlaylistAnalyticsInput, movement: Movement, context: ReportContext): ReportKpi[] {
  const specs = [
    ...audience(input),
    ...perAdd(input, context),
    ...activity(input),
    ...refresh(input, movement),
    ...explicitShare(input),
  ];
  return specs.map((spec) => makeKpi(context, { ...spec, label: context.localizer.t(spec.label) }));
}
