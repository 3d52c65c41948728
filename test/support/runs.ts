/**
 * How properties are tried. `PROPERTY_RUNS=10` tries each ten times as often, for a night; `PROPERTY_SHRINK=1` looks for
 * the smallest input that fails, which takes minutes for inputs as large as these.
 */
const factor = Number(process.env['PROPERTY_RUNS'] ?? 1);

/** Scales a number of runs. */
export const runs = (usual: number): number => Math.max(1, Math.round(usual * (Number.isFinite(factor) ? factor : 1)));

/** The parameters of a property that is usually tried so many times. */
export const tries = (usual: number): { numRuns: number; endOnFailure: boolean } => ({
  numRuns: runs(usual),
  endOnFailure: process.env['PROPERTY_SHRINK'] === undefined,
});
