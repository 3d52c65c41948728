/** Histograms and summaries that can be written: checked, sorted, and not there already. */
import type { HistogramPoint, Point, SummaryPoint } from '../../metric/model.js';
import { type Prepared, prepareHistogram, prepareSummary } from '../../metric/rules.js';
import type { Encoding, Run } from './encoding.js';

const admitWith =
  <Of extends Point>(prepare: (point: Of) => Prepared<Of>, sorted: string) =>
  ({ points, pathOf, admit }: Run, { report }: Encoding, position: number): Of | undefined => {
    const prepared = prepare(points[position] as Of);
    if ('expected' in prepared) {
      report.refuse(pathOf(position), prepared.expected);
      return undefined;
    }
    if (!admit(position)) return undefined;
    if (prepared.wasSorted) report.note('normalized', `${pathOf(position)}.${sorted}`, 'Sorted');
    return prepared.point;
  };

/** Returns a point of a run as it can be written; `undefined`, and a report, where it cannot. */
export const admitHistogram = admitWith<HistogramPoint>(prepareHistogram, 'buckets');
export const admitSummary = admitWith<SummaryPoint>(prepareSummary, 'quantiles');
