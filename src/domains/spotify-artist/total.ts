/** Whether the streams of all days of a window add up to what the input says of the window. */
import type { ReportContext } from '../../report/context.js';
import { makeFinding } from '../../report/insight.js';
import type { Finding } from '../../report/model.js';
import { readKpi } from './readings.js';
import type { SpotifyArtistInput } from './schema.js';

const dayMs = 86_400_000;

/** Days are cut at other hours by some exports, which moves some streams across the ends. */
const tolerance = 0.01;

/** Says that they do not, where there is a point for every day of the window and no other. */
export function totalFinding(
  input: SpotifyArtistInput,
  times: readonly number[],
  context: ReportContext,
): Finding | undefined {
  const { timeline = [] } = input;
  const { period } = context;
  const streams = readKpi(input, 'streams');
  if (streams === undefined || period === undefined || timeline.length === 0) return undefined;
  const days = Math.round((period.toMs - period.fromMs) / dayMs) + 1;
  const isWhole =
    times.length === days &&
    times.every((time, index) => time === period.fromMs + index * dayMs && timeline[index]?.streams !== undefined);
  if (!isWhole) return undefined;
  const sum = timeline.reduce((all, point) => all + (point.streams ?? 0), 0);
  if (Math.abs(sum - streams.value) <= tolerance * Math.max(sum, streams.value)) return undefined;
  return makeFinding(context, 'finding.total', {
    params: {
      what: { type: 'text', value: context.localizer.t('metric.streams') },
      parts: { type: 'number', value: sum, maxFractionDigits: 0 },
      total: { type: 'number', value: streams.value, maxFractionDigits: 0 },
    },
    paths: ['timeline', 'kpis.streams'],
  });
}
