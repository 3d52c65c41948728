/** Which features drifted, and how far by the usual bands. */
import type { MLDrift } from './input.js';

/** Tests whose score is a distance: more is further. That of the others may be a statistic or a p-value. */
const distances: ReadonlySet<string> = new Set(['psi', 'js', 'wasserstein']);

/** What score, p-value and threshold say; `undefined` where they do not tell. */
export function driftByNumbers({ test, score, pValue, threshold }: MLDrift): boolean | undefined {
  if (threshold === undefined) return undefined;
  if (distances.has(test)) return score >= threshold;
  return pValue === undefined ? undefined : pValue < threshold;
}

/** Whether a feature drifted: as the input says, else as its numbers do. */
export const hasDrifted = (row: MLDrift): boolean | undefined => row.drifted ?? driftByNumbers(row);

/** Rows of which it is known, and those that drifted, as indices. */
export type DriftCounts = { readonly known: readonly number[]; readonly drifted: readonly number[] };

/** Counts the features. */
export function driftCounts(rows: readonly MLDrift[]): DriftCounts {
  const known: number[] = [];
  const drifted: number[] = [];
  for (const [index, row] of rows.entries()) {
    const has = hasDrifted(row);
    if (has === undefined) continue;
    known.push(index);
    if (has) drifted.push(index);
  }
  return { known, drifted };
}

/** Bands of the population stability index: a rule of thumb of credit scoring, and no test. */
const moderateFrom = 0.1;
const largeFrom = 0.25;

export type PsiBand = 'small' | 'moderate' | 'large';

/** The band of a population stability index. */
export function psiBand(score: number): PsiBand {
  if (score >= largeFrom) return 'large';
  return score >= moderateFrom ? 'moderate' : 'small';
}

/** The row that drifted furthest, as an index; `undefined` where scores are of several tests, which do not compare. */
export function furthest(rows: readonly MLDrift[], drifted: readonly number[]): number | undefined {
  let best: number | undefined;
  for (const index of drifted) {
    const row = rows[index];
    const other = best === undefined ? undefined : rows[best];
    if (row === undefined || !distances.has(row.test)) continue;
    if (other === undefined) best = index;
    else if (other.test !== row.test) return undefined;
    else if (row.score > other.score) best = index;
  }
  return best;
}
