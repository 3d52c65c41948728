/** Groups of people whose metrics are compared: those with enough observations, a set for each attribute and metric. */
import { type Suppressed, suppressSmall } from '../../report/suppress.js';
import type { MLGroup } from './input.js';

type Extreme = { readonly index: number; readonly value: number };

/** What is compared, and the groups that are furthest apart. */
export type FairnessSet = {
  readonly attribute: string;
  readonly metric: string;
  /** Of a row of the set. */
  readonly index: number;
  readonly low: Extreme;
  readonly high: Extreme;
};

/** Finds the lowest and highest group of each set; sets with fewer than two groups of so many observations are none. */
export function fairnessSets(rows: readonly MLGroup[], minCount: number): FairnessSet[] {
  const sets = new Map<string, { attribute: string; metric: string; groups: Extreme[] }>();
  for (const [index, { attribute, metric, n, value }] of rows.entries()) {
    if (n < minCount) continue;
    const key = JSON.stringify([attribute, metric]);
    const set = sets.get(key) ?? { attribute, metric, groups: [] };
    set.groups.push({ index, value });
    sets.set(key, set);
  }
  return [...sets.values()].flatMap(({ attribute, metric, groups }) => {
    const [first, ...rest] = groups;
    if (first === undefined || rest.length === 0) return [];
    const low = rest.reduce((least, each) => (each.value < least.value ? each : least), first);
    const high = rest.reduce((most, each) => (each.value > most.value ? each : most), first);
    return [{ attribute, metric, index: first.index, low, high }];
  });
}

/** The rows that may be shown. A group is small within its attribute and metric: their total would tell its size. */
export function shownGroups(rows: readonly MLGroup[], minCount: number): Suppressed<MLGroup> {
  const sets = new Map<string, MLGroup[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.attribute, row.metric]);
    const set = sets.get(key);
    if (set === undefined) sets.set(key, [row]);
    else set.push(row);
  }
  const parts = [...sets.values()].map((set) => suppressSmall(set, ({ n }) => n, minCount));
  return {
    shown: parts.flatMap(({ shown }) => shown),
    suppressed: parts.reduce((sum, { suppressed }) => sum + suppressed, 0),
  };
}
