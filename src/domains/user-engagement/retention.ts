/** How many come back: cohorts as one curve, its half-life, and the cells that may be compared. Cells that are not over count nowhere. */
import type { Derivation } from '../../report/model.js';
import { minSample } from '../../report/statistics.js';
import type { Cohort, CohortCell } from './schema.js';

/** A cell that is over, and where it stands. */
export type CompleteCell = {
  readonly cohort: number;
  readonly cell: number;
  readonly retained: number;
  readonly size: number;
};

/** All complete cells of one distance, added up. */
export type CurvePoint = {
  readonly k: number;
  readonly retained: number;
  readonly size: number;
  readonly cells: readonly CompleteCell[];
};

/** Tells whether a cell may be read as a share of its cohort. */
export const isComplete = ({ incomplete }: CohortCell, { size }: Cohort): boolean => incomplete !== true && size > 0;

/** All distances of all cohorts in order, those without a complete cell as well. */
export const distancesOf = (cohorts: readonly Cohort[]): number[] =>
  [...new Set(cohorts.flatMap(({ cells }) => cells.map(({ k }) => k)))].sort((a, b) => a - b);

/** The mean retention by distance, weighted by the size of the cohorts. */
export function curveOf(cohorts: readonly Cohort[]): CurvePoint[] {
  const found = new Map<number, CompleteCell[]>();
  for (const [cohort, row] of cohorts.entries()) {
    for (const [cell, each] of row.cells.entries()) {
      if (!isComplete(each, row)) continue;
      const known = found.get(each.k);
      const complete = { cohort, cell, retained: each.retained, size: row.size };
      if (known === undefined) found.set(each.k, [complete]);
      else known.push(complete);
    }
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([k, cells]) => ({
      k,
      retained: cells.reduce((sum, { retained }) => sum + retained, 0),
      size: cells.reduce((sum, { size }) => sum + size, 0),
      cells,
    }));
}

const cellPath = ({ cohort, cell }: CompleteCell): string => `retention.cohorts.${cohort}.cells.${cell}`;
const sizePath = ({ cohort }: CompleteCell): string => `retention.cohorts.${cohort}.size`;

/** How the share of the people of some cells follows from the input. */
export const shareOfCells = (cells: readonly CompleteCell[]): Derivation => ({
  op: 'ratio',
  from: [
    { op: 'sum', from: cells.map((cell) => `${cellPath(cell)}.retained`) },
    { op: 'sum', from: cells.map(sizePath) },
  ],
});

/** Where the distance of a cell stands. */
export const distancePath = (cell: CompleteCell): string => `${cellPath(cell)}.k`;

/** The nearest distance behind the start, which the youngest cohorts have as well. */
export const firstReturn = (curve: readonly CurvePoint[]): CurvePoint | undefined => curve.find(({ k }) => k > 0);

/** Where a curve falls to one half: between which of its points, and where on the line through them. */
export type HalfLife = { readonly before: CurvePoint; readonly after: CurvePoint; readonly at: number };

const half = 0.5;

/** Finds where a curve first falls below one half; `undefined` where it does not, or rests on few people. */
export function halfLifeOf(curve: readonly CurvePoint[]): HalfLife | undefined {
  for (const [index, after] of curve.entries()) {
    const before = curve[index - 1];
    const low = after.retained / after.size;
    if (low >= half) continue;
    if (before === undefined || Math.min(before.size, after.size) < minSample) return undefined;
    const high = before.retained / before.size;
    return { before, after, at: before.k + ((high - half) / (high - low)) * (after.k - before.k) };
  }
  return undefined;
}
